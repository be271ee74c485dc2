"""One search: the hits on a page, the exact total, and what every further choice would give.

matching   which documents meet the query, whoever asks
segment    which of them exist for the asker
choices    which of those the reader's choices leave
counts     what each further choice would give
scores     what each hit is worth
order      which come first
"""

import collections
import collections.abc as c
import dataclasses as dc
import functools
import itertools
import operator
import typing as t

import numpy as np

from index.documents import Document
from index.engine import FacetValue, Kind, Order, Request
from index.query_tree import Everything, Leaf, Node, wanted
from index.whoosh_engine.choices import Choices, Narrowed
from index.whoosh_engine.columns import DAY, FACETS
from index.whoosh_engine.counts import counted
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.matching import Reading
from index.whoosh_engine.order import Candidate, Group, candidates, groups
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.scores import Scores, leaf_scores
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.snapshot import Snapshot

REMEMBERED: t.Final = (
    4096  # words and phrases of which it is remembered how many documents hold them
)

Narrowings: t.TypeAlias = dict[Segment, Narrowed]
Hits: t.TypeAlias = dict[Segment, Ids]
Facets: t.TypeAlias = dict[str, tuple[FacetValue, ...]]


class FoundDocument(t.NamedTuple):
    """A hit before its excerpts are made."""

    document: Document
    score: float


@dc.dataclass(frozen=True, slots=True)
class Found:
    """What a search gives, but for excerpts."""

    page: tuple[FoundDocument, ...]
    total: int
    facets: Facets
    missing: tuple[Leaf, ...] = ()  # what stands in nothing that the asker may see, if nothing was
    in_protocol: c.Mapping[str, int] = dc.field(default_factory=dict)  # see `Result`
    protocols: int | None = None


class Search:
    """A request, read in every segment of a snapshot."""

    def __init__(self, snapshot: Snapshot, request: Request, tree: Node, lineage: Lineage) -> None:
        self._snapshot = snapshot
        self._request = request
        self._lineage = lineage if request.filters.predecessors else None
        self._leaves = wanted(tree)
        self._readings = {
            segment: Reading(segment, request.kind, lineage) for segment in snapshot.segments
        }
        self._tree = tree
        self._choices = Choices.of(request.filters, lineage)
        self._found_of: dict[Kind, tuple[Narrowings, Hits]] = {}

    def _of(self, kind: Kind) -> tuple[Narrowings, Hits]:
        """What of a kind is found in each segment, before choices are made and after; worked out
        when it is asked for: a search that is only counted needs one kind."""
        if (known := self._found_of.get(kind)) is None:
            everything = isinstance(self._tree, Everything)
            narrowed = {
                segment: self._choices.narrow(
                    segment,
                    kind,
                    None if everything else reading.matching(self._tree, kind),
                    self._request.audience,
                )
                for segment, reading in self._readings.items()
            }
            hits = {segment: one.left() for segment, one in narrowed.items()}
            known = self._found_of[kind] = narrowed, hits
        return known

    @property
    def total(self) -> int:
        """How many documents of the kind that was asked for it finds."""
        return self._count(self._request.kind)

    def found(self) -> Found:
        """What the search gives."""
        total = self.total
        found = Found(
            page=(),
            total=total,
            facets=self._facets(),
            missing=() if total else self._missing(),
        )
        if self._request.gathered and self._request.kind is Kind.SECTION:
            return self._gathered(found)
        return dc.replace(found, page=tuple(self._page()))

    def _count(self, kind: Kind) -> int:
        return sum(map(len, self._of(kind)[1].values()))

    def _facets(self) -> Facets:
        facets: Facets = {}
        for facet in FACETS:
            counts: c.Mapping[str, int] = {}
            for segment, narrowed in self._of(self._request.kind)[0].items():
                more = counted(segment, facet, narrowed.counting(facet), self._lineage)
                counts = collections.Counter(counts) + collections.Counter(more) if counts else more
            facets[facet] = _ordered(counts, by_value=facet == DAY)
        facets["typ"] = _ordered({kind.value: self._count(kind) for kind in Kind})
        return facets

    def _page(self) -> c.Iterator[FoundDocument]:
        first = max(self._request.offset, 0)
        last = first + max(self._request.limit, 0)
        if first == last or first >= self._count(self._request.kind):
            return
        kind, order = self._request.kind, self._request.order
        alone = len(self._of(kind)[1]) == 1
        found: list[Candidate] = []
        for segment, hits in self._of(kind)[1].items():
            # By date, only what stands on the page is worth weighing.
            scores = self._scores(segment, hits) if order is Order.RELEVANCE else _no_scores(hits)
            found += candidates(segment, kind, hits, scores, order, last, alone=alone)
        found.sort(key=operator.itemgetter(0, 1, 2))
        for hit in found[first:last]:
            score = hit.score
            if order is not Order.RELEVANCE and self._leaves:
                score = float(self._scores(hit.segment, np.array([hit.number], np.int32))[0])
            yield FoundDocument(hit.segment.words.document(kind, hit.number), score)

    def _gathered(self, found: Found) -> Found:
        """With a page of protocols, each with the best of its sections."""
        first = max(self._request.offset, 0)
        last = first + max(self._request.limit, 0)
        kind, order = self._request.kind, self._request.order
        alone = len(self._of(kind)[1]) == 1
        protocols = 0
        every: list[Group] = []
        for segment, hits in self._of(kind)[1].items():
            if len(hits):
                scores = self._scores(segment, hits)
                some, count = groups(segment, kind, hits, scores, order, last, alone=alone)
                every += some
                protocols += count
        every.sort(key=lambda group: group.best[0][:3])
        shown = every[first:last]
        page = [
            FoundDocument(hit.segment.words.document(kind, hit.number), hit.score)
            for group in shown
            for hit in group.best
        ]
        ids = dict.fromkeys(found_doc.document.facts.protocol_id for found_doc in page)
        counts = dict(zip(ids, (group.size for group in shown), strict=True))
        return dc.replace(found, page=tuple(page), in_protocol=counts, protocols=protocols)

    def _scores(self, segment: Segment, hits: Ids) -> Scores:
        """What the hits are worth."""
        kind = self._request.kind
        scores = _no_scores(hits)
        norms = self._snapshot.scale(self._request.audience, kind).norms[segment]
        for leaf in self._leaves:
            tiers = self._readings[segment].tiers(leaf)
            rarities = [self._rarities[leaf, tier.weight] for tier in tiers]
            scores += leaf_scores(tiers, rarities, hits, norms)
        return scores

    @functools.cached_property
    def _rarities(self) -> dict[tuple[Leaf, float], float]:
        """What each leaf is worth on each of its levels."""
        scale = self._snapshot.scale(self._request.audience, self._request.kind)
        return {
            (leaf, weight): scale.rarity(holding)
            for leaf in self._leaves
            for weight, holding in self._holding(leaf).items()
        }

    def _holding(self, leaf: Leaf) -> dict[float, int]:
        """How many documents hold the leaf on each level.

        Where a segment has nothing more on a level, it has there what it has on the one before.
        """
        found = [self._holding_in(segment, leaf) for segment in self._snapshot.segments]
        holding = dict.fromkeys(sorted({weight for each in found for weight in each})[::-1], 0)
        for each in found:
            count = 0
            for weight in holding:
                count = each.get(weight, count)
                holding[weight] += count
        return holding

    def _holding_in(self, segment: Segment, leaf: Leaf) -> dict[float, int]:
        """The same in one segment, remembered with it: it is asked for with every choice."""
        audience, kind = self._request.audience, self._request.kind
        key = (audience, kind, leaf)
        if (known := segment.holding.get(key)) is None:
            if len(segment.holding) >= REMEMBERED:
                segment.holding.clear()
            known = segment.holding[key] = {
                weight: segment.count_seen(audience, kind, postings.docs)
                for weight, postings in self._readings[segment].tiers(leaf)
            }
        return known

    def _missing(self) -> tuple[Leaf, ...]:
        """What stands in no protocol that the asker may see."""
        return tuple(leaf for leaf in self._leaves if not self._stands_somewhere(leaf))

    def _stands_somewhere(self, leaf: Leaf) -> bool:
        audience, whole = self._request.audience, Kind.PROTOCOL
        return any(
            segment.count_seen(audience, whole, reading.matching(leaf, whole))
            for segment, reading in self._readings.items()
        )


def _no_scores(hits: Ids) -> Scores:
    return np.zeros(len(hits), np.float32)


def _ordered(counts: c.Mapping[str, int], *, by_value: bool = False) -> tuple[FacetValue, ...]:
    """By value, or the most first and of equals by value."""
    values = sorted(counts.items())
    if not by_value:
        values.sort(key=operator.itemgetter(1), reverse=True)
    return tuple(itertools.starmap(FacetValue, values))
