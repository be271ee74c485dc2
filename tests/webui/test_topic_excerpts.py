import datetime as dt

import pytest

from archive.model import Basis, Protocol, Section, TopicEvidence
from archive.records import FileRole, KeptFile, Record
from archive.visibility import Visibility
from index import Excerpt, Hit, Kind
from webui.topic_excerpts import MOST, showing_why


def hit() -> Hit:
    """A paragraph as a search without words shows it: from its beginning."""
    return Hit(
        Kind.SECTION, 1.0, "farsta/2025-01-14", "Protokoll", dt.date(2025, 1, 14), Basis.STATED,
        "farsta", "Farsta", Basis.STATED, "a.pdf", Visibility.PUBLIC, number=3, ordinal=1,
        title="Personal", page=1, excerpts=(Excerpt("Början."),),
    )  # fmt: skip


def shown(text: str, *words: str, title: str = "Personal") -> Hit:
    section = Section(1, 3, title, text, topic_evidence=(TopicEvidence("lon", words),))
    protocol = Protocol("Protokoll", sections=(section,), id="farsta/2025-01-14")
    when = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)
    file = KeptFile("0" * 64, "a.pdf", "application/pdf", 1, FileRole.SHOWN, when)
    record = Record(protocol, Visibility.PUBLIC, (file,))
    (found,) = showing_why([hit()], [record], "lon")
    return found


def marked(excerpt: Excerpt) -> list[str]:
    return [excerpt.text[start:end] for start, end in excerpt.marks]


def test_the_passage_begins_with_the_sentence_of_the_word() -> None:
    (excerpt,) = shown("Mötet öppnas.\n\nHär sägs annat. Lönerna ses över.", "Lönerna").excerpts
    assert (excerpt.text, marked(excerpt)) == ("Lönerna ses över.", ["Lönerna"])
    assert excerpt.cut_before and not excerpt.cut_after


def test_most_different_words_decide_which() -> None:
    text = "Lönen är ny. Lönen är låg.\n\nLönen och lönekartan ses över."
    (excerpt,) = shown(text, "Lönen", "lönekartan").excerpts
    assert excerpt.text == "Lönen och lönekartan ses över."


def test_a_word_is_no_part_of_another() -> None:
    assert shown("Belöningen delas ut.", "löning").excerpts == (Excerpt("Början."),)


def test_words_in_the_title_alone_are_marked_there() -> None:
    found = shown("Inget sägs om saken.", "Löneöversyn", title="Löneöversyn 2025")
    assert found.excerpts == (Excerpt("Början."),)
    assert [tuple(mark) for mark in found.title_marks] == [(0, 11)]


@pytest.mark.parametrize("before", [0, 100, 2000])
@pytest.mark.parametrize("glue", [" och ", ". Och "])
def test_no_passage_is_long_and_each_holds_its_word(before: int, glue: str) -> None:
    text = glue.join([*["något annat"] * before, "lönekartan", *["något mer"] * 100])
    (excerpt,) = shown(text, "lönekartan").excerpts
    assert len(excerpt.text) <= MOST
    assert marked(excerpt) == ["lönekartan"]


def test_what_nothing_is_known_of_is_shown_as_it_was() -> None:
    assert showing_why([hit()], [], "lon") == (hit(),)
