"""What the measurements of search rest on: that the invented corpus is always the same."""

import collections.abc as c
import importlib
import itertools
import os
import pathlib
import subprocess
import sys
import types

import pytest

from archive.visibility import Visibility
from index.swedish import tokens

BENCHMARKS = pathlib.Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def corpus() -> c.Iterator[types.ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("corpus")


def test_it_has_as_many_sections_as_asked_for(corpus: types.ModuleType) -> None:
    for count in (0, 1, 100):
        assert sum(len(entry.protocol.sections) for entry in corpus.entries(count)) == count


def test_a_small_corpus_is_the_beginning_of_a_larger_one(corpus: types.ModuleType) -> None:
    small, large = (
        [section for entry in corpus.entries(count) for section in entry.protocol.sections]
        for count in (100, 1000)
    )
    assert small == large[:100]


def test_another_seed_gives_another_corpus(corpus: types.ModuleType) -> None:
    assert [*corpus.entries(20, seed=1)] != [*corpus.entries(20, seed=2)]


def test_the_hash_seed_changes_nothing() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, BENCHMARKS / "corpus.py", "--sections", "40"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_every_protocol_has_an_id_of_its_own(corpus: types.ModuleType) -> None:
    ids = [entry.protocol.id for entry in corpus.entries(1500)]
    assert len({*ids}) == len(ids)


def test_questions_and_answers_are_the_text_at_their_spans(corpus: types.ModuleType) -> None:
    asked = 0
    for entry in corpus.entries(1000):
        for section in entry.protocol.sections:
            for exchange in section.exchanges:
                asked += 1
                assert section.text[slice(*exchange.question_span)] == exchange.question
                if exchange.answer is not None:
                    assert section.text[slice(*exchange.answer_span)] == exchange.answer
    assert asked > 100


def test_a_few_protocols_are_internal(corpus: types.ModuleType) -> None:
    entries = [*corpus.entries(2000)]
    internal = sum(entry.visibility is Visibility.INTERNAL for entry in entries)
    assert 0 < internal < len(entries) / 10


def test_new_words_keep_coming(corpus: types.ModuleType) -> None:
    words: set[str] = set()
    new = [0] * 4
    for place, entry in enumerate(itertools.islice(corpus.entries(2000), 120)):
        for section in entry.protocol.sections:
            keys = {token.key for token in tokens(section.text)}
            new[place // 30] += len(keys - words)
            words |= keys
    # Heaps' law: fewer from quarter to quarter, but never few.
    assert new == sorted(new, reverse=True)
    assert new[-1] > new[0] / 4
