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
from index.whoosh_engine.columns import ANSWERED, DAY, VISIBILITY, YES_NO, Column, taken
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.segment import Mask, Segment

_PERIOD: t.Final = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)
_AFTER_ALL: t.Final = "~"  # sorts after every day

# Which of a column's combinations pass.
Passing: t.TypeAlias = c.Callable[[Column], Mask]


@dc.dataclass(frozen=True, slots=True)
class Choices:
    """A request's filters: by the facet that each is made in, the column and what passes."""

    tests: c.Mapping[str, tuple[str, Passing]]

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
                tests[facet] = facet, functools.partial(_holding_any, frozenset(allowed))
        if filters.periods or filters.earliest or filters.latest:
            tests[DAY] = DAY, functools.partial(_in_time, filters)
        if filters.answered is not None:
            answer = frozenset({YES_NO[filters.answered]})
            tests[ANSWERED] = ANSWERED, functools.partial(_holding_any, answer)
        return cls(tests)

    def narrow(self, segment: Segment, kind: Kind, docs: Ids, audience: Audience) -> "Narrowed":
        """What they leave of those documents of a segment and kind that an audience may see."""
        columns, seen = segment.words.columns[kind], segment.seen(audience, kind)
        masks: dict[str, Mask] = {}
        if seen is not None and len(docs) == len(seen):
            masks[VISIBILITY] = seen
        elif seen is not None:
            docs = docs[seen[docs]]
        for facet, (name, passing) in self.tests.items():
            masks[facet] = passing(columns[name])[taken(columns[name].codes, docs)]
        return Narrowed(docs, masks)


@dc.dataclass(frozen=True, slots=True)
class Narrowed:
    """Documents, and which of them pass each choice, by the facet that it is made in."""

    docs: Ids
    masks: c.Mapping[str, Mask]

    def left(self, but_for: str = "") -> Ids:
        """What passes every choice, but for those in one facet."""
        masks = [mask for facet, mask in self.masks.items() if facet != but_for]
        return self.docs[functools.reduce(np.logical_and, masks)] if masks else self.docs


def _holding_any(values: frozenset[str], column: Column) -> Mask:
    disjoint = values.isdisjoint
    return np.array([not disjoint(combination) for combination in column.combinations], np.bool_)


def _in_time(filters: Filters, column: Column) -> Mask:
    """The days that are known and lie in what is chosen, however that was said."""
    earliest = (filters.earliest or dt.date.min).isoformat()
    latest = (filters.latest or dt.date.max).isoformat()
    periods = filters.periods or ("",)
    mask = np.zeros(len(column.combinations), np.bool_)
    for period in periods:
        if not period or _PERIOD.fullmatch(period):
            first = bisect.bisect_left(column.combinations, (max(earliest, period),))
            last = bisect.bisect_right(column.combinations, (min(latest, period + _AFTER_ALL),))
            mask[first:last] = True
    return mask
