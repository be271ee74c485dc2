"""Meetings that a query asks for by their day, month or year alone: "11 november 2025".

Such a query finds what mentions the day. Whoever types it may as well want the meeting.
"""

import calendar
import dataclasses as dc
import datetime as dt
import re
import typing as t

from archive.months import MONTHS
from archive.visibility import Audience
from index import Filters, Hit, Kind, Order, Request, SearchIndex
from webui.typed_days import LONGEST, written

SHOWN: t.Final = 12

# "tisdagen den 11 november 2025"
_WEEKDAY: t.Final = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,? (?=den |\d)", re.IGNORECASE
)
_YEAR: t.Final = re.compile(r"(?<!\d)(?:19|20)\d\d", re.ASCII)
_PERIOD: t.Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dc.dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year."""

    first: dt.date
    last: dt.date
    page: str  # the year or month, as /ar has it
    words: str  # "11 november 2025" "november 2025" "2025"

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.page == self.words


@dc.dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of a period that there are protocols of."""

    period: Period
    total: int
    first: tuple[Hit, ...]  # protocols, at most `SHOWN`


def period(text: str) -> Period | None:
    """The time that the text is, its year written out; None where it says anything else."""
    bare = _WEEKDAY.sub("", " ".join(text.split()), count=1)
    if len(bare) > LONGEST or not _YEAR.search(bare):
        return None
    match = _PERIOD.fullmatch(written(bare))
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return Period(first, dt.date(first.year, 12, 31), str(first.year), str(first.year))
    name, page = f"{MONTHS[month - 1]} {first.year}", f"{first.year}-{month:02}"
    if day is None:
        last = calendar.monthrange(first.year, month)[1]
        return Period(first, first.replace(day=last), page, name)
    return Period(first, first, page, f"{day} {name}")


def meetings(
    index: SearchIndex, asked: Period, audience: Audience, most: int = SHOWN
) -> Meetings | None:
    """The meetings of a time, the first of them told one by one; None where there are none."""
    wanted = Filters(earliest=asked.first, latest=asked.last)
    request = Request("", audience, Kind.PROTOCOL, wanted, Order.OLDEST, limit=most)
    found = index.search(request)
    return Meetings(asked, found.total, found.hits) if found.total else None
