"""A printed page's words as the lines they stand on, and which of the lines were ended on purpose.

A line that was ended although the next word would have had room is a line of its own: a heading, a
name in a list of those present, the end of a paragraph. So is one with a larger step to the next.
"""

import collections.abc as c
import itertools
import statistics
import typing as t

from archive.pages import WordBox
from webui.page_text import is_below, is_turned, usual_step

# A header and a footer may reach further out than the text between them, where there is some.
BESIDE: t.Final = 2
AMONG: t.Final = 8  # lines for each of them
LARGER: t.Final = 1.25  # times the usual step from line to line: a row of a list, a heading
SPACE: t.Final = 0.4  # times a line's height: a space and what a line may be off, or more


class Line(t.NamedTuple):
    """A printed line, as the numbers of its first word and of the one after its last."""

    first: int
    end: int
    is_ended: bool = False  # on purpose
    size: float = 0.0  # of its letters; 0 where nothing is known


def lines(words: c.Sequence[WordBox]) -> tuple[Line, ...]:
    """The lines of a page in reading order; a page that lies on its side is a single one."""
    if not words or is_turned(words):
        return (Line(0, len(words)),) if words else ()
    found: list[Line] = []
    step = usual_step(words)
    for column in _columns(words):
        edge = _edge(words, column)
        for line, following in itertools.zip_longest(column, column[1:]):
            ended = (
                following is None
                or _had_room(words, line, following, edge)
                or _bottom(words, following) - _bottom(words, line) > LARGER * step
            )
            found.append(line._replace(is_ended=ended, size=_size(words, line)))
    return tuple(found)


def usual_size(found: c.Iterable[Line]) -> float:
    """How large the letters of most lines are."""
    return statistics.median_low([line.size for line in found if line.size] or [0.0])


def _columns(words: c.Sequence[WordBox]) -> list[list[Line]]:
    """The lines, anew wherever reading goes on higher up than it was."""
    columns: list[list[Line]] = [[]]
    first = 0
    for place in range(1, len(words) + 1):
        before, word = words[place - 1], words[place] if place < len(words) else None
        up = word is not None and word.bottom <= before.top
        if word is None or up or is_below(before, word):
            columns[-1].append(Line(first, place))
            first = place
        if up:
            columns.append([])
    return columns


def _edge(words: c.Sequence[WordBox], column: c.Sequence[Line]) -> float:
    """How far to the right a column's lines reach, but for a few."""
    rights = sorted(words[line.end - 1].right for line in column)
    return rights[-1 - min(BESIDE, len(rights) // AMONG)]


def _had_room(words: c.Sequence[WordBox], line: Line, following: Line, edge: float) -> bool:
    last, word = words[line.end - 1], words[following.first]
    space = SPACE * (last.bottom - last.top)
    return last.right + space + (word.right - word.left) < edge


def _bottom(words: c.Sequence[WordBox], line: Line) -> float:
    return max(word.bottom for word in words[line.first : line.end])


def _size(words: c.Sequence[WordBox], line: Line) -> float:
    """How high the highest box of a word is, which on a scanned page its letters decide."""
    within = words[line.first : line.end]
    return max((it.bottom - it.top for it in within if any(map(str.isalpha, it.text))), default=0.0)
