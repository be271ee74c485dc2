"""Pages that are pictures, read by machine.

A page that cannot be read is left as it was, without text; an empty one, as the back of a paper
is, is read and has none. A page that reads badly may be turned, and is tried that way too.
"""

import collections.abc as c
import contextlib
import dataclasses as dc
import logging
import operator
import statistics
import time
import typing as t

import PIL.Image

from archive.errors import CannotDraw, CannotRead, SetAside, UnreadableFile
from archive.pages import PageWords, WordBox
from archive.settings import Limits
from importers.formats.lines import Document, Line
from importers.formats.scan.layout import lines_of
from importers.formats.scan.signs import mend_signs, with_signs
from importers.formats.scan.tesseract import Tesseract
from importers.formats.scan.words import Box, ReadLine, ReadWord, parse_words, turned_back
from importers.formats.sheets import Sheets, open_sheets
from importers.formats.sniff import picture_type

log = logging.getLogger(__name__)

DPI: t.Final = 300  # what Tesseract is trained for

DARK: t.Final = 128  # of 256 shades of grey

# Below these a page is tried in the way that it seems to be turned. Upside down, Tesseract reads
# many short words and is sure of few; on its side it may read them all, in boxes that stand.
UNSURE: t.Final = 0.7
FEW_WORDS: t.Final = 5
LONG_WORD: t.Final = 4  # letters: wider than it is tall, if it lies as it should

TURNS: t.Final = {
    90: PIL.Image.Transpose.ROTATE_270,  # Pillow counts the other way
    180: PIL.Image.Transpose.ROTATE_180,
    270: PIL.Image.Transpose.ROTATE_90,
}


@dc.dataclass(frozen=True, slots=True)
class _Page:
    """One page as it was read; boxes in points, once the page is turned upright."""

    number: int
    width: float  # as the page is shown
    height: float
    turn: int  # degrees clockwise that make it upright
    lines: tuple[ReadLine, ...]

    @property
    def upright_size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.turn in {90, 270} else (self.width, self.height)


def count_pictures(content: bytes, filename: str, limits: Limits) -> Document:
    """A picture file's pages, none of them read.

    Raises UnreadableFile where it is damaged or has too many pages.
    """
    try:
        with open_sheets(content) as sheets:
            count = sheets.count
            _, height = sheets.size(1)
    except CannotDraw as err:
        raise UnreadableFile(filename, SetAside.BROKEN, str(err)) from err
    if count > limits.pages:
        raise UnreadableFile(filename, SetAside.TOO_MANY_PAGES, f"{count} pages")
    media_type = picture_type(content) or ""
    return Document((), media_type, count, height, without_text=tuple(range(1, count + 1)))


def read_pictures(
    document: Document, content: bytes, tesseract: Tesseract, limits: Limits
) -> Document:
    """The document with its pages without text read, as far as they can be."""
    read = list(_read_pages(document.without_text, content, tesseract, limits.page_seconds))
    if not read:
        return document
    mended = iter(mend_signs([line for page in read for line in page.lines]))
    pages = [dc.replace(page, lines=tuple(next(mended) for _ in page.lines)) for page in read]
    words = [word for page in pages for line in page.lines for word in line]
    done = {page.number for page in pages}
    return dc.replace(
        document,
        lines=_in_page_order(document.lines, pages),
        pages=tuple(
            sorted(
                (
                    *(page for page in document.pages if page.number not in done),
                    *(_page_words(page) for page in pages),
                ),
                key=operator.attrgetter("number"),
            )
        ),
        machine_read=tuple(page.number for page in pages if page.lines),
        confidence=statistics.fmean(word.confidence for word in words) if words else None,
        without_text=tuple(number for number in document.without_text if number not in done),
    )


def _read_pages(
    numbers: c.Iterable[int], content: bytes, tesseract: Tesseract, seconds: float
) -> c.Iterator[_Page]:
    try:
        with open_sheets(content) as sheets:
            for number in numbers:
                try:
                    yield _read_page(sheets, number, tesseract, seconds)
                except (CannotDraw, CannotRead) as err:
                    log.info("page %s is not read: %s", number, err)
    except CannotDraw as err:
        log.info("no page is read: %s", err)


def _read_page(sheets: Sheets, number: int, tesseract: Tesseract, seconds: float) -> _Page:
    """Read a page, and again if it turns out to be turned; all of it within so many seconds."""
    ends = time.monotonic() + seconds
    page = _Page(number, *sheets.size(number), turn=0, lines=())
    picture = sheets.draw(number, DPI, grey=True)
    page = _with_lines(page, tesseract.read(picture, DPI, _left(ends)), picture)
    if not _is_sure(page) and (turn := tesseract.turn(picture, _left(ends))):
        upright = picture.transpose(TURNS[turn])
        turned = _with_lines(
            dc.replace(page, turn=turn), tesseract.read(upright, DPI, _left(ends)), upright
        )
        if _certainty(turned) > _certainty(page):
            picture, page = upright, turned
    if page.lines and tesseract.knows_english:
        with contextlib.suppress(CannotRead):  # the Swedish words are what matters
            values = tesseract.read(picture, DPI, _left(ends), english=True)
            english = _with_lines(page, values, picture)
            page = dc.replace(page, lines=with_signs(page.lines, english.lines))
    return page


def _with_lines(page: _Page, values: str, picture: PIL.Image.Image) -> _Page:
    """The page with what Tesseract answered, in points."""
    width, height = page.upright_size
    across, down = width / picture.width, height / picture.height
    lines = tuple(
        tuple(_scaled(_inked(word, picture), across, down) for word in line)
        for line in parse_words(values)
    )
    return dc.replace(page, lines=lines)


def _inked(word: ReadWord, picture: PIL.Image.Image) -> ReadWord:
    left, top, right, bottom = map(round, word.box)
    shades = picture.crop((left, top, right, bottom)).histogram()
    return word._replace(ink=sum(shades[:DARK]))


def _left(ends: float) -> float:
    return max(0.0, ends - time.monotonic())


def _scaled(word: ReadWord, across: float, down: float) -> ReadWord:
    left, top, right, bottom = word.box
    return word._replace(box=Box(left * across, top * down, right * across, bottom * down))


def _is_sure(page: _Page) -> bool:
    words = [word for line in page.lines for word in line]
    return len(words) >= FEW_WORDS and _certainty(page) >= UNSURE * len(words)


def _certainty(page: _Page) -> float:
    """As many words as it would take to be as sure, were each of them certain; 0 on its side."""
    words = [word for line in page.lines for word in line]
    long = [word.box for word in words if len(word.text) >= LONG_WORD]
    standing = sum(box.bottom - box.top > box.right - box.left for box in long)
    return 0.0 if standing > len(long) / 2 else sum(word.confidence for word in words)


def _in_page_order(lines: c.Iterable[Line], read: c.Iterable[_Page]) -> tuple[Line, ...]:
    """All lines by page. What little text a picture's page has is in the picture too."""
    by_page = {page.number: lines_of(page.lines, page.number, *page.upright_size) for page in read}
    kept = [line for line in lines if line.page not in by_page]
    new = [line for found in by_page.values() for line in found]
    return tuple(sorted([*kept, *new], key=lambda line: line.page or 0))


def _page_words(page: _Page) -> PageWords:
    words = (
        turned_back(word, page.turn, page.width, page.height)
        for line in page.lines
        for word in line
    )
    return PageWords(
        page.number,
        page.width,
        page.height,
        tuple(WordBox(word.text, *word.box) for word in words),
    )
