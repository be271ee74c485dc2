"""What each further choice would give.

The counts are exact, and each is what choosing that value gives: a förvaltning counts what its
predecessors have, unless they are left out.
"""

import collections
import collections.abc as c
import itertools
import typing as t

import numpy as np

from index.whoosh_engine.arrays import Array
from index.whoosh_engine.choices import Counting
from index.whoosh_engine.columns import DAY, Column, Values, taken
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.segment import Segment

# So few documents are counted one by one: that costs less than going through all combinations.
FEW: t.Final = 100

Counts: t.TypeAlias = c.Mapping[str, int]


class Shares:
    """Which values each combination of a column counts for."""

    def __init__(self, column: Column, counts_for: c.Callable[[Values], c.Iterable[str]]) -> None:
        """`counts_for`: the values that a combination counts for."""
        self._codes = column.codes
        self._of = [tuple(dict.fromkeys(counts_for(values))) for values in column.combinations]
        self._values = sorted(set(itertools.chain.from_iterable(self._of)))
        number = {value: place for place, value in enumerate(self._values)}
        sizes = [len(values) for values in self._of]
        # Of each pair of a combination and one of its values, the number of both.
        self._combinations = np.repeat(np.arange(len(sizes)), sizes)
        self._numbers = np.fromiter(
            (number[value] for values in self._of for value in values), np.int64
        )

    def counted(self, docs: Ids, weights: Array | None) -> Counts:
        """The values that the documents have, and how many have each."""
        codes = taken(self._codes, docs)
        if len(docs) <= FEW and weights is None:
            values = map(self._of.__getitem__, codes.tolist())
            return collections.Counter(itertools.chain.from_iterable(values))
        of_combinations = np.bincount(codes, weights, len(self._of))[self._combinations]
        of_values = np.bincount(self._numbers, of_combinations, len(self._values)).tolist()
        return {
            value: int(count) for value, count in zip(self._values, of_values, strict=True) if count
        }


def counted(segment: Segment, facet: str, over: Counting, lineage: Lineage | None) -> Counts:
    """The values of a facet that the documents have, and how many have each."""
    key = (over.kind, facet, lineage is not None)
    if (shares := segment.shares.get(key)) is None:
        column = segment.words.columns[over.kind][facet]
        shares = segment.shares[key] = Shares(column, _counting_for(facet, lineage))
    return shares.counted(over.docs, over.weights)


def _counting_for(facet: str, lineage: Lineage | None) -> c.Callable[[Values], c.Iterable[str]]:
    if facet == DAY:
        return lambda values: [day[:4] for day in values]
    if lineage is None:
        return lambda values: values
    return lambda values: lineage.with_heirs(facet, values)
