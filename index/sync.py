"""Keeping the index true to the catalogue: what is marked there is put in here, then unmarked."""

import collections.abc as c
import typing as t

from archive.records import Record
from archive.visibility import Audience
from index.engine import Entry, SearchIndex

# Protocols a commit. Each batch is whole in itself, so a process may die between two.
BATCH: t.Final = 200


class Waiting(t.Protocol):
    """A protocol marked in the catalogue; without a record it is to be taken out."""

    @property
    def protocol_id(self) -> str:
        """Under which id."""

    @property
    def record(self) -> Record | None:
        """The protocol as it is shown now."""


Marked = t.TypeVar("Marked", bound=Waiting)


class MarkedCatalogue(t.Protocol[Marked]):
    """The part of the catalogue that the index needs."""

    def waiting(self) -> tuple[Marked, ...]:
        """What is marked for the index."""

    def unmark(self, done: c.Iterable[Marked]) -> None:
        """Take the marks off, but not where the protocol has changed since it was read."""

    def records(self, audience: Audience) -> c.Iterator[Record]:
        """Everything the audience may see, streamed."""


def index_pending(catalogue: MarkedCatalogue[Marked], index: SearchIndex) -> int:
    """Bring the index up to date with what is marked; how many protocols that was.

    An index that must be rebuilt is rebuilt whole. Raises IndexUnavailable and CatalogueError;
    what was not reached stays marked.
    """
    if index.needs_rebuild():
        return rebuild_all(catalogue, index)
    marked = catalogue.waiting()
    for first in range(0, len(marked), BATCH):
        batch = marked[first : first + BATCH]
        index.update(
            [_entry(one.record) for one in batch if one.record is not None],
            removed=[one.protocol_id for one in batch if one.record is None],
        )
        catalogue.unmark(batch)
    return len(marked)


def rebuild_all(catalogue: MarkedCatalogue[Marked], index: SearchIndex) -> int:
    """Build the index anew from the whole catalogue; how many protocols that was."""
    # Read before the records: what changes while they stream keeps its mark.
    marked = catalogue.waiting()
    index.rebuild(_entry(record) for record in catalogue.records(Audience.OPERATOR))
    catalogue.unmark(marked)
    return len(index.protocol_ids())


def _entry(record: Record) -> Entry:
    return Entry(record.protocol, record.visibility)
