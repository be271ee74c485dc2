"""Several questions in a list, answered in a list: each question gets its own answer.

"Kommunal frågar: • Hur många tjänster berörs? • När sker flytten?" is often followed by
"Svar: • Elva. • I mars." Only lists of the same length are paired; where they differ nothing says
which answer belongs to which question, and the whole stays one exchange.
"""

import typing as t

from archive.model import Span
from importers.parse import sentences

FEWEST: t.Final = 2


class Pair(t.NamedTuple):
    """A question and its answer as places in the section's text."""

    asked: Span
    said: Span


def pair_items(text: str, asked: Span, said: Span) -> tuple[Pair, ...]:
    """The questions with their answers one by one, or the two as the only pair."""
    questions, answers = _items(text, asked), _items(text, said)
    if len(questions) != len(answers) or len(questions) < FEWEST:
        return (Pair(asked, said),)
    return tuple(map(Pair, questions, answers))


def _items(text: str, within: Span) -> tuple[Span, ...]:
    """The list's items, each with the plain paragraphs that follow it; none without a list."""
    line = text.rfind("\n", 0, within.start) + 1  # the first item's bullet may stand before it
    inside = text[line : within.end]
    starts = [
        max(line + paragraph.start, within.start)
        for paragraph in sentences.paragraphs(inside)
        if sentences.without_mark(inside, paragraph).start > paragraph.start
    ]
    ends = [*starts[1:], within.end]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=False))
