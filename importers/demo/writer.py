"""One meeting as values: the protocol that a perfect reader would make of the file.

The secretary of a förvaltning remembers what was said before: matters are not told again too soon,
a question that was put off comes back at the next meeting, and some questions return for years.
What the truth does not hold: ids, topics, references, pages, warnings and the file; those are the
archive's own doing.
"""

import collections
import dataclasses as dc
import datetime as dt
import random
import typing as t

from archive.model import Outcome, Protocol
from importers.demo import front, wording
from importers.demo.agenda import AGENDAS, Item, Kind
from importers.demo.calendar import Occasion, dated, spoken
from importers.demo.draft import Draft, WrittenSection
from importers.demo.matters import Matter, Question, Thread, matters, phrases, threads
from importers.demo.slots import Pools, Slots
from importers.demo.styles import HouseStyle, Numbering
from importers.demo.wording import Manner, Reply, Speaker
from importers.demo.world import TRADES, Person, World, registries

REMEMBERED: t.Final = 60  # matters that are not told again yet
ZONE: t.Final = dt.timezone(dt.timedelta(hours=1))
THREAD_PAUSE: t.Final = dt.timedelta(days=190)


@dc.dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting's record before it is laid out: the truth, and what the layouts print of it."""

    protocol: Protocol
    style: HouseStyle
    occasion: Occasion
    sections: tuple[WrittenSection, ...]
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    justerare: tuple[Person, ...]
    secretary: Person
    fields: tuple[front.Field, ...]
    full_names: t.Mapping[str, str]  # how each union is printed in lists
    signed: tuple[dt.datetime, ...]


@dc.dataclass(slots=True)
class Recurring:
    """A thread that runs in one förvaltning."""

    thread: Thread
    union: str
    kept: dict[str, str]  # fillings that stay the same
    stage: int = 0
    last: dt.date = dt.date.min


@dc.dataclass(frozen=True, slots=True)
class PutOff:
    """A question that got no real answer yet."""

    question: Question
    speaker: Speaker
    slots: Slots
    asked: dt.date


class Secretary:
    """Writes one förvaltning's minutes, meeting by meeting, in order."""

    def __init__(
        self, forvaltning: str, world: World, styles: tuple[HouseStyle, HouseStyle], seed: str
    ) -> None:
        self.forvaltning = forvaltning
        self._world, self._styles, self._seed = world, styles, seed
        rng = random.Random(f"{seed}/secretary/{forvaltning}")
        self._change = dt.date(rng.randint(2020, 2022), rng.choice((1, 8)), 1)
        self._rooms = world.rooms(forvaltning)
        self.pools = Pools(forvaltning)
        self.told: collections.deque[str] = collections.deque(maxlen=REMEMBERED)
        self.put_off: list[PutOff] = []
        self.recurring: list[Recurring] = []
        self.begun: dict[str, dt.date] = {}
        self.last_sections: tuple[WrittenSection, ...] = ()
        self._number = 0
        self._year = 0

    def write(self, occasion: Occasion) -> Minutes:
        """The minutes of the next meeting."""
        rng = random.Random(f"{self._seed}/{self.forvaltning}/{occasion.date}")
        style = self._styles[occasion.date >= self._change]
        table = _Table(self, self._world, style, occasion, rng)
        if occasion.date.year != self._year or not style.running:
            self._year = occasion.date.year
            self._number = 12 * (occasion.number - 1) if style.running else 0
        sections: list[WrittenSection] = []
        for draft in table.drafts():
            self._number += 1
            number = None if style.numbering is Numbering.NONE else self._number
            label = style.numbering.label(self._number)
            sections.append(draft.finish(len(sections) + 1, number, label))
        self.last_sections = tuple(sections)
        return table.minutes(self.last_sections, rng.choice(self._rooms))


class _Table:
    """Those who sit at one meeting, and what they say."""

    def __init__(
        self,
        secretary: Secretary,
        world: World,
        style: HouseStyle,
        occasion: Occasion,
        rng: random.Random,
    ) -> None:
        self.memory, self.style, self.occasion, self.rng = secretary, style, occasion, rng
        self.trade = TRADES[occasion.forvaltning]
        self.manner = rng.choice(style.manners)
        self.employer = world.employer(occasion.forvaltning, occasion.date)
        reps = world.union_side(occasion.forvaltning, occasion.date)
        away = {p.name for p in (*self.employer[1:-1], *reps) if rng.random() < 0.13}
        self.present = tuple(p for p in (*self.employer, *reps) if p.name not in away)
        self.absent = tuple(p for p in (*self.employer, *reps) if p.name in away)
        self.unions = tuple(dict.fromkeys(p.union for p in self.present if p.union))
        self.names = {p.union: self._printed(p.union) for p in reps if p.union}
        self.justerare = self._justerare()
        self.fresh: list[PutOff] = []
        self.used: set[str] = set()

    # -- the order of business ---------------------------------------------------------------

    def drafts(self) -> list[Draft]:
        """All sections, in order."""
        written = []
        for item in AGENDAS[self.style.agenda]:
            if self.rng.random() > item.chance:
                continue
            draft = self._draft(item)
            if draft is not None:
                written.append(draft)
        self.memory.put_off = self.fresh
        return written

    def _draft(self, item: Item) -> Draft | None:
        match item.kind:
            case Kind.MATTER:
                return self._matter_of_its_own(item)
            case Kind.SAMVERKAN:
                return self._samverkan()
        draft = Draft(self._title(item))
        match item.kind:
            case Kind.OPENING | Kind.AGENDA | Kind.CLOSING | Kind.NEXT:
                draft.say(self._phrase(item.kind.name.lower()))
            case Kind.JUSTERARE:
                self._write_justerare(draft)
            case Kind.PREVIOUS:
                self._write_previous(draft)
            case Kind.OPEN_QUESTIONS:
                self._write_open_questions(draft)
            case Kind.AREA:
                self._write_area(draft, item)
            case Kind.QUESTIONS:
                self._write_questions(draft)
            case Kind.UNION_NEWS:
                self._write_union_news(draft)
            case Kind.BOARD:
                self._write_board(draft)
            case Kind.OTHER:
                self._write_other(draft)
        return draft

    def _title(self, item: Item) -> str:
        if item.long_title and self.style.long_titles:
            return item.long_title
        stable = random.Random(f"{self.occasion.forvaltning}/{self.style.name}/{item.titles}")
        return stable.choice(item.titles)

    # -- formalities -------------------------------------------------------------------------

    def _write_justerare(self, draft: Draft) -> None:
        if self.rng.random() < 0.5:
            draft.say("Till justerare valdes:")
            for person in self.justerare:
                side = self.names[person.union] if person.union else "Arbetsgivaren"
                draft.say(f"{side}: {person.name}")
        else:
            *others, last = (person.name for person in self.justerare)
            draft.say(f"{', '.join(others)} och {last} utsågs att justera protokollet.")
        if self.rng.random() < 0.5:
            draft.say(self._phrase("justering"))

    def _write_previous(self, draft: Draft) -> None:
        if self.memory.last_sections and self.rng.random() < 0.3:
            earlier = self.rng.choice(self.memory.last_sections)
            name = self._speaker().name
            where = f"{earlier.label} {earlier.section.title}".strip()
            if "§" not in where:
                where = f"punkten {where}"
            draft.say(self._phrase("correction", name=name, where=where))
        else:
            draft.say(self._phrase("previous"))

    def _write_open_questions(self, draft: Draft) -> None:
        for waiting in self.memory.put_off[:2]:
            self._answer_at_last(draft, waiting)
        for recurring in self._due():
            self._continue(draft, recurring)
        if draft.is_empty:
            draft.say(self._phrase("nothing_open"))

    def _answer_at_last(self, draft: Draft, waiting: PutOff) -> None:
        slots = self._slots(**waiting.slots.lasting())
        question = wording.follow_up(
            slots.fill(waiting.question.about),
            waiting.speaker.name,
            self._when(waiting.asked),
            self.rng,
        )
        self._reply(draft, waiting.question, question, waiting.speaker, slots)

    def _when(self, day: dt.date) -> str:
        return spoken(day) if day.year == self.occasion.date.year else dated(day)

    # -- questions that come back --------------------------------------------------------------

    def _due(self) -> list[Recurring]:
        day = self.occasion.date
        due = [r for r in self.memory.recurring if day - r.last >= THREAD_PAUSE][:1]
        if len(self.memory.recurring) < 3 and (len(due) == 0 or self.rng.random() < 0.4):
            begun = self._begin()
            if begun is not None:
                due.append(begun)
        return due

    def _begin(self) -> Recurring | None:
        day = self.occasion.date
        free = [
            thread
            for thread in threads()
            if (not thread.concerns or self.trade.kind in thread.concerns)
            and day - self.memory.begun.get(thread.id, dt.date.min) > dt.timedelta(days=1100)
        ]
        if not free or not self.unions:
            return None
        recurring = Recurring(self.rng.choice(free), self.rng.choice(self.unions), {})
        self.memory.recurring.append(recurring)
        self.memory.begun[recurring.thread.id] = day
        return recurring

    def _continue(self, draft: Draft, recurring: Recurring) -> None:
        slots = self._slots()
        slots.update(recurring.kept)
        question = recurring.thread.stages[recurring.stage]
        if recurring.union not in self.unions:
            recurring.union = self.rng.choice(self.unions)
        speaker = Speaker(self.names[recurring.union], recurring.union)
        asked = wording.ask(question, speaker, self.manner, slots, self.rng)
        if recurring.stage:
            opening = wording.remind(
                recurring.thread.about, speaker.name, self._when(recurring.last), slots, self.rng
            )
            asked = f"{opening} {asked}"
        if not draft.is_empty or self.rng.random() < 0.4:
            draft.subhead(slots.fill(self.rng.choice(recurring.thread.titles)))
        self._reply(draft, question, asked, speaker, slots, stage=True)
        recurring.kept = slots.lasting()
        recurring.stage += 1
        recurring.last = self.occasion.date
        if recurring.stage == len(recurring.thread.stages):
            self.memory.recurring.remove(recurring)

    # -- matters -----------------------------------------------------------------------------

    def _write_area(self, draft: Draft, item: Item) -> None:
        chosen = self._choose(item.areas, how_many=self.rng.choice((1, 1, 2)))
        for matter in chosen:
            slots = self._slots()
            if len(chosen) > 1:
                draft.subhead(slots.fill(self.rng.choice(matter.titles)))
            self._tell(draft, matter, slots)
        if draft.is_empty:
            draft.say(self._phrase("nothing"))

    def _matter_of_its_own(self, item: Item) -> Draft | None:
        for matter in self._choose(item.areas, how_many=1):
            slots = self._slots()
            draft = Draft(slots.fill(self.rng.choice(matter.titles)))
            self._tell(draft, matter, slots)
            return draft
        return None

    def _choose(self, areas: tuple[str, ...], how_many: int, mbl: bool = False) -> list[Matter]:
        day = self.occasion.date
        fitting = [
            matter
            for matter in matters()
            if matter.area in areas
            and bool(matter.mbl) == mbl
            and matter.id not in self.used
            and matter.since <= day.year <= matter.until
            and (not matter.months or day.month in matter.months)
            and (not matter.concerns or self.trade.kind in matter.concerns)
        ]
        fresh = [matter for matter in fitting if matter.id not in self.memory.told] or fitting
        chosen = self.rng.sample(fresh, min(how_many, len(fresh)))
        for matter in chosen:
            self.used.add(matter.id)
            self.memory.told.append(matter.id)
        return chosen

    def _tell(self, draft: Draft, matter: Matter, slots: Slots) -> None:
        self._say_told(draft, slots.fill(self.rng.choice(matter.told)))
        count = self.rng.choice((0, 1, 1, 2)) if matter.questions else 0
        for question in self.rng.sample(matter.questions, min(count, len(matter.questions))):
            self._ask(draft, question, slots)
        draft.file_under(slots.diarienummer)

    def _say_told(self, draft: Draft, told: str) -> None:
        for paragraph in told.split("\n"):
            if paragraph:
                draft.say(paragraph.replace("- ", "• ", 1) if paragraph[:2] == "- " else paragraph)

    def _samverkan(self) -> Draft | None:
        for matter in self._choose(("organisation",), how_many=1, mbl=True):
            slots = self._slots()
            title = slots.fill(self.rng.choice(matter.titles))
            draft = Draft(title)
            if self.rng.random() < 0.6:
                draft.say(slots.fill("Dnr {dnr}"))
            basis = f"MBL § {matter.mbl}"
            draft.say(slots.fill(self.rng.choice(phrases()[f"basis_{matter.mbl}"])))
            self._say_told(draft, slots.fill(self.rng.choice(matter.told)))
            if matter.mbl == "11" and self.rng.random() < 0.7:
                draft.say(slots.fill(self.rng.choice(phrases()["risk"])))
            for question in self.rng.sample(matter.questions, min(1, len(matter.questions))):
                self._ask(draft, question, slots)
            outcome, text = self._outcome(matter, slots)
            draft.say(text)
            draft.settle(basis, title, outcome)
            draft.file_under(slots.diarienummer)
            return draft
        return None

    def _outcome(self, matter: Matter, slots: Slots) -> tuple[Outcome, str]:
        if matter.mbl == "19":
            outcome = Outcome.INFORMED
        else:
            outcome = self.rng.choices(
                (Outcome.AGREED, Outcome.DISAGREED, Outcome.POSTPONED), (6, 2, 2)
            )[0]
        text = self.rng.choice(phrases()[f"outcome_{outcome}"])
        if outcome is Outcome.DISAGREED:
            slots["objector"] = self.names[self.rng.choice(self.unions)]
            slots["objection"] = slots.fill(self.rng.choice(matter.objections))
        return outcome, slots.fill(text)

    # -- questions and answers ------------------------------------------------------------------

    def _ask(self, draft: Draft, question: Question, slots: Slots) -> None:
        speaker = self._speaker()
        asked = wording.ask(question, speaker, self.manner, slots, self.rng)
        self._reply(draft, question, asked, speaker, slots)

    def _reply(
        self,
        draft: Draft,
        question: Question,
        asked: str,
        speaker: Speaker,
        slots: Slots,
        *,
        stage: bool = False,
    ) -> None:
        kind = self._kind_of_reply(question, stage)
        answer = wording.reply(question.answers, kind, self.manner, slots, self.rng)
        draft.exchange(
            speaker.union,
            asked,
            answer,
            answered=kind in {Reply.ANSWERED, Reply.TAKEN_ALONG},
            together=self.manner is Manner.PAST and self.rng.random() < 0.3,
        )
        draft.file_under(slots.diarienummer)
        if kind is Reply.PUT_OFF and not stage and question.about:
            self.fresh.append(PutOff(question, speaker, slots, self.occasion.date))

    def _kind_of_reply(self, question: Question, stage: bool) -> Reply:
        if stage:
            return Reply.ANSWERED
        if not question.answers:
            return self.rng.choice((Reply.TAKEN_ALONG, Reply.NONE))
        return self.rng.choices(
            (Reply.ANSWERED, Reply.TAKEN_ALONG, Reply.PUT_OFF, Reply.NONE), (12, 2, 3, 1)
        )[0]

    def _write_questions(self, draft: Draft) -> None:
        """Questions sent in beforehand, the union named once above its own."""
        asking = self.rng.sample(self.unions, min(self.rng.choice((0, 1, 1, 2)), len(self.unions)))
        for union in asking:
            chosen = [
                (matter, question)
                for matter in self._choose(
                    ("arbetsmiljo", "personal", "verksamhet", "it", "lokaler", "kompetens"), 3
                )
                for question in matter.questions[:1]
                if question.direct
            ]
            if not chosen:
                continue
            draft.subhead(self._phrase("questions_from", name=self.names[union]))
            for _, question in chosen:
                slots = self._slots()
                asked = wording.ask_unlabelled(question, slots)
                kind = self._kind_of_reply(question, stage=False)
                answer = wording.reply(question.answers, kind, Manner.LABELLED, slots, self.rng)
                draft.exchange(
                    union,
                    asked,
                    answer,
                    answered=kind in {Reply.ANSWERED, Reply.TAKEN_ALONG},
                )
        if draft.is_empty:
            draft.say(self._phrase("no_questions"))

    def _write_union_news(self, draft: Draft) -> None:
        news = self.rng.sample(phrases()["union_news"], len(self.unions))
        for union, text in zip(self.unions, news, strict=True):
            if self.rng.random() < 0.6:
                draft.say(self._slots(name=self.names[union]).fill(text))
        if draft.is_empty:
            draft.say(self._phrase("no_union_news"))

    def _write_board(self, draft: Draft) -> None:
        cases = [*phrases()["cases"], *phrases().get(f"cases_{self.trade.kind}", ())]
        chosen = self.rng.sample(cases, self.rng.randint(2, 6))
        slots = self._slots()
        negotiated = self.rng.randint(0, min(2, len(chosen) - 1))
        if negotiated:
            draft.subhead(self._phrase("board_11"))
            for case in chosen[:negotiated]:
                self._list_case(draft, case, "MBL § 11", Outcome.AGREED)
            draft.say(slots.fill(self.rng.choice(phrases()["board_agreed"])))
        draft.subhead(self._phrase("board_19"))
        for case in chosen[negotiated:]:
            self._list_case(draft, case, "MBL § 19", Outcome.INFORMED)
        draft.say(self._phrase("board_informed"))

    def _list_case(self, draft: Draft, case: str, basis: str, outcome: Outcome) -> None:
        slots = self._slots()
        title, number = slots.fill(case), slots["dnr"]
        draft.say(f"{title}, {number}" if self.rng.random() < 0.5 else f"{number} {title}")
        draft.file_under(slots.diarienummer)
        draft.settle(basis, title, outcome)

    def _write_other(self, draft: Draft) -> None:
        if self.rng.random() < 0.5:
            draft.say(self._phrase("nothing_else"))
            return
        for matter in self._choose(("lokaler", "it", "miljo", "personal"), how_many=1):
            for question in self.rng.sample(matter.questions, min(1, len(matter.questions))):
                self._ask(draft, question, self._slots())
        if draft.is_empty:
            draft.say(self._phrase("nothing_else"))

    # -- small things ------------------------------------------------------------------------

    def _slots(self, **given: str) -> Slots:
        slots = Slots(self.occasion, self.memory.pools, self.rng)
        slots["chair"] = self.employer[0].name
        slots["start"] = f"{self.occasion.start:%H.%M}"
        slots.update(given)
        return slots

    def _phrase(self, name: str, /, **given: str) -> str:
        return self._slots(**given).fill(self.rng.choice(phrases()[name]))

    def _speaker(self) -> Speaker:
        if not self.unions or self.rng.random() < 0.12:
            return Speaker(self.rng.choice(wording.UNNAMED), None)
        union = self.rng.choice(self.unions)
        return Speaker(self.names[union], union)

    def _printed(self, union: str) -> str:
        entry = registries().unions[union]
        if union == "ssr":
            return self.rng.choice((entry.name, "SSR", "SSR"))
        return self.rng.choice((entry.name, "SACO")) if union == "saco" else entry.name

    def _justerare(self) -> tuple[Person, ...]:
        first = {p.union: p for p in reversed(self.present) if p.union}
        return (self.present[0], *(first[union] for union in self.unions))

    # -- the whole ---------------------------------------------------------------------------

    def minutes(self, sections: tuple[WrittenSection, ...], room: str) -> Minutes:
        """Everything, with the truth about it."""
        style, occasion = self.style, self.occasion
        signed = tuple(self._signing_times())
        secretary = self.employer[-1]
        told_next = any(item.kind is Kind.NEXT for item in AGENDAS[style.agenda])
        protocol = Protocol(
            title=front.title(style, occasion),
            date=front.meeting_date(style, occasion, signed),
            forvaltning=front.forvaltning(style, occasion),
            attendance=front.attendance(style, self.present, self.absent),
            sections=tuple(written.section for written in sections),
            time=f"{occasion.start:%H:%M}",
            place=room,
            justerare=tuple(person.name for person in self.justerare),
            signatures=tuple(person.name for person in self.justerare),
            next_meeting=occasion.next if told_next else None,
            meeting=front.meeting(style),
        )
        return Minutes(
            protocol=protocol,
            style=style,
            occasion=occasion,
            sections=sections,
            present=self.present,
            absent=self.absent,
            justerare=self.justerare,
            secretary=secretary,
            fields=front.fields(style, occasion, room),
            full_names={union: registries().unions[union].name for union in self.names},
            signed=signed,
        )

    def _signing_times(self) -> t.Iterator[dt.datetime]:
        noon = dt.datetime.combine(self.occasion.date, dt.time(12), ZONE)
        for _ in self.justerare:
            noon += dt.timedelta(days=self.rng.choice((0, 0, 1)))
            yield noon + dt.timedelta(seconds=self.rng.randint(0, 30_000))
