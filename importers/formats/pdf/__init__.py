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

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from archive.errors import SetAside, UnreadableFile
from archive.media_types import PDF
from archive.settings import Limits
from importers.formats.lines import Document, Line
from importers.formats.pdf.device import Glyph, GlyphDevice
from importers.formats.pdf.opening import DAMAGED, is_whole, open_pages
from importers.formats.pdf.order import reading_order
from importers.formats.pdf.rows import rows_of

LEAST_LETTERS: t.Final = 10  # fewer, beside a picture: a scan with a stamp or a page number
LEAST_PICTURE: t.Final = 0.1  # of the page: more than a logotype or a coat of arms

# pdfminer tells of every oddity in every file at warning level.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(content: bytes, filename: str, limits: Limits) -> Document:
    """The lines of every page, and in `without_text` the pages whose text is only in pictures.

    Where no page has text there are no lines. Raises UnreadableFile where the file is locked,
    damaged or has too many pages.
    """
    pages = open_pages(content, filename, limits)
    try:
        return _document(pages, filename)
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err


def _document(pages: list[PDFPage], filename: str) -> Document:
    manager = PDFResourceManager()
    device = GlyphDevice(manager)
    interpreter = PDFPageInterpreter(manager, device)
    lines: list[Line] = []
    pictures: list[int] = []
    letterless: list[int] = []
    for number, page in enumerate(pages, start=1):
        if not is_whole(page):
            raise UnreadableFile(filename, SetAside.BROKEN, f"page {number} is damaged")
        interpreter.process_page(page)
        drawn = device.take()
        width, height = _size(page)
        letters = sum(glyph.text.isalnum() for glyph in drawn.glyphs)
        if letters < LEAST_LETTERS or drawn.unknown > letters:
            letterless.append(number)
            if drawn.unknown > letters or drawn.pictured >= LEAST_PICTURE * width * height:
                pictures.append(number)
        lines += _lines(drawn.glyphs, number, width, height)
    height = _size(pages[0])[1]
    if len(letterless) == len(pages):  # whatever they show is drawn in some other way
        return Document((), PDF, len(pages), height, without_text=tuple(letterless))
    return Document(tuple(lines), PDF, len(pages), height, without_text=tuple(pictures))


def _size(page: PDFPage) -> tuple[float, float]:
    """Width and height as the page is shown."""
    left, bottom, right, top = page.mediabox
    width, height = abs(right - left), abs(top - bottom)
    return (height, width) if page.rotate in {90, 270} else (width, height)


def _lines(glyphs: list[Glyph], page: int, width: float, height: float) -> c.Iterator[Line]:
    """The page's lines as it is meant to be read, then what stands aslant."""
    turns = collections.Counter(glyph.turn for glyph in glyphs)
    for place, (turn, _) in enumerate(turns.most_common()):
        turned, edge = _upright([g for g in glyphs if g.turn == turn], turn, width, height)
        for row, cell in reading_order(rows_of(turned)):
            yield Line(
                cell.text,
                page=page,
                left=round(cell.left, 1),
                top=round(edge - row.baseline - row.size, 1),
                right=round(cell.right, 1),
                height=row.size,
                font=cell.font,
                size=cell.size,
                bold=cell.bold,
                furniture=place > 0,
            )


def _upright(
    glyphs: list[Glyph], turn: int, width: float, height: float
) -> tuple[list[Glyph], float]:
    """The glyphs once the page is turned so that they can be read, and where its top then is."""
    if turn == 0:
        return glyphs, height
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(x, y) for x in (0, width) for y in (0, height)]
    left = min(x * cos + y * sin for x, y in corners)
    downs = [y * cos - x * sin for x, y in corners]
    turned = [
        g._replace(x=g.x * cos + g.y * sin - left, y=g.y * cos - g.x * sin - min(downs))
        for g in glyphs
    ]
    return turned, max(downs) - min(downs)
