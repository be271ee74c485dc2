"""Web pages (.html): saved from an intranet, or exported from Word and LibreOffice.

A page says what it shows and what stands around it: menus, and headers and footers of the page
itself, are furniture; scripts, styles and hidden elements are not shown, nor is what was deleted.
Lists are numbered as a browser would. Of looks only what stands on an element itself counts, not
the page's style sheets.

The parser tells of elements as they begin and end, and builds no tree: a page may be nested as
deep as anyone likes. Nothing is ever fetched.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from lxml import etree  # type: ignore[import-untyped]

from archive.errors import SetAside, UnreadableFile
from archive.media_types import HTML
from importers.formats.encodings import decode
from importers.formats.flow import Flow, Piece
from importers.formats.lines import Document
from importers.formats.list_numbers import written
from importers.formats.normalise import BULLET

# charset="iso-8859-1"  charset=windows-1252  <?xml version="1.0" encoding="UTF-8"?>
CHARSET: t.Final = re.compile(rb"<[^>]*(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
CHARSET_WITHIN: t.Final = 4096


def _named(tags: str) -> frozenset[str]:
    return frozenset(tags.split())


HEADINGS: t.Final = {f"h{level}": level for level in range(1, 7)}
BLOCKS: t.Final = _named(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol"
    " option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
    " h1 h2 h3 h4 h5 h6"
)
UNSEEN: t.Final = _named(
    "audio canvas datalist del head iframe noframes noscript object rp script style svg template"
    " title video"
)
FURNITURE: t.Final = _named("aside button nav search select textarea")
FURNITURE_ROLES: t.Final = _named("banner complementary contentinfo navigation search")
# As Word and LibreOffice mark them.
FURNITURE_CLASSES: t.Final = frozenset({"msoheader", "msofooter"})
FURNITURE_TITLES: t.Final = frozenset({"header", "footer"})
PAGE_EDGES: t.Final = frozenset({"header", "footer"})  # of the page, outside these:
CONTENTS: t.Final = frozenset({"main", "article", "section"})
BOLD: t.Final = frozenset({"b", "strong", "th", *HEADINGS})
BULLETED: t.Final = frozenset({"ul", "menu", "dir"})

HIDDEN_STYLE: t.Final = re.compile(r"display:none|visibility:hidden|mso-hide:all")
WEIGHT: t.Final = re.compile(r"(?:^|;)font-weight:(\w+)")
SIZE: t.Final = re.compile(r"(?:^|;)font-size:(\d{1,3}(?:\.\d{1,9})?)(pt|px)")
MARKER: t.Final = re.compile(r"(?:^|;)list-style(?:-type)?:([\w-]+)")
TAB_STYLE: t.Final = "mso-tab-count"
POINTS: t.Final = {"pt": 1.0, "px": 0.75}
HEAVY: t.Final = 600

# How a list is numbered: by its `type`, or by its style.
TYPES: t.Final = frozenset("1aAiI")
MARKERS: t.Final = {
    "none": None,
    "disc": BULLET,
    "circle": BULLET,
    "square": BULLET,
    "decimal": "1",
    "decimal-leading-zero": "01",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}

SPACES: t.Final = re.compile(r"[ \t\n\r\f]+")  # not the hard space


def read_html(content: bytes, filename: str) -> Document:
    """The lines of a web page. Raises UnreadableFile where it holds no markup and no text."""
    stated = CHARSET.search(content[:CHARSET_WITHIN])
    text = decode(content, stated[1].decode("ascii") if stated else None).replace("\0", "")
    parser = etree.HTMLParser(target=_Page(), encoding="utf-8", huge_tree=True)
    try:
        flow: Flow = etree.fromstring(text.encode(errors="replace"), parser)
    except etree.XMLSyntaxError as err:
        raise UnreadableFile(filename, SetAside.BROKEN, str(err)) from err
    return Document(tuple(flow.lines), HTML)


@dc.dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun and not ended, with what it has from those around it."""

    tag: str = ""
    unseen: bool = False
    furniture: bool = False
    content: bool = False  # inside <main>, <article> or <section>
    preformatted: bool = False
    bold: bool = False
    size: float | None = None
    heading: int | None = None


@dc.dataclass(slots=True)
class _List:
    """A list that is being read."""

    marker: str | None  # "1", "a", "•"
    number: int
    step: int = 1


class _Page:
    """Hears of elements and text in the page's order, and turns them into paragraphs and rows."""

    def __init__(self) -> None:
        self._flow = Flow()
        self._open = [_Open()]
        self._lists: list[_List] = []
        self._tables: list[bool] = []  # whether a row has begun in each
        self._pieces: list[Piece] = []
        self._spaced = True  # whether the last thing written was a space
        self._label: str | None = None

    def start(self, tag: str, attributes: c.Mapping[str, str]) -> None:
        """An element begins."""
        if tag in BLOCKS:
            self._end_paragraph()
        element = _inside(self._open[-1], tag, attributes)
        self._open.append(element)
        self._flow.furniture = element.furniture
        if not element.unseen:
            self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._open[-1].tag == tag:  # as the parser sees to
            self._close()

    def data(self, text: str) -> None:
        """Text, perhaps in several parts."""
        if self._open[-1].unseen:
            return
        if self._open[-1].preformatted:
            self._write(text.replace("\r\n", "\n"))
            return
        text = SPACES.sub(" ", text)
        if self._spaced:
            text = text.removeprefix(" ")
        if text:
            self._write(text)

    def comment(self, text: str) -> None:
        """Comments are not shown."""

    def close(self) -> Flow:
        """The whole page."""
        while len(self._open) > 1:
            self._close()
        self._end_paragraph()
        return self._flow

    def _begin(self, tag: str, attributes: c.Mapping[str, str]) -> None:
        match tag:
            case "br":
                self._write("\n")
            case "hr":
                self._flow.paragraph(())
            case "q":
                self._write("”")
            case "ol":
                self._lists.append(_numbered(attributes))
            case _ if tag in BULLETED:
                self._lists.append(_List(_marker(attributes, BULLET), 1))
            case "li":
                self._label = self._next_label(attributes)
            case "table":
                self._tables.append(False)
            case "tr":
                self._end_row()
                self._begin_row()
            case "td" | "th" if self._tables:
                self._begin_row()
                self._flow.begin_cell()
        if TAB_STYLE in attributes.get("style", ""):
            self._write("\t")

    def _close(self) -> None:
        element = self._open[-1]
        if element.tag in BLOCKS:
            self._end_paragraph()
        self._open.pop()
        self._flow.furniture = self._open[-1].furniture
        if element.unseen:
            return
        match element.tag:
            case "q":
                self._write("”")
            case "li":
                self._label = None
            case "tr":
                self._end_row()
            case "table" if self._tables:
                self._end_row()
                self._tables.pop()
            case tag if (tag == "ol" or tag in BULLETED) and self._lists:
                self._lists.pop()

    def _begin_row(self) -> None:
        if self._tables and not self._tables[-1]:
            self._flow.begin_row()
            self._tables[-1] = True

    def _end_row(self) -> None:
        if self._tables and self._tables[-1]:
            self._flow.end_row()
            self._tables[-1] = False

    def _write(self, text: str) -> None:
        element = self._open[-1]
        self._pieces.append(Piece(text, element.bold, element.size))
        self._spaced = text.endswith((" ", "\n", "\t"))

    def _end_paragraph(self) -> None:
        if self._pieces:
            shown = any(piece.text.strip() for piece in self._pieces)
            label = self._label if shown else None
            self._flow.paragraph(self._pieces, heading=self._open[-1].heading, label=label)
            self._label = None if shown else self._label
            self._pieces = []
        self._spaced = True

    def _next_label(self, attributes: c.Mapping[str, str]) -> str | None:
        """What a browser writes before the next item of the innermost list."""
        if not self._lists:
            return BULLET
        place = self._lists[-1]
        number = _whole(attributes.get("value"), place.number)
        place.number = number + place.step
        marker = _marker(attributes, place.marker)
        return marker if marker in {None, BULLET} else f"{written(number, marker or '')}."


def _inside(around: _Open, tag: str, attributes: c.Mapping[str, str]) -> _Open:
    style = attributes.get("style", "").lower().replace(" ", "")
    role = attributes.get("role", "")
    unseen = (
        around.unseen
        or tag in UNSEEN
        or "hidden" in attributes
        or (tag == "dialog" and "open" not in attributes)
        or HIDDEN_STYLE.search(style) is not None
    )
    furniture = (
        around.furniture
        or tag in FURNITURE
        or (tag in PAGE_EDGES and not around.content)
        or role in FURNITURE_ROLES
        or attributes.get("class", "").lower() in FURNITURE_CLASSES
        or (tag == "div" and attributes.get("title") in FURNITURE_TITLES)
    )
    size = SIZE.search(style)
    heading = HEADINGS.get(tag, around.heading)
    if role == "heading":
        heading = _whole(attributes.get("aria-level"), 2)
    return _Open(
        tag=tag,
        unseen=unseen,
        furniture=furniture,
        content=around.content or tag in CONTENTS,
        preformatted=around.preformatted or tag in {"pre", "textarea"},
        bold=_weight(style, around.bold or tag in BOLD),
        size=float(size[1]) * POINTS[size[2]] if size else around.size,
        heading=heading,
    )


def _weight(style: str, bold: bool) -> bool:
    found = WEIGHT.search(style)
    if not found:
        return bold
    weight = found[1]
    return int(weight) >= HEAVY if weight.isdecimal() else weight in {"bold", "bolder"}


def _numbered(attributes: c.Mapping[str, str]) -> _List:
    """A list of numbers; one that counts down says where it starts, or is taken to count up."""
    start = attributes.get("start")
    step = -1 if "reversed" in attributes and start is not None else 1
    return _List(_marker(attributes, "1"), _whole(start, 1), step)


def _marker(attributes: c.Mapping[str, str], given: str | None) -> str | None:
    """How an item is marked, by its own style or type or as it is given."""
    found = MARKER.search(attributes.get("style", "").lower().replace(" ", ""))
    if found and found[1] in MARKERS:
        return MARKERS[found[1]]
    own = attributes.get("type", "")
    return own if own in TYPES and own else given


def _whole(text: str | None, otherwise: int) -> int:
    """The number, where it is one that a list could reach."""
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(found[1]) if found else otherwise
