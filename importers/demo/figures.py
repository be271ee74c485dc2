"""Figures that develop: the same month of the same förvaltning is always told alike.

Sick leave is high in winter and was highest in the pandemic's first two years; reported incidents
grow slowly, as people learn to report them.
"""

import datetime as dt
import math
import random
import typing as t

from importers.demo.calendar import MONTH_NAMES, Occasion

BY_YEAR: t.Final = {2020: 1.6, 2021: 1.1, 2022: 0.9}


def sick_leave_by_month(occasion: Occasion) -> str:
    """The three latest months: "7,1 procent i januari, 6,8 procent i februari och …"."""
    return _by_month(occasion, 1.0)


def short_sick_leave_by_month(occasion: Occasion) -> str:
    """The same of short-term sick leave, up to fourteen days."""
    return _by_month(occasion, 0.36)


def sick_leave(occasion: Occasion) -> str:
    """The latest month's: "6,8 procent"."""
    return _percent(_rate(occasion.forvaltning, *_months_back(occasion.date, 1)))


def sick_leave_a_year_ago(occasion: Occasion) -> str:
    """The same month's of the year before."""
    year, month = _months_back(occasion.date, 1)
    return _percent(_rate(occasion.forvaltning, year - 1, month))


def incidents(occasion: Occasion) -> int:
    """How many incidents were reported since the last meeting."""
    return _incidents(occasion.forvaltning, *_months_back(occasion.date, 1))


def incidents_a_year_ago(occasion: Occasion) -> int:
    """How many it was in the same month of the year before."""
    year, month = _months_back(occasion.date, 1)
    return _incidents(occasion.forvaltning, year - 1, month)


def _by_month(occasion: Occasion, part: float) -> str:
    months = [_months_back(occasion.date, back) for back in (3, 2, 1)]
    first, second, third = (
        f"{_percent(part * _rate(occasion.forvaltning, year, month))} i {MONTH_NAMES[month - 1]}"
        for year, month in months
    )
    return f"{first}, {second} och {third}"


def _rate(forvaltning: str, year: int, month: int) -> float:
    usual = random.Random(f"sick/{forvaltning}").uniform(4.6, 8.2)
    chance = random.Random(f"sick/{forvaltning}/{year}/{month}").uniform(-0.4, 0.4)
    season = 1.1 * math.cos((month - 1.5) * math.pi / 6)
    return usual + BY_YEAR.get(year, 0.0) - 0.08 * (year - 2018) + season + chance


def _incidents(forvaltning: str, year: int, month: int) -> int:
    usual = random.Random(f"incidents/{forvaltning}").randint(14, 60)
    chance = random.Random(f"incidents/{forvaltning}/{year}/{month}").uniform(0.7, 1.4)
    return round((usual + 2 * (year - 2018)) * chance)


def _months_back(day: dt.date, back: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return year, month + 1


def _percent(rate: float) -> str:
    return f"{rate:.1f} procent".replace(".", ",")
