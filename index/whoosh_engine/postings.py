"""Posting lists as arrays: in which documents a word stands, and how often in title and in text.

A list's documents are numbered from 0 within one segment and kind, and stand in order.
"""

import collections.abc as c
import typing as t

import numpy as np
import numpy.typing as npt

from index.whoosh_engine.arrays import Array, Arrays, Sink

Ids: t.TypeAlias = npt.NDArray[np.int32]

MOST: t.Final = 255  # how often a word is known to stand in one document; more tells nothing


class Postings(t.NamedTuple):
    """One list: documents, each once and in order, and how often it stands in each."""

    docs: Ids
    title: npt.NDArray[np.uint8]
    text: npt.NDArray[np.uint8]

    def only(self, chosen: Array) -> "Postings":
        """Those that a mask leaves, or that have these places in the list."""
        return Postings(self.docs[chosen], self.title[chosen], self.text[chosen])


NOWHERE: t.Final = Postings(np.empty(0, np.int32), np.empty(0, np.uint8), np.empty(0, np.uint8))


class Lists:
    """Many lists, one after the other, by number."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._all = Postings(*(arrays[f"{name}.{field}"] for field in Postings._fields))
        self._first = arrays[f"{name}.first"].data

    def of(self, number: int) -> Postings:
        """One list."""
        return self.of_range(number, number + 1)

    def of_range(self, first: int, last: int) -> Postings:
        """Some lists that follow on one another, in one piece: documents may come again."""
        begin, end = self._first[first], self._first[last]
        docs, title, text = self._all
        return Postings(docs[begin:end], title[begin:end], text[begin:end])

    def of_some(self, numbers: Array) -> tuple[Array, Postings]:
        """Some lists in one piece, and how many documents each has: documents may come again."""
        first = np.asarray(self._first)
        sizes = first[numbers + 1] - first[numbers]
        return sizes, self._all.only(ranges(first[numbers], sizes))

    def sizes(self) -> npt.NDArray[np.int64]:
        """How many documents each list has."""
        return np.diff(np.asarray(self._first))


class ListsWriter:
    """Writes lists bit by bit, in order of their numbers."""

    def __init__(self, sink: Sink, name: str) -> None:
        self._sink = sink
        self._name = name
        self._end = 0
        sink.add(f"{name}.first", np.zeros(1, np.int64))
        for field in Postings._fields:
            sink.add(f"{name}.{field}", getattr(NOWHERE, field))

    def add(self, numbers: Array, postings: Postings, count: int) -> None:
        """Go on with so many lists; `numbers` says of each posting in which of them it stands."""
        for field in Postings._fields:
            self._sink.add(f"{self._name}.{field}", getattr(postings, field))
        ends = self._end + np.cumsum(np.bincount(numbers, minlength=count))
        self._sink.add(f"{self._name}.first", ends.astype(np.int64))
        self._end += len(numbers)


def tallied(numbers: Array, docs: Array, title: Array, text: Array) -> tuple[Array, Postings]:
    """Postings put in order of list and document; what stands in one document is added up.

    `numbers`: in which list each is. Gives the list of each that is left, and those.
    """
    if not len(docs):
        return np.empty(0, np.int64), NOWHERE
    key = numbers.astype(np.int64) << 32
    key |= docs
    if not (key[1:] >= key[:-1]).all():
        order = np.argsort(key, kind="stable")
        key, title, text = key[order], title[order], text[order]
    begins = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    key = key[begins]
    return key >> 32, Postings(
        (key & 0xFFFFFFFF).astype(np.int32), _added(title, begins), _added(text, begins)
    )


def united(postings: Postings, size: int) -> Postings:
    """Lists that lie one after the other as one; `size`: how many documents there are at all."""
    docs, title, text = postings
    if len(docs) < size // 4:
        return tallied(np.zeros(len(docs), np.int64), docs, title, text)[1]
    # Where most documents are among them, counting is faster than sorting.
    there = np.zeros(size, np.bool_)
    there[docs] = True
    found = np.flatnonzero(there).astype(np.int32)
    in_title = np.flatnonzero(title)
    counts = (
        np.bincount(docs[in_title], title[in_title], size)[found],
        np.bincount(docs, text, size)[found],
    )
    return Postings(found, *(np.minimum(count, MOST).astype(np.uint8) for count in counts))


def _added(counts: Array, begins: Array) -> npt.NDArray[np.uint8]:
    total = np.add.reduceat(counts, begins, dtype=np.int64)
    return np.minimum(total, MOST).astype(np.uint8)


def ranges(first: Array, counts: Array) -> npt.NDArray[np.int64]:
    """The numbers first, first + 1, … of each range, one range after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(first - (ends - counts), counts)


def blocks(sizes: Array, largest: int) -> c.Iterator[tuple[int, int]]:
    """Lists in ranges, none with more postings than `largest`, unless one list alone has."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = int(ends[first - 1]) if first else 0
        last = max(int(np.searchsorted(ends, done + largest, side="right")), first + 1)
        yield first, last
        first = last
