"""Which documents the reader's choices leave, and what each further choice would give.

Several values in one facet widen, different facets narrow. A facet's own counts ignore its own
choice, so that there is always a way out. The counts are exact, and each is what choosing that
value gives: a förvaltning counts what its predecessors have, unless they are left out.
"""

import collections
import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from archive.registry import Registries
from index.documents import Facts
from index.engine import FacetValue, Filters, Kind

_PERIOD: t.Final = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)

Test: t.TypeAlias = c.Callable[[Facts], bool]
Values: t.TypeAlias = c.Callable[[Facts], c.Iterable[str]]


@dc.dataclass(frozen=True, slots=True)
class Narrowed:
    """Documents, and those of them that pass each choice, under the name of the facet it is in."""

    facts: c.Sequence[Facts]
    values: c.Mapping[str, Values]
    docs: frozenset[int]
    passing: c.Mapping[str, frozenset[int]]

    def hits(self) -> frozenset[int]:
        """What passes every choice."""
        return self._left_but_for("")

    def counts(self) -> dict[str, tuple[FacetValue, ...]]:
        """For each facet what its values would give; of "typ" every value, even at none."""
        counted = dict[str, tuple[FacetValue, ...]]()
        for facet, values in self.values.items():
            counter = collections.Counter(
                value
                for doc in self._left_but_for(facet)
                for value in dict.fromkeys(values(self.facts[doc]))
            )
            if facet == "typ":
                counter.update({str(kind): 0 for kind in Kind})
            counted[facet] = _ordered(counter, by_value=facet == "ar")
        return counted

    def _left_but_for(self, facet: str) -> frozenset[int]:
        return self.docs.intersection(
            *(docs for name, docs in self.passing.items() if name != facet)
        )


class Choices:
    """One request's kind and filters, ready to be applied to any set of documents."""

    def __init__(self, kind: Kind, filters: Filters, registries: Registries) -> None:
        follow = filters.predecessors
        forvaltning_heirs = (
            _heirs(registries.forvaltningar, registries.with_predecessors) if follow else {}
        )
        union_heirs = (
            _heirs(registries.unions, registries.union_with_predecessors) if follow else {}
        )
        self._values: dict[str, Values] = {
            "forvaltning": lambda f: _with_heirs((f.forvaltning,), forvaltning_heirs),
            "fack": lambda f: _with_heirs(f.unions, union_heirs),
            "amne": lambda f: f.topics,
            "ar": lambda f: (str(f.date.year),) if f.date else (),
            "typ": lambda f: (str(f.kind),),
            "utfall": lambda f: f.outcomes,
        }
        self._tests = dict(self._read(kind, filters))

    def apply(self, matching: c.Iterable[int], facts: c.Sequence[Facts]) -> Narrowed:
        """What the choices leave of the matching documents, of whatever kind those are."""
        docs = frozenset(matching)
        passing = {
            name: frozenset(doc for doc in docs if test(facts[doc]))
            for name, test in self._tests.items()
        }
        return Narrowed(facts, self._values, docs, passing)

    def _read(self, kind: Kind, filters: Filters) -> c.Iterator[tuple[str, Test]]:
        """A test for each choice made, and the name of the facet it is made in, if any."""
        chosen = {
            "forvaltning": filters.forvaltningar,
            "fack": filters.unions,
            "amne": filters.topics,
            "utfall": filters.outcomes,
        }
        yield "typ", lambda facts: facts.kind is kind
        for facet, ids in chosen.items():
            if ids:
                yield facet, _holds_any(frozenset(ids), self._values[facet])
        if periods := filters.periods:
            months = frozenset(period for period in periods if _PERIOD.fullmatch(period))
            yield "ar", lambda f: f.date is not None and not months.isdisjoint(_periods(f.date))
        if (answered := filters.answered) is not None:
            yield "besvarad", lambda facts: answered in facts.answered
        if (earliest := filters.earliest) is not None:
            yield "fran", lambda facts: facts.date is not None and facts.date >= earliest
        if (latest := filters.latest) is not None:
            yield "till", lambda facts: facts.date is not None and facts.date <= latest


def _holds_any(ids: frozenset[str], values: Values) -> Test:
    return lambda facts: not ids.isdisjoint(values(facts))


def _periods(date: dt.date) -> tuple[str, str]:
    return f"{date.year:04}", f"{date.year:04}-{date.month:02}"


def _heirs(
    ids: c.Iterable[str], lineage: c.Callable[[str], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """For each id those that have taken it over."""
    heirs = collections.defaultdict[str, tuple[str, ...]](tuple)
    for heir in ids:
        for predecessor in lineage(heir):
            if predecessor != heir:
                heirs[predecessor] += (heir,)
    return heirs


def _with_heirs(
    ids: c.Iterable[str | None], heirs: c.Mapping[str, tuple[str, ...]]
) -> c.Iterator[str]:
    for one in ids:
        if one is not None:
            yield one
            yield from heirs.get(one, ())


def _ordered(counter: c.Mapping[str, int], *, by_value: bool) -> tuple[FacetValue, ...]:
    def key(item: tuple[str, int]) -> tuple[int, str]:
        return (0 if by_value else -item[1], item[0])

    return tuple(FacetValue(value, count) for value, count in sorted(counter.items(), key=key))
