"""The dictionary unfolded, kept in a folder, and made anew where what is kept is damaged."""

import concurrent.futures
import logging
import pathlib
import typing as t

import platformdirs
import pytest

from index.swedish import fold
from index.swedish.hunspell import unfold
from index.swedish.lexicon import Lexicon, load_lexicon
from index.swedish.word_lists import word_lists

# Of the small dictionary below.
SAID: t.Final = [("ombud",), "arbete", True, ("ärende",), True]

AFF: t.Final = """SET UTF-8
SFX B Y 1
SFX B 0 et .
SFX v Y 1
SFX v e s/WXZ e
"""
DIC: t.Final = "6\närende/B\nombud/BXY\narbete/vY\nförbjudet/%B\nbara/¤B\nStockholm/X\n"


Paths: t.TypeAlias = tuple[pathlib.Path, pathlib.Path]


@pytest.fixture
def paths(tmp_path: pathlib.Path) -> Paths:
    found = tmp_path / "sv.aff", tmp_path / "sv.dic"
    for path, text in zip(found, (AFF, DIC), strict=True):
        path.write_text(text, "utf-8")
    return found


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "ordbok"


def answers(lexicon: Lexicon) -> list[object]:
    return [
        lexicon.lemmas("ombudet"),
        lexicon.base("arbets"),
        lexicon.is_last("ombudet"),
        lexicon.unfolded("arende"),
        lexicon.is_name("stockholm"),
    ]


def test_a_dictionary_is_unfolded_by_its_flags():
    unfolded = unfold(AFF, DIC)
    assert unfolded.forms == {
        "ärende": ("ärende",),
        "ärendeet": ("ärende",),
        "ombud": ("ombud",),
        "ombudet": ("ombud",),
        "arbete": ("arbete",),
        "baraet": ("bara",),
        "stockholm": ("stockholm",),
    }
    assert unfolded.firsts == {
        "ombud": ("ombud",),
        "arbets": ("arbete",),
        "stockholm": ("stockholm",),
    }
    assert unfolded.lasts == {"ombud", "ombudet", "arbete"}
    assert unfolded.names == {"stockholm"}


def test_what_is_kept_says_the_same_as_what_was_made(folder: pathlib.Path, paths: Paths):
    made, kept = load_lexicon(folder, paths), load_lexicon(folder, paths)
    assert answers(made) == answers(kept) == SAID
    assert made.version == kept.version


def test_nothing_is_left_beside_what_is_kept(folder: pathlib.Path, paths: Paths):
    load_lexicon(folder, paths)
    suffixes = {path.name.partition(".")[2] for path in folder.iterdir()}
    assert suffixes == {"json", "forms", "firsts", "plain", "lasts", "names"}


def test_another_dictionary_is_kept_under_another_name(folder: pathlib.Path, paths: Paths):
    load_lexicon(folder, paths)
    paths[1].write_text("1\narbete/v\n", "utf-8")
    assert load_lexicon(folder, paths).lemmas("ombudet") == ()


@pytest.mark.parametrize("suffix", ["forms", "lasts", "json"])
@pytest.mark.parametrize("damage", [b"", b"x" * 40])
def test_a_damaged_file_is_made_anew(
    folder: pathlib.Path, paths: Paths, suffix: str, damage: bytes
):
    load_lexicon(folder, paths)
    path = next(path for path in folder.iterdir() if path.name.endswith(suffix))
    written = path.read_bytes()
    path.write_bytes(damage + written[len(damage) :] if damage else damage)
    assert answers(load_lexicon(folder, paths)) == SAID
    assert path.read_bytes() == written


def test_several_processes_may_make_it_at_once(folder: pathlib.Path, paths: Paths):
    with concurrent.futures.ProcessPoolExecutor(4) as pool:
        found = [pool.submit(load_and_ask, folder, paths) for _ in range(8)]
    assert [one.result() for one in found] == [SAID] * 8


def load_and_ask(folder: pathlib.Path, paths: Paths) -> list[object]:
    return answers(load_lexicon(folder, paths))


def test_where_nothing_can_be_kept_the_dictionary_is_in_memory_and_it_is_said(
    folder: pathlib.Path, paths: Paths, caplog: pytest.LogCaptureFixture
):
    folder.write_text("ingen mapp")
    with caplog.at_level(logging.WARNING):
        assert answers(load_lexicon(folder, paths)) == SAID
    assert "cannot be kept" in caplog.text


def test_the_packaged_dictionary_is_small_when_kept():
    version = load_lexicon().version
    kept = [*platformdirs.user_cache_path("protokollarkiv").glob(f"{version}.*")]
    assert 0 < sum(path.stat().st_size for path in kept) < 20_000_000


def test_no_list_has_an_entry_that_is_not_folded_or_that_another_contradicts():
    lists = word_lists()
    words = [*lists.first_parts, *lists.last_parts, *lists.keep, *lists.never_first]
    assert words == [fold(word) for word in words]
    assert not lists.keep & set(lists.parted)
    assert not lists.last_parts & lists.never_last
