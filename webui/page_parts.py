"""A printed page's text as it is read: headings, paragraphs with their lines, and lists."""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Span
from archive.pages import WordBox
from index import Excerpt
from webui import marking, page_headings, page_lines
from webui.page_headings import TITLE, Heading
from webui.page_lines import Line
from webui.page_text import RunningText

# "• Larm"   "- larm"   but not "–10 grader", "-"
BULLETS: t.Final = frozenset("•·▪◦‣●○■\uf0b7\uf0a7")
DASHES: t.Final = frozenset(("-", "–", "—", "*", "o"))
BESIDE: t.Final = 3.0  # points that dashes of one list may stand apart


@dc.dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph line by line as far as its lines were ended on purpose, or a list."""

    lines: tuple[Excerpt, ...]
    is_list: bool = False
    level: int = 0  # of a heading


class _Run(t.NamedTuple):
    """Lines from one to before another that belong together."""

    first: int
    end: int
    level: int = 0
    is_item: bool = False


def parts(
    words: c.Sequence[WordBox],
    running: RunningText,
    expected: c.Sequence[Heading] = (),
    marks: c.Sequence[Span] = (),
) -> tuple[Part, ...]:
    """The text of a page, whole and in order, with marks."""
    lines = page_lines.lines(words)
    shown: list[Part] = []
    for run in _runs(words, running, lines, expected):
        first, end = lines[run.first].first, lines[run.end - 1].end
        skipped = _bullet(words[first].text) if run.is_item else 0
        whole = run.is_item or run.level
        stretches = [(first, end)] if whole else _stretches(lines[run.first : run.end])
        texts = (_passage(running, *it, marks, skipped) for it in stretches)
        found = tuple(text for text in texts if text.text)
        if run.is_item and shown and shown[-1].is_list:
            shown[-1] = dc.replace(shown[-1], lines=(*shown[-1].lines, *found))
        elif found:
            # No level is left out, whatever goes on from the page before.
            above = any(it.level == TITLE for it in shown)
            level = run.level if above else min(run.level, TITLE)
            shown.append(Part(found, run.is_item, level))
    return tuple(shown)


def _runs(
    words: c.Sequence[WordBox],
    running: RunningText,
    lines: c.Sequence[Line],
    expected: c.Sequence[Heading],
) -> list[_Run]:
    """The lines as headings, items and paragraphs."""
    titled = page_headings.titled(words, lines, expected)
    begins = {span.start for span in running.paragraphs}
    dashes = _list_dashes(words, lines)
    runs: list[_Run] = []
    place = 0
    while place < len(lines):
        if heading := titled.get(place):
            runs.append(_Run(*heading))
            place = heading.end
            continue
        word = words[lines[place].first]
        is_new = running.pieces[lines[place].first].start in begins
        is_item = bool(_bullet(word.text)) and (word.text not in DASHES or place in dashes)
        before = runs[-1] if runs else None
        after_item = before is not None and before.is_item and _is_item_done(words, lines, place)
        if is_new or is_item or before is None or before.level or after_item:
            runs.append(_Run(place, place + 1, is_item=is_item))
        else:
            runs[-1] = before._replace(end=place + 1)
        place += 1
    return runs


def _is_item_done(words: c.Sequence[WordBox], lines: c.Sequence[Line], place: int) -> bool:
    """Whether an item of a list ends before a line; a bullet by itself has its text next."""
    before = lines[place - 1]
    alone = before.end - before.first == 1 and bool(_bullet(words[before.first].text))
    return before.is_ended and not alone


def _list_dashes(words: c.Sequence[WordBox], lines: c.Sequence[Line]) -> frozenset[int]:
    """The lines that begin with a dash as others do right below each other, so that it is a list;
    a dash that stands first on a line by chance stands alone."""
    begun = [n for n, line in enumerate(lines) if words[line.first].text in DASHES]
    alike = {
        n
        for n in begun
        for other in begun
        if n != other and _are_alike(words[lines[n].first], words[lines[other].first])
    }
    return frozenset(alike)


def _are_alike(one: WordBox, other: WordBox) -> bool:
    return one.text == other.text and abs(one.left - other.left) <= BESIDE


def _stretches(lines: c.Sequence[Line]) -> list[tuple[int, int]]:
    """The words of a paragraph, from the first to after the last, for each line that is one."""
    stretches: list[tuple[int, int]] = []
    first = lines[0].first
    for line in lines:
        if line.is_ended or line is lines[-1]:
            stretches.append((first, line.end))
            first = line.end
    return stretches


def _passage(
    running: RunningText, first: int, end: int, marks: c.Sequence[Span], skipped: int = 0
) -> Excerpt:
    start, stop = running.pieces[first].start + skipped, running.pieces[end - 1].end
    return marking.passage(running.text, start, stop, marks)


def _bullet(word: str) -> int:
    """How many letters of a line's first word are a bullet."""
    return len(word) if word in DASHES else int(word[:1] in BULLETS)
