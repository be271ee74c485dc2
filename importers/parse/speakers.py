"""Who says what in one sentence of the minutes: a union asks, the employer answers, or neither.

The forms in which minutes report speech are in `union_speech`, `employer_speech` and
`impersonal_speech`; here they are tried in the order in which they are sure.
"""

import bisect
import collections.abc as c
import itertools
import re
import typing as t

from archive.model import Span
from importers.parse import employer_speech as es
from importers.parse import speech_words as w
from importers.parse import union_speech as us
from importers.parse.employer_speech import hear_employer, hear_reply
from importers.parse.impersonal_speech import hear_impersonal
from importers.parse.speech import Act, Speech, shape
from importers.parse.unions import Mention
from importers.parse.voices import Voice

BESIDE: t.Final = 2  # characters between a person's name and the union's: ", " or " ("


class Listener:
    """Hears what each sentence of one text does."""

    def __init__(
        self, text: str, heard: c.Sequence[Mention | Voice], quotes: c.Sequence[Span]
    ) -> None:
        self._text = text
        self._shape = shape(text, heard, quotes)
        self._named = sorted((one for one in heard if one.union_id), key=_start)

    def hear(self, span: Span, *, alone: bool = False) -> Speech:
        """What the sentence at `span` does; `alone`: it is its whole paragraph."""
        sentence = self._shape[span.start : span.end]
        return (
            self._addressed(sentence, span)
            or hear_reply(sentence, alone=alone)
            or self._label(sentence, span, alone)
            or self._asked_and_answered(sentence, span)
            or hear_employer(sentence)
            or self._union_side(sentence, span, alone)
            or hear_impersonal(sentence)
        )

    def _addressed(self, sentence: str, span: Span) -> Speech | None:
        found = es.ADDRESSED.match(sentence)
        if found is None:
            return None
        heard = self._speech(Act.REPLY, found, "to" if found["to"] else "got", span)
        return Speech(Act.REPLY, to=heard.asker)

    def _label(self, sentence: str, span: Span, alone: bool) -> Speech | None:
        label = us.QUESTION_LABEL.match(sentence)
        if label and (label["colon"] or label["point"] or label["colon2"] or alone):
            by = next((side for side in ("from", "owner") if label[side]), None)
            return self._labelled(label, by, sentence, span)
        if label := us.NAME_LABEL.match(sentence):
            return self._labelled(label, "asker", sentence, span)
        if label := us.STRANGER_LABEL.match(sentence):
            return self._labelled(label, "asker", sentence, span)
        if alone and (label := us.ONLY_NAMES.fullmatch(sentence)):
            return self._labelled(label, "asker", sentence, span)
        return None

    def _labelled(
        self, label: re.Match[str], by: str | None, sentence: str, span: Span
    ) -> Speech | None:
        found, group = label, by
        if by is None and (signed := us.SIGNED.search(sentence)):
            found, group = signed, "asker"
        return self._speech(Act.LABEL, found, group, span, content=label.end())

    def _asked_and_answered(self, sentence: str, span: Span) -> Speech | None:
        found = es.ON_A_QUESTION.match(sentence)
        if found is None:
            return None
        return self._speech(Act.ASK, found, "asker", span, reply_at=found.start("reply"))

    def _union_side(self, sentence: str, span: Span, alone: bool) -> Speech | None:
        inside = es.REPLY_INSIDE.search(sentence)
        reply_at = inside.start(inside.lastgroup or 0) if inside else None
        if origin := us.ORIGIN.match(sentence) or us.FROM_A_SIDE.match(sentence):
            by = "side" if "side" in origin.groupdict() and origin["side"] else "asker"
            return self._speech(Act.ASK, origin, by, span, reply_at=reply_at)
        if according := us.ACCORDING_TO.match(sentence):
            return self._speech(Act.REMARK, according, "asker", span, reply_at=reply_at)
        if pronoun := us.PRONOUN.match(sentence):
            act = us.wants(pronoun["verb"])
            return Speech(act, asker=w.PRONOUN, reply_at=reply_at)
        if subject := us.SUBJECT.match(sentence):
            act = us.act_of(sentence[subject.end() : subject.end() + us.REACH])
            also = us.TELLS_AND_ASKS.search(sentence, subject.end())
            if also and (act is Act.TELL or (act is Act.SECOND and us.WISHES.match(also["verb"]))):
                act = us.wants(also["verb"])
            if act is Act.REMARK and us.CORRECTS.search(sentence):
                act = Act.TELL
            return self._speech(act, subject, "asker", span, reply_at=reply_at)
        if stranger := us.STRANGER_ASKS.match(sentence):
            return self._speech(Act.ASK, stranger, "asker", span, reply_at=reply_at)
        if inverted := us.inverted(sentence):
            act = us.wants(inverted["verb"])
            return self._speech(act, inverted, "asker", span, reply_at=reply_at)
        if middle := us.IN_THE_MIDDLE.search(sentence):
            act = us.wants(middle["verb"])
            return self._speech(act, middle, "asker", span, reply_at=reply_at)
        if ("?" in sentence or alone) and (signed := us.SIGNED.search(sentence)):
            act = Act.ASK if "?" in sentence else Act.REMARK
            return self._speech(act, signed, "asker", span)
        if us.RAISED.match(sentence):
            return Speech(Act.ASK, reply_at=reply_at)
        return None

    def _speech(
        self,
        act: Act,
        found: re.Match[str],
        group: str | None,
        span: Span,
        *,
        content: int = 0,
        reply_at: int | None = None,
    ) -> Speech:
        """The speech with its speaker: the union named first where several are."""
        if group is None:
            return Speech(act, content=content)
        union = self._union_in(Span(span.start + found.start(), span.start + found.end()))
        noun = self._text[span.start + found.start(group) : span.start + found.end(group)]
        return Speech(act, union, union or noun.casefold(), content=content, reply_at=reply_at)

    def _union_in(self, place: Span) -> str | None:
        """The union named first; one printed beside a person's name is surer than the list."""
        first = bisect.bisect_left(self._named, place.start, key=_start)
        named = [one for one in self._named[first : first + 2] if one.start < place.end]
        beside = next((b for a, b in itertools.pairwise(named) if _is_beside(a, b)), None)
        return (beside or named[0]).union_id if named else None


def _start(named: Mention | Voice) -> int:
    return named.start


def _is_beside(person: Mention | Voice, union: Mention | Voice) -> bool:
    """ "Arvid Ros (Vision)", "Arvid Ros, Vision": the two say one thing."""
    apart = union.start - person.end
    return isinstance(person, Voice) and isinstance(union, Mention) and apart <= BESIDE
