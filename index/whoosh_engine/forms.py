"""Which words are one to the reader who searches, as arrays: `<segment>.forms`.

The words of the vocabulary are looked up in the lists of words once, and grouped: by lemma, the
forms of one word, and by part, the words that have it among theirs. Where any word of a group
stands is worked out beforehand, so that a search reads one list and not hundreds. A group of one
word has no list of its own: that is the word's.

Which words a word of several parts meets is worked out when it is asked for (`makeup`): they are
few. A changed list of words costs a new file of forms, not a new index.
"""

import array
import collections
import collections.abc as c
import functools
import itertools
import typing as t

import numpy as np

from index.engine import Kind
from index.swedish import Analysis, Level
from index.whoosh_engine.arrays import Array, Arrays, Sink
from index.whoosh_engine.makeup import PLACES, Makeup, write_makeup
from index.whoosh_engine.plain import Plain, write_plain
from index.whoosh_engine.postings import Lists, ListsWriter, Postings, blocks, tallied, united
from index.whoosh_engine.strings import SortedStrings, packed
from index.whoosh_engine.words import Words

# Postings looked at together; a union of more is looked at alone.
BLOCK: t.Final = 1_000_000

# Words asked for whose numbers are remembered.
REMEMBERED: t.Final = 4096

# What a hit on each level counts.
WORTH: t.Final = {
    Level.AS_WRITTEN: 4.0,
    Level.INFLECTED: 2.0,
    Level.PART: 1.0,
    Level.LOOSE: 0.5,
}

Analyse: t.TypeAlias = c.Callable[[str], Analysis]


class Tier(t.NamedTuple):
    """Where a word stands on one level, and what that counts."""

    weight: float
    postings: Postings


class Family:
    """Groups of words of one vocabulary under common names, and where any word of each stands."""

    def __init__(self, arrays: Arrays, name: str, names: SortedStrings, words: Words) -> None:
        self._words = words
        self._names = names
        self._first = arrays[f"{name}.first"].data
        self._members = arrays[f"{name}.members"]
        self._lists = {kind: Lists(arrays, f"{name}.{kind}") for kind in Kind}

    def wider(self, name: str, own: int | None) -> tuple[int, ...]:
        """The number of the group of that name, if it has more in it than the word itself."""
        group = self._names.find(name)
        if group is None:
            return ()
        first, last = self._first[group], self._first[group + 1]
        only_own = last - first == 1 and self._members[first] == own
        return () if first == last or only_own else (group,)

    def members(self, group: int) -> Array:
        """The numbers of the words in it, in order."""
        return self._members[self._first[group] : self._first[group + 1]]

    def postings(self, kind: Kind, group: int) -> Postings:
        """Where any word of a group stands."""
        first, last = self._first[group], self._first[group + 1]
        if last - first == 1:
            return self._words.lists[kind].of(int(self._members[first]))
        return self._lists[kind].of(group)


class Sought(t.NamedTuple):
    """What a segment has of a word: its number, and the groups that reach beyond it."""

    own: int | None
    asked: Analysis
    wider: tuple[tuple[Level, tuple[tuple[Family, int], ...]], ...]

    def numbers(self, lowest: Level = Level.PART) -> Array:
        """The words that are met so well, by group."""
        found = [family.members(group) for level, of in self.wider if level >= lowest
                 for family, group in of]  # fmt: skip
        own = np.array([] if self.own is None else [self.own], np.int64)
        return functools.reduce(np.union1d, found, own).astype(np.int64)


class Forms:
    """A segment's forms, open for reading, over its words."""

    def __init__(self, arrays: Arrays, words: Words, analyse: Analyse) -> None:
        self.words: t.Final = words
        self._analyse = analyse
        self.names: t.Final = SortedStrings(arrays["names.letters"], arrays["names.starts"])
        self.lemmas: t.Final = Family(arrays, "lemmas", self.names, words)
        self.parts: t.Final = Family(arrays, "parts", self.names, words)
        self.makeup: t.Final = Makeup(arrays, self.names)
        self.plain: t.Final = Plain(arrays, words.vocabulary, self.names)
        self.sought: t.Final = functools.lru_cache(maxsize=REMEMBERED)(self._sought)

    def _sought(self, key: str) -> Sought:
        """What there is of a word, whichever kind of documents it is then looked for in."""
        own = self.words.vocabulary.find(key)
        asked = self._analyse(key)
        levels = [(Level.INFLECTED, self.lemmas, asked.lemmas)]
        if len(asked.parts) == 1:
            levels.append((Level.PART, self.parts, asked.parts[0]))
        reached: dict[str, tuple[Family, int]] = {}  # by each name, on the level and before
        wider = []
        for level, family, names in levels:
            more = {name: (family, group) for name in names for group in family.wider(name, own)}
            if more:
                reached |= more
                wider.append((level, tuple(reached.values())))
        return Sought(own, asked, tuple(wider))

    def tiers(self, kind: Kind, sought: Sought) -> tuple[Tier, ...]:
        """Where a word stands, on each level that is wider than those before it and lies ready."""
        tiers = []
        if sought.own is not None:
            tiers.append(Tier(WORTH[Level.AS_WRITTEN], self.words.lists[kind].of(sought.own)))
        for level, groups in sought.wider:
            found = [family.postings(kind, group) for family, group in groups]
            tiers.append(Tier(WORTH[level], self.together(kind, found)))
        return tuple(tiers)

    def together(self, kind: Kind, found: c.Sequence[Postings]) -> Postings:
        """Several lists as one."""
        if len(found) == 1:
            return found[0]
        every = Postings(*(np.concatenate(fields) for fields in zip(*found, strict=True)))
        return united(every, self.words.layout.size(kind))


def write_forms(sink: Sink, words: Words, analyse: Analyse) -> None:
    """Put the groups of a vocabulary, and where they stand, among a file's arrays."""
    groups = Groups(words.vocabulary, analyse)
    letters, starts = packed(groups.names)
    sink.add("names.letters", letters)
    sink.add("names.starts", starts)
    write_plain(sink, words.vocabulary, groups.names)
    count = len(groups.names)
    write_makeup(sink, count, *groups.entries, len(words.vocabulary))
    _write_family(sink, "lemmas", count, groups.lemmas, words)
    _write_family(sink, "parts", count, groups.parts, words)


class Pairs(t.NamedTuple):
    """Names and what stands under each, both by number, in order of both."""

    names: Array
    values: Array


class Groups:
    """The words of a vocabulary by lemma, and by part."""

    def __init__(self, vocabulary: c.Iterable[str], analyse: Analyse) -> None:
        number: dict[str, int] = collections.defaultdict(itertools.count().__next__)
        lemmas = array.array("q")  # of each word and lemma the name's number and the word's
        parts = array.array("q")
        for word, key in enumerate(vocabulary):
            analysis = analyse(key)
            for name in analysis.lemmas:
                lemmas.append(number[name] << 32 | word)
            for place, names in enumerate(analysis.parts[:PLACES]):
                for name in names:
                    parts.append(number[name] << 32 | word * PLACES + place)
        self.names: t.Final = sorted(number)
        rank = np.empty(len(number), np.int64)
        rank[[number[name] for name in self.names]] = np.arange(len(number))
        self.lemmas: t.Final = _sorted_pairs(lemmas, rank)
        self.entries: t.Final = _sorted_pairs(parts, rank)

    @property
    def parts(self) -> Pairs:
        """A part's words hold those of the lemma of the same name, so that each level holds the
        one before; where they are no more than those, the part is left out."""
        size = len(self.names)
        entries = self.entries.names << 32 | self.entries.values // PLACES
        is_part = np.zeros(size, np.bool_)
        is_part[self.entries.names] = True
        inflected = self.lemmas.names << 32 | self.lemmas.values
        every = np.union1d(entries, inflected[is_part[self.lemmas.names]])
        names, words = every >> 32, every & 0xFFFFFFFF
        is_more = np.bincount(names, minlength=size) > np.bincount(
            self.lemmas.names, minlength=size
        )
        return Pairs(names[is_more[names]], words[is_more[names]])


def _sorted_pairs(packed_pairs: "array.array[int]", rank: Array) -> Pairs:
    pairs = np.frombuffer(packed_pairs, np.int64) if packed_pairs else np.empty(0, np.int64)
    pairs = np.unique(rank[pairs >> 32] << 32 | pairs & 0xFFFFFFFF)
    return Pairs(pairs >> 32, pairs & 0xFFFFFFFF)


def _write_family(sink: Sink, name: str, names: int, pairs: Pairs, words: Words) -> None:
    counts = np.bincount(pairs.names, minlength=names)
    members = pairs.values.astype(np.int32)
    sink.add(f"{name}.first", np.concatenate(([0], np.cumsum(counts))).astype(np.int64))
    sink.add(f"{name}.members", members)
    for kind in Kind:
        _write_unions(sink, f"{name}.{kind}", counts, members, words.lists[kind])


def _write_unions(sink: Sink, name: str, counts: Array, members: Array, lists: Lists) -> None:
    """The lists of the groups; a group of one word has an empty one here, since it has that
    word's."""
    writer = ListsWriter(sink, name)
    group_of = np.repeat(np.arange(len(counts)), counts)
    many = np.flatnonzero(counts[group_of] > 1)
    sizes = np.zeros(len(counts), np.int64)
    np.add.at(sizes, group_of[many], lists.sizes()[members[many]])
    bounds = np.searchsorted(group_of, np.arange(len(counts) + 1))
    for first, last in blocks(sizes, BLOCK):
        inside = np.arange(bounds[first], bounds[last])
        inside = inside[counts[group_of[inside]] > 1]
        each, postings = lists.of_some(members[inside])
        numbers, merged = tallied(np.repeat(group_of[inside] - first, each), *postings)
        writer.add(numbers, merged, last - first)
