"""When the groups meet: each on its own weekday, ten times a year, never on a holiday."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import random
import typing as t

from dateutil import easter

FIRST_YEAR: t.Final = 2018
LAST_YEAR: t.Final = 2025
MEETING_MONTHS: t.Final = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12)
MONTH_NAMES: t.Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
WEEKDAYS: t.Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MEETINGS_A_YEAR: t.Final = 10
STARTS: t.Final = (dt.time(8, 30), dt.time(9), dt.time(9, 30), dt.time(13), dt.time(13, 30))


@dc.dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting that is to be held."""

    forvaltning: str
    date: dt.date
    start: dt.time
    number: int  # of the year, from 1
    previous: dt.date
    next: dt.date


def occasions(forvaltning: str, seed: str) -> tuple[Occasion, ...]:
    """All meetings of one group in all years, in order; another seed gives other days."""
    rng = random.Random(f"{seed}/calendar/{forvaltning}")
    days: list[tuple[int, dt.date]] = []
    weekday = rng.randrange(4)
    week = rng.randint(1, 3)
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 2):
        if rng.random() < 0.3:
            weekday, week = rng.randrange(5), rng.randint(1, 3)
        months = sorted(rng.sample(MEETING_MONTHS, MEETINGS_A_YEAR))
        days += [
            (number, _workday(dt.date(year, month, 1), weekday, week))
            for number, month in enumerate(months, start=1)
        ]
    start = rng.choice(STARTS)
    return tuple(
        Occasion(forvaltning, day, start, number, before, after)
        for (_, before), (number, day), (_, after) in zip(days, days[1:], days[2:], strict=False)
        if FIRST_YEAR <= day.year <= LAST_YEAR
    )


def spoken(day: dt.date) -> str:
    """As it is said in a sentence: "den 4 juni"."""
    return f"den {day.day} {MONTH_NAMES[day.month - 1]}"


def dated(day: dt.date) -> str:
    """The same with its year: "den 4 juni 2024"."""
    return f"{spoken(day)} {day.year}"


def is_holiday(day: dt.date) -> bool:
    """Whether it is a holiday, or between Christmas and Epiphany, when nobody meets."""
    if (day.month, day.day) in {(5, 1), (6, 6)} or (day.month, day.day) >= (12, 22):
        return True
    after_easter = (day - easter.easter(day.year)).days
    return (day.month == 1 and day.day <= 6) or after_easter in {-2, 1, 39}


def spread(days: c.Sequence[Occasion], count: int, shift: float) -> tuple[Occasion, ...]:
    """`count` of them, evenly over the whole time; `shift`, from 0 to 1, moves them all later."""
    return tuple(days[int((n + shift) * len(days) / count)] for n in range(count))


def _workday(first: dt.date, weekday: int, week: int) -> dt.date:
    week = min(week, 1) if first.month == 12 else week
    day = first + dt.timedelta((weekday - first.weekday()) % 7, weeks=week)
    while is_holiday(day) or day.weekday() > 4:
        day += dt.timedelta(1)
    return day
