import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_words import page_of, word_boxes

from archive.pages import WordBox
from webui.page_text import running_text


def text_of(*lines: str) -> str:
    return running_text(page_of(*lines).words).text


def test_words_stand_one_space_apart_whatever_line_they_are_on() -> None:
    assert (
        text_of("Vision frågar om hot", "och våld i år.") == "Vision frågar om hot och våld i år."
    )


def test_a_word_divided_at_the_end_of_a_line_is_whole_again() -> None:
    assert text_of("om systematiskt arbets-", "miljöarbete") == "om systematiskt arbetsmiljöarbete"


def test_a_soft_hyphen_at_the_end_of_a_line_divides_too() -> None:
    assert text_of("om arbets\u00ad", "miljö") == "om arbetsmiljö"


@pytest.mark.parametrize(
    ("line", "following", "text"),
    [
        ("om hot-", "och våld", "om hot- och våld"),
        ("om HR-", "chefen", "om HR-chefen"),
        ("om it-", "stöd", "om it-stöd"),
        ("i Hägersten-", "Älvsjö", "i Hägersten-Älvsjö"),
        ("år 2024-", "talet", "år 2024- talet"),
        ("punkten –", "som", "punkten – som"),
        ("en rad -", "ny rad", "en rad - ny rad"),
    ],
)
def test_a_hyphen_that_belongs_to_a_word_is_kept(line: str, following: str, text: str) -> None:
    assert text_of(line, following) == text


def test_a_hyphen_within_a_line_divides_nothing() -> None:
    assert text_of("arbets- miljö") == "arbets- miljö"


def test_a_word_divided_on_a_page_that_lies_on_its_side_is_whole_again() -> None:
    lines = page_of("systematiskt arbets-", "miljöarbete pågår").words
    turned = [WordBox(it.text, 600 - it.bottom, it.left, 600 - it.top, it.right) for it in lines]
    assert running_text(turned).text == "systematiskt arbetsmiljöarbete pågår"


def test_a_larger_gap_begins_a_paragraph() -> None:
    page = page_of("Ett stycke som går", "vidare.", "", "Ett annat,", "som också gör det.")
    running = running_text(page.words)
    found = [running.text[start:end].strip() for start, end in running.paragraphs]
    assert found == ["Ett stycke som går vidare.", "Ett annat, som också gör det."]


def test_an_empty_page_has_no_text() -> None:
    assert running_text(()).paragraphs == ()


@given(st.lists(word_boxes(), max_size=30))
def test_every_word_stands_in_the_text_in_order(words: list[WordBox]) -> None:
    running = running_text(words)
    assert [piece.word for piece in running.pieces] == list(range(len(words)))
    for piece, word in zip(running.pieces, words, strict=True):
        assert running.text[piece.start : piece.end] in {word.text, word.text[:-1]}
    ends = [end for span in running.paragraphs for end in span]
    assert ends == sorted(ends)
    assert "".join(running.text[start:end] for start, end in running.paragraphs) == running.text
