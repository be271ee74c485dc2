"""One meeting while it is written: who sits there, what is remembered, and how things are said."""

import collections
import dataclasses as dc
import datetime as dt
import random
import typing as t

from importers.demo import wording
from importers.demo.calendar import Occasion, dated, spoken
from importers.demo.draft import WrittenSection
from importers.demo.matters import Question, Thread, phrases
from importers.demo.slots import Pools, Slots
from importers.demo.styles import HouseStyle
from importers.demo.wording import Speaker
from importers.demo.world import TRADES, Person, World, registries

REMEMBERED: t.Final = 60  # matters that are not told again yet
ABSENT: t.Final = 0.13
UNNAMED: t.Final = 0.12  # of the questions come from nobody's union


@dc.dataclass(frozen=True, slots=True)
class PutOff:
    """A question that got no real answer yet."""

    question: Question
    speaker: Speaker
    kept: dict[str, str]  # fillings that stay the same
    asked: dt.date


@dc.dataclass(slots=True)
class Recurring:
    """A thread that runs in one förvaltning."""

    thread: Thread
    union: str
    kept: dict[str, str]
    stage: int = 0
    last: dt.date = dt.date.min


class Memory:
    """What a förvaltning's secretary carries from meeting to meeting."""

    def __init__(self, forvaltning: str) -> None:
        self.pools = Pools(forvaltning)
        self.told: collections.deque[str] = collections.deque(maxlen=REMEMBERED)
        self.put_off: list[PutOff] = []
        self.recurring: list[Recurring] = []
        self.begun: dict[str, dt.date] = {}  # threads, and when they last began
        self.last_sections: tuple[WrittenSection, ...] = ()
        self.last_date: dt.date | None = None


class Sitting:
    """Those who sit at one meeting, and the words they have."""

    def __init__(
        self,
        memory: Memory,
        world: World,
        style: HouseStyle,
        occasion: Occasion,
        rng: random.Random,
    ) -> None:
        self.memory, self.style, self.occasion, self.rng = memory, style, occasion, rng
        self.kind = TRADES[occasion.forvaltning].kind
        self.manner = rng.choice(style.manners)
        employer = world.employer(occasion.forvaltning, occasion.date)
        everyone = (*employer, *world.union_side(occasion.forvaltning, occasion.date))
        self.chair, self.secretary = employer[0], employer[-1]
        away = {
            person
            for person in everyone
            if person not in {self.chair, self.secretary} and rng.random() < ABSENT
        }
        self.present = tuple(person for person in everyone if person not in away)
        self.absent = tuple(person for person in everyone if person in away)
        self.unions = tuple(dict.fromkeys(p.union for p in self.present if p.union))
        self.names = {p.union: self._printed(p.union) for p in everyone if p.union}
        self.justerare = self._justerare()
        self.used: set[str] = set()  # matters, each at most once in a meeting
        self.put_off: list[PutOff] = []  # to come back to

    def slots(self, **given: str) -> Slots:
        """Fresh gaps, to be filled for one matter."""
        slots = Slots(self.occasion, self.memory.pools, self.rng)
        slots.update(chair=self.chair.name, start=f"{self.occasion.start:%H.%M}", **given)
        return slots

    def phrase(self, phrase: str, /, **given: str) -> str:
        """One of the formalities of that name."""
        return self.slots(**given).fill(self.rng.choice(phrases()[phrase]))

    def speaker(self) -> Speaker:
        """Somebody who asks: mostly a union that is there."""
        if not self.unions or self.rng.random() < UNNAMED:
            return Speaker(self.rng.choice(wording.UNNAMED), None)
        return self.speaker_of(self.rng.choice(self.unions))

    def speaker_of(self, union: str) -> Speaker:
        """That union, under the name this meeting's minutes give it."""
        return Speaker(self.names[union], union)

    def when(self, day: dt.date) -> str:
        """An earlier day, with its year where it was another."""
        return spoken(day) if day.year == self.occasion.date.year else dated(day)

    def _printed(self, union: str) -> str:
        entry = registries().unions[union]
        if union == "ssr":
            return self.rng.choice((entry.name, "SSR", "SSR"))
        return self.rng.choice((entry.name, "SACO")) if union == "saco" else entry.name

    def _justerare(self) -> tuple[Person, ...]:
        first = {person.union: person for person in reversed(self.present) if person.union}
        return (self.chair, *(first[union] for union in self.unions))
