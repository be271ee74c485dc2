"""A file's pages are kept beside its original, and what is not there is no fault."""

import os
import pathlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import CatalogueError
from archive.pages import DRAWN, WORDS, PageStore, PageWords, WordBox

SHA256 = "ab" + "0" * 62
PAGES = (
    PageWords(1, 595.0, 842.0, (WordBox("Mötet", 70.5, 80.0, 99.0, 91.0),)),
    PageWords(2, 595.0, 842.0),
)


@pytest.fixture
def store(tmp_path: pathlib.Path) -> PageStore:
    return PageStore(tmp_path / "pages")


@pytest.fixture
def place(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "pages" / "ab" / SHA256


def test_words_come_back_page_by_page(store: PageStore) -> None:
    store.keep_words(SHA256, PAGES)
    assert store.words(SHA256, 1) == PAGES[0]
    assert store.words(SHA256, 2) == PAGES[1]
    assert store.all_words(SHA256) == PAGES


@given(
    st.lists(
        st.builds(
            WordBox,
            st.text(min_size=1),
            *[st.floats(0, 1000).map(lambda side: round(side, 1)) for _ in range(4)],
        )
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_words_come_back(store: PageStore, words: list[WordBox]) -> None:
    page = PageWords(1, 595.0, 842.0, tuple(words))
    store.keep_words(SHA256, (page,))
    assert store.words(SHA256, 1) == page


def test_places_are_kept_to_a_tenth_of_a_point(store: PageStore) -> None:
    store.keep_words(SHA256, (PageWords(1, 595.0, 842.0, (WordBox("§", 1 / 3, 0, 2 / 3, 1),)),))
    (page,) = store.all_words(SHA256)
    assert page.words == (WordBox("§", 0.3, 0, 0.7, 1),)


def test_what_was_never_kept_is_not_there(store: PageStore) -> None:
    assert store.words(SHA256, 1) is None
    assert store.picture_path(SHA256, 1) is None
    assert not store.is_drawn(SHA256)
    store.keep_words(SHA256, PAGES)
    assert store.words(SHA256, 3) is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[[",
        b"{}",
        b'[{"number": 0, "width": 595, "height": 842, "words": []}]',
        b'[{"number": 1, "width": 0, "height": 842, "words": []}]',
        b'[{"number": 1, "width": 595, "height": 1e300, "words": []}]',
        b'[{"number": 1, "width": 595, "height": 842, "words": [["a", 1, 2, 3]]}]',
        b'[{"number": 1, "width": 595, "height": 842, "words": [[1, 1, 2, 3, 4]]}]',
        b"\xff\xfe",
    ],
)
def test_damaged_words_are_as_good_as_none(
    store: PageStore, place: pathlib.Path, damage: bytes
) -> None:
    store.keep_words(SHA256, PAGES)
    (place / WORDS).write_bytes(damage)
    assert store.words(SHA256, 1) is None


def test_a_picture_lies_where_it_is_said_to(store: PageStore, place: pathlib.Path) -> None:
    store.keep_picture(SHA256, 3, b"RIFF")
    assert store.picture_path(SHA256, 3) == place / "3.webp"
    assert (place / "3.webp").read_bytes() == b"RIFF"
    assert store.picture_path(SHA256, 1) is None


def test_an_empty_picture_is_as_good_as_none(store: PageStore, place: pathlib.Path) -> None:
    store.keep_picture(SHA256, 1, b"RIFF")
    (place / "1.webp").write_bytes(b"")
    assert store.picture_path(SHA256, 1) is None


def test_a_page_has_another_stamp_when_its_picture_or_its_words_are_others(
    store: PageStore, place: pathlib.Path
) -> None:
    stamps = [store.stamp(SHA256, 1)]
    store.keep_words(SHA256, PAGES)
    stamps.append(store.stamp(SHA256, 1))
    store.keep_picture(SHA256, 1, b"RIFF")
    stamps.append(store.stamp(SHA256, 1))
    os.utime(place / WORDS, ns=(1, 1))
    stamps.append(store.stamp(SHA256, 1))
    assert stamps[0] == (0, 0)
    assert len(set(stamps)) == 4


def test_a_file_is_drawn_when_it_is_said_to_be(store: PageStore, place: pathlib.Path) -> None:
    store.keep_picture(SHA256, 1, b"RIFF")
    assert not store.is_drawn(SHA256)
    store.mark_drawn(SHA256)
    assert store.is_drawn(SHA256)
    assert {path.name for path in place.iterdir()} == {"1.webp", DRAWN}


@pytest.mark.parametrize("name", ["", "../../katalog", SHA256.upper(), SHA256 + "0"])
def test_only_a_sha256_names_a_file(store: PageStore, name: str) -> None:
    for use in (
        lambda: store.words(name, 1),
        lambda: store.keep_words(name, PAGES),
        lambda: store.picture_path(name, 1),
        lambda: store.is_drawn(name),
    ):
        with pytest.raises(CatalogueError):
            use()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: pathlib.Path) -> None:
    (tmp_path / "pages").write_bytes(b"no folder")
    with pytest.raises(CatalogueError):
        PageStore(tmp_path / "pages").keep_words(SHA256, PAGES)
