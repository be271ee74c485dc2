"""The public archive to take along: a protocol a line, and a manifest that says what each line is.

`arkiv.jsonl` has the protocols in the order of their ids, each as JSON in the form of
`protocol.schema.json`. `arkiv.manifest.json` names for each the SHA-256 and the size of its line,
without the line feed, and when it was last added to:

    {"file": "arkiv.jsonl", "made": "2030-01-15T09:30:00Z", "protocols": [
    {"id": "farsta/2025-01-14", "sha256": "…", "bytes": 20345, "changed": "2025-02-03T12:00:00Z"},
    …
    ], "total": 12480, "bytes": 254012345, "sha256": "…"}

The last two are of the whole file. Nothing here holds more than one protocol at a time.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import hashlib
import json
import pathlib
import typing as t

from archive.catalogue import Catalogue
from archive.errors import CatalogueError
from archive.messages import PERSONAL_DATA
from archive.model import Protocol
from archive.records import Record
from archive.visibility import Audience
from archive.whole_files import whole_file

LINES: t.Final = "arkiv.jsonl"
MANIFEST: t.Final = "arkiv.manifest.json"


@dc.dataclass(frozen=True, slots=True)
class Line:
    """One protocol as it is taken along."""

    protocol_id: str
    content: bytes  # without a line feed
    changed: dt.datetime  # UTC

    @classmethod
    def of(cls, record: Record) -> "Line":
        """A protocol as a line."""
        form = for_readers(record.protocol).to_json(indent=None)
        return cls(record.protocol.id or "", form.encode(), record.changed)


def for_readers(protocol: Protocol) -> Protocol:
    """Without the remarks on personal data: they would lead every reader to them."""
    warnings = tuple(r for r in protocol.warnings if r.code not in PERSONAL_DATA)
    return dc.replace(protocol, warnings=warnings)


def lines(catalogue: Catalogue, audience: Audience) -> c.Iterator[Line]:
    """Every protocol that the audience may see, by its id."""
    return (Line.of(record) for record in catalogue.records(audience))


class Manifest:
    """What is told of the lines: an entry for each as it passes, and at the end their sums."""

    def __init__(self, made: dt.datetime) -> None:
        self._made = made
        self._whole = hashlib.sha256()
        self._total = self._bytes = 0

    def head(self) -> str:
        """What stands before the first entry."""
        return f'{{"file": "{LINES}", "made": "{_time(self._made)}", "protocols": ['

    def entry(self, line: Line) -> str:
        """The entry of the next line."""
        between = ",\n" if self._total else "\n"
        self._total += 1
        self._bytes += len(line.content) + 1
        self._whole.update(line.content + b"\n")
        told = {
            "id": line.protocol_id,
            "sha256": hashlib.sha256(line.content).hexdigest(),
            "bytes": len(line.content),
            "changed": _time(line.changed),
        }
        return between + json.dumps(told)

    def tail(self) -> str:
        """What stands after the last entry."""
        sums = {"total": self._total, "bytes": self._bytes, "sha256": self._whole.hexdigest()}
        return f"\n], {json.dumps(sums)[1:]}\n"


def manifest(of: c.Iterable[Line], made: dt.datetime) -> c.Iterator[str]:
    """The manifest of these lines, piece by piece."""
    told = Manifest(made)
    yield told.head()
    yield from map(told.entry, of)
    yield told.tail()


def write_archive(
    of: c.Iterable[Line], folder: pathlib.Path, made: dt.datetime, each: c.Callable[[], object]
) -> None:
    """Both files in a folder, in the place of any that are there, when both are there in full.

    Raises CatalogueError where they cannot be written.
    """
    told = Manifest(made)
    try:
        # The manifest is put in its place after what it tells of.
        with whole_file(folder / MANIFEST) as tells, whole_file(folder / LINES) as file:
            tells.write(told.head().encode())
            for line in of:
                file.write(line.content + b"\n")
                tells.write(told.entry(line).encode())
                each()
            tells.write(told.tail().encode())
    except OSError as err:
        raise CatalogueError(f"cannot write the archive in {folder}: {err}") from err


def _time(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
