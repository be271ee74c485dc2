"""Which protocols a new file is compared with."""

import collections.abc as c

import pytest
from minutes import APRIL, BROMMA, MARCH, file_of, minutes, part_of, prose, texts_of, with_texts

from archive.catalogue import Catalogue
from archive.database import Database
from archive.media_types import PDF
from archive.model import ForvaltningRef, Protocol
from archive.neighbours import find_neighbours
from archive.sameness import likeness
from archive.visibility import Visibility

Compared = c.Callable[[Protocol], int]
FORMALITIES = prose("formalia", 200)


@pytest.fixture
def compared(url: str, catalogue: Catalogue) -> c.Iterator[Compared]:
    """With how many files a protocol would be compared."""
    database = Database(url)

    def count(protocol: Protocol) -> int:
        with database.reading() as session:
            return len(find_neighbours(session, likeness(protocol, PDF)))

    yield count
    database.close()


def keep(catalogue: Catalogue, *protocols: Protocol) -> None:
    for number, protocol in enumerate(protocols):
        catalogue.keep(protocol, file_of(f"{number}.pdf"), Visibility.PUBLIC)


def framed(seed: int, **fields: object) -> Protocol:
    """A meeting that opens and closes with what is said at every meeting."""
    protocol = minutes(seed, **fields)  # type: ignore[arg-type]
    return with_texts(protocol, FORMALITIES, *texts_of(protocol), FORMALITIES)


def test_nothing_is_compared_with_protocols_that_have_nothing_in_common(
    catalogue: Catalogue, compared: Compared
) -> None:
    keep(catalogue, *(minutes(seed) for seed in range(10)))
    assert compared(minutes(99, date=APRIL)) == 0


def test_the_same_meeting_is_compared_whatever_the_text(
    catalogue: Catalogue, compared: Compared
) -> None:
    keep(catalogue, minutes(1), minutes(2, forvaltning=BROMMA))
    assert compared(minutes(99)) == 1


def test_the_same_words_are_compared_though_nothing_of_them_was_sampled(
    catalogue: Catalogue, compared: Compared
) -> None:
    short = with_texts(minutes(1, date=None), "Inställt.")
    assert likeness(short, PDF).sample == ()
    keep(catalogue, short)
    assert compared(short) == 1


def test_a_protocol_without_words_is_not_compared_with_others_without_words(
    catalogue: Catalogue, compared: Compared
) -> None:
    keep(catalogue, with_texts(minutes(1, date=None)))
    assert compared(with_texts(minutes(1, date=None))) == 0


def test_only_a_few_are_compared_of_many_that_share_their_formalities(
    catalogue: Catalogue, compared: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.neighbours.MANY", 3)
    keep(catalogue, *(framed(seed, date=None, words=150) for seed in range(12)))
    assert compared(framed(99, date=None, words=150)) == 0


@pytest.mark.parametrize("many", [3, 50])
def test_a_copy_is_compared_though_many_share_its_formalities(
    catalogue: Catalogue, compared: Compared, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("archive.neighbours.MANY", many)
    keep(catalogue, *(framed(seed, date=None) for seed in range(6)))
    anonymous = framed(4, date=MARCH, forvaltning=ForvaltningRef(), words=606)
    assert compared(anonymous) >= 1


@pytest.mark.parametrize("many", [3, 50])
def test_a_part_is_compared_with_its_whole_though_many_share_its_formalities(
    catalogue: Catalogue, compared: Compared, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("archive.neighbours.MANY", many)
    wholes = [framed(seed, date=None, words=3000) for seed in range(6)]
    keep(catalogue, *wholes)
    part = with_texts(wholes[0], FORMALITIES, texts_of(wholes[4])[3])
    assert compared(part) >= 1
    assert compared(part_of(wholes[4], 4)) == 1
