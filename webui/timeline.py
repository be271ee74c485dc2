"""How the hits lie in time: a bar for each year, which is also a way to choose it.

Where one year is chosen, or no more than two years' worth of days, there is a bar for each month
instead, and a way back. The engine counts by year; whoever asks for months counts each of them.
"""

import collections
import collections.abc as c
import dataclasses as dc
import typing as t

from archive.months import MONTHS
from index import Request, Result, chosen, narrowed, toggled
from webui.choices import Choice, counts_with_chosen
from webui.labels import KINDS, Labels
from webui.months import MONTH, YEAR

MOST_LABELS: t.Final = 12  # under the bars, where there is room
FEWEST_LABELS: t.Final = 6  # of those, what a phone has room for
LONGEST: t.Final = 40  # years; beyond that only those with hits


@dc.dataclass(frozen=True, slots=True)
class Bar:
    """One year or month; `height` is in per cent of the highest."""

    choice: Choice
    label: str  # empty where there is no room for one
    height: float
    lit: bool  # it lies in what is chosen, or nothing is
    on_phone: bool = True  # its label stands there too


@dc.dataclass(frozen=True, slots=True)
class Timeline:
    """The bars, what they are, and the ways to other spans of time."""

    heading: str  # "per år", "per månad 2025"
    unit: str  # "År", "Månad"
    noun: str  # what is counted: "Paragrafer"
    bars: tuple[Bar, ...]
    earlier: Choice | None = None
    wider: tuple[Choice, ...] = ()
    later: Choice | None = None


def timeline(
    request: Request, result: Result, labels: Labels, months: c.Mapping[str, int] | None = None
) -> Timeline | None:
    """The bars to show, by month where those are counted; None where nothing can be compared."""
    if months and any(months.values()):
        return _by_month(request, result, labels, months)
    counts = _whole_years(counts_with_chosen(request, result, "ar"), _bounds(request))
    if len(counts) < 2 or not any(counts.values()):
        return None
    choices = [
        Choice(labels.period(id_), _without_days(toggled(request, "ar", id_)), count)
        for id_, count in counts.items()
    ]
    wider = (_all_years(request),) if _has_time(request) else ()
    bars = _bars(request, counts, choices, labels.period)
    return Timeline("per år", "År", KINDS[request.kind], bars, wider=wider)


def _by_month(
    request: Request, result: Result, labels: Labels, counts: c.Mapping[str, int]
) -> Timeline:
    choices = [
        Choice(labels.period(id_), _with_month(request, id_), count)
        for id_, count in counts.items()
    ]
    years = sorted({month[:YEAR] for month in counts})
    several = len(years) > 1
    bars = _bars(request, counts, choices, lambda id_: _short(id_, with_year=several))
    heading = f"per månad {'–'.join(dict.fromkeys((years[0], years[-1])))}"
    noun = KINDS[request.kind]
    if several:
        return Timeline(heading, "Månad", noun, bars, wider=(_all_years(request),))
    (year,) = years
    others = sorted(value.id for value in result.facets.get("ar", ()) if value.count)
    whole = () if chosen(request, "ar") == (year,) else (_year(request, year, f"Hela {year}"),)
    return Timeline(
        heading,
        "Månad",
        noun,
        bars,
        next((_year(request, other) for other in others[::-1] if other < year), None),
        (*whole, _all_years(request)),
        next((_year(request, other) for other in others if other > year), None),
    )


def _bars(
    request: Request,
    counts: c.Mapping[str, int],
    choices: c.Sequence[Choice],
    named: c.Callable[[str], str],
) -> tuple[Bar, ...]:
    highest = max(counts.values())
    apart = -(-len(counts) // MOST_LABELS)
    on_phone = apart * -(-len(counts) // (apart * FEWEST_LABELS))
    return tuple(
        Bar(
            dc.replace(choice, chosen=id_ in chosen(request, "ar")),
            named(id_) if place % apart == 0 else "",
            round(100 * count / highest, 1),
            _lit(request, id_),
            place % on_phone == 0,
        )
        for place, ((id_, count), choice) in enumerate(zip(counts.items(), choices, strict=True))
    )


def _with_month(request: Request, month: str) -> Request:
    """A month chosen in place of its year or of days, or beside other months; or no longer."""
    others = tuple(period for period in chosen(request, "ar") if len(period) == MONTH)
    periods = (
        tuple(other for other in others if other != month) or (month[:YEAR],)
        if month in others
        else (*others, month)
    )
    return _without_days(narrowed(request, periods=periods))


def _year(request: Request, year: str, label: str = "") -> Choice:
    return Choice(label or year, _without_days(narrowed(request, periods=(year,))))


def _all_years(request: Request) -> Choice:
    return Choice("Alla år", _without_days(narrowed(request, periods=())))


def _without_days(request: Request) -> Request:
    return narrowed(request, earliest=None, latest=None)


def _has_time(request: Request) -> bool:
    filters = request.filters
    return bool(filters.periods or filters.earliest or filters.latest)


def _short(month: str, *, with_year: bool) -> str:
    """A month under its bar: "mar", or "mar 25" where there are several years."""
    name = MONTHS[int(month[YEAR + 1 :]) - 1][:3]
    return f"{name} {month[2:YEAR]}" if with_year else name


def _bounds(request: Request) -> tuple[int, ...]:
    """The first and the last year that days are asked for."""
    filters = request.filters
    return tuple(day.year for day in (filters.earliest, filters.latest) if day)


def _whole_years(counts: c.Mapping[str, int], asked: c.Iterable[int]) -> dict[str, int]:
    """Counts by year, with the years between them and as far as was asked, so that what has
    nothing looks like nothing."""
    years: collections.Counter[int] = collections.Counter()
    for id_, count in counts.items():
        if len(id_) == YEAR:
            years[int(id_)] += count
    if not years:
        return {}
    wide = {*years, *asked}
    ends = wide if max(wide) - min(wide) <= LONGEST else years
    first, last = min(ends), max(ends)
    span = range(first, last + 1) if last - first <= LONGEST else sorted(years)
    return {f"{year:04}": years[year] for year in span}


def _lit(request: Request, id_: str) -> bool:
    """Whether a year or month lies in what is chosen, or has some of it."""
    filters = request.filters
    if filters.periods:
        return any(period.startswith(id_) or id_.startswith(period) for period in filters.periods)
    first = filters.earliest.isoformat()[: len(id_)] if filters.earliest else id_
    last = filters.latest.isoformat()[: len(id_)] if filters.latest else id_
    return first <= id_ <= last
