"""A fixed small part of what `make fuzz` does: damaged files are read or set aside, never more."""

import mutations
import pytest

from archive.errors import UnreadableFile
from archive.registry import packaged
from archive.settings import Limits
from importers.parse import Parser
from importers.reader import Reader
from importers.readings import Reading


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Limits(), Parser(packaged()))


@pytest.fixture(scope="module")
def samples() -> tuple[mutations.File, ...]:
    return mutations.samples()


def test_the_samples_are_of_every_format(samples: tuple[mutations.File, ...]) -> None:
    assert {file.suffix for file in samples} == mutations.SUFFIXES | {".zip"}


def test_the_same_seed_and_number_give_the_same_file(samples: tuple[mutations.File, ...]) -> None:
    again = mutations.samples()
    for number in range(10):
        once = mutations.damaged(samples, 7, number)
        assert once == mutations.damaged(again, 7, number)
        assert once.content != mutations.damaged(samples, 8, number).content


@pytest.mark.parametrize("number", range(60))
def test_a_damaged_file_is_read_or_set_aside_with_a_reason(
    reader: Reader, samples: tuple[mutations.File, ...], number: int
) -> None:
    file = mutations.damaged(samples, 2031, number)
    try:
        read = reader.read(file.content, file.name)
    except UnreadableFile as err:
        assert err.filename == file.name
    else:
        assert isinstance(read, Reading)
        assert read.protocol.source is not None
