"""Where a query's words stand in a text.

Made in Python from the same tokens as the index, so every engine marks alike. A word is marked in
all its forms; a phrase only where it stands whole; what the query excludes never.

Most of a long text has nothing to do with the query. So the text is first searched for what the
words that are wanted begin with, which is quick and finds too much, and only what stands round
those spots is cut into tokens, which decide.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Span
from index.query_tree import Exact, Node, Phrase, Prefix, Word, wanted
from index.swedish import LONGEST_KEY, Cut, cut, cut_around, fold_in_place, root, stem


class Place(t.NamedTuple):
    """A spot in a text that one of the query's words or phrases matches."""

    start: int
    end: int
    leaf: int  # which one, to tell how many different ones a passage holds


class Marker:
    """Knows what a query wants, and finds it in any text."""

    def __init__(self, tree: Node) -> None:
        self._stems: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._phrases: dict[tuple[str, ...], int] = {}
        for number, leaf in enumerate(wanted(tree)):
            match leaf:
                case Word(key):
                    self._stems[stem(key)] = number
                case Exact(key):
                    self._exact[key] = number
                case Prefix(key):
                    self._prefixes[key] = number
                case Phrase(keys):
                    self._phrases[keys] = number
        self._spots = tuple(self._patterns())

    def places(self, text: str) -> tuple[Place, ...]:
        """Everything in the text that the query wants, in order."""
        found = list[Place]()
        for offset, part in self._cuts(text):
            for key, start, end in zip(part.keys, part.starts, part.ends, strict=True):
                for leaf in self._leaves_of(key):
                    found.append(Place(offset + start, offset + end, leaf))
            for keys, leaf in self._phrases.items():
                for start, end in _phrase_spans(keys, part):
                    found.append(Place(offset + start, offset + end, leaf))
        return tuple(sorted(found))

    def marks(self, text: str) -> tuple[Span, ...]:
        """The spans to mark, in order, not overlapping."""
        return merged(self.places(text))

    def _patterns(self) -> c.Iterator[re.Pattern[str]]:
        """What to look for in a folded text. Several patterns of one word each are quicker than
        one pattern of several words."""
        for key in [*map(root, self._stems), *self._exact, *self._prefixes]:
            yield _pattern([key])
        for keys in self._phrases:
            if max(map(len, keys)) < LONGEST_KEY:
                yield _pattern(keys)
            else:  # a key may be only the beginning of the word
                yield from (_pattern([key]) for key in keys)

    def _cuts(self, text: str) -> c.Iterable[tuple[int, Cut]]:
        """The tokens of all parts of the text that may hold something wanted."""
        folded = fold_in_place(text)
        if folded is None:
            return [(0, cut(text))]
        spots = (
            (match.start(), match.end("last"))
            for pattern in self._spots
            for match in pattern.finditer(folded)
        )
        return cut_around(text, sorted(spots))

    def _leaves_of(self, key: str) -> c.Iterator[int]:
        if (leaf := self._stems.get(stem(key))) is not None:
            yield leaf
        if (leaf := self._exact.get(key)) is not None:
            yield leaf
        for prefix, number in self._prefixes.items():
            if key.startswith(prefix):
                yield number


def merged(places: c.Iterable[Place]) -> tuple[Span, ...]:
    """The places as spans that do not overlap."""
    spans: list[Span] = []
    for place in places:
        if spans and place.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, place.end))
        else:
            spans.append(Span(place.start, place.end))
    return tuple(spans)


def _pattern(keys: c.Sequence[str]) -> re.Pattern[str]:
    """A word that begins with the first key, and how far it is to the end of the last.

    `mbl` in "mbl-frågor", not in "ombl"; `hot, och våld`, not `hotel och våld`; and "om och om"
    twice in `om och om och om`. The signs of "§9" and "25%" may stand elsewhere in the text.
    """
    first, *others = [re.escape(key.strip("§%")) for key in keys]
    following = "".join(rf"[\W_]++{other}" for other in others)
    return re.compile(rf"{first}(?<![^\W_]{first})(?=(?P<last>{following}))")


def _phrase_spans(keys: tuple[str, ...], part: Cut) -> c.Iterator[tuple[int, int]]:
    """Where the words stand one after the other, in one pass however many they are.

    A bit for each word of the phrase says that it stands here and those before it right before. At
    the next position each bit moves up one, and those remain whose word stands there.
    """
    bits: dict[str, int] = {}
    for place, key in enumerate(keys):
        bits[key] = bits.get(key, 0) | 1 << place
    whole = 1 << len(keys) - 1
    rows: list[dict[str, int]] = []  # what stands at each position, as numbers of tokens
    for token, (key, position) in enumerate(zip(part.keys, part.positions, strict=True)):
        if position == len(rows):
            rows.append({})
        rows[position][key] = token
    standing = 0
    for position, row in enumerate(rows):
        here = sum(bits.get(key, 0) for key in row)
        standing = (standing << 1 | 1) & here
        if standing & whole:
            first = rows[position - len(keys) + 1][keys[0]]
            yield part.starts[first], part.ends[row[keys[-1]]]
