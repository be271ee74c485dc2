"""What every meeting has: justerare, the last protocol, open questions, union news, board cases."""

import typing as t

from archive.model import Outcome
from importers.demo import questions
from importers.demo.draft import Draft
from importers.demo.matters import phrases
from importers.demo.sitting import Sitting
from importers.demo.styles import AdminIn

CASES_SHOWN: t.Final = (2, 6)


def write_justerare(draft: Draft, sitting: Sitting) -> None:
    """Who is to approve the minutes, as a list or in a sentence."""
    if sitting.rng.random() < 0.5:
        draft.say("Till justerare valdes:")
        for person in sitting.justerare:
            side = sitting.names[person.union] if person.union else "Arbetsgivaren"
            draft.say(f"{side}: {person.name}")
    else:
        *others, last = (person.name for person in sitting.justerare)
        names = f"{', '.join(others)} och {last}" if others else last
        draft.say(f"{names} utsågs att justera protokollet.")
    if sitting.rng.random() < 0.5:
        draft.say(sitting.phrase("justering"))


def write_previous(draft: Draft, sitting: Sitting) -> None:
    """The last protocol is laid to the files, sometimes with a correction."""
    worth_it = [written for written in sitting.memory.last_sections if written.section.exchanges]
    if not worth_it or sitting.rng.random() > 0.3:
        draft.say(sitting.phrase("previous"))
        return
    earlier = sitting.rng.choice(worth_it)
    where = f"punkten {earlier.section.title}"
    if "§" in earlier.label and sitting.memory.last_date == sitting.occasion.previous:
        where = f"{earlier.label} {earlier.section.title}"
    draft.say(sitting.phrase("correction", name=sitting.speaker().name, where=where))


def write_open_questions(draft: Draft, sitting: Sitting) -> None:
    """Questions that were put off last time, and those that return over the years."""
    for waiting in sitting.memory.put_off[:2]:
        questions.answer_at_last(draft, sitting, waiting)
    for recurring in questions.due(sitting):
        questions.go_on(draft, sitting, recurring)
    if draft.is_empty:
        draft.say(sitting.phrase("nothing_open"))


def write_union_news(draft: Draft, sitting: Sitting) -> None:
    """What the unions tell of themselves; no questions."""
    news = sitting.rng.sample(phrases()["union_news"], len(sitting.unions))
    for union, text in zip(sitting.unions, news, strict=True):
        if sitting.rng.random() < 0.6:
            draft.say(sitting.slots(name=sitting.names[union]).fill(text))
    if draft.is_empty:
        draft.say(sitting.phrase("no_union_news"))


def write_board(draft: Draft, sitting: Sitting) -> None:
    """The cases that go to the board, some for samverkan and the rest for information."""
    rng = sitting.rng
    cases = [*phrases()["cases"], *phrases()[f"cases_{sitting.kind}"]]
    chosen = rng.sample(cases, rng.randint(*CASES_SHOWN))
    negotiated = rng.randint(0, min(2, len(chosen) - 1))
    number_first = rng.random() < 0.5
    if sitting.style.admin is AdminIn.BOARD_ONLY or rng.random() < 0.3:
        draft.say(sitting.phrase("board_intro"))
    if negotiated:
        draft.subhead(sitting.phrase("board_11"))
        for case in chosen[:negotiated]:
            _list_case(draft, sitting, case, "MBL § 11", Outcome.AGREED, number_first)
        draft.say(sitting.phrase("board_agreed"))
    draft.subhead(sitting.phrase("board_19"))
    for case in chosen[negotiated:]:
        _list_case(draft, sitting, case, "MBL § 19", Outcome.INFORMED, number_first)
    draft.say(sitting.phrase("board_informed"))


def _list_case(
    draft: Draft, sitting: Sitting, case: str, basis: str, outcome: Outcome, number_first: bool
) -> None:
    slots = sitting.slots()
    title, number = slots.fill(case), slots["dnr"]
    draft.say(f"{number} {title}" if number_first else f"{title}, {number}")
    draft.file_under(slots.diarienummer)
    draft.settle(basis, title, outcome)
