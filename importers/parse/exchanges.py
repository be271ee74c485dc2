"""Questions, requests and remarks from the unions' side, each with what the employer said to it.

A section is read as a conversation, sentence by sentence (`speakers` hears what each does). A union
opens a question; the employer's words close it; plain sentences belong to whoever spoke last. Two
styles are written. In running minutes ("Kommunal frågade … Arbetsgivaren svarade att …") what
stands before the asking is the employer's information and no part of it, and an answer ends with
its paragraph unless the next one goes on from it. In questions handed in beforehand ("På sidan 7
står det … Vision undrar …", "Arbetsgivarens svar: …") everything since the last answer belongs to
the question, answers run over several paragraphs, and the asker is often named only once.

A joint answer to several askers stands with the one who asked last, as it stands in the document.
"""

import dataclasses as dc
import re
import typing as t

from archive.model import Exchange, Span
from importers.parse import sentences
from importers.parse.replies import puts_off
from importers.parse.speakers import ASKS, Act, Listener, Speech
from importers.parse.unions import UnionNames

# Headings under which the unions' own written questions stand.
QUESTIONS_TITLE: t.Final = re.compile(
    r"\b(?:(?:för)?anmälda|inkomna|inlämnade|skriftliga|kvarvarande|kvarstående|fackliga)\s"
    r"(?:\w+\s)?(?:frågor|frågeställningar|synpunkter)|\bfråg(?:a|or)\sfrån\b|\bfackens\sfrågor",
    re.IGNORECASE,
)
NO_CONVERSATION: t.Final = re.compile(
    r"\bnärvar|\bjusterare\b|\bval\sav\b.*\bjuster|\bmöte(?:t|ts)\s(?:avslut|öppn)",
    re.IGNORECASE,
)
LONGEST_HEADING: t.Final = 90  # characters
FINISHED: t.Final = (".", "?", "!", ";", ",")
# A paragraph that goes on from the answer before it.
GOES_ON: t.Final = re.compile(
    r"(?:Det|Detta|Dessa|Den|Denna|De|Man|Där|Då|Därför|Därmed|Dessutom|Därutöver|Vidare|Även|Också|Han"
    r"|Hon|Samtidigt|Däremot|Sedan|Utöver|I övrigt|Så)\b"
)
LIST_FOLLOWS: t.Final = (":", "följande")


@dc.dataclass(slots=True)
class _Unit:
    """One sentence, with where it stands."""

    span: Span
    speech: Speech
    opens: bool  # the first of its paragraph
    bullet: bool
    paragraph: int


@dc.dataclass(slots=True)
class _Turn:
    """One question while it is being read; spans grow sentence by sentence."""

    start: int
    end: int
    union: str | None
    asker: str | None
    lead: int  # where the question starts if what stands before it belongs to it
    certain: bool  # someone asks; otherwise only an answer makes it a question
    request: bool  # asks for something, so that being informed is an answer
    carried: str | None  # who asked before it in the same run
    awaits_list: bool = False
    answer_start: int | None = None
    answer_end: int = 0
    labelled: bool = False

    @property
    def has_answer(self) -> bool:
        return self.answer_start is not None

    @property
    def is_exchange(self) -> bool:
        """Whether somebody asked, or somebody answered."""
        return self.start < self.end and (self.certain or self.has_answer)


def find_exchanges(title: str, text: str, union_names: UnionNames) -> tuple[Exchange, ...]:
    """The exchanges of one section, in order; spans point into `text` and never overlap."""
    if NO_CONVERSATION.search(title):
        return ()
    reader = _Reader(title, text, union_names)
    return tuple(reader.exchange(turn) for turn in reader.turns() if turn.is_exchange)


class _Reader:
    """Reads one section once, from its first sentence to its last."""

    def __init__(self, title: str, text: str, union_names: UnionNames) -> None:
        self._text = text
        self._quotes = sentences.quoted(text)
        self._listener = Listener(text, union_names.mentions(text), self._quotes)
        self._handed_in = bool(QUESTIONS_TITLE.search(title))
        named = union_names.ids(title)
        self._under: str | None = named[0] if named and self._handed_in else None
        self._carried: str | None = self._under
        self._units = self._read_units()
        self._turns: list[_Turn] = []
        self._open: _Turn | None = None
        self._lead: int | None = None  # where plain text since the last boundary began
        self._label: Speech | None = None  # "Fråga från Vision" alone on its line

    def turns(self) -> list[_Turn]:
        """Every question, certain or not, in order."""
        for place, unit in enumerate(self._units):
            self._take(place, unit)
        self._close()
        return self._turns

    def exchange(self, turn: _Turn) -> Exchange:
        """The finished value."""
        written = turn.labelled or self._handed_in
        start = turn.lead if written else turn.start
        asked = self._trimmed(start, turn.end)
        union = turn.union
        if union is None and turn.asker is None and written:
            union = turn.carried
        question = self._text[asked.start : asked.end]
        if turn.answer_start is None:
            return Exchange(union, question, None, False, asked)
        said = self._trimmed(turn.answer_start, turn.answer_end)
        answer = self._text[said.start : said.end]
        return Exchange(union, question, answer, not puts_off(answer), asked, said)

    def _trimmed(self, start: int, end: int) -> Span:
        return sentences.without_bullet(self._text, sentences.trim(self._text, Span(start, end)))

    def _read_units(self) -> list[_Unit]:
        units: list[_Unit] = []
        for number, paragraph in enumerate(sentences.paragraphs(self._text)):
            inside = sentences.without_bullet(self._text, paragraph)
            bullet = inside.start > paragraph.start
            spans = list(sentences.sentences(self._text, inside, self._quotes))
            for place, span in enumerate(spans):
                speech = self._listener.hear(span, whole_paragraph=len(spans) == 1)
                units.append(_Unit(span, speech, place == 0, bullet, number))
        return units

    # --- one sentence ---------------------------------------------------------------------

    def _take(self, place: int, unit: _Unit) -> None:
        act = unit.speech.act
        if act is Act.LABEL:
            self._take_label(unit)
        elif act in ASKS:
            self._take_asking(unit)
        elif act is Act.REPLY:
            self._take_reply(unit)
        elif self._is_heading(place, unit):
            self._boundary(forget=True)
        elif self._open is None:
            self._take_between(place, unit)
        elif self._open.has_answer:
            self._take_after_answer(place, unit, self._open)
        else:
            self._take_after_question(unit, self._open)

    def _take_label(self, unit: _Unit) -> None:
        speech, span = unit.speech, unit.span
        self._boundary()
        self._carried = speech.union or self._under
        if span.start + speech.content >= span.end:
            self._label = speech
            self._under = speech.union or self._under
            return
        self._begin(span.start + speech.content, span.end, speech, certain=self._sure(unit))

    def _sure(self, unit: _Unit) -> bool:
        """Whether "Vision: …" asks: names may be listed in the same way."""
        said = self._text[unit.span.start + unit.speech.content : unit.span.end]
        named_only = not re.match(
            r"(?i)\W*(?:\w+\s)?(?:fråg|synpunkt|önskemål|yrkande)",
            self._text[unit.span.start : unit.span.end],
        )
        return not named_only or self._handed_in or said.endswith("?")

    def _take_asking(self, unit: _Unit) -> None:
        speech, turn = unit.speech, self._open
        if turn and not turn.has_answer and self._same_asker(turn, speech):
            soft = speech.act is Act.REMARK or turn.awaits_list
            if not unit.opens or soft or not turn.certain:
                self._extend(turn, unit)
                turn.union, turn.asker = turn.union or speech.union, turn.asker or speech.asker
                turn.certain = True
                turn.request = turn.request or speech.act is Act.ASK
                self._answer_inside(turn, unit)
                return
        lead = None if unit.opens else self._lead
        if unit.opens and self._lead is not None and self._refers(self._lead):
            lead = self._lead
        self._close()
        self._begin(unit.span.start, unit.span.end, speech, certain=True, lead=lead)
        if self._open:
            self._answer_inside(self._open, unit)
        self._carried = speech.union

    def _take_reply(self, unit: _Unit) -> None:
        turn, labelled = self._open, unit.speech.labelled
        start = unit.span.start + unit.speech.content
        if turn and turn.has_answer and labelled and self._lead is not None:
            # Plain paragraphs stood between two labelled answers: the last of them asked.
            turn.answer_end = self._lead
            self._close(keep_lead=True)
            turn = None
        if turn is None and self._lead is not None:
            self._begin(self._lead, unit.span.start, Speech(Act.QUESTION), certain=False)
            turn = self._open
        if turn is None:
            return
        if turn.has_answer:
            turn.answer_end = unit.span.end
        else:
            turn.answer_start, turn.answer_end = start, unit.span.end
        turn.labelled = turn.labelled or labelled
        self._lead = None

    def _take_between(self, place: int, unit: _Unit) -> None:
        """No question is open: what is said may lead up to one."""
        act = unit.speech.act
        if self._label is not None or act is Act.QUESTION:
            self._begin(
                unit.span.start,
                unit.span.end,
                self._label or unit.speech,
                certain=self._label is not None or self._handed_in,
                lead=self._lead if not unit.opens or self._refers(self._lead) else None,
            )
            self._label = None
        elif act is Act.REFER or act is Act.PLAIN:
            if self._lead is None or (unit.opens and not self._refers(self._lead)):
                self._lead = unit.span.start
        else:
            self._lead = None

    def _take_after_question(self, unit: _Unit, turn: _Turn) -> None:
        """A question is open and waits for its answer."""
        act = unit.speech.act
        adjacent = self._adjacent(turn.end, unit)
        if act is Act.SUPPORT:
            self._extend(turn, unit)
        elif (act in (Act.STATE, Act.RESOLVE) and adjacent) or (
            act is Act.INFORM and adjacent and turn.request and not self._further(unit)
        ):
            turn.answer_start, turn.answer_end = unit.span.start, unit.span.end
        elif act in (Act.INFORM, Act.STATE, Act.CLOSE, Act.RESOLVE):
            self._boundary()
        elif act is Act.TELL or unit.speech.asker:
            if self._same_asker(turn, unit.speech) and (not unit.opens or act is Act.PLAIN):
                self._extend(turn, unit)
            else:
                self._boundary()
        elif unit.bullet and unit.opens and not turn.awaits_list:
            self._boundary()
            self._lead = unit.span.start
        elif adjacent and (
            not unit.opens or act is Act.QUESTION or turn.awaits_list or self._handed_in
        ):
            self._extend(turn, unit)

    def _take_after_answer(self, place: int, unit: _Unit, turn: _Turn) -> None:
        """The employer has begun to answer; does this go on with it?"""
        act = unit.speech.act
        if act in (Act.CLOSE, Act.TELL, Act.SUPPORT) or unit.speech.asker:
            self._boundary()
        elif unit.opens and self._asks(unit.paragraph):
            self._close()
            self._take_between(place, unit)
        elif not unit.opens and self._lead is None:
            turn.answer_end = unit.span.end
        elif act is Act.INFORM:
            self._boundary()
        elif act in (Act.STATE, Act.RESOLVE):
            turn.answer_end, self._lead = unit.span.end, None
        elif unit.bullet:
            if self._text[turn.answer_start : turn.answer_end].rstrip().endswith(LIST_FOLLOWS):
                turn.awaits_list = True
            if turn.awaits_list:
                turn.answer_end = unit.span.end
            else:
                self._close()
                self._take_between(place, unit)
        elif turn.labelled:
            if unit.opens:
                self._lead = unit.span.start
            turn.answer_end = unit.span.end
        elif GOES_ON.match(self._text, unit.span.start):
            turn.answer_end = unit.span.end
        else:
            self._close()
            self._take_between(place, unit)

    # --- what the steps share -------------------------------------------------------------

    def _begin(
        self, start: int, end: int, speech: Speech, *, certain: bool, lead: int | None = None
    ) -> None:
        first = start if lead is None else lead
        refers = self._refers(first)
        self._open = _Turn(
            start=first if refers else start,
            end=end,
            union=speech.union,
            asker=speech.asker,
            lead=first,
            certain=certain,
            request=speech.act is not Act.REMARK,
            carried=self._carried,
            awaits_list=self._text[start:end].rstrip().endswith(LIST_FOLLOWS),
        )
        self._lead = None
        self._label = None

    def _answer_inside(self, turn: _Turn, unit: _Unit) -> None:
        """Divides a sentence that both asks and answers."""
        if unit.speech.reply_at is None:
            return
        turn.end = unit.span.start + unit.speech.reply_at
        asked = self._text[turn.start : turn.end].rstrip(" ,")
        turn.answer_start, turn.answer_end = turn.end, unit.span.end
        turn.end = turn.start + len(
            re.sub(r"\s(?:och|varpå|varvid|varefter)$", "", asked).rstrip(" ,")
        )

    def _extend(self, turn: _Turn, unit: _Unit) -> None:
        turn.end = unit.span.end
        said = self._text[unit.span.start : unit.span.end]
        turn.awaits_list = said.endswith(LIST_FOLLOWS) or (turn.awaits_list and unit.bullet)

    def _boundary(self, *, forget: bool = False) -> None:
        """Nothing after this belongs to what stood before."""
        self._close()
        if forget:
            self._carried = self._under

    def _close(self, *, keep_lead: bool = False) -> None:
        turn, self._open = self._open, None
        if turn is not None:
            if (
                turn.answer_start is not None
                and not self._text[turn.answer_start : turn.answer_end].strip()
            ):
                turn.answer_start = None  # "Svar:" and nothing more
            self._turns.append(turn)
        if not keep_lead:
            self._lead = None

    def _same_asker(self, turn: _Turn, speech: Speech) -> bool:
        return turn.asker is None or turn.asker == speech.asker

    def _adjacent(self, end: int, unit: _Unit) -> bool:
        return not self._text[end : unit.span.start].strip("\n •-–*\t")

    def _further(self, unit: _Unit) -> bool:
        """ "Arbetsgivaren informerade även om": on to the next thing."""
        start = self._text[unit.span.start : unit.span.end][:60].casefold()
        return any(word in start.split() for word in ("även", "också", "vidare", "dessutom"))

    def _refers(self, at: int | None) -> bool:
        return at is not None and any(
            unit.span.start == at and unit.speech.act is Act.REFER for unit in self._units
        )

    def _asks(self, paragraph: int) -> bool:
        """Whether anything in the paragraph asks, or it begins by pointing into a document."""
        inside = [unit.speech.act for unit in self._units if unit.paragraph == paragraph]
        return inside[0] is Act.REFER or any(act in ASKS or act is Act.QUESTION for act in inside)

    def _is_heading(self, place: int, unit: _Unit) -> bool:
        """A short line of its own that says nothing: "Funktionsnedsättning", "Lokaler:"."""
        if unit.speech.act not in (Act.PLAIN, Act.CLOSE) or not unit.opens or unit.bullet:
            return False
        following = self._units[place + 1 : place + 2]
        if following and not following[0].opens:
            return False
        line = self._text[unit.span.start : unit.span.end]
        return (
            len(line) <= LONGEST_HEADING
            and line[0].isupper()
            and not line.endswith(FINISHED)
            and self._open_list() is False
        )

    def _open_list(self) -> bool:
        return self._open is not None and self._open.awaits_list
