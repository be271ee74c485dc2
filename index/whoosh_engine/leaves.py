"""Where the leaves of queries stand in one segment, on each of their levels.

A word's lists lie ready in the files. Those of a prefix or of a word of several parts are put
together from all the words that are meant, a phrase is looked for place by place: what has taken so
long is remembered, for the same is asked for again with every choice and every page.
"""

import collections.abc as c
import threading
import typing as t

import cachetools
import numpy as np

from index.engine import Kind
from index.query_tree import Exact, In, Inflected, Leaf, Named, Part, Phrase, Prefix, Word
from index.swedish import Level
from index.whoosh_engine.columns import UNIONS
from index.whoosh_engine.crossing import Rows
from index.whoosh_engine.forms import WORTH, Forms, Sought, Tier
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import NOWHERE, Ids, Postings, tallied
from index.whoosh_engine.spots import Spots
from index.whoosh_engine.words import Words

# Bytes of what has been put together that are remembered.
REMEMBERED: t.Final = 32 << 20

# What the name of a union counts where the document names the union.
NAMED: t.Final = 6.0

Tiers: t.TypeAlias = tuple[Tier, ...]


class Leaves:
    """Looks up the leaves of queries in a segment's words and forms."""

    def __init__(self, words: Words, forms: Forms) -> None:
        self._words = words
        self._forms = forms
        self._spots = Spots(words, forms)
        self._found: cachetools.LRUCache[t.Any, dict[Kind, Tiers]]
        self._found = cachetools.LRUCache(REMEMBERED, _size)
        self._lock = threading.Lock()

    def tiers(self, kind: Kind, leaf: Leaf, lineage: Lineage) -> Tiers:
        """Where it stands in documents of a kind, on each of its levels; the last has all of it.

        `lineage` knows which unions went into the one that is named.
        """
        match leaf:
            case Word(key, weight, loose):
                sought = self._forms.sought(key)
                tiers = self._forms.tiers(kind, sought)
                if len(sought.asked.parts) > 1:
                    # As if it counted whole: it is often asked for both ways.
                    tiers += self._gathered(Word(key, loose=loose))[kind]
                return _weighed(tiers, weight)
            case Exact(key, weight):
                number = self._words.vocabulary.find(key)
                found = NOWHERE if number is None else self._words.lists[kind].of(number)
                return _weighed((Tier(WORTH[Level.AS_WRITTEN], found),), weight)
            case Named(union, keys):
                return self._named(kind, keys, lineage.with_predecessors(UNIONS, [union]))
            case _:
                return self._gathered(leaf)[kind]

    def documents(self, kind: Kind, leaf: Leaf, lineage: Lineage) -> Ids:
        """The documents of a kind that it stands in."""
        if isinstance(leaf, Word):
            sought = self._forms.sought(leaf.key)
            if len(sought.asked.parts) < 2:
                return self._widest(kind, sought)
        tiers = self.tiers(kind, leaf, lineage)
        return tiers[-1].postings.docs if tiers else NOWHERE.docs

    def _widest(self, kind: Kind, sought: Sought) -> Ids:
        if not sought.wider:
            lists = self._words.lists[kind]
            return NOWHERE.docs if sought.own is None else lists.of(sought.own).docs
        found = [family.postings(kind, group) for family, group in sought.wider[-1][1]]
        return self._forms.together(kind, found).docs

    @cachetools.cachedmethod(
        lambda self: self._found, key=lambda _, leaf: leaf, lock=lambda self: self._lock
    )
    def _gathered(self, leaf: Word | Prefix | Phrase | Inflected | In) -> dict[Kind, Tiers]:
        match leaf:
            case Word(key, _, loose):
                return self._compound(self._forms.sought(key), loose=loose)
            case Prefix(key):
                return {kind: (self._beginning(kind, key),) for kind in Kind}
            case _:
                part = leaf.part if isinstance(leaf, In) else None
                found = self._spots.of(leaf)
                return {
                    kind: tuple(Tier(weight, self._at(kind, rows, part)) for weight, rows in found)
                    for kind in Kind
                }

    def _beginning(self, kind: Kind, key: str) -> Tier:
        some = self._words.vocabulary.beginning_with(key)
        every = self._words.lists[kind].of_range(some.start, some.stop)
        return Tier(WORTH[Level.INFLECTED], self._forms.together(kind, [every, NOWHERE]))

    def _compound(self, sought: Sought, *, loose: bool) -> dict[Kind, Tiers]:
        """What a word of several parts reaches beyond what lies ready; each level with those
        before it."""
        known = sought.numbers()
        divided = self._spots.divided(sought)
        levels = [
            (level, numbers)
            for level, numbers in self._spots.beyond(sought, loose=loose)
            if divided or len(numbers) > len(known)
        ]
        found = {}
        for kind in Kind:
            apart = self._at(kind, divided)
            found[kind] = tuple(
                Tier(
                    WORTH[level],
                    self._forms.together(
                        kind, [self._words.lists[kind].of_some(numbers)[1], apart]
                    ),
                )
                for level, numbers in levels
            )
        return found

    def _named(self, kind: Kind, keys: c.Sequence[str], unions: c.Iterable[str]) -> Tiers:
        numbers = [n for n in map(self._words.vocabulary.find, keys) if n is not None]
        lists = self._words.lists[kind].of_some(np.array(numbers, np.int64))[1]
        every = self._forms.together(kind, [lists, NOWHERE])
        column = self._words.columns[kind][UNIONS]
        disjoint = frozenset(unions).isdisjoint
        naming = np.array([not disjoint(values) for values in column.combinations], np.bool_)
        named = every.only(naming[column.codes[every.docs]])
        return Tier(NAMED, named), Tier(WORTH[Level.AS_WRITTEN], every)

    def _at(self, kind: Kind, rows: c.Iterable[Rows], part: Part | None = None) -> Postings:
        """The documents in which they stand, and how often in each."""
        layout = self._words.layout
        pieces = [NOWHERE]
        for places, count in rows:
            units = layout.units_at(places)
            if part is None:
                found = layout.documents_at(kind, places, units, count)
            else:
                found = layout.documents_within(part, kind, places, units, count)
            in_title = found.in_title.astype(np.uint8)
            pieces.append(Postings(found.docs, in_title, 1 - in_title))
        docs, title, text = (np.concatenate(fields) for fields in zip(*pieces, strict=True))
        return tallied(np.zeros(len(docs), np.int64), docs, title, text)[1]


def _weighed(tiers: Tiers, weight: float) -> Tiers:
    if weight == 1:
        return tiers
    return tuple(Tier(tier.weight * weight, tier.postings) for tier in tiers)


def _size(found: c.Mapping[Kind, Tiers]) -> int:
    return sum(
        array.nbytes for tiers in found.values() for tier in tiers for array in tier.postings
    )
