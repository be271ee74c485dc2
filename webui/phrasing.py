"""How dates, numbers, files and references are written in Swedish. Pure functions of values."""

import collections.abc as c
import datetime as dt
import re
import typing as t

from archive import media_types
from archive.model import Basis, Protocol, Section
from archive.months import MONTHS
from archive.records import KeptFile
from index import Kind

NO_BREAK: t.Final = "\N{NO-BREAK SPACE}"

NOUNS: t.Final[dict[str, tuple[str, str]]] = {
    Kind.SECTION: ("paragraf", "paragrafer"),
    Kind.EXCHANGE: ("fråga", "frågor"),
    Kind.PROTOCOL: ("protokoll", "protokoll"),
    "sida": ("sida", "sidor"),
    "träff": ("träff", "träffar"),
    "gång": ("gång", "gånger"),
    "val": ("val", "val"),
    "förvaltning": ("förvaltning", "förvaltningar"),
    "möte": ("möte", "möten"),
    "obesvarad": ("obesvarad", "obesvarade"),
    "ärende": ("ärende", "ärenden"),
}

MOST_LEAVES: t.Final = 4  # pages after the first that are named one by one

WEEKDAYS: t.Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

MEDIA_TYPES: t.Final = {
    media_types.PDF: "PDF",
    **dict.fromkeys(
        (media_types.DOCX, media_types.DOTX, media_types.DOCM, media_types.DOTM), "Word"
    ),
    media_types.ODT: "OpenDocument",
    media_types.RTF: "RTF",
    media_types.HTML: "webbsida",
    media_types.TEXT: "text",
    **dict.fromkeys((media_types.TIFF, media_types.PNG, media_types.JPEG), "bild"),
}

# "Hur många?"   "Vision frågade om"   "Kommunal undrar"   "SSR vill veta"
# but not "Kommunal önskar fler datorer"
QUESTION: t.Final = re.compile(
    r"\?|\b(?:fråga[rn]?|frågade|frågor|undra(?:r|de)?|vill(?:e)? veta)\b", re.IGNORECASE
)

# "Protokoll nr 3"   "Minnesanteckningar"   but not "Förvaltningsgruppen Lillby"
RECORD: t.Final = re.compile(r"protokoll|anteckningar", re.IGNORECASE)


def number(value: int) -> str:
    """A number with its thousands apart: "12 480"."""
    return f"{value:,}".replace(",", NO_BREAK)


def counted(value: int, noun: str) -> str:
    """A number and its noun: "1 paragraf", "12 paragrafer"."""
    singular, plural = NOUNS[noun]
    return f"{number(value)}{NO_BREAK}{singular if value == 1 else plural}"


def found(total: int, kind: Kind) -> str:
    """How much was found: "31 paragrafer", "Inga frågor"."""
    return counted(total, kind) if total else f"Inga {NOUNS[kind][1]}"


def long_date(day: dt.date) -> str:
    """A date in words: "14 januari 2025"."""
    return NO_BREAK.join((str(day.day), MONTHS[day.month - 1], str(day.year)))


def weekday(day: dt.date) -> str:
    """A day of a month with its weekday: "tisdag 14 januari"."""
    return f"{WEEKDAYS[day.weekday()]} {NO_BREAK.join((str(day.day), MONTHS[day.month - 1]))}"


def years(earliest: dt.date | None, latest: dt.date | None) -> str:
    """The years between two days: "2016–2025", "2025"; empty where neither is known."""
    known = sorted({day.year for day in (earliest, latest) if day})
    return "–".join(str(year) for year in known)


def span_of_days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Two bounds, as years where they are whole: "2021–2025", "från 3 mars 2024"; or empty."""
    first = earliest and (_year_alone(earliest, 1, 1) or long_date(earliest))
    last = latest and (_year_alone(latest, 12, 31) or long_date(latest))
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"från {first}" if first else f"till {last}" if last else ""


def _year_alone(day: dt.date, month: int, day_of_month: int) -> str:
    return str(day.year) if (day.month, day.day) == (month, day_of_month) else ""


def clock(time: str) -> str:
    """A time of day as it is written: "kl. 13.00"."""
    return f"kl.{NO_BREAK}{time.replace(':', '.')}"


def file_kind(file: KeptFile) -> str:
    """What sort of file it is, as a word."""
    return MEDIA_TYPES.get(file.media_type, "fil")


def file_size(size: int) -> str:
    """A size in bytes as a person reads it: "312 kB", "1,4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NO_BREAK}kB"
    return f"{size / 1_000_000:.1f}{NO_BREAK}MB".replace(".", ",")


def file_name(name: str) -> str:
    """A file's name without its folders and without what cannot stand in a header."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(char for char in last if char.isprintable()).strip() or "protokoll"


def asked_by(union: str | None, question: str) -> str:
    """Who asks, above the words: not everything that is raised is a question."""
    if QUESTION.search(question):
        return f"{union} frågar" if union else "Fråga"
    return f"{union} tar upp" if union else "Synpunkt"


def section_label(section: Section) -> str:
    """How a section is referred to: "§ 9", or by its place where the document numbers nothing."""
    if section.number is None:
        return f"ärende{NO_BREAK}{section.ordinal}"
    return f"§{NO_BREAK}{section.number}"


def leaves(pages: c.Sequence[int]) -> tuple[tuple[str, int], ...]:
    """The pages to name of those that something stands on, each with what comes before it.

    "2", "2 och 3", "2, 3 och 4"; of more than a few the first and the last, "2–9".
    """
    if not pages:
        return ()
    first, *others = sorted(set(pages))
    if len(others) > MOST_LEAVES:
        return ("", first), ("–", others[-1])
    return ("", first), *((" och " if it == others[-1] else ", ", it) for it in others)


def says_day(title: str, day: dt.date) -> bool:
    """Whether a title says the day itself, so that nobody need add it."""
    return long_date(day).replace(NO_BREAK, " ") in title or day.isoformat() in title


def reference(protocol: Protocol, forvaltning: str | None, section: Section | None = None) -> str:
    """A line to quote by: "Förvaltningsgruppen Lillby, protokoll 14 januari 2030, § 5 Budget"."""
    parts = [protocol.title]
    if forvaltning and forvaltning.casefold() not in protocol.title.casefold():
        parts.append(forvaltning)
    noun = "" if RECORD.search(protocol.title) else "protokoll "
    day = protocol.date.value
    if day is None:
        parts.append(f"{noun}utan datum")
    elif not says_day(protocol.title, day):
        inferred = " (beräknat datum)" if protocol.date.basis is Basis.INFERRED else ""
        parts.append(f"{noun}{long_date(day)}{inferred}")
    if section:
        parts.append(f"{section_label(section)} {section.title}".rstrip())
    return ", ".join(parts)
