"""Sums over the protocols an audience may see, by förvaltning or by time, from columns alone."""

import dataclasses as dc
import datetime as dt
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive import reading
from archive.tables import ProtocolRow
from archive.visibility import Audience

By = t.TypeVar("By")


@dc.dataclass(frozen=True, slots=True)
class Tally(t.Generic[By]):
    """What the protocols of one förvaltning, year or month add up to."""

    of: By  # None: the protocols that do not say
    protocols: int
    sections: int
    exchanges: int
    unanswered: int
    earliest: dt.date | None
    latest: dt.date | None


def by_forvaltning(session: orm.Session, audience: Audience) -> tuple[Tally[str | None], ...]:
    """A sum for each förvaltning that has protocols, by id, the unknown first."""
    return _tallies(session, ProtocolRow.forvaltning, reading.seen_by(audience))


def by_year(session: orm.Session, audience: Audience) -> tuple[Tally[int | None], ...]:
    """A sum for each year with meetings, the earliest first, the undated before them."""
    year = sa.extract("year", ProtocolRow.date)
    return _tallies(session, year, reading.seen_by(audience))


def by_month(session: orm.Session, audience: Audience, year: int) -> tuple[Tally[int], ...]:
    """A sum for each month of a year with meetings, the earliest first."""
    month = sa.extract("month", ProtocolRow.date)
    within = ProtocolRow.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return _tallies(session, month, reading.seen_by(audience), within)


def _tallies(
    session: orm.Session, of: sa.ColumnElement[t.Any] | t.Any, *where: sa.ColumnElement[bool]
) -> tuple[Tally[t.Any], ...]:
    sums = (
        sa.func.count(),
        sa.func.sum(ProtocolRow.sections),
        sa.func.sum(ProtocolRow.exchanges),
        sa.func.sum(ProtocolRow.unanswered),
        sa.func.min(ProtocolRow.date),
        sa.func.max(ProtocolRow.date),
    )
    wanted = sa.select(of, *sums).where(*where).group_by(of).order_by(sa.nulls_first(of))
    return tuple(Tally(*row) for row in session.execute(wanted))
