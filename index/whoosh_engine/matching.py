"""From a query's tree to the documents of one segment and kind that meet it.

Nothing here knows who asks: what comes out is masked before anything is counted or weighed.
"""

import functools

import numpy as np

from index.engine import Kind
from index.query_tree import And, Dated, Everything, Having, Leaf, Node, Not, Or
from index.whoosh_engine.choices import Passing, between, holding_any
from index.whoosh_engine.columns import DAY
from index.whoosh_engine.forms import Tier
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.postings import NOWHERE, Ids
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.sets import membership, union


class Reading:
    """One query read in one segment; each leaf is looked up once."""

    def __init__(self, segment: Segment, weighed: Kind, lineage: Lineage) -> None:
        """`weighed`: the kind of documents that scores are asked for; of others only which."""
        self._columns = segment.words.columns
        self._layout = segment.words.layout
        self._leaves = segment.leaves
        self._weighed = weighed
        self._lineage = lineage
        self._tiers: dict[Leaf, tuple[Tier, ...]] = {}

    def matching(self, tree: Node, kind: Kind) -> Ids:
        """The documents that meet the tree."""
        size = self._layout.size(kind)
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
            case Having(facet, ids):
                values = frozenset(self._lineage.with_predecessors(facet, ids))
                return self._passing(kind, facet, functools.partial(holding_any, values))
            case Dated(earliest, latest):
                return self._passing(kind, DAY, functools.partial(between, earliest, latest))
            case _ if kind is not self._weighed:
                return self._leaves.documents(kind, tree, self._lineage)
            case _:
                tiers = self.tiers(tree)
                return tiers[-1].postings.docs if tiers else NOWHERE.docs

    def tiers(self, leaf: Leaf) -> tuple[Tier, ...]:
        """Where a word or phrase stands in what is weighed, on each of its levels."""
        if (tiers := self._tiers.get(leaf)) is None:
            tiers = self._tiers[leaf] = self._leaves.tiers(self._weighed, leaf, self._lineage)
        return tiers

    def _passing(self, kind: Kind, name: str, passing: Passing) -> Ids:
        column = self._columns[kind][name]
        return np.flatnonzero(passing(column)[column.codes]).astype(np.int32)

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
