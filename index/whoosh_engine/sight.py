"""What of an index's words exists for an audience: how often they are met, and which are alike.

A word that stands only where the audience may not look does not exist here: it is neither counted,
nor proposed, nor the reason for anything.
"""

import collections
import collections.abc as c
import typing as t

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from archive.visibility import Audience
from index.engine import Kind
from index.query_tree import Leaf
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.snapshot import Snapshot
from index.whoosh_engine.strings import SortedStrings

# A slip of the pen is one letter wrong, missing, too many or in the wrong place; two in long words.
LONG: t.Final = 6
# Letters that are two bytes; hardly any word has more.
ACCENTS: t.Final = 4
# Words alike that are looked at more closely.
CLOSE: t.Final = 30


class Sight:
    """The words of a snapshot, as an audience sees them."""

    def __init__(self, snapshot: Snapshot, audience: Audience, lineage: Lineage) -> None:
        self._segments = snapshot.segments
        self._audience = audience
        self._lineage = lineage

    def count(self, leaf: Leaf) -> int:
        """In how many sections and protocols' titles it stands."""
        return sum(
            segment.count_seen(
                self._audience,
                Kind.PROTOCOL,
                segment.leaves.documents(Kind.PROTOCOL, leaf, self._lineage),
            )
            for segment in self._segments
        )

    def written(self, key: str) -> int:
        """In how many protocols the word stands so, or is the lemma of what stands there."""
        return sum(self._written_in(segment, key) for segment in self._segments)

    def meant_by(self, key: str) -> tuple[str, ...]:
        """The words with å, ä and ö that are `key` without them, the most frequent first."""
        found = set().union(*(segment.forms.plain.meant_by(key) for segment in self._segments))
        return self._frequent(found)

    def alike(self, key: str) -> tuple[str, ...]:
        """Words that differ from `key` by a slip of the pen, the most alike and frequent first."""
        most = 2 if len(key) >= LONG else 1
        distances: dict[str, int] = {}
        for segment in self._segments:
            for strings in (segment.words.vocabulary, segment.forms.names):
                near = _nearly(strings, key, most)
                for word, distance, _ in process.extract(
                    key, near, scorer=OSA.distance, score_cutoff=most, limit=CLOSE
                ):
                    distances[word] = int(distance)
        counts = {word: self.written(word) for word in distances if word != key}
        return tuple(
            sorted(
                (word for word, count in counts.items() if count),
                key=lambda word: (distances[word], -counts[word], word),
            )
        )

    def family(self, key: str) -> tuple[str, ...]:
        """What the forms of a word have in common."""
        found = (segment.forms.sought(key).asked.lemmas for segment in self._segments)
        return next(found, ()) or (key,)

    def any_begins_with(self, key: str) -> bool:
        """Whether any word begins so."""
        return bool(self.beginning_with(key, 1))

    def beginning_with(self, key: str, most: int) -> collections.Counter[str]:
        """Words that begin so, or have a part that does, and in how many protocols they stand;
        about so many of the most frequent. Where none does, those that would without å, ä, ö."""
        counts = collections.Counter[str]()
        for segment in self._segments:
            for number in self._frequent_numbers(segment, key, most):
                word = segment.words.vocabulary[number]
                if word[:1].isalnum() and "~" not in word and word == word.lower():
                    counts[word] += self._seen(segment, int(number))
        if not counts and key.isascii() and key.isalpha():
            meant = set().union(
                *(segment.forms.plain.beginning_with(key, most) for segment in self._segments)
            )
            counts.update({word: self.written(word) for word in meant})
        return +counts

    def _frequent_numbers(self, segment: Segment, key: str, most: int) -> c.Iterator[int]:
        sizes = segment.protocol_counts
        words = segment.words.vocabulary.beginning_with(key)
        numbers = np.arange(words.start, words.stop)
        if (names := segment.forms.names.beginning_with(key)) and len(key) > 2:
            numbers = np.union1d(numbers, segment.forms.makeup.having_any(names.start, names.stop))
        if len(numbers) > most:
            numbers = numbers[np.argpartition(-sizes[numbers].astype(np.int64), most)[:most]]
        yield from numbers.tolist()

    def _frequent(self, words: c.Iterable[str]) -> tuple[str, ...]:
        counts = {word: self.written(word) for word in words}
        return tuple(
            sorted(
                (word for word, n in counts.items() if n), key=lambda word: (-counts[word], word)
            )
        )

    def _written_in(self, segment: Segment, key: str) -> int:
        number = segment.words.vocabulary.find(key)
        numbers = [] if number is None else [number]
        if group := segment.forms.lemmas.wider(key, number):
            numbers = segment.forms.lemmas.members(*group).tolist()
        return max((self._seen(segment, number) for number in numbers), default=0)

    def _seen(self, segment: Segment, number: int) -> int:
        docs = segment.words.lists[Kind.PROTOCOL].of(number).docs
        return segment.count_seen(self._audience, Kind.PROTOCOL, docs)


def _nearly(strings: SortedStrings, key: str, most: int) -> list[str]:
    """The words that may differ from `key` by so many slips of the pen, but for figures and the
    like.

    Hardly anyone gets the first letter wrong; but it may be missing, or have changed places.
    """
    words, shortest, longest = list[str](), len(key) - most, len(key) + most
    for letter in set(key[:2]):
        some = strings.beginning_with(letter)
        sizes = strings.sizes(some)
        fitting = (sizes >= shortest) & (sizes <= longest + ACCENTS)
        fitting &= strings.nearly_of(some, key, most)
        words += strings.some(some.start + np.flatnonzero(fitting))
    return [
        word
        for word in words
        if shortest <= len(word) <= longest and word.isalpha() and word.islower()
    ]
