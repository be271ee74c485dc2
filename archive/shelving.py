"""Where a file goes in the catalogue: a protocol of its own, or one that is there already.

Everything here happens inside the one transaction of `Catalogue.keep`, so that two imports at once
cannot both find that a meeting is new.
"""

import collections
import dataclasses as dc
import datetime as dt
import functools

import sqlalchemy as sa
from sqlalchemy import orm

from archive import index_queue
from archive.corrections import corrected
from archive.identifiers import new_protocol_id, protocol_stem
from archive.model import Protocol
from archive.neighbours import find_neighbours
from archive.previous_meeting import previous_meeting
from archive.reading import corrections_of, format_rank
from archive.records import FileRole, Kept, KeptAs, NewFile
from archive.sameness import Likeness, Place, find_place, signed_at
from archive.tables import FileRow, MovedRow, ProtocolRow, ShingleRow
from archive.visibility import Visibility


@dc.dataclass(frozen=True, slots=True)
class Newcomer:
    """A file on its way in, with what was computed before the transaction."""

    protocol: Protocol
    file: NewFile
    visibility: Visibility
    held_for: tuple[str, ...]
    likeness: Likeness
    parsed: str  # JSON
    imported_at: dt.datetime


def shelve(session: orm.Session, newcomer: Newcomer) -> Kept:
    """Put a file in its place and mark what that changes for the index."""
    known = session.scalar(sa.select(FileRow).where(FileRow.sha256 == newcomer.file.sha256))
    if known is not None:
        return _read_again(session, known, newcomer)
    place = find_place(newcomer.likeness, find_neighbours(session, newcomer.likeness))
    if place.kept_as in (KeptAs.COPY, KeptAs.NEW_VERSION):
        row = session.get_one(ProtocolRow, place.protocol)
        _join_visibility(row, newcomer, seen_before=False)
    else:
        row = _new_protocol(session, newcomer, place)
    _add_file(session, row, newcomer, place.version)
    settle(session, row)
    index_queue.mark(session, row.protocol_id)
    return Kept(row.protocol_id, place.kept_as, row.visibility, tuple(row.held_for))


def settle(session: orm.Session, row: ProtocolRow) -> None:
    """Choose which file is shown, and bring the columns in step with it as corrected."""
    shown = _shown(row.files)
    for file in row.files:
        same_text = file.version == shown.version
        file.role = FileRole.COPY if same_text else FileRole.EARLIER
    shown.role = FileRole.SHOWN
    session.flush()
    protocol = corrected(Protocol.from_json(shown.parsed), corrections_of(row))
    exchanges = [exchange for section in protocol.sections for exchange in section.exchanges]
    row.date, row.forvaltning = protocol.date.value, protocol.forvaltning.id
    row.sections, row.exchanges = len(protocol.sections), len(exchanges)
    row.unanswered = sum(not exchange.answered for exchange in exchanges)
    row.next_meeting, row.meeting_number = protocol.next_meeting, protocol.meeting.number
    row.previous_meeting = previous_meeting(protocol)


def free_id(session: orm.Session, stem: str, own_key: int | None = None) -> str:
    """An id with that stem that no other protocol has or has had."""
    ids = sa.select(ProtocolRow.protocol_id, ProtocolRow.key)
    old_ids = sa.select(MovedRow.old_id, MovedRow.protocol_key)
    taken = {
        taken_id
        for query, column in ((ids, ProtocolRow.protocol_id), (old_ids, MovedRow.old_id))
        for taken_id, key in session.execute(query.where(column.startswith(stem, autoescape=True)))
        if key != own_key
    }
    return new_protocol_id(stem, taken)


def _read_again(session: orm.Session, known: FileRow, newcomer: Newcomer) -> Kept:
    """The same bytes: id, place and visibility stay, a newer parse takes the old one's place."""
    row = known.protocol
    before = (known.parsed, row.visibility, row.held_for)
    _join_visibility(row, newcomer, seen_before=True)
    known.parsed, known.parser = newcomer.parsed, newcomer.file.parser
    if (known.parsed, row.visibility, row.held_for) != before:
        _measure(session, known, newcomer)
        settle(session, row)
        index_queue.mark(session, row.protocol_id)
    return Kept(row.protocol_id, KeptAs.KNOWN, row.visibility, tuple(row.held_for))


def _new_protocol(session: orm.Session, newcomer: Newcomer, place: Place) -> ProtocolRow:
    protocol = newcomer.protocol
    row = ProtocolRow(
        protocol_id=free_id(session, protocol_stem(protocol.forvaltning.id, protocol.date.value)),
        visibility=newcomer.visibility,
        held_for=list(newcomer.held_for),
    )
    if place.protocol is not None:
        whole = session.get_one(ProtocolRow, place.protocol)
        row.whole = whole.whole or whole  # links are one step long: a whole is never a part
    session.add(row)
    session.flush()
    for key in place.parts:
        part = session.get_one(ProtocolRow, key)
        for its in (*part.parts, part):
            if its is not row.whole:
                its.whole = row.whole or row
    return row


def _add_file(
    session: orm.Session, row: ProtocolRow, newcomer: Newcomer, version: int | None
) -> None:
    if version is None:
        version = 1 + max((file.version for file in row.files), default=0)
    file = FileRow(
        **dc.asdict(newcomer.file),
        protocol=row,
        imported_at=newcomer.imported_at,
        role=FileRole.COPY,  # until settled
        version=version,
        parsed=newcomer.parsed,
        text_hash=0,
        sampled=0,
    )
    session.add(file)
    session.flush()
    _measure(session, file, newcomer)


def _measure(session: orm.Session, file: FileRow, newcomer: Newcomer) -> None:
    """Keep what a file is found and ordered by."""
    sample = newcomer.likeness.sample
    file.text_hash, file.sampled = newcomer.likeness.text, len(sample)
    file.signed_at = signed_at(newcomer.protocol.signatures)
    session.execute(sa.delete(ShingleRow).where(ShingleRow.file_key == file.key))
    if sample:
        rows = [{"hash": hash_, "file_key": file.key} for hash_ in sample]
        session.execute(sa.insert(ShingleRow), rows)


def _join_visibility(row: ProtocolRow, newcomer: Newcomer, *, seen_before: bool) -> None:
    """Another file never opens a protocol, and closes it where it brings something to look at.

    What a person has decided is changed only by bytes that this person cannot have seen.
    """
    order = list(Visibility)
    stricter = order.index(newcomer.visibility) > order.index(row.visibility)
    held = newcomer.visibility is Visibility.HELD
    if held and row.visibility is Visibility.HELD:  # one more thing to look at
        row.held_for = list(dict.fromkeys((*row.held_for, *newcomer.held_for)))
    if not stricter or (seen_before and not held) or (row.decided and (seen_before or not held)):
        return
    row.visibility = newcomer.visibility
    row.held_for = list(newcomer.held_for)
    row.decided = False


def _shown(files: list[FileRow]) -> FileRow:
    """The best format of the newest version."""
    versions: dict[int, list[FileRow]] = collections.defaultdict(list)
    for file in sorted(files, key=lambda file: file.key):
        versions[file.version].append(file)
    newest = functools.reduce(_newer, (versions[number] for number in sorted(versions)))
    return min(newest, key=lambda file: (format_rank(file.media_type), file.key))


def _newer(one: list[FileRow], later: list[FileRow]) -> list[FileRow]:
    """Of two versions the one signed last; where either is not signed, the one imported last."""
    signed, signed_later = _last_signed(one), _last_signed(later)
    return one if signed and signed_later and signed > signed_later else later


def _last_signed(version: list[FileRow]) -> dt.datetime | None:
    return max((file.signed_at for file in version if file.signed_at), default=None)
