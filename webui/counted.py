"""Numbers that each know the search which shows what was counted, and such searches."""

import collections.abc as c
import dataclasses as dc

from archive.registry import Registries
from index import Filters, Order, Request, Result, SearchIndex, narrowed
from webui.choices import counts_of


@dc.dataclass(frozen=True, slots=True)
class Number:
    """A count, and the search that gives it."""

    count: int
    request: Request


@dc.dataclass(frozen=True, slots=True)
class Series:
    """What one search counts, in all and by year."""

    id: str
    name: str
    all: Number  # with what has no date
    by_year: c.Mapping[int, int]

    def at(self, year: int) -> Number:
        """One year of it."""
        return Number(
            self.by_year.get(year, 0), narrowed(self.all.request, periods=(f"{year:04}",))
        )


def counted(
    index: SearchIndex, request: Request, id_: str = "", name: str = ""
) -> tuple[Series, Result]:
    """What a search counts, and the answer that tells it."""
    result = index.search(dc.replace(request, limit=0))
    years = {int(id_): many for id_, many in counts_of(result, "ar").items() if len(id_) == 4}
    return Series(id_, name, Number(result.total, request), years), result


def apart(request: Request, registries: Registries) -> Request:
    """The same search with the chosen values' predecessors named one by one: it finds the same,
    and its facets count each förvaltning and union under its own name alone."""
    if not request.filters.predecessors:
        return request
    filters = request.filters
    return narrowed(
        request,
        forvaltningar=_each(filters.forvaltningar, registries.with_predecessors),
        unions=_each(filters.unions, registries.union_with_predecessors),
        predecessors=False,
    )


def plainly(request: Request, registries: Registries) -> Request:
    """The same search without "no predecessors" where nothing chosen has any."""
    filters = request.filters
    chosen = (
        *map(registries.with_predecessors, filters.forvaltningar),
        *map(registries.union_with_predecessors, filters.unions),
    )
    has_none = all(len(lineage) == 1 for lineage in chosen)
    return narrowed(request, predecessors=filters.predecessors or has_none)


def base_request(chosen: Request) -> Request:
    """The search that all others are made from: what was chosen and no more."""
    filters = Filters(
        forvaltningar=chosen.filters.forvaltningar,
        unions=chosen.filters.unions,
        predecessors=chosen.filters.predecessors,
    )
    return Request("", chosen.audience, filters=filters, order=Order.NEWEST)


def _each(ids: c.Iterable[str], lineage: c.Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for id_ in ids for other in lineage(id_)))
