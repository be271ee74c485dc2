"""Where a word, a prefix or a phrase stands in one segment.

A word's lists lie ready in the files. Those of a prefix are put together from all the words that
begin so, a phrase is looked for place by place: what has taken so long is remembered, for the same
is asked for again with every choice and every page.
"""

import threading
import typing as t

import cachetools
import numpy as np

from index.engine import Kind
from index.query_tree import Exact, Leaf, Phrase, Prefix, Word
from index.whoosh_engine.forms import AS_WRITTEN, INFLECTED, Forms, Level
from index.whoosh_engine.phrases import phrase_places
from index.whoosh_engine.postings import NOWHERE, Ids, Postings, tallied, united
from index.whoosh_engine.words import Words

# Bytes of prefixes and phrases that are remembered.
REMEMBERED: t.Final = 32 << 20

Found: t.TypeAlias = dict[Kind, Postings]


class Leaves:
    """Looks up the leaves of queries in a segment's words and forms."""

    def __init__(self, words: Words, forms: Forms) -> None:
        self._words = words
        self._forms = forms
        self._found: cachetools.LRUCache[Leaf, Found] = cachetools.LRUCache(REMEMBERED, _size)
        self._lock = threading.Lock()

    def levels(self, kind: Kind, leaf: Leaf) -> tuple[Level, ...]:
        """Where it stands in documents of a kind, on each of its levels; the last has all of it."""
        match leaf:
            case Word(key):
                return self._forms.levels(kind, self._forms.sought(key))
            case Exact(key):
                number = self._forms.sought(key).own
                found = NOWHERE if number is None else self._words.lists[kind].of(number)
                return (Level(AS_WRITTEN, found),)
            case Prefix():
                return (Level(INFLECTED, self._gathered(leaf)[kind]),)
            case Phrase():
                return (Level(AS_WRITTEN, self._gathered(leaf)[kind]),)

    def documents(self, kind: Kind, leaf: Leaf) -> Ids:
        """The documents of a kind that it stands in."""
        if isinstance(leaf, Word):
            return self._forms.widest(kind, self._forms.sought(leaf.key))
        return self.levels(kind, leaf)[-1].postings.docs

    @cachetools.cachedmethod(
        lambda self: self._found, key=lambda _, leaf: leaf, lock=lambda self: self._lock
    )
    def _gathered(self, leaf: Prefix | Phrase) -> Found:
        return self._beginning(leaf.key) if isinstance(leaf, Prefix) else self._in_a_row(leaf.keys)

    def _beginning(self, key: str) -> Found:
        words = self._words
        some = words.vocabulary.beginning_with(key)
        return {
            kind: united(lists.of_range(some.start, some.stop), words.layout.size(kind))
            for kind, lists in words.lists.items()
        }

    def _in_a_row(self, keys: tuple[str, ...]) -> Found:
        layout = self._words.layout
        places = phrase_places(self._words, [self._forms.sought(key).own for key in keys])
        units = layout.units_at(places)
        found = {}
        for kind in Kind:
            _, docs, in_title = layout.documents_at(kind, places, units, len(keys))
            found[kind] = tallied(np.zeros(len(docs), np.int64), docs, in_title, ~in_title)[1]
        return found


def _size(found: Found) -> int:
    return sum(array.nbytes for postings in found.values() for array in postings)
