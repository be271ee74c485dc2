"""A catalogue in a temporary folder."""

import collections.abc as c
import pathlib

import pytest

from archive.catalogue import Catalogue


@pytest.fixture
def url(tmp_path: pathlib.Path) -> str:
    return f"sqlite:///{tmp_path / 'katalog.sqlite'}"


@pytest.fixture
def catalogue(url: str) -> c.Iterator[Catalogue]:
    with Catalogue.open(url) as opened:
        yield opened
