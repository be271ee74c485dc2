"""What one sentence of the minutes does, and the text as its patterns see it.

What is quoted is another's words, and a name says no more than for whom its bearer speaks. So the
patterns see a *shape* of the text, of the same length: every union's name is a run of ¤, and so is
the name of a person who sits for one; the employer's persons are runs of ¶, everything quoted a
run of ·.
"""

import collections.abc as c
import dataclasses as dc
import enum
import typing as t

from archive.model import Span
from importers.parse import speech_words as w
from importers.parse.unions import Mention
from importers.parse.voices import Voice

QUOTED: t.Final = "·"


class Act(enum.Enum):
    """What a sentence does in the conversation."""

    ASK = "ask"  # the unions' side asks, requests, proposes
    REMARK = "remark"  # it lifts, claims, comments
    LABEL = "label"  # "Fråga från Vision:", "Vision:"; what is asked follows
    SECOND = "second"  # "Vision instämmer": belongs to what was just asked
    TELL = "tell"  # a union informs, thanks, answers
    REPLY = "reply"  # said to be an answer: "svarade", "Svar:"
    EXPLAIN = "explain"  # "Arbetsgivaren förklarade": an answer where a question waits for one
    STATE = "state"  # the employer says or does something that may be an answer
    INFORM = "inform"  # the employer informs; an answer only where information was asked for
    RESOLVE = "resolve"  # "Frågan bordläggs", "Yrkandet avslogs"
    DISCUSS = "discuss"  # "Frågan diskuterades": nothing is said, and nothing ends
    CLOSE = "close"  # a formula for the whole item or meeting: "Ärendet är samverkat"
    QUESTION = "question"  # has a question mark and names nobody
    REFER = "refer"  # points into a document: "På sidan 7 står det", "(S. 12, andra stycket)"
    PLAIN = "plain"


@dc.dataclass(frozen=True, slots=True)
class Speech:
    """What one sentence does."""

    act: Act
    union: str | None = None
    asker: str | None = None  # who speaks: the union's id, otherwise the noun as printed
    content: int = 0  # where in the sentence the words begin, after a label
    reply_at: int | None = None  # where an answer begins within the same sentence
    labelled: bool = False  # "Svar:", not "Arbetsgivaren svarade att"
    reacts: bool = False  # the employer takes up what was just said: "beklagar", "tar med sig"
    to: str | None = None  # whom an answer is addressed to: the union's id, otherwise the noun


def shape(text: str, heard: c.Iterable[Mention | Voice], quotes: c.Iterable[Span]) -> str:
    """The text with unions as runs of ¤, the employer's persons of ¶ and quotations of ·.

    Every offset is unchanged.
    """
    characters = list(text)
    for named in heard:
        mark = w.UNION if named.union_id else w.EMPLOYED
        characters[named.start : named.end] = mark * (named.end - named.start)
    for quote in quotes:
        inside = slice(quote.start + 1, quote.end - 1)
        characters[inside] = QUOTED * len(characters[inside])
    return "".join(characters)
