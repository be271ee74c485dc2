"""Many strings in order, in two arrays: found by halving, and those with one beginning together.

The order is that of UTF-8, which is the order of code points.
"""

import bisect
import collections.abc as c
import itertools
import typing as t

import numpy as np
import numpy.typing as npt

from index.whoosh_engine.arrays import Array

_AFTER_ALL: t.Final = b"\xff"  # a byte that no UTF-8 has


class SortedStrings(c.Sequence[str]):
    """The strings, by number."""

    def __init__(self, letters: Array, starts: Array) -> None:
        """`starts` has one more than there are strings: where the last ends."""
        self._letters = letters.data
        self._starts = starts.data
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
