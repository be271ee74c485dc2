"""A page as it is shown: its lines and words, from the runs drawn on it.

Text set on its side or aslant (a stamp, a watermark, a registrar's note in the margin) follows the
page's last line, marked as furniture.
"""

import collections
import collections.abc as c
import math
import typing as t

from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

from archive.pages import PageWords, WordBox
from importers.formats.lines import Line
from importers.formats.pdf.order import Placed, reading_order
from importers.formats.pdf.rows import rows_of
from importers.formats.pdf.runs import Run
from importers.formats.pdf.words import Extent, words_of


class Sheet(t.NamedTuple):
    """A page's size in points as it is shown, and how its plane lies on it."""

    number: int  # from 1
    width: float
    height: float
    matrix: Matrix  # to points rightwards and upwards from the lower left corner


def sheet_of(page: PDFPage, number: int) -> Sheet:
    """The sheet of a page, which shows what lies within the crop box, turned as it says."""
    left, bottom, right, top = _shown(page)
    width, height = right - left, top - bottom
    match page.rotate:
        case 90:
            return Sheet(number, height, width, (0, -1, 1, 0, -bottom, right))
        case 180:
            return Sheet(number, width, height, (-1, 0, 0, -1, right, top))
        case 270:
            return Sheet(number, height, width, (0, 1, -1, 0, top, -left))
        case _:
            return Sheet(number, width, height, (1, 0, 0, 1, -left, -bottom))


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
            boxes = (_box(word, turn, sheet) for word in words_of(placed[1], lean))
            words += (box for box in boxes if box.left < box.right and box.top < box.bottom)
    return lines, PageWords(sheet.number, sheet.width, sheet.height, tuple(words))


def _shown(page: PDFPage) -> tuple[float, float, float, float]:
    left, bottom, right, top = _ordered(page.mediabox)
    crop_left, crop_bottom, crop_right, crop_top = _ordered(page.cropbox)
    crop_left, crop_bottom = max(left, crop_left), max(bottom, crop_bottom)
    crop_right, crop_top = min(right, crop_right), min(top, crop_top)
    if crop_left < crop_right and crop_bottom < crop_top:
        return crop_left, crop_bottom, crop_right, crop_top
    return left, bottom, right, top


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


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


def _box(word: Extent, turn: int, sheet: Sheet) -> WordBox:
    """The word's box from the upper left corner, turned back, as far as it is on the sheet."""
    text, left, right, bottom, top = word
    if turn:
        cos, sin = _turned(turn)
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = [x * cos - y * sin for x, y in corners]
        ys = [x * sin + y * cos for x, y in corners]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    top, bottom = sheet.height - top, sheet.height - bottom
    if left < 0 or top < 0 or right > sheet.width or bottom > sheet.height:
        left, right = max(0.0, left), min(sheet.width, right)
        top, bottom = max(0.0, top), min(sheet.height, bottom)
    return WordBox(text, round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))


def _corner(turn: int, sheet: Sheet) -> tuple[float, float]:
    """Where the upper left corner of the page is, once it is turned about its lower left one."""
    cos, sin = _turned(turn)
    corners = [(x, y) for x in (0, sheet.width) for y in (0, sheet.height)]
    return (
        min(x * cos + y * sin for x, y in corners),
        max(y * cos - x * sin for x, y in corners),
    )


def _turned(turn: int) -> tuple[float, float]:
    return math.cos(math.radians(turn)), math.sin(math.radians(turn))


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
