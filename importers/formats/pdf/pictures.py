"""Pages whose text is in a picture, or in letters that the file does not name: scans, mostly.

A scanner draws nothing but a picture, a registry adds page numbers and diarienummer in its margins
and a stamp aslant. A cover has a picture too, and text upon it; a page with a logotype has only a
small one, and an empty page none.
"""

import collections.abc as c
import typing as t

from importers.formats.lines import Line
from importers.formats.pdf.drawing import Drawn
from importers.formats.pdf.sheet import Sheet

LEAST_LETTERS: t.Final = 10  # fewer: a page number, "forts."

# Shares of the page.
LEAST_PICTURE: t.Final = 0.1  # more than a logotype or a coat of arms
WHOLE_PICTURE: t.Final = 0.5  # a sheet of paper
MARGIN: t.Final = 0.12  # above, and below


def is_letterless(drawn: Drawn, lines: c.Iterable[Line]) -> bool:
    """Whether the page says hardly anything, or says it in letters that the file does not name."""
    letters = _letters(lines)
    return letters < LEAST_LETTERS or drawn.unknown > letters


def is_picture(drawn: Drawn, lines: c.Sequence[Line], sheet: Sheet) -> bool:
    """Whether there is more to be read on the page than in its lines."""
    area = sheet.width * sheet.height
    if drawn.unknown > max(_letters(lines), LEAST_LETTERS):
        return True
    if drawn.pictured > WHOLE_PICTURE * area:
        return _letters(line for line in lines if _in_body(line, sheet)) < LEAST_LETTERS
    return drawn.pictured > LEAST_PICTURE * area and is_letterless(drawn, lines)


def _letters(lines: c.Iterable[Line]) -> int:
    return sum(sum(map(str.isalnum, line.text)) for line in lines)


def _in_body(line: Line, sheet: Sheet) -> bool:
    """Whether the line is neither aslant nor in the margins, where scans are given numbers."""
    margin = MARGIN * sheet.height
    return not line.furniture and margin <= line.top <= sheet.height - margin
