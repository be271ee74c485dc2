"""Dates as they are written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.parse.dates import find_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("den 14 januari 2030", dt.date(2030, 1, 14)),
        ("2022-05-03", dt.date(2022, 5, 3)),
        ("2022.05.03", dt.date(2022, 5, 3)),
        ("onsdagen den 7 februari 2018 kl. 13.00–15.30", dt.date(2018, 2, 7)),
        ("3/10 2019", dt.date(2019, 10, 3)),
        ("3/10-2019", dt.date(2019, 10, 3)),
        ("3/10-19 kl. 9", dt.date(2019, 10, 3)),
        ("3.5.2022", dt.date(2022, 5, 3)),
        ("FG 20220503", dt.date(2022, 5, 3)),
        ("Fredag 4 december 2020 kl 9-11", dt.date(2020, 12, 4)),
        ("5 sept. 2021", dt.date(2021, 9, 5)),
        ("den 1:e mars 2023", dt.date(2023, 3, 1)),
        ("29 februari 2024", dt.date(2024, 2, 29)),
        ("18-09-05", dt.date(2018, 9, 5)),
        ("98-09-05 kl. 13.00", dt.date(1998, 9, 5)),
        ("2018 09 05", dt.date(2018, 9, 5)),
        ("5-9-2018", dt.date(2018, 9, 5)),
        ("5. 9. 2018", dt.date(2018, 9, 5)),
        ("5/9-18", dt.date(2018, 9, 5)),
        ("5 sept. -18", dt.date(2018, 9, 5)),
        ("tisdag 5:e september 2018", dt.date(2018, 9, 5)),
        ("3:dje maj 2018", dt.date(2018, 5, 3)),
    ],
)
def test_a_full_date_is_read(text: str, date: dt.date) -> None:
    assert [mention.date for mention in find_dates(text)] == [date]


def test_a_range_of_days_is_two_dates_without_a_year() -> None:
    found = [(mention.day, mention.month, mention.year) for mention in find_dates("3 maj-18 juni")]
    assert found[0] == (3, 5, None)


def test_a_date_without_a_year_does_not_get_this_year() -> None:
    (mention,) = find_dates("Nästa möte är den 17 september.")
    assert (mention.month, mention.day, mention.year) == (9, 17, None)
    assert mention.date is None


def test_day_and_month_are_not_swapped() -> None:
    (mention,) = find_dates("2022-05-03")
    assert mention.date == dt.date(2022, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "31 februari 2024",
        "2022-02-30",
        "31/4 2021",
        "14 januari 2205",
        "1905-01-14",
        "18-02-30",
        "18-13-05",
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_said_to_be_impossible(text: str) -> None:
    (mention,) = find_dates(text)
    assert mention.impossible
    assert mention.date is None


@pytest.mark.parametrize(
    "text",
    [
        "GV 2030/118",
        "dnr 1.1.2-4410/2022",
        "öppet 24/7",
        "3/4 av tjänsterna",
        "kl. 13.00",
        "läsåret 2024/2025",
        "114 majoriteten",
        "SOU 2025:61",
        "SN-2022-05-031",
        "18-09-05-12",
        "tel. 118-09-05",
        "2018 09 05 12",
        "kl. 10-12",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


def test_the_year_is_chosen_nearest_to_a_known_day() -> None:
    (mention,) = find_dates("den 20 december")
    assert mention.nearest(dt.date(2025, 1, 14)) == dt.date(2024, 12, 20)


@given(st.dates(dt.date(1980, 1, 1), dt.date(2090, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    months = "januari februari mars april maj juni juli augusti september oktober november december"
    text = f"Mötet hölls {day.day} {months.split()[day.month - 1]} {day.year} och {day}."
    assert [mention.date for mention in find_dates(text)] == [day, day]


@given(st.text())
def test_any_text_can_be_searched_and_spans_hold_what_they_say(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text
