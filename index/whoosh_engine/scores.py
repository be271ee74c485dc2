"""What a hit is worth: BM25F over title and text, a word counting by the best of its levels.

Each leaf of the query is weighed by how rare it is and how much of the document it is. Rarity and
average lengths are taken from the documents of the same kind that the asker may see: a word's rank
tells nothing of what is hidden.
"""

import collections.abc as c
import dataclasses as dc
import math
import typing as t

import numpy as np
import numpy.typing as npt

from archive.visibility import Audience
from index.engine import Kind
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.forms import Tier
from index.whoosh_engine.postings import Ids, Postings
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.sets import are_few, both

SATURATION: t.Final = 1.2
TITLE_WEIGHT: t.Final = 3.0
TITLE_LENGTH_COUNTS: t.Final = 0.3  # 0: a long title is no worse than a short one
TEXT_LENGTH_COUNTS: t.Final = 0.75

Scores: t.TypeAlias = npt.NDArray[np.float32]


class Norms(t.NamedTuple):
    """What one occurrence in title and in text is worth in each document of a segment."""

    title: Scores
    text: Scores


@dc.dataclass(frozen=True)
class Scale:
    """The documents that scores are measured by."""

    count: int
    norms: c.Mapping[Segment, Norms]

    @classmethod
    def of(cls, segments: c.Iterable[Segment], audience: Audience, kind: Kind) -> t.Self:
        """The documents of a kind that exist for an audience."""
        segments = tuple(segments)
        count, title, text = 0, 0.0, 0.0
        for segment in segments:
            mask = segment.seen(audience, kind)
            lengths = segment.words.lengths[kind]
            chosen = slice(None) if mask is None else mask
            count += len(lengths.title) if mask is None else int(np.count_nonzero(mask))
            title += float(lengths.title[chosen].sum(dtype=np.float64))
            text += float(lengths.text[chosen].sum(dtype=np.float64))
        title_mean, text_mean = title / max(count, 1) or 1.0, text / max(count, 1) or 1.0
        norms = {
            segment: Norms(
                _norm(segment.words.lengths[kind].title, title_mean, TITLE_LENGTH_COUNTS)
                * np.float32(TITLE_WEIGHT),
                _norm(segment.words.lengths[kind].text, text_mean, TEXT_LENGTH_COUNTS),
            )
            for segment in segments
        }
        return cls(count, norms)

    def rarity(self, holding: int) -> float:
        """What a word is worth that so many documents hold."""
        return math.log(1 + (self.count - holding + 0.5) / (holding + 0.5))


def leaf_scores(
    tiers: c.Sequence[Tier], rarities: c.Sequence[float], hits: Ids, norms: Norms
) -> Scores:
    """What one leaf adds to each of the hits."""
    size = len(norms.text)
    if not tiers or are_few(hits, tiers[-1].postings.docs):
        best = np.zeros(len(hits), np.float32)
        for (weight, postings), rarity in zip(tiers, rarities, strict=True):
            at, where = both(hits, postings.docs)
            scores = _level_scores(postings.only(where), weight * rarity, norms)
            best[at] = np.maximum(best[at], scores)
        return best
    # Where most of the leaf's documents are hits, all are weighed, each in its place.
    best = np.zeros(size, np.float32)
    for (weight, postings), rarity in zip(tiers, rarities, strict=True):
        scores = _level_scores(postings, weight * rarity, norms)
        best[postings.docs] = np.maximum(best[postings.docs], scores)
    return best[hits]


def _level_scores(postings: Postings, worth: float, norms: Norms) -> Scores:
    scores = _weights(postings, norms)
    scores /= scores + np.float32(SATURATION)
    scores *= np.float32(worth * (SATURATION + 1))
    return scores


def _weights(postings: Postings, norms: Norms) -> Scores:
    """How much of each document the postings are."""
    docs, title, text = postings
    weights = text * norms.text[docs]
    if title.any():
        in_title = np.flatnonzero(title)
        weights[in_title] += title[in_title] * norms.title[docs[in_title]]
    return t.cast(Scores, weights)


def _norm(lengths: Array, mean: float, length_counts: float) -> Scores:
    return t.cast(
        Scores, 1 / (np.float32(1 - length_counts) + np.float32(length_counts / mean) * lengths)
    )
