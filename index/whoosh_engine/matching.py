"""From a query's tree to the documents of one segment and kind that meet it.

Nothing here knows who asks: what comes out is masked before anything is counted or weighed.
"""

import numpy as np

from index.engine import Kind
from index.query_tree import And, Everything, Exact, Leaf, Node, Not, Or, Phrase, Prefix, Word
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.forms import AS_WRITTEN, INFLECTED, Level
from index.whoosh_engine.layout import Places, Standing
from index.whoosh_engine.phrases import phrase_places
from index.whoosh_engine.postings import NOWHERE, Ids, Postings, tallied, united
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.sets import distinct, membership, union


class Reading:
    """One query read in one segment; each leaf is looked up once."""

    def __init__(self, segment: Segment, weighed: Kind) -> None:
        """`weighed`: the kind of documents that scores are asked for; of others only which."""
        self._segment = segment
        self._weighed = weighed
        self._levels: dict[Kind, dict[Leaf, tuple[Level, ...]]] = {kind: {} for kind in Kind}
        self._phrases: dict[Phrase, tuple[Places, Array]] = {}  # where they begin, and the units

    def matching(self, tree: Node, kind: Kind) -> Ids:
        """The documents that meet the tree."""
        size = self._segment.words.layout.size(kind)
        match tree:
            case And(parts):
                return self._all_of(parts, kind, size)
            case Or(parts):
                return union([self.matching(part, kind) for part in parts], size)
            case Not(part):
                left = np.ones(size, np.bool_)
                left[self.matching(part, kind)] = False
                return np.flatnonzero(left).astype(np.int32)
            case Everything():
                return np.arange(size, dtype=np.int32)
            case Word(key) if kind is not self._weighed:
                return self._segment.forms.widest(kind, self._segment.forms.sought(key))
            case Phrase(keys) if kind is not self._weighed:
                return distinct(self._standing(tree, kind, len(keys)).docs)
            case _:
                levels = self.levels(tree, kind)
                return levels[-1].postings.docs if levels else NOWHERE.docs

    def levels(self, leaf: Leaf, kind: Kind) -> tuple[Level, ...]:
        """Where a word or phrase stands, on each of its levels; the last has all of it."""
        known = self._levels[kind]
        if (levels := known.get(leaf)) is None:
            levels = known[leaf] = self._looked_up(leaf, kind)
        return levels

    def _all_of(self, parts: tuple[Node, ...], kind: Kind, size: int) -> Ids:
        wanted = [self.matching(part, kind) for part in parts if not isinstance(part, Not)]
        wanted.sort(key=len)
        docs = wanted[0] if wanted else np.arange(size, dtype=np.int32)
        for others in wanted[1:]:
            docs = docs[membership(docs, others, size)]
        for part in parts:
            if isinstance(part, Not):
                docs = docs[~membership(docs, self.matching(part.part, kind), size)]
        return docs

    def _looked_up(self, leaf: Leaf, kind: Kind) -> tuple[Level, ...]:
        words = self._segment.words
        match leaf:
            case Word(key):
                forms = self._segment.forms
                return forms.levels(kind, forms.sought(key))
            case Exact(key):
                number = words.vocabulary.find(key)
                found = NOWHERE if number is None else words.lists[kind].of(number)
                return (Level(AS_WRITTEN, found),)
            case Prefix(key):
                some = words.vocabulary.beginning_with(key)
                found = words.lists[kind].of_range(some.start, some.stop)
                return (Level(INFLECTED, united(found, words.layout.size(kind))),)
            case Phrase(keys):
                return (Level(AS_WRITTEN, self._phrase(leaf, kind, len(keys))),)

    def _phrase(self, phrase: Phrase, kind: Kind, length: int) -> Postings:
        _, docs, in_title = self._standing(phrase, kind, length)
        return tallied(np.zeros(len(docs), np.int64), docs, in_title, ~in_title)[1]

    def _standing(self, phrase: Phrase, kind: Kind, length: int) -> Standing:
        layout = self._segment.words.layout
        if phrase not in self._phrases:
            numbers = [self._segment.forms.sought(key).own for key in phrase.keys]
            places = phrase_places(self._segment.words, numbers)
            self._phrases[phrase] = places, layout.units_at(places)
        return layout.documents_at(kind, *self._phrases[phrase], length)
