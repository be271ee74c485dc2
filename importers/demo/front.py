"""What stands above the first §: whose minutes, of which meeting, who was there.

Each line is made here once, so that the truth says what the layouts print and no more: a role that
a style leaves out is no part of the truth.
"""

import dataclasses as dc
import datetime as dt
import typing as t

from archive.model import (
    Attendance,
    Attendee,
    Basis,
    ForvaltningRef,
    Meeting,
    MeetingDate,
)
from importers.demo.calendar import WEEKDAYS, Occasion, dated
from importers.demo.styles import AdminIn, DateIn, HouseStyle, PeopleAs
from importers.demo.world import Person, registries

PLAIN_ROLE: t.Final = "ledamot"  # goes without saying


@dc.dataclass(frozen=True, slots=True)
class Field:
    """One labelled line: "Plats: Rådhuset"; the label may stand on a line of its own."""

    label: str
    text: str
    on_own_line: bool = False


def title(style: HouseStyle, occasion: Occasion) -> str:
    """The heading of the whole document."""
    parts = [f"Protokoll från {style.forum}"]
    if style.admin is AdminIn.TITLE:
        name = registries().forvaltningar[occasion.forvaltning].name
        parts = [f"Protokoll från {style.forum} vid {name[0].lower()}{name[1:]}"]
    if style.date is DateIn.TITLE:
        parts.append(dated(occasion.date))
    return " ".join(parts)


def fields(style: HouseStyle, occasion: Occasion, room: str) -> tuple[Field, ...]:
    """Date, time and place, as far as the style gives them."""
    start = f"{occasion.start:%H.%M}"
    end = f"{_end(occasion):%H.%M}"
    match style.date:
        case DateIn.TITLE:
            when = [Field("Tidpunkt:", f"{_without_year(occasion)} kl. {start}", True)]
        case DateIn.ISO:
            when = [Field("Datum:", str(occasion.date)), Field("Tid:", f"{start}–{end}")]
        case DateIn.RANGE:
            weekday = WEEKDAYS[occasion.date.weekday()]
            text = f"{weekday}en den {_without_year(occasion)} {occasion.date.year}"
            when = [Field("Tid:", f"{text} kl. {start}–{end}")]
        case DateIn.PLAIN:
            weekday = WEEKDAYS[occasion.date.weekday()].capitalize()
            hours = f"{_short(occasion.start)}-{_short(_end(occasion))}"
            day = f"{_without_year(occasion)} {occasion.date.year}"
            when = [Field("Tid:", f"{weekday} {day} kl {hours}")]
        case DateIn.NOWHERE:
            when = [Field("Tidpunkt:", f"Kl. {occasion.start.hour}:{occasion.start:%M}", True)]
    return (*when, Field("Plats:", room, style.date in {DateIn.TITLE, DateIn.NOWHERE}))


def meeting_date(
    style: HouseStyle, occasion: Occasion, signed: tuple[dt.datetime, ...]
) -> MeetingDate:
    """What can be known of the day: it is stated, or lies between the last meeting and the last
    signature, on the weekday of the next meeting."""
    if style.date is not DateIn.NOWHERE:
        return MeetingDate(occasion.date, Basis.STATED)
    latest = max(signed).date()
    return MeetingDate(occasion.date, Basis.INFERRED, occasion.previous, latest)


def forvaltning(style: HouseStyle, occasion: Occasion) -> ForvaltningRef:
    """Whose minutes it is, and whether it says so."""
    basis = Basis.INFERRED if style.admin is AdminIn.BOARD_ONLY else Basis.STATED
    entry = registries().forvaltningar[occasion.forvaltning]
    return ForvaltningRef(entry.id, entry.name, basis)


def meeting(style: HouseStyle) -> Meeting:
    """Which group it was, in its indefinite form."""
    forum = style.forum
    return Meeting("ordinary", forum.removesuffix("pen") + "p" if forum.endswith("pen") else forum)


def attendance(
    style: HouseStyle, present: tuple[Person, ...], absent: tuple[Person, ...]
) -> Attendance:
    """Who was there and who was not, as far as the style tells."""
    listed = tuple(_listed(person, style.people) for person in present)
    missing = [_listed(person, style.people) for person in absent]
    if style.people is PeopleAs.BY_UNION:
        there = {person.union for person in present}
        gone = dict.fromkeys(p.union for p in absent if p.union and p.union not in there)
        missing = [m for m in missing if m.union not in gone or m.union is None]
        missing += [Attendee(None, None, union) for union in gone]
    return Attendance(listed, tuple(missing))


def _listed(person: Person, people: PeopleAs) -> Attendee:
    role: str | None = person.role
    if person.union and (
        people is PeopleAs.BY_UNION or (role == PLAIN_ROLE and people is not PeopleAs.TABLE)
    ):
        role = None
    return Attendee(person.name, role, person.union)


def _short(time: dt.time) -> str:
    return f"{time.hour}.{time:%M}" if time.minute else str(time.hour)


def _end(occasion: Occasion) -> dt.time:
    minutes = occasion.start.hour * 60 + occasion.start.minute + 105 + 15 * (occasion.number % 4)
    return dt.time(*divmod(minutes, 60))


def _without_year(occasion: Occasion) -> str:
    return dated(occasion.date).removeprefix("den ").rsplit(" ", 1)[0]
