"""Meetings in a list: what each row tells, and the headings that rows are gathered under."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import itertools

from archive import counts
from archive.counts import Counts
from archive.model import Basis, Protocol
from archive.records import Record
from webui import phrasing, section_view


@dc.dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting, told in a few lines."""

    protocol: Protocol
    counts: Counts
    matters: tuple[str, ...]
    came: dt.date  # when its first file was kept

    @property
    def date(self) -> dt.date | None:
        """The day of the meeting."""
        return self.protocol.date.value

    @property
    def is_inferred(self) -> bool:
        """Whether the day is a conclusion."""
        return self.protocol.date.basis is Basis.INFERRED


@dc.dataclass(frozen=True, slots=True)
class Gathered:
    """Rows under a heading."""

    heading: str
    rows: tuple[MeetingRow, ...]


def rows(records: c.Iterable[Record]) -> tuple[MeetingRow, ...]:
    """A row for each protocol."""
    return tuple(
        MeetingRow(
            record.protocol,
            counts.count(record.protocol),
            tuple(section_view.matters_of_substance(record.protocol)),
            min(file.imported_at for file in record.files).date(),
        )
        for record in records
    )


def by_year(found: c.Iterable[MeetingRow]) -> tuple[Gathered, ...]:
    """Rows that are in order of time, year by year."""
    return _gathered(found, lambda row: str(row.date.year) if row.date else "Utan datum")


def by_day_of_import(found: c.Iterable[MeetingRow]) -> tuple[Gathered, ...]:
    """Rows in the order they came into the archive, day by day."""
    return _gathered(found, lambda row: f"Inlagda {phrasing.long_date(row.came)}")


def _gathered(
    found: c.Iterable[MeetingRow], heading: c.Callable[[MeetingRow], str]
) -> tuple[Gathered, ...]:
    return tuple(Gathered(name, tuple(rows)) for name, rows in itertools.groupby(found, heading))
