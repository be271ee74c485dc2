"""The first hits once more, weighed by how a query's words stand in them.

Lists tell how often each word stands in a document, not whether the words stand together, nor that
a korttidsfrånvaro is a frånvaro and a frånvarorapport a report. The texts tell it, and those of the
first page are read anyhow, for their excerpts. So its hits are ordered again; the order among pages
is left as it was, and no hit loses: what is first is never worse than what comes after the window.
"""

import collections.abc as c
import dataclasses as dc
import itertools
import typing as t

from index.documents import Document
from index.marks import Marker, Place
from index.query_tree import Node, terms, wanted

# So many hits are looked at again: a page of the site.
WINDOW: t.Final = 20

# What it adds, as a share of the score, that all words stand side by side; at a distance of so many
# letters half of that.
TOGETHER: t.Final = 1.0
HALFWAY: t.Final = 100
# And that all are met as words, or as what compounds with them are.
AS_HEADS: t.Final = 0.1


@dc.dataclass(frozen=True, slots=True)
class Read:
    """A found document and where in it the query's words stand."""

    document: Document
    score: float
    title: tuple[Place, ...]
    text: tuple[Place, ...]


def read(document: Document, score: float, marker: Marker) -> Read:
    """The document with the places that a marker finds in it."""
    return Read(document, score, marker.places(document.title), marker.places(document.text))


def reweighed(found: c.Iterable[Read], tree: Node, all_words: Node | None = None) -> list[Read]:
    """The first hits, in order of relevance, in their new order with their new scores.

    Where the tree takes what has only some of the words, what has all comes first. Formal matters
    stay last, and equals in the order in which they came.
    """
    term_of = _terms_of_leaves(tree, all_words or tree)
    every = {*term_of.values()}

    def order(one: Read) -> tuple[bool, bool, float]:
        lacks = all_words is not None and {term_of[leaf] for leaf in _leaves(one)} < every
        return lacks, one.document.facts.is_formal, -one.score

    new = [dc.replace(one, score=one.score * (1 + _bonus(one, term_of))) for one in found]
    return sorted(new, key=order)


def _terms_of_leaves(tree: Node, all_words: Node) -> dict[int, int]:
    """Of each leaf, by its number in the tree, which of the words that must all hold it is for."""
    numbers = {leaf: number for number, leaf in enumerate(wanted(tree))}
    return {
        numbers[leaf]: place for place, term in enumerate(terms(all_words)) for leaf in wanted(term)
    }


def _leaves(one: Read, *, heads: bool = False) -> set[int]:
    """Which of the query's words stand in it, or only those that are heads there."""
    places = itertools.chain(one.title, one.text)
    return {place.leaf for place in places if place.is_head or not heads}


def _bonus(one: Read, term_of: c.Mapping[int, int]) -> float:
    count = len({*term_of.values()})
    widths = [_width(places, term_of, count) for places in (one.title, one.text)]
    width = min((width for width in widths if width is not None), default=None)
    near = 0.0 if width is None or count < 2 else HALFWAY / (HALFWAY + width)
    as_heads = len(_leaves(one, heads=True)) / max(1, len(_leaves(one)))
    return TOGETHER * near + AS_HEADS * as_heads


def _width(places: c.Iterable[Place], term_of: c.Mapping[int, int], count: int) -> int | None:
    """Letters from the first to the last word where all stand closest; None where not all do."""
    latest: dict[int, int] = {}  # of each term, where it began last
    best = None
    for place in places:
        latest[term_of[place.leaf]] = place.start
        if len(latest) == count:
            width = place.start - min(latest.values())
            best = width if best is None else min(best, width)
    return best
