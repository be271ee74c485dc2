import itertools
import re

import meetings
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Exchange, Protocol, Section, Span
from webui.section_view import (
    Block,
    Item,
    blocks,
    exchange_at,
    matters_of_substance,
    shown_sections,
)


def section(text: str, *exchanges: Exchange) -> Section:
    return Section(1, 1, "Frågor", text, exchanges=exchanges)


def words_of(items: tuple[Item, ...]) -> list[str]:
    return [word for item in items for passage in item.passages for word in passage.text.split()]


def all_words(shown: tuple[Block, ...]) -> list[str]:
    return [w for b in shown for part in (b.text, b.question, b.answer) for w in words_of(part)]


def test_paragraphs_and_bullets_are_told_apart() -> None:
    (block,) = blocks(section("Detta gäller:\n\n• larm\n\n• nycklar\n\nFrågan är klar."))
    assert [(item.bullets, [p.text for p in item.passages]) for item in block.text] == [
        (False, ["Detta gäller:"]),
        (True, ["larm", "nycklar"]),
        (False, ["Frågan är klar."]),
    ]


def test_an_exchange_stands_where_it_stands_in_the_text() -> None:
    text = "Först detta.\n\nVision frågar om larm.\n\nDe är beställda.\n\nSedan detta."
    exchange = meetings.exchange(text, "vision", "Vision frågar om larm.", "De är beställda.")
    before, talk, after = blocks(section(text, exchange))
    assert words_of(before.text) == ["Först", "detta."]
    assert words_of(talk.question) == ["Vision", "frågar", "om", "larm."]
    assert words_of(talk.answer) == ["De", "är", "beställda."]
    assert words_of(after.text) == ["Sedan", "detta."]


def test_an_answer_further_down_is_shown_where_it_stands() -> None:
    text = "Får vi larm?\n\nGruppen diskuterar.\n\nJa, i maj."
    exchange = meetings.exchange(text, "vision", "Får vi larm?", "Ja, i maj.")
    question, between, answer = blocks(section(text, exchange))
    assert (question.exchange, question.answer) == (exchange, ())
    assert words_of(between.text) == ["Gruppen", "diskuterar."]
    assert (answer.exchange, answer.question) == (exchange, ())


def test_the_label_of_an_answer_goes_with_it() -> None:
    text = "Frågor från Vision:\n\nFråga: Får vi larm?\n\nSvar:\n\nJa, i maj."
    exchange = meetings.exchange(text, "vision", "Får vi larm?", "Ja, i maj.")
    heading, talk = blocks(section(text, exchange))
    assert words_of(heading.text) == ["Frågor", "från", "Vision:"]
    assert words_of(talk.question) == ["Fråga:", "Får", "vi", "larm?"]
    assert words_of(talk.answer) == ["Svar:", "Ja,", "i", "maj."]


def test_an_exchange_without_a_place_leaves_the_text_as_it_is() -> None:
    exchange = Exchange("vision", "Får vi larm?", None, False)
    (block,) = blocks(section("Får vi larm?", exchange))
    assert block.exchange is None


def test_a_span_outside_the_text_is_disregarded() -> None:
    exchange = Exchange("vision", "x", "y", True, Span(0, 900), Span(-3, 2))
    (block,) = blocks(section("Får vi larm?", exchange))
    assert words_of(block.text) == ["Får", "vi", "larm?"]


def test_marks_follow_the_text_into_its_blocks() -> None:
    text = "Larmet.\n\n• Larmen.\n\nFår vi larm?"
    exchange = meetings.exchange(text, None, "Får vi larm?", None)
    marks = [Span(m.start(), m.end()) for m in re.finditer("[Ll]arm", text)]
    found = [
        passage.text[start:end]
        for block in blocks(section(text, exchange), marks)
        for item in itertools.chain(block.text, block.question)
        for passage in item.passages
        for start, end in passage.marks
    ]
    assert found == ["Larm", "Larm", "larm"]


def test_a_section_counts_in_title_and_text_and_what_stands_together_as_one() -> None:
    protocol = Protocol("P", sections=(Section(1, 9, "Larm", "Larm. Mer larm och larm-larm."),))
    (shown,) = shown_sections(
        protocol, lambda text: [Span(m.start(), m.end()) for m in re.finditer("(?i)larm", text)]
    )
    assert (shown.anchor, shown.hits) == ("p9", 3)


def test_a_subheading_stays_one_beside_an_exchange() -> None:
    text = "Larm\n\nVision frågar om larm.\n\nLokaler\n\n• Kök."
    exchange = meetings.exchange(text, "vision", "Vision frågar om larm.", None)
    shown = blocks(section(text, exchange))
    items = [item for block in shown for item in (*block.text, *block.question)]
    assert [item.heading for item in items] == [True, False, True, False]


def test_a_number_that_comes_back_is_addressed_by_its_place() -> None:
    sections = (Section(1, 9, "A", "a"), Section(2, 9, "B", "b"), Section(3, None, "C", "c"))
    shown = shown_sections(Protocol("P", sections=sections), lambda text: ())
    assert [section.anchor for section in shown] == ["o1", "o2", "o3"]


def test_formalities_do_not_tell_meetings_apart() -> None:
    assert matters_of_substance(meetings.farsta()) == [
        "Föranmälda frågor",
        "Sjukfrånvaro",
        "Ny organisation för äldreomsorgen",
    ]


SPANS = st.one_of(st.none(), st.builds(Span, st.integers(-5, 90), st.integers(-5, 90)))
EXCHANGES = st.builds(
    Exchange, st.just("vision"), st.just("?"), st.just("!"), st.booleans(), SPANS, SPANS
)


@given(st.text(alphabet="ab •\n", max_size=80), st.lists(EXCHANGES, max_size=4))
def test_no_word_is_lost_whatever_the_spans_say(text: str, exchanges: list[Exchange]) -> None:
    shown = blocks(section(text, *exchanges))
    letters = "".join(all_words(shown))
    assert letters.replace("•", "") == re.sub(r"[\s•]", "", text)


@pytest.mark.parametrize("text", ["", "\n\n", "• ", "\n\n• \n\n"])
def test_an_empty_text_has_no_blocks(text: str) -> None:
    assert blocks(section(text)) == ()


def test_an_exchange_has_its_number_in_the_protocol_once_where_it_begins() -> None:
    text = "Vision frågar om larm.\n\nNågot annat.\n\nDe är beställda."
    talk = meetings.exchange(text, "vision", "Vision frågar om larm.", "De är beställda.")
    shown = blocks(section(text, talk), asked_before=4)
    places = [block.place for block in shown if block.exchange]
    assert places == ["f5", ""]


def test_exchanges_are_numbered_through_the_protocol() -> None:
    farsta = meetings.farsta()
    shown = shown_sections(farsta, lambda _: ())
    assert [b.place for it in shown for b in it.blocks if b.exchange] == ["f1", "f2", "f3"]
    asked = farsta.sections[1]
    assert exchange_at(farsta, "f3") == (asked, asked.exchanges[2])
    for nothing in ("f0", "f4", "p2", "f", "fx", "f99999999"):
        assert exchange_at(farsta, nothing) is None
