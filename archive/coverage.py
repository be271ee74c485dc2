"""Which meetings there are protocols of, and which were held without one being here. Pure.

What is known stands apart from what is only likely. Known to be missing is a meeting that a kept
protocol announces, or whose protocol it goes through, or whose number lies between those of two
kept ones. Likely is no more than a
month without a meeting in which that förvaltning has met in other years. Every doubt is resolved
towards claiming less: a meeting can be moved, a number misread, and minutes are published late.
"""

import bisect
import calendar
import collections
import collections.abc as c
import dataclasses as dc
import datetime as dt
import itertools
import typing as t

from archive.meeting_numbers import Skipped, skipped_numbers, unbroken_spans
from archive.records import KeptMeeting
from archive.registry import Registries

NEAR: t.Final = dt.timedelta(days=7)  # so far a meeting may have been moved and be the same
MOVED: t.Final = dt.timedelta(days=21)  # or so far, where the meeting after it says so
PATIENCE: t.Final = dt.timedelta(days=30)  # until minutes are approved and published
FAR: t.Final = dt.timedelta(days=366)  # a next meeting further ahead is a misread year
USUAL: t.Final = 2  # other years
LONGEST_GAP: t.Final = 5  # years from one with meetings to the next; a longer silence is no lapse

YearMonth: t.TypeAlias = tuple[int, int]


@dc.dataclass(frozen=True, slots=True)
class Announced:
    """A meeting that a kept protocol announces, and of which there is no protocol."""

    day: dt.date
    by: KeptMeeting


@dc.dataclass(frozen=True, slots=True)
class GoneThrough:
    """A meeting whose protocol a later one goes through, and of which there is none here."""

    day: dt.date
    by: KeptMeeting


Missing: t.TypeAlias = Announced | GoneThrough


@dc.dataclass(frozen=True, slots=True)
class Month:
    """What is known of a förvaltning's meetings in one month."""

    kept: tuple[KeptMeeting, ...] = ()
    missing: tuple[Missing, ...] = ()
    usual: tuple[int, ...] = ()  # other years with a meeting in this month, where this has none

    @property
    def held(self) -> bool:
        """Whether a meeting is known to have been held: one that was only announced is not."""
        return bool(self.kept) or any(isinstance(it, GoneThrough) for it in self.missing)


@dc.dataclass(frozen=True, slots=True)
class Coverage:
    """One förvaltning's meetings; a month that nothing is known of has no entry."""

    forvaltning: str
    months: c.Mapping[YearMonth, Month]
    skipped: tuple[Skipped, ...] = ()
    undated: tuple[KeptMeeting, ...] = ()

    def of_year(self, year: int) -> c.Iterator[Month]:
        """The months of a year that something is known of."""
        every = (self.months.get((year, month)) for month in range(1, 13))
        return (month for month in every if month)

    def missing_in(self, year: int) -> int:
        """How many meetings of a year are known to be missing, each counted once."""
        told_of = [lost.day for month in self.of_year(year) for lost in month.missing]
        unexplained = sum(
            max(0, len(gap.numbers) - sum(gap.first < day < gap.last for day in told_of))
            for gap in self.skipped
            if gap.year == year
        )
        return len(told_of) + unexplained

    def kept_in(self, year: int) -> int:
        """How many meetings of a year have a protocol."""
        return sum(len(month.kept) for month in self.of_year(year))

    def usual_in(self, year: int) -> int:
        """In how many months of a year there usually is a meeting, and nothing is kept."""
        return sum(bool(month.usual) for month in self.of_year(year))

    def years(self) -> tuple[int, ...]:
        """The years that something is known of."""
        return tuple(sorted({year for year, _ in self.months}))


def cover(
    meetings: c.Iterable[KeptMeeting], registries: Registries, today: dt.date
) -> tuple[Coverage, ...]:
    """What the archive has and lacks, for each förvaltning that it has anything of.

    Meetings whose förvaltning is unknown are in none of them.
    """
    by_forvaltning: dict[str, list[KeptMeeting]] = collections.defaultdict(list)
    for meeting in meetings:
        if meeting.forvaltning:
            by_forvaltning[meeting.forvaltning].append(meeting)
    return tuple(
        _covered(id_, own, _days_of(relatives(id_, registries), by_forvaltning), registries, today)
        for id_, own in sorted(by_forvaltning.items())
    )


def relatives(forvaltning: str, registries: Registries) -> frozenset[str]:
    """A förvaltning, what it took over and what took it over: they hold each other's meetings."""
    heirs = (
        other
        for other in registries.forvaltningar
        if forvaltning in registries.with_predecessors(other)
    )
    return frozenset((forvaltning, *registries.with_predecessors(forvaltning), *heirs))


def _days_of(
    ids: c.Iterable[str], meetings: c.Mapping[str, c.Sequence[KeptMeeting]]
) -> list[dt.date]:
    return sorted(it.date for id_ in ids for it in meetings.get(id_, ()) if it.date)


def _covered(
    forvaltning: str,
    own: c.Sequence[KeptMeeting],
    met: c.Sequence[dt.date],
    registries: Registries,
    today: dt.date,
) -> Coverage:
    dated = sorted((it for it in own if it.date), key=_when)
    months: dict[YearMonth, Month] = {}
    for when, held in itertools.groupby(dated, key=lambda it: _month_of(_when(it)[0])):
        months[when] = Month(kept=tuple(held))
    unbroken = unbroken_spans(dated)
    for lost in _missing(dated, met, today):
        if any(first < lost.day < last for first, last in unbroken):
            continue
        when = _month_of(lost.day)
        before = months.get(when, Month())
        months[when] = dc.replace(before, missing=(*before.missing, lost))
    for when, years in _usual(months, forvaltning, registries, today).items():
        if not any(_month_of(first) < when < _month_of(last) for first, last in unbroken):
            months[when] = Month(usual=years)
    return Coverage(
        forvaltning,
        dict(sorted(months.items())),
        skipped_numbers(dated),
        tuple(it for it in own if not it.date),
    )


def _missing(
    dated: c.Sequence[KeptMeeting], met: c.Sequence[dt.date], today: dt.date
) -> list[Missing]:
    """All that the protocols tell of and nothing near it was kept, in order, each meeting once.

    That its protocol was gone through says more than that it was announced: it was held.
    """
    held = _gone_through(dated, met, today)
    days = [it.day for it in held]
    announced = (
        it
        for it in _announced(dated, met, today)
        if not _near(it.day, days) and not any(_rules_out(later, it.day) for later in dated)
    )
    return sorted((*held, *announced), key=lambda it: it.day)


def _rules_out(meeting: KeptMeeting, day: dt.date) -> bool:
    """Whether the meeting before this one lies where nothing can have been held on that day, or
    so soon after it that it was moved."""
    before, held = meeting.previous_meeting, _when(meeting)[0]
    return before is not None and (before < day < held or day < before <= day + MOVED)


def _gone_through(
    dated: c.Sequence[KeptMeeting], met: c.Sequence[dt.date], today: dt.date
) -> list[GoneThrough]:
    """The meetings whose protocols are gone through; the first to do so says it."""
    first: dict[dt.date, KeptMeeting] = {}
    for meeting in dated:
        held, day = _when(meeting)[0], meeting.previous_meeting
        if day and held - FAR <= day < held and day <= today - PATIENCE and not _near(day, met):
            first.setdefault(day, meeting)
    return [GoneThrough(day, first[day]) for day in sorted(first)]


def _announced(
    dated: c.Sequence[KeptMeeting], met: c.Sequence[dt.date], today: dt.date
) -> c.Iterator[Announced]:
    """What the protocols announce and nothing near it was kept; the last to say so says it.

    Where a protocol in between announces another day, that is the one that holds.
    """
    latest: dict[dt.date, KeptMeeting] = {}
    for place, meeting in enumerate(dated):
        held, day = _when(meeting)[0], meeting.next_meeting
        if not day or not held < day <= min(held + FAR, today - PATIENCE) or _near(day, met):
            continue
        later = itertools.islice(dated, place + 1, None)
        if not any(_says_otherwise(it, held, day) for it in _until(day, later)):
            latest[day] = meeting
    yield from (Announced(day, latest[day]) for day in sorted(latest))


def _until(day: dt.date, meetings: c.Iterable[KeptMeeting]) -> c.Iterator[KeptMeeting]:
    return itertools.takewhile(lambda it: _when(it)[0] < day, meetings)


def _says_otherwise(meeting: KeptMeeting, held: dt.date, day: dt.date) -> bool:
    """Whether a meeting after the one that was held then announces another day."""
    return meeting.date != held and meeting.next_meeting not in (None, day)


def _near(day: dt.date, days: c.Sequence[dt.date]) -> bool:
    """Whether one of the days, in order, lies near it."""
    place = bisect.bisect_left(days, day - NEAR)
    return place < len(days) and days[place] <= day + NEAR


def _usual(
    months: c.Mapping[YearMonth, Month], forvaltning: str, registries: Registries, today: dt.date
) -> dict[YearMonth, tuple[int, ...]]:
    """Months without a meeting that other years have one in, within the years that are known."""
    known = registries.forvaltningar.get(forvaltning)
    since, until = (known.since, known.until) if known else (None, None)
    held = [when for when, known in months.items() if known.held]
    met = {month: sorted(y for y, m in held if m == month) for month in range(1, 13)}
    return {
        (year, month): tuple(years)
        for year in _lively(sorted({year for year, _ in held}))
        if (since or year) <= year <= (until or year)
        for month, years in met.items()
        if (year, month) not in months
        and len(years) >= USUAL
        and _last_day(year, month) <= today - PATIENCE
    }


def _lively(years: c.Sequence[int]) -> c.Iterator[int]:
    """The years with meetings, and those in short gaps between them."""
    yield from years
    for one, other in itertools.pairwise(years):
        if other - one <= LONGEST_GAP:
            yield from range(one + 1, other)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _when(meeting: KeptMeeting) -> tuple[dt.date, str]:
    """The key to order dated meetings by."""
    return meeting.date or dt.date.min, meeting.protocol_id


def _month_of(day: dt.date) -> YearMonth:
    return day.year, day.month
