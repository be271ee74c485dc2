"""Numbers that are being typed, and what they may become."""

import pathlib

import pytest
from searchable import entry, section

from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Numbered, SearchIndex, open_index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    found = open_index(tmp_path_factory.mktemp("index"), packaged())
    found.rebuild(
        [
            entry("farsta", "2025-01-01", section(1, "Bad", "Dnr KS 2025/12. Se även HÄ 2025/12.")),
            entry("farsta", "2025-02-01", section(1, "KS 2025/117", "Kl. 20.25 den 2025-11-11.")),
            entry("bromma", "2025-03-01", section(1, "Bro", "X."), section(2, "Y", "KS 2025/12")),
            entry(
                "bromma",
                "2025-04-01",
                section(1, "Z", "KS 2025/12 och KS 2025/1000"),
                visibility=Visibility.INTERNAL,
            ),
        ]
    )
    # A segment of its own, as small ones are read together and large ones are not.
    found.update([entry("farsta", "2025-05-01", section(1, "Bad", "KS 2025/12"))])
    return found


def found(index: SearchIndex, *begun: tuple[str, str], limit: int = 12) -> list[Numbered]:
    return list(index.numbers(begun, Audience.PUBLIC, limit))


def test_of_each_forvaltning_the_newest_section_is_told_and_in_how_many_protocols(
    index: SearchIndex,
):
    assert found(index, ("ks", "2025/1")) == [
        Numbered("2025/12", "farsta/2025-05-01", 1, "farsta", 2),
        Numbered("2025/12", "bromma/2025-03-01", 2, "bromma", 1),
        Numbered("2025/117", "farsta/2025-02-01", 1, "farsta", 1),
    ]


def test_the_word_before_decides_where_one_is_named(index: SearchIndex):
    assert [it.key for it in found(index, ("hä", "2025"))] == ["2025/12"]
    assert found(index, ("xy", "2025")) == []
    assert {it.key for it in found(index, ("", "2025/"))} == {"2025/12", "2025/117"}


def test_what_is_begun_in_full_stands_first(index: SearchIndex):
    assert found(index, ("ks", "2025/12"), limit=1)[0].protocol_id == "farsta/2025-05-01"


@pytest.mark.parametrize("begun", [("", "20"), ("den", "2025"), ("kl", "20"), ("", "2026")])
def test_days_and_times_are_no_numbers(index: SearchIndex, begun: tuple[str, str]):
    assert {it.key for it in found(index, begun)} <= {"2025/12", "2025/117"}


def test_an_empty_index_has_none(tmp_path: pathlib.Path):
    empty = open_index(tmp_path, packaged())
    assert empty.numbers([("", "2"), ("ks", "")], Audience.PUBLIC) == ()
