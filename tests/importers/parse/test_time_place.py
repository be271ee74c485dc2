import pytest

from importers.formats.lines import Line
from importers.parse.header_blocks import parse_header
from importers.parse.time_place import find_time_place, start_time


def found(*texts):
    header = parse_header([Line(text, top=float(row)) for row, text in enumerate(texts)])
    result = find_time_place(header)
    return result.time, result.place


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("13.00–15.30", "13:00"),
        ("13:00 - 15:00", "13:00"),
        ("kl 9-11", "09:00"),
        ("Kl.9:00", "09:00"),
        ("kl. 13.00", "13:00"),
        ("klockan 8.30", "08:30"),
        ("kl 0900-1030", "09:00"),
        ("9-11", "09:00"),
        ("08.30", "08:30"),
        ("14 januari kl. 13.00", "13:00"),
        ("2022.05.03 kl 9-11", "09:00"),
        ("3/5 2022, 08.30", "08:30"),
        ("onsdagen den 7 februari 2018 kl. 13.00–15.30", "13:00"),
        ("18-09-05 kl. 13", "13:00"),
        ("0900-1100", "09:00"),
        ("13:00:00", "13:00"),
        ("mellan 13.00 och 15.00", "13:00"),
        ("18-09-05", None),
        ("2018 09 05", None),
        ("14 maj", None),
        ("2022-05-03", None),
        ("2022.05.03", None),
    ],
)
def test_the_time_under_a_label_is_the_start(value, time):
    assert found("Tid:", value)[0] == time


@pytest.mark.parametrize(
    "text",
    ["Punkt 14.1 och 3–5", "2022.05.03", "§§ 4–6", "8 personer", "version 2.10", "25.00–26.00"],
)
def test_other_numbers_are_no_time(text):
    assert start_time(text) is None


@pytest.mark.parametrize(
    "place",
    [
        "Eken",
        "Bruna rummet, Ekbacken",
        "Sammanträdesrum Eken, Storgatan 4",
        "Digitalt möte via Teams",
        "Rum 302",
        "Storgatan 4 och Teams",
    ],
)
def test_the_place_is_as_printed(place):
    assert found("Plats:", place)[1] == place


@pytest.mark.parametrize(
    "value",
    [
        "Tisdag 3 maj 2022 kl 9.00–11.00, Rum Eken",
        "Rum Eken, tisdagen den 3 maj 2022 kl. 09:00",
        "2022-05-03, 9.00-11.00, Rum Eken",
        "kl. 9 i Rum Eken",
    ],
)
def test_one_label_may_cover_time_and_place(value):
    assert found(f"Tid och plats: {value}") == ("09:00", "Rum Eken")


def test_time_and_place_may_stand_on_lines_of_their_own():
    assert found("Tid och plats", "3 maj 2022 kl. 9.00 - 11.00", "Teams") == ("09:00", "Teams")


def test_an_opening_line_says_both():
    assert found("Protokoll", "Tisdagen den 3 maj 2022 kl. 9.00–11.00 i Ekrummet") == (
        "09:00",
        "Ekrummet",
    )


def test_what_follows_the_time_in_a_title_need_not_be_a_place():
    assert found("Protokoll FSG 3 maj 2022 kl. 9.00 ordinarie möte") == ("09:00", None)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Möte i Ekrummet kl. 13:00 - 15:00 den 5 maj 2022", "Ekrummet"),
        ("Mötet hölls digitalt via Teams den 5 maj 2022 kl 9.00-11.00", "digitalt via Teams"),
        ("Protokoll för verksamheten i Kulturhuset Eken", None),
    ],
)
def test_a_title_may_name_the_place_before_the_day(line, place):
    assert found("Protokoll", line)[1] == place


def test_a_place_may_go_on_after_a_comma_at_the_lines_end():
    assert found("Möte den 5 maj 2022 kl. 9.00 i Ekhuset,", "mötesrum 4.") == (
        "09:00",
        "Ekhuset, mötesrum 4",
    )


def test_an_address_on_a_line_of_its_own_is_the_place():
    assert (
        found("Protokoll", "5 maj 2022 kl 9-11", "Ekplan 6 samt Teams")[1] == "Ekplan 6 samt Teams"
    )


def test_a_place_may_hold_the_time():
    assert found("Plats: Eken kl. 10") == ("10:00", "Eken")


def test_when_somebody_came_is_not_when_the_meeting_began():
    assert found("Närvarande: Anna Ek, chef, fr.o.m. kl. 14.00") == (None, None)


def test_a_time_for_adjustment_or_the_next_meeting_is_not_the_meetings():
    assert found("Tid för justering: 5 maj kl. 8", "Nästa möte: 5 juni kl. 9") == (None, None)
