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
Lineage: t.TypeAlias = c.Callable[[str], tuple[str, ...]]


@dc.dataclass(frozen=True, slots=True)
class Values:
    """A facet's values of a document; what has taken another over has the other's too."""

    of: c.Callable[[Facts], tuple[str, ...]]
    heirs: c.Mapping[str, tuple[str, ...]] = dc.field(default_factory=dict)

    def with_heirs(self, own: tuple[str, ...]) -> c.Iterator[str]:
        """The values themselves, and those that have taken them over."""
        for value in own:
            yield value
            yield from self.heirs.get(value, ())


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
            counter = collections.Counter[str]()
            if facet == "typ":
                counter.update({kind.value: 0 for kind in Kind})
            # Few combinations of values occur, so that most of the work is done by counting them.
            of, facts = values.of, self.facts
            combinations = collections.Counter(of(facts[doc]) for doc in self._left_but_for(facet))
            for own, count in combinations.items():
                counter.update(dict.fromkeys(values.with_heirs(own), count))
            counted[facet] = _ordered(counter, by_value=facet == "ar")
        return counted

    def _left_but_for(self, facet: str) -> frozenset[int]:
        return self.docs.intersection(
            *(docs for name, docs in self.passing.items() if name != facet)
        )


class Choices:
    """One request's kind and filters, ready to be applied to any set of documents."""

    def __init__(self, kind: Kind, filters: Filters, registries: Registries) -> None:
        self._lineage: dict[str, Lineage] = {}
        if filters.predecessors:
            self._lineage = {
                "forvaltning": registries.with_predecessors,
                "fack": registries.union_with_predecessors,
            }
        self._values = {
            "forvaltning": Values(
                lambda f: () if f.forvaltning is None else (f.forvaltning,),
                _heirs(registries.forvaltningar, self._lineage.get("forvaltning")),
            ),
            "fack": Values(
                lambda f: f.unions, _heirs(registries.unions, self._lineage.get("fack"))
            ),
            "amne": Values(lambda f: f.topics),
            "ar": Values(lambda f: (str(f.date.year),) if f.date else ()),
            "typ": Values(lambda f: (f.kind.value,)),
            "utfall": Values(lambda f: f.outcomes),
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
                lineage = self._lineage.get(facet, lambda id: (id,))
                allowed = frozenset(ids).union(*map(lineage, ids))
                yield facet, _holds_any(allowed, self._values[facet])
        if filters.periods or filters.earliest or filters.latest:
            yield "ar", _in_time(filters)
        if (answered := filters.answered) is not None:
            yield "besvarad", lambda facts: answered in facts.answered


def _holds_any(ids: frozenset[str], values: Values) -> Test:
    of = values.of
    return lambda facts: not ids.isdisjoint(of(facts))


def _in_time(filters: Filters) -> Test:
    """Whether the date is known and lies in what is chosen, however that was said."""
    periods = frozenset(period for period in filters.periods if _PERIOD.fullmatch(period))
    earliest, latest = filters.earliest or dt.date.min, filters.latest or dt.date.max

    def passes(facts: Facts) -> bool:
        date = facts.date
        if date is None or not earliest <= date <= latest:
            return False
        return not filters.periods or not periods.isdisjoint(_periods(date))

    return passes


def _periods(date: dt.date) -> tuple[str, str]:
    return f"{date.year:04}", f"{date.year:04}-{date.month:02}"


def _heirs(ids: c.Iterable[str], lineage: Lineage | None) -> dict[str, tuple[str, ...]]:
    """For each id those that have taken it over; none where lineage is not followed."""
    heirs = collections.defaultdict[str, tuple[str, ...]](tuple)
    if lineage is None:
        return {}
    for heir in ids:
        for predecessor in lineage(heir):
            if predecessor != heir:
                heirs[predecessor] += (heir,)
    return dict(heirs)


def _ordered(counter: c.Mapping[str, int], *, by_value: bool) -> tuple[FacetValue, ...]:
    def key(item: tuple[str, int]) -> tuple[int, str]:
        return (0 if by_value else -item[1], item[0])

    return tuple(FacetValue(value, count) for value, count in sorted(counter.items(), key=key))
