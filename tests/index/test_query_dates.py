import pathlib

import pytest
from searchable import entry, section

from archive.registry import packaged
from archive.visibility import Audience
from index import Request, open_index
from index.query import parse_query
from index.query_dates import written_time
from index.query_tree import Exact, Inflected, Or, Prefix

ALSO = 0.8


@pytest.mark.parametrize("text", ["11 november 2025", "11 nov 2025", "den 11 November, 2025"])
def test_a_day_in_words_is_also_looked_for_in_figures(text: str) -> None:
    tree = parse_query(text).tree
    assert tree == Or((Inflected(("11", "november", "2025")), Exact("2025-11-11", ALSO)))


def test_a_day_in_figures_is_also_looked_for_in_words() -> None:
    tree = parse_query("2025-03-05").tree
    assert tree == Or((Exact("2025-03-05"), Inflected(("5", "mars", "2025"), ALSO)))


def test_a_month_is_looked_for_in_words_and_in_days() -> None:
    tree = parse_query("sept 2024").tree
    assert tree == Or((Inflected(("september", "2024")), Prefix("2024-09-")))


@pytest.mark.parametrize(
    "keys",
    [
        *(["2025"], ["2025-11"], ["2025-13-01"], ["2025-02-30"], ["2025-11-11-2"], ["1825-01-01"]),
        *(["november"], ["november", "25"], ["11", "november"], ["0", "maj", "2025"]),
        *(["31", "juni", "2025"], ["larm", "2025"]),
    ],
)
def test_anything_else_is_no_time(keys: list[str]) -> None:
    assert written_time(keys, ALSO) is None


@pytest.mark.parametrize("text", ["12 maj 2025", "2025-05-12", "maj 2025"])
def test_texts_are_found_however_they_have_the_day(text: str, tmp_path: pathlib.Path) -> None:
    index = open_index(tmp_path, packaged())
    index.rebuild(
        [
            entry("bromma", "2025-06-01", section(1, "A", "Frågan från den 12 maj 2025 tas upp.")),
            entry("farsta", "2025-06-01", section(2, "B", "Enligt protokoll 2025-05-12.")),
            entry("jarva", "2025-06-01", section(3, "C", "Den 12 i år. Maj blev bra, 2025 också.")),
        ]
    )
    found = index.search(Request(text, Audience.PUBLIC))
    assert {hit.number for hit in found.hits} == {1, 2}
