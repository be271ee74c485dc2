"""Glyphs: what pdfminer's interpreter draws, each with its place and font.

pdfminer's own layout analysis makes an object with matrices and boxes for every character, which
is two thirds of its time, and glues a table's cells or splits a letterspaced word by rules that
cannot be told otherwise. This device keeps only what a line of text needs.
"""

import math
import re
import typing as t

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix

from importers.formats.normalise import BULLET, UNKNOWN

FILL_AND_STROKE: t.Final = 2  # text drawn with an outline: how bold is feigned without a bold font
FORCE_BOLD: t.Final = 1 << 18  # of a font descriptor's flags
BOLD_WEIGHT: t.Final = 600

LEANING: t.Final = 10  # degrees

# Codes that WinAnsiEncoding leaves unused are bullets (ISO 32000-1, table D.2, note 3), of which
# pdfminer knows nothing; reportlab writes its bullets so.
UNUSED_CODES: t.Final = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})

SUBSET_PREFIX: t.Final = re.compile(r"^[A-Z]{6}\+")

# "Arial-BoldMT"  "Calibri,Bold"  "SourceSans3-Semibold"  "Inter-BlackItalic"
# but not "BlackadderITC" or "Boldini": families that begin so are not heavy.
BOLD_NAME: t.Final = re.compile(r"(?<=.)(?:(?i:bold)|Demi|(?:Black|Heavy)(?![a-z]))")

# Fonts of pictures: their "§" or "ü" is a square or a tick.
PICTURES: t.Final = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)


class Face(t.NamedTuple):
    """A font as a reader sees it."""

    name: str
    bold: bool
    pictures: bool


class Glyph(t.NamedTuple):
    """One drawn character, in points from the page's lower left corner, along its own baseline."""

    text: str
    x: float
    y: float
    width: float
    size: float
    face: Face
    bold: bool
    turn: int  # degrees anticlockwise from upright


class Drawn(t.NamedTuple):
    """What has been drawn on a page."""

    glyphs: list[Glyph]
    unknown: int  # letters that the file does not name
    pictured: float  # square points covered by pictures


class GlyphDevice(PDFTextDevice):
    """Collects the glyphs of one page after another; `take` empties it."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self._glyphs: list[Glyph] = []
        self._unknown = 0
        self._pictured = 0.0
        self._outlined = False
        self._faces: dict[PDFFont, Face] = {}

    def take(self) -> Drawn:
        """What has been drawn since last time."""
        drawn = Drawn(self._glyphs, self._unknown, self._pictured)
        self._glyphs, self._unknown, self._pictured = [], 0, 0.0
        return drawn

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Notes how much of the page a picture covers: the unit square, as it is placed."""
        if self.ctm is not None:
            a, b, c, d, _, _ = self.ctm
            self._pictured += abs(a * d - b * c)

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Notes how the text is painted, which `render_char` is not told."""
        self._outlined = textstate.render == FILL_AND_STROKE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Keeps one glyph; returns how far the pen moves."""
        advance = font.char_width(cid) * fontsize * scaling
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            unused = isinstance(font, PDFSimpleFont) and cid in UNUSED_CODES
            self._unknown += not unused
            text = BULLET if unused else UNKNOWN
        a, b, c, d, e, f = matrix
        face = self._faces.get(font) or self._faces.setdefault(font, face_of(font))
        self._glyphs.append(
            Glyph(
                text=BULLET if face.pictures and not text.isspace() else text,
                x=e + rise * c,
                y=f + rise * d,
                width=abs(advance) * (a * a + b * b) ** 0.5,
                size=round(abs(fontsize) * (c * c + d * d) ** 0.5, 2),
                face=face,
                bold=face.bold or self._outlined,
                turn=_turn(a, b) if fontsize > 0 else (_turn(a, b) + 180) % 360,
            )
        )
        return advance


def face_of(font: PDFFont) -> Face:
    """The font's name without its subset prefix, and whether it is bold."""
    name = SUBSET_PREFIX.sub("", _text(font.fontname))
    weight = font.descriptor.get("FontWeight")
    heavy = isinstance(weight, int | float) and weight >= BOLD_WEIGHT
    bold = heavy or bool(font.flags & FORCE_BOLD) or bool(BOLD_NAME.search(name))
    return Face(name, bold, bool(PICTURES.search(name)))


def _text(name: object) -> str:
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)


def _turn(a: float, b: float) -> int:
    """The direction of writing; what leans only a little, as scans do, counts as straight."""
    if b == 0 and a > 0:
        return 0
    degrees = round(math.degrees(math.atan2(b, a)))
    quarter = round(degrees / 90) * 90
    return (quarter if abs(degrees - quarter) <= LEANING else degrees) % 360
