"""Reading order: from the top down, but a page set in columns one column at a time.

A table and a two-column attendance list are read row by row, since only a reader who knows what
the columns mean can do better; running text in two columns would become nonsense that way. The
two are told apart by the text: columns of prose have many lines, most of them nearly full.
"""

import collections
import collections.abc as c
import itertools
import statistics
import typing as t

from importers.formats.pdf.rows import Cell, Row

LEAST_LINES: t.Final = 6  # in each column
LEAST_CHARACTERS: t.Final = 25  # in each column's median line
LEAST_FILLED: t.Final = 0.75  # of the column's width, by its median line
APART: t.Final = 2.2  # times the leading: more parts what follows from the column
LONG_COLUMN: t.Final = 15  # lines, beside which a short last column may stand
FEWEST: t.Final = 3  # lines of that one
EDGE: t.Final = 3.0  # points that lines of one column may begin apart

Placed = tuple[Row, Cell]


def reading_order(rows: tuple[Row, ...]) -> c.Iterator[Placed]:
    """Every cell once, with its row."""
    gutter = _gutter(rows)
    if gutter is None:
        yield from _by_row(rows)
        return
    for free, group in itertools.groupby(rows, lambda row: _leaves_free(row, gutter)):
        block = list(group)
        yield from _by_column(block, gutter) if free else _by_row(block)


def _by_row(rows: c.Iterable[Row]) -> c.Iterator[Placed]:
    return ((row, cell) for row in rows for cell in row.cells)


def _by_column(rows: list[Row], gutter: float) -> c.Iterator[Placed]:
    """The part of the block that is prose in columns by column, the rest by row."""
    start, end = _extent(rows, gutter)
    placed = list(_by_row(rows[start:end]))
    left = [(row, cell) for row, cell in placed if cell.left < gutter]
    right = [(row, cell) for row, cell in placed if cell.left >= gutter]
    if not (_is_prose(left) and (_is_prose(right) or _is_last_column(left, right))):
        return _by_row(rows)
    return itertools.chain(_by_row(rows[:start]), left, right, _by_row(rows[end:]))


def _extent(rows: list[Row], gutter: float) -> tuple[int, int]:
    """From the first row with a right column to the last, or on while the left one is longer."""
    beside = [place for place, row in enumerate(rows) if row.cells[-1].left >= gutter]
    if not beside:
        return 0, 0
    start, end = beside[0], beside[-1] + 1
    leading = _leading(rows[start:end]) or rows[start].size
    while end < len(rows) and rows[end - 1].baseline - rows[end].baseline < APART * leading:
        end += 1
    return start, end


def _leading(rows: c.Sequence[Row]) -> float:
    """From line to line, as most are."""
    steps = [upper.baseline - lower.baseline for upper, lower in itertools.pairwise(rows)]
    return statistics.median(steps) if steps else 0.0


def _is_last_column(left: list[Placed], right: list[Placed]) -> bool:
    """Whether a long column is followed by a short one, which begins beside its first lines.

    A table's second cells stand beside all of its rows.
    """
    if len(left) < LONG_COLUMN or not FEWEST <= len(right) <= len(left) // 2:
        return False
    rows = [row for row, _ in right]
    reach = APART * (_leading([row for row, _ in left]) or rows[0].size)
    steps = (upper.baseline - lower.baseline for upper, lower in itertools.pairwise(rows))
    return left[0][0].baseline - rows[0].baseline < reach and all(step < reach for step in steps)


def _gutter(rows: tuple[Row, ...]) -> float | None:
    """Where a right column begins: the place where most second cells do."""
    seconds = [row.cells[1].left for row in rows if len(row.cells) == 2]
    if not seconds:
        return None
    place, _ = collections.Counter(round(left / EDGE) for left in seconds).most_common(1)[0]
    return min(left for left in seconds if round(left / EDGE) == place) - EDGE


def _leaves_free(row: Row, gutter: float) -> bool:
    return not any(cell.left < gutter < cell.right for cell in row.cells)


def _is_prose(column: list[Placed]) -> bool:
    cells = [cell for _, cell in column]
    if len(cells) < LEAST_LINES:
        return False
    width = max(cell.right for cell in cells) - min(cell.left for cell in cells)
    filled = statistics.median(cell.right - cell.left for cell in cells)
    characters = statistics.median(len(cell.text) for cell in cells)
    return filled >= LEAST_FILLED * width and characters >= LEAST_CHARACTERS
