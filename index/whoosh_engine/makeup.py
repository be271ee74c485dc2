"""What the words of a vocabulary are made of, turned round: of each part the words it stands in.

A part stands in a word at a place among the word's parts, the first being 0: both are one number,
so that words in which several parts stand in a row are found by adding one to each.

    arbete   arbetsmiljö 0 · skolarbete 1 · arbete 0
    miljö    arbetsmiljö 1 · miljö 0 · miljörond 0
"""

import collections.abc as c
import functools
import typing as t

import numpy as np

from index.swedish import GAPS
from index.whoosh_engine.arrays import Array, Arrays, Sink
from index.whoosh_engine.strings import SortedStrings

# Places among a word's parts; further parts of a longer word are not told.
PLACES: t.Final = 16

Parts: t.TypeAlias = c.Sequence[c.Collection[str]]


class Makeup:
    """The parts of the words of one vocabulary, open for reading."""

    def __init__(self, arrays: Arrays, names: SortedStrings) -> None:
        self._names = names
        self._first = arrays["makeup.first"].data
        self._entries = arrays["makeup.entries"]
        self._counts = arrays["makeup.counts"]

    def containing(self, parts: Parts) -> Array:
        """The words in which the parts stand in a row; all words here by number, in order."""
        return np.unique(self._beginnings(parts) // PLACES)

    def beginning(self, parts: Parts) -> Array:
        """The words that begin with them."""
        entries = self._beginnings(parts)
        return entries[entries % PLACES == 0] // PLACES

    def ending(self, parts: Parts) -> Array:
        """The words that end with them."""
        entries = self._beginnings(parts)
        words = entries // PLACES
        return np.unique(words[entries % PLACES + len(parts) == self._counts[words]])

    def being(self, parts: Parts) -> Array:
        """The words that are made of them and nothing else."""
        words = self.beginning(parts)
        return words[self._counts[words] == len(parts)]

    def containing_apart(self, parts: Parts) -> Array:
        """The words in which they stand in order, with at most `GAPS` others between."""
        ends = {entry: 0 for entry in self._standing(parts[0]).tolist()}  # with gaps so far
        for part in parts[1:]:
            there = self._standing(part)
            further: dict[int, int] = {}
            for entry, gaps in ends.items():
                most = min(entry + 1 + GAPS - gaps, entry // PLACES * PLACES + PLACES - 1)
                first, last = np.searchsorted(there, (entry + 1, most + 1)).tolist()
                for following in there[first:last].tolist():
                    passed = gaps + following - entry - 1
                    further[following] = min(passed, further.get(following, passed))
            ends = further
        return np.unique(np.fromiter(ends, np.int64, len(ends)) // PLACES)

    def having_any(self, first: int, last: int) -> Array:
        """The words that have any of some names, from the first to before the last, as a part."""
        return np.unique(self._entries[self._first[first] : self._first[last]] // PLACES)

    def _beginnings(self, parts: Parts) -> Array:
        """Where the parts stand in a row: the entries of the first of them."""
        standing = [self._standing(part) - place for place, part in enumerate(parts)]
        standing.sort(key=len)
        first, *rest = standing
        for other in rest:
            first = first[np.isin(first, other, assume_unique=True)]
        # One word ends where the next begins: a row must not reach from one into the other.
        return first[first % PLACES + len(parts) <= self._counts[first // PLACES]]

    def _standing(self, part: c.Collection[str]) -> Array:
        """Where a part stands that has any of these names, in order."""
        found = [self._entries[0:0].astype(np.int64)]
        for name in part:
            if (number := self._names.find(name)) is not None:
                some = self._entries[self._first[number] : self._first[number + 1]]
                found.append(some.astype(np.int64))
        return functools.reduce(np.union1d, found)


def write_makeup(sink: Sink, names: int, name_of: Array, entries: Array, words: int) -> None:
    """Put it among a file's arrays.

    `name_of`: of each entry the number of its name, of which there are so many; in order of both.
    """
    first = np.searchsorted(name_of, np.arange(names + 1))
    sink.add("makeup.first", first.astype(np.int64))
    sink.add("makeup.entries", entries.astype(np.uint32))
    counts = np.zeros(words, np.uint8)
    np.maximum.at(counts, entries // PLACES, (entries % PLACES + 1).astype(np.uint8))
    sink.add("makeup.counts", counts)
