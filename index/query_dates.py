"""The days that a reader means by 2025, 2025-03, 2025-03-12 and what lies between two of them; and
days and months in words or figures, which texts have in either."""

import calendar
import collections.abc as c
import datetime as dt
import re
import typing as t

from archive.months import MONTHS
from index.query_tree import Exact, Inflected, Node, Prefix

# "2025" "2025-3" "2025-03-12"
_DAY: t.Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
# "2025-01..2025-06" "..2024" "2024.." "2023–2025"; but not "2025-03"
_RANGE: t.Final = re.compile(
    r"(?P<first>[\d-]*)\.{2,3}(?P<last>[\d-]*)|(\d{4})[-–](\d{4})", re.ASCII
)

# "2025-11-11", one word
_FIGURES: t.Final = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)", re.ASCII)
_YEAR: t.Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DAY_OF_MONTH: t.Final = re.compile(r"\d{1,2}", re.ASCII)
# "november" "nov" "sept"
_MONTHS: t.Final = {
    name: number for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])
} | {"sept": 9}

Days: t.TypeAlias = tuple[dt.date, dt.date]


def read_days(text: str) -> Days | None:
    """The first and last day of what is written, the earlier first; None where it is no time."""
    if match := _RANGE.fullmatch(text):
        first, last = (match[3], match[4]) if match[3] else (match["first"], match["last"])
        begins = _days(first) if first else (dt.date.min, dt.date.min)
        ends = _days(last) if last else (dt.date.max, dt.date.max)
        if not (first or last) or begins is None or ends is None:
            return None
        return min(begins[0], ends[0]), max(begins[1], ends[1])
    return _days(text)


def _days(text: str) -> Days | None:
    return days_of(match) if (match := _DAY.fullmatch(text)) else None


def days_of(match: re.Match[str]) -> Days | None:
    """The first and last day of a year, with or without month and day, as a pattern's three groups
    have them; None where that is not in the calendar."""
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last = month or 12
    return first, first.replace(month=last, day=calendar.monthrange(first.year, last)[1])


class WrittenTime(t.NamedTuple):
    """So many words that are a day or a month, and all that it is written as."""

    length: int
    nodes: tuple[Node, ...]


def written_time(keys: c.Sequence[str], also: float) -> WrittenTime | None:
    """What the first words are: "2025-11-11", "11 november 2025" or "november 2025"; the way that
    was not typed counts `also`. None where they are no such time."""
    if match := _FIGURES.match(keys[0]):
        year, month, day = map(int, match.groups())
        if match.end() < len(keys[0]) or not _exists(year, month, day):
            return None
        return WrittenTime(1, (Exact(keys[0]), _in_words(day, month, year, also)))
    if _is_month(keys[1:3]) and _DAY_OF_MONTH.fullmatch(keys[0]):
        day, month, year = int(keys[0]), _MONTHS[keys[1]], int(keys[2])
        if _exists(year, month, day):
            in_figures = Exact(f"{year}-{month:02}-{day:02}", also)
            return WrittenTime(3, (_in_words(day, month, year), in_figures))
    if _is_month(keys[:2]):
        month, year = _MONTHS[keys[0]], int(keys[1])
        in_words = Inflected((MONTHS[month - 1], str(year)))
        return WrittenTime(2, (in_words, Prefix(f"{year}-{month:02}-")))
    return None


def _is_month(keys: c.Sequence[str]) -> bool:
    """Whether they are the name of a month and a year."""
    return len(keys) == 2 and keys[0] in _MONTHS and _YEAR.fullmatch(keys[1]) is not None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _in_words(day: int, month: int, year: int, weight: float = 1.0) -> Inflected:
    return Inflected((str(day), MONTHS[month - 1], str(year)), weight)
