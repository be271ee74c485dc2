"""A förvaltning's meetings in order of day, from the columns alone: no protocol is read.

What was adjusted for itself is no meeting of its own where the whole protocol can be seen.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive.reading import BATCH, seen_by
from archive.tables import ProtocolRow
from archive.visibility import Audience

Columns: t.TypeAlias = "sa.Select[str, dt.date | None, str | None]"


@dc.dataclass(frozen=True, slots=True)
class Held:
    """A meeting that there is a protocol of."""

    protocol_id: str
    date: dt.date
    forvaltning: str


@dc.dataclass(frozen=True, slots=True)
class Around:
    """The meetings before and after another."""

    previous: Held | None = None
    next: Held | None = None


def around(
    session: orm.Session,
    row: ProtocolRow,
    audience: Audience,
    predecessors: c.Collection[str],
    heirs: c.Collection[str],
) -> Around:
    """The förvaltning's own nearest meetings; where it has none, those of what it took over, or of
    what took it over."""
    if row.date is None or row.forvaltning is None:
        return Around()
    own = sa.tuple_(ProtocolRow.date, ProtocolRow.protocol_id)
    here = sa.tuple_(sa.literal(row.date), sa.literal(row.protocol_id))
    wholes = _wholes(audience).where(ProtocolRow.key.is_distinct_from(row.part_of))
    before = wholes.where(own < here).order_by(
        ProtocolRow.date.desc(), ProtocolRow.protocol_id.desc()
    )
    after = wholes.where(own > here).order_by(ProtocolRow.date, ProtocolRow.protocol_id)
    return Around(
        _first(session, before, ((row.forvaltning,), predecessors)),
        _first(session, after, ((row.forvaltning,), heirs)),
    )


def held_on(
    session: orm.Session,
    forvaltningar: c.Collection[str],
    days: c.Collection[dt.date],
    audience: Audience,
) -> tuple[Held, ...]:
    """The meetings of these förvaltningar on these days, in order of their ids."""
    wanted = _wholes(audience).where(
        ProtocolRow.forvaltning.in_(sorted(forvaltningar)),
        ProtocolRow.date.in_(sorted(days)[:BATCH]),
    )
    return tuple(map(_held, session.execute(wanted.order_by(ProtocolRow.protocol_id))))


def _wholes(audience: Audience) -> Columns:
    whole = orm.aliased(ProtocolRow)
    seen_whole = sa.exists().where(
        whole.key == ProtocolRow.part_of, whole.visibility.in_(sorted(audience.value))
    )
    columns = sa.select(ProtocolRow.protocol_id, ProtocolRow.date, ProtocolRow.forvaltning)
    return columns.where(seen_by(audience), ~seen_whole)


def _first(
    session: orm.Session,
    ordered: Columns,
    choices: c.Iterable[c.Collection[str]],
) -> Held | None:
    for ids in filter(None, choices):
        wanted = ordered.where(ProtocolRow.forvaltning.in_(sorted(ids)))
        if found := session.execute(wanted.limit(1)).first():
            return _held(found)
    return None


def _held(found: sa.Row[str, dt.date | None, str | None]) -> Held:
    id_, date, forvaltning = found
    return Held(id_, t.cast("dt.date", date), t.cast("str", forvaltning))  # as was asked for
