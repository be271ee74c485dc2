"""A section's text as a conversation: its sentences in order, each with what it does."""

import dataclasses as dc
import re
import typing as t

from archive.model import Span
from importers.parse import sentences
from importers.parse.speakers import Listener
from importers.parse.speech import Act, Speech
from importers.parse.unions import Mention, UnionNames
from importers.parse.voices import NOBODY, Voice, Voices

LONGEST_HEADING: t.Final = 90  # characters
FEW_WORDS: t.Final = 3  # "Enhetscheferna", "Ledningen på skolorna": nobody says anything in so few
FINISHED: t.Final = (".", "?", "!", ";", ",")
ASKING: t.Final = frozenset((Act.ASK, Act.REMARK, Act.QUESTION))
# "Vision har anmält följande frågor:": a heading in the form of a sentence.
ANNOUNCES: t.Final = re.compile(r"[^.?!]*\bföljande\s(?:\w+\s)?(?:fråg|synpunkt)\w*\s?:")


@dc.dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence, with where it stands."""

    span: Span
    speech: Speech
    first: bool  # of its paragraph
    alone: bool  # it is its whole paragraph
    listed: bool  # its paragraph has a bullet or a list number
    asks_here: bool  # something in its paragraph asks, or the paragraph refers to a document
    nobody_asks: bool  # there is a question mark in its paragraph, and no asker

    @property
    def act(self) -> Act:
        """What the sentence does."""
        return self.speech.act


def listen(text: str, union_names: UnionNames, voices: Voices = NOBODY) -> tuple[Utterance, ...]:
    """Every sentence of the text, in order."""
    quotes = sentences.quoted(text)
    heard: tuple[Mention | Voice, ...] = (*union_names.mentions(text), *voices.heard_in(text))
    listener = Listener(text, heard, quotes)
    utterances: list[Utterance] = []
    asked, end = False, 0
    for paragraph in sentences.paragraphs(text):
        inside = sentences.without_mark(text, paragraph)
        spans = tuple(sentences.sentences(text, inside, quotes))
        alone = len(spans) == 1
        speeches = [listener.hear(span, alone=alone) for span in spans]
        beside = text[end : paragraph.start].strip() == "|"
        if asked and beside and speeches[0].asker is None:
            speeches[0] = Speech(Act.REPLY, labelled=True, content=speeches[0].content)
        asked, end = any(map(_asks, spans, speeches)), paragraph.end
        acts = [speech.act for speech in speeches]
        asks = acts[0] is Act.REFER or not ASKING.isdisjoint(acts)
        nobody = Act.QUESTION in acts and not any(speech.asker for speech in speeches)
        listed = inside.start > paragraph.start
        utterances.extend(
            Utterance(span, speech, place == 0, alone, listed, asks, nobody)
            for place, (span, speech) in enumerate(zip(spans, speeches, strict=True))
        )
    return tuple(utterances)


def _asks(span: Span, speech: Speech) -> bool:
    """Whether the cell to the right answers it in a table."""
    labelled = speech.act is Act.LABEL and span.start + speech.content < span.end
    return labelled or speech.act in ASKING


def announces(text: str, utterance: Utterance) -> bool:
    """Whether the sentence only says who asks what stands below it."""
    return utterance.alone and bool(ANNOUNCES.fullmatch(text, *utterance.span))


def is_heading(text: str, utterance: Utterance) -> bool:
    """A short line of its own that says nothing: "Barn och unga", "Lokaler:"."""
    line = text[utterance.span.start : utterance.span.end]
    says_nothing = utterance.act in (Act.PLAIN, Act.CLOSE) or (
        utterance.act is Act.STATE and len(line.split()) <= FEW_WORDS
    )
    return (
        says_nothing
        and utterance.alone
        and not utterance.listed
        and len(line) <= LONGEST_HEADING
        and line[0].isupper()
        and not line.endswith(FINISHED)
    )
