"""Sets of documents as arrays of numbers, each once and in order."""

import typing as t

import numpy as np

from index.whoosh_engine.arrays import Array
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.segment import Mask

# Looking a number up costs about as much as going through so many.
LOOKING_UP: t.Final = 16


def are_few(docs: Ids, others: Ids) -> bool:
    """Whether it is best to look each of the documents up among the others."""
    return len(docs) * LOOKING_UP < len(others)


def membership(docs: Ids, others: Ids, size: int) -> Mask:
    """Which of the documents are among the others; `size`: how many documents there are at all."""
    if len(others) == size:
        return np.ones(len(docs), np.bool_)
    if are_few(docs, others):
        return t.cast(Mask, others[_looked_up(docs, others)] == docs)
    there = np.zeros(size, np.bool_)
    there[others] = True
    return t.cast(Mask, there[docs])


def both(docs: Ids, others: Ids) -> tuple[Array, Array]:
    """Where documents that are in both sets stand in the one and in the other."""
    if not len(others):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    places = _looked_up(docs, others)
    found = np.flatnonzero(others[places] == docs)
    return found, places[found]


def union(sets: list[Ids], size: int) -> Ids:
    """The documents that are in any of them."""
    there = np.zeros(size, np.bool_)
    for docs in sets:
        there[docs] = True
    return np.flatnonzero(there).astype(np.int32)


def _looked_up(docs: Ids, others: Ids) -> Array:
    """Where among the others each document would stand; 0 where after all of them."""
    places = np.searchsorted(others, docs)
    places[places == len(others)] = 0
    return places
