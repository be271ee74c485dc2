"""OpenDocument text (.odt), as LibreOffice writes it and Word and Google can.

Tracked changes count as accepted: what was deleted lies apart from the text and is not read.
Comments and hidden text are left out. Text boxes follow the paragraph they hang from, notes the
last paragraph. Headers come first and footers last, once each. Where the pages break depends on
the printer.
"""

import collections.abc as c
import dataclasses as dc
import io
import re
import typing as t

import odfdo
from odfdo.element import Element
from odfdo.security import SecurityError

from archive.errors import SetAside, UnreadableFile
from archive.media_types import ODT
from archive.settings import Limits
from importers.formats.flow import Flow, Piece, in_order
from importers.formats.lines import Document, Line
from importers.formats.odt_styles import Counter, Levels, Look, Styles, attribute, whole
from importers.formats.packages import DAMAGED, check_package

MANIFEST: t.Final = "META-INF/manifest.xml"
ENCRYPTION: t.Final = b"encryption-data"

PARAGRAPHS: t.Final = frozenset({"text:p", "text:h"})
ITEMS: t.Final = frozenset({"text:list-item", "text:list-header"})
ROWS: t.Final = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
HEADERS: t.Final = frozenset({"style:header", "style:header-left", "style:header-first"})
FOOTERS: t.Final = frozenset({"style:footer", "style:footer-left", "style:footer-first"})

# Deleted text, comments, and what stands for a number or a note in programs that have none.
LEFT_OUT: t.Final = frozenset(
    {
        "office:annotation",
        "office:forms",
        "text:hidden-text",
        "text:note-citation",
        "text:number",
        "text:ruby-text",
        "text:tracked-changes",
    }
)
SPACES_AT_MOST: t.Final = 100
# How the file itself is written; spaces, tabs and breaks that show have elements of their own.
SPACES: t.Final = re.compile(r"[ \t\r\n]+")


def read_odt(content: bytes, filename: str, limits: Limits) -> Document:
    """The lines of an OpenDocument text.

    Raises UnreadableFile where it is damaged, locked or unpacks too large.
    """
    try:
        check_package(content, filename, limits)
        document = odfdo.Document(io.BytesIO(content))
        if ENCRYPTION in _manifest(document):
            raise UnreadableFile(filename, SetAside.ENCRYPTED)
        return Document(_lines(document), ODT)
    except SecurityError as err:
        raise UnreadableFile(filename, SetAside.TOO_LARGE, str(err)) from err
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err


def _manifest(document: odfdo.Document) -> bytes:
    part = document.container.get_part(MANIFEST) if document.container else None
    return part if isinstance(part, bytes) else b""


def _lines(document: odfdo.Document) -> tuple[Line, ...]:
    reader = _Reader(Styles(document))
    pages = [part for page in document.styles.master_pages for part in page.children]
    headers = [reader.read(part) for part in pages if _tag(part) in HEADERS and _is_shown(part)]
    body = reader.read(document.body)
    notes = [reader.read(note) for note in reader.notes]
    footers = [reader.read(part) for part in pages if _tag(part) in FOOTERS and _is_shown(part)]
    return in_order(headers, [body, *notes], footers)


@dc.dataclass(slots=True)
class _Item:
    """An item of a list; its first paragraph bears its mark."""

    levels: Levels
    place: int
    counter: Counter
    start: int | None
    marked: bool


class _Reader:
    """Walks the document's parts in order, counting lists and headings as it goes."""

    def __init__(self, styles: Styles) -> None:
        self.notes: list[Element] = []
        self._styles = styles
        self._headings = Counter()
        self._counters: dict[str | None, Counter] = {}  # by the list's id, or its style's name

    def read(self, parent: Element) -> Flow:
        """Every paragraph, list and table of one part."""
        flow = Flow()
        self._blocks(parent, flow, None)
        return flow

    def _blocks(self, parent: Element, flow: Flow, item: _Item | None) -> None:
        for child in parent.children:
            tag = _tag(child)
            if tag in PARAGRAPHS:
                self._paragraph(child, flow, item)
            elif tag == "text:list":
                self._list(child, flow, item)
            elif tag == "table:table":
                self._table(child, flow)
            elif tag not in LEFT_OUT and attribute(child, "text:display") != "none":
                self._blocks(child, flow, item)

    def _paragraph(self, paragraph: Element, flow: Flow, item: _Item | None) -> None:
        level = whole(attribute(paragraph, "text:outline-level"))
        heading = level if _tag(paragraph) == "text:h" else None
        look = self._styles.look("paragraph", attribute(paragraph, "text:style-name"))
        label = None
        if item is not None and not item.marked:
            item.marked = True
            label = item.counter.next_label(item.levels, item.place, item.start)
        elif heading is not None and item is None and not _is_unnumbered(paragraph):
            start = whole(attribute(paragraph, "text:start-value"))
            label = self._headings.next_label(self._styles.headings, heading, start)
        boxes: list[Element] = []
        flow.paragraph(self._pieces(paragraph, look, boxes), heading=heading, label=label)
        for box in boxes:
            self._blocks(box, flow, None)

    def _pieces(self, parent: Element, look: Look, boxes: list[Element]) -> c.Iterator[Piece]:
        """The text inside in order, each part with its look; boxes and notes are put by."""
        if look.hidden:
            return
        yield _piece(SPACES.sub(" ", parent.text), look)
        for child in parent.children:
            tag = _tag(child)
            if tag == "text:s":
                count = whole(attribute(child, "text:c"))
                spaces = min(1 if count is None else count, SPACES_AT_MOST)
                yield _piece(" " * spaces, look)
            elif tag == "text:tab":
                yield _piece("\t", look)
            elif tag == "text:line-break":
                yield _piece("\n", look)
            elif tag == "text:note":
                self.notes.append(child)
            elif tag.startswith("draw:"):
                boxes.append(child)
            elif tag not in LEFT_OUT:
                own = self._styles.look("text", attribute(child, "text:style-name"))
                yield from self._pieces(child, own.over(look), boxes)
            yield _piece(SPACES.sub(" ", child.tail or ""), look)

    def _list(self, element: Element, flow: Flow, around: _Item | None) -> None:
        name = attribute(element, "text:style-name")
        if around is None:
            levels, place, counter = self._styles.levels(name), 1, self._counter(element, name)
        else:
            levels = self._styles.levels(name) if name else around.levels
            place, counter = around.place + 1, around.counter
        for child in element.children:
            if (tag := _tag(child)) in ITEMS:
                start = whole(attribute(child, "text:start-value"))
                item = _Item(levels, place, counter, start, marked=tag == "text:list-header")
                self._blocks(child, flow, item)

    def _counter(self, element: Element, name: str | None) -> Counter:
        """A list counts from the start, unless it says that it goes on from another."""
        goes_on = attribute(element, "text:continue-numbering") == "true"
        before = attribute(element, "text:continue-list") or (name if goes_on else None)
        counter = self._counters.get(before) if before else None
        counter = Counter() if counter is None else counter
        for key in (name, attribute(element, "xml:id")):
            self._counters[key] = counter
        return counter

    def _table(self, table: Element, flow: Flow) -> None:
        for row in _rows(table):
            flow.begin_row()
            for cell in row.children:
                if _tag(cell) == "table:table-cell":
                    flow.begin_cell()
                    self._blocks(cell, flow, None)
            flow.end_row()


def _rows(parent: Element) -> c.Iterator[Element]:
    for child in parent.children:
        if (tag := _tag(child)) == "table:table-row":
            yield child
        elif tag in ROWS:
            yield from _rows(child)


def _piece(text: str, look: Look) -> Piece:
    return Piece(text, bool(look.bold), look.size)


def _is_shown(part: Element) -> bool:
    return attribute(part, "style:display") != "false"


def _is_unnumbered(heading: Element) -> bool:
    return attribute(heading, "text:is-list-header") == "true"


def _tag(element: Element) -> str:
    """The element's name; "" for a comment, and for those of programs' own."""
    try:
        return element.tag
    except (TypeError, ValueError):
        return ""
