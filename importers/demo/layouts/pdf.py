"""Blocks as a PDF, by reportlab: always the same bytes for the same blocks."""

import collections.abc as c
import functools
import html
import io
import typing as t

from archive.errors import MissingExtra
from importers.demo.layouts.blocks import Block, Furniture, Look
from importers.demo.layouts.hyphens import soften

try:
    from reportlab.lib import colors, enums, pagesizes, styles, units
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table
except ImportError as err:  # only the demo needs it
    raise MissingExtra("demo") from err

SANS: t.Final = ("Helvetica", "Helvetica-Bold")
SERIF: t.Final = ("Times-Roman", "Times-Bold")
MARGIN: t.Final = 2.5 * units.cm


def write_pdf(
    furniture: Furniture, blocks: c.Iterable[Block], *, serif: bool, hyphenate: bool, title: str
) -> bytes:
    """The file's bytes."""
    sheet = _sheet(*(SERIF if serif else SANS))
    content = io.BytesIO()
    document = SimpleDocTemplate(
        content,
        pagesize=pagesizes.A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=title,
        author="Exempelprotokoll, påhittat innehåll",
        invariant=1,
    )
    flowables = [_flowable(block, sheet, hyphenate) for block in blocks]
    document.build(flowables, canvasmaker=functools.partial(_Numbered, furniture, sheet))
    return content.getvalue()


class _Numbered(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that waits with the furniture until it knows how many pages there are."""

    def __init__(
        self, furniture: Furniture, sheet: dict[Look, t.Any], *args: t.Any, **kwargs: t.Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._furniture, self._font = furniture, sheet[Look.BODY].fontName
        self._waiting: list[dict[str, t.Any]] = []

    def showPage(self) -> None:
        """Keep the page back."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its header and footer."""
        for number, page in enumerate(self._waiting, start=1):
            self.__dict__.update(page)
            self._furnish(number, len(self._waiting))
            super().showPage()
        super().save()

    def _furnish(self, page: int, pages: int) -> None:
        width, height = pagesizes.A4
        self.setFont(self._font, 9)
        self.drawString(MARGIN, height - 1.4 * units.cm, self._furniture.header)
        footer = self._furniture.footer.format(page=page, pages=pages)
        self.drawRightString(width - MARGIN, 1.3 * units.cm, footer)


def _flowable(block: Block, sheet: dict[Look, t.Any], hyphenate: bool) -> Flowable:
    match block.look:
        case Look.GAP:
            return Spacer(1, 1 * units.cm)
        case Look.TABLE:
            cell = sheet[Look.LINE]
            rows = [[Paragraph(html.escape(text), cell) for text in row] for row in block.rows]
            lines = ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)
            return Table(rows, style=[lines, ("VALIGN", (0, 0), (-1, -1), "TOP")], hAlign="LEFT")
        case _:
            text = f"{block.label} {block.text}".strip()
            softened = soften(text) if hyphenate and block.look is Look.BODY else text
            return Paragraph(html.escape(softened, quote=False), sheet[block.look])


def _sheet(plain: str, bold: str) -> dict[Look, t.Any]:
    body = styles.ParagraphStyle(
        "body",
        fontName=plain,
        fontSize=11,
        leading=14,
        spaceAfter=7,
        alignment=enums.TA_LEFT,
        embeddedHyphenation=1,
        uriWasteReduce=0,
    )
    derive = functools.partial(styles.ParagraphStyle, parent=body)
    heading = derive("heading", fontName=bold, spaceBefore=9, spaceAfter=4, keepWithNext=1)
    return {
        Look.TITLE: derive("title", fontName=bold, fontSize=16, leading=20, spaceAfter=12),
        Look.HEADING: heading,
        Look.SUBHEAD: derive("subhead", fontName=bold, fontSize=10, spaceAfter=2, keepWithNext=1),
        Look.LABEL: derive("label", fontName=bold, spaceBefore=8, spaceAfter=2, keepWithNext=1),
        Look.LINE: derive("line", spaceAfter=1),
        Look.BODY: body,
        Look.BULLET: derive("bullet", leftIndent=14, firstLineIndent=-10),
    }
