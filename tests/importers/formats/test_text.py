"""Plain text in any encoding, with its empty lines counted."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from importers.formats.text import read_text

MINUTES = "§ 1 Mötets öppnande\n\nOrdföranden hälsade alla välkomna.\n\n\n\n§ 2 Lokaler\n"


def texts(content: bytes) -> list[str]:
    return [line.text for line in read_text(content).lines]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_every_encoding_gives_the_same_lines(encoding: str) -> None:
    assert texts(MINUTES.encode(encoding)) == texts(MINUTES.encode())


def test_a_larger_run_of_empty_lines_is_a_larger_gap() -> None:
    assert [line.top for line in read_text(MINUTES.encode()).lines] == [0, 2, 6]


def test_a_line_of_spaces_counts_as_empty() -> None:
    first, second = read_text("Plats:\n \xa0 \nSalen".encode()).lines
    assert second.top - first.top == 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_count_once(end: str) -> None:
    lines = read_text(end.join(["Plats:", "", "Salen"]).encode()).lines
    assert [line.top for line in lines] == [0, 2]


def test_indentation_is_kept_as_left() -> None:
    assert [line.left for line in read_text(b"Plats:\n Salen\n\tKl 9").lines] == [0, 1, 8]


def test_form_feeds_divide_pages() -> None:
    document = read_text(b"Sida ett\f\nSida tv\xc3\xa5\n\f")
    assert [(line.page, line.top) for line in document.lines] == [(1, 0), (2, 1)]
    assert document.page_count == 2


def test_text_without_form_feeds_has_no_pages() -> None:
    document = read_text(MINUTES.encode())
    assert document.page_count is None
    assert {line.page for line in document.lines} == {None}


def test_a_row_of_a_table_is_cells_with_the_same_top() -> None:
    name, role = read_text("\nAnna Ek      ordförande".encode()).lines
    assert (name.text, role.text) == ("Anna Ek", "ordförande")
    assert name.top == role.top == 1
    assert name.left < role.left


def test_a_line_of_a_megabyte_is_one_line() -> None:
    (line,) = read_text(b"ord " * 250_000).lines
    assert len(line.text) == 999_999


def test_a_megabyte_of_tabs_is_as_many_cells() -> None:
    assert len(read_text(b"a\t" * 100_000).lines) == 100_000


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00\x00\x00")
@example("e\u0301\u200d\u0308".encode())
def test_any_bytes_give_lines_in_nfc_without_control_characters(content: bytes) -> None:
    for line in read_text(content).lines:
        assert line.text
        assert unicodedata.is_normalized("NFC", line.text)
        assert not {unicodedata.category(char) for char in line.text} & {"Cc", "Cf", "Cs"}
