"""Which documents the reader's choices leave.

Several values in one facet widen, different facets narrow.
"""

import bisect
import collections.abc as c
import dataclasses as dc
import datetime as dt
import functools
import re
import typing as t

import numpy as np

from archive.visibility import Audience
from index.engine import Filters, Kind
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.columns import ANSWERED, COMMON, DAY, VISIBILITY, YES_NO, Column, taken
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import Ids, ranges
from index.whoosh_engine.segment import Mask, Segment

_PERIOD: t.Final = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)
_AFTER_ALL: t.Final = "~"  # sorts after every day

# Which of a column's combinations pass.
Passing: t.TypeAlias = c.Callable[[Column], Mask]
# By the facet that a choice is made in: its column, and what passes.
Tests: t.TypeAlias = c.Mapping[str, tuple[str, Passing]]


@dc.dataclass(frozen=True, slots=True)
class Choices:
    """A request's filters."""

    tests: Tests

    @classmethod
    def of(cls, filters: Filters, lineage: Lineage) -> t.Self:
        """What a request's filters ask."""
        tests: dict[str, tuple[str, Passing]] = {}
        for facet, ids in (
            ("forvaltning", filters.forvaltningar),
            ("fack", filters.unions),
            ("amne", filters.topics),
            ("utfall", filters.outcomes),
        ):
            if ids:
                allowed = lineage.with_predecessors(facet, ids) if filters.predecessors else ids
                tests[facet] = facet, functools.partial(holding_any, frozenset(allowed))
        if filters.periods or filters.earliest or filters.latest:
            tests[DAY] = DAY, functools.partial(_in_time, filters)
        if filters.answered is not None:
            answer = frozenset({YES_NO[filters.answered]})
            tests[ANSWERED] = ANSWERED, functools.partial(holding_any, answer)
        return cls(tests)

    def narrow(
        self, segment: Segment, kind: Kind, docs: Ids | None, audience: Audience
    ) -> "Narrowed":
        """What they leave of documents of a segment and kind, of those that an audience may see.

        `docs`: None is all of them, which need not be looked at one by one.
        """
        if docs is None:
            return _All(self.tests, segment, kind, audience)
        return _Some(self.tests, segment, kind, segment.only_seen(audience, kind, docs))


class Counting(t.NamedTuple):
    """What a facet is counted over: documents of a kind, each as so many where that is said."""

    kind: Kind
    docs: Ids
    weights: Array | None = None


class Narrowed(t.Protocol):
    """Documents, of which the reader's choices leave some."""

    def left(self, but_for: str = "") -> Ids:
        """What passes every choice, but for those in one facet."""

    def counting(self, facet: str) -> Counting:
        """What a facet is counted over: its own choice is ignored."""


class _Some:
    """These documents, each looked at."""

    def __init__(self, tests: Tests, segment: Segment, kind: Kind, docs: Ids) -> None:
        self._kind = kind
        self._docs = docs
        self._masks = {}
        for facet, (name, passing) in tests.items():
            column = segment.words.columns[kind][name]
            self._masks[facet] = passing(column)[taken(column.codes, docs)]
        self._hits = self._but_for("")

    def left(self, but_for: str = "") -> Ids:
        return self._but_for(but_for) if but_for in self._masks else self._hits

    def counting(self, facet: str) -> Counting:
        return Counting(self._kind, self.left(but_for=facet))

    def _but_for(self, but_for: str) -> Ids:
        masks = [mask for facet, mask in self._masks.items() if facet != but_for]
        return self._docs[_every(masks)] if masks else self._docs


class _All:
    """All documents. Most choices, and who may see what, are settled for a protocol as a whole."""

    def __init__(self, tests: Tests, segment: Segment, kind: Kind, audience: Audience) -> None:
        self._kind = kind
        self._first = segment.words.layout.first_of_protocols(kind)
        self._whole: dict[str, Mask] = {}  # of protocols
        self._each: dict[str, Mask] = {}  # of documents
        seen = segment.seen(audience, Kind.PROTOCOL)
        if seen is not None:
            self._whole[VISIBILITY] = seen
        for facet, (name, passing) in tests.items():
            of, masks = (Kind.PROTOCOL, self._whole) if name in COMMON else (kind, self._each)
            column = segment.words.columns[of][name]
            masks[facet] = passing(column)[column.codes]
        self._hits = self._but_for("")

    def left(self, but_for: str = "") -> Ids:
        return self._but_for(but_for) if but_for in {*self._whole, *self._each} else self._hits

    def counting(self, facet: str) -> Counting:
        if facet in COMMON and not self._each:
            protocols = self._protocols(but_for=facet)
            return Counting(Kind.PROTOCOL, protocols, np.diff(self._first)[protocols])
        return Counting(self._kind, self.left(but_for=facet))

    def _but_for(self, but_for: str) -> Ids:
        protocols = self._protocols(but_for)
        docs = ranges(self._first[protocols], np.diff(self._first)[protocols]).astype(np.int32)
        masks = [mask[docs] for facet, mask in self._each.items() if facet != but_for]
        return docs[_every(masks)] if masks else docs

    def _protocols(self, but_for: str) -> Ids:
        masks = [mask for facet, mask in self._whole.items() if facet != but_for]
        every = np.arange(len(self._first) - 1, dtype=np.int32)
        return every[_every(masks)] if masks else every


def _every(masks: c.Iterable[Mask]) -> Mask:
    """What is in all of them."""
    return functools.reduce(np.logical_and, masks)


def holding_any(values: frozenset[str], column: Column) -> Mask:
    """The combinations that have any of the values."""
    disjoint = values.isdisjoint
    return np.array([not disjoint(combination) for combination in column.combinations], np.bool_)


def between(earliest: dt.date, latest: dt.date, column: Column) -> Mask:
    """The days that are known and lie between two, both included."""
    return _in_periods(earliest, latest, ("",), column)


def _in_time(filters: Filters, column: Column) -> Mask:
    """The days that are known and lie in what is chosen, however that was said."""
    earliest, latest = filters.earliest or dt.date.min, filters.latest or dt.date.max
    return _in_periods(earliest, latest, filters.periods or ("",), column)


def _in_periods(
    earliest: dt.date, latest: dt.date, periods: c.Iterable[str], column: Column
) -> Mask:
    mask = np.zeros(len(column.combinations), np.bool_)
    for period in periods:
        if not period or _PERIOD.fullmatch(period):
            begin, end = (
                max(earliest.isoformat(), period),
                min(latest.isoformat(), period + _AFTER_ALL),
            )
            first = bisect.bisect_left(column.combinations, (begin,))
            last = bisect.bisect_right(column.combinations, (end,))
            mask[first:last] = True
    return mask
