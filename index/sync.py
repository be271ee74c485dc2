"""Keeping the index true to the catalogue: what is marked there is put in here, then unmarked.

A process may die anywhere: a mark is taken away only after the commit that it asked for.
"""

import typing as t

from archive.records import Record
from archive.visibility import Audience
from index.engine import Entry, SearchIndex

if t.TYPE_CHECKING:  # the database's libraries are slow to load, and a command may need none
    from archive.catalogue import Catalogue

# Protocols a commit: so many are held in memory, and can be found as soon as they are in.
BATCH: t.Final = 200


def index_pending(catalogue: "Catalogue", index: SearchIndex) -> int:
    """Bring the index up to date with what is marked; how many protocols that was.

    An index that must be rebuilt is begun anew and filled. Raises IndexUnavailable and
    CatalogueError; what was not reached stays marked.
    """
    if index.needs_rebuild():
        # Marked before the new index counts: what it lacks is never forgotten.
        catalogue.mark_all()
        index.rebuild(())
    count = 0
    while batch := catalogue.waiting(BATCH):
        index.update(
            [_entry(pending.record) for pending in batch if pending.record is not None],
            removed=[pending.protocol_id for pending in batch if pending.record is None],
        )
        catalogue.unmark(batch)
        count += len(batch)
    return count


def rebuild_all(catalogue: "Catalogue", index: SearchIndex) -> int:
    """Build the index anew beside the old one; how many protocols it then holds.

    What changed meanwhile is put in too. Raises IndexUnavailable and CatalogueError.
    """
    index.rebuild(_entry(record) for record in catalogue.records(Audience.OPERATOR))
    index_pending(catalogue, index)
    return len(index.protocol_ids())


def _entry(record: Record) -> Entry:
    return Entry(record.protocol, record.visibility)
