import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_words import HEIGHT, SIZE, WIDTH, page_of, word_boxes

from archive.model import Span
from archive.pages import PageWords, WordBox
from webui.page_marks import Box, boxes
from webui.page_text import running_text


def marked(page: PageWords, text: str) -> tuple[Box, ...]:
    """Where a piece of the page's running text stands on it."""
    running = running_text(page.words)
    start = running.text.index(text)
    return boxes(page, running, Span(start, start + len(text)))


def box_of(page: PageWords, number: int) -> Box:
    word = page.words[number]
    return Box(word.left, word.top, word.right - word.left, word.bottom - word.top)


def test_a_word_is_marked_where_it_stands() -> None:
    page = page_of("Vision frågar", "om hot igen")
    assert marked(page, "hot") == (box_of(page, 3),)


def test_of_a_compound_the_part_is_marked() -> None:
    page = page_of("mot arbetsplatsvåld nu")
    (box,) = marked(page, "våld")
    word = page.words[1]
    assert box.left == pytest.approx(word.right - 4 * 6, abs=2)
    assert box.left + box.width == pytest.approx(word.right)
    (first,) = marked(page, "arbetsplats")
    assert first.left == word.left
    assert first.left + first.width == pytest.approx(box.left)


def test_narrow_letters_take_less_of_the_box_than_broad_ones() -> None:
    page = page_of("illammam")
    (narrow,), (broad,) = marked(page, "ill"), marked(page, "mmam")
    assert broad.width > 3 * narrow.width


def test_signs_beside_a_word_are_not_marked() -> None:
    page = page_of("(hot),")
    (box,) = marked(page, "hot")
    assert page.words[0].left < box.left < box.left + box.width < page.words[0].right


def test_words_marked_as_one_are_marked_without_a_gap() -> None:
    page = page_of("om hot och våld")
    first, second, third = marked(page, "hot och våld")
    assert first.left + first.width == second.left
    assert second.left + second.width == third.left
    assert third.left + third.width == page.words[3].right


def test_words_marked_as_one_over_two_lines_are_marked_on_each() -> None:
    page = page_of("om hot", "och våld")
    assert marked(page, "hot och") == (box_of(page, 1), box_of(page, 2))


def test_a_gap_between_columns_is_not_marked() -> None:
    page = page_of("hot")
    beside = WordBox("våld", 300, page.words[0].top, 330, page.words[0].bottom)
    page = PageWords(1, WIDTH, HEIGHT, (*page.words, beside))
    assert marked(page, "hot våld") == (box_of(page, 0), box_of(page, 1))


def test_a_divided_word_is_marked_on_both_lines_with_its_hyphen() -> None:
    page = page_of("vårt arbets-", "miljöarbete")
    assert marked(page, "arbetsmiljöarbete") == (box_of(page, 1), box_of(page, 2))
    (first, second) = marked(page, "arbetsmiljö")
    assert (first, second.left) == (box_of(page, 1), page.words[2].left)
    (alone,) = marked(page, "miljöarbete")
    assert alone == box_of(page, 2)


def test_of_a_word_that_runs_up_the_page_all_is_marked() -> None:
    page = PageWords(1, WIDTH, HEIGHT, (WordBox("arbetsplatsvåld", 560, 300, 573, 390),))
    assert marked(page, "våld") == (box_of(page, 0),)


def test_a_short_narrow_word_does_not_run_up_the_page() -> None:
    page = PageWords(1, WIDTH, HEIGHT, (WordBox("ill", 100, 100, 107, 113),))
    (box,) = marked(page, "i")
    assert box.width < 3


def test_a_word_half_off_the_page_is_marked_on_it() -> None:
    page = PageWords(1, WIDTH, HEIGHT, (WordBox("hot", -10, 835, 30, 850),))
    assert marked(page, "hot") == (Box(0, 835, 30, HEIGHT - 835),)


pages = st.builds(
    PageWords,
    st.just(1),
    st.floats(1, 900),
    st.floats(1, 900),
    st.lists(word_boxes(), max_size=20).map(tuple),
)


@given(pages, st.integers(0, 200), st.integers(0, 200))
def test_every_mark_lies_on_the_page(page: PageWords, start: int, length: int) -> None:
    for box in boxes(page, running_text(page.words), Span(start, start + length)):
        assert box.width > 0 < box.height
        assert 0 <= box.left <= box.left + box.width <= page.width + 1e-6
        assert 0 <= box.top <= box.top + box.height <= page.height + 1e-6


lines = st.lists(st.text("abmil", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join)


@given(st.lists(lines, min_size=1, max_size=5), st.data())
def test_a_stretch_is_marked_in_its_words_and_in_no_others(
    printed: list[str], data: st.DataObject
) -> None:
    page = page_of(*printed)
    running = running_text(page.words)
    start = data.draw(st.integers(0, len(running.text) - 1))
    end = data.draw(st.integers(start + 1, len(running.text)))
    wanted = [
        page.words[piece.word]
        for piece in running.pieces
        if max(piece.start, start) < min(piece.end, end)
    ]
    found = boxes(page, running, Span(start, end))
    assert len(found) == len(wanted)
    for box, word in zip(found, wanted, strict=True):
        assert (box.top, box.height) == (word.top, SIZE)
        assert word.left - 1e-6 <= box.left < word.right + 1e-6
    for box, following in itertools.pairwise(found):
        assert box.top < following.top or box.left + box.width <= following.left + 1e-6
