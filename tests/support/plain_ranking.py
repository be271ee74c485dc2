"""BM25F in plain Python, document by document: what the engine's scores must be.

A word is weighed by how rare it is among the documents of the kind that the asker may see, and by
how much it is of the document, title and text each by its own length. A word asked for in any form
counts on its best level: as it was typed, or in another inflection, each with the rarity of all
that is found on that level.
"""

import collections.abc as c
import math
import statistics

from plain_reading import PlainReading, Reading

from index import Request
from index.query import parse_query
from index.query_tree import Exact, Leaf, Phrase, Prefix, Word, wanted
from index.whoosh_engine.forms import AS_WRITTEN, INFLECTED
from index.whoosh_engine.scores import (
    SATURATION,
    TEXT_LENGTH_COUNTS,
    TITLE_LENGTH_COUNTS,
    TITLE_WEIGHT,
)


class PlainRanking:
    """The scores that one request's hits must have."""

    def __init__(self, plain: PlainReading, request: Request) -> None:
        self._plain = plain
        self._peers = plain.peers(request)
        self._leaves = wanted(parse_query(request.text).tree)
        self._title_mean = _mean(reading.title_length for reading in self._peers)
        self._text_mean = _mean(reading.text_length for reading in self._peers)

    def score(self, reading: Reading) -> float:
        """What the query's words count together."""
        return sum(self._counts(leaf, reading) for leaf in self._leaves)

    def _counts(self, leaf: Leaf, reading: Reading) -> float:
        return max(
            level * self._rarity(found) * self._saturated(self._weight(found, reading))
            for level, found in _levels(leaf)
        )

    def _rarity(self, leaf: Leaf) -> float:
        holding = len(self._plain.holding(leaf).intersection(self._peers))
        return math.log(1 + (len(self._peers) - holding + 0.5) / (holding + 0.5))

    def _weight(self, leaf: Leaf, reading: Reading) -> float:
        in_title, in_text = reading.in_title(leaf), reading.in_text(leaf)
        longer_title = reading.title_length / self._title_mean - 1
        longer_text = reading.text_length / self._text_mean - 1
        return TITLE_WEIGHT * in_title / (1 + TITLE_LENGTH_COUNTS * longer_title) + in_text / (
            1 + TEXT_LENGTH_COUNTS * longer_text
        )

    def _saturated(self, weight: float) -> float:
        return weight * (SATURATION + 1) / (weight + SATURATION)


def _levels(leaf: Leaf) -> tuple[tuple[float, Leaf], ...]:
    match leaf:
        case Word(key):
            return (AS_WRITTEN, Exact(key)), (INFLECTED, leaf)
        case Exact() | Phrase():
            return ((AS_WRITTEN, leaf),)
        case Prefix():
            return ((INFLECTED, leaf),)


def _mean(lengths: c.Iterable[int]) -> float:
    return statistics.fmean([*lengths] or [1]) or 1.0
