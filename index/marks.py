"""Where a query's words stand in a text.

Made in Python from the same tokens as the index, so every engine marks alike. A word is marked in
all its forms, of a compound the part that is met; a phrase only where it stands whole; what the
query excludes never.

Most of a text has nothing to do with the query, and that must be seen at once. So the text is
parted at its spaces. What each piece, a word with the comma after it, may be met by is remembered:
texts are long, but they are the same words.
"""

import collections.abc as c
import functools
import itertools
import operator
import re
import typing as t

from archive.model import Span
from index.query_tree import Exact, In, Inflected, Leaf, Named, Node, Phrase, Prefix, Word, wanted
from index.swedish import (
    Analysis,
    Cut,
    Language,
    Level,
    begins_with,
    chunkings,
    cut,
    ends_with,
    meeting,
)
from index.swedish.tokens import ellipses

# A word of more parts is marked only where it is written closed.
MOST_PARTS: t.Final = 5
# Different pieces of texts that are remembered: with their words, and with whether they are wanted.
REMEMBERED: t.Final = 1 << 15

# "§ 9" "25 %": no space at which they are parted.
_IN_ONE: t.Final = ("§   ", "§  ", "§ ", " §", " %")
# "hot- och" "för-, " "och -ansvar": without one of these there is no ellipsis.
_LIKE_ELLIPSIS: t.Final = re.compile(r"[-‐‑–](?:(?<=\w.)(?=[\s,/])|(?<=[\s/].)(?=\w))")
# As far from the sign as the other word of an ellipsis reaches, and what is written of the one.
_OTHER: t.Final = 90
_BEGUN: t.Final = 60

# Which words of a row a written word may be, a bit for each.
Bits: t.TypeAlias = c.Callable[[str], int]


class Place(t.NamedTuple):
    """A spot in a text that one of the query's words or phrases matches."""

    start: int
    end: int
    leaf: int  # which one, to tell how many different ones a passage holds
    level: Level = Level.AS_WRITTEN
    is_head: bool = True  # not what a compound only begins with, or has in its middle


class _Row(t.NamedTuple):
    """Words that must follow on one another."""

    leaf: int
    words: int
    level: Level
    bits: Bits
    parts: tuple[int, int] | None = (
        None  # so many of the first's and the last's are met, if not all
    )


class _Wanted(t.NamedTuple):
    """What of a piece is wanted."""

    places: tuple[Place, ...]  # counted from where it begins
    in_row: bool  # whether any word of it may be one of a row


class Marker:
    """Knows what a query wants, and finds it in any text."""

    def __init__(self, tree: Node, language: Language) -> None:
        self._language = language
        self._words: list[tuple[int, Word, Analysis]] = []
        self._exact: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._rows: list[_Row] = []
        self._unions: list[int] = []
        self._clues = set[str]()  # whatever is met has one, or one of the beginnings
        for number, leaf in enumerate(wanted(tree)):
            self._want(number, leaf)
        self._beginnings = tuple(self._prefixes)
        self._clues_of = _clues_of(language)
        self._begun = functools.lru_cache(REMEMBERED)(self._begins)
        self._wanted_of = functools.lru_cache(REMEMBERED)(self._find_wanted)

    def places(self, text: str) -> tuple[Place, ...]:
        """Everything in the text that the query wants, in order."""
        line = text.replace("\n", " ")
        pieces = _pieces(line)
        hits = {number: self._wanted_of(pieces[number]) for number in self._maybe(pieces)}
        apart = _written_apart(line)
        if not hits and not apart:
            return ()
        ends = list(itertools.accumulate(map(len, pieces), initial=0))
        found = []
        for number, (places, _) in hits.items():
            start = ends[number] + number  # a space before each
            found += [it._replace(start=start + it.start, end=start + it.end) for it in places]
        for key, start, end in apart:
            found += self._places_of(key, start, end)
        if self._rows:
            runs = _runs(pieces, [number for number, (_, in_row) in hits.items() if in_row])
            spans = [(ends[first] + first, ends[last + 1] + last) for first, last in runs]
            if any(row.bits(key) for key, *_ in apart for row in self._rows):
                spans = [(0, len(text))]
            for start, end in spans:
                found += self._in_rows(cut(text[start:end]), start)
        return self._sifted(text, found)

    def marks(self, text: str) -> tuple[Span, ...]:
        """The spans to mark, in order, not overlapping."""
        return merged(self.places(text))

    def _want(self, number: int, leaf: Leaf) -> None:
        match leaf:
            case In(_, within):
                self._want(number, within)
            case Word(key):
                asked = self._language.analyse(key)
                self._words.append((number, leaf, asked))
                self._clues.add(key)
                self._clues.update(asked.lemmas, *asked.parts)
                if 2 <= len(asked.parts) <= MOST_PARTS:
                    for chunks in chunkings(asked.parts):
                        parts = len(chunks[0]), len(chunks[-1])
                        bits = self._parts_bits(chunks)
                        self._rows.append(_Row(number, len(chunks), Level.PART, bits, parts))
            case Exact(key):
                self._clues.add(key)
                self._exact.setdefault(key, []).append(number)
            case Named(_, keys):
                self._clues.update(keys)
                self._unions.append(number)
                for key in keys:
                    self._exact.setdefault(key, []).append(number)
            case Prefix(key):
                self._prefixes.setdefault(key, []).append(number)
            case Phrase(keys):
                self._clues.update(keys)
                self._rows.append(_Row(number, len(keys), Level.AS_WRITTEN, _exact_bits(keys)))
            case Inflected(keys):
                self._clues.update(keys)
                self._clues.update(*(self._language.analyse(key).lemmas for key in keys))
                bits = self._inflected_bits(keys)
                self._rows.append(_Row(number, len(keys), Level.INFLECTED, bits))
                self._rows.append(_Row(number, len(keys), Level.AS_WRITTEN, _exact_bits(keys)))

    def _maybe(self, pieces: c.Sequence[str]) -> c.Iterable[int]:
        """The numbers of the pieces in which something may be wanted."""
        nothing = map(self._clues.isdisjoint, map(self._clues_of, pieces))
        found = map(operator.not_, nothing)
        if self._beginnings:
            found = map(operator.or_, found, map(self._begun, pieces))
        return itertools.compress(itertools.count(), found)

    def _begins(self, piece: str) -> bool:
        return any(key.startswith(self._beginnings) for key in _keys_of(piece))

    def _find_wanted(self, piece: str) -> _Wanted:
        part = cut(piece)
        places = [
            place
            for key, start, end in zip(part.keys, part.starts, part.ends, strict=True)
            for place in self._places_of(key, start, end)
        ]
        return _Wanted(tuple(places), any(row.bits(key) for key in part.keys for row in self._rows))

    def _places_of(self, key: str, start: int, end: int) -> c.Iterator[Place]:
        """What is met of a written word that stands there."""
        for leaf in self._exact.get(key, ()):
            yield Place(start, end, leaf)
        for beginning, leaves in self._prefixes.items():
            if key.startswith(beginning):
                yield from (Place(start, end, leaf) for leaf in leaves)
        found = self._language.analyse(key)
        for leaf, word, asked in self._words:
            met = meeting(word.key, asked, key, found, loose=word.loose)
            if met is None:
                continue
            first, last = 0, end - start
            if met.level <= Level.PART and found.ends and len(key) == last:  # else letters moved
                first = found.ends[met.first - 1] if met.first else 0
                last = found.ends[met.last - 1]
                first += key.startswith("-", first)
            is_head = met.last == len(found.parts)
            yield Place(start + first, start + last, leaf, met.level, is_head)

    def _in_rows(self, part: Cut, offset: int) -> c.Iterator[Place]:
        for row in self._rows:
            for first, last in _row_tokens(row, part):
                start, end = part.starts[first], part.ends[last]
                if row.parts:
                    start += self._part_ends(part, first)[-1 - row.parts[0]]
                    end = part.starts[last] + self._part_ends(part, last)[row.parts[1]]
                yield Place(offset + start, offset + end, row.leaf, row.level)

    def _part_ends(self, part: Cut, token: int) -> tuple[int, ...]:
        """Where in a token's word its parts begin and the last ends."""
        key, length = part.keys[token], part.ends[token] - part.starts[token]
        parts, ends = self._language.analyse(key)[1:]
        if ends and len(key) == length:
            return (0, *ends)
        return (0,) * len(parts) + (length,)  # where they are is not known

    def _sifted(self, text: str, found: c.Iterable[Place]) -> tuple[Place, ...]:
        """Each once, on its best level; a union's name only with a capital, if it ever has one."""
        best: dict[tuple[int, int, int], Place] = {}
        for place in found:
            known = best.get(place[:3])
            if known is None or known.level < place.level:
                best[place[:3]] = place
        places = sorted(best.values())
        for leaf in self._unions:
            if any(place.leaf == leaf and text[place.start].isupper() for place in places):
                places = [it for it in places if it.leaf != leaf or text[it.start].isupper()]
        return tuple(places)

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


def _pieces(line: str) -> list[str]:
    """The line parted so that no word is, with one character left out between two pieces."""
    for gap in _IN_ONE if "§" in line or "%" in line else ():
        line = line.replace(gap, gap.replace(" ", "\t"))
    return line.split(" ")


@functools.lru_cache(REMEMBERED)
def _keys_of(piece: str) -> tuple[str, ...]:
    return tuple(cut(piece).keys)


@functools.lru_cache(4)
def _clues_of(language: Language) -> c.Callable[[str], frozenset[str]]:
    """What tells which words of a query a piece may be met by: its keys, their lemmas and parts."""
    of_key = functools.lru_cache(REMEMBERED)(lambda key: language.names(key) | {key})

    def clues(piece: str) -> frozenset[str]:
        first, *others = map(of_key, _keys_of(piece) or ("",))
        return first.union(*others) if others else first

    return functools.lru_cache(REMEMBERED)(clues)


def _written_apart(line: str) -> list[tuple[str, int, int]]:
    """What ellipses stand for: the key, and where what is written of the word stands."""
    stretches: list[tuple[int, int]] = []
    for sign in _LIKE_ELLIPSIS.finditer(line):
        before, after = _BEGUN, _OTHER
        if line[sign.start() - 1].isspace() or line[sign.start() - 1] == "/":  # "… och -ansvar"
            before, after = after, before
        start, end = max(0, sign.start() - before), sign.end() + after
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end))
    found = []
    for start, end in stretches:
        # No word is cut in two.
        start = line.find(" ", start, end) + 1 if start else 0
        end = line.rfind(" ", start, end) if end < len(line) else end
        found += [(it.key, start + it.start, start + it.end) for it in ellipses(line[start:end])]
    return found


def _runs(pieces: c.Sequence[str], numbers: c.Sequence[int]) -> c.Iterator[tuple[int, int]]:
    """The first and the last of pieces between which stands no other word; two words at least."""
    for first, last in _unbroken(pieces, numbers):
        if first < last or len(_keys_of(pieces[first])) > 1:
            yield first, last


def _unbroken(pieces: c.Sequence[str], numbers: c.Sequence[int]) -> c.Iterator[tuple[int, int]]:
    first = last = -1
    for number in numbers:
        if first < 0 or any(map(_keys_of, pieces[last + 1 : number])):
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last


def _exact_bits(keys: c.Sequence[str]) -> Bits:
    by_key: dict[str, int] = {}
    for place, key in enumerate(keys):
        by_key[key] = by_key.get(key, 0) | 1 << place
    return lambda written: by_key.get(written, 0)


def _as_bits(tests: c.Iterable[bool]) -> int:
    return sum(1 << place for place, holds in enumerate(tests) if holds)


def _row_tokens(row: _Row, part: Cut) -> c.Iterator[tuple[int, int]]:
    """The first and the last where the words stand one after the other, in one pass however many
    they are.

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
            yield first, last
