"""Several questions answered together: each gets its own answer where the document shows which.

"Kommunal frågar: • Hur många tjänster berörs? • När sker flytten?" is often followed by
"Svar: • Elva. • I mars.", one answer for each question in the same order, or by one that names
each: "Beträffande fråga a …". Where neither holds nothing says which answer belongs to which
question: the answer stands with the last of them, as it does in the document.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Span
from importers.parse import sentences

FEWEST: t.Final = 2
LONGEST_MARK: t.Final = 8  # characters of a bullet or a list number with the space around it
LABEL: t.Final = re.compile(r"\s*(?P<label>\d{1,2}|[a-zåäö])[.)]\s")
# Between two questions of one list, or two cells: nothing that anybody says.
BETWEEN: t.Final = re.compile(
    r"[\s|•*–-]*(?:(?:\d{1,2}|[a-zåäö])[.)]\s*)?(?:[^\W\d_][\w -]{0,40}:\s*)?"
)


@dc.dataclass(frozen=True, slots=True)
class Asked:
    """A question with its asker, and the answer that stands with it, as places in the text."""

    union: str | None
    asked: Span
    said: Span | None


def settle(text: str, turns: c.Iterable[Asked]) -> c.Iterator[Asked]:
    """The questions one by one, each with its own answer where lists answer lists."""
    waiting: list[Asked] = []  # unanswered ones, with nothing said between them
    for turn in turns:
        for one in _one_by_one(text, turn):
            if waiting and not _adjoins(text, waiting[-1], one):
                yield from waiting
                waiting = []
            waiting.append(one)
            if one.said is not None:
                yield from _spread(text, waiting)
                waiting = []
    yield from waiting


def _one_by_one(text: str, turn: Asked) -> tuple[Asked, ...]:
    """A turn that is a list of questions with a list of answers, divided; otherwise itself."""
    if turn.said is None:
        return (turn,)
    questions, answers = _items(text, turn.asked), _items(text, turn.said)
    if len(questions) >= FEWEST and len(answers) != len(questions):
        answers = _named(text, turn.said, [_label(text, question) for question in questions])
    if len(questions) < FEWEST or len(answers) != len(questions):
        return (turn,)
    return tuple(
        dc.replace(turn, asked=asked, said=said)
        for asked, said in zip(questions, answers, strict=True)
    )


def _spread(text: str, run: c.Sequence[Asked]) -> c.Iterator[Asked]:
    """Questions of which the last has an answer: its parts go to them if they are as many."""
    last = run[-1]
    if last.said is None or len(run) < FEWEST:
        yield from run
        return
    answers = _items(text, last.said)
    if not answers and _after_colon(text, last.said):  # "Svar:"
        spans = sentences.paragraphs(text[last.said.start : last.said.end])
        answers = tuple(Span(last.said.start + a, last.said.start + b) for a, b in spans)
    if len(answers) != len(run):
        answers = _named(text, last.said, [_label(text, one.asked) for one in run])
    if len(answers) != len(run):
        yield from run
        return
    for one, said in zip(run, answers, strict=True):
        yield dc.replace(one, said=said)


def _after_colon(text: str, said: Span) -> bool:
    """Whether a label stands just before the answer: "Svar:"."""
    return text[max(0, said.start - 3) : said.start].rstrip().endswith(":")


def _adjoins(text: str, before: Asked, after: Asked) -> bool:
    """Whether the second question follows the first with nothing between them."""
    return BETWEEN.fullmatch(text, before.asked.end, after.asked.start) is not None


def _label(text: str, item: Span) -> str | None:
    """The number or letter of a list item, "2" or "b"; it may stand just before the item."""
    found = LABEL.match(text, text.rfind("\n", 0, item.start + 1) + 1, item.end)
    return found["label"] if found else None


def _named(text: str, said: Span, labels: c.Sequence[str | None]) -> tuple[Span, ...]:
    """The sentences from the one that names each question to the one that names the next."""
    inside = text[said.start : said.end]
    starts: list[int] = []
    for paragraph in sentences.paragraphs(inside):
        for start, end in sentences.sentences(inside, paragraph):
            label = labels[len(starts)] if len(starts) < len(labels) else None
            if label and re.search(rf"(?i:\bfråga)\s(?:nr\s)?{label}\b", inside[start:end]):
                starts.append(said.start + start)
    return tuple(map(Span, starts, [*starts[1:], said.end]))


def _items(text: str, within: Span) -> tuple[Span, ...]:
    """The list's items, each with the plain paragraphs that follow it; none without a list."""
    near = max(0, within.start - LONGEST_MARK)
    before = text.rfind("\n", near, within.start)  # the first item's bullet may stand before it
    line = before + 1 if before >= 0 else near if near == 0 else within.start
    inside = text[line : within.end]
    starts: list[int] = []
    for paragraph in sentences.paragraphs(inside):
        words = sentences.without_mark(inside, paragraph).start
        if words > paragraph.start and line + words >= within.start:
            starts.append(max(line + paragraph.start, within.start))
    ends = [*starts[1:], within.end]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=False))
