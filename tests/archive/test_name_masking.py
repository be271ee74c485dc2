"""Names are masked wherever they stand, and nothing else of the protocol moves."""

import dataclasses as dc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import (
    Attendance,
    Attendee,
    Exchange,
    ForvaltningRef,
    PageStart,
    Protocol,
    Section,
    Source,
    Span,
)
from archive.name_masking import NAME, Masker, NamesShown, masked_protocol

TEXT = (
    "Anna Bergström hälsar välkomna. Vision frågar hur Bergströms enhet bemannas.\n\n"
    "Anna svarar att ANNA BERGSTRÖM och anna.bergstrom inte är samma."
)
QUESTION = "Vision frågar hur Bergströms enhet bemannas."
ANSWER = TEXT[TEXT.index("Anna svarar") :]
SECTION = Section(
    1,
    1,
    "Anna Bergströms rapport",
    TEXT,
    pages=(1, 2),
    page_starts=(PageStart(0, 1), PageStart(TEXT.index("Anna svarar"), 2)),
    unions=("vision",),
    exchanges=(
        Exchange(
            "vision",
            QUESTION,
            ANSWER,
            True,
            Span(TEXT.index(QUESTION), TEXT.index(QUESTION) + len(QUESTION)),
            Span(TEXT.index(ANSWER), len(TEXT)),
        ),
    ),
)
PROTOCOL = Protocol(
    title="Protokoll fört av Siv Åkesson",
    forvaltning=ForvaltningRef("farsta", "Farsta"),
    attendance=Attendance(
        present=(
            Attendee("Anna Bergström", "förvaltningschef"),
            Attendee("Siv Åkesson", None, "vision"),
        ),
        absent=(Attendee("Per-Olof O'Brien", None, "kommunal"),),
    ),
    sections=(SECTION,),
    justerare=("Siv Åkesson",),
    signatures=("SIV ÅKESSON",),
    chair="Anna Bergström",
    source=Source("Protokoll_Anna_Bergström.pdf", "0" * 64),
)


def all_text(protocol: Protocol) -> str:
    return protocol.to_json()


@pytest.mark.parametrize("shown", [NamesShown.ROLES, NamesShown.NONE])
def test_no_part_of_a_name_is_left(shown: NamesShown) -> None:
    text = all_text(masked_protocol(PROTOCOL, shown)).casefold()
    for name in ("anna", "bergström", "siv", "åkesson", "olof", "brien"):
        assert not re.search(rf"(?<![^\W\d_]){name}", text), name  # "bemannas" is no Anna


def test_all_names_are_shown_where_that_is_the_setting() -> None:
    assert masked_protocol(PROTOCOL, NamesShown.ALL) is PROTOCOL


def test_a_role_stands_in_the_place_of_the_name() -> None:
    masked = masked_protocol(PROTOCOL, NamesShown.ROLES)
    assert masked.sections[0].text.startswith("[förvaltningschef] hälsar välkomna.")
    assert [(it.name, it.role) for it in masked.attendance.present] == [
        (None, "förvaltningschef"),
        (None, None),
    ]
    none = masked_protocol(PROTOCOL, NamesShown.NONE)
    assert none.sections[0].text.startswith(f"{NAME} hälsar välkomna.")
    assert [it.role for it in none.attendance.present] == [None, None]


def test_who_represents_which_union_is_still_told() -> None:
    masked = masked_protocol(PROTOCOL, NamesShown.NONE)
    assert [it.union for it in masked.attendance.present] == [None, "vision"]
    assert masked.sections[0].unions == ("vision",)


def test_exchanges_and_pages_are_where_their_words_are() -> None:
    section = masked_protocol(PROTOCOL, NamesShown.NONE).sections[0]
    (exchange,) = section.exchanges
    assert exchange.question == f"Vision frågar hur {NAME}s enhet bemannas."
    assert section.text[slice(*exchange.question_span or ())] == exchange.question
    assert section.text[slice(*exchange.answer_span or ())] == exchange.answer
    assert section.text[section.page_starts[1].offset :].startswith(f"{NAME} svarar")


def test_a_withheld_name_is_masked_and_no_other() -> None:
    masked = masked_protocol(PROTOCOL, NamesShown.ALL, ["Siv Åkesson"])
    text = all_text(masked)
    assert "Åkesson" not in text and "SIV" not in text
    assert "Anna Bergström" in text
    assert [it.name for it in masked.attendance.present] == ["Anna Bergström", None]


def test_another_with_the_same_surname_stays_where_the_withheld_one_is_not() -> None:
    assert masked_protocol(PROTOCOL, NamesShown.ALL, ["Ulla Åkesson"]) is PROTOCOL


def test_the_place_is_not_taken_for_a_person() -> None:
    person = dc.replace(PROTOCOL.attendance.present[0], name="Bo Farsta")
    attendance = dc.replace(PROTOCOL.attendance, present=(person,))
    section = dc.replace(SECTION, text="Farsta har möte. Bo Farsta talar.", exchanges=())
    protocol = dc.replace(PROTOCOL, attendance=attendance, sections=(section,))
    masked = masked_protocol(protocol, NamesShown.NONE)
    assert masked.sections[0].text == f"Farsta har möte. {NAME} talar."
    assert masked.forvaltning == PROTOCOL.forvaltning


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg",
        "Berg, Anna",
        "ANNA BERG",
        "anna.berg@lillby.example",
        "Anna-Berg.pdf",
        "Anna\nBerg",
        "Annas",
        "Bergs",
        "Berg:s",
        "A. Berg",
    ],
)
def test_a_name_is_known_in_every_way_it_is_written(text: str) -> None:
    masked = Masker({"Anna Berg": NAME}).masked(f"Hej {text} hej").casefold()
    assert "anna" not in masked and "berg" not in masked
    assert masked.startswith("hej ") and masked.endswith(" hej")


@pytest.mark.parametrize("text", ["annan", "berget", "bergart", "Annandag", "Bergslagen", "berg"])
def test_words_that_hold_a_name_are_words(text: str) -> None:
    assert Masker({"Anna Berg": NAME}).masked(text) == text


names = st.text("abcåäöABCÅÄÖ", min_size=2, max_size=6)


@given(st.lists(names, min_size=2, max_size=3), st.text("abcåäö .,\nABCÅÄÖ", max_size=60))
def test_what_is_masked_holds_no_whole_name(words: list[str], around: str) -> None:
    name = " ".join(words)
    masked = Masker({name: "#"}).masked(f"{around} {name} {around}")
    assert f" {name} " not in masked


@given(st.text(max_size=200))
def test_a_text_without_names_is_as_it_was(text: str) -> None:
    assert Masker({}).masked(text) == text
