"""Characters that nobody sees are gone; those that someone wrote are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.normalise import belongs_to_next, cells, clean


def test_a_letter_with_its_ring_apart_is_composed() -> None:
    assert clean("Na\u030arvarande a\u0308r") == "Nårvarande är"


def test_ligatures_are_spelled_out_and_fractions_kept() -> None:
    assert clean("ﬁnansiering, oﬀert, ½ tjänst") == "finansiering, offert, ½ tjänst"


def test_soft_hyphens_joiners_and_direction_marks_are_gone() -> None:
    assert clean("arbets\u00admiljö\u200b\u200f\ufeff") == "arbetsmiljö"


def test_a_soft_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    assert clean("informations\u00ad ") == "informations-"


def test_hyphens_that_forbid_a_line_break_are_hyphens() -> None:
    assert clean("HR\u2011konsult") == "HR-konsult"


@pytest.mark.parametrize(
    ("spaced", "whole"),
    [
        ("P R O T O K O L L  F R Å N  mötet", "PROTOKOLL FRÅN mötet"),
        ("Del A B C", "Del A B C"),
        ("R A D I", "RADI"),
    ],
)
def test_words_typed_with_spaces_for_looks_are_whole(spaced: str, whole: str) -> None:
    assert clean(spaced) == whole


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\t", "  "])
def test_every_kind_of_space_becomes_one_plain_space(space: str) -> None:
    assert clean(f"kl.{space}13") == "kl. 13"


@pytest.mark.parametrize(
    "sign", ["•", "▪", "·", "\uf0b7 ", "\uf0a7\t", "●  ", "o\t", "  o\t", "(cid:3) "]
)
def test_bullets_of_all_kinds_become_one(sign: str) -> None:
    assert clean(f"{sign}Lokaler") == "• Lokaler"


@pytest.mark.parametrize("text", ["o Lokaler", "- Lokaler", "– ingen information", "”Ja”, sa hon"])
def test_dashes_quotes_and_letters_stay_as_written(text: str) -> None:
    assert clean(text) == text


def test_a_letter_that_is_unknown_shows_as_such() -> None:
    assert clean("M(cid:31)te") == "M\ufffdte"


def test_signs_of_picture_fonts_inside_a_line_are_gone() -> None:
    assert clean("Möte \uf0e0 klart") == "Möte klart"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("mÃ¶te pÃ¥ fÃ¶rskolan", "möte på förskolan"),
        ("Ã–vrigt, Ã…rshjul och Ã„ldre", "Övrigt, Årshjul och Äldre"),
        ("â€œjaâ€\u009d â€“ nej", "“ja” – nej"),
        ("m\u00c3\u00b6te \u00c3\u0085r", "möte År"),
    ],
)
def test_utf8_once_read_as_windows_text_is_repaired(damaged: str, whole: str) -> None:
    assert clean(damaged) == whole


@pytest.mark.parametrize("text", ["CAFÉ™", "Ã la carte", "château"])
def test_what_only_resembles_damaged_text_is_left(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("label", ["§ 4", "§4", "4.", "4.2", "4)", "4 §", "a)", "•", "–", "4"])
def test_a_label_belongs_to_the_text_beside_it(label: str) -> None:
    assert belongs_to_next(label, "Lokaler")


@pytest.mark.parametrize(("first", "second"), [("3", "5"), ("Anna Ek", "chef"), ("2024", "Budget")])
def test_other_cells_belong_to_themselves(first: str, second: str) -> None:
    assert not belongs_to_next(first, second)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Ek\tordförande", [(0, "Anna Ek"), (8, "ordförande")]),
        ("   Anna Ek     ordförande", [(3, "Anna Ek"), (15, "ordförande")]),
        ("Anna Ek,  ordförande", [(0, "Anna Ek, ordförande")]),
        ("§ 4\tLokaler", [(0, "§ 4 Lokaler")]),
        ("o\tLokaler", [(0, "• Lokaler")]),
        ("§ 4", [(0, "§ 4")]),
        ("3\t5\t8", [(0, "3"), (8, "5"), (16, "8")]),
        ("   ", []),
    ],
)
def test_cells_are_divided_by_tabs_and_wide_gaps(
    line: str, expected: list[tuple[int, str]]
) -> None:
    assert list(cells(line)) == expected


@given(st.text())
def test_any_text_comes_out_in_nfc_and_visible(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert cleaned == " ".join(cleaned.split())


@given(st.text(alphabet="ab§1.•\t  o-", max_size=30))
def test_cells_hold_all_that_the_line_does(text: str) -> None:
    def bare(text: str) -> str:
        return text.replace(" ", "").replace("•", "")

    assert bare("".join(found for _, found in cells(text))) == bare(clean(text))
