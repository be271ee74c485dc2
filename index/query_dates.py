"""The days that a reader means by 2025, 2025-03, 2025-03-12 and what lies between two of them."""

import calendar
import datetime as dt
import re
import typing as t

# "2025" "2025-3" "2025-03-12"
_DAY: t.Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
# "2025-01..2025-06" "..2024" "2024.." "2023–2025"; but not "2025-03"
_RANGE: t.Final = re.compile(
    r"(?P<first>[\d-]*)\.{2,3}(?P<last>[\d-]*)|(\d{4})[-–](\d{4})", re.ASCII
)

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
