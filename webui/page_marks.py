"""Where on the paper a stretch of a page's running text stands, to be marked there."""

import bisect
import collections.abc as c
import itertools
import operator
import typing as t

from archive.model import Span
from archive.pages import PageWords, WordBox
from webui.page_text import RunningText

# How broad letters are beside each other, so that a part of a word is found in its box. Within
# half a point of the right place in the faces offices use; letters all alike, three times as far.
NARROW: t.Final = dict.fromkeys("iIljt.,:;'|!’()-–/fr[] ", 0.55)
BROAD: t.Final = dict.fromkeys("mwMW@%—", 1.55)
BREADTH: t.Final[c.Mapping[str, float]] = NARROW | BROAD
CAPITAL: t.Final = 1.3

# A word as broad as some letters and yet so much higher than broad runs up or down the page.
SOME: t.Final = 3.0
UPRIGHT: t.Final = 1.2

WIDEST_GAP: t.Final = 2.0  # times a line's height, between two words that are marked as one


class Box(t.NamedTuple):
    """A place on a page, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float


def boxes(page: PageWords, running: RunningText, span: Span) -> tuple[Box, ...]:
    """The places, all on the page, of a stretch of its running text: one for each word in it.

    Of a word that it only has a part of, that part's; with the gap to the next where it goes on.
    """
    found: list[Box] = []
    first = bisect.bisect_right(running.pieces, span.start, key=operator.attrgetter("end"))
    for piece in itertools.islice(running.pieces, first, None):
        if piece.start >= span.end:
            break
        word = page.words[piece.word]
        goes_on = span.end > piece.end
        left, right = _extent(
            word,
            max(span.start - piece.start, 0),
            len(word.text) if goes_on else span.end - piece.start,
        )
        following = piece.word + 1
        if following < len(running.pieces) and span.end > running.pieces[following].start:
            right = _bridged(word, page.words[following], right)
        if box := _on_page(page, left, word.top, right, word.bottom):
            found.append(box)
    return tuple(found)


def _extent(word: WordBox, start: int, end: int) -> tuple[float, float]:
    """The left and right of some letters of a word; of all where it runs up or down."""
    ends = list(itertools.accumulate(map(_breadth, word.text), initial=0.0))
    whole, breadth = ends[-1], word.right - word.left
    if not whole or (whole >= SOME and word.bottom - word.top > UPRIGHT * breadth):
        return word.left, word.right
    return word.left + breadth * ends[start] / whole, word.left + breadth * ends[end] / whole


def _breadth(letter: str) -> float:
    return BREADTH.get(letter) or (CAPITAL if letter.isupper() else 1.0)


def _bridged(word: WordBox, following: WordBox, right: float) -> float:
    """Where a mark that goes on to the next word ends: there, if that stands close by."""
    middle = (following.top + following.bottom) / 2
    gap = following.left - word.right
    close = 0 < gap < WIDEST_GAP * (word.bottom - word.top)
    return following.left if close and word.top < middle < word.bottom else right


def _on_page(page: PageWords, left: float, top: float, right: float, bottom: float) -> Box | None:
    left, right = max(0.0, left), min(page.width, right)
    top, bottom = max(0.0, top), min(page.height, bottom)
    return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None
