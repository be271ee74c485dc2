"""A catalogue in a temporary folder."""

import collections.abc as c
import pathlib
import shutil

import pytest

from archive.catalogue import Catalogue


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A catalogue without protocols, made once and copied from then on."""
    file = tmp_path_factory.mktemp("tom") / "katalog.sqlite"
    Catalogue.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def url(tmp_path: pathlib.Path) -> str:
    """Where a catalogue may be made; nothing is there yet."""
    return f"sqlite:///{tmp_path / 'katalog.sqlite'}"


@pytest.fixture
def catalogue(url: str, tmp_path: pathlib.Path, empty_file: pathlib.Path) -> c.Iterator[Catalogue]:
    """An empty catalogue at `url`."""
    shutil.copy(empty_file, tmp_path / "katalog.sqlite")
    with Catalogue.open(url) as opened:
        yield opened
