"""Where one cell ends and the next begins, on a row of runs.

Columns (of a table, an attendance list, the page) are parted by a gap that no justified line has.
A cell can be so full that it all but touches the next; then the rows around it tell where the
next column begins. And a narrow column's justified line can be set so wide that its words look
like cells; then its gaps are all alike.
"""

import bisect
import itertools
import math
import typing as t

from importers.formats.pdf.runs import BLANK, Run

Part = list[Run]  # none of them blank: those have made the run that follows them spaced

# Shares of the type size.
LEAST_SPACE: t.Final = 0.05  # a space drawn where there is less room is a soft hyphen unseen
COLUMN_GAP: t.Final = 0.6  # more than an ordinary word space
CELL_GAP: t.Final = 1.5  # more than nearly every word space of justified lines
OVERPRINT: t.Final = 0.15  # the same letter drawn twice this near is one bold letter

# Points.
EQUAL_GAPS: t.Final = 0.5  # producers round
SAME_COLUMN: t.Final = 1.0

ROWS_AROUND: t.Final = 3


def parts_of(group: list[Run]) -> list[Part]:
    """The runs of one row, left to right, split where a gap divides cells.

    Blank runs are gone, and the run that follows one is spaced; what is printed over itself is
    one bold run.
    """
    parts: list[Part] = []
    blank = False
    last: Run | None = None
    for run in group:
        if run.text == BLANK:
            blank = True
            continue
        size = run.style.size
        room = math.inf if last is None else run.x - last.right
        spaced = (blank or run.spaced) and room >= LEAST_SPACE * size
        if spaced is not run.spaced:
            run = run._replace(spaced=spaced)
        blank = False
        if last is None or room > CELL_GAP * min(last.style.size, size):
            parts.append([run])
        elif room < 0 and _overprints(run, last):
            run = last._replace(style=last.style._replace(bold=True))
            parts[-1][-1] = run
        else:
            parts[-1].append(run)
        last = run
    return _justified(parts)


def _justified(parts: list[Part]) -> list[Part]:
    """The parts, with the words of a line set very wide to fill its measure as one.

    Such a line has drawn spaces, all equally wide between words that are not; columns with that
    property would be a strange chance.
    """
    gaps = [gap(left[-1], right[0]) for left, right in itertools.pairwise(parts)]
    joined: list[Part] = []
    start = 0
    while start < len(parts):
        end = start
        while end < len(gaps) and abs(gaps[end] - gaps[start]) < EQUAL_GAPS:
            if not parts[end + 1][0].spaced:
                break
            end += 1
        widths = {round(part[-1].right - part[0].x) for part in parts[start:end]}
        if len(widths) < 2:
            end = start
        joined.append(list(itertools.chain.from_iterable(parts[start : end + 1])))
        start = end + 1
    return joined


def split_at_columns(rows: list[list[Part]]) -> list[list[Part]]:
    """The rows, with parts that run into a column that other rows nearby have split there."""
    starts = [[part[0].x for part in parts[1:]] for parts in rows]
    split: list[list[Part]] = []
    for place, parts in enumerate(rows):
        around = (
            starts[max(0, place - ROWS_AROUND) : place]
            + starts[place + 1 : place + 1 + ROWS_AROUND]
        )
        columns = sorted(itertools.chain.from_iterable(around))
        split.append([piece for part in parts for piece in _split(part, columns)])
    return split


def gap(run: Run, following: Run) -> float:
    """The room between two runs, negative where they overlap."""
    return following.x - run.right


def _split(part: Part, columns: list[float]) -> list[Part]:
    pieces = [part[:1]]
    for before, run in itertools.pairwise(part):
        if gap(before, run) > COLUMN_GAP * run.style.size and _near(run.x, columns):
            pieces.append([])
        pieces[-1].append(run)
    return pieces


def _near(x: float, columns: list[float]) -> bool:
    """True where one of the columns, which rise, begins about there."""
    place = bisect.bisect(columns, x - SAME_COLUMN)
    return place < len(columns) and columns[place] < x + SAME_COLUMN


def _overprints(run: Run, before: Run) -> bool:
    return run.text == before.text and abs(run.x - before.x) < OVERPRINT * run.style.size
