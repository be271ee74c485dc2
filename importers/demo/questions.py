"""Questions and what becomes of them: answered, taken along, put off until next time, or left."""

import datetime as dt
import typing as t

from importers.demo import wording
from importers.demo.draft import Draft
from importers.demo.matters import Question, threads
from importers.demo.sitting import PutOff, Recurring, Sitting
from importers.demo.slots import Slots
from importers.demo.wording import Manner, Reply, Said, Speaker

THREAD_PAUSE: t.Final = dt.timedelta(days=190)  # at least, between two stages
THREAD_AGAIN: t.Final = dt.timedelta(days=1100)  # until it may begin anew, about something else
THREADS_AT_ONCE: t.Final = 3
# How often a question is answered, taken along, put off and left without a reply.
FATES: t.Final = {
    Reply.ANSWERED: 12,
    Reply.TAKEN_ALONG: 2,
    Reply.PUT_OFF: 3,
    Reply.NONE: 1,
}
ONE_PARAGRAPH: t.Final = 0.3  # question and answer together
SOMETHING_BETWEEN: t.Final = 0.08  # a paragraph between them


def ask(draft: Draft, sitting: Sitting, question: Question, slots: Slots) -> None:
    """Somebody asks, and perhaps gets an answer."""
    speaker = sitting.speaker()
    asked = wording.ask(question, speaker, sitting.manner, slots, sitting.rng)
    _reply(draft, sitting, question, asked, speaker, slots, _fate(sitting, question))


def ask_beforehand(
    draft: Draft, sitting: Sitting, union: str, questions: t.Iterable[Question]
) -> None:
    """A union's questions in a row, its name once above them."""
    draft.subhead(sitting.phrase("questions_from", name=sitting.names[union]))
    for question in questions:
        slots, fate = sitting.slots(), _fate(sitting, question)
        asked = Said(wording.ask_unlabelled(question, slots))
        answer = wording.reply(
            asked.text, question.answers, fate, Manner.LABELLED, slots, sitting.rng
        )
        draft.exchange(union, asked, answer, answered=_is_answer(fate))
        if fate is Reply.PUT_OFF:
            _remember(sitting, question, sitting.speaker_of(union), slots)


def answer_at_last(draft: Draft, sitting: Sitting, waiting: PutOff) -> None:
    """A question from an earlier meeting gets its answer, or is put off once more."""
    slots = sitting.slots(**waiting.kept)
    about, when = slots.fill(waiting.question.about), sitting.when(waiting.asked)
    asked = Said(wording.follow_up(about, waiting.speaker, when, sitting.rng))
    fate = _fate(sitting, waiting.question)
    _reply(draft, sitting, waiting.question, asked, waiting.speaker, slots, fate)


def due(sitting: Sitting) -> list[Recurring]:
    """The threads whose next stage is to be written now; sometimes a new one begins."""
    day, running = sitting.occasion.date, sitting.memory.recurring
    found = [thread for thread in running if day - thread.last >= THREAD_PAUSE][:1]
    wanted = not found or sitting.rng.random() < 0.4
    if len(running) < THREADS_AT_ONCE and wanted and (begun := _begin(sitting)) is not None:
        found.append(begun)
    return found


def go_on(draft: Draft, sitting: Sitting, recurring: Recurring) -> None:
    """Write the next stage of a thread."""
    rng = sitting.rng
    slots = sitting.slots(**recurring.kept)
    question = recurring.thread.stages[recurring.stage]
    if recurring.union not in sitting.unions:
        recurring.union = rng.choice(sitting.unions)
    speaker = sitting.speaker_of(recurring.union)
    if not draft.is_empty or rng.random() < 0.4:
        draft.subhead(slots.fill(rng.choice(recurring.thread.titles)))
    if recurring.stage:
        when = sitting.when(recurring.last)
        reminder = wording.remind(slots.fill(recurring.thread.about), speaker, when, rng)
        again = Speaker(rng.choice((speaker.name, "Förbundet")), speaker.union)
        asked = Said(f"{reminder} {wording.ask(question, again, sitting.manner, slots, rng).whole}")
    else:
        asked = wording.ask(question, speaker, sitting.manner, slots, rng)
    _reply(draft, sitting, question, asked, speaker, slots, Reply.ANSWERED)
    recurring.kept = slots.lasting()
    recurring.stage += 1
    recurring.last = sitting.occasion.date
    if recurring.stage == len(recurring.thread.stages):
        sitting.memory.recurring.remove(recurring)


def _begin(sitting: Sitting) -> Recurring | None:
    day, memory = sitting.occasion.date, sitting.memory
    free = [
        thread
        for thread in threads()
        if (not thread.concerns or sitting.kind in thread.concerns)
        and day - memory.begun.get(thread.id, dt.date.min) > THREAD_AGAIN
    ]
    if not free or not sitting.unions:
        return None
    recurring = Recurring(sitting.rng.choice(free), sitting.rng.choice(sitting.unions), {})
    memory.recurring.append(recurring)
    memory.begun[recurring.thread.id] = day
    return recurring


def _reply(
    draft: Draft,
    sitting: Sitting,
    question: Question,
    asked: Said,
    speaker: Speaker,
    slots: Slots,
    fate: Reply,
) -> None:
    rng, told = sitting.rng, sitting.manner is Manner.PAST
    answer = wording.reply(asked.text, question.answers, fate, sitting.manner, slots, rng)
    together = told and rng.random() < ONE_PARAGRAPH
    apart = told and not together and fate is Reply.ANSWERED and rng.random() < SOMETHING_BETWEEN
    draft.exchange(
        speaker.union,
        asked,
        answer,
        answered=_is_answer(fate),
        together=together,
        between=sitting.phrase("between") if apart else "",
    )
    if fate is Reply.PUT_OFF:
        _remember(sitting, question, speaker, slots)


def _remember(sitting: Sitting, question: Question, speaker: Speaker, slots: Slots) -> None:
    if question.about:
        about = slots.lasting()
        sitting.put_off.append(PutOff(question, speaker, about, sitting.occasion.date))


def _fate(sitting: Sitting, question: Question) -> Reply:
    if not question.answers:
        return sitting.rng.choice((Reply.TAKEN_ALONG, Reply.NONE))
    return sitting.rng.choices(tuple(FATES), tuple(FATES.values()))[0]


def _is_answer(fate: Reply) -> bool:
    return fate in {Reply.ANSWERED, Reply.TAKEN_ALONG}
