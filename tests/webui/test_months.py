import dataclasses as dc
import datetime as dt

import pytest
from searches import request, result

from webui import months

YEARS = {"2023": 4, "2024": 6, "2025": 2}


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        (dt.date(2023, 7, 1), dt.date(2025, 6, 30), 24),
        (dt.date(2023, 7, 1), dt.date(2025, 7, 1), 0),
        (dt.date(2025, 3, 1), dt.date(2025, 3, 31), 12),
        (dt.date(1, 1, 1), dt.date(9999, 12, 31), 0),
        (dt.date(2025, 3, 1), None, 0),
    ],
)
def test_more_than_two_years_of_days_are_shown_by_year(
    earliest: dt.date, latest: dt.date | None, shown: int
) -> None:
    asked = request(earliest=earliest, latest=latest)
    assert len(months.shown(asked, result(ar=YEARS))) == shown


def test_a_year_without_hits_has_no_months_to_count() -> None:
    assert months.shown(request(periods=("2031",)), result(ar=YEARS)) == ()


def test_a_month_is_counted_alone_and_in_the_words_as_typed() -> None:
    asked = months.in_month(request(page=3, unions=("vision",), periods=("2024",)), "2024-03")
    assert (asked.offset, asked.limit, asked.literal) == (0, 0, True)
    assert (asked.filters.periods, asked.filters.unions) == (("2024-03",), ("vision",))


def test_what_was_found_by_other_words_has_no_months() -> None:
    found = dc.replace(result(ar=YEARS), altered=True)
    assert months.shown(request(periods=("2024",)), found) == ()
