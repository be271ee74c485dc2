"""Which words are one to the reader, as posting lists: `<segment>.forms`.

A word asked for is looked up on three levels, each wider than the one before:

    as written      the word itself                     "skyddsombuden"
    inflected       all words with the same lemma       "skyddsombud" "skyddsombudet" …
    part            all words that it is a part of      "huvudskyddsombud" …

The first is in the file of words. The other two are unions of its lists, made here once for each
lemma and part instead of at every search. They follow from the words alone: other lists of Swedish
words cost a new file of forms, not a new index.
"""

import collections
import collections.abc as c
import functools
import typing as t

import numpy as np

from index.engine import Kind
from index.swedish import Analysis
from index.whoosh_engine.arrays import Array, Arrays, Sink
from index.whoosh_engine.postings import (
    NOWHERE,
    Ids,
    Lists,
    ListsWriter,
    Postings,
    blocks,
    tallied,
    united,
)
from index.whoosh_engine.strings import SortedStrings, packed
from index.whoosh_engine.words import Words

# Postings looked at together; a union of more is looked at alone.
BLOCK: t.Final = 1_000_000

# Words asked for whose numbers are remembered.
REMEMBERED: t.Final = 4096

# What a hit on each level counts.
AS_WRITTEN: t.Final = 4.0
INFLECTED: t.Final = 2.0
PART: t.Final = 1.0

Analyse: t.TypeAlias = c.Callable[[str], Analysis]
Groups: t.TypeAlias = c.Mapping[str, c.Sequence[int]]


class Level(t.NamedTuple):
    """Where a word stands on one level, and what that counts."""

    weight: float
    postings: Postings


class Family:
    """Groups of words of one vocabulary under common names, and where any word of each stands."""

    def __init__(self, arrays: Arrays, name: str, words: Words) -> None:
        self._words = words
        self._names = SortedStrings(arrays[f"{name}.letters"], arrays[f"{name}.starts"])
        self._first = arrays[f"{name}.first"].data
        self._members = arrays[f"{name}.members"].data
        self._lists = {kind: Lists(arrays, f"{name}.{kind}") for kind in Kind}

    def wider(self, name: str, own: int | None) -> tuple[int, ...]:
        """The number of the group of that name, if it has more in it than the word itself."""
        group = self._names.find(name)
        if group is None or (self._count(group) == 1 and self._only(group) == own):
            return ()
        return (group,)

    def postings(self, kind: Kind, group: int) -> Postings:
        """Where any word of a group stands."""
        if self._count(group) == 1:
            return self._words.lists[kind].of(self._only(group))
        return self._lists[kind].of(group)

    def _count(self, group: int) -> int:
        return self._first[group + 1] - self._first[group]

    def _only(self, group: int) -> int:
        return self._members[self._first[group]]


class Sought(t.NamedTuple):
    """What a segment has of a word: its number, and the groups that reach beyond it."""

    own: int | None
    wider: tuple[tuple[float, tuple[tuple[Family, int], ...]], ...]  # with what each level counts


class Forms:
    """A segment's forms, open for reading, over its words."""

    def __init__(self, arrays: Arrays, words: Words, analyse: Analyse) -> None:
        self._words = words
        self._analyse = analyse
        self._families = (
            (INFLECTED, Family(arrays, "lemmas", words)),
            (PART, Family(arrays, "parts", words)),
        )
        self.sought: t.Final = functools.lru_cache(maxsize=REMEMBERED)(self._sought)

    def _sought(self, key: str) -> Sought:
        """What there is of a word, whichever kind of documents it is then looked for in."""
        own = self._words.vocabulary.find(key)
        names = self._analyse(key).lemmas
        reached: dict[str, tuple[Family, int]] = {}  # by each lemma, on the level and before
        wider = []
        for weight, family in self._families:
            more = {name: (family, group) for name in names for group in family.wider(name, own)}
            if more:
                reached |= more
                wider.append((weight, tuple(reached.values())))
        return Sought(own, tuple(wider))

    def levels(self, kind: Kind, sought: Sought) -> tuple[Level, ...]:
        """Where a word stands, on each level that is wider than those before it."""
        levels = []
        if sought.own is not None:
            levels.append(Level(AS_WRITTEN, self._words.lists[kind].of(sought.own)))
        for weight, groups in sought.wider:
            found = [family.postings(kind, group) for family, group in groups]
            levels.append(Level(weight, found[0] if len(found) == 1 else self._one(kind, found)))
        return tuple(levels)

    def widest(self, kind: Kind, sought: Sought) -> Ids:
        """The documents that a word stands in on any level."""
        if sought.wider:
            found = [family.postings(kind, group) for family, group in sought.wider[-1][1]]
            return found[0].docs if len(found) == 1 else self._one(kind, found).docs
        return NOWHERE.docs if sought.own is None else self._words.lists[kind].of(sought.own).docs

    def _one(self, kind: Kind, found: c.Sequence[Postings]) -> Postings:
        together = Postings(*(np.concatenate(fields) for fields in zip(*found, strict=True)))
        return united(together, self._words.layout.size(kind))


def write_forms(sink: Sink, words: Words, analyse: Analyse) -> None:
    """Put the groups of a vocabulary, and where they stand, among a file's arrays."""
    lemmas, parts = groups(words.vocabulary, analyse)
    _write_family(sink, "lemmas", lemmas, words)
    _write_family(sink, "parts", parts, words)


def groups(vocabulary: c.Iterable[str], analyse: Analyse) -> tuple[Groups, Groups]:
    """The numbers of the words by lemma, and by part, in order.

    A part's words hold those of the lemma of the same name, so that each level holds the one
    before; where they are no more than those, the part is left out.
    """
    lemmas = collections.defaultdict[str, list[int]](list)
    parts = collections.defaultdict[str, list[int]](list)
    for number, key in enumerate(vocabulary):
        if not key[:1].isalpha():
            continue  # figures have no forms, and are much of a vocabulary
        analysis = analyse(key)
        for name in dict.fromkeys(analysis.lemmas):
            lemmas[name].append(number)
        for name in dict.fromkeys(analysis.parts):
            parts[name].append(number)
    wider = {name: sorted({*own, *lemmas.get(name, ())}) for name, own in parts.items()}
    return lemmas, {name: own for name, own in wider.items() if own != lemmas.get(name)}


def _write_family(sink: Sink, name: str, groups: Groups, words: Words) -> None:
    names = sorted(groups)
    letters, starts = packed(names)
    sink.add(f"{name}.letters", letters)
    sink.add(f"{name}.starts", starts)
    counts = np.fromiter((len(groups[each]) for each in names), np.int64, len(names))
    members = np.fromiter((number for each in names for number in groups[each]), np.int32)
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
    for first, last in blocks(sizes, BLOCK):
        inside = many[(group_of[many] >= first) & (group_of[many] < last)]
        each, postings = lists.of_some(members[inside])
        numbers, merged = tallied(np.repeat(group_of[inside] - first, each), *postings)
        writer.add(numbers, merged, last - first)
