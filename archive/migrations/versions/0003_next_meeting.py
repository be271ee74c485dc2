"""What a protocol says of the meetings before and after it, where sums and lists can reach it."""

import collections.abc as c
import datetime as dt
import typing as t

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

BATCH: t.Final = 200

PROTOCOLS: t.Final = sa.table(
    "protocols",
    sa.column("key", sa.Integer),
    sa.column("next_meeting", sa.Date),
    sa.column("meeting_number", sa.Text),
)
FILES: t.Final = sa.table(
    "files",
    sa.column("key", sa.Integer),
    sa.column("protocol_key", sa.Integer),
    sa.column("role", sa.String),
    sa.column("parsed", sa.Text),
)


class Meeting(msgspec.Struct):
    """The part of a parse's meeting that is kept."""

    number: str | None = None


class Parsed(msgspec.Struct):
    """The part of a parse that is kept."""

    next_meeting: dt.date | None = None
    meeting: Meeting = msgspec.field(default_factory=Meeting)


def upgrade() -> None:
    """Add the columns and fill them from what was read in the shown files."""
    op.add_column("protocols", sa.Column("next_meeting", sa.Date(), nullable=True))
    op.add_column("protocols", sa.Column("meeting_number", sa.Text(), nullable=True))
    filling = (
        sa.update(PROTOCOLS)
        .where(PROTOCOLS.c.key == sa.bindparam("its_key"))
        .values(
            next_meeting=sa.bindparam("its_next_meeting"),
            meeting_number=sa.bindparam("its_meeting_number"),
        )
    )
    connection = op.get_bind()
    for batch in _batches(connection):
        connection.execute(filling, batch)


def _batches(connection: sa.Connection) -> c.Iterator[list[dict[str, object]]]:
    page = sa.select(FILES.c.key, FILES.c.protocol_key, FILES.c.parsed)
    page = page.where(FILES.c.role == "shown").order_by(FILES.c.key).limit(BATCH)
    last = 0
    while found := connection.execute(page.where(FILES.c.key > last)).all():
        last = found[-1].key
        yield [_columns(row.protocol_key, row.parsed) for row in found]


def _columns(key: int, text: str) -> dict[str, object]:
    """What one parse says; one that cannot be read says nothing, and `reparse` mends it."""
    try:
        parsed = msgspec.json.decode(text, type=Parsed)
    except msgspec.MsgspecError:
        parsed = Parsed()
    return {
        "its_key": key,
        "its_next_meeting": parsed.next_meeting,
        "its_meeting_number": parsed.meeting.number,
    }


def downgrade() -> None:
    """Take the columns away."""
    op.drop_column("protocols", "meeting_number")
    op.drop_column("protocols", "next_meeting")
