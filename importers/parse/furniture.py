"""Page furniture: headers, footers and page numbers, told from the text by recurrence and place.

What stands at the same height on most pages, in the outer part of the page, and differs only in
digits, is furniture ("Sida 2 (5)", "stockholm.se", "Tjänsteställe Utskriftsdatum"). Plain text has
no heights: there the lines beside page numbers or page breaks are compared instead. Furniture is
kept apart, not thrown away, since a page header often names the förvaltning.
"""

import collections
import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Document, Line

OUTER: t.Final = 0.14  # of the page's height, at the top and at the bottom
SHARE: t.Final = 0.5  # of the pages on which a line must recur
# A letterhead of several lines reaches further in, where text may stand too.
DEEPER: t.Final = 0.2
NEARLY_ALL: t.Final = 0.8
REACH: t.Final = 4  # lines from a page break in which plain text has its furniture

# "Sida 2 (5)" "Sida 2 av 5" "sid 2/5" "2 (5)" "- 2 -"; but not "2 av 5 tjänster"
PAGE_NUMBER: t.Final = re.compile(
    r"(?:(?:sida|sidan|sid\.?|page)\s*\d+(?:\s*(?:\(|av|/|of)\s*\d+\s*\)?)?"
    r"|\d+\s*(?:\(\d+\)|/\s?\d+)"
    r"|[-–]\s*\d+\s*[-–])",
    re.IGNORECASE,
)
DIGITS: t.Final = re.compile(r"\d+")


@dc.dataclass(frozen=True, slots=True)
class Split:
    """The document's lines, the text apart from the furniture."""

    body: tuple[Line, ...]
    furniture: tuple[Line, ...]


def split_furniture(document: Document) -> Split:
    """Tell the text from what recurs on every page; every line is in one of the two."""
    if document.page_height and document.page_count:
        found = _by_place(document.lines, document.page_count, document.page_height)
    else:
        found = _by_neighbours(document.lines)
    marked = {id(line) for line in found}
    body = tuple(line for line in document.lines if id(line) not in marked and not line.furniture)
    apart = tuple(line for line in document.lines if id(line) in marked or line.furniture)
    return Split(body, apart)


def _folded(line: Line) -> str:
    return DIGITS.sub("#", line.text.casefold())


def _by_place(lines: c.Sequence[Line], pages: int, height: float) -> list[Line]:
    """Lines in the outer zone that recur at one height, and lone page numbers there."""
    outer = [ln for ln in lines if not height * DEEPER <= ln.top <= height * (1 - DEEPER)]
    seen: dict[tuple[str, int], set[int | None]] = collections.defaultdict(set)
    for line in outer:
        for slot in _slots(line):
            seen[_folded(line), slot].add(line.page)

    def recurs(line: Line) -> bool:
        edge = not height * OUTER <= line.top <= height * (1 - OUTER)
        if edge and PAGE_NUMBER.fullmatch(line.text):
            return True
        needed = max(2, round(pages * SHARE)) if edge else max(4, round(pages * NEARLY_ALL))
        return max(len(seen[_folded(line), slot]) for slot in _slots(line)) >= needed

    return [line for line in outer if recurs(line)]


def _slots(line: Line) -> tuple[int, int]:
    """Two overlapping height classes, so that a point's difference never parts two lines."""
    return int(line.top // 6), -int((line.top + 3) // 6) - 1


def _by_neighbours(lines: c.Sequence[Line]) -> list[Line]:
    """In text without heights: page numbers, and what recurs beside them or beside page breaks."""
    edges = {i for i, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.text)}
    breaks = {i for i in range(1, len(lines)) if lines[i].page != lines[i - 1].page}
    near: dict[int, int] = {}  # line -> the edge it is nearest
    for edge in sorted(edges | breaks):
        for i in range(max(0, edge - REACH), min(len(lines), edge + REACH + 1)):
            near[i] = min(near.get(i, edge), edge, key=lambda place: abs(place - i))
    places: dict[str, set[int]] = collections.defaultdict(set)
    for i, edge in near.items():
        places[_folded(lines[i])].add(edge)
    needed = max(2, round(len(edges | breaks) * SHARE))
    return [
        line
        for i, line in enumerate(lines)
        if i in edges or (i in near and _recurs(line, len(places[_folded(line)]) >= needed))
    ]


def _recurs(line: Line, often: bool) -> bool:
    """Whether a line beside an edge is furniture; a bare number only where it counts the pages."""
    if any(letter.isalpha() for letter in line.text):
        return often
    return often and DIGITS.findall(line.text)[:1] == [str(line.page)]
