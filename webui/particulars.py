"""What a section tells beside its text, in words: figures of sick leave, and what it points at."""

import typing as t

from archive.model import ProtocolReference, Section, SickLeave
from webui.labels import MONTHS
from webui.phrasing import NO_BREAK, long_date

PARTS: t.Final = {"short": "korttid", "long": "långtid"}


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
