"""The catalogue: the truth about which protocols there are, under which id, and who may see them.

What a parser read and what people decided are kept side by side and joined when read. Everything
else can be made anew from here and from the originals.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive import changes, index_queue, reading, series, shelving, tallies, withholding
from archive.changes import Change
from archive.corrections import DATE, FORVALTNING
from archive.database import Database, storable
from archive.errors import SetAside, UnknownForvaltning, UnknownProtocol
from archive.identifiers import has_stem, protocol_stem
from archive.model import Protocol
from archive.name_masking import NamesShown, masked_record, names_anywhere
from archive.records import (
    FileRole,
    Kept,
    KeptAs,
    KeptFile,
    KeptMeeting,
    NewFile,
    Pending,
    ReadFile,
    Record,
    RejectedFile,
    Summary,
    WithheldName,
)
from archive.registry import Registries
from archive.sameness import likeness
from archive.series import Around, Held
from archive.tables import CorrectionRow, FileRow, MovedRow, ProtocolRow, RejectedRow
from archive.tallies import Tally
from archive.visibility import Audience, Visibility


class Catalogue:
    """All protocols that are kept. Every method is one short transaction.

    Any method raises CatalogueError where the database is locked, damaged or out of reach.
    """

    def __init__(self, database: Database, names_shown: NamesShown = NamesShown.ALL) -> None:
        self._database = database
        self._names_shown = names_shown

    @classmethod
    def open(cls, url: str, names_shown: NamesShown = NamesShown.ALL) -> "Catalogue":
        """Open, after creating it or bringing it to the newest schema where needed.

        The public is shown no other names than these.

        Raises CatalogueError, too where a newer version of the program has written it.
        """
        return cls(Database(url), names_shown)

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()

    def __enter__(self) -> t.Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Keeping

    def find_file(self, sha256: str) -> Kept | None:
        """Which protocol these bytes belong to, or None where they are not kept."""
        with self._database.reading() as session:
            wanted = sa.select(ProtocolRow).join(ProtocolRow.files)
            row = session.scalar(wanted.where(FileRow.sha256 == sha256))
            if row is None:
                return None
            return Kept(row.protocol_id, KeptAs.KNOWN, row.visibility, tuple(row.held_for))

    def keep(
        self,
        protocol: Protocol,
        file: NewFile,
        visibility: Visibility,
        held_for: tuple[str, ...] = (),
    ) -> Kept:
        """Keep what was read from a file, and mark it for the index.

        A file that tells of a protocol that is there joins it and never makes it more visible.
        Bytes that are kept already stay what they are, with this newer parse. What was said
        about the file when it was once set aside is forgotten.
        """
        newcomer = shelving.Newcomer(
            protocol=protocol,
            file=dc.replace(file, filename=storable(file.filename)),
            visibility=visibility,
            held_for=held_for,
            likeness=likeness(protocol, file.media_type),
            parsed=dc.replace(protocol, id=None).to_json(indent=None),
            imported_at=_now(),
        )
        with self._database.writing() as session:
            session.execute(
                sa.delete(RejectedRow).where(_same_file(file.sha256, newcomer.file.filename))
            )
            return shelving.shelve(session, newcomer)

    def set_aside(self, filename: str, sha256: str | None, reason: SetAside) -> None:
        """Note that a file was set aside; the same bytes (or name, without them) are one note."""
        name = storable(filename)
        with self._database.writing() as session:
            same = RejectedRow.sha256 == sha256 if sha256 else _same_file(None, name)
            row = session.scalar(sa.select(RejectedRow).where(same))
            if row is None:
                row = RejectedRow(sha256=sha256)
                session.add(row)
            row.filename, row.reason, row.seen_at = name, reason, _now()

    def rejected(self) -> tuple[RejectedFile, ...]:
        """All files that were set aside, the latest first."""
        latest_first = (RejectedRow.seen_at.desc(), RejectedRow.key.desc())
        with self._database.reading() as session:
            return tuple(
                RejectedFile(row.sha256, row.filename, row.reason, row.seen_at)
                for row in session.scalars(sa.select(RejectedRow).order_by(*latest_first))
            )

    # Reading

    def get(self, protocol_id: str, audience: Audience) -> Record:
        """A protocol as it is shown; raises UnknownProtocol where the audience may not see it."""
        with self._database.reading() as session:
            row = reading.find_row(session, protocol_id, audience)
            (record,) = self._to_records(session, [row], audience)
            return record

    def moved_to(self, protocol_id: str, audience: Audience) -> str | None:
        """The id of the protocol that once had this one, or None."""
        now = sa.select(ProtocolRow.protocol_id).join(
            MovedRow, MovedRow.protocol_key == ProtocolRow.key
        )
        with self._database.reading() as session:
            return session.scalar(
                now.where(MovedRow.old_id == storable(protocol_id), reading.seen_by(audience))
            )

    def find_original(
        self, protocol_id: str, audience: Audience, sha256: str | None = None
    ) -> KeptFile:
        """The shown file of a protocol, or another of its files.

        Raises UnknownProtocol where there is no such protocol, it has no such file, or names are
        masked in it for the audience: the file has them.
        """
        wanted = FileRow.role == FileRole.SHOWN if sha256 is None else FileRow.sha256 == sha256
        with self._database.reading() as session:
            row = reading.find_row(session, protocol_id, audience)
            if audience is Audience.PUBLIC and self._masks(session):
                (record,) = self._to_records(session, [row], audience)
                if not record.original_shown:
                    raise UnknownProtocol(protocol_id)
            file = session.scalar(sa.select(FileRow).where(FileRow.protocol_key == row.key, wanted))
            if file is None:
                raise UnknownProtocol(protocol_id)
            return reading.to_file(file)

    def around(
        self,
        protocol_id: str,
        audience: Audience,
        predecessors: c.Collection[str] = (),
        heirs: c.Collection[str] = (),
    ) -> Around:
        """The meetings before and after a protocol's, of its förvaltning or else of those ones.

        Raises UnknownProtocol.
        """
        with self._database.reading() as session:
            row = reading.find_row(session, protocol_id, audience)
            return series.around(session, row, audience, predecessors, heirs)

    def held_on(
        self, forvaltningar: c.Collection[str], days: c.Collection[dt.date], audience: Audience
    ) -> tuple[Held, ...]:
        """The meetings that there are protocols of, of these förvaltningar on these days."""
        with self._database.reading() as session:
            return series.held_on(session, forvaltningar, days, audience)

    def newest(self, audience: Audience, limit: int, offset: int = 0) -> tuple[Record, ...]:
        """Protocols by the day of the meeting, the latest first, those without a day last."""
        latest_first = (ProtocolRow.date.desc().nulls_last(), ProtocolRow.protocol_id.desc())
        page = sa.select(ProtocolRow).where(reading.seen_by(audience)).order_by(*latest_first)
        with self._database.reading() as session:
            rows = session.scalars(page.limit(limit).offset(offset)).all()
            return self._to_records(session, rows, audience)

    def latest_kept(self, audience: Audience, limit: int, offset: int = 0) -> tuple[Record, ...]:
        """Protocols by when they came into the archive, the latest first."""
        page = sa.select(ProtocolRow).where(reading.seen_by(audience))
        page = page.order_by(ProtocolRow.key.desc()).limit(limit).offset(offset)
        with self._database.reading() as session:
            return self._to_records(session, session.scalars(page).all(), audience)

    def some(self, ids: c.Sequence[str], audience: Audience) -> tuple[Record, ...]:
        """Those protocols of these ids that there are for the audience, in the order of the ids."""
        place = {id_: number for number, id_ in enumerate(ids)}
        with self._database.reading() as session:
            rows = [
                row
                for batch in reading.batches(list(place))
                for row in reading.find_rows(session, batch)
                if audience.may_see(row.visibility)
            ]
            rows.sort(key=lambda row: place[row.protocol_id])
            return self._to_records(session, rows, audience)

    def records(self, audience: Audience) -> c.Iterator[Record]:
        """Every protocol, in the order of their ids, a few in memory at a time.

        Each batch is a transaction of its own, so that a slow reader holds nothing up.
        """
        page = sa.select(ProtocolRow, reading.LENGTH).join(FileRow, reading.shown_file())
        page = page.where(reading.seen_by(audience))
        page = page.order_by(ProtocolRow.protocol_id).limit(reading.BATCH)
        last = ""
        while True:
            with self._database.reading() as session:
                found = session.execute(page.where(ProtocolRow.protocol_id > last)).all()
                count = reading.fitting([length for _, length in found], reading.CHARACTERS)
                rows = [row for row, _ in found[:count]]
                batch = self._to_records(session, rows, audience)
            if not rows:
                return
            last = rows[-1].protocol_id
            yield from batch

    def parts(self, audience: Audience, size: int) -> tuple[Change, ...]:
        """All protocols in parts of so many, with when something in each was last added."""
        with self._database.reading() as session:
            return changes.parts(session, audience, size)

    def listed(self, audience: Audience, size: int, part: int) -> tuple[Change, ...]:
        """The ids in one of those parts, with when something of each was last added."""
        with self._database.reading() as session:
            return changes.listed(session, audience, size, part)

    def shown_files(self) -> tuple[KeptFile, ...]:
        """The file that each protocol is read from, the oldest first."""
        shown = sa.select(FileRow).where(FileRow.role == FileRole.SHOWN).order_by(FileRow.key)
        with self._database.reading() as session:
            return tuple(reading.to_file(row) for row in session.scalars(shown))

    def read_files(self, ids: c.Collection[str] | None = None) -> c.Iterator[ReadFile]:
        """Every file of these protocols, or of all, with what was read in it, the oldest first.

        Each batch is a transaction of its own; what is kept meanwhile may come too.
        """
        page = sa.select(FileRow.key, reading.LENGTH).join(FileRow.protocol)
        page = page.order_by(FileRow.key).limit(reading.BATCH)
        if ids is not None:
            page = page.where(ProtocolRow.protocol_id.in_(ids))
        whole = sa.select(FileRow).join(FileRow.protocol).order_by(FileRow.key)
        whole = whole.options(orm.undefer(FileRow.parsed), orm.contains_eager(FileRow.protocol))
        last = 0
        while True:
            with self._database.reading() as session:
                found = session.execute(page.where(FileRow.key > last)).all()
                count = reading.fitting([length for _, length in found], reading.CHARACTERS)
                keys = [key for key, _ in found[:count]]
                rows = session.scalars(whole.where(FileRow.key.in_(keys))).all()
                batch = [reading.to_read_file(row) for row in rows]
            if not keys:
                return
            last = keys[-1]
            yield from batch

    def count_files(self, ids: c.Collection[str] | None = None) -> int:
        """How many files these protocols have, or all."""
        count = sa.select(sa.func.count()).select_from(FileRow)
        if ids is not None:
            count = count.join(FileRow.protocol).where(ProtocolRow.protocol_id.in_(ids))
        with self._database.reading() as session:
            return session.scalar(count) or 0

    def count(self) -> int:
        """How many protocols there are, whoever may see them."""
        with self._database.reading() as session:
            return session.scalar(sa.select(sa.func.count()).select_from(ProtocolRow)) or 0

    def summary(self, audience: Audience) -> Summary:
        """What the archive holds, as far as the audience may see it."""
        with self._database.reading() as session:
            return reading.summarise(session, audience)

    def by_forvaltning(self, audience: Audience) -> tuple[Tally[str | None], ...]:
        """What each förvaltning has, by id; None is what is not known to be of any."""
        with self._database.reading() as session:
            return tallies.by_forvaltning(session, audience)

    def by_year(self, audience: Audience) -> tuple[Tally[int | None], ...]:
        """What each year has, the earliest first; None is what has no date."""
        with self._database.reading() as session:
            return tallies.by_year(session, audience)

    def by_month(self, audience: Audience, year: int) -> tuple[Tally[int], ...]:
        """What each month of a year has, the earliest first."""
        with self._database.reading() as session:
            return tallies.by_month(session, audience, year)

    def meetings(self, audience: Audience) -> tuple[KeptMeeting, ...]:
        """Every meeting of which there is a protocol that the audience may see, by its id."""
        with self._database.reading() as session:
            return reading.kept_meetings(session, audience)

    def as_public(self, records: c.Iterable[Record]) -> c.Iterator[Record]:
        """The records with their names as the public sees them."""
        with self._database.reading() as session:
            withheld = withholding.withheld(session)
        return (masked_record(record, self._names_shown, withheld) for record in records)

    def masks_names(self, audience: Audience) -> bool:
        """Whether there is any protocol in which names may be masked for the audience."""
        if audience is not Audience.PUBLIC:
            return False
        with self._database.reading() as session:
            return self._masks(session)

    def withheld_names(self) -> tuple[WithheldName, ...]:
        """Every decision to withhold a name from the public, the latest first."""
        with self._database.reading() as session:
            return withholding.log(session)

    # Deciding

    def withhold_name(self, name: str, reason: str) -> tuple[str, ...]:
        """Withhold a name from the public; the ids of the protocols that have it."""
        naming = self._naming(name)
        with self._database.writing() as session:
            withholding.withhold(session, name, reason, _now())
            _mark(session, naming)
        return self._mark_new_naming(name, naming)

    def show_name(self, name: str) -> tuple[str, ...] | None:
        """Show a name again; the ids of the protocols that have it, None where it was shown."""
        naming = self._naming(name)
        with self._database.writing() as session:
            if not withholding.show(session, name, _now()):
                return None
            _mark(session, naming)
        return self._mark_new_naming(name, naming)

    def _naming(self, name: str) -> tuple[str, ...]:
        """The ids of the protocols in which the name stands."""
        records = self.records(Audience.OPERATOR)
        return tuple(it.protocol.id or "" for it in records if names_anywhere(it, name))

    def _mark_new_naming(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Mark for the index those too that came in while the others were looked for."""
        naming = self._naming(name)
        with self._database.writing() as session:
            _mark(session, sorted(set(naming).difference(known)))
        return naming

    def correct(
        self,
        protocol_id: str,
        *,
        date: dt.date | None = None,
        forvaltning: str | None = None,
        visibility: Visibility | None = None,
        registries: Registries,
    ) -> Record:
        """Lay a person's decision over the parse; a new date or förvaltning gives a new id.

        The old address leads to the new one from then on. Raises UnknownProtocol, and
        UnknownForvaltning where the registry holds no such förvaltning.
        """
        if forvaltning is not None and forvaltning not in registries.forvaltningar:
            raise UnknownForvaltning(forvaltning)
        with self._database.writing() as session:
            row = reading.find_row(session, protocol_id, Audience.OPERATOR)
            if date is not None:
                _put(session, row, DATE, date.isoformat(), None)
            if forvaltning is not None:
                name = registries.forvaltningar[forvaltning].name
                _put(session, row, FORVALTNING, forvaltning, name)
            if visibility is not None:
                row.visibility, row.decided = visibility, True
                row.held_for = row.held_for if visibility is Visibility.HELD else []
            if date is not None or forvaltning is not None:
                session.refresh(row, ["corrections"])
                shelving.settle(session, row)
                _readdress(session, row)
            index_queue.mark(session, *{protocol_id, row.protocol_id})
            session.flush()
            return _record(session, row, Audience.OPERATOR)

    def _to_records(
        self, session: orm.Session, rows: c.Sequence[ProtocolRow], audience: Audience
    ) -> tuple[Record, ...]:
        """The rows as records, for the public with its names masked."""
        records = reading.to_records(session, rows, audience)
        if audience is not Audience.PUBLIC:
            return records
        withheld = withholding.withheld(session)
        return tuple(masked_record(record, self._names_shown, withheld) for record in records)

    def _masks(self, session: orm.Session) -> bool:
        return self._names_shown is not NamesShown.ALL or bool(withholding.withheld(session))

    # The index

    def waiting(
        self, limit: int | None = None, characters: int | None = None, until: int | None = None
    ) -> tuple[Pending, ...]:
        """What is marked for the index, the oldest marks first, up to a mark or all of it.

        So many protocols, or as many as their text fits into so many characters, but one at least.
        """
        with self._database.reading() as session:
            return index_queue.waiting(session, limit, characters, until)

    def last_mark(self) -> int:
        """The newest mark for the index; those made later are higher."""
        with self._database.reading() as session:
            return index_queue.last_mark(session)

    def marked(self) -> frozenset[str]:
        """The ids of all that is marked for the index."""
        with self._database.reading() as session:
            return index_queue.marked(session)

    def unmark(self, done: c.Iterable[Pending]) -> None:
        """Take marks away, unless the protocol has been marked again since."""
        with self._database.writing() as session:
            index_queue.unmark(session, done)

    def unmark_until(self, mark: int) -> None:
        """Take away every mark up to one, when the whole index has been built since."""
        with self._database.writing() as session:
            index_queue.unmark_until(session, mark)


def _record(session: orm.Session, row: ProtocolRow, audience: Audience) -> Record:
    (record,) = reading.to_records(session, [row], audience)
    return record


def _put(session: orm.Session, row: ProtocolRow, field: str, value: str, label: str | None) -> None:
    session.merge(
        CorrectionRow(protocol_key=row.key, field=field, value=value, label=label, made_at=_now())
    )
    session.flush()


def _readdress(session: orm.Session, row: ProtocolRow) -> None:
    stem = protocol_stem(row.forvaltning, row.date)
    if has_stem(row.protocol_id, stem):
        return
    old, new = row.protocol_id, shelving.free_id(session, stem, own_key=row.key)
    session.execute(sa.delete(MovedRow).where(MovedRow.old_id == new))  # back where it once was
    session.add(MovedRow(old_id=old, protocol_key=row.key))
    row.protocol_id = new


def _same_file(sha256: str | None, filename: str) -> sa.ColumnElement[bool]:
    """Notes of the same bytes, or of a file by that name whose bytes could not be read."""
    unread = sa.and_(RejectedRow.sha256.is_(None), RejectedRow.filename == filename)
    return unread if sha256 is None else sa.or_(RejectedRow.sha256 == sha256, unread)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _mark(session: orm.Session, protocol_ids: c.Sequence[str]) -> None:
    """Mark protocols for the index, however many."""
    for batch in reading.batches(protocol_ids):
        index_queue.mark(session, *batch)
