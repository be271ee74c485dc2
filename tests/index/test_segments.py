"""How an index is divided into segments changes no answer: not the order, not a single score."""

import collections.abc as c
import pathlib

import pytest
from engine_contract import ask
from searchable import entry, section
from whoosh_bounds import tiny_bounds

from archive.registry import packaged
from index import Entry, Result, open_index


@pytest.fixture(autouse=True)
def each_segment_on_its_own() -> c.Iterator[None]:
    """Small segments are read as large ones are, not together."""
    with tiny_bounds():
        yield


def asked(folder: pathlib.Path, text: str, *commits: list[Entry]) -> Result:
    """The answer of an index that those commits have made."""
    index = open_index(folder, packaged())
    index.rebuild(commits[0])
    for entries in commits[1:]:
        index.update(entries)
    return ask(index, text)


def test_formal_items_of_one_segment_stand_below_matters_of_substance_in_another(
    tmp_path: pathlib.Path,
):
    formal = section(1, "Larm", "Larm.", topics=("formalia",))
    matter = section(3, "Övrigt", "Länge talades det om många ting och till sist om larm.")
    first = [entry("bromma", "2025-01-01", formal, section(2, "Annat", "Om larm."))]
    second = [entry("farsta", "2025-01-01", matter, section(4, "Annat", "Ingenting."))]
    hits = asked(tmp_path, "larm", first, second).hits
    assert [hit.number for hit in hits] == [2, 3, 1]


def test_a_word_is_as_rare_as_it_is_in_all_segments_together(tmp_path: pathlib.Path):
    """Also where a segment has no other form of the word than the one asked for."""
    as_written = section(1, "Val", "Ett larm."), section(2, "Val", "Ett larm.")
    inflected = section(1, "Val", "Flera larmen."), section(2, "Val", "Ett larm.")
    first = entry("bromma", "2025-01-01", *as_written)
    second = entry("farsta", "2025-01-01", *inflected)
    divided = asked(tmp_path / "divided", "larm", [first], [second])
    whole = asked(tmp_path / "whole", "larm", [first, second])
    assert [(hit.protocol_id, hit.number, pytest.approx(hit.score)) for hit in whole.hits] == (
        [(hit.protocol_id, hit.number, hit.score) for hit in divided.hits]
    )
