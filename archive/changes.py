"""Which protocols there are and when each was last added to, from columns alone.

They are counted in parts of so many, the first kept first: a part that is full stays as it is when
more are imported.
"""

import datetime as dt

import msgspec
import sqlalchemy as sa
from sqlalchemy import orm

from archive.reading import seen_by
from archive.tables import CorrectionRow, FileRow, ProtocolRow
from archive.visibility import Audience


class Change(msgspec.Struct, frozen=True, gc=False):
    """A protocol, or a part of all of them, and when something of it was last added or decided."""

    name: str  # the protocol's id; the part's number, from 1
    at: dt.datetime  # UTC


def parts(session: orm.Session, audience: Audience, size: int) -> tuple[Change, ...]:
    """The parts of all that the audience may see, of so many protocols each."""
    before = sa.func.row_number().over(order_by=ProtocolRow.key) - 1
    numbered = sa.select(ProtocolRow.key, (before // size).label("part"))
    its, changes = numbered.where(seen_by(audience)).subquery(), _changes()
    found = session.execute(
        sa.select(its.c.part, sa.func.max(changes.c.at))
        .join(changes, changes.c.key == its.c.key)
        .group_by(its.c.part)
        .order_by(its.c.part)
    )
    return tuple(Change(str(part + 1), at) for part, at in found)


def listed(session: orm.Session, audience: Audience, size: int, part: int) -> tuple[Change, ...]:
    """The protocols of one part, the first kept first; none where there is no such part."""
    page = sa.select(ProtocolRow.key, ProtocolRow.protocol_id).where(seen_by(audience))
    page = page.order_by(ProtocolRow.key).limit(size).offset((part - 1) * size)
    its, changes = page.subquery(), _changes()
    found = session.execute(
        sa.select(its.c.protocol_id, sa.func.max(changes.c.at))
        .join(changes, changes.c.key == its.c.key)
        .group_by(its.c.key, its.c.protocol_id)
        .order_by(its.c.key)
    )
    return tuple(Change(protocol_id, at) for protocol_id, at in found)


def _changes() -> sa.Subquery:
    """Everything that was added to a protocol: its files, and what people decided."""
    files = sa.select(FileRow.protocol_key.label("key"), FileRow.imported_at.label("at"))
    decided = sa.select(CorrectionRow.protocol_key, CorrectionRow.made_at)
    return files.union_all(decided).subquery()
