"""One meeting as values: the protocol that a perfect reader would make of the file.

The secretary of a förvaltning remembers what was said before: matters are not told again too soon,
a question that was put off comes back at the next meeting, and some questions return for years.
What the truth does not hold: ids, topics, references, pages, evidence, warnings and the file; those
are the archive's own doing.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import random
import re
import typing as t

from archive.model import Protocol
from importers.demo import discussion, formalities, front
from importers.demo.agenda import AGENDAS, Item, Kind
from importers.demo.calendar import Occasion, spoken
from importers.demo.draft import Draft, WrittenSection
from importers.demo.sitting import Memory, Sitting
from importers.demo.styles import HouseStyle, Numbering
from importers.demo.world import Person, World, registries

SECTIONS_A_MEETING: t.Final = 12  # where numbers run over the year and meetings are left out

# "Nästa möte hålls den 4 juni", and "bordlades till nästa möte den 4 juni".
NEXT_MEETING: t.Final = r"[Nn]ästa (?:möte|sammanträde)(?: hålls| är| äger rum)? {}\b"

WRITERS: t.Final[dict[Kind, c.Callable[[Draft, Sitting], None]]] = {
    Kind.JUSTERARE: formalities.write_justerare,
    Kind.PREVIOUS: formalities.write_previous,
    Kind.OPEN_QUESTIONS: formalities.write_open_questions,
    Kind.UNION_NEWS: formalities.write_union_news,
    Kind.BOARD: formalities.write_board,
    Kind.QUESTIONS: discussion.write_sent_in,
    Kind.OTHER: discussion.write_other,
}


@dc.dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting's record before it is laid out: the truth, and what the layouts print of it."""

    protocol: Protocol
    style: HouseStyle
    occasion: Occasion
    sections: tuple[WrittenSection, ...]
    fields: tuple[front.Field, ...]
    justerare: tuple[Person, ...]
    secretary: Person
    full_names: t.Mapping[str, str]  # how each union is printed in lists
    signed: tuple[dt.datetime, ...]  # when each of the justerare did


class Secretary:
    """Writes one förvaltning's minutes, meeting by meeting, in order."""

    def __init__(
        self, forvaltning: str, world: World, styles: tuple[HouseStyle, HouseStyle], seed: str
    ) -> None:
        self._world, self._styles, self._seed = world, styles, f"{seed}/{forvaltning}"
        rng = random.Random(f"{self._seed}/secretary")
        self._new_style_from = dt.date(rng.randint(2020, 2022), rng.choice((1, 8)), 1)
        self._memory = Memory(forvaltning)
        self._number = 0  # of the last section

    def write(self, occasion: Occasion) -> Minutes:
        """The minutes of the next meeting."""
        rng = random.Random(f"{self._seed}/{occasion.date}")
        style = self._styles[occasion.date >= self._new_style_from]
        sitting = Sitting(self._memory, self._world, style, occasion, rng)
        drafts = [_draft(item, sitting) for item in AGENDAS[style.agenda] if _is_held(item, rng)]
        sections = tuple(self._numbered([d for d in drafts if d is not None], sitting))
        memory = self._memory
        memory.put_off, memory.last_sections = sitting.put_off, sections
        memory.last_date = occasion.date
        room = rng.choice(self._world.rooms(occasion.forvaltning, occasion.date.year))
        return _minutes(sitting, sections, room)

    def _numbered(self, drafts: list[Draft], sitting: Sitting) -> c.Iterator[WrittenSection]:
        style, occasion, last = sitting.style, sitting.occasion, self._memory.last_date
        if not style.running or last is None or last.year != occasion.date.year:
            self._number = 0
        if style.running and last != occasion.previous:
            self._number = SECTIONS_A_MEETING * (occasion.number - 1)
        for ordinal, draft in enumerate(drafts, start=1):
            self._number += 1
            number = None if style.numbering is Numbering.NONE else self._number
            yield draft.finish(ordinal, number, style.numbering.label(self._number))


def _is_held(item: Item, rng: random.Random) -> bool:
    return rng.random() < item.chance


def _draft(item: Item, sitting: Sitting) -> Draft | None:
    match item.kind:
        case Kind.MATTER:
            return discussion.own_section(sitting, item)
        case Kind.SAMVERKAN:
            return discussion.samverkan(sitting)
    draft = Draft(_title(item, sitting))
    match item.kind:
        case Kind.AREA:
            discussion.write_area(draft, sitting, item)
        case Kind.OPENING | Kind.AGENDA | Kind.NEXT | Kind.CLOSING:
            draft.say(sitting.phrase(item.kind.name.lower()))
        case kind:
            WRITERS[kind](draft, sitting)
    return draft


def _title(item: Item, sitting: Sitting) -> str:
    """A förvaltning keeps to its headings as long as it keeps to its style."""
    if item.long_title and sitting.style.long_titles:
        return item.long_title
    key = f"{sitting.occasion.forvaltning}/{sitting.style.name}/{item.titles}"
    return random.Random(key).choice(item.titles)


def _minutes(sitting: Sitting, sections: tuple[WrittenSection, ...], room: str) -> Minutes:
    style, occasion = sitting.style, sitting.occasion
    signed = tuple(_signing_times(sitting))
    following = re.compile(NEXT_MEETING.format(spoken(occasion.next)))
    names_next = any(following.search(written.section.text) for written in sections)
    justerare = tuple(person.name for person in sitting.justerare)
    protocol = Protocol(
        title=front.title(style, occasion),
        date=front.meeting_date(style, occasion, signed),
        forvaltning=front.forvaltning(style, occasion),
        attendance=front.attendance(style, sitting.present, sitting.absent),
        sections=tuple(written.section for written in sections),
        time=f"{occasion.start:%H:%M}",
        place=room,
        justerare=justerare,
        signatures=justerare,
        next_meeting=occasion.next if names_next else None,
        meeting=front.meeting(style),
    )
    return Minutes(
        protocol=protocol,
        style=style,
        occasion=occasion,
        sections=sections,
        fields=front.fields(style, occasion, room),
        justerare=sitting.justerare,
        secretary=sitting.secretary,
        full_names={union: registries().unions[union].name for union in sitting.names},
        signed=signed,
    )


def _signing_times(sitting: Sitting) -> c.Iterator[dt.datetime]:
    day = sitting.occasion.date
    zone = dt.timezone(dt.timedelta(hours=2 if 4 <= day.month <= 10 else 1))
    moment = dt.datetime.combine(day + dt.timedelta(1), dt.time(7), zone)
    for _ in sitting.justerare:
        yield moment + dt.timedelta(seconds=sitting.rng.randint(0, 36_000))
        moment += dt.timedelta(sitting.rng.choice((0, 1, 1)))
