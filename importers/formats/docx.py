"""Word files (.docx): paragraphs that know what they are, and numbers that are nowhere in the text.

Paragraphs come in the document's order, two lines of `top` apart, their manual line breaks one.
A table's cells, and text set apart by a tab, are lines with the same `top` and rising `left`; a
cell of many paragraphs is read to its end before the next one. Tracked changes count as accepted:
what was deleted is gone. Text boxes follow the paragraph they hang from, footnotes the last
paragraph. Headers come first and footers last, once each. Word files have no pages: where they
break depends on the printer.
"""

import collections.abc as c
import dataclasses as dc
import io
import itertools
import typing as t
import zipfile
import zlib

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

from archive.errors import SetAside, UnreadableFile
from archive.media_types import DOCX
from archive.settings import Limits
from importers.formats.lines import Document, Line
from importers.formats.normalise import BULLET, belongs_to_next, cells
from importers.formats.word_numbering import Numbering
from importers.formats.word_styles import Element, Look, Styles, W

# What zipfile, lxml (whose syntax error is a SyntaxError) and python-docx let through.
DAMAGED: t.Final = (
    OpcError,
    zipfile.BadZipFile,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)

ENCRYPTED: t.Final = 0x1  # flag of a ZIP entry
UNPACKED: t.Final = 4  # how many times the file limit all parts may take, unpacked

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
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise UnreadableFile(filename, SetAside.ENCRYPTED)
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > UNPACKED * limits.file_bytes:
            raise UnreadableFile(filename, SetAside.TOO_LARGE, f"unpacks to {unpacked} bytes")
        main = Package.open(io.BytesIO(content)).main_document_part
        if not isinstance(main, DocumentPart):
            raise UnreadableFile(filename, SetAside.UNSUPPORTED, "template or macro document")
        return Document(_lines(main), DOCX)
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err


def _lines(main: DocumentPart) -> tuple[Line, ...]:
    reader = _Reader(
        Styles(_related(main, RELATIONSHIP_TYPE.STYLES)),
        Numbering(_related(main, RELATIONSHIP_TYPE.NUMBERING)),
    )
    headers = [dc.replace(line, furniture=True) for line in _once(reader, main, "header")]
    body = list(reader.blocks(main.element.body))
    notes = _related(main, RELATIONSHIP_TYPE.FOOTNOTES)
    if notes is not None:
        for note in notes.iterfind(f"{W}footnote"):
            if note.get(f"{W}type") is None:  # the typed ones are separators
                body += reader.blocks(note)
    footers = [dc.replace(line, furniture=True) for line in _once(reader, main, "footer")]
    return (*headers, *body, *footers)


def _once(reader: "_Reader", main: Part, kind: str) -> c.Iterator[Line]:
    """The lines of all headers or footers, those with the same text once."""
    seen: set[tuple[str, ...]] = set()
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            lines = tuple(reader.blocks(parse_xml(relation.target_part.blob)))
            text = tuple(line.text for line in lines)
            if text not in seen:
                seen.add(text)
                yield from lines


def _related(main: Part, reltype: str) -> Element | None:
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype == reltype:
            return parse_xml(relation.target_part.blob)
    return None


@dc.dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one look."""

    text: str
    look: Look


class _Reader:
    """Walks the document's parts in order, counting lines and list numbers as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._top = 0

    def blocks(self, parent: Element, left: int = 0) -> c.Iterator[Line]:
        """The lines of every paragraph and table inside, also those wrapped in other elements."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, left)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, left)
            elif child.tag not in LEFT_OUT:
                yield from self.blocks(child, left)

    def _paragraph(self, paragraph: Element, left: int) -> c.Iterator[Line]:
        look = self._styles.paragraph(paragraph)
        label = self._numbering.next_label(look)
        pieces = list(self._pieces(paragraph, look))
        printed = [line for line in _split(pieces) if any(True for _ in cells(_text(line)))]
        for place, line in enumerate(printed):
            yield from self._line(
                line, look, label if place == 0 else None, left, len(printed) == 1
            )
            self._top += 1
        self._top += 1
        for box in _text_boxes(paragraph):
            yield from self.blocks(box, left)

    def _line(
        self, pieces: list[_Piece], look: Look, label: str | None, left: int, whole: bool
    ) -> c.Iterator[Line]:
        visible = [piece for piece in pieces if piece.text.strip()]
        sizes = [piece.look.size for piece in visible for _ in piece.text]
        for place, (_, text) in enumerate(cells(_text(pieces))):
            first_label = label if place == 0 else None
            yield Line(
                text=f"{BULLET} {text}" if first_label == BULLET else text,
                left=left + place,
                top=self._top,
                size=max(set(sizes), key=sizes.count),
                bold=all(piece.look.bold for piece in visible),
                heading=look.heading,
                number=first_label if first_label != BULLET else None,
                whole=whole,
            )

    def _pieces(self, parent: Element, look: Look) -> c.Iterator[_Piece]:
        """The paragraph's text in order, each part with its look."""
        for child in parent:
            if child.tag in LEFT_OUT:
                continue
            if child.tag == f"{W}r":
                if child.find(HIDDEN) is None:
                    text = "".join(_typed(child))
                    yield _Piece(text, self._styles.run(child, look))
            else:
                yield from self._pieces(child, look)

    def _table(self, table: Element, left: int) -> c.Iterator[Line]:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            start = bottom = self._top
            columns: list[list[Line]] = []
            for place, cell in enumerate(_inside(row, f"{W}tc")):
                self._top = start
                columns.append(list(self.blocks(cell, left + place)))
                bottom = max(bottom, self._top)
            self._top = bottom
            yield from itertools.chain.from_iterable(_joined_label(columns))


def _joined_label(columns: list[list[Line]]) -> list[list[Line]]:
    """The columns of a row, a number alone in the first joined to the second's first line."""
    match columns:
        case [[label], [following, *lines], *rest] if belongs_to_next(label.text, following.text):
            joined = dc.replace(following, text=f"{label.text} {following.text}", left=label.left)
            return [[joined, *lines], *rest]
    return columns


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


def _split(pieces: list[_Piece]) -> c.Iterator[list[_Piece]]:
    """The pieces of each line, as manual line breaks divide them."""
    line: list[_Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(_Piece(first, piece.look))
        for text in others:
            yield line
            line = [_Piece(text, piece.look)]
    yield line


def _text(pieces: c.Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)
