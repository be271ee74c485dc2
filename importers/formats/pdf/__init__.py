"""PDF: words with places, from which lines have to be restored. pdfminer stays inside.

`opening` finds the pages, through `streams`, which sees to it that all of them are there and that
none swells beyond bounds. `statements` divides a page's description, `drawing` carries it out as
far as text goes, by its `setting` and `fonts`, on the `sheet` that is shown, and leaves `runs`.
`rows` makes lines and cells of those, `parts` says where they are parted, and `order` in which
order they are read. `reading` is all of that, with `words` where each word stands; `pictures` tells
pages that have to be read from a picture.
"""

import dataclasses as dc
import logging

from pdfminer.pdfpage import PDFPage

from archive.errors import SetAside, UnreadableFile
from archive.media_types import PDF
from archive.pages import PageWords
from archive.settings import Limits
from importers.formats.lines import Document, Line
from importers.formats.pdf.drawing import Drawing
from importers.formats.pdf.fonts import Fonts
from importers.formats.pdf.opening import DAMAGED, open_pages
from importers.formats.pdf.pictures import is_letterless, is_picture
from importers.formats.pdf.reading import read_sheet
from importers.formats.pdf.sheet import sheet_of
from importers.formats.pdf.streams import Budget, Damaged, TooMuch

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
    budget.add_pages(len(pages))
    drawing = Drawing(Fonts(), budget)
    lines: list[Line] = []
    words: list[PageWords] = []
    pictures: list[int] = []
    letterless: list[int] = []
    for number, page in enumerate(pages, start=1):
        sheet = sheet_of(page, number)
        drawn = drawing.draw(page.contents, page.resources, sheet.matrix)
        printed, placed = read_sheet(drawn.runs, sheet)
        lines += printed
        words.append(placed)
        if is_picture(drawn, printed, sheet):
            pictures.append(number)
        if number in pictures[-1:] or is_letterless(drawn, printed):
            letterless.append(number)
    if len(letterless) == len(pages):  # whatever they show is drawn in some other way
        lines, pictures = [], letterless
        words = [dc.replace(page, words=()) for page in words]
    return Document(
        tuple(lines),
        PDF,
        page_count=len(pages),
        page_height=words[0].height,
        pages=tuple(words),
        without_text=tuple(pictures),
    )
