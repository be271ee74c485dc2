"""A font's table of letters is read as pdfminer reads it, but for what no font holds."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from importers.formats.pdf.to_unicode import MOST_CODES, letters_by_code


def table(*sections: str) -> bytes:
    return "\n".join(("/CIDInit /ProcSet findresource begin begincmap", *sections)).encode()


def pairs(*entries: str) -> str:
    return f"{len(entries)} beginbfchar\n" + "\n".join(entries) + "\nendbfchar"


def ranges(*entries: str) -> str:
    return f"{len(entries)} beginbfrange\n" + "\n".join(entries) + "\nendbfrange"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (pairs("<0041> <00E5>", "<0042><00660066>"), {0x41: "å", 0x42: "ff"}),
        (pairs("<01> <D83D DE00>"), {1: "😀"}),
        (pairs("<01> /aring"), {1: "å"}),
        (pairs("<01> /finnsinte"), {1: ""}),
        (pairs("<01> <>"), {1: ""}),
        (ranges("<41> <43> <0061>"), {0x41: "a", 0x42: "b", 0x43: "c"}),
        (ranges("<41> <42> [<0061> <00660069>]"), {0x41: "a", 0x42: "fi"}),
        (ranges("<43> <41> <0061>"), {}),
    ],
)
def test_codes_stand_for_letters(section: str, expected: dict[int, str]) -> None:
    assert letters_by_code(table(section)) == expected


def test_a_space_that_is_also_a_hard_one_is_a_space() -> None:
    assert letters_by_code(table(pairs("<03> <0020>"), pairs("<03> <00A0>"))) == {3: " "}


def test_a_range_that_no_font_holds_is_left_out() -> None:
    found = letters_by_code(table(ranges("<00000000> <FFFFFFFF> <0041>", "<05> <05> <0041>")))
    assert found == {5: "A"}


def test_a_table_without_end_stops() -> None:
    many = ranges(*(f"<{high:02X}0000> <{high:02X}FFFF> <0041>" for high in range(64)))
    assert len(letters_by_code(table(many))) == MOST_CODES


def hexadecimal(number: int, digits: int = 4) -> str:
    return f"<{number:0{digits}X}>"


codes = st.integers(0, 0xFFFF)
letters = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=2).map(
    lambda text: f"<{text.encode('utf-16-be').hex()}>"
)
written_pairs = st.lists(
    st.tuples(codes, letters).map(lambda pair: f"{hexadecimal(pair[0])} {pair[1]}"), max_size=5
).map(lambda entries: pairs(*entries))
written_ranges = st.lists(
    st.tuples(codes, st.integers(0, 20), codes).map(
        lambda one: " ".join(map(hexadecimal, (one[0], min(sum(one[:2]), 0xFFFF), one[2])))
    ),
    max_size=5,
).map(lambda entries: ranges(*entries))


@given(st.lists(written_pairs | written_ranges, max_size=4))
def test_the_letters_are_those_that_pdfminer_finds(sections: list[str]) -> None:
    data = table(*sections)
    theirs = FileUnicodeMap()
    CMapParser(theirs, io.BytesIO(data)).run()
    assert letters_by_code(data) == theirs.cid2unichr
