"""Sections like one: what every engine must find, asked of ours, and the words that decide it."""

import collections.abc as c
import pathlib

import pytest
from searchable import entry, section
from similar_contract import SimilarContract

from archive.model import Attendance, Attendee, Protocol
from archive.registry import packaged
from index import SearchIndex, open_index
from index.explanation import document_at
from index.similar import WORDS, people, telling_words
from index.swedish import packaged_language


@pytest.fixture(scope="session")
def open_engine() -> c.Callable[[pathlib.Path], SearchIndex]:
    return lambda folder: open_index(folder, packaged())


class TestSimilar(SimilarContract):
    pass


def words_of(title: str, text: str, held: c.Mapping[str, int], total: int = 10) -> tuple[str, ...]:
    one = entry("farsta", "2024-01-01", section(1, title, text))
    document = document_at(one, "p1")
    assert document
    return telling_words(
        document, one.protocol, packaged_language(), {"vision"}, lambda key: held.get(key, 1), total
    )


def test_the_rarer_a_word_is_the_more_it_tells() -> None:
    held = {"larm": 2, "receptionen": 3, "möte": 4}
    assert words_of("", "Möte om larm i receptionen.", held) == ("larm", "receptionen", "möte")


def test_a_word_in_the_title_tells_more() -> None:
    held = {"larm": 3, "receptionen": 3}
    assert words_of("Receptionen", "Där är larm.", held)[0] == "receptionen"


def test_what_no_other_has_and_what_most_have_tells_nothing() -> None:
    held = {"kaninhotell": 1, "arbetsmiljö": 9, "larm": 2}
    assert words_of("", "Kaninhotell och arbetsmiljö och larm.", held) == ("larm",)


def test_forms_of_a_word_are_one() -> None:
    held = dict.fromkeys(("larm", "larmen", "larmet"), 2)
    assert words_of("", "Larm, larmen och larmet.", held) == ("larm",)


def test_that_something_was_asked_when_and_by_whom_tells_nothing() -> None:
    held = dict.fromkeys(("undrade", "vision", "januari", "larmen", "frågan"), 2)
    assert words_of("", "Vision undrade i januari om larmen. Frågan bordlades.", held) == (
        "larmen",
    )


def test_so_many_words_are_enough() -> None:
    text = " ".join(f"gran{letter}kotte" for letter in "abcdefghijklmnopqrstuvxyz")
    held = {word: 2 for word in text.split()}
    assert len(words_of("", text, held)) == WORDS


def test_all_who_are_named_are_known_in_the_genitive_too() -> None:
    protocol = Protocol(
        "Protokoll",
        attendance=Attendance((Attendee("Kim Ek", None),), (Attendee(None, "vikarie"),)),
        secretary="Mona Kvist",
        justerare=("Bo Fabel",),
    )
    assert {"kim", "ek", "eks", "mona", "kvists", "fabel"} <= people(protocol)
