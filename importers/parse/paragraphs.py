"""Printed lines become paragraphs again.

A paragraph ends where the gap to the next line is larger than usual, where a list item begins (see
`list_items`), where the type changes, or where the next line's first word would have had room:
nobody breaks a line early without meaning it. Some documents have no gaps between paragraphs at
all, others an empty line after every line, so "usual" is measured in the document itself.

Words divided at a line's end are put together ("informations-" + "säkerhet"), true hyphens are
kept ("hot-" + "och våld", "MBL-" + "förhandling").
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

from archive.model import PageStart
from importers.formats.lines import Line
from importers.parse.list_items import CAPITAL, FINISHED, begins_item, begins_with_mark, wants_more

LARGER: t.Final = 1.25  # times the usual gap
SURE: t.Final = 3  # sentences that visibly go on from line to line
COMMON: t.Final = 0.1  # of all steps
UNSURE: t.Final = 8  # characters
COLUMN: t.Final = 0.2  # of the lines that are wrapped begin where a column of prose does
NARROWEST: t.Final = 100.0  # points
INDENTED: t.Final = 1.5  # characters
LONGEST_WORD: t.Final = 80  # characters; a search over more would cost more for every line
CELL: t.Final = " | "  # between the cells of a table row

CONTINUES: t.Final = re.compile(r"[a-zåäöé]")
# A capital that only a sentence's beginning explains: "… i maj" / "De fackliga organisationerna"
BEGINS_SENTENCE: t.Final = re.compile(
    r"(?:De|Det|Den|Detta|Dessa|Denna|Inga|Ingen|Inget|Man|Vi|Ärendet|Ärendena)\s+[a-zåäö]"
)
BROKEN_WORD: t.Final = re.compile(r"(?P<left>\w+)-$")
# After these the hyphen belongs to the word even when a line ends there.
KEEPS_HYPHEN: t.Final = frozenset(
    ("e", "it", "hr", "tv", "u", "i", "icke", "ex", "vd", "hbtqi", "apt", "mbl", "las", "sam", "vp")
)
JOINING: t.Final = ("och", "eller", "samt", "resp", "respektive", "till", "som")


@dc.dataclass(frozen=True, slots=True)
class Metrics:
    """What is usual in one document: the step from line to line, and where lines end."""

    step: float | None = None
    margin: float | None = None  # right edge of full lines; points, or characters without widths
    gutter: float | None = None  # where the second of two columns of prose begins
    inner: float | None = None  # right edge of full lines in the first of them

    def margin_of(self, line: Line) -> float | None:
        """The right edge of full lines in the line's own column."""
        if self.gutter is None or line.left >= self.gutter or _end(line) > self.gutter:
            return self.margin
        return self.inner


@dc.dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs joined by blank lines, and where each page begins in them."""

    text: str = ""
    page_starts: tuple[PageStart, ...] = ()


def measure(lines: c.Sequence[Line]) -> Metrics:
    """What is usual in these lines; run over a whole document's body."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if follows(a, b)]
    wrapped = [
        (a, b) for a, b in pairs if CONTINUES.match(b.text) and not a.text.endswith(FINISHED)
    ]
    ends = [_end(a) for a, _ in wrapped]
    gutter = _gutter([a for a, _ in wrapped])
    inner = [_end(a) for a, _ in wrapped if gutter and a.left < gutter and _end(a) <= gutter]
    return Metrics(
        step=_usual_step(wrapped if len(wrapped) >= SURE else pairs),
        margin=max(ends, default=None),
        gutter=gutter,
        inner=max(inner, default=None),
    )


def restore(lines: c.Iterable[Line], metrics: Metrics) -> Text:
    """The lines as paragraphs, with page starts as offsets in the text."""
    text = ""
    starts: list[PageStart] = []
    opened: Line | None = None  # the first line of the paragraph that is being put together
    before: Line | None = None
    in_row = False
    for line in lines:
        if before is None or opened is None:
            opened = line
        else:
            after_row, in_row = in_row, same_row(before, line)
            if in_row:
                text += CELL
            elif after_row or ends_paragraph(opened, before, line, metrics):
                text += "\n\n"
                opened = line
            else:
                text = _ready_to_join(text, line.text)
        if line.page is not None and (not starts or starts[-1].page != line.page):
            starts.append(PageStart(len(text), line.page))
        text += line.text
        before = line
    return Text(text, tuple(starts))


def join_lines(lines: c.Iterable[str]) -> str:
    """Lines that belong together as one, words divided at their ends put together."""
    text = ""
    for line in lines:
        text = (_ready_to_join(text, line) if text else "") + line
    return text


def same_row(before: Line, line: Line) -> bool:
    """Whether both are cells of one table row, or columns of one printed line."""
    return (
        line.page == before.page
        and abs(line.top - before.top) < 0.3 * before.height
        and line.left > before.left
    )


def ends_paragraph(opened: Line, before: Line, line: Line, metrics: Metrics) -> bool:
    """Whether a new paragraph begins with `line`, after one that goes from `opened` to `before`."""
    if before.whole or line.whole or line.number:
        return True
    if begins_item(opened.text, before.text, line.text):
        return True
    if larger_gap(before, line, metrics):
        return True
    if BROKEN_WORD.search(before.text[-LONGEST_WORD:]):
        return False
    unfinished = not before.text.endswith(FINISHED)
    if unfinished and CONTINUES.match(line.text):
        return False
    if before.bold != line.bold or (unfinished and BEGINS_SENTENCE.match(line.text)):
        return True
    if _leaves_list(opened, line, metrics):
        return True
    if metrics.margin_of(before) is None and unfinished:  # no line was ever seen to be wrapped
        return CAPITAL.match(line.text) is not None and not wants_more(before.text)
    return had_room(before, line, metrics)


def _leaves_list(opened: Line, line: Line, metrics: Metrics) -> bool:
    """Whether `line` begins further to the left than the sign of the item above it."""
    if metrics.gutter is not None or not begins_with_mark(opened.text):
        return False
    return opened.left - line.left > INDENTED * _character(opened)


def larger_gap(before: Line, line: Line, metrics: Metrics) -> bool:
    """Whether there is more space between them than between lines of a paragraph."""
    if metrics.step is None or not follows(before, line):
        return False
    return line.top - before.top > metrics.step * LARGER + 0.4


def had_room(before: Line, line: Line, metrics: Metrics) -> bool:
    """Whether the first word of `line` would have fitted on the line before."""
    margin = metrics.margin_of(before)
    if margin is None:
        return before.text.endswith(FINISHED)
    first = line.text.split(" ", 1)[0]
    # Widths are estimates, so an unfinished sentence is broken off only with room to spare.
    spare = 0 if before.text.endswith(FINISHED) else UNSURE
    return _end(before) + _character(before) * (len(first) + 1 + spare) < margin


def _gutter(wrapped: c.Sequence[Line]) -> float | None:
    """Where a second column of prose begins, if there is one."""
    starts = collections.Counter(round(line.left) for line in wrapped if line.right is not None)
    often = [left for left, count in starts.items() if count >= COLUMN * len(wrapped)]
    first, second = min(often, default=0), max(often, default=0)
    before = [line for line in wrapped if line.left < second]
    apart = bool(before) and all(_end(line) <= second for line in before if line.left >= first)
    return second - 1.0 if second - first >= NARROWEST and apart else None


def _usual_step(pairs: c.Sequence[tuple[Line, Line]]) -> float | None:
    """The least step that is common: where nothing is wrapped, the larger ones part paragraphs."""
    steps = collections.Counter(round(b.top - a.top, 1) for a, b in pairs if not b.whole)
    common = [step for step, count in steps.items() if count >= COMMON * steps.total()]
    return min(common, default=None)


def follows(before: Line, line: Line) -> bool:
    """Whether `line` stands further down on the same page."""
    return before.page == line.page and line.top > before.top


def _end(line: Line) -> float:
    return float(len(line.text)) if line.right is None else line.right


def _character(line: Line) -> float:
    """Mean width of a character, in the unit of `_end`."""
    if line.right is None or not line.text:
        return 1.0
    return max(0.1, (line.right - line.left) / len(line.text))


def _ready_to_join(text: str, following: str) -> str:
    """`text` with its last word ready for `following` to be added: space, hyphen or nothing."""
    broken = BROKEN_WORD.search(text[-LONGEST_WORD:])
    if broken is None:
        return text + " "
    left, next_word = broken["left"], re.split(r"\W", following, maxsplit=1)[0]
    if next_word.casefold() in JOINING:
        return text + " "
    if (
        left[-1].isupper()
        or left[-1].isdigit()
        or not next_word[:1].islower()
        or left.casefold() in KEEPS_HYPHEN
    ):
        return text
    return text[:-1]
