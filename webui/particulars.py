"""What is told in words beside the text: a protocol's name and day, and of a section its figures
of sick leave and what it points at."""

import re
import typing as t

from archive.model import Basis, MeetingDate, Protocol, ProtocolReference, Section, SickLeave
from archive.months import MONTHS
from webui.phrasing import NO_BREAK, long_date

PARTS: t.Final = {"short": "korttid", "long": "långtid"}
# How the evidence begins that the importers put last: what picked one day out of several.
BY_FILE: t.Final = "Filnamnet "
BY_WEEKDAY: t.Final = "Samma veckodag "
BY_SIGNATURE: t.Final = "Signerat "
NOTES: t.Final = re.compile(r"\w*anteckningar", re.IGNORECASE)


def tab_title(protocol: Protocol, forvaltning: str | None) -> str:
    """What tells a protocol from others in few words: "Protokoll 14 januari 2025, Farsta"."""
    if forvaltning is None and protocol.date.value is None:
        return protocol.title
    notes = NOTES.search(protocol.title)
    day = long_date(protocol.date.value) if protocol.date.value else "utan datum"
    if protocol.date.basis is Basis.INFERRED and protocol.date.value:
        day += " (beräknat)"
    name = f"{notes[0].capitalize() if notes else 'Protokoll'} {day}"
    return f"{name}, {forvaltning}" if forvaltning else name


def day_clue(date: MeetingDate) -> str:
    """Which clue gave an inferred day; empty where the evidence does not tell."""
    if date.value is None or date.basis is not Basis.INFERRED or not date.evidence:
        return ""
    *others, last = date.evidence
    day = NO_BREAK.join(long_date(date.value).split()[:2])
    if others and date.earliest == date.latest == date.value and not others[1:]:
        source = _year_source(last)
        return f"Dagen, {day}, står i protokollet. Året är taget ur {source}." if source else ""
    if last.startswith(BY_FILE):
        agrees = "; det övriga stämmer med den" if others else ""
        return f"Dagen, {day}, är tagen ur filens namn{agrees}."
    if last.startswith(BY_WEEKDAY):
        return f"Dagen, {day}, är den enda däremellan på samma veckodag som gruppens andra möten."
    return ""


def _year_source(evidence: str) -> str:
    if evidence.startswith(BY_FILE):
        return "filens namn"
    return "underskriften" if evidence.startswith(BY_SIGNATURE) else "texten"


def sick_leave(section: Section) -> tuple[str, ...]:
    """The figures as they are read: "6,3 % i augusti 2023", "korttid 3,3 %"; each once."""
    return tuple(dict.fromkeys(map(_figure, section.sick_leave)))


def cited(section: Section) -> tuple[str, ...]:
    """The laws and inquiries it names, but for those that its samverkan is by: they stand there."""
    by = {matter.basis for matter in section.samverkan}
    return tuple(reference for reference in section.references if reference not in by)


def other_protocol(reference: ProtocolReference) -> str:
    """Another protocol as a page says which: "protokollet 8 juni 2020, § 4"."""
    if reference.date:
        which = f"protokollet {long_date(reference.date)}"
    elif reference.number:
        which = f"protokoll nr {reference.number}"
    else:
        which = reference.text
    return which if reference.section is None else f"{which}, §{NO_BREAK}{reference.section}"


def _figure(figure: SickLeave) -> str:
    percent = f"{figure.percent:g}".replace(".", ",")
    part = f"{PARTS[figure.part]} " if figure.part in PARTS else ""
    return f"{part}{percent}{NO_BREAK}%{_month(figure.month)}"


def _month(month: str | None) -> str:
    if month is None:
        return ""
    year, _, number = month.partition("-")
    return f" i {MONTHS[int(number) - 1]}{NO_BREAK}{year}"
