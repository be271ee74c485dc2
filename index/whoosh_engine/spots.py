"""At which places of a segment's row of words the leaves of queries stand, on each level.

Needed where it matters what stands beside a word or in which part of a section it is; otherwise the
lists, which say only in which documents, are enough and much faster.
"""

import collections.abc as c
import typing as t

import numpy as np

from index.query_tree import Exact, In, Inflected, Leaf, Named, Phrase, Prefix, Word
from index.swedish import Level
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.crossing import Rows, crossings
from index.whoosh_engine.forms import WORTH, Forms, Sought
from index.whoosh_engine.layout import Places
from index.whoosh_engine.phrases import phrase_places, places_of
from index.whoosh_engine.words import Words


class Spot(t.NamedTuple):
    """What stands on one level, which holds those before it, and what that counts."""

    weight: float
    rows: tuple[Rows, ...]


class Spots:
    """Finds places in a segment's words and forms."""

    def __init__(self, words: Words, forms: Forms) -> None:
        self._words = words
        self._forms = forms

    def of(self, leaf: Leaf) -> tuple[Spot, ...]:
        """The places of a leaf."""
        match leaf:
            case Word(key, weight, loose):
                return tuple(self._word(key, weight, loose=loose))
            case Exact(key, weight):
                return _one(WORTH[Level.AS_WRITTEN] * weight, self._in_a_row([key]))
            case Prefix(key):
                some = self._words.vocabulary.beginning_with(key)
                places = np.unique(self._words.places(some.start, some.stop))
                return _one(WORTH[Level.INFLECTED], places)
            case Phrase(keys):
                return _one(WORTH[Level.AS_WRITTEN], self._in_a_row(keys), len(keys))
            case Inflected(keys, weight):
                row = [self._forms.sought(key).numbers(Level.INFLECTED).tolist() for key in keys]
                places = phrase_places(self._words, row)
                return _one(WORTH[Level.INFLECTED] * weight, places, len(keys))
            case Named(_, keys):
                found = [number for key in keys for number in self._numbers(key)]
                return _one(WORTH[Level.AS_WRITTEN], places_of(self._words, found))
            case In(_, within):
                return self.of(within)

    def beyond(self, sought: Sought, *, loose: bool) -> c.Iterator[tuple[Level, Array]]:
        """The words that a word of several parts meets on the levels that do not lie ready, each
        with those before it."""
        makeup, parts = self._forms.makeup, sought.asked.parts
        if len(parts) < 2:
            return
        numbers = np.union1d(sought.numbers(), makeup.containing(parts))
        yield Level.PART, numbers
        if loose:
            apart = np.union1d(numbers, makeup.containing_apart(parts))
            if len(apart) > len(numbers):
                yield Level.LOOSE, apart

    def divided(self, sought: Sought) -> list[Rows]:
        """Where a word of several parts is written as several words."""
        return crossings(self._words, self._forms.makeup, sought.asked.parts)

    def _word(self, key: str, weight: float, *, loose: bool) -> c.Iterator[Spot]:
        sought = self._forms.sought(key)
        if sought.own is not None:
            yield from _one(WORTH[Level.AS_WRITTEN] * weight, self._words.places(sought.own))
        for level, _ in sought.wider:
            places = places_of(self._words, sought.numbers(level).tolist())
            yield from _one(WORTH[level] * weight, places)
        if beyond := [*self.beyond(sought, loose=loose)]:
            divided = self.divided(sought)
            for level, numbers in beyond:
                places = places_of(self._words, numbers.tolist())
                yield Spot(WORTH[level] * weight, (Rows(places), *divided))

    def _in_a_row(self, keys: c.Sequence[str]) -> Places:
        return phrase_places(self._words, [*map(self._numbers, keys)])

    def _numbers(self, key: str) -> tuple[int, ...]:
        number = self._words.vocabulary.find(key)
        return () if number is None else (number,)


def _one(weight: float, places: Places, words: int = 1) -> tuple[Spot, ...]:
    return (Spot(weight, (Rows(places, words),)),)
