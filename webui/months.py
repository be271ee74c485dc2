"""The months that a search is shown by, where it is for one year or for two years' worth of days.

The engine counts by year. Each month is counted by a search of its own.
"""

import dataclasses as dc
import typing as t

from archive.months import MONTHS
from index import Request, Result, narrowed

YEAR: t.Final = len("2025")
MONTH: t.Final = len("2025-03")

MOST: t.Final = 24


def shown(request: Request, result: Result) -> tuple[str, ...]:
    """The months worth counting one by one; none where years are to be shown.

    What was found by other words than those typed has no months: each month's search would choose
    words of its own.
    """
    if result.altered:
        return ()
    every = _chosen_months(request)
    years = {value.id for value in result.facets.get("ar", ())}
    return every if years & {month[:YEAR] for month in every} else ()


def in_month(request: Request, month: str) -> Request:
    """The search that tells how many hits a month has."""
    alone = narrowed(request, periods=(month,), earliest=None, latest=None)
    return dc.replace(alone, limit=0, literal=True)


def _chosen_months(request: Request) -> tuple[str, ...]:
    """The months of what is chosen, with the rest of their years where that is not too many."""
    filters = request.filters
    if filters.periods:
        years = {period[:YEAR] for period in filters.periods}
        return _months_between(f"{min(years)}-01", f"{max(years)}-12") if len(years) == 1 else ()
    if not (filters.earliest and filters.latest):
        return ()
    first, last = filters.earliest.isoformat()[:MONTH], filters.latest.isoformat()[:MONTH]
    if int(last[:YEAR]) - int(first[:YEAR]) > MOST // len(MONTHS):
        return ()
    whole = _months_between(f"{first[:YEAR]}-01", f"{last[:YEAR]}-12")
    some = whole if len(whole) <= MOST else _months_between(first, last)
    return some if len(some) <= MOST else ()


def _months_between(first: str, last: str) -> tuple[str, ...]:
    every = (
        f"{year:04}-{month:02}"
        for year in range(int(first[:YEAR]), int(last[:YEAR]) + 1)
        for month in range(1, len(MONTHS) + 1)
    )
    return tuple(month for month in every if first <= month <= last)
