import datetime as dt

import hypothesis
import pytest
from hypothesis import strategies as st

from archive.model import ProtocolReference
from importers.parse.protocol_references import find_protocol_references

HELD = dt.date(2024, 6, 4)


def read(text: str, title: str = "Information", held: dt.date | None = HELD):
    return [
        (found.date and found.date.isoformat(), found.number, found.section, found.correction)
        for found in find_protocol_references(title, text, held)
    ]


@pytest.mark.parametrize(
    ("text", "date", "number", "section"),
    [
        ("Se protokoll 2024-03-12 § 7.", "2024-03-12", None, 7),
        ("Se protokoll 2024-03-12, § 7.", "2024-03-12", None, 7),
        ("Frågan ställdes i § 5 i protokollet från den 14 maj.", "2024-05-14", None, 5),
        ("Frågan ställdes i § 5 i protokollet från den 14 november.", "2023-11-14", None, 5),
        ("Se föregående protokoll § 4.", None, None, 4),
        ("Se punkt 4 i föregående protokoll.", None, None, 4),
        ("Se § 4 i protokollet från föregående möte.", None, None, 4),
        ("Frågan är besvarad (FSG 2024-02-06, punkt 8).", "2024-02-06", None, 8),
        ("Se förvaltningsgruppen den 6 februari § 8.", "2024-02-06", None, 8),
        ("Protokollet från den 14 maj lades till handlingarna.", "2024-05-14", None, None),
        ("Protokoll 2024-05-14 godkändes.", "2024-05-14", None, None),
        ("Se protokoll nr 3/2024 § 5.", None, "3/2024", 5),
        ("Se protokoll 3/2024.", None, "3/2024", None),
        ("Se protokoll nr 3, § 5.", None, "3", 5),
        ("Protokoll nr 5 från den 13 maj 2024 läggs till handlingarna.", "2024-05-13", "5", None),
        ("Protokoll nr 8 godkänns.", None, "8", None),
        ("Inga synpunkter på anteckningarna från 14 maj.", "2024-05-14", None, None),
        ("Se vidare protokoll 3/2024 från 24-05-14.", "2024-05-14", "3/2024", None),
    ],
)
def test_another_protocol_is_pointed_at(
    text: str, date: str | None, number: str | None, section: int | None
) -> None:
    assert read(text) == [(date, number, section, False)]


@pytest.mark.parametrize(
    ("title", "text", "date", "section"),
    [
        (
            "Rättelser",
            "Rättelse till protokoll 2024-03-12, § 7 ska lyda: Köket stängs.",
            "2024-03-12",
            7,
        ),
        (
            "Föregående protokoll",
            "Protokollet från 2024-05-14 gicks igenom. Under § 9 ska det stå att Vision är enig.",
            "2024-05-14",
            9,
        ),
        (
            "Genomgång av förra protokollet",
            "Mötet den 14 maj. Under § 8 ska det stå Ekhallen, inte Ekhuset.",
            "2024-05-14",
            8,
        ),
        ("Föregående protokoll", "I § 9 står fel namn, rätt lydelse är Bo Alm.", None, 9),
        ("Protokoll", "§ 3 i protokollet från den 14 maj är felaktig.", "2024-05-14", 3),
    ],
)
def test_a_correction_points_at_the_paragraf_that_was_wrong(
    title: str, text: str, date: str | None, section: int
) -> None:
    assert read(text, title)[-1] == (date, None, section, True)


@pytest.mark.parametrize(
    "text",
    [
        "Föregående protokoll lades till handlingarna.",
        "Protokollet justeras av Bo Alm.",
        "Protokollet läggs ut på intranätet.",
        "Dagens protokoll 2024-06-04 justeras digitalt.",
        "Nästa möte är den 14 september.",
        "Information enligt § 19 MBL i förvaltningsgruppen.",
        "Under § 9 ska det stå en hänvisning.",
        "Mötet den 14 maj ställdes in.",
    ],
)
def test_a_protocol_that_is_only_spoken_of_points_nowhere(text: str) -> None:
    assert read(text) == []


def test_a_protocol_gone_through_is_pointed_into_by_its_paragraf_alone() -> None:
    text = "Protokoll nr 10/2023 av den 12 december 2023 godkändes. Se § 7 i protokollet."
    assert read(text, "Föregående protokoll") == [("2023-12-12", "10/2023", 7, False)]


def test_several_paragrafer_are_several_references_with_the_words_as_written() -> None:
    found = find_protocol_references("Rapport", "Se §§ 4 och 7 i protokoll 2024-03-12.", HELD)
    day = dt.date(2024, 3, 12)
    words = "§§ 4 och 7 i protokoll 2024-03-12"
    assert found == (
        ProtocolReference(words, day, None, 4),
        ProtocolReference(words, day, None, 7),
    )


def test_a_year_that_is_not_said_stays_unknown_where_the_meetings_day_is() -> None:
    assert read("Se protokollet från den 14 maj § 5.", held=None) == [(None, None, 5, False)]


@hypothesis.given(st.text(alphabet="protkl ent§ 2024-315/,.ifrångeö", max_size=80))
def test_the_words_stand_in_the_text(text: str) -> None:
    for found in find_protocol_references("Föregående protokoll", text, HELD):
        assert found.text in text or found.text in "Föregående protokoll"
