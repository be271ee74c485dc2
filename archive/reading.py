"""Rows of the catalogue become records, as an audience may see them."""

import collections.abc as c
import dataclasses as dc
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive.corrections import corrected
from archive.database import storable
from archive.errors import UnknownProtocol
from archive.media_types import DOCM, DOCX, DOTM, DOTX, HTML, ODT, PDF, RTF, TEXT
from archive.model import Protocol
from archive.records import (
    Correction,
    FileRole,
    KeptFile,
    KeptMeeting,
    ReadFile,
    Record,
    Summary,
)
from archive.tables import FileRow, ProtocolRow
from archive.visibility import Audience

BATCH: t.Final = 200  # rows per query, well below what any database takes
# Of what was read in files, at a time; it takes some three bytes each, text and records together.
CHARACTERS: t.Final = 4_000_000
LENGTH: t.Final = sa.func.length(FileRow.parsed)

# PDF is what was signed and published, Word and its kin what it was made from, text what
# was left of it.
BEST_FORMATS: t.Final = (PDF, DOCX, DOCM, DOTX, DOTM, ODT, RTF, HTML, TEXT)

T = t.TypeVar("T")


def batches(values: c.Sequence[T]) -> c.Iterator[c.Sequence[T]]:
    """The values in pieces that fit into a query."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def fitting(lengths: c.Sequence[int | None], room: int) -> int:
    """How many of these texts, from the first on, have room together; the first always has."""
    used = 0
    for count, length in enumerate(lengths):
        used += length or 0
        if used > room and used != length:
            return count
    return len(lengths)


def shown_file() -> sa.ColumnElement[bool]:
    """The condition that a file is the one its protocol is read from."""
    return sa.and_(FileRow.protocol_key == ProtocolRow.key, FileRow.role == FileRole.SHOWN)


def seen_by(audience: Audience) -> sa.ColumnElement[bool]:
    """The condition that a protocol exists for an audience."""
    return ProtocolRow.visibility.in_(sorted(audience.value))


def find_row(session: orm.Session, protocol_id: str, audience: Audience) -> ProtocolRow:
    """The row of a protocol; raises UnknownProtocol where the audience may not see it."""
    wanted = ProtocolRow.protocol_id == storable(protocol_id)
    row = session.scalar(sa.select(ProtocolRow).where(wanted, seen_by(audience)))
    if row is None:
        raise UnknownProtocol(protocol_id)
    return row


def find_rows(session: orm.Session, ids: c.Collection[str]) -> tuple[ProtocolRow, ...]:
    """The rows there are of these ids, whoever may see them."""
    return tuple(session.scalars(sa.select(ProtocolRow).where(ProtocolRow.protocol_id.in_(ids))))


def to_records(
    session: orm.Session, rows: c.Sequence[ProtocolRow], audience: Audience
) -> tuple[Record, ...]:
    """The rows as records, in their order, with no link to what the audience may not see."""
    keys = [row.key for row in rows]
    session.scalars(
        sa.select(ProtocolRow)
        .where(ProtocolRow.key.in_(keys))
        .options(
            orm.selectinload(ProtocolRow.files),
            orm.selectinload(ProtocolRow.corrections),
            orm.selectinload(ProtocolRow.parts),
            orm.joinedload(ProtocolRow.whole),
        )
    ).all()
    shown = sa.select(FileRow.protocol_key, FileRow.parsed).where(
        FileRow.protocol_key.in_(keys), FileRow.role == FileRole.SHOWN
    )
    parsed = {key: text for key, text in session.execute(shown)}
    return tuple(_to_record(row, Protocol.from_json(parsed[row.key]), audience) for row in rows)


def corrections_of(row: ProtocolRow) -> tuple[Correction, ...]:
    """What people have decided about a protocol."""
    return tuple(
        Correction(kept.field, kept.value, kept.made_at, kept.label) for kept in row.corrections
    )


def to_file(row: FileRow) -> KeptFile:
    """A file's row as a value."""
    return KeptFile(
        row.sha256,
        row.filename,
        row.media_type,
        row.size,
        row.role,
        row.imported_at,
        row.parser,
    )


def to_read_file(row: FileRow) -> ReadFile:
    """A file's row with its protocol and its parse."""
    its = row.protocol
    parsed = Protocol.from_json(row.parsed)
    return ReadFile(its.protocol_id, its.visibility, to_file(row), parsed)


def format_rank(media_type: str) -> int:
    """The place of a format among those of one text: the lowest is shown."""
    return BEST_FORMATS.index(media_type) if media_type in BEST_FORMATS else len(BEST_FORMATS)


def summarise(session: orm.Session, audience: Audience) -> Summary:
    """Sums over all protocols the audience may see, from their columns alone."""
    seen = seen_by(audience)
    count = sa.func.count()
    sums = session.execute(
        sa.select(
            count,
            sa.func.coalesce(sa.func.sum(ProtocolRow.sections), 0),
            sa.func.coalesce(sa.func.sum(ProtocolRow.exchanges), 0),
            sa.func.coalesce(sa.func.sum(ProtocolRow.unanswered), 0),
            sa.func.min(ProtocolRow.date),
            sa.func.max(ProtocolRow.date),
        ).where(seen)
    ).one()
    files = session.scalar(sa.select(count).select_from(FileRow).join(FileRow.protocol).where(seen))
    by_forvaltning = session.execute(
        sa.select(ProtocolRow.forvaltning, count).where(seen).group_by(ProtocolRow.forvaltning)
    )
    held = sorted(((id_ or "", held) for id_, held in by_forvaltning), key=lambda h: (-h[1], h[0]))
    protocols, sections, exchanges, unanswered, earliest, latest = sums
    return Summary(
        protocols=protocols,
        sections=sections,
        exchanges=exchanges,
        unanswered=unanswered,
        files=files or 0,
        earliest=earliest,
        latest=latest,
        by_forvaltning=tuple(held),
    )


def kept_meetings(session: orm.Session, audience: Audience) -> tuple[KeptMeeting, ...]:
    """Every meeting whose protocol the audience may see, from columns alone; a part that was
    adjusted at once tells of the same meeting as its whole."""
    seen = sa.select(
        ProtocolRow.key,
        ProtocolRow.part_of,
        ProtocolRow.protocol_id,
        ProtocolRow.date,
        ProtocolRow.forvaltning,
        ProtocolRow.next_meeting,
        ProtocolRow.meeting_number,
        ProtocolRow.previous_meeting,
    )
    rows = session.execute(seen.where(seen_by(audience)).order_by(ProtocolRow.protocol_id)).all()
    wholes = {row.key for row in rows}
    return tuple(KeptMeeting(*row[2:]) for row in rows if row.part_of not in wholes)


def _to_record(row: ProtocolRow, parsed: Protocol, audience: Audience) -> Record:
    corrections = corrections_of(row)
    whole = row.whole if row.whole and audience.may_see(row.whole.visibility) else None
    return Record(
        protocol=dc.replace(corrected(parsed, corrections), id=row.protocol_id),
        visibility=row.visibility,
        files=tuple(to_file(file) for file in sorted(row.files, key=_shown_first)),
        held_for=tuple(row.held_for),
        corrections=corrections,
        part_of=whole.protocol_id if whole else None,
        parts=tuple(part.protocol_id for part in row.parts if audience.may_see(part.visibility)),
    )


def _shown_first(file: FileRow) -> tuple[int, int, int, int]:
    role = list(FileRole).index(file.role)
    return role, -file.version, format_rank(file.media_type), file.key
