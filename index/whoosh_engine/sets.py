"""Sets of documents as arrays of numbers, each once and in order."""

import numpy as np

from index.whoosh_engine.arrays import Array
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.segment import Mask

# Looking a number up costs about as much as going through so many.
LOOKING_UP: int = 16


def membership(docs: Ids, others: Ids, size: int) -> Mask:
    """Which of the documents are among the others; `size`: how many documents there are at all."""
    if len(others) == size:
        return np.ones(len(docs), np.bool_)
    if len(docs) * LOOKING_UP < len(others):
        places = np.searchsorted(others, docs)
        places[places == len(others)] = 0
        return others[places] == docs if len(others) else np.zeros(len(docs), np.bool_)
    there = np.zeros(size, np.bool_)
    there[others] = True
    return there[docs]


def union(sets: list[Ids], size: int) -> Ids:
    """The documents that are in any of them."""
    there = np.zeros(size, np.bool_)
    for docs in sets:
        there[docs] = True
    return np.flatnonzero(there).astype(np.int32)


def places_in(docs: Ids, others: Ids, size: int) -> tuple[Array, Array]:
    """Where documents that are in both sets stand in the one and in the other."""
    if docs is others:
        every = np.arange(len(docs))
        return every, every
    if len(docs) * LOOKING_UP < len(others):
        places = np.searchsorted(others, docs)
        places[places == len(others)] = 0
        found = np.flatnonzero(others[places] == docs) if len(others) else places[:0]
        return found, places[found]
    number = np.zeros(size, np.int32)
    there = np.zeros(size, np.bool_)
    there[docs] = True
    number[docs] = np.arange(len(docs), dtype=np.int32)
    found = np.flatnonzero(there[others])
    return number[others[found]], found
