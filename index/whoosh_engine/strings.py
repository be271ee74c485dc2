"""Many strings in order, in two arrays: found by halving, and those with one beginning together.

The order is that of UTF-8, which is the order of code points.
"""

import bisect
import collections.abc as c
import functools
import itertools
import typing as t

import numpy as np
import numpy.typing as npt

from index.whoosh_engine.arrays import Array

_AFTER_ALL: t.Final = b"\xff"  # a byte that no UTF-8 has
# A bit for each letter, some of which share theirs; none for the bytes that only begin a letter.
_KINDS: t.Final = np.array(
    [1 << (byte & 31) if byte < 0xC2 else 0 for byte in range(256)], np.uint32
)
_KINDS[[letter.encode("utf-8")[-1] for letter in "åäöéü"]] = [
    1 << bit for bit in (0, *range(27, 31))
]
_AT_ONCE: t.Final = 1 << 16  # strings


class SortedStrings(c.Sequence[str]):
    """The strings, by number."""

    def __init__(self, letters: Array, starts: Array) -> None:
        """`starts` has one more than there are strings: where the last ends."""
        self._letters = letters.data
        self._starts = starts.data
        self._all_letters = letters
        self._all_starts = starts
        self._numbers = range(len(starts) - 1)

    @t.overload
    def __getitem__(self, number: int) -> str: ...
    @t.overload
    def __getitem__(self, number: slice) -> c.Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | c.Sequence[str]:
        if isinstance(number, slice):
            return [self[each] for each in self._numbers[number]]
        return self._written(self._numbers[number]).decode("utf-8")

    def __len__(self) -> int:
        return len(self._numbers)

    def some(self, numbers: Array) -> list[str]:
        """Those with these numbers."""
        letters = self._letters
        begins, ends = self._all_starts[numbers].tolist(), self._all_starts[numbers + 1].tolist()
        return [str(letters[begin:end], "utf-8") for begin, end in zip(begins, ends, strict=True)]

    def sizes(self, numbers: range) -> Array:
        """How many bytes each of these has, one for a letter and two for å, ä and ö."""
        return np.diff(self._all_starts[numbers.start : numbers.stop + 1])

    def nearly_of(self, numbers: range, string: str, most: int) -> Array:
        """Whether each of these is of nearly the letters of a string: whatever is further from it
        than so many slips of the pen may be left out, and most of that is.

        A slip puts one letter in place of another, so it takes one kind away and adds one.
        """
        wanted = np.bitwise_or.reduce(_KINDS[np.frombuffer(string.encode("utf-8"), np.uint8)])
        kinds = self._kinds[numbers.start : numbers.stop]
        return np.bitwise_count(kinds ^ wanted) <= 2 * most

    @functools.cached_property
    def _kinds(self) -> Array:
        """Which kinds of letters each string has, a bit for each kind."""
        found = np.zeros(len(self), np.uint32)
        for first in range(0, len(self), _AT_ONCE):
            starts = self._all_starts[first : first + _AT_ONCE + 1].astype(np.int64)
            filled = np.flatnonzero(np.diff(starts))
            if len(filled):
                kinds = _KINDS[self._all_letters[starts[0] : starts[-1]]]
                found[first + filled] = np.bitwise_or.reduceat(kinds, starts[filled] - starts[0])
        return found

    def find(self, string: str) -> int | None:
        """The number of that string, the first of them where it is there more than once."""
        wanted = string.encode("utf-8")
        number = self._first_from(wanted)
        return number if number < len(self) and self._written(number) == wanted else None

    def beginning_with(self, beginning: str) -> range:
        """The numbers of all that begin so."""
        wanted = beginning.encode("utf-8")
        return range(self._first_from(wanted), self._first_from(wanted + _AFTER_ALL))

    def _first_from(self, wanted: bytes) -> int:
        return bisect.bisect_left(self._numbers, wanted, key=self._written)

    def _written(self, number: int) -> bytes:
        return self._letters[self._starts[number] : self._starts[number + 1]].tobytes()


def packed(strings: c.Iterable[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """The two arrays of strings that stand in order already."""
    written = [string.encode("utf-8") for string in strings]
    starts = np.fromiter(itertools.accumulate(map(len, written), initial=0), np.uint32)
    return np.frombuffer(b"".join(written), np.uint8), starts
