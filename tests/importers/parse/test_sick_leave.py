import datetime as dt

import pytest

from importers.parse.sick_leave import find_sick_leave

HELD = dt.date(2025, 4, 10)
Figure = tuple[float, str | None, str | None]


def read(text: str, title: str = "Personal", held: dt.date | None = HELD) -> list[Figure]:
    return [(f.percent, f.month, f.part) for f in find_sick_leave(title, text, held)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Sjukfrånvaron i mars 2025 var 7,4 procent.", [(7.4, "2025-03", None)]),
        ("Sjukfrånvaron var 7,4 % i mars.", [(7.4, "2025-03", None)]),
        ("Sjukfrånvaron i november var 9 procent.", [(9.0, "2024-11", None)]),
        ("Sjukfrånvaron föregående månad låg på 8 %.", [(8.0, "2025-03", None)]),
        ("Sjukfrånvaron för rullande tolv månader är 7,9 procent.", [(7.9, None, None)]),
        ("Sjukfrånvaron för januari–mars är 7,9 procent.", [(7.9, None, None)]),
        (
            "Sjukfrånvaron i mars var 7,4 %, varav korttid 2,9 procent och långtid 4,5 procent.",
            [(7.4, "2025-03", None), (2.9, "2025-03", "short"), (4.5, "2025-03", "long")],
        ),
        (
            "Sjukfrånvaron i mars 2025 var 7,4 procent, jämfört med 8,1 procent i mars 2024.",
            [(7.4, "2025-03", None), (8.1, "2024-03", None)],
        ),
        (
            "I februari var sjukfrånvaron 7,4 procent och i mars 6,9 procent.",
            [(7.4, "2025-02", None), (6.9, "2025-03", None)],
        ),
        ("Korttidsfrånvaron i mars är 2,1 procent.", [(2.1, "2025-03", "short")]),
        (
            "Den långa sjukfrånvaron (mer än 60 dagar) är 3,9 procent i mars.",
            [(3.9, "2025-03", "long")],
        ),
        (
            "Sjukfrånvaron i mars var 7,4 %. Korttiden var 2,9 %.",
            [(7.4, "2025-03", None), (2.9, "2025-03", "short")],
        ),
        (
            "Sjukfrånvaron i mars var 3,4 % (korttid 1,6 % och långtid 1,8 %).",
            [(3.4, "2025-03", None), (1.6, "2025-03", "short"), (1.8, "2025-03", "long")],
        ),
        (
            "Sjukfrånvaron under 2024 blev 7,4 %. I januari var den 8,0 % och i mars 8,2 %.",
            [(7.4, None, None), (8.0, "2025-01", None), (8.2, "2025-03", None)],
        ),
        (
            "Sjukfrånvaron i mars var 3,9 %. Under samma månad 2023 var den 4,4 %.",
            [(3.9, "2025-03", None), (4.4, "2023-03", None)],
        ),
        (
            "Sjukfrånvaron ökade med 0,5 procent till 7,4 procent i mars.",
            [(7.4, "2025-03", None)],
        ),
    ],
)
def test_a_figure_has_its_month_and_part(text: str, figures: list[Figure]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Sjukfrånvaron ökade med 0,5 procentenheter.",
        "Målet för sjukfrånvaron är 6 procent.",
        "Sysselsättningsgraden är 92 procent.",
        "Sjukfrånvaron ska minska. Budgeten höjs 3 procent.",
        "Sjukfrånvaron minskar.\n\nEnkäten är klar.\n\nTotalt 45 procent svarade.",
    ],
)
def test_changes_and_goals_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_month_without_a_year_stays_unknown_where_the_meetings_day_is() -> None:
    assert read("Sjukfrånvaron i mars var 7,4 procent.", held=None) == [(7.4, None, None)]


def test_the_title_may_name_the_month() -> None:
    assert read("Total 7,4 procent.", title="Sjukfrånvaro mars 2025") == [(7.4, "2025-03", None)]


def test_a_tables_row_is_read_under_its_head() -> None:
    table = "Månad | Sjukfrånvaro | Korttid | Långtid\n\nMars 2025 | 7,4 % | 2,9 % | 4,5 %"
    assert read(table) == [
        (7.4, "2025-03", None),
        (2.9, "2025-03", "short"),
        (4.5, "2025-03", "long"),
    ]


def test_months_may_head_a_tables_columns() -> None:
    table = "februari | mars\n\nTotalt | 7,9 | 7,4\n\nKorttid | 3,1 | 2,9"
    assert read(table, title="Sjukfrånvaro 2025") == [
        (7.9, "2025-02", None),
        (7.4, "2025-03", None),
        (3.1, "2025-02", "short"),
        (2.9, "2025-03", "short"),
    ]


def test_the_sentence_is_kept() -> None:
    text = "Bo Alm redogjorde. Sjukfrånvaron i mars var 7,4 procent. Vision tackade."
    (figure,) = find_sick_leave("Personal", text, HELD)
    assert figure.text == "Sjukfrånvaron i mars var 7,4 procent."
