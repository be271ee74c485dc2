"""How the hits lie over the years: a bar for each, which is also a way to choose that year."""

import collections
import collections.abc as c
import dataclasses as dc
import typing as t

from index import Request, Result, chosen, narrowed, toggled
from webui.choices import Choice, counts_with_chosen
from webui.labels import Labels

MOST_LABELS: t.Final = 6  # under the bars, so that they fit on a phone
LONGEST: t.Final = 40  # years; beyond that only those with hits


@dc.dataclass(frozen=True, slots=True)
class Bar:
    """One year; `height` is in per cent of the highest."""

    choice: Choice
    label: str
    height: float
    lit: bool  # it lies in what is chosen, or nothing is


def timeline(request: Request, result: Result, labels: Labels) -> tuple[Bar, ...]:
    """A bar for each year there could be hits in; empty where there is nothing to compare."""
    counts = _whole_years(counts_with_chosen(request, result, "ar"))
    highest = max(counts.values(), default=0)
    if len(counts) < 2 or not highest:
        return ()
    apart = -(-len(counts) // MOST_LABELS)
    return tuple(
        Bar(
            Choice(
                labels.period(id_),
                narrowed(toggled(request, "ar", id_), earliest=None, latest=None),
                count,
                id_ in chosen(request, "ar"),
            ),
            label=labels.period(id_) if place % apart == 0 else "",
            height=round(100 * count / highest, 1),
            lit=_lit(request, id_),
        )
        for place, (id_, count) in enumerate(counts.items())
    )


def _whole_years(counts: c.Mapping[str, int]) -> dict[str, int]:
    """Counts by year, with the years between them, so that a gap looks like a gap."""
    years: collections.Counter[int] = collections.Counter()
    for id_, count in counts.items():
        if len(id_) == len("2025"):
            years[int(id_)] += count
    if not years:
        return {}
    first, last = min(years), max(years)
    span = range(first, last + 1) if last - first <= LONGEST else sorted(years)
    return {str(year): years[year] for year in span}


def _lit(request: Request, year: str) -> bool:
    filters = request.filters
    if filters.periods:
        return any(period[: len(year)] == year for period in filters.periods)
    first = str(filters.earliest.year) if filters.earliest else year
    last = str(filters.latest.year) if filters.latest else year
    return first <= year <= last
