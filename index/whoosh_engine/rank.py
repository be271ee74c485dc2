"""In which order: BM25F over title and text, or by date.

Each leaf of the query (all forms of a word together, a phrase as one) is weighed by how rare it is
and how much of the document it is. Rarity and average lengths are taken from the documents of the
same kind that the asker may see: a word's rank tells nothing of what is hidden.
"""

import collections.abc as c
import datetime as dt
import heapq
import math
import statistics
import typing as t

from index.documents import Facts
from index.engine import Order
from index.whoosh_engine.evaluate import Postings
from index.whoosh_engine.schema import Row

SATURATION: t.Final = 1.2
TITLE_WEIGHT: t.Final = 3.0
TITLE_LENGTH_COUNTS: t.Final = 0.3  # 0: a long title is no worse than a short one
TEXT_LENGTH_COUNTS: t.Final = 0.75

_BEFORE_ALL: t.Final = dt.date.min.toordinal() - 1


def scores(
    hits: c.Set[int], leaves: c.Iterable[Postings], rows: c.Sequence[Row], peers: c.Set[int]
) -> dict[int, float]:
    """A score for each hit; `peers` are the documents it is compared with."""
    result = dict.fromkeys(hits, 0.0)
    title_mean = _mean(rows[doc].title_length for doc in peers)
    text_mean = _mean(rows[doc].text_length for doc in peers)
    for postings in leaves:
        documents = postings.documents()
        holding = len(documents & peers)
        rarity = math.log(1 + (len(peers) - holding + 0.5) / (holding + 0.5))
        for doc in documents & hits:
            row = rows[doc]
            weight = TITLE_WEIGHT * _dampened(
                postings.title.get(doc, 0), row.title_length / title_mean, TITLE_LENGTH_COUNTS
            ) + _dampened(
                postings.text.get(doc, 0), row.text_length / text_mean, TEXT_LENGTH_COUNTS
            )
            result[doc] += rarity * weight * (SATURATION + 1) / (SATURATION + weight)
    return result


def in_order(
    hits: c.Mapping[int, float], facts: c.Sequence[Facts], order: Order, first: int
) -> list[int]:
    """The first so many hits, in order; undated last, and nothing left to chance."""

    def key(doc: int) -> tuple[bool, float, int, str, int]:
        fact = facts[doc]
        date = fact.date.toordinal() if fact.date else _BEFORE_ALL
        by = (False, 0.0, -date)  # newest
        if order is Order.RELEVANCE:
            # Matters of form below matters of substance; among equals the newest first.
            by = (fact.is_formal, -hits[doc], -date)
        elif order is Order.OLDEST:
            by = (fact.date is None, 0.0, date)
        return (*by, fact.protocol_id, fact.place)

    return heapq.nsmallest(first, hits, key=key)


def _mean(lengths: c.Iterable[int]) -> float:
    return statistics.fmean([*lengths] or [1.0]) or 1.0


def _dampened(count: int, relative_length: float, length_counts: float) -> float:
    return count / (1 - length_counts + length_counts * relative_length)
