"""Marks in a passage of text: strong on what matched, light on the rest of the word.

"våld" in "arbetsplatsvåld" gives `<span class="word">arbetsplats<mark>våld</mark></span>`. Marks
that stand next to each other, or with only "och" between them, share one light run. This is the
only place where text becomes HTML outside the templates, and everything in it is escaped.
"""

import collections.abc as c
import re
import typing as t

import markupsafe

from archive.model import Span
from index import Excerpt

LONGEST_WORD: t.Final = 60  # the light part goes no further, whatever the text is

WORD: t.Final = markupsafe.Markup('<span class="word">')
WORD_END: t.Final = markupsafe.Markup("</span>")
MARK: t.Final = markupsafe.Markup("<mark>")
MARK_END: t.Final = markupsafe.Markup("</mark>")

# "hot- och våld" is one run, "hot … våld" two.
JOINED: t.Final = re.compile(r"[-‐\s]{0,3}(?:(?:och|eller|samt)\s{1,2})?")


def marked(passage: Excerpt) -> markupsafe.Markup:
    """The passage as HTML, with its marks, and dots where the text goes on outside it."""
    before = "… " if passage.cut_before else ""
    after = " …" if passage.cut_after else ""
    return markupsafe.Markup("").join([before, _marked(passage.text, passage.marks), after])


def passage(text: str, start: int, end: int, marks: c.Iterable[Span]) -> Excerpt:
    """The text between two places without the space round it, and the marks that lie in it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    end = start + len(piece)
    inside = tuple(
        Span(max(mark.start, start) - start, min(mark.end, end) - start)
        for mark in marks
        if mark.start < end and mark.end > start
    )
    return Excerpt(piece, inside)


def lit(text: str, marks: c.Iterable[Span]) -> c.Iterator[tuple[Span, tuple[Span, ...]]]:
    """The stretches to mark lightly, in order, each with those in it to mark strongly."""
    done = 0
    for run in _runs(text, _usable(text, marks)):
        light = Span(_word_start(text, run[0].start, done), _word_end(text, run[-1].end))
        yield light, tuple(run)
        done = light.end


def count(passage: Excerpt) -> int:
    """How many times one who reads it would say that it is found: once for each light run."""
    return sum(1 for _ in lit(passage.text, passage.marks))


def _marked(text: str, marks: c.Iterable[Span]) -> markupsafe.Markup:
    pieces: list[str] = []
    done = 0
    for light, strong in lit(text, marks):
        pieces += [text[done : light.start], WORD]
        done = light.start
        for mark in strong:
            pieces += [text[done : mark.start], MARK, text[mark.start : mark.end], MARK_END]
            done = mark.end
        pieces += [text[done : light.end], WORD_END]
        done = light.end
    return markupsafe.Markup("").join([*pieces, text[done:]])  # which escapes all but the tags


def _runs(text: str, marks: c.Iterable[Span]) -> list[list[Span]]:
    """Marks gathered where they share a word or stand side by side."""
    runs: list[list[Span]] = []
    for mark in marks:
        if runs:
            reached = _word_end(text, runs[-1][-1].end)
            begins = _word_start(text, mark.start, runs[-1][-1].end)
            if reached >= begins or JOINED.fullmatch(text, reached, begins):
                runs[-1].append(mark)
                continue
        runs.append([mark])
    return runs


def _usable(text: str, marks: c.Iterable[Span]) -> list[Span]:
    """The marks that lie in the text and do not overlap, in order."""
    usable: list[Span] = []
    for mark in sorted(marks):
        start = max(mark.start, usable[-1].end if usable else 0)
        end = min(mark.end, len(text))
        if start < end:
            usable.append(Span(start, end))
    return usable


def _word_start(text: str, place: int, floor: int) -> int:
    floor = max(floor, place - LONGEST_WORD)
    while place > floor and text[place - 1].isalnum():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    ceiling = min(len(text), place + LONGEST_WORD)
    while place < ceiling and text[place].isalnum():
        place += 1
    return place
