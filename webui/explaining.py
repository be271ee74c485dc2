"""Why something was hit, in Swedish: how each word was read, and in which forms it stands there."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Protocol, Section
from index import Explanation, Level, Met, Part, Reading
from webui.labels import Labels
from webui.phrasing import counted

# Of a word's beginning there may be hundreds.
MOST_FORMS: t.Final = 12

READINGS: t.Final = {
    Reading.WORD: "ordet i alla böjningar, och som del av andra",
    Reading.LOOSE: "ordet i alla böjningar, också med något mellan dess delar",
    Reading.EXACT: "bara den formen",
    Reading.BEGINNING: "ord som börjar så",
    Reading.PHRASE: "orden i följd, precis så",
    Reading.INFLECTED: "orden i följd, i alla böjningar",
    Reading.UNION: "fackförbundet",
}
PARTS: t.Final = {
    Part.TITLE: "i rubriken",
    Part.QUESTION: "i en fråga",
    Part.ANSWER: "i ett svar",
}
LEVELS: t.Final = {
    Level.AS_WRITTEN: "som det står",
    Level.INFLECTED: "böjt",
    Level.PART: "som del av",
    Level.LOOSE: "utspritt i",
}

# "individ- och familjeomsorg" "arbetsmiljöfrågor och -ansvar"
_ELLIPSIS: t.Final = re.compile(r"[-‐‑][\s,/]|[\s/][-‐‑–]")


@dc.dataclass(frozen=True, slots=True)
class Form:
    """A form in which a word stands, and how often."""

    how: str
    written: str
    times: str


@dc.dataclass(frozen=True, slots=True)
class Told:
    """What was looked for, how it was read, and what it met."""

    text: str
    reading: str
    forms: tuple[Form, ...]  # none: it does not stand there
    more: int  # forms that are not shown
    is_added: bool  # nobody typed it


def section_at(protocol: Protocol, place: str) -> Section | None:
    """The section that a place is or lies in: "p9", or "f3" for the protocol's third question."""
    left = int(place[1:]) if re.fullmatch(r"f\d{1,6}", place) else 0
    for section in protocol.sections:
        if protocol.anchor(section) == place or 0 < left <= len(section.exchanges):
            return section
        left -= len(section.exchanges)
    return None


def told(explanations: c.Iterable[Explanation], labels: Labels) -> tuple[Told, ...]:
    """All that was looked for, as a reader is told of it."""
    return tuple(
        Told(
            text=labels.union(it.union) if it.union else _text(it),
            reading=_reading(it),
            forms=tuple(_form(met, it) for met in it.met[:MOST_FORMS]),
            more=max(0, len(it.met) - MOST_FORMS),
            is_added=bool(it.read_for),
        )
        for it in explanations
    )


def _text(explanation: Explanation) -> str:
    match explanation.reading:
        case Reading.BEGINNING:
            return f"{explanation.text}*"
        case Reading.PHRASE:
            return f"”{explanation.text}”"
        case _:
            return explanation.text


def _reading(explanation: Explanation) -> str:
    reading = READINGS[explanation.reading]
    if explanation.part:
        reading += f", {PARTS[explanation.part]}"
    if explanation.read_for:
        reading = f"lästes också, för {' '.join(explanation.read_for)}: {reading}"
    return f"{reading}; räknas lite mindre" if explanation.weight < 1 else reading


def _form(met: Met, explanation: Explanation) -> Form:
    return Form(_how(met, explanation), met.written, _times(met))


def _how(met: Met, explanation: Explanation) -> str:
    if explanation.reading is Reading.BEGINNING:
        return "börjar så"
    if explanation.reading is Reading.WORD and met.level < Level.AS_WRITTEN:
        if _ELLIPSIS.search(met.written):
            return "utläst ur"
        if met.level is Level.PART and " " in met.written:
            return "isärskrivet"
    return LEVELS[met.level]


def _times(met: Met) -> str:
    times = counted(met.count, "gång")
    if not met.in_title:
        return times
    if met.in_title == met.count:
        return f"{times}, i rubriken"
    return f"{times}, varav {met.in_title} i rubriken"
