"""Signs that were read wrong are mended where the document itself shows it, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import read_line

from importers.formats.scan.signs import mend_signs, with_signs


def mended(*lines: str) -> list[str]:
    return [
        " ".join(word.text for word in line) for line in mend_signs(list(map(read_line, lines)))
    ]


AGENDA = ("& 63 Mötets öppnande", "8 64 Val av justerare", "$ 65 Föregående protokoll")


def test_an_agenda_that_goes_on_has_its_signs() -> None:
    assert mended(*AGENDA) == [
        "§ 63 Mötets öppnande",
        "§ 64 Val av justerare",
        "§ 65 Föregående protokoll",
    ]


def test_an_act_in_the_title_of_an_item_has_its_sign_too() -> None:
    assert mended(*AGENDA, "8 66 Information (MBL 8 19)")[3] == "§ 66 Information (MBL § 19)"


def test_an_agenda_may_have_gaps() -> None:
    assert mended("8 1 Inledning", "& 2 Ekonomi", "8 5 Övrigt")[2] == "§ 5 Övrigt"


def test_a_sign_read_as_one_word_with_its_number_is_parted_from_it() -> None:
    assert mended("§ 1 Inledning", "$2 Justering", "§ 3 Ekonomi")[1] == "§ 2 Justering"


def test_a_figure_that_was_a_sign_is_mended_where_the_agenda_needs_it() -> None:
    lines = ("521 Formalia", "§ 22 Ärenden", "§ 23 Ekonomi", "524 Lön", "§ 25 Övrigt")
    assert mended(*lines)[0] == "§ 21 Formalia"
    assert mended(*lines)[3] == "§ 24 Lön"


@pytest.mark.parametrize(
    "lines",
    [
        ("8 64 Val av justerare",),
        ("8 12 platser", "8 3 platser", "8 40 platser"),
        ("8 personer deltog", "9 personer deltog", "10 personer deltog"),
        ("84 Lokaler", "85 Ekonomi", "86 Övrigt"),
        ("84 Lokaler", "§ 5 Ekonomi", "86 Övrigt"),
        ("5 1,2 3,4", "5 2,1 3,4", "5 3,0 3,4"),
        ("S 1", "S 11 t", "S 30 t"),
    ],
)
def test_figures_that_go_on_from_nothing_stay(lines: tuple[str, ...]) -> None:
    assert mended(*lines) == list(lines)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Samverkan enligt MBL 8 11:", "Samverkan enligt MBL § 11:"),
        ("Information (MBL & 19)", "Information (MBL § 19)"),
        ("enligt $ 11 MBL avslutades", "enligt § 11 MBL avslutades"),
        ("enligt 19 8 MBL.", "enligt 19 § MBL."),
        ("Förhandling enligt MBL 8 38", "Förhandling enligt MBL § 38"),
    ],
)
def test_an_act_has_its_sign(read: str, printed: str) -> None:
    assert mended(read) == [printed]


@pytest.mark.parametrize(
    "text",
    ["MBL 8 timmar", "enligt MBL 8 20", "8 av 11 MBL", "8 11 enheter", "Vision har 8 19 maj"],
)
def test_a_figure_beside_an_act_may_be_a_figure(text: str) -> None:
    assert mended(text) == [text]


def test_a_range_of_the_agendas_items_has_a_double_sign() -> None:
    assert mended("Anna Ek, 88 63-65", *AGENDA)[0] == "Anna Ek, §§ 63-65"
    assert mended("Anna Ek, 88 63-70", *AGENDA)[0] == "Anna Ek, 88 63-70"


@pytest.mark.parametrize("sign", ["«", "»", "e", "+", "*", "©"])
def test_a_sign_that_no_line_begins_with_is_a_bullet(sign: str) -> None:
    assert mended(f"{sign} Ombyggnad av förskolan") == ["• Ombyggnad av förskolan"]


@pytest.mark.parametrize("text", ["e-tjänster införs", "- Lokaler", "i dag", "e"])
def test_a_line_may_begin_with_other_signs(text: str) -> None:
    assert mended(text) == [text]


def test_what_only_english_has_a_letter_for_is_taken_from_it() -> None:
    swedish = [read_line("8 7 Frånvaron är 6,8 26.")]
    english = [read_line("§ 7 Franvaron ar 6,8 %.")]
    english[0] = (*english[0][:-1], english[0][-1]._replace(box=swedish[0][-1].box))
    (line,) = with_signs(swedish, english)
    assert " ".join(word.text for word in line) == "§ 7 Frånvaron är 6,8 %."


def test_a_sign_somewhere_else_on_the_page_changes_nothing() -> None:
    swedish = (read_line("8 personer"),)
    assert with_signs(swedish, [read_line("§ 7", baseline=300)]) == swedish


@given(st.lists(st.text("8§&$S5 MBL119aE«-.", min_size=1, max_size=20), max_size=30))
def test_no_line_and_no_word_is_lost(texts: list[str]) -> None:
    lines = list(map(read_line, texts))
    after = mend_signs(lines)
    assert len(after) == len(lines)
    assert all(len(new) >= len(old) for new, old in zip(after, lines, strict=True))
