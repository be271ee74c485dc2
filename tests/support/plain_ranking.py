"""BM25F in plain Python, document by document: what the engine's scores must be.

A word is weighed by how rare it is among the documents of the kind that the asker may see, and by
how much it is of the document, title and text each by its own length. A word asked for in any form
counts on its best level: as it was typed, or in another inflection, each with the rarity of all
that is found on that level.
"""

import collections.abc as c
import math
import statistics

from plain_reading import NAMES, PlainReading, Reading, heirs

from index import Request
from index.query import parse_query
from index.query_tree import Exact, In, Inflected, Leaf, Named, Phrase, Prefix, Word, wanted
from index.swedish import Level
from index.whoosh_engine.forms import WORTH
from index.whoosh_engine.leaves import NAMED
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
        self._leaves = wanted(parse_query(request.text, NAMES).tree)
        self._title_mean = _mean(reading.title_length for reading in self._peers)
        self._text_mean = _mean(reading.text_length for reading in self._peers)

    def score(self, reading: Reading) -> float:
        """What the query's words count together."""
        return sum(self._counts(leaf, reading) for leaf in self._leaves)

    def _counts(self, leaf: Leaf, reading: Reading) -> float:
        return max(
            (
                worth
                * self._rarity(leaf, level)
                * self._saturated(self._weight(leaf, level, reading))
                for worth, level in _levels(leaf, reading)
            ),
            default=0.0,
        )

    def _rarity(self, leaf: Leaf, level: Level | None) -> float:
        holding = sum(bool(_stands(leaf, level, peer)) for peer in self._peers)
        return math.log(1 + (len(self._peers) - holding + 0.5) / (holding + 0.5))

    def _weight(self, leaf: Leaf, level: Level | None, reading: Reading) -> float:
        if level is None and not _names(leaf, reading):
            return 0
        level = level or Level.LOOSE
        in_title, in_text = reading.in_title(leaf, level), reading.in_text(leaf, level)
        longer_title = reading.title_length / self._title_mean - 1
        longer_text = reading.text_length / self._text_mean - 1
        return TITLE_WEIGHT * in_title / (1 + TITLE_LENGTH_COUNTS * longer_title) + in_text / (
            1 + TEXT_LENGTH_COUNTS * longer_text
        )

    def _saturated(self, weight: float) -> float:
        return weight * (SATURATION + 1) / (weight + SATURATION)


def _stands(leaf: Leaf, level: Level | None, reading: Reading) -> int:
    if level is None and not _names(leaf, reading):
        return 0
    level = level or Level.LOOSE
    return reading.in_title(leaf, level) + reading.in_text(leaf, level)


def _names(leaf: Leaf, reading: Reading) -> bool:
    """Whether the document is said to name the union that the leaf is the name of."""
    unions = {*reading.facts.unions}
    return isinstance(leaf, Named) and bool(
        unions.union(*(heirs("fack", union) for union in unions)) & {leaf.union}
    )


def _levels(leaf: Leaf, reading: Reading) -> list[tuple[float, Level | None]]:
    """What each level counts; without a level, where a union is named."""
    match leaf:
        case Word(_, weight):
            return [(worth * weight, level) for level, worth in WORTH.items()]
        case Exact(_, weight):
            return [(WORTH[Level.AS_WRITTEN] * weight, Level.LOOSE)]
        case Phrase():
            return [(WORTH[Level.AS_WRITTEN], Level.LOOSE)]
        case Prefix():
            return [(WORTH[Level.INFLECTED], Level.LOOSE)]
        case Inflected(_, weight):
            return [(WORTH[Level.INFLECTED] * weight, Level.LOOSE)]
        case Named():
            return [(NAMED, None), (WORTH[Level.AS_WRITTEN], Level.LOOSE)]
        case In(_, within):
            levels = _levels(within, reading)
            return [(worth, level) for worth, level in levels if level is not None]


def _mean(lengths: c.Iterable[int]) -> float:
    return statistics.fmean([*lengths] or [1]) or 1.0
