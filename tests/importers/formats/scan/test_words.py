"""Tesseract's values become words in lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.scan.words import Box, ReadWord, parse_words, turned_back

HEADER = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)


def values(*rows: str) -> str:
    return "\n".join([HEADER, *(row.replace(" ", "\t") for row in rows)])


def test_words_come_line_by_line() -> None:
    read = parse_words(
        values(
            "1 1 0 0 0 0 0 0 2481 3508 -1 ",
            "4 1 1 1 1 0 294 114 832 36 -1 ",
            "5 1 1 1 1 1 294 114 206 29 93.2 Mötets",
            "5 1 1 1 1 2 513 115 329 35 91.0 öppnande",
            "5 1 1 1 2 1 295 157 263 44 70.5 Ordföranden",
        )
    )
    assert [[word.text for word in line] for line in read] == [
        ["Mötets", "öppnande"],
        ["Ordföranden"],
    ]
    assert read[0][0] == ReadWord("Mötets", Box(294, 114, 500, 143), pytest.approx(0.932))


def test_lines_of_two_blocks_are_two_lines() -> None:
    read = parse_words(values("5 1 1 1 1 1 9 9 9 9 90 Vision", "5 1 2 1 1 1 99 9 9 9 90 Kommunal"))
    assert len(read) == 2


@pytest.mark.parametrize("text", ["|", "||", "_____", "[", "=", "¦|", "", ".", ":", ",'"])
def test_ruled_lines_pictures_and_dust_are_no_words(text: str) -> None:
    assert parse_words(values(f"5 1 1 1 1 1 9 9 9 9 90 {text}")) == ()


@pytest.mark.parametrize("text", ["-", "—", "§", "(1", "]a"])
def test_signs_that_mean_something_are(text: str) -> None:
    ((word,),) = parse_words(values(f"5 1 1 1 1 1 9 9 9 9 90 {text}"))
    assert word.text == text


@given(st.text())
def test_anything_else_than_values_holds_no_words(text: str) -> None:
    assert parse_words(text.replace("\t", " ")) == ()


@given(
    st.tuples(st.integers(0, 50), st.integers(0, 80), st.integers(51, 100), st.integers(81, 200)),
    st.sampled_from([0, 90, 180, 270]),
)
def test_a_word_turned_four_quarters_is_where_it_was(
    box: tuple[int, int, int, int], degrees: int
) -> None:
    word = ReadWord("Mötet", Box(*box), 0.9)
    turned = turned_back(word, degrees, 100, 200)
    back = turned_back(turned, 360 - degrees, *((200, 100) if degrees % 180 else (100, 200)))
    assert back.box == word.box


def test_the_first_word_of_a_page_upside_down_is_last_as_it_is_shown() -> None:
    word = ReadWord("Protokoll", Box(10, 20, 60, 30), 0.9)
    assert turned_back(word, 180, 595, 842).box == Box(535, 812, 585, 822)


def test_the_first_word_of_a_page_on_its_side_is_in_another_corner() -> None:
    # What must be turned a quarter clockwise to be read has its head to the left.
    word = ReadWord("Protokoll", Box(10, 20, 60, 30), 0.9)
    assert turned_back(word, 90, 842, 595).box == Box(20, 535, 30, 585)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (Box(0, 0, 10, 10), Box(0, 0, 10, 10), 1.0),
        (Box(0, 0, 10, 10), Box(0, 0, 10, 5), 0.5),
        (Box(0, 0, 10, 10), Box(20, 0, 30, 10), 0.0),
        (Box(0, 0, 0, 0), Box(0, 0, 0, 0), 0.0),
    ],
)
def test_boxes_share_what_is_in_both(one: Box, other: Box, share: float) -> None:
    assert one.shared(other) == share
