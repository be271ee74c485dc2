"""Which earlier meeting a protocol goes through the protocol of."""

import collections.abc as c
import datetime as dt
import re
import typing as t

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

BATCH: t.Final = 200

GOES_THROUGH: t.Final = re.compile(
    r"\b(?:föregående|förra|senaste)\b|\bgenomgång av (?:\w+ )?protokoll|^protokoll(?:et)? från\b",
    re.IGNORECASE,
)
ANOTHER_BODY: t.Final = re.compile(r"\b(?:LSG|lokal|nämnd|kommun)", re.IGNORECASE)

PROTOCOLS: t.Final = sa.table(
    "protocols",
    sa.column("key", sa.Integer),
    sa.column("date", sa.Date),
    sa.column("previous_meeting", sa.Date),
)
FILES: t.Final = sa.table(
    "files",
    sa.column("key", sa.Integer),
    sa.column("protocol_key", sa.Integer),
    sa.column("role", sa.String),
    sa.column("parsed", sa.Text),
)


class Reference(msgspec.Struct):
    """The part of a reference to another protocol that tells."""

    text: str = ""
    date: dt.date | None = None


class Section(msgspec.Struct):
    """The part of a section that tells."""

    title: str = ""
    protocol_references: tuple[Reference, ...] = ()


class Parsed(msgspec.Struct):
    """The part of a parse that tells."""

    sections: tuple[Section, ...] = ()


def upgrade() -> None:
    """Add the column and fill it from what was read in the shown files."""
    op.add_column("protocols", sa.Column("previous_meeting", sa.Date(), nullable=True))
    filling = (
        sa.update(PROTOCOLS)
        .where(PROTOCOLS.c.key == sa.bindparam("its_key"))
        .values(previous_meeting=sa.bindparam("its_previous_meeting"))
    )
    connection = op.get_bind()
    for batch in _batches(connection):
        connection.execute(filling, batch)


def _batches(connection: sa.Connection) -> c.Iterator[list[dict[str, object]]]:
    page = sa.select(FILES.c.key, FILES.c.protocol_key, PROTOCOLS.c.date, FILES.c.parsed)
    page = page.join(PROTOCOLS, PROTOCOLS.c.key == FILES.c.protocol_key)
    page = page.where(FILES.c.role == "shown").order_by(FILES.c.key).limit(BATCH)
    last = 0
    while found := connection.execute(page.where(FILES.c.key > last)).all():
        last = found[-1].key
        yield [
            {
                "its_key": row.protocol_key,
                "its_previous_meeting": _previous_meeting(row.date, row.parsed),
            }
            for row in found
        ]


def _previous_meeting(held: dt.date | None, text: str) -> dt.date | None:
    """What one parse says; one that cannot be read says nothing, and `reparse` mends it."""
    try:
        parsed = msgspec.json.decode(text, type=Parsed)
    except msgspec.MsgspecError:
        return None
    days = [
        reference.date
        for section in parsed.sections
        for reference in section.protocol_references
        if GOES_THROUGH.search(section.title) and not ANOTHER_BODY.search(reference.text)
        if reference.date and held and reference.date < held
    ]
    return max(days, default=None)


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("protocols", "previous_meeting")
