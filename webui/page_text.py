"""A printed page's words as one running text, in which a search finds what it finds in any other.

Words divided at a line's end are whole again. Which printed word each letter belongs to is kept, so
that what is found can be shown on the paper; where the gaps between lines tell paragraphs, these
are kept too, for who has the page read aloud.
"""

import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

from archive.model import Span
from archive.pages import WordBox

# "informations-" at a line's end, but not "–" alone and not "2024-"
BROKEN: t.Final = re.compile(r".*[^\W\d_][-‐\u00ad]", re.DOTALL)
FIRST_WORD: t.Final = re.compile(r"[^\W\d_]+")
# "hot-" / "och våld": the hyphen stands for a word that comes later.
JOINING: t.Final = frozenset(("och", "eller", "samt", "resp", "respektive", "till", "som"))
# After these, and after capitals, the hyphen belongs to the word: "it-" / "stöd"
KEEPS_HYPHEN: t.Final = frozenset(("e", "it", "hr", "tv", "u", "i", "icke", "ex", "vd", "apt"))
COMMON: t.Final = 0.1  # of a page's steps from line to line are within paragraphs, or more
LARGER: t.Final = 1.4  # times the usual step from line to line: a new paragraph begins
LONG: t.Final = 4  # letters of a word that is broader than high, unless its page lies on its side


class Piece(t.NamedTuple):
    """Where a printed word stands in the running text, the hyphen that divided it left out."""

    start: int
    end: int
    word: int  # its number on the page, from 0


@dc.dataclass(frozen=True, slots=True)
class RunningText:
    """A page's text, one space between any two words."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()  # one for each printed word, in order
    paragraphs: tuple[Span, ...] = ()


def running_text(words: c.Sequence[WordBox]) -> RunningText:
    """The words of a page, in reading order, as one text."""
    pieces: list[Piece] = []
    starts: list[int] = []  # of paragraphs
    text = ""
    step, turned = usual_step(words), is_turned(words)
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        after = words[number + 1] if number + 1 < len(words) else None
        if before is None or (not turned and _begins_paragraph(before, word, step)):
            starts.append(len(text))
        written, gap = word.text, " "
        if after is None:
            gap = ""
        elif _are_one(word, after, turned):
            gap = ""
            if not _keeps_hyphen(word.text, after.text):
                written = written[:-1]
        pieces.append(Piece(len(text), len(text) + len(written), number))
        text += written + gap
    paragraphs = tuple(Span(*ends) for ends in itertools.pairwise([*starts, len(text)]))
    return RunningText(text, tuple(pieces), paragraphs)


def _are_one(word: WordBox, following: WordBox, turned: bool) -> bool:
    """Whether a line's last word goes on in the next line's first."""
    if not BROKEN.fullmatch(word.text):
        return False
    if turned:  # its lines follow each other to the left or to the right
        if word.left < (following.left + following.right) / 2 < word.right:
            return False
    elif not is_below(word, following):
        return False
    begun = FIRST_WORD.match(following.text)
    return begun is not None and begun[0].casefold() not in JOINING


def _keeps_hyphen(word: str, following: str) -> bool:
    left = word[:-1]
    return left[-1:].isupper() or not following[:1].islower() or left.casefold() in KEEPS_HYPHEN


def usual_step(words: c.Sequence[WordBox]) -> float:
    """From one line to the next within a paragraph; 0 where the page has one line."""
    steps = sorted(b.bottom - a.bottom for a, b in itertools.pairwise(words) if is_below(a, b))
    return steps[int(len(steps) * COMMON)] if steps else 0.0


def _begins_paragraph(before: WordBox, word: WordBox, step: float) -> bool:
    if word.bottom <= before.top:  # up again: another column, a footer read before its page
        return True
    return is_below(before, word) and word.bottom - before.bottom > LARGER * step


def is_below(word: WordBox, following: WordBox) -> bool:
    """Whether a word stands on a line further down than another."""
    return (following.top + following.bottom) / 2 > word.bottom


def is_turned(words: c.Sequence[WordBox]) -> bool:
    """Whether a page with these words is shown on its side."""
    long = [word for word in words if len(word.text) >= LONG]
    return 2 * sum(it.bottom - it.top > it.right - it.left for it in long) > len(long)
