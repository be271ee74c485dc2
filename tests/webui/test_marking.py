import re

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Span
from index import Excerpt
from webui.marking import marked, passage


def mark(text: str, *words: str) -> str:
    """The text as HTML with each word marked where it first stands."""
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    return str(marked(Excerpt(text, spans)))


def test_the_matched_part_of_a_word_is_strong_and_the_rest_light() -> None:
    assert mark("mot arbetsplatsvåld nu", "våld") == (
        'mot <span class="word">arbetsplats<mark>våld</mark></span> nu'
    )


def test_neighbouring_words_share_one_light_run() -> None:
    assert mark("om hot- och våld i år", "hot-", "våld") == (
        'om <span class="word"><mark>hot-</mark> och <mark>våld</mark></span> i år'
    )


def test_words_apart_are_marked_apart() -> None:
    assert mark("hot i går, våld i dag", "hot", "våld").count('<span class="word">') == 2


def test_two_parts_of_one_word_share_its_run() -> None:
    assert mark("våldssituationer", "vålds", "situationer") == (
        '<span class="word"><mark>vålds</mark><mark>situationer</mark></span>'
    )


def test_a_cut_passage_shows_that_the_text_goes_on() -> None:
    assert str(marked(Excerpt("mitt i", cut_before=True, cut_after=True))) == "… mitt i …"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", 'a" onclick="b', "R&D <b>"])
def test_html_in_the_text_is_shown_as_text(text: str) -> None:
    html = str(marked(Excerpt(text, (Span(1, 4),))))
    assert re.sub('</?mark>|<span class="word">|</span>', "", html) == str(markupsafe.escape(text))


def test_a_passage_keeps_the_marks_that_lie_in_it() -> None:
    text = "Ett larm.\n\n  Två larm och ett larm till.  "
    marks = [Span(m.start(), m.end()) for m in re.finditer("larm", text)]
    piece = passage(text, 9, len(text), marks)
    assert piece.text == "Två larm och ett larm till."
    assert [piece.text[start:end] for start, end in piece.marks] == ["larm", "larm"]


def test_a_mark_over_the_border_of_a_passage_is_cut_there() -> None:
    assert passage("hot och våld", 0, 7, [Span(4, 12)]).marks == (Span(4, 7),)


@given(
    st.text(alphabet="abc åä-och<>&\n", max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=8),
)
def test_marking_adds_tags_and_takes_nothing_away(text: str, places: list[tuple[int, int]]) -> None:
    spans = tuple(Span(start, end) for start, end in places)
    assert marked(Excerpt(text, spans)).striptags() == markupsafe.Markup.escape(text).striptags()
