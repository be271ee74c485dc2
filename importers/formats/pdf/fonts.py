"""Fonts as a reader sees them, and what a string drawn in one shows.

pdfminer knows the formats; here every code's letter and width is looked up once, and a string is
taken as words.
"""

import itertools
import re
import typing as t

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdfexceptions import PDFValueError
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from importers.formats.normalise import BULLET, UNKNOWN
from importers.formats.pdf.runs import BLANK
from importers.formats.pdf.streams import TooMuch
from importers.formats.pdf.to_unicode import letters_by_code

FORCE_BOLD: t.Final = 1 << 18  # of a font descriptor's flags
BOLD_WEIGHT: t.Final = 600

# Codes that WinAnsiEncoding leaves unused are bullets (ISO 32000-1, table D.2, note 3), of which
# pdfminer knows nothing; reportlab writes its bullets so.
UNUSED_CODES: t.Final = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})

SUBSET_PREFIX: t.Final = re.compile(r"^[A-Z]{6}\+")

# "Arial-BoldMT"  "Calibri,Bold"  "SourceSans3-Semibold"  "Inter-BlackItalic"
# but not "BlackadderITC" or "Boldini": families that begin so are not heavy.
BOLD_NAME: t.Final = re.compile(r"(?<=.)(?:(?i:bold)|Demi|(?:Black|Heavy)(?![a-z]))")

# Fonts of pictures: their "§" or "ü" is a square or a tick.
PICTURES: t.Final = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)

WORD: t.Final = re.compile(r"\S+")
EMPTY: t.Final = PDFStream({}, b"")

USUAL_WIDTH: t.Final = 0.5  # in type sizes, where a font says no widths at all
BULLET_WIDTH: t.Final = 0.35  # of one without a code of its own
HIGHEST_CODE: t.Final = 0xFFFF  # of a font's characters
MOST_IN_A_STRING: t.Final = 100_000  # bytes; the format's own limit was once 32,767
KEPT_STRINGS: t.Final = 2_000


class Word(t.NamedTuple):
    """A word within a string."""

    text: str
    first: int  # the place of its first character
    after: int  # and of the one after its last
    spaced: bool  # a space is drawn before it


class Shown(t.NamedTuple):
    """What a string shows."""

    words: tuple[Word, ...]
    ends: tuple[float, ...]  # how far the pen has come after each character, in type sizes
    blank_after: bool  # the string ends with a space
    unknown: int  # letters that the file does not name


class Typeface:
    """A font as a reader sees it."""

    def __init__(self, font: PDFFont) -> None:
        self.name = SUBSET_PREFIX.sub("", _text(font.fontname))
        weight = font.descriptor.get("FontWeight")
        heavy = isinstance(weight, int | float) and weight >= BOLD_WEIGHT
        named_bold = bool(BOLD_NAME.search(self.name))
        self.bold = heavy or bool(font.flags & FORCE_BOLD) or named_bold
        self.vertical = font.is_vertical()
        self.single_bytes = not font.is_multibyte()
        self._font = font
        self._letters = _Letters(font, bool(PICTURES.search(self.name)))
        self._shown: dict[bytes, Shown] = {}

    def shown(self, string: bytes) -> Shown:
        """The words of a string. Raises TooMuch where it is longer than any text."""
        known = self._shown.get(string)
        if known is None:
            if len(string) > MOST_IN_A_STRING:
                raise TooMuch(f"a string of {len(string)} bytes")
            if len(self._shown) >= KEPT_STRINGS:
                self._shown.clear()
            known = self._shown[string] = self._read(string)
        return known

    def characters(self, string: bytes) -> list[bytes]:
        """The string, a character at a time."""
        width = 1 if self.single_bytes else 2
        return [string[place : place + width] for place in range(0, len(string), width)]

    def _read(self, string: bytes) -> Shown:
        codes = self._font.decode(string)
        characters = [self._letters[code] for code in codes]
        if not characters:  # empty, or in an encoding that pdfminer does not know
            return Shown((), (), False, len(string))
        letters, widths = zip(*characters, strict=True)
        text = "".join(letters)
        if len(text) == len(letters):
            words = tuple(
                Word(m[0], m.start(), m.end(), m.start() > 0) for m in WORD.finditer(text)
            )
        else:
            words = tuple(_words(letters))
        ends = tuple(itertools.accumulate(widths))
        return Shown(words, ends, text[-1:].isspace(), text.count(UNKNOWN))


class Fonts(PDFResourceManager):
    """The fonts of one file, each made once."""

    def __init__(self) -> None:
        super().__init__()
        self._typefaces: dict[PDFFont, Typeface] = {}

    def typeface(self, number: object, spec: t.Mapping[str, t.Any]) -> Typeface:
        """The font of a specification, known by its object's number where it has one."""
        font = self.get_font(number, spec)
        return self._typefaces.get(font) or self._typefaces.setdefault(font, Typeface(font))

    def get_font(self, objid: object, spec: t.Mapping[str, t.Any]) -> PDFFont:
        """As pdfminer's, with the table of letters read by us, and widths within bounds."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        table = resolve1(spec.get("ToUnicode"))
        _check_widths(spec)
        if not isinstance(table, PDFStream):
            return super().get_font(objid, spec)
        without = {**spec, "ToUnicode": EMPTY}
        descriptor = resolve1(spec.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            # The font's own program would only be asked for its letters.
            programless = {k: v for k, v in descriptor.items() if k != "FontFile2"}
            without["FontDescriptor"] = programless
        font = super().get_font(objid, without)
        if table is not EMPTY and isinstance(font, PDFSimpleFont | PDFCIDFont):
            font.unicode_map = FileUnicodeMap()
            font.unicode_map.cid2unichr = letters_by_code(table.get_data())
        return font


class _Letters(dict[int, tuple[str, float]]):
    """The letter and the width, in type sizes, of each code that has been asked for."""

    def __init__(self, font: PDFFont, pictures: bool) -> None:
        super().__init__()
        self._font = font
        self._pictures = pictures
        measured = font.default_width or any(font.widths.values())
        self._width = None if measured else USUAL_WIDTH

    def __missing__(self, code: int) -> tuple[str, float]:
        try:
            text = self._font.to_unichr(code)
        except PDFUnicodeNotDefined:
            unused = isinstance(self._font, PDFSimpleFont) and code in UNUSED_CODES
            text = BULLET if unused else UNKNOWN
        if self._pictures and text.strip():
            text = BULLET
        width = self._font.char_width(code) if self._width is None else self._width
        if text == BULLET and not width:
            width = BULLET_WIDTH
        found = self[code] = text, width
        return found


def _words(letters: t.Sequence[str]) -> t.Iterator[Word]:
    """Words where a character can stand for several letters, or for none."""
    start: int | None = None
    spaced = False
    for place, letter in enumerate([*letters, BLANK]):
        if letter.isspace():
            if start is not None:
                yield Word("".join(letters[start:place]), start, place, spaced)
            start, spaced = None, True
        elif start is None and letter:
            start = place


def _check_widths(spec: t.Mapping[str, t.Any]) -> None:
    """Raises PDFValueError where a range of widths is longer than any font."""
    for key in ("W", "W2"):
        widths = resolve1(spec.get(key))
        if isinstance(widths, list):
            for number in map(resolve1, widths):
                if isinstance(number, int | float) and number > HIGHEST_CODE:
                    raise PDFValueError(f"width of character {number}")


def _text(name: object) -> str:
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)
