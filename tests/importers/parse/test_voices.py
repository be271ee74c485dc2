"""A person named in the text speaks for the side they sit on."""

import pytest

from archive.model import Attendance, Attendee
from archive.registry import packaged
from importers.parse.exchanges import find_exchanges
from importers.parse.unions import UnionNames
from importers.parse.voices import Voices

NAMES = UnionNames(packaged().unions)
VOICES = Voices(
    Attendance(
        present=(
            Attendee("Anna Ek", "förvaltningschef"),
            Attendee("Bo Alm", "HR-chef"),
            Attendee("Egil Rot", None, "kommunal"),
            Attendee("Disa Ask", None, "vision"),
            Attendee("Disa Holm", "enhetschef"),
            Attendee("Ivar Lund", "skyddsombud"),
        )
    )
)


def heard(text: str) -> list[tuple[str, str | None]]:
    return [(text[v.start : v.end], v.union_id) for v in VOICES.heard_in(text)]


def test_a_person_is_a_unions_voice_or_the_employers() -> None:
    assert heard("Egil Rot undrade om taket och Anna Ek svarade.") == [
        ("Egil Rot", "kommunal"),
        ("Anna Ek", None),
    ]


def test_a_first_name_counts_where_one_person_bears_it() -> None:
    assert heard("Egil frågade. Disa svarade.") == [("Egil", "kommunal")]


def test_an_initial_before_the_surname_is_that_person() -> None:
    assert heard("E. Rot frågade. D. Ask och D. Holm svarade.") == [
        ("E. Rot", "kommunal"),
        ("D. Ask", "vision"),
        ("D. Holm", None),
    ]


@pytest.mark.parametrize("text", ["Anna Berg ringde.", "Annandag jul", "Ivar Lund lyfte larmet."])
def test_others_of_the_same_first_name_and_those_whose_side_is_unknown_have_no_voice(
    text: str,
) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Egil Rot undrade när larmet lagas.\n\nBo Alm lovade att det sker i maj.",
        "Egil Rot undrade när larmet lagas. Anna förklarade att det sker i maj.",
        "Kommunal: När lagas larmet? Bo Alm: Det sker i maj.",
        "Kommunal undrade när larmet lagas. Det sker i maj, meddelade Anna Ek.",
    ],
)
def test_who_asks_and_who_answers_is_known_by_name(text: str) -> None:
    (exchange,) = find_exchanges("Lokaler", text, NAMES, VOICES)
    assert (exchange.union, exchange.answered) == ("kommunal", True)
    assert "larmet" in exchange.question
    assert "sker i maj" in (exchange.answer or "")
