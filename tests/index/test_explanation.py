import datetime as dt

import meetings
import pytest
from msgspec.structs import replace

from archive.registry import packaged
from archive.visibility import Visibility
from index.documents import Document
from index.engine import Entry, Explanation, Kind, Reading
from index.explanation import document_at, explain
from index.names import Names
from index.query import parse_query
from index.query_tree import And, Word
from index.swedish import Level, packaged_language

FARSTA = Entry(meetings.farsta(), Visibility.PUBLIC)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.of(packaged(), packaged_language())


def section(title: str, text: str) -> Document:
    found = document_at(FARSTA, "p3")
    assert found is not None
    return replace(found, title=title, text=text)


def explained(names: Names, query: str, document: Document) -> tuple[Explanation, ...]:
    return explain(parse_query(query, names).tree, packaged_language(), document)


def met(explanation: Explanation) -> list[tuple[Level, str, int, int]]:
    return [(it.level, it.written, it.count, it.in_title) for it in explanation.met]


def test_a_word_is_told_in_each_form_that_it_is_met_in(names: Names):
    document = section(
        "Sjukfrånvaro", "Sjukfrånvaron sjunker. Korttidssjukfrånvaron också; sjukfrånvaro är dyrt."
    )
    [one] = explained(names, "sjukfrånvaro", document)
    assert (one.text, one.reading, one.weight) == ("sjukfrånvaro", Reading.WORD, 1)
    assert met(one) == [
        (Level.AS_WRITTEN, "Sjukfrånvaro", 2, 1),
        (Level.INFLECTED, "Sjukfrånvaron", 1, 0),
        (Level.PART, "Korttidssjukfrånvaron", 1, 0),
    ]


def test_what_is_not_there_is_told_as_well(names: Names):
    here, missing = explained(names, "larm ELLER hiss", section("Larm", ""))
    assert met(here) == [(Level.AS_WRITTEN, "Larm", 1, 1)]
    assert missing.met == ()


def test_what_was_not_typed_says_what_it_was_read_for(names: Names):
    document = section("Arbetsmiljö", "Vi arbetar med SAM, systematiskt arbetsmiljöarbete.")
    short, long = explained(names, "SAM", document)
    assert (short.text, short.reading, short.read_for) == ("SAM", Reading.EXACT, ())
    assert (long.reading, long.read_for) == (Reading.INFLECTED, ("SAM",))
    assert long.text == "systematiskt arbetsmiljöarbete"
    assert long.weight < 1
    assert met(long) == [(Level.AS_WRITTEN, "systematiskt arbetsmiljöarbete", 1, 0)]


def test_several_words_have_one_abbreviation(names: Names):
    *typed, short = explained(names, "systematiskt arbetsmiljöarbete", section("SAM", ""))
    assert [one.read_for for one in typed] == [(), ()]
    assert (short.text, short.read_for) == ("SAM", ("systematiskt", "arbetsmiljöarbete"))


def test_a_union_is_told_by_its_id_and_not_met_in_the_word(names: Names):
    first, *_ = explained(names, "Vision", section("Frågor", "Vision frågar om nämndens vision."))
    assert (first.reading, first.union) == (Reading.UNION, "vision")
    assert met(first) == [(Level.AS_WRITTEN, "Vision", 1, 0)]


def test_words_written_apart_are_told_with_all_that_they_are_read_from(names: Names):
    [one] = explained(names, "individomsorg", section("", "Om individ- och familjeomsorg."))
    assert [it.written for it in one.met] == ["individ- och familjeomsorg"]
    [two] = explained(names, "arbetsmiljörond", section("", "En arbetsmiljö rond i maj."))
    assert met(two) == [(Level.PART, "arbetsmiljö rond", 1, 0)]


def test_a_word_with_a_hyphen_is_met_once(names: Names):
    [one] = explained(names, "mbl*", section("", "En MBL-förhandling."))
    assert [(it.written, it.count) for it in one.met] == [("MBL-förhandling", 1)]


def test_what_is_excluded_or_only_chosen_is_not_told(names: Names):
    explanations = explained(names, "larm -hiss fack:vision datum:2025", section("Larm", "Hiss"))
    assert [one.text for one in explanations] == ["larm"]


def test_a_field_is_looked_for_only_there(names: Names):
    document = document_at(FARSTA, "p2")
    assert document is not None
    [asked] = explained(names, "fråga:larm", document)
    assert [(it.written, it.count) for it in asked.met] == [("Larmen", 1)]
    assert asked.part is not None
    [titled] = explained(names, "rubrik:larm", document)
    assert titled.met == ()


def test_a_word_asked_for_loosely_says_so():
    tree = And((Word("kvalitetssystem", loose=True), Word("larm")))
    loose, _ = explain(tree, packaged_language(), section("", "Ett kvalitetsledningssystem."))
    assert loose.reading is Reading.LOOSE
    assert met(loose) == [(Level.LOOSE, "kvalitetsledningssystem", 1, 0)]


@pytest.mark.parametrize(
    ("place", "kind", "begins"),
    [
        ("p3", Kind.SECTION, "Sjukfrånvaron har minskat"),
        ("f2", Kind.EXCHANGE, "Kommunal undrar"),
        ("", Kind.PROTOCOL, "Mötet öppnas"),
    ],
)
def test_a_document_is_found_by_its_name(place: str, kind: Kind, begins: str):
    document = document_at(FARSTA, place)
    assert document is not None
    assert (document.facts.kind, document.facts.date) == (kind, dt.date(2025, 1, 14))
    assert document.text.startswith(begins)


@pytest.mark.parametrize("place", ["p99", "f9", "x", "p3/"])
def test_no_other_name_is_known(place: str):
    assert document_at(FARSTA, place) is None
