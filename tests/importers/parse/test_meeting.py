import pytest

from importers.parse.meeting import find_meeting


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("Protokoll nr 4/2024", "4/2024"),
        ("Protokoll nr 3 2024", "3/2024"),
        ("Protokoll 5:2024", "5:2024"),
        ("Möte nr 3", "3"),
        ("Förvaltning\nNr 6/2022\nSida 1", "6/2022"),
        ("FSG 2021:3", "2021:3"),
        ("Protokoll FG nr 9, 2022", "9/2022"),
        ("Sammanträde 7", "7"),
        ("FSG 4/24", "4/24"),
        ("CSG nr 6/2023", "6/2023"),
        ("Samverkansmöte 4/2024", "4/2024"),
        ("Mötesnummer: 4", "4"),
        ("FSG-protokoll nr 3", "3"),
        ("Protokoll 18-09-05", None),
        ("Protokoll 3/10 2019", None),
        ("Protokoll 2024-03-12", None),
        ("Protokoll 5 september", None),
        ("Förvaltningsgruppens möte den 3 maj 2024", None),
        ("Möte 13.00", None),
    ],
)
def test_the_meetings_number_is_as_printed(header: str, number: str | None) -> None:
    assert find_meeting(header, "").number == number


@pytest.mark.parametrize(
    ("header", "forum"),
    [
        ("Protokoll från förvaltningsgruppens möte", "förvaltningsgrupp"),
        ("Central samverkansgrupp", "Central samverkansgrupp"),
        ("Samverkansgruppen nivå 2, protokoll", "Samverkansgrupp nivå 2"),
        ("SVG 1", "SVG 1"),
        ("Protokoll från facklig samverkan", "facklig samverkan"),
        ("Arbetsmiljökommittén", "Arbetsmiljökommitté"),
        ("Cesam Granviks kommun", "Cesam"),
        ("Protokoll FSG 2024-03-12", "FSG"),
        ("Styrelsemöte", None),
    ],
)
def test_the_forum_is_named_in_its_bare_form(header: str, forum: str | None) -> None:
    assert find_meeting(header, "").forum == forum


def test_the_files_name_may_tell_the_forum() -> None:
    assert find_meeting("Protokoll", "FSG 2024-03-12.pdf").forum == "FSG"


def test_an_extra_meeting_is_told_from_an_ordinary_one() -> None:
    assert find_meeting("Extra förvaltningsgrupp", "").kind == "extra"
    assert find_meeting("Ordinarie möte", "").kind == "ordinary"
    assert find_meeting("Protokoll", "").kind is None
