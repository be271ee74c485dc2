"""Every sample protocol is read as written down beside it, part by part.

`expected/` says what a careful reader finds in `files/`. What the parser does not find yet is named
in `known_misses.toml`; a part that is mended must be struck from it, and one that breaks fails.
"""

import json
import pathlib
import tomllib

import pytest
from expected import Gold, Part, compare

from archive.registry import packaged
from archive.settings import Limits
from importers.parse import Parser
from importers.reader import Reader

SAMPLES = pathlib.Path(__file__).parents[1] / "samples"
FILES = sorted(SAMPLES.glob("files/*.*"))
KNOWN = tomllib.loads((SAMPLES / "known_misses.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Limits(), Parser(packaged()))


def expected(file: pathlib.Path) -> Gold:
    gold: Gold = json.loads((SAMPLES / "expected" / f"{file.stem}.json").read_text("utf-8"))
    return gold


def told(parts: dict[str, Part]) -> str:
    return "\n".join(f"{name}: {part.missed=} {part.extra=}" for name, part in parts.items())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_is_read_as_written_down(file: pathlib.Path, reader: Reader) -> None:
    parts = compare(expected(file), reader.read(file.read_bytes(), file.name).protocol)
    short = {name: part for name, part in parts.items() if part.missed or part.extra}
    assert sorted(short) == sorted(KNOWN.get(file.stem, [])), told(short)


def test_every_expected_result_has_its_file_and_every_file_its_result() -> None:
    results = {path.stem for path in SAMPLES.glob("expected/*.json")}
    assert results == {file.stem for file in FILES}
