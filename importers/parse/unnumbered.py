"""Headings without numbers, told by how they are set, or in plain text by standing alone.

Word says what is a heading; a PDF sets it in bold; a text file leaves an empty line on both sides
of a short line that is no sentence. The labels of the first page ("Närvarande") and of the
signatures ("Vid protokollet") are set in the same way, so they are known by their words.
"""

import collections
import collections.abc as c
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.header_labels import Kind, find_label, find_side
from importers.parse.list_items import BULLET, FINISHED
from importers.parse.paragraphs import Metrics, had_room, join_lines, larger_gap
from importers.parse.signatures import BEGINS
from importers.parse.titles import LONGEST_TITLE, USUAL_TITLES, Heading, tidy, title_goes_on

FRONT: t.Final = frozenset(
    {Kind.PRESENT, Kind.ABSENT, Kind.TIME, Kind.PLACE, Kind.TIME_AND_PLACE, Kind.CHAIR}
)
FRONT_APART: t.Final = 30  # lines between two labels of the first page, at most
SEVERAL: t.Final = 3  # headings of one level
MOSTLY: t.Final = 0.6  # of the lines in bold, and bold says nothing
LONGEST_ALONE: t.Final = 90  # characters of a heading in plain text
# "Inga synpunkter på anteckningarna från i maj.": what a heading heads; but not "Anna Ek, Vision."
PROSE: t.Final = re.compile(r"[A-ZÅÄÖ]\w*(?:\s[a-zåäö]\S*){3}.*[.?!]")
# "Dnr KS 2024/17", "Bilaga 2", "- lokaler": lines that stand alone and head nothing
NO_HEADING: t.Final = re.compile(r"(?:dnr|diarie|bilaga|kopia)\b|[-–•*]", re.IGNORECASE)
# "Ledarna har anmält följande frågor:", "Ombyggnad av förskolan, UN 2024/17"
NO_TITLE: t.Final = re.compile(r":$|\d{4}/\d+")
# "Information enligt MBL § 19": heads the matters of one item, among those to the board
GROUP_OF_MATTERS: t.Final = re.compile(r"\bMBL\b")

IsHeading: t.TypeAlias = c.Callable[[int], bool]


def find_unnumbered(lines: c.Sequence[Line], metrics: Metrics) -> c.Iterator[Heading]:
    """The headings in order, as far as the document's own way of setting them shows."""
    is_heading = _way(lines, metrics)
    i = _end_of_front(lines, is_heading)
    while i < len(lines):
        text = lines[i].text
        if BEGINS.fullmatch(text) and i > len(lines) / 2:
            return  # signatures head nothing
        if not is_heading(i) or not _may_be_title(text):
            i += 1
            continue
        after = i + 1
        while after < len(lines) and title_goes_on(lines[after - 1], lines[after], metrics):
            after += 1
        title = tidy(join_lines(line.text for line in lines[i:after]))
        yield Heading(i, after, None, title, lines[i].page)
        i = after


def _way(lines: c.Sequence[Line], metrics: Metrics) -> IsHeading:
    """How this document sets its headings."""
    if levels := collections.Counter(line.heading for line in lines if line.heading):
        # Word has levels: the uppermost with several headings is that of the items.
        several = [level for level, count in levels.items() if count >= SEVERAL]
        deepest = min(several, default=max(levels))
        return lambda i: 0 < (lines[i].heading or 0) <= deepest
    if 0 < sum(line.bold for line in lines) < MOSTLY * len(lines):
        return lambda i: lines[i].bold
    usual = [
        i
        for i in range(len(lines))
        if USUAL_TITLES.match(lines[i].text) and _stands_alone(lines, i, metrics)
    ]
    return lambda i: bool(usual) and i >= usual[0] and _stands_alone(lines, i, metrics)


def _stands_alone(lines: c.Sequence[Line], i: int, metrics: Metrics) -> bool:
    """Whether there is room above the line, and below it room or the text it heads.

    A usual title needs no room: it is enough that the line above ended what it said, and that
    this one was broken off on purpose.
    """
    line, usual = lines[i], bool(USUAL_TITLES.match(lines[i].text))
    if len(line.text) > LONGEST_ALONE or GROUP_OF_MATTERS.search(line.text):
        return False
    if NO_TITLE.search(line.text) and not usual:
        return False
    above = lines[i - 1] if i else None
    below = lines[i + 1] if i + 1 < len(lines) else None
    apart = above is None or line.whole or larger_gap(above, line, metrics)
    alone = below is None or line.whole or larger_gap(line, below, metrics)
    if usual and not apart and above is not None and below is not None:
        return above.text.endswith(FINISHED) and had_room(line, below, metrics)
    return apart and (alone or usual)


def _may_be_title(text: str) -> bool:
    return (
        len(text) <= LONGEST_TITLE
        and text[:1].isupper()
        and not text.endswith((".", ",", "?", "!", ";"))
        and not NO_HEADING.match(text)
        and not BULLET.match(text)
        and not BEGINS.fullmatch(text)
    )


def _is_front(text: str, *, begun: bool) -> bool:
    """Whether the line is of the first page; "Från facken" may head an item once they began."""
    label = find_label(text)
    return bool(label and label.kind in FRONT) or (not begun and find_side(text) is not None)


def _end_of_front(lines: c.Sequence[Line], is_heading: IsHeading) -> int:
    """Just after the last label of the first page; titles and lists before it head nothing."""
    end, begun = 0, False
    for i, line in enumerate(lines):
        if _is_front(line.text, begun=begun):
            end = i + 1
        elif is_heading(i):
            if USUAL_TITLES.match(line.text):
                break
            begun |= i + 1 < len(lines) and PROSE.fullmatch(lines[i + 1].text) is not None
        if i - end > FRONT_APART:
            break
    return end
