"""Segments joined are what would have been gathered at once, without what has been deleted."""

import pathlib

import numpy as np
import pytest
from searchable import ALL

from index import Entry, Kind
from index.documents import parts
from index.whoosh_engine import joining
from index.whoosh_engine.arrays import Arrays, Gathered
from index.whoosh_engine.gathering import Gathering, cut_unit
from index.whoosh_engine.joining import Part, joined_words
from index.whoosh_engine.words import Words, write_words


def gathered(entries: list[Entry]) -> Words:
    gathering = Gathering(pathlib.Path("unused"))
    for entry in entries:
        head, sections = parts(entry)
        for document in (head, *sections):
            gathering.add(cut_unit(document))
    return gathering.in_memory()


def joined(pieces: list[Part]) -> Words:
    sink = Gathered()
    write_words(sink, joined_words(pieces))
    return Words(sink.arrays(), sink.tables)


def arrays(words: Words) -> Arrays:
    return {name: array.tolist() for name, array in words._arrays.items()}


@pytest.mark.parametrize("cut", range(len(ALL) + 1))
@pytest.mark.parametrize("block", [1, 1_000_000])
def test_segments_joined_are_as_if_gathered_at_once(
    cut: int, block: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(joining, "BLOCK", block)
    monkeypatch.setattr(joining, "ROWS", block)
    together = joined([Part(gathered(ALL[:cut])), Part(gathered(ALL[cut:]))])
    assert arrays(together) == arrays(gathered(ALL))


@pytest.mark.parametrize("gone", range(len(ALL)))
def test_what_has_been_deleted_is_left_behind(gone: int):
    living = np.arange(len(ALL)) != gone
    left = [entry for entry, lives in zip(ALL, living, strict=True) if lives]
    together, expected = joined([Part(gathered(ALL), living)]), gathered(left)
    # The words of the deleted stay in the vocabulary, with nowhere to stand.
    everywhere = {key: together.vocabulary.find(key) for key in together.vocabulary}
    for key, number in everywhere.items():
        own = expected.vocabulary.find(key)
        places = [] if own is None else expected.places(own).tolist()
        assert together.places(number).tolist() == places
        for kind in Kind:
            docs = [] if own is None else expected.lists[kind].of(own).docs.tolist()
            assert together.lists[kind].of(number).docs.tolist() == docs
    for kind in Kind:
        count = expected.layout.size(kind)
        assert together.layout.size(kind) == count
        for number in range(count):
            assert together.document(kind, number) == expected.document(kind, number)
