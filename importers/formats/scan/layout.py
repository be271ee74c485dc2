"""Words read from a picture become printed lines.

A paper lies aslant in the scanner, and a line's box depends on its letters: "mån" is lower than
"Måg". So the slant is measured on the long lines and taken out, and each line is given the baseline
its letters stand on. What is finer than a point is noise of the scanner, and type that differs a
little in size is the same type. Then each word is a run, and columns, tables and order of
reading are found as in any PDF.
"""

import collections.abc as c
import re
import statistics
import typing as t

from importers.formats.lines import Line
from importers.formats.pdf.order import reading_order
from importers.formats.pdf.rows import rows_of
from importers.formats.pdf.runs import Run, Style
from importers.formats.scan.words import Box, ReadLine, ReadWord

UPRIGHT: t.Final = 0

# Letters that reach as high as a capital, and those that go below the line they stand on.
TALL: t.Final = re.compile(r"[A-Z0-9bdfhklß§]")
TALLER: t.Final = re.compile(r"[ÅÄÖÉ]")
BELOW: t.Final = re.compile(r"[gjpqyQ,;()\[\]{}§$&/|]")
STANDS: t.Final = re.compile(r"[A-ZÅÄÖa-zåäöé0-9]")  # on the line, as quotes and dashes do not

CAPITAL: t.Final = 0.72  # of the type size, in the faces that offices use
TAIL: t.Final = 0.21
SAME_SIZE: t.Final = 0.15  # type that differs less is the same

LONG_LINE: t.Final = 0.4  # of the page's width: long enough to show how the paper lay
WORDS_TO_JUDGE: t.Final = 4
DEFAULT_SIZE: t.Final = 11.0


def lines_of(
    read: c.Sequence[ReadLine], page: int, width: float, height: float
) -> tuple[Line, ...]:
    """The lines of a page of that size in points, from words whose boxes are in points."""
    straight = _straightened(read, width)
    sizes = [_size(line) for line in straight]
    usual = statistics.median([size for size in sizes if size] or [DEFAULT_SIZE])
    runs = [
        run
        for line, size in zip(straight, sizes, strict=True)
        for run in _runs(line, _settled(size, usual), height)
    ]
    return tuple(
        Line(
            cell.text,
            page=page,
            left=round(cell.left, 1),
            top=round(height - row.baseline - row.size, 1),
            right=round(cell.right, 1),
            height=row.size,
            size=cell.size,
        )
        for row, cell in reading_order(rows_of(runs))
    )


def _straightened(read: c.Sequence[ReadLine], width: float) -> list[ReadLine]:
    slants = [slant for line in read if (slant := _slant(line, width)) is not None]
    slant = statistics.median(slants) if slants else 0.0
    return [tuple(_lifted(word, slant) for word in line) for line in read]


def _slant(line: ReadLine, width: float) -> float | None:
    """How much the line falls to the right; None where it is too short to tell."""
    if line[-1].box.right - line[0].box.left < LONG_LINE * width:
        return None
    feet = [(word.box.left, word.box.bottom) for word in line if _shows_baseline(word)]
    if len(feet) < WORDS_TO_JUDGE:
        return None
    return statistics.linear_regression(*zip(*feet, strict=True)).slope


def _lifted(word: ReadWord, slant: float) -> ReadWord:
    left, top, right, bottom = word.box
    fall = slant * left
    return word._replace(box=Box(left, top - fall, right, bottom - fall))


def _shows_baseline(word: ReadWord) -> bool:
    return bool(STANDS.search(word.text)) and not BELOW.search(word.text)


def _baseline(line: ReadLine, size: float) -> float:
    feet = [word.box.bottom for word in line if _shows_baseline(word)]
    return statistics.median(feet or [word.box.bottom - TAIL * size for word in line])


def _size(line: ReadLine) -> float | None:
    """The type size by the line's tall letters; None where it has none."""
    baseline = _baseline(line, DEFAULT_SIZE)
    tall = [word for word in line if TALL.search(word.text) and not TALLER.search(word.text)]
    if not tall:
        return None
    size = (baseline - statistics.median(word.box.top for word in tall)) / CAPITAL
    return size if size > 0 else None


def _settled(size: float | None, usual: float) -> float:
    if size is None or abs(size - usual) < SAME_SIZE * usual:
        return round(usual, 1)
    return float(max(1, round(size)))


def _runs(line: ReadLine, size: float, height: float) -> c.Iterator[Run]:
    """Each word as a run with a space before it, upwards from the page's lower edge."""
    style = Style("", size, bold=False, turn=UPRIGHT)
    y = height - round(_baseline(line, size))
    for word in line:
        left, _, right, _ = word.box
        yield Run(word.text, left, y, right, style, len(word.text), spacing=0.0, spaced=True)
