"""Words from a picture become lines as any other format gives them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import read_line

from importers.formats.lines import Line
from importers.formats.scan.layout import lines_of
from importers.formats.scan.words import Box, ReadLine, ReadWord

A4 = (595.0, 842.0)
SENTENCE = "Ordföranden hälsade alla välkomna och förklarade mötet öppnat"


def lines(*read: ReadLine) -> tuple[Line, ...]:
    return lines_of(read, 1, *A4)


def aslant(line: ReadLine, fall: float) -> ReadLine:
    return tuple(
        word._replace(
            box=Box(
                word.box.left,
                word.box.top + fall * word.box.left,
                word.box.right,
                word.box.bottom + fall * word.box.left,
            )
        )
        for word in line
    )


def test_a_line_stands_where_its_letters_do() -> None:
    (line,) = lines(read_line("Mötets öppnande", left=70, baseline=100, size=10))
    assert (line.text, line.page, line.left) == ("Mötets öppnande", 1, 70.0)
    assert line.top + line.height == 100.0
    assert line.right is not None
    assert line.right > 130


def test_lines_with_and_without_tall_letters_are_evenly_spaced() -> None:
    found = lines(
        read_line("Mötets öppnande", baseline=100),
        read_line("som var vana", baseline=114),
        read_line("gjorde pengar", baseline=128),
    )
    assert [line.top for line in found] == pytest.approx([90, 104, 118], abs=0.2)
    assert len({line.size for line in found}) == 1


def test_a_paper_put_in_aslant_is_straightened() -> None:
    found = lines(
        *(aslant(read_line(SENTENCE, baseline=100 + 14 * n), 0.015) for n in range(8)),
        aslant(read_line("Vision", left=70, baseline=240), 0.015),
        aslant(read_line("Kommunal", left=400, baseline=240), 0.015),
    )
    assert [line.text for line in found][-2:] == ["Vision", "Kommunal"]
    assert found[-2].top == found[-1].top
    steps = {after.top - before.top for before, after in itertools.pairwise(found[:8])}
    assert steps <= {13.0, 14.0, 15.0}


def test_cells_beside_each_other_are_lines_at_one_height() -> None:
    line = read_line("Anna Ek")
    other = read_line("Kommunal", left=300)
    found = lines((*line, *other), read_line("Bo Ask", baseline=115))
    assert [(cell.text, cell.top) for cell in found] == [
        ("Anna Ek", 90.0),
        ("Kommunal", 90.0),
        ("Bo Ask", 105.0),
    ]


def test_columns_that_were_read_apart_are_put_beside_each_other() -> None:
    left = [read_line(name, baseline=100 + 15 * n) for n, name in enumerate(("Anna Ek", "Bo Ask"))]
    right = [
        read_line(name, left=300, baseline=101 + 15 * n)
        for n, name in enumerate(("Vision", "Saco"))
    ]
    assert [line.text for line in lines(*left, *right)] == ["Anna Ek", "Vision", "Bo Ask", "Saco"]


def test_larger_type_is_told_from_type_that_only_differs_by_chance() -> None:
    found = lines(
        read_line("Protokoll", baseline=80, size=18),
        *(
            read_line(SENTENCE, baseline=120 + 14 * n, size=size)
            for n, size in enumerate((10, 10.4, 9.7, 10.2))
        ),
    )
    sizes = [line.size for line in found]
    assert len(set(sizes[1:])) == 1
    assert (sizes[0] or 0) > 1.5 * (sizes[1] or 0)


def test_bold_type_is_told_by_its_ink() -> None:
    found = lines(
        read_line("Mötets öppnande", baseline=100, ink=140),
        *(read_line(SENTENCE, baseline=114 + 14 * n, ink=100 + 5 * n) for n in range(3)),
    )
    assert [line.bold for line in found] == [True, False, False, False]


def test_an_empty_page_has_no_lines() -> None:
    assert lines() == ()


def line_of(words: list[tuple[str, int, int]], top: int) -> ReadLine:
    read: list[ReadWord] = []
    left = 0
    for text, gap, width in words:
        box = Box(left + gap, top, left + gap + width, top + 10)
        read.append(ReadWord(text, box, 0.9))
        left = int(box.right)
    return tuple(read)


words = st.tuples(
    st.sampled_from(["Mötet", "gap", "-", "§", "ÅÄÖ", "12"]), st.integers(0, 60), st.integers(3, 80)
)


@given(st.lists(st.lists(words, min_size=1, max_size=6), max_size=8))
def test_every_word_read_is_a_word_of_a_line(page: list[list[tuple[str, int, int]]]) -> None:
    read = [line_of(printed, 20 * place) for place, printed in enumerate(page)]
    found = " ".join(line.text for line in lines(*read)).split()
    assert sorted(found) == sorted(word.text for line in read for word in line)
