import datetime as dt

import pytest

from archive.coverage import Coverage, cover
from archive.records import KeptMeeting
from archive.registry import packaged
from webui import coverage_view

TODAY = dt.date(2026, 6, 1)
REGISTER = packaged().forvaltningar


def met(date: str, forvaltning: str, announces: str = "", number: str = "") -> KeptMeeting:
    day, following = dt.date.fromisoformat(date), announces and dt.date.fromisoformat(announces)
    return KeptMeeting(f"{forvaltning}/{date}", day, forvaltning, following or None, number or None)


def covered(*meetings: KeptMeeting) -> tuple[Coverage, ...]:
    return cover(meetings, packaged(), TODAY)


def test_forvaltningar_stand_as_swedes_sort_and_predecessors_under_their_heir() -> None:
    ids = ["ostermalm", "jarva", "spanga-tensta", "rinkeby-kista", "farsta", "alvsjo"]
    coverages = covered(*(met("2022-01-14", id_) for id_ in ids))
    rows = coverage_view.year_rows(coverages, REGISTER, (2022,))
    assert [(row.name, row.heir) for row in rows] == [
        ("Farsta", ""),
        ("Älvsjö", ""),
        ("Järva", ""),
        ("Rinkeby-Kista", "Järva"),
        ("Spånga-Tensta", "Järva"),
        ("Östermalm", ""),
    ]


def test_a_year_is_told_in_words() -> None:
    coverages = covered(
        met("2021-03-09", "farsta", "2021-04-13"),
        met("2022-06-09", "farsta"),
        met("2023-03-09", "farsta"),
    )
    (row,) = coverage_view.year_rows(coverages, REGISTER, (2020, 2021, 2022))
    assert [coverage_view.told(cell) for cell in row.years] == [
        "inga protokoll",
        "1 protokoll, 1 saknas",
        "1 protokoll, 1 månad till brukar ha möte",
    ]


def test_a_forvaltning_has_no_row_for_a_year_before_it_was_there() -> None:
    coverages = covered(met("2024-03-09", "jarva"), met("2022-03-09", "rinkeby-kista"))
    groups = coverage_view.month_groups(coverages, REGISTER, (2022, 2023, 2024))
    assert [(group.name, [row.year for row in group.rows]) for group in groups] == [
        ("Järva", [2024, 2023]),
        ("Rinkeby-Kista", [2023, 2022]),
    ]


def test_the_years_between_are_shown_unless_one_was_misread() -> None:
    near = covered(met("2019-03-09", "farsta"), met("2022-03-09", "farsta"))
    assert coverage_view.years_of(near) == (2019, 2020, 2021, 2022)
    far = covered(met("0205-03-09", "farsta"), met("2022-03-09", "farsta"))
    assert coverage_view.years_of(far) == (205, 2022)
    assert coverage_view.years_of(()) == ()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("Arbetsmarknadsförvaltningen", "Arbetsmarknads|förvaltningen"),
        ("Stadsledningskontoret", "Stadslednings|kontoret"),
        ("Akademikerförbundet SSR", "Akademiker|förbundet SSR"),
        ("Farsta", "Farsta"),
        ("Förvaltningen", "Förvaltningen"),
    ],
)
def test_a_long_name_can_be_broken_at_its_seam(name: str, broken: str) -> None:
    assert coverage_view.breakable(name).replace("\N{SOFT HYPHEN}", "|") == broken
