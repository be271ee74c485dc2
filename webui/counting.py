"""What is counted for /statistik, each number with the search that shows what was counted.

All numbers are the index's own facets: one search gives a whole row of years. Nothing is read from
protocols, and every number can be followed to its hits.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Outcome
from index import Filters, Kind, Order, Request, Result, SearchIndex, narrowed
from webui.choices import counts_of
from webui.labels import FORMALITIES, Labels
from webui.swedish_order import swedish_order

MOST_TOPICS: t.Final = 10
MOST_UNIONS: t.Final = 10
LONGEST: t.Final = 40  # years in a row; beyond that only those with something to count

OUTCOMES: t.Final = (Outcome.AGREED, Outcome.DISAGREED, Outcome.INFORMED, Outcome.POSTPONED)


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
    chosen: bool = False

    def at(self, year: int) -> Number:
        """One year of it."""
        return Number(
            self.by_year.get(year, 0), narrowed(self.all.request, periods=(f"{year:04}",))
        )


@dc.dataclass(frozen=True, slots=True)
class Asked:
    """Questions, and those of them that were answered."""

    questions: Series
    answered: Series


@dc.dataclass(frozen=True, slots=True)
class Forvaltning:
    """What one förvaltning has, over all years."""

    id: str
    name: str
    chosen: bool
    protocols: Number
    sections: Number
    questions: Number
    answered: Number


class Option(t.NamedTuple):
    """A union that the numbers can be narrowed to."""

    id: str
    name: str
    chosen: bool


@dc.dataclass(frozen=True, slots=True)
class Counts:
    """Everything that is counted."""

    years: tuple[int, ...]
    protocols: Series
    sections: Series
    asked: Asked
    topics: tuple[Series, ...]  # the most common first
    unions: tuple[Asked, ...]  # who asks most first
    named: tuple[Option, ...]  # the unions that are named, as Swedes sort
    outcomes: tuple[Series, ...]
    forvaltningar: tuple[Forvaltning, ...]  # as Swedes sort


def base_request(chosen: Request) -> Request:
    """The search that all others are made from: what was chosen and no more."""
    filters = Filters(
        forvaltningar=chosen.filters.forvaltningar,
        unions=chosen.filters.unions,
        predecessors=chosen.filters.predecessors,
    )
    return Request("", chosen.audience, filters=filters, order=Order.NEWEST)


def count(index: SearchIndex, base: Request, labels: Labels) -> Counts:
    """All the numbers, from some forty searches."""
    sections, found = _series(index, base)
    protocols, of_protocols = _series(index, dc.replace(base, kind=Kind.PROTOCOL))
    asking = dc.replace(base, kind=Kind.EXCHANGE)
    questions, of_questions = _series(index, asking)
    answered, of_answered = _series(index, narrowed(asking, answered=True))
    topics = [id_ for id_ in counts_of(found, "amne") if id_ != FORMALITIES][:MOST_TOPICS]
    unions = list(counts_of(of_questions, "fack"))[:MOST_UNIONS]
    return Counts(
        _years(protocols, sections, questions),
        protocols,
        sections,
        Asked(questions, answered),
        tuple(
            _series(index, narrowed(base, topics=(id_,)), id_, labels.topic(id_))[0]
            for id_ in topics
        ),
        tuple(_asked_by(index, asking, id_, labels) for id_ in unions),
        _named((*counts_of(found, "fack"), *unions), base, labels),
        tuple(
            _series(index, narrowed(base, outcomes=(id_,)), id_, labels.outcome(id_))[0]
            for id_ in OUTCOMES
        ),
        _forvaltningar(of_protocols, found, of_questions, of_answered, base, labels),
    )


def _series(
    index: SearchIndex, request: Request, id_: str = "", name: str = "", *, chosen: bool = False
) -> tuple[Series, Result]:
    result = index.search(dc.replace(request, limit=0))
    years = {int(id_): many for id_, many in counts_of(result, "ar").items() if len(id_) == 4}
    return Series(id_, name, Number(result.total, request), years, chosen), result


def _asked_by(index: SearchIndex, asking: Request, id_: str, labels: Labels) -> Asked:
    request = narrowed(asking, unions=(id_,))
    chosen, name = id_ in asking.filters.unions, labels.union(id_)
    questions, _ = _series(index, request, id_, name, chosen=chosen)
    answered, _ = _series(index, narrowed(request, answered=True), id_, name, chosen=chosen)
    return Asked(questions, answered)


def _named(ids: c.Iterable[str], base: Request, labels: Labels) -> tuple[Option, ...]:
    """What is chosen is among them even where nothing names it."""
    chosen = base.filters.unions
    options = (Option(id_, labels.union(id_), id_ in chosen) for id_ in {*ids, *chosen})
    return tuple(sorted(options, key=lambda option: swedish_order(option.name)))


def _forvaltningar(
    protocols: Result,
    sections: Result,
    questions: Result,
    answered: Result,
    base: Request,
    labels: Labels,
) -> tuple[Forvaltning, ...]:
    """A facet's count is what choosing its value gives, so these need no searches of their own."""
    asking = dc.replace(base, kind=Kind.EXCHANGE)
    sources = (
        (protocols, dc.replace(base, kind=Kind.PROTOCOL)),
        (sections, base),
        (questions, asking),
        (answered, narrowed(asking, answered=True)),
    )
    found = [(counts_of(result, "forvaltning"), request) for result, request in sources]
    ids = sorted(found[0][0], key=lambda id_: swedish_order(labels.forvaltning(id_)))

    def numbers(id_: str) -> c.Iterator[Number]:
        for counts, request in found:
            yield Number(counts.get(id_, 0), narrowed(request, forvaltningar=(id_,)))

    chosen = base.filters.forvaltningar
    return tuple(
        Forvaltning(id_, labels.forvaltning(id_), id_ in chosen, *numbers(id_)) for id_ in ids
    )


def _years(*series: Series) -> tuple[int, ...]:
    """The years there is anything of, and those between them."""
    known = sorted({year for one in series for year, many in one.by_year.items() if many})
    if not known or known[-1] - known[0] > LONGEST:
        return tuple(known)
    return tuple(range(known[0], known[-1] + 1))
