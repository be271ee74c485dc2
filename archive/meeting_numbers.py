"""What the running numbers of a year's meetings tell: which are missing, and where none is. Pure.

Only two kept protocols tell anything of what lies between them, and only where a year's numbers
rise with its days: two groups that number their own meetings, or a number misread, do not.
"""

import collections
import collections.abc as c
import dataclasses as dc
import datetime as dt
import itertools
import re
import typing as t

from archive.records import KeptMeeting

# "3"   "3/2024"   "3/24"   "3-2024"   "2024:3"   but not "2024"
NUMBER: t.Final = re.compile(
    r"(?P<number>\d{1,2})(?:[/:-](?P<after>\d{4}|\d{2}))?|(?P<before>\d{4})[/:](?P<then>\d{1,2})"
)
MOST: t.Final = 30  # meetings a year; beyond that it numbers something else


@dc.dataclass(frozen=True, slots=True)
class Skipped:
    """Numbers of meetings between two kept ones, of which there is no protocol."""

    numbers: tuple[int, ...]
    before: KeptMeeting
    after: KeptMeeting
    first: dt.date  # the day of `before`
    last: dt.date  # the day of `after`

    @property
    def year(self) -> int:
        """The year they were held in."""
        return self.first.year


class _Numbered(t.NamedTuple):
    day: dt.date
    number: int  # 0: none, or none that can be trusted
    meeting: KeptMeeting


def skipped_numbers(meetings: c.Iterable[KeptMeeting]) -> tuple[Skipped, ...]:
    """The gaps in one förvaltning's numbers, year by year."""
    return tuple(
        Skipped(numbers, one.meeting, other.meeting, one.day, other.day)
        for one, other in _neighbours(meetings)
        if (numbers := tuple(range(one.number + 1, other.number)))
    )


def unbroken_spans(meetings: c.Iterable[KeptMeeting]) -> tuple[tuple[dt.date, dt.date], ...]:
    """The days between which no meeting was held, since its number would lie between two that
    follow on each other."""
    return tuple(
        (one.day, other.day)
        for one, other in _neighbours(meetings)
        if other.number - one.number == 1
    )


def _neighbours(meetings: c.Iterable[KeptMeeting]) -> c.Iterator[tuple[_Numbered, _Numbered]]:
    """Two numbered meetings of a year that follow on each other, with none between them."""
    years: dict[int, list[_Numbered]] = collections.defaultdict(list)
    for meeting in meetings:
        if meeting.date:
            found = _Numbered(meeting.date, _number(meeting), meeting)
            years[meeting.date.year].append(found)
    for held in years.values():
        held.sort(key=lambda it: (it.day, it.number))
        numbers = [it.number for it in held if it.number]
        if all(one < other for one, other in itertools.pairwise(numbers)):
            for one, other in itertools.pairwise(held):
                if one.number and other.number:
                    yield one, other


def _number(meeting: KeptMeeting) -> int:
    """A meeting's place in its year, where it has one and the year is that of its day; or 0."""
    if not meeting.number or not meeting.date:
        return 0
    match = NUMBER.fullmatch(meeting.number)
    if not match:
        return 0
    number, year = int(match["number"] or match["then"]), match["after"] or match["before"]
    of_another_year = year and not str(meeting.date.year).endswith(year)
    return 0 if number > MOST or of_another_year else number
