"""Matters: which are taken up, and how they are told, negotiated and decided."""

import typing as t

from archive.model import Outcome
from importers.demo import questions
from importers.demo.agenda import Item
from importers.demo.draft import BULLET, Draft
from importers.demo.matters import Matter, matters, phrases
from importers.demo.sitting import Sitting
from importers.demo.slots import Slots, sentences

ASKED_ABOUT: t.Final = ("arbetsmiljo", "personal", "verksamhet", "it", "lokaler", "kompetens")

Thing = t.TypeVar("Thing")


def write_area(draft: Draft, sitting: Sitting, item: Item) -> None:
    """One or two matters of an area, each under a small heading where they are two."""
    chosen = choose(sitting, item.areas, how_many=sitting.rng.choice((1, 1, 2)))
    for matter in chosen:
        slots = sitting.slots()
        if len(chosen) > 1:
            draft.subhead(slots.fill(sitting.rng.choice(matter.titles)))
        _tell(draft, sitting, matter, slots)
    if draft.is_empty:
        draft.say(sitting.phrase("nothing"))


def own_section(sitting: Sitting, item: Item) -> Draft | None:
    """A matter under its own heading, or None where nothing is left to tell."""
    for matter in choose(sitting, item.areas, how_many=1):
        slots = sitting.slots()
        draft = Draft(slots.fill(sitting.rng.choice(matter.titles)))
        _tell(draft, sitting, matter, slots)
        return draft
    return None


def samverkan(sitting: Sitting) -> Draft | None:
    """A matter under MBL § 11 or § 19, with its case number, risks and outcome."""
    rng = sitting.rng
    for matter in choose(sitting, ("organisation",), how_many=1):
        slots = sitting.slots()
        title = slots.fill(rng.choice(matter.titles))
        draft = Draft(title)
        if rng.random() < 0.6:
            draft.say(slots.fill("Dnr {dnr}"))
        draft.say(rng.choice(phrases()[f"basis_{matter.mbl}"]))
        _say(draft, slots.fill(rng.choice(matter.told)))
        if matter.mbl == "11" and rng.random() < 0.7:
            draft.say(slots.fill(rng.choice(phrases()["risk"])))
        for question in _some(sitting, matter.questions, 1):
            questions.ask(draft, sitting, question, slots)
        outcome = _outcome(sitting, matter)
        draft.say(_outcome_told(sitting, matter, outcome, slots))
        draft.settle(f"MBL § {matter.mbl}", title, outcome)
        draft.file_under(slots.diarienummer)
        return draft
    return None


def write_sent_in(draft: Draft, sitting: Sitting) -> None:
    """What one or two unions have sent in beforehand, if anything."""
    asking = _some(sitting, sitting.unions, sitting.rng.choice((0, 1, 1, 2)))
    for union in asking:
        chosen = choose(sitting, ASKED_ABOUT, how_many=3)
        direct = [q for matter in chosen for q in matter.questions[:1] if q.direct]
        if direct:
            questions.ask_beforehand(draft, sitting, union, direct)
    if draft.is_empty:
        draft.say(sitting.phrase("no_questions"))


def write_other(draft: Draft, sitting: Sitting) -> None:
    """A question that nobody had announced, or none."""
    if sitting.rng.random() < 0.5:
        for matter in choose(sitting, ("lokaler", "it", "miljo", "personal"), how_many=1):
            for question in _some(sitting, matter.questions, 1):
                questions.ask(draft, sitting, question, sitting.slots())
    if draft.is_empty:
        draft.say(sitting.phrase("nothing_else"))


def choose(sitting: Sitting, areas: tuple[str, ...], how_many: int) -> list[Matter]:
    """Matters of those areas that fit the förvaltning and the season, rather such as were not
    told lately; none twice in a meeting."""
    fitting = [
        matter
        for matter in matters()
        if matter.area in areas and matter.id not in sitting.used and _fits(matter, sitting)
    ]
    fresh = [matter for matter in fitting if matter.id not in sitting.memory.told]
    if len(fresh) < how_many:
        fresh = fitting
    chosen = sitting.rng.sample(fresh, min(how_many, len(fresh)))
    for matter in chosen:
        sitting.used.add(matter.id)
        sitting.memory.told.append(matter.id)
    return chosen


def _fits(matter: Matter, sitting: Sitting) -> bool:
    day = sitting.occasion.date
    return (
        matter.since <= day.year <= matter.until
        and (not matter.months or day.month in matter.months)
        and (not matter.concerns or sitting.kind in matter.concerns)
    )


def _tell(draft: Draft, sitting: Sitting, matter: Matter, slots: Slots) -> None:
    _say(draft, slots.fill(sitting.rng.choice(matter.told)))
    for question in _some(sitting, matter.questions, sitting.rng.choice((0, 1, 1, 2))):
        questions.ask(draft, sitting, question, slots)
    draft.file_under(slots.diarienummer)


def _say(draft: Draft, told: str) -> None:
    for paragraph in told.split("\n"):
        if paragraph.startswith("- "):
            draft.say(BULLET + paragraph.removeprefix("- "))
        elif paragraph:
            draft.say(sentences(paragraph))


def _outcome(sitting: Sitting, matter: Matter) -> Outcome:
    if matter.mbl == "19":
        return Outcome.INFORMED
    if not sitting.unions:
        return Outcome.AGREED
    ends = (Outcome.AGREED, Outcome.DISAGREED, Outcome.POSTPONED)
    return sitting.rng.choices(ends, (6, 2, 2))[0]


def _outcome_told(sitting: Sitting, matter: Matter, outcome: Outcome, slots: Slots) -> str:
    if outcome is Outcome.DISAGREED:
        slots["objector"] = sitting.names[sitting.rng.choice(sitting.unions)]
        slots["objection"] = slots.fill(sitting.rng.choice(matter.objections))
    return slots.fill(sitting.rng.choice(phrases()[f"outcome_{outcome}"]))


def _some(sitting: Sitting, things: tuple[Thing, ...], count: int) -> list[Thing]:
    return sitting.rng.sample(things, min(count, len(things)))
