"""RTF: letters by byte and by number, groups that belong elsewhere, tables and lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.lines import Line
from importers.formats.rtf import read_rtf

HEADING_STYLES = r"{\stylesheet{\s0 Normal;}{\s3\b heading 2;}{\s4\outlinelevel0 Rubrik;}}"


def lines(inside: str) -> tuple[Line, ...]:
    return read_rtf(f"{{\\rtf1\\ansi {inside}}}".encode("cp1252")).lines


def texts(inside: str) -> list[str]:
    return [line.text for line in lines(inside)]


def test_paragraphs_are_whole_and_the_last_needs_no_end() -> None:
    first, second = lines(r"M\'f6tet \'f6ppnas.\par Slut.")
    assert (first.text, first.whole, second.text) == ("Mötet öppnas.", True, "Slut.")


def test_empty_paragraphs_and_line_breaks_make_gaps_larger_and_smaller() -> None:
    a, b, c, d = lines(r"A\line B\par C\par\par D\par")
    assert b.top - a.top < c.top - b.top < d.top - c.top


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\ansicpg1252 \'e5\'e4\'f6", "åäö"),
        (r"\mac \'8c\'8a\'9a", "åäö"),
        (r"\pc \'86\'84\'94", "åäö"),
        (r"\ansicpg850 \'86\'84\'94", "åäö"),
        (r"\ansicpg1250 \'9a", "š"),
        (r"\ansicpg99999 \'e5", "å"),
        (r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}\f1 \'9a\f0 \'e5", "šå"),
        ("åäö", "åäö"),
        (r"\u229\'e5\u228 ?\uc0\u246 x", "åäöx"),
        (r"\uc2\u229 aa{\uc0\u228}\u246 bbc", "åäöc"),
        (r"\u-10179?\u-8704?", "\N{GRINNING FACE}"),
        (r"\u61623? Lokaler", "• Lokaler"),
        (r"\ldblquote Ja\rdblquote  \endash  nej\~x", "“Ja” – nej x"),
        (r"\{a\}\\ b\_c arbets\-milj\'f6", r"{a}\ b-c arbetsmiljö"),
    ],
)
def test_letters_are_read_in_every_way_they_are_written(written: str, read: str) -> None:
    assert texts(written) == [read]


def test_line_ends_in_the_file_are_nothing() -> None:
    assert texts("M\r\n\\'f6\nte\\\nNy") == ["Möte", "Ny"]


def test_bold_and_size_end_with_their_group() -> None:
    found = lines(r"{\b\fs28 Beslut\par}Ja.\par\b Svar:\b0  ja\par\b Nej\plain\par")
    assert [(line.text, line.bold, line.size) for line in found] == [
        ("Beslut", True, 14.0),
        ("Ja.", False, 12.0),
        ("Svar: ja", False, 12.0),
        ("Nej", True, 12.0),
    ]


def test_headings_are_known_by_their_style_or_their_own_level() -> None:
    found = lines(
        HEADING_STYLES
        + r"\pard\s3 Lokaler\par\pard\s4 Budget\par\pard\s0 Ja.\par\pard\outlinelevel2 Hyra\par"
    )
    assert [line.heading for line in found] == [2, 1, None, 3]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (r"{\listtext\pard\plain 3.\tab}", ("3.", "Lokaler")),
        (r"{\pntext\f0 \'a7 3\tab}", ("§ 3", "Lokaler")),
        (r"{\pntext\f1\'B7\tab}", (None, "• Lokaler")),
        (r"{\listtext\f2 o\tab}", (None, "• Lokaler")),
        (r"{\listtext\tab}", (None, "Lokaler")),
    ],
)
def test_automatic_numbers_stand_in_groups_of_their_own(
    number: str, expected: tuple[str | None, str]
) -> None:
    first, second = lines(rf"{number}Lokaler\par Ja.\par")
    assert (first.number, first.text) == expected
    assert second.number is None


def test_a_row_of_a_table_is_lines_with_the_same_top() -> None:
    row = r"\trowd\cellx100\cellx200\pard\intbl "
    name, chief, role, second, union, after = lines(
        rf"{row}Anna Ek\par chef\cell ordf\'f6rande\cell\row {row}Bo Lind\cell Vision\cell\row"
        r"\pard M\'f6tet \'f6ppnas.\par"
    )
    assert [line.text for line in (name, chief, role)] == ["Anna Ek", "chef", "ordförande"]
    assert name.top == role.top < chief.top < second.top == union.top < after.top
    assert (name.left, role.left, after.left) == (0, 1, 0)


def test_a_number_in_a_column_of_its_own_stays_with_its_text() -> None:
    row = r"\trowd\pard\intbl \'a7 4\cell Lokaler\par Ja.\cell\row"
    assert texts(row) == ["§ 4 Lokaler", "Ja."]


def test_a_table_inside_a_cell_stays_in_its_column() -> None:
    inner = r"\pard\intbl\itap2 Anna Ek\nestcell chef\nestcell{\*\nesttableprops\trowd\nestrow}"
    found = lines(
        r"\trowd\pard\intbl N\'e4rvarande\cell"
        + inner
        + r"\pard\intbl\itap1 Slut\cell\row\pard Efter\par"
    )
    assert [(line.text, line.left) for line in found] == [
        ("Närvarande", 0),
        ("Anna Ek", 1),
        ("chef", 2),
        ("Slut", 1),
        ("Efter", 0),
    ]
    assert found[0].top == found[1].top == found[2].top < found[3].top < found[4].top


def test_a_table_that_is_never_ended_ends_with_its_part() -> None:
    assert texts(r"\trowd\pard\intbl A\cell B") == ["A", "B"]
    name, after = lines(r"\pard\intbl A\cell \pard Efter\par")
    assert (name.left, after.left, name.top < after.top) == (0, 0, True)


def test_headers_come_first_footers_last_and_notes_after_the_text() -> None:
    found = lines(
        r"{\footer granvik.example\par}{\header Granviks kommun\par}"
        r"{\headerf Granviks kommun\par}M\'f6tet{\*\footnote En not.} \'f6ppnas.\par Slut.\par"
    )
    assert [(line.text, line.furniture) for line in found] == [
        ("Granviks kommun", True),
        ("Mötet öppnas.", False),
        ("Slut.", False),
        ("En not.", False),
        ("granvik.example", True),
    ]


def test_a_text_box_follows_the_paragraph_it_hangs_from() -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard Justeras\par"
        r" omedelbart\par}}{\shprslt\pard Justeras omedelbart\par}}"
    )
    assert texts(rf"Proto{box}koll\par Ja.\par") == ["Protokoll", "Justeras", "omedelbart", "Ja."]


@pytest.mark.parametrize(
    "unseen",
    [
        r"{\v dolt}",
        r"\v dolt\v0 ",
        r"{\deleted dolt}",
        r"{\*\generator dolt}",
        r"{\info{\title dolt}}",
        r"{\field{\*\fldinst PAGE}{\fldrslt}}",
        r"{\fldinst dolt}",
        r"{\pict\pngblip 646f6c74}",
        "{\\pict\\bin5 do}lt}",
        r"{\*\annotation \pard dolt\par}",
        r"{\colortbl;\red0\green0\blue0;}",
        r"{\nonesttables dolt\par}",
    ],
)
def test_what_is_not_shown_is_not_read(unseen: str) -> None:
    assert texts(f"{unseen}Ja.") == ["Ja."]


def test_a_field_shows_its_result() -> None:
    link = r'{\field{\*\fldinst HYPERLINK "http://localhost/"}{\fldrslt Bilaga 1}}'
    assert texts(f"Se {link}.") == ["Se Bilaga 1."]


def test_what_comes_after_the_last_brace_is_no_text() -> None:
    assert read_rtf(rb"{\rtf1 Ja.}\par skr\'e4p}").lines[0].text == "Ja."
    assert len(read_rtf(rb"{\rtf1 Ja.}\par skr\'e4p}").lines) == 1


def test_a_cut_file_gives_what_is_left_of_it() -> None:
    content = rb"{\rtf1{\header Granviks kommun\par}{\b M\'f6tet \'f6pp"
    assert [line.text for line in read_rtf(content).lines] == ["Granviks kommun", "Mötet öpp"]


@pytest.mark.parametrize("opened", ["{", r"{\b ", r"\pard\intbl\itap999999999 ", r"{\shptxt "])
def test_groups_and_tables_nested_without_end_are_read_to_the_bottom(opened: str) -> None:
    assert texts(opened * 5_000 + "Längst in")[-1] == "Längst in"


TOKENS = re.findall(
    r"\S+",
    r"\cell \row \nestrow \pard \intbl \itap3 \par { } x {\header {\listtext {\shptxt {\stylesheet"
    r" \u8211 \'e5 \*",
)


@given(
    st.binary()
    | st.text(alphabet="\\{}*' \nabuvx0159-").map(str.encode)
    | st.lists(st.sampled_from(TOKENS)).map(lambda tokens: " ".join(tokens).encode())
)
def test_any_bytes_give_lines(content: bytes) -> None:
    for rtf in (content, b"{\\rtf1 " + content):
        assert all(line.text for line in read_rtf(rtf).lines)


SHOWN = re.findall(
    r"\S+",
    r"\cell \row \nestcell \nestrow \par \pard \intbl \itap2 \page \b \s1 { {\header {\footer"
    r" {\*\footnote {\shptxt",
)


@given(st.lists(st.sampled_from(SHOWN)))
def test_no_word_is_lost_or_read_twice_however_groups_are_mixed(tokens: list[str]) -> None:
    # Words differ, or two headers alike would be one.
    found = texts(" ".join(f"{token} ord{number}" for number, token in enumerate(tokens)))
    words = " ".join(found).split()
    assert sorted(words) == sorted(f"ord{number}" for number in range(len(tokens)))
