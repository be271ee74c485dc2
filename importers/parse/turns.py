"""The conversation's turns: where each question begins and ends, and the answer to it.

Sentence by sentence there is either no question open, or one that waits for its answer, or one
whose answer has begun. A union's asking opens a question, the employer's words begin its answer,
and plain sentences belong to whoever spoke last. A heading, a closing formula, information or a
bullet with another subject ends both.

Plain text before an asking is remembered as its *lead*. Whether the lead belongs to the question
is known only when the answer is: see `exchanges`.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.parse.conversation import Utterance, announces, is_heading
from importers.parse.outcomes import find_outcome
from importers.parse.speech import Act, Speech
from importers.parse.speech_words import PRONOUN, THE_SAME
from importers.parse.turn import Lead, Turn
from importers.parse.unattributed import is_answer

# A paragraph that goes on from the answer before it.
# but not "Den årliga uppföljningen", "De fackliga organisationerna"
GOES_ON: t.Final = re.compile(
    r"(?:(?:Det|Den|De)(?!\s\w+[ae]\s[a-zåäö]{3})|Detta|Dessa|Denna|Man|Där|Då|Därför|Därmed"
    r"|Dessutom"
    r"|Därutöver|Vidare|Även|Också|Han|Hon|Samtidigt|Däremot|Sedan|Utöver|I\sövrigt|Så)\b"
    r"|(?:Beträffande|Angående|När\sdet\sgäller|Vad\sgäller)\s(?:den\s)?(?:\w+\s)?fråga"
)
# "Arbetsgivaren informerade även om": on to the next thing.
NEXT_THING: t.Final = re.compile(r"\b(?:även|också|vidare|dessutom)\b", re.IGNORECASE)
# "Bakgrund: …": stands before the question that it belongs to
BACKGROUND: t.Final = re.compile(r"bakgrund\s?:", re.IGNORECASE)
LIST_FOLLOWS: t.Final = re.compile(r"(?::|följande)$")
BREAKS_OFF: t.Final = re.compile(r"(?::|\w)$")  # "Vision vill få klarlagt": so does a question
# "Vi ser att", "vår enhet": a union goes on about its own
FIRST_PERSON: t.Final = re.compile(r"\b(?:vi|vår|våra|vårt|oss)\b", re.IGNORECASE)
# What may stand between two sentences that follow each other: a bullet, a list number.
NOTHING: t.Final = re.compile(r"[\s•*–-]*(?:(?:\d{1,2}[.)]|[a-zåäö]\))\s+)?")
# "varpå arbetsgivaren svarade": the word that joins the answer to the question is neither's.
JOINT: t.Final = re.compile(r",?\s(?:och|varpå|varvid|varefter)?\s*$|,\s*$")
FOLLOWS_UP: t.Final = re.compile(r"följdfråg", re.IGNORECASE)
ASKED_LABEL: t.Final = re.compile(
    r"\W*(?:\w+\s)?(?:fråg|synpunkt|önskemål|yrkande|kommentar|inspel|begäran|förslag)",
    re.IGNORECASE,
)


class TurnReader:
    """Reads one section's conversation, once."""

    def __init__(self, text: str, *, handed_in: bool, asker: str | None) -> None:
        self._text = text
        self._handed_in = handed_in  # the section holds questions written beforehand
        self._run_asker = asker  # whom a heading names for all questions under it
        self._carried = asker
        self._turns: list[Turn] = []
        self._open: Turn | None = None
        self._lead: Lead | None = None
        self._label: Speech | None = None  # "Fråga från Vision" alone on its line
        self._labels = False  # answers are labelled: "Svar:"

    def read(self, conversation: c.Iterable[Utterance]) -> tuple[Turn, ...]:
        """Every turn, in order; also those that turn out to be no exchange."""
        heard = tuple(conversation)
        self._labels = any(said.act is Act.REPLY and said.speech.labelled for said in heard)
        for said in heard:
            if said.speech.asker == PRONOUN:
                said = self._with_speaker(said)
            match said.act:
                case _ if said.first and BACKGROUND.match(self._text, said.span.start):
                    self._hear_background(said)
                case Act.LABEL:
                    self._hear_label(said)
                case Act.ASK | Act.REMARK if self._handed_in and announces(self._text, said):
                    self._begin_run(said.speech)
                case Act.ASK | Act.REMARK:
                    self._hear_asking(said)
                case Act.REPLY:
                    self._hear_reply(said)
                case _ if is_heading(self._text, said) and not self._in_list():
                    self._close()
                    self._carried = self._run_asker
                case _ if self._open is None:
                    self._hear_between(said)
                case _ if self._open.answer_start is None:
                    self._hear_after_question(said, self._open)
                case _:
                    self._hear_after_answer(said, self._open)
        self._close()
        return tuple(self._turns)

    def _with_speaker(self, said: Utterance) -> Utterance:
        """ "Hon begärde": the union's person who spoke just before, or nobody who asks."""
        by: Turn | Speech | None = self._lead.by if self._lead and not said.first else None
        if self._open and self._open.answer_start is None:
            by = self._open
        if by is None:
            return dc.replace(said, speech=Speech(Act.PLAIN))
        return dc.replace(said, speech=dc.replace(said.speech, union=by.union, asker=by.asker))

    # --- those who ask --------------------------------------------------------------------

    def _hear_label(self, said: Utterance) -> None:
        content = said.span.start + said.speech.content
        if content == said.span.end:
            self._begin_run(said.speech)
            return
        turn = self._open
        if (
            turn
            and turn.answer_start is None
            and (turn.background or not said.first)
            and said.speech.asker in (None, THE_SAME, turn.asker)
        ):
            turn.background = False
            self._extend(turn, said)  # "SSR återkom till larmen. Fråga från SSR: Är de klara?"
            return
        if turn and FOLLOWS_UP.match(self._text, said.span.start) and said.speech.asker is None:
            same = dc.replace(said.speech, union=turn.union, asker=turn.asker)
            said = dc.replace(said, speech=same)
        self._close()
        self._carried = said.speech.union or self._run_asker
        turn = self._begin(content, said.span.end, said.speech, certain=self._asks(said))
        turn.by_label = True

    def _hear_background(self, said: Utterance) -> None:
        """What a question handed in rests on; the asker is whoever was named last."""
        label = self._label
        self._close()
        asker = Speech(Act.QUESTION, self._carried, self._carried)
        turn = self._begin(*said.span, label or asker, certain=True)
        turn.by_label = turn.background = True

    def _begin_run(self, speech: Speech) -> None:
        """A line that only names who asks: for what follows, until somebody else is named."""
        self._close()
        self._label = speech
        self._carried = self._run_asker = speech.union or self._run_asker

    def _asks(self, said: Utterance) -> bool:
        """Whether a labelled line asks: after "Vision:" names or news may stand as well."""
        line = self._said(*said.span)
        return self._handed_in or line.endswith("?") or bool(ASKED_LABEL.match(line))

    def _hear_asking(self, said: Utterance) -> None:
        if said.speech.asker == THE_SAME:
            known = dc.replace(said.speech, union=self._carried, asker=self._carried)
            said = dc.replace(said, speech=known)
        turn = self._open
        if turn and turn.answer_start is None and turn.certain and not said.first:
            self._part_from_answer(turn)
        if turn and self._goes_on_asking(turn, said):
            turn.union, turn.asker = turn.union or said.speech.union, said.speech.asker
            turn.certain = True
            turn.wants_information |= said.act is Act.ASK
            self._extend(turn, said)
        else:
            lead = self._lead_to(said)
            self._close()
            turn = self._begin(*said.span, said.speech, certain=True, lead=lead)
        self._carried = said.speech.union
        if said.speech.reply_at is not None:
            self._divide(turn, said.span.start + said.speech.reply_at)

    def _goes_on_asking(self, turn: Turn, said: Utterance) -> bool:
        """Whether the open question is still the same one."""
        if turn.answer_start is not None or turn.asker not in (None, said.speech.asker):
            return False
        another = said.first or (turn.wants_information and self._on_to_next(said))
        new_request = said.act is Act.ASK and another
        return not new_request or turn.awaits_list or not turn.certain

    # --- those who answer -----------------------------------------------------------------

    def _hear_reply(self, said: Utterance) -> None:
        turn, labelled = self._open, said.speech.labelled
        if said.speech.to and self._answer_earlier(said):
            return
        if turn and turn.answer_start is not None and labelled and self._lead:
            # Plain paragraphs stood between two labelled answers: the last of them asked.
            turn.answer_end = self._lead.start
            lead = self._lead
            self._close()
            self._lead, turn = lead, None
        if turn is None and self._lead:
            asked = self._lead.by or Speech(Act.QUESTION)
            turn = self._begin(self._lead.start, said.span.start, asked, certain=False)
        if turn is not None:
            turn.awaits_list |= said.listed and turn.answer_start is not None and self._in_list()
            self._answer(turn, said.span.start + said.speech.content, said.span.end)
            turn.labelled |= labelled

    def _answer_earlier(self, said: Utterance) -> bool:
        """Whether the reply names another asker than the last, who waits for one."""
        asked = self._open
        if asked is None or said.speech.to == asked.asker or not self._turns:
            return False
        before = self._turns[-1]
        if before.asker != said.speech.to or before.answer_start is not None:
            return False
        before.answer_start, before.answer_end = said.span
        asked.heard_to = said.span.end
        return True

    def _answer(self, turn: Turn, start: int, end: int) -> None:
        if turn.answer_start is None:
            turn.answer_start = start
        turn.answer_end = end
        self._lead = None

    def _divide(self, turn: Turn, at: int) -> None:
        """One sentence both asks and answers; the answer begins at `at`."""
        self._answer(turn, at, turn.end)
        turn.end = turn.start + len(JOINT.sub("", self._text[turn.start : at]))

    # --- everybody else, by what is open --------------------------------------------------

    def _hear_between(self, said: Utterance) -> None:
        """No question is open: what is said may lead up to one."""
        lead = self._lead_to(said)
        if self._label is not None or said.act is Act.QUESTION:
            asker = lead.by if lead else None
            certain = self._label is not None or self._handed_in or asker is not None
            speech = self._label or asker or said.speech
            self._begin(*said.span, speech, certain=certain, lead=lead)
        elif said.act in (Act.TELL, Act.PLAIN) and said.speech.asker and not self._handed_in:
            self._lead = Lead(said.span.start, refers=False, by=said.speech)
        elif said.speech.reacts and self._lead and self._lead.by:
            self._take_up(said, self._lead, self._lead.by)
        elif said.act not in (Act.PLAIN, Act.REFER):
            self._lead = None
        elif self._lead is None or (said.first and not self._lead.refers):
            self._lead = Lead(said.span.start, said.act is Act.REFER)

    def _take_up(self, said: Utterance, lead: Lead, by: Speech) -> None:
        """The employer reacts to what a union told: so it was a remark."""
        turn = self._begin(lead.start, said.span.start, by, certain=True, lead=lead)
        self._answer(turn, *said.span)

    def _hear_after_question(self, said: Utterance, turn: Turn) -> None:
        """A question waits for its answer."""
        heard = max(turn.end, turn.heard_to)
        follows = NOTHING.fullmatch(self._text, heard, said.span.start) is not None
        own = said.speech.asker is not None and said.speech.asker == turn.asker
        match said.act:
            case Act.SECOND:
                self._extend(turn, said)
            case Act.DISCUSS:
                turn.heard_to = said.span.end
            case _ if said.first and said.nobody_asks and self._may_ask(said):
                self._hear_another_question(said, turn, follows=follows)
            case Act.STATE if turn.awaits_list and said.listed:
                self._extend(turn, said)
            case Act.STATE | Act.RESOLVE if follows:
                self._answer(turn, *said.span)
            case Act.EXPLAIN if follows or turn.wants_information:
                self._answer(turn, *said.span)
            case Act.INFORM if follows and turn.wants_information and not self._on_to_next(said):
                self._answer(turn, *said.span)
            case Act.PLAIN | Act.TELL if own and (said.act is Act.PLAIN or not said.first):
                self._extend(turn, said)
            case Act.PLAIN | Act.REFER | Act.QUESTION if said.speech.asker is None:
                self._hear_plain_after_question(said, turn, follows=follows)
            case _:
                self._close()

    def _hear_another_question(self, said: Utterance, turn: Turn, *, follows: bool) -> None:
        """A paragraph asks without naming anybody: more of the same question, or the next."""
        if follows and (turn.awaits_list or not self._handed_in):
            self._extend(turn, said)
        else:
            self._close()
            self._begin(*said.span, Speech(Act.QUESTION), certain=self._handed_in)

    def _may_ask(self, said: Utterance) -> bool:
        """Whether this can be the union's words; "Enheten har bytt chef" can, handed in."""
        return said.act in (Act.PLAIN, Act.QUESTION, Act.REFER) or (
            self._handed_in and said.act is Act.STATE
        )

    def _hear_plain_after_question(self, said: Utterance, turn: Turn, *, follows: bool) -> None:
        if self._answers_unlabelled(said, turn, follows=follows):
            self._answer(turn, *said.span)
        elif said.listed and said.first and not turn.awaits_list:
            self._close()
            self._hear_between(said)
        elif follows and (
            not said.first or turn.awaits_list or self._handed_in or said.act is Act.QUESTION
        ):
            self._extend(turn, said)

    def _answers_unlabelled(self, said: Utterance, turn: Turn, *, follows: bool) -> bool:
        """Whether a plain sentence after a question mark is the answer, with nothing that says so.

        To questions handed in beforehand, and to "Vision: Hur många?", the answer is a paragraph
        of its own. Otherwise it shares a list item with the question: "• Nya bord? Bara i vår."
        """
        asked = self._said(turn.start, turn.end)
        if not follows or self._labels or said.act is not Act.PLAIN or not asked.endswith("?"):
            return False
        if FIRST_PERSON.search(self._text, *said.span):
            return False
        if said.first:
            return self._handed_in or (turn.by_label and not said.listed)
        return said.listed and not self._handed_in

    def _hear_after_answer(self, said: Utterance, turn: Turn) -> None:
        """The employer has begun to answer; does this go on with it?"""
        if said.speech.asker:
            self._close()
            self._hear_between(said)
        elif said.act is Act.CLOSE and self._ends(said):
            self._close()
        elif said.first and said.asks_here:
            self._close()
            self._hear_between(said)
        elif not said.first and self._lead is None:
            turn.answer_end = said.span.end
        elif said.act is Act.INFORM:
            self._close()
        elif self._goes_on_answering(said, turn):
            turn.answer_end = said.span.end
            plain = said.act is Act.PLAIN and turn.labelled and not turn.awaits_list
            if not plain:
                self._lead = None
            elif said.first:
                self._lead = Lead(said.span.start, refers=False)
        else:
            self._close()
            self._hear_between(said)

    def _ends(self, said: Utterance) -> bool:
        """Whether a formula ends the item, and not "Mötet hålls i maj" within an answer."""
        return said.first or find_outcome(self._said(*said.span)) is not None

    def _goes_on_answering(self, said: Utterance, turn: Turn) -> bool:
        """Whether a new paragraph belongs to the answer."""
        if said.act in (Act.STATE, Act.EXPLAIN, Act.RESOLVE):
            return True
        if said.listed:
            turn.awaits_list |= self._in_list()
            return turn.awaits_list
        return turn.labelled or bool(GOES_ON.match(self._text, said.span.start))

    # --- what they share ------------------------------------------------------------------

    def _begin(
        self, start: int, end: int, speech: Speech, *, certain: bool, lead: Lead | None = None
    ) -> Turn:
        first = lead.start if lead else start
        self._open = Turn(
            lead=first,
            start=first if lead and (lead.refers or lead.by) else start,
            end=end,
            union=speech.union,
            asker=speech.asker,
            certain=certain,
            wants_information=speech.act is not Act.REMARK,
            carried=self._carried,
            asked_end=end,
            awaits_list=bool(BREAKS_OFF.search(self._said(start, end))),
        )
        self._lead = self._label = None
        return self._open

    def _extend(self, turn: Turn, said: Utterance) -> None:
        turn.end = said.span.end
        if said.act is not Act.PLAIN or said.first:
            turn.asked_end = turn.end
        line = self._said(*said.span)
        turn.awaits_list = bool(BREAKS_OFF.search(line)) or (turn.awaits_list and said.listed)

    def _close(self) -> None:
        """Nothing after this belongs to what stood before."""
        turn, self._open = self._open, None
        self._lead = self._label = None
        if turn is None:
            return
        if turn.answer_start is None and turn.certain:
            self._part_from_answer(turn)
        if turn.answer_start is not None and not self._said(turn.answer_start, turn.answer_end):
            turn.answer_start = None  # "Svar:" and nothing more
        self._turns.append(turn)

    def _part_from_answer(self, turn: Turn) -> None:
        """Plain sentences behind the asking ones may be an answer that nobody is named for."""
        said = self._said(turn.asked_end, turn.end)
        written = self._handed_in or turn.by_label
        if said and is_answer(said, requested=turn.wants_information and not written):
            turn.answer_start, turn.answer_end = turn.asked_end, turn.end
            turn.end = turn.asked_end

    def _lead_to(self, said: Utterance) -> Lead | None:
        """What leads up to the sentence: a document's words, or the same speaker's."""
        lead = self._lead
        if lead is None or (said.first and not lead.refers):
            return None
        if lead.by and said.speech.asker not in (None, PRONOUN, lead.by.asker):
            return None
        return lead

    def _in_list(self) -> bool:
        """Whether a short line is an item of what was announced, and no heading."""
        turn = self._open
        if turn is None or turn.answer_start is None:
            return turn is not None and turn.awaits_list
        answer = self._said(turn.answer_start, turn.answer_end)
        return not answer or LIST_FOLLOWS.search(answer) is not None

    def _said(self, start: int, end: int) -> str:
        return self._text[start:end].strip()

    def _on_to_next(self, said: Utterance) -> bool:
        return bool(NEXT_THING.search(self._text, said.span.start, said.span.start + 60))
