"""What /tackning knows as a table: a row for each meeting that is here, is missing or might be."""

import collections.abc as c
import datetime as dt
import itertools
import typing as t

from archive.coverage import Coverage
from archive.records import KeptMeeting
from archive.registry import Forvaltning
from webui import coverage_view, lost_meetings
from webui.csv_form import Row, csv_text
from webui.years import Years

HEADING: t.Final = (
    "förvaltning", "förvaltning-id", "år", "månad", "datum", "läge", "protokoll", "adress",
    "grund", "källa",
)  # fmt: skip
HERE: t.Final = "finns"
MISSING: t.Final = "saknas"
LIKELY: t.Final = "brukar ha möte"

Address: t.TypeAlias = c.Callable[[str], str]  # of a protocol
Dated: t.TypeAlias = tuple[dt.date, Row]


def table(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    years: Years,
    address: Address,
    nowhere: c.Iterable[KeptMeeting] = (),
) -> str:
    """All that is known of these förvaltningar in these years, of each in order of time.

    `nowhere` are the meetings whose förvaltning is not known. "källa" is where that a meeting is
    missing is known from: one address or, with a space between them, two.
    """
    rows = itertools.chain(
        _rows(coverages, register, years, address), (_of_nobody(it, address) for it in nowhere)
    )
    return csv_text(HEADING, rows)


def _rows(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    years: Years,
    address: Address,
) -> c.Iterator[Row]:
    for name, _, coverage in coverage_view.in_order(coverages, register):
        whose = (name, coverage.forvaltning)
        dated = [
            *_kept(coverage, years, address),
            *_usual(coverage, years),
            *_missing(coverage, register, years, address),
        ]
        for _, row in sorted(dated, key=lambda it: it[0]):
            yield (*whose, *row)
        if years == Years():
            for kept in coverage.undated:
                yield (*whose, None, None, *_here(kept, address))


def _kept(coverage: Coverage, years: Years, address: Address) -> c.Iterator[Dated]:
    for (year, month), known in coverage.months.items():
        for kept in known.kept if year in years else ():
            yield kept.date or dt.date(year, month, 1), (year, month, *_here(kept, address))


def _usual(coverage: Coverage, years: Years) -> c.Iterator[Dated]:
    for (year, month), known in coverage.months.items():
        if known.usual and year in years:
            why = f"Har haft {lost_meetings.usually(month, known.usual)}"
            yield dt.date(year, month, 1), (year, month, None, LIKELY, None, None, why, None)


def _missing(
    coverage: Coverage, register: c.Mapping[str, Forvaltning], years: Years, address: Address
) -> c.Iterator[Dated]:
    for lost in lost_meetings.lost_meetings([coverage], register, years=years):
        when = (lost.day.month, str(lost.day)) if lost.exact else (None, None)
        known_from = " ".join(map(address, lost.sources))
        row = (lost.day.year, *when, MISSING, None, None, lost.sentence, known_from)
        yield lost.day, row


def _of_nobody(kept: KeptMeeting, address: Address) -> Row:
    when = (kept.date.year, kept.date.month) if kept.date else (None, None)
    return (None, None, *when, *_here(kept, address))


def _here(kept: KeptMeeting, address: Address) -> Row:
    day = str(kept.date) if kept.date else None
    return (day, HERE, kept.protocol_id, address(kept.protocol_id), None, None)
