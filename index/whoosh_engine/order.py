"""In which order hits come, and the first of them, without sorting them all.

By relevance: matters of substance before matters of form, then by score, then the newest first. By
date: the undated last. What is still equal comes in the order of protocols' ids and then of places
in them, so that nothing is left to chance and pages follow on one another.
"""

import collections.abc as c
import typing as t

import numpy as np

from index.engine import Kind, Order
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.scores import Scores
from index.whoosh_engine.segment import Segment

_AFTER_ALL: t.Final = np.iinfo(np.int32).max

# Hits of one protocol that are shown where they are gathered.
MOST_SHOWN: t.Final = 3

# What documents are compared by: of those at some places among the hits.
Key: t.TypeAlias = c.Callable[[Array], Array]


class Candidate(t.NamedTuple):
    """A hit that may be among the first; the smallest comes first."""

    keys: tuple[float, ...]
    protocol: str | int  # its id; where there is one segment only, its place in their order
    number: int  # in its segment
    score: float
    segment: Segment


def candidates(
    segment: Segment,
    kind: Kind,
    hits: Ids,
    scores: Scores,
    order: Order,
    first: int,
    *,
    alone: bool,
) -> list[Candidate]:
    """The first so many of a segment's hits; `alone`: there is no other segment."""
    keys = _keys(segment, kind, hits, scores, order)

    def ranks(docs: Ids) -> Array:
        return segment.words.protocol_ranks[segment.words.layout.protocols_of(kind, docs)]

    def by_id(places: Array) -> Array:
        docs = hits[places]
        return (ranks(docs).astype(np.int64) << 32) | docs

    chosen = smallest([*keys, by_id], len(hits), first)
    docs = hits[chosen]
    return [
        Candidate(row, rank if alone else segment.words.protocol_ids[rank], doc, score, segment)
        for row, rank, doc, score in zip(
            zip(*(key(chosen).tolist() for key in keys), strict=True),
            ranks(docs).tolist(),
            docs.tolist(),
            scores[chosen].tolist(),
            strict=True,
        )
    ]


class Group(t.NamedTuple):
    """The hits of one protocol: the best of them, the very best first, and how many there are."""

    best: list[Candidate]
    size: int


def groups(
    segment: Segment,
    kind: Kind,
    hits: Ids,
    scores: Scores,
    order: Order,
    first: int,
    *,
    alone: bool,
) -> tuple[list[Group], int]:
    """The first so many protocols by their best hits, and how many there are in the segment."""
    docs_of = segment.words.protocol_ranks[segment.words.layout.protocols_of(kind, hits)]
    keys = [
        hits,
        docs_of,
        *(key(np.arange(len(hits))) for key in reversed(_keys(segment, kind, hits, scores, order))),
    ]
    ordered = np.lexsort(keys)
    ranks = docs_of[ordered]
    _, firsts, counts = np.unique(ranks, return_index=True, return_counts=True)
    found = []
    for place in np.argsort(firsts)[:first].tolist():
        best = ordered[np.flatnonzero(ranks == ranks[firsts[place]])[:MOST_SHOWN]]
        shown = candidates(segment, kind, hits[best], scores[best], order, len(best), alone=alone)
        found.append(Group(sorted(shown, key=lambda it: it[:3]), int(counts[place])))
    return found, len(firsts)


def smallest(keys: c.Iterable[Key], size: int, count: int) -> Array:
    """The places of the smallest so many by the first key, of equals by the next, and so on.

    The last key must tell all apart.
    """
    chosen, left = list[Array](), np.arange(size)
    for key in keys:
        if len(left) <= count:
            break
        if key is _all_equal:
            continue
        values = key(left)
        if values.dtype == np.bool_:
            before = left[~values]
            if len(before) >= count:
                left = before
                continue
            chosen.append(before)
            left = left[values]
            count -= len(before)
            continue
        bound = np.partition(values, count - 1)[count - 1]
        before = left[values < bound]
        chosen.append(before)
        left = left[values == bound]
        count -= len(before)
    return np.concatenate([*chosen, left])


def _keys(segment: Segment, kind: Kind, hits: Ids, scores: Scores, order: Order) -> list[Key]:
    def newest(places: Array) -> Array:
        return -segment.days(kind, hits[places])

    def oldest(places: Array) -> Array:
        days = segment.days(kind, hits[places])
        return np.where(days == 0, _AFTER_ALL, days)

    match order:
        case Order.NEWEST:
            return [newest]
        case Order.OLDEST:
            return [oldest]
        case Order.RELEVANCE:
            formal = segment.is_formal(kind, hits)
            return [
                _all_equal if formal is None else lambda places: formal[places],
                lambda places: -scores[places],
                newest,
            ]


def _all_equal(places: Array) -> Array:
    return np.zeros(len(places), np.bool_)
