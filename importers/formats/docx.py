"""Word files: paragraphs that know what they are, and numbers that are nowhere in the text.

Documents and templates, with macros (which nothing here runs) or without. Tracked changes count
as accepted: what was deleted is gone. Text boxes follow the paragraph they hang from, footnotes
the last paragraph. Headers come first and footers last, once each. Word files have no pages:
where they break depends on the printer.
"""

import collections.abc as c
import io
import typing as t

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

from archive import media_types
from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.flow import Flow, Piece, in_order
from importers.formats.lines import Document, Line
from importers.formats.packages import DAMAGED, check_package
from importers.formats.word_numbering import Numbering
from importers.formats.word_styles import Element, Look, Styles, W

# What the main part says it is.
MEDIA_TYPES: t.Final = {
    f"{media_types.DOCX}.main+xml": media_types.DOCX,
    f"{media_types.DOTX}.main+xml": media_types.DOTX,
    "application/vnd.ms-word.document.macroEnabled.main+xml": media_types.DOCM,
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": media_types.DOTM,
}

FALLBACK: t.Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Inside a paragraph: deleted text, older forms of what stands beside, and text boxes, read apart.
LEFT_OUT: t.Final = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}rPr", FALLBACK}
)
BREAKS: t.Final = frozenset({f"{W}br", f"{W}cr"})
TABS: t.Final = frozenset({f"{W}tab", f"{W}ptab"})
HIDDEN: t.Final = f"{W}rPr/{W}vanish"


def read_docx(content: bytes, filename: str, limits: Limits) -> Document:
    """The lines of a Word file. Raises UnreadableFile where it is damaged or unpacks too large."""
    try:
        check_package(content, filename, limits)
        main = Package.open(io.BytesIO(content)).main_document_part
        media_type = MEDIA_TYPES.get(main.content_type)
        if media_type is None:
            raise UnreadableFile(filename, SetAside.UNSUPPORTED, main.content_type)
        return Document(_lines(main), media_type)
    except (OpcError, *DAMAGED) as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err


def _lines(main: Part) -> tuple[Line, ...]:
    reader = _Reader(
        Styles(_related(main, RELATIONSHIP_TYPE.STYLES)),
        Numbering(_related(main, RELATIONSHIP_TYPE.NUMBERING)),
    )
    headers = [reader.read(part) for part in _all_related(main, "header")]
    # python-docx reads the main part of plain documents only.
    document = main.element if isinstance(main, DocumentPart) else parse_xml(main.blob)
    body = [reader.read(document.find(f"{W}body"))]
    notes = _related(main, RELATIONSHIP_TYPE.FOOTNOTES)
    if notes is not None:
        body += [  # the typed ones are separators
            reader.read(note)
            for note in notes.iterfind(f"{W}footnote")
            if note.get(f"{W}type") is None
        ]
    footers = [reader.read(part) for part in _all_related(main, "footer")]
    return in_order(headers, body, footers)


def _all_related(main: Part, kind: str) -> c.Iterator[Element]:
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            yield parse_xml(relation.target_part.blob)


def _related(main: Part, reltype: str) -> Element | None:
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype == reltype:
            return parse_xml(relation.target_part.blob)
    return None


class _Reader:
    """Walks the document's parts in order, counting list numbers as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def read(self, parent: Element) -> Flow:
        """Every paragraph and table of one part."""
        flow = Flow()
        self._blocks(parent, flow)
        return flow

    def _blocks(self, parent: Element, flow: Flow) -> None:
        """The paragraphs and tables inside, also those wrapped in other elements."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, flow)
            elif child.tag == f"{W}tbl":
                self._table(child, flow)
            elif child.tag not in LEFT_OUT:
                self._blocks(child, flow)

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        look = self._styles.paragraph(paragraph)
        label = self._numbering.next_label(look)
        flow.paragraph(self._pieces(paragraph, look), heading=look.heading, label=label)
        for box in _text_boxes(paragraph):
            self._blocks(box, flow)

    def _pieces(self, parent: Element, look: Look) -> c.Iterator[Piece]:
        """The paragraph's text in order, each part with its look."""
        for child in parent:
            if child.tag in LEFT_OUT:
                continue
            if child.tag == f"{W}r":
                if child.find(HIDDEN) is None:
                    run = self._styles.run(child, look)
                    yield Piece("".join(_typed(child)), bool(run.bold), run.size)
            else:
                yield from self._pieces(child, look)

    def _table(self, table: Element, flow: Flow) -> None:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            flow.begin_row()
            for cell in _inside(row, f"{W}tc"):
                flow.begin_cell()
                self._blocks(cell, flow)
            flow.end_row()


def _inside(parent: Element, tag: str) -> c.Iterator[Element]:
    """The rows of a table or cells of a row, also where content controls wrap them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _inside(child, tag)


def _text_boxes(parent: Element) -> c.Iterator[Element]:
    for child in parent:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in {FALLBACK, f"{W}del"}:
            yield from _text_boxes(child)


def _typed(run: Element) -> c.Iterator[str]:
    """What a run holds: text, tabs, line breaks and symbols."""
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in TABS:
            yield "\t"
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}sym":
            yield chr(int(child.get(f"{W}char", "20"), 16))
