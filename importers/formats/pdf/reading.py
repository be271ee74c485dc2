"""A page's runs become its lines and words.

Text set on its side or aslant (a stamp, a watermark, a registrar's note in the margin) follows the
page's last line, marked as furniture. Where most of a page leans, the paper lay aslant in a
scanner, and all of it is levelled.
"""

import collections
import collections.abc as c
import math

from archive.pages import PageWords, WordBox
from importers.formats.lines import Line
from importers.formats.pdf.order import Placed, reading_order
from importers.formats.pdf.rows import rows_of
from importers.formats.pdf.runs import Run
from importers.formats.pdf.sheet import Sheet
from importers.formats.pdf.words import boxes_of


def read_sheet(runs: list[Run], sheet: Sheet) -> tuple[list[Line], PageWords]:
    """The lines as they are meant to be read, and where their words stand."""
    turns: dict[int, list[Run]] = collections.defaultdict(list)
    for run in runs:
        turns[run.style.turn].append(run)
    lines: list[Line] = []
    words: list[WordBox] = []
    by_letters = sorted(turns, key=lambda turn: -sum(run.letters for run in turns[turn]))
    for place, turn in enumerate(by_letters):
        left, top = _corner(turn, sheet)
        lean = _lean(turns[turn])
        for placed in reading_order(rows_of(_levelled(turns[turn], lean))):
            lines.append(_line(placed, sheet.number, left, top, furniture=place > 0))
            words += boxes_of(placed[1], turn=turn, lean=lean, sheet=sheet)
    return lines, PageWords(sheet.number, sheet.width, sheet.height, tuple(words))


def _line(placed: Placed, page: int, left: float, top: float, *, furniture: bool) -> Line:
    row, cell = placed
    return Line(
        cell.text,
        page=page,
        left=round(cell.left - left, 1),
        top=round(top - row.baseline - row.size, 1),
        right=round(cell.right - left, 1),
        height=row.size,
        font=cell.font,
        size=cell.size,
        bold=cell.bold,
        furniture=furniture,
    )


def _corner(turn: int, sheet: Sheet) -> tuple[float, float]:
    """Where the upper left corner of the page is, once it is turned about its lower left one."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(x, y) for x in (0, sheet.width) for y in (0, sheet.height)]
    return (
        min(x * cos + y * sin for x, y in corners),
        max(y * cos - x * sin for x, y in corners),
    )


def _lean(runs: c.Sequence[Run]) -> float:
    """How much most of the text rises for each point to the right: a paper aslant in a scanner."""
    leans: collections.Counter[float] = collections.Counter()
    for run in runs:
        leans[run.style.lean] += run.letters
    half = leans.total() / 2
    for lean in sorted(leans):
        half -= leans[lean]
        if half <= 0:
            return lean
    return 0.0


def _levelled(runs: list[Run], lean: float) -> list[Run]:
    return [run._replace(y=run.y - lean * run.x) for run in runs] if lean else runs
