"""PDF: glyphs with places, from which lines have to be restored. pdfminer stays inside.

`opening` finds the pages, `device` notes each glyph, `rows` makes lines and cells of them, and
`order` says in which order they are read. Text set on its side or aslant (a stamp, a watermark, a
registrar's note in the margin) follows the page's last line, marked as furniture.
"""

import collections
import collections.abc as c
import logging
import math
import typing as t

from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

from archive.errors import SetAside, UnreadableFile
from archive.media_types import PDF
from archive.settings import Limits
from importers.formats.lines import Document, Line
from importers.formats.pdf.drawing import Drawing
from importers.formats.pdf.fonts import Fonts
from importers.formats.pdf.opening import DAMAGED, open_pages
from importers.formats.pdf.order import reading_order
from importers.formats.pdf.rows import rows_of
from importers.formats.pdf.runs import Run
from importers.formats.pdf.streams import Budget, Damaged, TooMuch

LEAST_LETTERS: t.Final = 10  # fewer, beside a picture: a scan with a stamp or a page number
LEAST_PICTURE: t.Final = 0.1  # of the page: more than a logotype or a coat of arms

# pdfminer tells of every oddity in every file at warning level.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(content: bytes, filename: str, limits: Limits) -> Document:
    """The lines of every page, and in `without_text` the pages whose text is only in pictures.

    Where no page has text there are no lines. Raises UnreadableFile where the file is locked,
    damaged, has too many pages or unpacks to too much.
    """
    budget = Budget()
    try:
        return _document(open_pages(content, filename, limits, budget), budget)
    except TooMuch as err:
        raise UnreadableFile(filename, SetAside.TOO_LARGE, str(err)) from err
    except (Damaged, *DAMAGED) as err:
        raise UnreadableFile(filename, SetAside.BROKEN, f"{type(err).__name__}: {err}") from err


def _document(pages: list[PDFPage], budget: Budget) -> Document:
    drawing = Drawing(Fonts(), budget)
    lines: list[Line] = []
    pictures: list[int] = []
    letterless: list[int] = []
    for number, page in enumerate(pages, start=1):
        drawn = drawing.draw(page.contents, page.resources, _matrix(page))
        width, height = _size(page)
        letters = sum(sum(map(str.isalnum, run.text)) for run in drawn.runs)
        if letters < LEAST_LETTERS or drawn.unknown > letters:
            letterless.append(number)
            if drawn.unknown > letters or drawn.pictured >= LEAST_PICTURE * width * height:
                pictures.append(number)
        lines += _lines(drawn.runs, number, width, height)
    height = _size(pages[0])[1]
    if len(letterless) == len(pages):  # whatever they show is drawn in some other way
        return Document((), PDF, len(pages), height, without_text=tuple(letterless))
    return Document(tuple(lines), PDF, len(pages), height, without_text=tuple(pictures))


def _matrix(page: PDFPage) -> Matrix:
    """Lays the page's plane on the sheet as it is shown."""
    left, bottom, right, top = page.mediabox
    match page.rotate:
        case 90:
            return (0, -1, 1, 0, -bottom, right)
        case 180:
            return (-1, 0, 0, -1, right, top)
        case 270:
            return (0, 1, -1, 0, top, -left)
        case _:
            return (1, 0, 0, 1, -left, -bottom)


def _size(page: PDFPage) -> tuple[float, float]:
    """Width and height as the page is shown."""
    left, bottom, right, top = page.mediabox
    width, height = abs(right - left), abs(top - bottom)
    return (height, width) if page.rotate in {90, 270} else (width, height)


def _lines(runs: list[Run], page: int, width: float, height: float) -> c.Iterator[Line]:
    """The page's lines as it is meant to be read, then what stands aslant."""
    turns: dict[int, list[Run]] = collections.defaultdict(list)
    for run in runs:
        turns[run.style.turn].append(run)
    by_letters = sorted(turns, key=lambda turn: -sum(run.letters for run in turns[turn]))
    for place, turn in enumerate(by_letters):
        left, top = _corner(turn, width, height)
        for row, cell in reading_order(rows_of(turns[turn])):
            yield Line(
                cell.text,
                page=page,
                left=round(cell.left - left, 1),
                top=round(top - row.baseline - row.size, 1),
                right=round(cell.right - left, 1),
                height=row.size,
                font=cell.font,
                size=cell.size,
                bold=cell.bold,
                furniture=place > 0,
            )


def _corner(turn: int, width: float, height: float) -> tuple[float, float]:
    """Where the upper left corner of the page is, once it is turned about its lower left one."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(x, y) for x in (0, width) for y in (0, height)]
    return (
        min(x * cos + y * sin for x, y in corners),
        max(y * cos - x * sin for x, y in corners),
    )
