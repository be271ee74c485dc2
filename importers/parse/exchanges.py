"""Questions, requests and remarks from the unions' side, each with what the employer said to it.

Two styles are written. In running minutes ("Kommunal frågade … Arbetsgivaren svarade att …") what
stands before the asking is the employer's information and no part of it. In questions handed in
beforehand ("På sidan 7 står det … Vision undrar …", "Arbetsgivarens svar: …") it leads up to the
question and belongs to it, and the asker is often named once for several questions in a row.

A joint answer to several askers stands with the one who asked last, as it does in the document,
unless it has a part for each.
"""

import re
import typing as t

from archive.model import Exchange, Span
from importers.parse import sentences
from importers.parse.conversation import listen
from importers.parse.pairs import Asked, settle
from importers.parse.replies import puts_off
from importers.parse.turn import Turn
from importers.parse.turns import TurnReader
from importers.parse.unions import UnionNames
from importers.parse.voices import NOBODY, Voices

# Headings under which the unions' own written questions stand; not "Övriga frågor".
HANDED_IN_TITLE: t.Final = re.compile(
    r"\b(?:(?:för)?anmälda|inkomna|inlämnade|skriftliga|kvarvarande|kvarstående"
    r"|fackliga)\s(?:\w+\s)?"
    r"(?:frågor|frågeställningar|synpunkter)|\b(?:frågor|fråga|yrkanden?)\sfrån\b"
    r"|\bfackens\sfrågor",
    re.IGNORECASE,
)
# Headings under which nobody converses: names stand there after "Kommunal:".
NO_CONVERSATION: t.Final = re.compile(
    r"\bnärvar|\bjusterare\b|\bval\sav\b.*\bjuster|\bmöte(?:t|ts)\s(?:avslut|öppn)", re.IGNORECASE
)


def find_exchanges(
    title: str, text: str, union_names: UnionNames, voices: Voices = NOBODY
) -> tuple[Exchange, ...]:
    """The exchanges of one section, in order; spans point into `text` and never overlap.

    `voices` are those who were at the meeting, so that a person named speaks for a side.
    """
    if NO_CONVERSATION.search(title):
        return ()
    handed_in = bool(HANDED_IN_TITLE.search(title))
    named = union_names.ids(title) if handed_in else ()
    reader = TurnReader(text, handed_in=handed_in, asker=named[0] if named else None)
    turns = reader.read(listen(text, union_names, voices))
    asked = (_asked(turn, handed_in) for turn in turns if turn.is_exchange)
    return tuple(_exchange(text, one) for one in settle(text, asked))


def _asked(turn: Turn, handed_in: bool) -> Asked:
    written = turn.labelled or handed_in
    nameless = turn.union is None and turn.asker is None
    said = None if turn.answer_start is None else Span(turn.answer_start, turn.answer_end)
    return Asked(
        union=turn.carried if nameless and written else turn.union,
        asked=Span(turn.lead if written else turn.start, turn.end),
        said=said,
    )


def _exchange(text: str, one: Asked) -> Exchange:
    asked = _trimmed(text, one.asked)
    question = text[asked.start : asked.end]
    if one.said is None:
        return Exchange(one.union, question, None, False, asked)
    said = _trimmed(text, one.said)
    answer = text[said.start : said.end]
    return Exchange(one.union, question, answer, not puts_off(answer), asked, said)


def _trimmed(text: str, span: Span) -> Span:
    return sentences.without_mark(text, sentences.trim(text, span))
