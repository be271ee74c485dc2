"""Reading kept files again, after the parser has learnt something.

Every file of a protocol is read: which of them is shown can change. Ids, people's corrections and
what people have decided about visibility stay; a file that can no longer be read keeps what was
read in it before. Each file is one transaction, so an interrupted run leaves nothing half done and
the next one completes it; a run that finds nothing new changes nothing.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.catalogue import Catalogue
from archive.counts import Counts, count
from archive.errors import SetAside, UnreadableFile
from archive.model import Protocol
from archive.originals import Originals
from archive.pages import PageStore
from archive.records import Kept, ReadFile
from archive.visibility import Visibility
from importers.changes import changes
from importers.keeping import keep_read
from importers.readings import Job
from importers.workers import Read, Workers


@dc.dataclass(frozen=True, slots=True)
class FileReread:
    """A file that was read again, how much it held before and how much now."""

    filename: str
    kept: Kept
    before: Counts
    after: Counts
    changes: tuple[str, ...] = ()  # what is otherwise than before, in words
    newly_held: bool = False  # it waits for a person, and did not before


@dc.dataclass(frozen=True, slots=True)
class FileUnread:
    """A file that can no longer be read, and so keeps what was read before."""

    filename: str
    protocol_id: str
    reason: SetAside


Outcome: t.TypeAlias = FileReread | FileUnread


@dc.dataclass(frozen=True, slots=True)
class Reparser:
    """What a second reading goes through, and writes to."""

    catalogue: Catalogue
    originals: Originals
    pages: PageStore

    def run(self, workers: Workers, ids: c.Collection[str] | None = None) -> c.Iterator[Outcome]:
        """Read the files of these protocols again, or of all; one outcome each, as it is done."""
        waiting: dict[str, ReadFile] = {}
        for read_file in self.catalogue.read_files(ids):
            file = read_file.file
            job = Job(self.originals.path(file.sha256), file.filename, file.sha256, file.size)
            if not job.path.is_file():
                yield FileUnread(file.filename, read_file.protocol_id, SetAside.UNREACHABLE)
                continue
            waiting[file.sha256] = read_file
            yield from (self._settle(read, waiting) for read in workers.read(job))
        yield from (self._settle(read, waiting) for read in workers.rest())

    def _settle(self, read: Read, waiting: dict[str, ReadFile]) -> Outcome:
        job, reading = read
        known = waiting.pop(job.sha256)
        if isinstance(reading, UnreadableFile):
            return FileUnread(job.filename, known.protocol_id, reading.reason)
        # What opens nothing: only what must be held changes who may see it.
        kept = keep_read(self.catalogue, self.pages, job, reading, Visibility.PUBLIC)
        newly_held = kept.visibility is Visibility.HELD and known.visibility is not Visibility.HELD
        after = Protocol.from_json(reading.protocol.to_json(indent=None))
        before = known.parsed
        return FileReread(
            job.filename, kept, count(before), count(after), changes(before, after), newly_held
        )
