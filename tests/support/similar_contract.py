"""What every search engine must find to be like a section."""

import dataclasses as dc
import datetime as dt

import pytest
from engine_contract import OpenEngine
from searchable import entry, section

from archive.model import Attendance, Attendee
from archive.visibility import Audience, Visibility
from index import Entry, Filters, SearchIndex, Similar

PUBLIC, OPERATOR = Audience.PUBLIC, Audience.OPERATOR

HERE = entry(
    "bromma",
    "2025-03-12",
    section(1, "Mötets öppnande", "Ordföranden öppnar mötet.", topics=("formalia",)),
    section(
        2,
        "Nya larm i receptionen",
        "Larmen i receptionen är trasiga. Efter påpekande av Dunder byts de. Mona Kvist ser över.",
    ),
    section(3, "Nya larm i receptionen", "Samma larm i receptionen igen."),
    section(4, "Kaninhotell", "Något som inget annat protokoll nämner."),
)
INFLECTED = entry(
    "farsta", "2024-02-01", section(7, "Larmet", "Ett larm saknas i två receptioner sedan maj.")
)
HALF = entry("farsta", "2024-03-01", section(5, "Larm", "Brandlarm ljuder varje måndag."))
OTHER = entry("farsta", "2024-04-01", section(6, "Budget", "Prognosen visar ett underskott."))
FORMAL = entry(
    "farsta",
    "2024-05-01",
    section(1, "Larm i receptionen", "Larm i receptionen.", topics=("formalia",)),
)
HIDDEN = entry(
    "farsta",
    "2024-06-01",
    section(
        8,
        "Larm i receptionen",
        "Larmen i receptionen provas av Dunder, Mona Kvist och Kaninhotell.",
    ),
    visibility=Visibility.INTERNAL,
)
FILLING = [
    entry("farsta", f"2020-{month:02}-01", section(1, "Övrigt", "Inget att rapportera."))
    for month in range(1, 9)
]
ALL = (HERE, INFLECTED, HALF, OTHER, FORMAL, HIDDEN, *FILLING)


def found_places(found: Similar | None) -> list[str]:
    assert found is not None
    return [f"{hit.protocol_id} {hit.number}" for hit in found.hits]


class SimilarContract:
    @pytest.fixture(scope="class")
    @classmethod
    def index(
        cls, open_engine: OpenEngine, tmp_path_factory: pytest.TempPathFactory
    ) -> SearchIndex:
        index = open_engine(tmp_path_factory.mktemp("similar"))
        index.rebuild(ALL)
        return index

    def test_what_shares_two_telling_words_in_any_form_is_like_it(self, index: SearchIndex):
        found = index.similar(HERE, "p2", PUBLIC)
        assert found_places(found) == ["farsta/2024-02-01 7"]
        assert found is not None
        assert found.hits[0].excerpts[0].marks

    def test_its_own_protocol_and_formal_matters_are_never_like_it(self, index: SearchIndex):
        places = found_places(index.similar(HERE, "p2", OPERATOR, limit=20))
        assert not [it for it in places if it.startswith(("bromma", "farsta/2024-05-01"))]

    def test_what_the_asker_may_not_see_is_neither_found_nor_tells_a_word(self, index: SearchIndex):
        assert found_places(index.similar(HERE, "p2", OPERATOR))[0] == "farsta/2024-06-01 8"
        assert "farsta/2024-06-01 8" not in found_places(index.similar(HERE, "p2", PUBLIC))
        hidden = index.similar(HERE, "p4", OPERATOR)
        seen = index.similar(HERE, "p4", PUBLIC)
        assert hidden is not None
        assert seen is not None
        assert "kaninhotell" in hidden.words
        assert "kaninhotell" not in seen.words

    def test_names_of_people_do_not_tell(self, index: SearchIndex):
        attendance = Attendance(present=(Attendee("Olle Dunder", "ordförande"),))
        there = Entry(dc.replace(HERE.protocol, attendance=attendance), HERE.visibility)
        unknown = index.similar(HERE, "p2", OPERATOR)
        known = index.similar(there, "p2", OPERATOR)
        assert unknown is not None
        assert known is not None
        assert "dunder" in unknown.words
        assert "dunder" not in known.words
        assert "kvist" not in unknown.words  # a full name, whoever that is

    def test_no_more_are_given_than_are_asked_for(self, index: SearchIndex):
        assert len(found_places(index.similar(HERE, "p2", OPERATOR, limit=1))) == 1

    def test_what_is_chosen_narrows_what_is_like_it(self, index: SearchIndex):
        later = Filters(("farsta",), earliest=dt.date(2024, 2, 2))
        of_farsta = Filters(("farsta",), latest=dt.date(2024, 2, 1))
        assert found_places(index.similar(HERE, "p2", PUBLIC, filters=later)) == []
        assert found_places(index.similar(HERE, "p2", PUBLIC, filters=of_farsta)) == [
            "farsta/2024-02-01 7"
        ]

    @pytest.mark.parametrize("place", ["", "p99", "f1", "o2", "../", "p2/p3"])
    def test_of_what_is_no_section_there_is_nothing(self, index: SearchIndex, place: str):
        assert index.similar(HERE, place, PUBLIC) is None

    def test_where_nothing_is_like_it_there_are_no_hits(self, index: SearchIndex):
        assert found_places(index.similar(HERE, "p4", PUBLIC)) == []
