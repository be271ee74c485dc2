"""The contract of every engine, run on Whoosh, and what is Whoosh's alone: files that break."""

import collections.abc as c
import pathlib

import pytest
from engine_contract import SearchIndexContract

from archive.registry import packaged
from index import SearchIndex, open_index


@pytest.fixture
def open_engine() -> c.Callable[[pathlib.Path], SearchIndex]:
    return lambda folder: open_index(folder, packaged())


class TestWhooshEngine(SearchIndexContract):
    """Whoosh does what every engine does."""


def test_opening_writes_nothing(tmp_path: pathlib.Path):
    open_index(tmp_path / "index", packaged()).search
    assert not (tmp_path / "index").exists()
