"""The import: find files, keep their bytes, read them, keep the protocols.

The only place that survives a bad file. Each file ends as exactly one outcome, kept or set aside,
and nothing is undone by a later one: what was kept stays kept when the import is interrupted, and
importing again goes on where it was.
"""

import collections.abc as c
import dataclasses as dc
import itertools
import logging
import pathlib
import typing as t

from archive.catalogue import Catalogue
from archive.errors import NotAProtocol, SetAside, UnreadableFile
from archive.messages import RemarkCode
from archive.model import Remark
from archive.originals import Originals
from archive.pages import PageStore
from archive.records import Kept
from archive.registry import Registries
from archive.settings import Limits, Own
from archive.visibility import Visibility
from importers.formats.scan import Tesseract
from importers.keeping import keep_read
from importers.pool import processes
from importers.readings import Job, Reading
from importers.sources import Candidate, candidates
from importers.workers import Workers

log = logging.getLogger(__name__)


@dc.dataclass(frozen=True, slots=True)
class FileKept:
    """A file that is now in the archive, and what to check about it."""

    filename: str
    kept: Kept
    to_check: tuple[Remark, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class FileSetAside:
    """A file that could not be taken in, and why."""

    filename: str
    reason: SetAside


Outcome: t.TypeAlias = FileKept | FileSetAside


@dc.dataclass(frozen=True, slots=True)
class Importer:
    """What an import writes to, and what it goes by."""

    catalogue: Catalogue
    originals: Originals
    pages: PageStore
    registries: Registries
    limits: Limits
    visibility: Visibility
    keep_others: bool = False  # what is no protocol too
    tesseract: Tesseract | None = None  # reads pages that are pictures, where there is one
    own: Own | None = None  # what is no private number or address; None: as shipped

    def count(self, paths: c.Iterable[pathlib.Path]) -> int:
        """How many outcomes an import of the paths will have; no file is read to its end."""
        return sum(1 for _ in candidates(paths, self.limits))

    def run(self, paths: c.Collection[pathlib.Path]) -> c.Iterator[Outcome]:
        """Import files, folders and ZIP archives; one outcome per file, as each is done."""
        # As many processes as there are files for; of a large import no more is looked at yet.
        jobs = sum(
            1 for _ in itertools.islice(candidates(paths, self.limits), processes(self.limits))
        )
        with Workers(self.limits, self.registries, self.tesseract, self.own, jobs=jobs) as workers:
            for step in self._steps(paths):
                if isinstance(step, Job):
                    yield from (self._settle(*read) for read in workers.read(step))
                else:
                    yield step
            yield from (self._settle(*read) for read in workers.rest())

    def _steps(self, paths: c.Iterable[pathlib.Path]) -> c.Iterator[Job | Outcome]:
        """Keep each file's bytes; what needs no reading has its outcome at once."""
        for found in candidates(paths, self.limits):
            try:
                content = _bytes_of(found)
            except UnreadableFile as err:
                yield self._set_aside(err, None)
                continue
            sha256 = self.originals.keep(content)
            known = self.catalogue.find_file(sha256)
            if known:
                yield FileKept(found.filename, known)
            else:
                yield Job(self.originals.path(sha256), found.filename, sha256, len(content))

    def _settle(self, job: Job, read: Reading | UnreadableFile) -> Outcome:
        """Keep what was read, or set the file aside."""
        if isinstance(read, UnreadableFile):
            return self._set_aside(read, job.sha256)
        remarks = read.protocol.warnings
        foreign = any(remark.code is RemarkCode.NOT_A_PROTOCOL for remark in remarks)
        if foreign and not self.keep_others:
            return self._set_aside(NotAProtocol(job.filename), job.sha256)
        kept = keep_read(self.catalogue, self.pages, job, read, self.visibility)
        return FileKept(job.filename, kept, remarks)

    def _set_aside(self, err: UnreadableFile, sha256: str | None) -> FileSetAside:
        log.info("set aside %s", err)
        self.catalogue.set_aside(err.filename, sha256, err.reason)
        return FileSetAside(err.filename, err.reason)


def _bytes_of(found: Candidate | UnreadableFile) -> bytes:
    if isinstance(found, UnreadableFile):
        raise found
    return found.read()
