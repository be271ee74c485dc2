"""What /tackning knows as a table: a row for each meeting that is here, is missing or might be."""

import collections.abc as c
import itertools
import typing as t

from archive.coverage import Coverage
from archive.records import KeptMeeting
from archive.registry import Forvaltning
from webui import coverage_view, lost_meetings
from webui.csv_form import Row, csv_text

HEADING: t.Final = (
    "förvaltning", "förvaltning-id", "år", "månad", "läge", "datum", "protokoll", "adress", "grund"
)  # fmt: skip
HERE: t.Final = "finns"
MISSING: t.Final = "saknas"
LIKELY: t.Final = "saknas kanske"

Address: t.TypeAlias = c.Callable[[str], str]  # of a protocol


def table(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    year: int | None,
    address: Address,
    nowhere: c.Iterable[KeptMeeting] = (),
) -> str:
    """All that is known of these förvaltningar, in one year or in all; `nowhere` are the meetings
    whose förvaltning is not known."""
    rows = itertools.chain(
        _rows(coverages, register, year, address), (_of_nobody(it, address) for it in nowhere)
    )
    return csv_text(HEADING, rows)


def _rows(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    year: int | None,
    address: Address,
) -> c.Iterator[Row]:
    for name, _, coverage in coverage_view.in_order(coverages, register):
        whose = (name, coverage.forvaltning)
        for (its, month), known in coverage.months.items():
            if year in (None, its):
                for kept in known.kept:
                    yield (*whose, its, month, *_here(kept, address))
                if known.usual:
                    why = lost_meetings.usually(month, known.usual)
                    yield (*whose, its, month, LIKELY, None, None, None, f"Har haft {why}")
        for lost in lost_meetings.lost_meetings([coverage], register, year=year):
            day = lost.day if lost.exact else None
            said = (MISSING, str(day) if day else None, None, None, lost.sentence)
            yield (*whose, lost.day.year, day.month if day else None, *said)
        if year is None:
            for kept in coverage.undated:
                yield (*whose, None, None, *_here(kept, address))


def _of_nobody(kept: KeptMeeting, address: Address) -> Row:
    when = (kept.date.year, kept.date.month) if kept.date else (None, None)
    return (None, None, *when, *_here(kept, address))


def _here(kept: KeptMeeting, address: Address) -> Row:
    day = str(kept.date) if kept.date else None
    return (HERE, day, kept.protocol_id, address(kept.protocol_id), None)
