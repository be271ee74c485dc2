"""Where a query's words stand in a text.

Made in Python from the same tokens as the index, so every engine marks alike. A word is marked in
all its forms, of a compound the part that is met; a phrase only where it stands whole; what the
query excludes never.

Most of a long text has nothing to do with the query. So it is first searched for what the
words that are wanted begin with, which is quick and finds too much, and only what stands round
those spots is cut into tokens, which decide.
"""

import collections.abc as c
import functools
import re
import typing as t

from archive.model import Span
from index.query_tree import Exact, In, Inflected, Leaf, Named, Node, Phrase, Prefix, Word, wanted
from index.swedish import (
    LONGEST_KEY,
    Analysis,
    Cut,
    Language,
    Level,
    begins_with,
    chunkings,
    cut,
    cut_around,
    ends_with,
    fold_in_place,
    meeting,
)

# Characters after a spot in which the rest of what it begins may stand: an ellipsis, more words.
REACH: t.Final = 80
# Characters of a text that is searched before it is cut; a shorter one is cut whole at once.
LONG: t.Final = 2000
# A word of more parts is marked only where it is written closed.
MOST_PARTS: t.Final = 5
# Different words of a text that are remembered with whether they are wanted.
REMEMBERED: t.Final = 1 << 14

# Which words of a row a written word may be, a bit for each.
Bits: t.TypeAlias = c.Callable[[str], int]


class Place(t.NamedTuple):
    """A spot in a text that one of the query's words or phrases matches."""

    start: int
    end: int
    leaf: int  # which one, to tell how many different ones a passage holds


class _Row(t.NamedTuple):
    """Words that must follow on one another."""

    leaf: int
    words: int
    bits: Bits


class Marker:
    """Knows what a query wants, and finds it in any text."""

    def __init__(self, tree: Node, language: Language) -> None:
        self._language = language
        self._words: list[tuple[int, Word, Analysis]] = []
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._rows: list[_Row] = []
        self._spots: list[re.Pattern[str]] = []
        self._reach = 0
        self._names = set[str]()  # what a word must have one of, to be met other than as written
        self._others = set[str]()  # words that are met as they are written
        for number, leaf in enumerate(wanted(tree)):
            self._want(number, leaf)
        self._met = functools.lru_cache(REMEMBERED)(self._meetings)

    def places(self, text: str) -> tuple[Place, ...]:
        """Everything in the text that the query wants, in order."""
        found = list[Place]()
        for offset, part in self._cuts(text):
            for key, start, end in zip(part.keys, part.starts, part.ends, strict=True):
                for leaf, first, last in self._met(key):
                    if end - start == len(key):
                        found.append(Place(offset + start + first, offset + start + last, leaf))
                    else:  # folding has moved its letters
                        found.append(Place(offset + start, offset + end, leaf))
            for row in self._rows:
                for start, end in _row_spans(row, part):
                    found.append(Place(offset + start, offset + end, row.leaf))
        return tuple(sorted(found))

    def marks(self, text: str) -> tuple[Span, ...]:
        """The spans to mark, in order, not overlapping."""
        return merged(self.places(text))

    def _want(self, number: int, leaf: Leaf) -> None:
        match leaf:
            case In(_, within):
                self._want(number, within)
            case Word(key):
                analysis = self._language.analyse(key)
                self._words.append((number, leaf, analysis))
                self._names.update(analysis.lemmas, *analysis.parts[:1])
                self._others.add(key)
                self._look_for(self._language.beginnings(key))
                if 2 <= len(analysis.parts) <= MOST_PARTS:
                    self._reach = REACH
                    for chunks in chunkings(analysis.parts):
                        self._rows.append(_Row(number, len(chunks), self._parts_bits(chunks)))
            case Exact(key):
                self._exact[key] = number
                self._look_for([_begun(key.lower())])
            case Named(_, keys):
                self._exact |= dict.fromkeys(keys, number)
                self._look_for(map(_begun, keys))
            case Prefix(key):
                self._prefixes[key] = number
                self._look_for([_begun(key)])
            case Phrase(keys):
                self._rows.append(_Row(number, len(keys), _exact_bits(keys)))
                if max(map(len, keys)) < LONGEST_KEY:
                    self._look_for([_phrase(keys)])
                else:  # a key may be only the beginning of the word
                    self._look_for(map(_begun, keys))
            case Inflected(keys):
                self._reach = max(self._reach, REACH, sum(map(len, keys)) * 2)
                self._rows.append(_Row(number, len(keys), self._inflected_bits(keys)))
                self._look_for(self._language.beginnings(keys[0]))

    def _look_for(self, patterns: c.Iterable[str]) -> None:
        """Several patterns of one word each are quicker than one pattern of several words."""
        self._spots += map(re.compile, patterns)

    def _cuts(self, text: str) -> c.Iterable[tuple[int, Cut]]:
        """The tokens of all parts of the text that may hold something wanted."""
        folded = fold_in_place(text) if len(text) > LONG else None
        if folded is None:
            return [(0, cut(text))]
        reach = self._reach or (REACH if "- " in folded or " -" in folded else 0)
        spots = (
            (
                match.start(),
                min(len(text), max(match.end(), match.end(match.lastindex or 0)) + reach),
            )
            for pattern in self._spots
            for match in pattern.finditer(folded)
        )
        return cut_around(text, sorted(spots))

    def _meetings(self, key: str) -> tuple[tuple[int, int, int], ...]:
        """Which leaves a written word meets, and from where to where in it."""
        if not self._may_meet(key):
            return ()
        found = []
        if (leaf := self._exact.get(key)) is not None:
            found.append((leaf, 0, len(key)))
        for prefix, number in self._prefixes.items():
            if key.startswith(prefix):
                found.append((number, 0, len(key)))
        analysis = self._language.analyse(key)
        for number, word, asked in self._words:
            met = meeting(word.key, asked, key, analysis, loose=word.loose)
            if met is None:
                continue
            first, last = 0, len(key)
            if met.level <= Level.PART and analysis.ends:
                first = analysis.ends[met.first - 1] if met.first else 0
                last = analysis.ends[met.last - 1]
                first += key.startswith("-", first)
            found.append((number, first, last))
        return tuple(found)

    def _may_meet(self, key: str) -> bool:
        """Most words have nothing to do with the query, which is quickly seen."""
        return (
            key in self._others
            or key in self._exact
            or bool(self._prefixes)
            or not self._names.isdisjoint(self._language.names(key))
        )

    def _inflected_bits(self, keys: c.Sequence[str]) -> Bits:
        asked = [(key, self._language.analyse(key)) for key in keys]

        def bits(written: str) -> int:
            found = self._language.analyse(written)
            met = (meeting(key, analysis, written, found) for key, analysis in asked)
            return _as_bits(it is not None and it.level >= Level.INFLECTED for it in met)

        return functools.lru_cache(REMEMBERED)(bits)

    def _parts_bits(self, chunks: c.Sequence[c.Sequence[c.Collection[str]]]) -> Bits:
        first, *between, last = chunks

        def bits(written: str) -> int:
            parts = self._language.analyse(written).parts
            inner = (len(parts) == len(it) and begins_with(parts, it) for it in between)
            return _as_bits([ends_with(parts, first), *inner, begins_with(parts, last)])

        return functools.lru_cache(REMEMBERED)(bits)


def merged(places: c.Iterable[Place]) -> tuple[Span, ...]:
    """The places as spans that do not overlap."""
    spans: list[Span] = []
    for place in places:
        if spans and place.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, place.end))
        else:
            spans.append(Span(place.start, place.end))
    return tuple(spans)


def _exact_bits(keys: c.Sequence[str]) -> Bits:
    by_key: dict[str, int] = {}
    for place, key in enumerate(keys):
        by_key[key] = by_key.get(key, 0) | 1 << place
    return lambda written: by_key.get(written, 0)


def _as_bits(tests: c.Iterable[bool]) -> int:
    return sum(1 << place for place, holds in enumerate(tests) if holds)


def _begun(key: str) -> str:
    """A word that begins with the key: `mbl` in "mbl-frågor", not in "ombl". The signs of "§9" and
    "25%" may stand elsewhere in the text."""
    first = re.escape(key.strip("§%"))
    return rf"{first}(?<![^\W_]{first})"


def _phrase(keys: c.Sequence[str]) -> str:
    """A word that begins with the first key, and how far it is to the end of the last.

    `hot, och våld`, not `hotel och våld`; and "om och om" twice in `om och om och om`.
    """
    following = "".join(rf"[\W_]++{re.escape(key.strip('§%'))}" for key in keys[1:])
    return rf"{_begun(keys[0])}(?=({following}))"


def _row_spans(row: _Row, part: Cut) -> c.Iterator[tuple[int, int]]:
    """Where the words stand one after the other, in one pass however many they are.

    A bit for each word of the row says that it stands here and those before it right before. At
    the next position each bit moves up one, and those remain whose word stands there.
    """
    whole = 1 << row.words - 1
    at: list[list[tuple[int, int]]] = []  # what is wanted at each position: bits, number of token
    for token, (key, position) in enumerate(zip(part.keys, part.positions, strict=True)):
        if position == len(at):
            at.append([])
        if bits := row.bits(key):
            at[position].append((bits, token))
    standing = 0
    for position, here in enumerate(at):
        standing = (standing << 1 | 1) & functools.reduce(lambda all_, it: all_ | it[0], here, 0)
        if standing & whole:
            first = next(token for bits, token in at[position - row.words + 1] if bits & 1)
            last = next(token for bits, token in here if bits & whole)
            yield part.starts[first], part.ends[last]
