"""One meeting's minutes as blocks, in its house style."""

import collections.abc as c
import itertools
import typing as t

from archive.model import Attendee
from importers.demo.layouts.blocks import Block, Furniture, Look
from importers.demo.styles import AdminIn, HouseStyle, Numbering, PeopleAs, Signing
from importers.demo.world import MUNICIPALITY
from importers.demo.writer import Minutes

# Above the people: all of them, the employer's side, the unions' side, those who are away.
LABELS: t.Final = {
    PeopleAs.LINES: (
        *("Närvarande:", "Arbetsgivarrepresentanter:", "Arbetstagarrepresentanter:"),
        "Hade anmält förhinder:",
    ),
    PeopleAs.BY_UNION: ("Närvarande", "Förvaltningen", "Fackliga organisationer", "Förhinder"),
    PeopleAs.BRACKETS: (
        *("Deltagare", "För arbetsgivaren", "För de fackliga organisationerna"),
        "Frånvarande",
    ),
    PeopleAs.TABLE: ("Närvarande", "", "", "Förhinder"),
}


def lay_out(minutes: Minutes) -> tuple[Furniture, tuple[Block, ...]]:
    """The page furniture, and everything else from top to bottom."""
    blocks = (
        *_opening(minutes),
        *itertools.chain.from_iterable(_people(minutes)),
        *itertools.chain.from_iterable(_sections(minutes)),
        *_closing(minutes),
    )
    return _furniture(minutes), blocks


def _furniture(minutes: Minutes) -> Furniture:
    style = minutes.style
    header = MUNICIPALITY
    if style.admin is AdminIn.PAGE_HEADER:
        header = f"{MUNICIPALITY} {minutes.protocol.forvaltning.name}"
    return Furniture(header, "Sida {page} ({pages})" if style.page_numbers else "")


def _opening(minutes: Minutes) -> c.Iterator[Block]:
    yield Block(Look.TITLE, minutes.protocol.title)
    for field in minutes.fields:
        if field.on_own_line:
            yield Block(Look.LABEL, field.label)
            yield Block(Look.LINE, field.text)
        else:
            yield Block(Look.LINE, f"{field.label} {field.text}")


def _people(minutes: Minutes) -> c.Iterator[tuple[Block, ...]]:
    present, absent = minutes.protocol.attendance.present, minutes.protocol.attendance.absent
    employer = [a for a in present if a.union is None]
    unions = [a for a in present if a.union is not None]
    by_name = minutes.full_names
    everyone, ours, theirs, away = LABELS[minutes.style.people]
    if minutes.style.people is PeopleAs.TABLE:
        yield (Block(Look.LABEL, everyone), _table(present, by_name))
    else:
        yield (Block(Look.LABEL, everyone), Block(Look.LABEL, ours))
        yield tuple(Block(Look.LINE, f"{a.name}, {a.role}") for a in employer)
        yield (Block(Look.LABEL, theirs),)
        yield tuple(Block(Look.LINE, line) for line in _union_lines(minutes.style, unions, by_name))
    if absent:
        yield (Block(Look.LABEL, away),)
        if minutes.style.people is PeopleAs.TABLE:
            yield (_table(absent, by_name),)
        else:
            missing = [a for a in absent if a.union is None]
            yield tuple(Block(Look.LINE, f"{a.name}, {a.role}") for a in missing)
            rest = [a for a in absent if a.union is not None]
            yield tuple(
                Block(Look.LINE, line) for line in _union_lines(minutes.style, rest, by_name)
            )


def _union_lines(
    style: HouseStyle, people: list[Attendee], names: c.Mapping[str, str]
) -> c.Iterator[str]:
    match style.people:
        case PeopleAs.BY_UNION:
            for union, members in itertools.groupby(people, key=lambda a: names[str(a.union)]):
                listed = ", ".join(a.name for a in members if a.name)
                yield f"{union}: {listed}" if listed else union
        case PeopleAs.BRACKETS:
            for a in people:
                role = f", {a.role}" if a.role else ""
                yield f"{a.name}{role} ({names[str(a.union)]})"
        case _:
            for a in people:
                role = f", {a.role}" if a.role else ""
                yield f"{a.name}{role}, {names[str(a.union)]}"


def _table(people: c.Iterable[Attendee], names: c.Mapping[str, str]) -> Block:
    rows = [
        (a.name or "", a.role or "", names[a.union] if a.union else "Arbetsgivaren") for a in people
    ]
    return Block(Look.TABLE, rows=(("Namn", "Roll", "Organisation"), *rows))


def _sections(minutes: Minutes) -> c.Iterator[tuple[Block, ...]]:
    plain = minutes.style.numbering is Numbering.NONE  # there a bold line is a heading
    for written in minutes.sections:
        yield (Block(Look.HEADING, written.section.title, written.label),)
        paragraphs = written.section.text.split("\n\n")
        yield tuple(
            _paragraph(text, is_subhead=place in written.subheads and not plain)
            for place, text in enumerate(paragraphs)
        )


def _paragraph(text: str, is_subhead: bool) -> Block:
    if is_subhead:
        return Block(Look.SUBHEAD, text)
    return Block(Look.BULLET if text.startswith("• ") else Look.BODY, text)


def _closing(minutes: Minutes) -> c.Iterator[Block]:
    yield Block(Look.GAP)
    names = minutes.full_names
    sides = [
        (person.name, names[person.union] if person.union else "arbetsgivaren")
        for person in minutes.justerare
    ]
    match minutes.style.signing:
        case Signing.NAMES:
            yield Block(Look.LABEL, "Justeras (digitalt)")
            for name, side in sides:
                yield Block(Look.LINE, f"{name} för {side}")
        case Signing.BY_HAND:
            yield Block(Look.LABEL, "Vid protokollet")
            yield Block(Look.LINE, minutes.secretary.name)
            yield Block(Look.LABEL, "Justeras")
            for name, side in sides:
                yield Block(Look.LINE, "_" * 30)
                yield Block(Look.LINE, f"{name}, {side}")
        case Signing.STAMPS:
            yield Block(Look.LINE, minutes.secretary.name)
            yield Block(Look.LINE, "Sekreterare")
            yield Block(Look.LABEL, "Digitalt underskrivet av")
            for (name, _), stamp in zip(sides, minutes.signed, strict=True):
                yield Block(Look.LINE, name)
                yield Block(Look.LINE, f"{stamp:%Y-%m-%dT%H:%M:%S%z}")
