"""Words read from a picture become printed lines.

A paper lies aslant in the scanner, and a line's box depends on its letters: "mån" is lower than
"Måg". So the slant is measured on the long lines and taken out, and each line is given the baseline
its letters stand on. What is finer than a point is noise of the scanner, and type that differs a
little in size is the same type. Bold type is told by its ink, of which it has a third more for its
size. Then each word is a run, and columns, tables and order of reading are found as in any PDF.
"""

import collections.abc as c
import math
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

BOLD: t.Final = 1.2  # times the ink of the page's usual type; measured 1.3–1.5, plain 0.8–1.15

WORD_SPACE: t.Final = 0.2  # of the type size

LONG_LINE: t.Final = 0.4  # of the page's width: long enough to show how the paper lay
WORDS_TO_JUDGE: t.Final = 4
DEFAULT_SIZE: t.Final = 11.0
LEAST_SIZE: t.Final = 2.0  # no type is smaller, but a speck of dust may be


def lines_of(
    read: c.Sequence[ReadLine], page: int, width: float, height: float
) -> tuple[Line, ...]:
    """The lines of a page of that size in points, from words whose boxes are in points."""
    straight = _straightened(read, width)
    sizes = _sizes(straight)
    bold = _bold(straight, sizes)
    runs = [
        run
        for line, size, heavy in zip(straight, sizes, bold, strict=True)
        for run in _runs(line, Style("", size, heavy, UPRIGHT), height)
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
            bold=cell.bold,
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


def _sizes(read: c.Sequence[ReadLine]) -> list[float]:
    """The type size of each line; those that differ by chance are one."""
    measured = [_size(line) for line in read]
    usual = statistics.median(
        [size for line, size in zip(read, measured, strict=True) if size for _ in line]
        or [DEFAULT_SIZE]
    )
    settled: dict[float | None, float] = {None: round(usual, 1)}
    least = 0.0  # of the sizes that are one with this
    for size in sorted(size for size in measured if size):
        if abs(size - usual) <= SAME_SIZE * usual:
            settled[size] = settled[None]
        else:
            least = least if size <= least * (1 + SAME_SIZE) else size
            settled[size] = round(least, 1)
    return [settled[size] for size in measured]


def _size(line: ReadLine) -> float | None:
    """The type size by the line's tall letters; None where it has none."""
    baseline = _baseline(line, DEFAULT_SIZE)
    tall = [word for word in line if TALL.search(word.text) and not TALLER.search(word.text)]
    if not tall:
        return None
    size = (baseline - statistics.median(word.box.top for word in tall)) / CAPITAL
    return size if size >= LEAST_SIZE else None


def _bold(read: c.Sequence[ReadLine], sizes: c.Sequence[float]) -> list[bool]:
    """Which lines have more ink for their width and size than the page's usual type."""
    inks = [_ink(line) / size for line, size in zip(read, sizes, strict=True)]
    usual = statistics.median(
        [ink for line, ink in zip(read, inks, strict=True) for _ in line] or [0]
    )
    return [ink > BOLD * usual > 0 for ink in inks]


def _ink(line: ReadLine) -> float:
    width = sum(word.box.right - word.box.left for word in line)
    return sum(word.ink for word in line) / width if width > 0 else 0.0


def _runs(line: ReadLine, style: Style, height: float) -> c.Iterator[Run]:
    """Each word as a run, upwards from the page's lower edge; words that touch are still two."""
    y = height - round(_baseline(line, style.size))
    ends = [word.box.left - WORD_SPACE * style.size for word in line[1:]]
    for word, end in zip(line, [*ends, math.inf], strict=True):
        left, _, right, _ = word.box
        right = max(left, min(right, end))
        yield Run(word.text, left, y, right, style, len(word.text), spacing=0.0, spaced=True)
