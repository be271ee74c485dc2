"""Words typed without å, ä and ö: of each word that has any of them, the same without.

Not only the words that stand somewhere, but also the names of their lemmas and parts:
"sjukfranvaro" leads to sjukfrånvaro where only "sjukfrånvaron" is written.
"""

import collections.abc as c
import typing as t

import numpy as np

from index.whoosh_engine.arrays import Arrays, Sink
from index.whoosh_engine.strings import SortedStrings, packed

_PLAIN: t.Final = str.maketrans("åäö", "aao")


class Plain:
    """The table, open for reading, over a vocabulary and the names of its groups."""

    def __init__(self, arrays: Arrays, vocabulary: SortedStrings, names: SortedStrings) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._plain = SortedStrings(arrays["plain.letters"], arrays["plain.starts"])
        self._numbers = arrays["plain.numbers"]

    def meant_by(self, key: str) -> set[str]:
        """The words that are `key` without their å, ä and ö."""
        first = self._plain.find(key)
        found = set()
        while first is not None and first < len(self._plain) and self._plain[first] == key:
            found.add(self._word(first))
            first += 1
        return found

    def beginning_with(self, key: str, most: int) -> set[str]:
        """So many of the words that begin with `key` but for their å, ä and ö."""
        return {self._word(place) for place in self._plain.beginning_with(key)[:most]}

    def _word(self, place: int) -> str:
        number = int(self._numbers[place])
        named = number - len(self._vocabulary)
        return self._names[named] if named >= 0 else self._vocabulary[number]


def write_plain(sink: Sink, vocabulary: c.Sequence[str], names: c.Sequence[str]) -> None:
    """Put the table among a file's arrays."""
    pairs = sorted(
        (without, number)
        for strings, first in ((vocabulary, 0), (names, len(vocabulary)))
        for number, string in enumerate(strings, first)
        if string[:1].isalpha() and (without := string.translate(_PLAIN)) != string
    )
    letters, starts = packed([without for without, _ in pairs])
    sink.add("plain.letters", letters)
    sink.add("plain.starts", starts)
    sink.add("plain.numbers", np.fromiter((number for _, number in pairs), np.int32))
