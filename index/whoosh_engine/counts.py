"""What each further choice would give.

The counts are exact, and each is what choosing that value gives: a förvaltning counts what its
predecessors have, unless they are left out.
"""

import collections.abc as c
import typing as t

import numpy as np

from index.engine import Kind
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.columns import DAY, Column, Values
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.segment import Segment


class Shares(t.NamedTuple):
    """Which values each combination of a column counts for."""

    values: tuple[str, ...]
    combination: Ids
    value: Ids

    @classmethod
    def of(cls, column: Column, counts_for: c.Callable[[Values], c.Iterable[str]]) -> t.Self:
        """`counts_for`: the values that a combination counts for."""
        pairs = [
            (code, value)
            for code, values in enumerate(column.combinations)
            for value in dict.fromkeys(counts_for(values))
        ]
        names = sorted({value for _, value in pairs})
        number = {value: place for place, value in enumerate(names)}
        return cls(
            tuple(names),
            np.array([code for code, _ in pairs], np.int32),
            np.array([number[value] for _, value in pairs], np.int32),
        )

    def shared_out(self, counts: Array) -> dict[str, int]:
        """From how often each combination occurs, how often each value does, if at all."""
        of_each = np.bincount(self.value, counts[self.combination], len(self.values)).tolist()
        return {
            value: int(count) for value, count in zip(self.values, of_each, strict=True) if count
        }


def counted(
    segment: Segment, kind: Kind, facet: str, docs: Ids, lineage: Lineage | None
) -> dict[str, int]:
    """The values of a facet that the documents have, and how many have each."""
    column = segment.words.columns[kind][facet]
    key = (kind, facet, lineage is not None)
    if key not in segment.shares:
        segment.shares[key] = Shares.of(column, _counting_for(facet, lineage))
    return segment.shares[key].shared_out(column.counted(docs))


def _counting_for(facet: str, lineage: Lineage | None) -> c.Callable[[Values], c.Iterable[str]]:
    if facet == DAY:
        return lambda values: [day[:4] for day in values]
    if lineage is None:
        return lambda values: values
    return lambda values: lineage.with_heirs(facet, values)
