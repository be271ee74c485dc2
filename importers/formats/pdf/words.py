"""Where each word of a printed line stands, so that a picture of the page can be marked.

A line's text may differ from what was printed: "P R O T O K O L L" is one word, a sign that says
nothing is gone. A box belongs to a word of the text.
"""

import bisect
import collections.abc as c
import itertools
import math
import typing as t

from archive.pages import WordBox
from importers.formats.normalise import clean
from importers.formats.pdf.rows import Cell, PrintedWord
from importers.formats.pdf.runs import Run
from importers.formats.pdf.sheet import Sheet

# Shares of the type size, above and below the baseline: from "Å" to "g" in the faces offices use.
ABOVE: t.Final = 0.95
BELOW: t.Final = 0.24


def boxes_of(cell: Cell, *, turn: int, lean: float, sheet: Sheet) -> c.Iterator[WordBox]:
    """The box of each word of the cell's text that is on the sheet, counted from its upper left.

    The cell is turned by so many degrees, and leans so much besides for each point to the right.
    """
    words = cell.text.split()
    printed = cell.words if len(words) == len(cell.words) else _matched(words, cell.words)
    _, width, height, _ = sheet
    for word, runs in zip(words, printed, strict=True):
        left, right, low, high, size = _extent(runs, lean)
        low, high = low - BELOW * size, high + ABOVE * size
        if turn:
            left, right, low, high = _turned_back(left, right, low, high, turn)
        top, bottom = height - high, height - low
        if left < 0 or top < 0 or right > width or bottom > height:
            left, right = max(0.0, left), min(width, right)
            top, bottom = max(0.0, top), min(height, bottom)
        box = WordBox(word, round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        if box.left < box.right and box.top < box.bottom:
            yield box


def _extent(runs: PrintedWord, lean: float) -> tuple[float, float, float, float, float]:
    """The word's left and right, the lowest and the highest of its baselines, and its size."""
    if len(runs) == 1 and not lean:
        (run,) = runs
        return run.x, run.right, run.y, run.y, run.style.size
    baselines = [run.y + lean * x for run in runs for x in (run.x, run.right)]
    return (
        min(run.x for run in runs),
        max(run.right for run in runs),
        min(baselines),
        max(baselines),
        max(run.style.size for run in runs),
    )


def _turned_back(
    left: float, right: float, low: float, high: float, turn: int
) -> tuple[float, float, float, float]:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(x, y) for x in (left, right) for y in (low, high)]
    xs = [x * cos - y * sin for x, y in corners]
    ys = [x * sin + y * cos for x, y in corners]
    return min(xs), max(xs), min(ys), max(ys)


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
