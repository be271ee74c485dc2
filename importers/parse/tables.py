"""Tables as they are printed: rows of cells, and cells that run over several lines.

A PDF knows no cells. Where a cell is wrapped, the lines of its row's cells come interleaved, and
read from left to right they would be nonsense.
"""

import collections.abc as c
import dataclasses as dc

from importers.formats.lines import Line
from importers.parse.paragraphs import (
    BROKEN_WORD,
    CONTINUES,
    Metrics,
    follows,
    join_lines,
    larger_gap,
    same_row,
)


def with_whole_cells(lines: c.Sequence[Line], metrics: Metrics) -> c.Iterator[Line]:
    """The lines, each table cell as one line where it was printed over several.

    A printed line goes on with the row above where its first cell is empty or begins in the
    middle of a sentence.
    """
    row: list[Line] = []
    end: Line | None = None
    for printed in rows_of(lines):
        if end is not None and _continues_row(row, end, printed, metrics):
            for part in printed:
                place = next(i for i, cell in enumerate(row) if _same_column(cell, part))
                row[place] = dc.replace(row[place], text=join_lines((row[place].text, part.text)))
        else:
            yield from row
            row = printed
        end = printed[0]
    yield from row


def rows_of(lines: c.Iterable[Line]) -> c.Iterator[list[Line]]:
    """The lines grouped by row; outside tables each is a row of its own."""
    row: list[Line] = []
    for line in lines:
        if row and not same_row(row[-1], line):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _continues_row(
    row: c.Sequence[Line], end: Line, printed: c.Sequence[Line], metrics: Metrics
) -> bool:
    """Whether a printed line belongs to the cells of the table row that ended with `end`."""
    if len(row) < 2 or any(not any(_same_column(cell, part) for cell in row) for part in printed):
        return False
    if end.whole or printed[0].whole or not follows(end, printed[0]):
        return False
    if larger_gap(end, printed[0], metrics):
        return False
    first = next((part for part in printed if _same_column(row[0], part)), None)
    if first is None:
        return True
    return bool(CONTINUES.match(first.text) or BROKEN_WORD.search(row[0].text))


def _same_column(cell: Line, part: Line) -> bool:
    return abs(cell.left - part.left) < 0.5 * cell.height
