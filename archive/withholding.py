"""Names withheld from the public at somebody's request: which there are, and the log of it.

Nothing is ever erased here: who asks to be shown again is a row with an end, so that the log tells
what was withheld when, and why.
"""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import orm

from archive.records import WithheldName
from archive.tables import WithheldRow


def withheld(session: orm.Session) -> tuple[str, ...]:
    """The names that are withheld now, in the order in which that was decided."""
    standing = sa.select(WithheldRow.name).where(WithheldRow.ended_at.is_(None))
    return tuple(session.scalars(standing.order_by(WithheldRow.key)))


def log(session: orm.Session) -> tuple[WithheldName, ...]:
    """Every decision, the latest first."""
    rows = session.scalars(sa.select(WithheldRow).order_by(WithheldRow.key.desc()))
    return tuple(WithheldName(row.name, row.reason, row.made_at, row.ended_at) for row in rows)


def withhold(session: orm.Session, name: str, reason: str, now: dt.datetime) -> None:
    """Withhold a name from now on; one that is withheld already stays so, for the first reason."""
    if name not in withheld(session):
        session.add(WithheldRow(name=name, reason=reason, made_at=now))
        session.flush()


def show(session: orm.Session, name: str, now: dt.datetime) -> bool:
    """Show a name again; whether it was withheld."""
    if name not in withheld(session):
        return False
    ended = sa.update(WithheldRow).where(WithheldRow.name == name, WithheldRow.ended_at.is_(None))
    session.execute(ended.values(ended_at=now))
    return True
