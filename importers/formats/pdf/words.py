"""Where each word of a printed line stands, so that a picture of the page can be marked.

A line's text may differ from what was printed: "P R O T O K O L L" is one word, a sign that says
nothing is gone. A box belongs to a word of the text.
"""

import bisect
import collections.abc as c
import itertools
import typing as t

from importers.formats.normalise import clean
from importers.formats.pdf.rows import Cell, PrintedWord
from importers.formats.pdf.runs import Run

# Shares of the type size, above and below the baseline: from "Å" to "g" in the faces offices use.
ABOVE: t.Final = 0.95
BELOW: t.Final = 0.24


class Extent(t.NamedTuple):
    """A word and what it covers, in points rightwards and upwards as its run's."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def words_of(cell: Cell, lean: float) -> c.Iterator[Extent]:
    """Each word of the cell's text, which leans that much for each point to the right."""
    words = cell.text.split()
    printed = cell.words if len(words) == len(cell.words) else _matched(words, cell.words)
    for word, runs in zip(words, printed, strict=True):
        first, last = runs[0], runs[-1]
        if first is last and not lean:
            left, right, low, high, size = first.x, first.right, first.y, first.y, first.style.size
        else:
            left, right = min(run.x for run in runs), max(run.right for run in runs)
            bases = [run.y + lean * x for run in runs for x in (run.x, run.right)]
            low, high = min(bases), max(bases)
            size = max(run.style.size for run in runs)
        yield Extent(word, left, right, low - BELOW * size, high + ABOVE * size)


def _matched(words: list[str], printed: tuple[PrintedWord, ...]) -> list[PrintedWord]:
    """What each word was printed as; all of it where that cannot be told."""
    everything: tuple[Run, ...] = tuple(itertools.chain.from_iterable(printed))
    cleaned = [clean("".join(run.text for run in runs)).replace(" ", "") for runs in printed]
    if "".join(cleaned) != "".join(words):
        return [everything] * len(words)
    ends = list(itertools.accumulate(map(len, cleaned)))
    matched: list[PrintedWord] = []
    after = 0
    for word in words:
        first, after = after, after + len(word)
        held = printed[bisect.bisect_right(ends, first) : bisect.bisect_left(ends, after) + 1]
        matched.append(tuple(itertools.chain.from_iterable(held)))
    return matched
