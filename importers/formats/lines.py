"""What every format is turned into: printed lines with their place and type.

The parser sees nothing else, so that it need not know whether a line came from a PDF, a Word
file or plain text. Positions are points from the page's top left corner; a format without pages
gives `page` None and counts `top` in lines and `left` in characters (text) or columns (Word)
instead: a larger gap is a larger gap everywhere.

Cells that stand beside each other (a table's row, "namn <tab> roll", an attendance list in two
columns) are lines with the same `top` and `page` and rising `left`, row by row; but a table cell
of many paragraphs in Word, and a page of prose set in columns, are read to their end before `top`
goes back up for the next column. A number or bullet alone in its column is joined to its text.
"""

import dataclasses as dc

from archive.pages import PageWords


@dc.dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str  # NFC, no soft hyphens, no ligatures, single spaces, no spaces at the ends
    page: int | None = None  # from 1
    left: float = 0.0
    top: float = 0.0  # from the page's top; without pages, from the document's
    right: float | None = None  # None where the format has no widths
    height: float = 1.0  # in the unit of `top`; in a PDF `top + height` is the baseline
    font: str | None = None
    size: float | None = None
    bold: bool = False
    heading: int | None = None  # level, where the format itself says heading (Word styles)
    number: str | None = None  # an automatic list number that is not in the text: "3.", "§ 3"
    whole: bool = False  # the line is a whole paragraph (Word), never a wrapped part of one
    # The format itself says so: page header or footer (Word), text set on its side (PDF).
    furniture: bool = False


@dc.dataclass(frozen=True, slots=True)
class Document:
    """A file's lines in reading order."""

    lines: tuple[Line, ...]
    media_type: str
    page_count: int | None = None
    page_height: float | None = None  # points; None without pages
    pages: tuple[PageWords, ...] = ()  # where the words stand, for a format with pages
    machine_read: tuple[int, ...] = ()  # pages whose text was read from a picture
    confidence: float | None = None  # 0–1, the mean of the words read so
    without_text: tuple[int, ...] = ()  # pages that are pictures and could not be read
