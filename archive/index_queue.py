"""Which protocols the index does not yet show as they are.

A mark is written in the transaction that changes the protocol, and taken away when the index has
committed. A protocol that changes meanwhile has got a new mark, with another revision, and that
one stays. The index may thus be behind after a crash, but never without the catalogue knowing.
"""

import collections.abc as c

import sqlalchemy as sa
from sqlalchemy import orm

from archive.reading import LENGTH, batches, find_rows, fitting, shown_file, to_records
from archive.records import Pending
from archive.tables import FileRow, ProtocolRow, QueueRow
from archive.visibility import Audience


def mark(session: orm.Session, *protocol_ids: str) -> None:
    """Mark protocols, kept or gone, as out of date in the index."""
    session.execute(sa.delete(QueueRow).where(QueueRow.protocol_id.in_(protocol_ids)))
    session.add_all(QueueRow(protocol_id=protocol_id) for protocol_id in protocol_ids)


def last_mark(session: orm.Session) -> int:
    """The revision of the newest mark, 0 where nothing is marked."""
    return session.scalar(sa.select(sa.func.max(QueueRow.revision))) or 0


def waiting(
    session: orm.Session,
    limit: int | None = None,
    characters: int | None = None,
    until: int | None = None,
) -> tuple[Pending, ...]:
    """What is marked, the oldest marks first, up to a mark.

    So many protocols, or as many as their text fits into so many characters, but one at least.
    """
    page = sa.select(QueueRow.protocol_id, QueueRow.revision, LENGTH)
    page = page.outerjoin(ProtocolRow, ProtocolRow.protocol_id == QueueRow.protocol_id)
    page = page.outerjoin(FileRow, shown_file()).order_by(QueueRow.revision).limit(limit)
    if until is not None:
        page = page.where(QueueRow.revision <= until)
    marks = session.execute(page).all()
    if characters is not None:
        marks = marks[: fitting([length for *_, length in marks], characters)]
    records = {}
    for batch in batches(marks):
        rows = find_rows(session, [protocol_id for protocol_id, *_ in batch])
        for record in to_records(session, rows, Audience.OPERATOR):
            records[record.protocol.id] = record
    return tuple(Pending(id_, revision, records.get(id_)) for id_, revision, _ in marks)


def marked(session: orm.Session) -> frozenset[str]:
    """The ids that are marked, without what stands under them."""
    return frozenset(session.scalars(sa.select(QueueRow.protocol_id)))


def unmark(session: orm.Session, done: c.Iterable[Pending]) -> None:
    """Take marks away, unless the protocol has been marked again since."""
    for batch in batches([pending.revision for pending in done]):
        session.execute(sa.delete(QueueRow).where(QueueRow.revision.in_(batch)))


def unmark_until(session: orm.Session, revision: int) -> None:
    """Take away every mark up to one."""
    session.execute(sa.delete(QueueRow).where(QueueRow.revision <= revision))
