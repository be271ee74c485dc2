"""The dictionary unfolded, kept in a folder, and made anew where what is kept is damaged."""

import concurrent.futures
import logging
import os
import pathlib
import subprocess
import sys
import tempfile
import typing as t

import platformdirs
import pytest

from index.swedish import fold, kept
from index.swedish.hunspell import unfold
from index.swedish.lexicon import Lexicon, load_lexicon
from index.swedish.lexicon_files import NAMES, files_of
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


@pytest.fixture
def cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """The home of the user's cache, which a test may do away with."""
    home = tmp_path / "hem"
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: home / name)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return home


def answers(lexicon: Lexicon) -> list[object]:
    ombudet, stockholm = lexicon.said("ombudet"), lexicon.said("stockholm")
    return [
        lexicon.lemmas("ombudet"),
        lexicon.base("arbets"),
        ombudet is not None and ombudet.is_last,
        lexicon.unfolded("arende"),
        stockholm is not None and stockholm.is_name,
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
    assert suffixes == {"json", *NAMES}


def test_another_dictionary_is_kept_under_another_name(folder: pathlib.Path, paths: Paths):
    load_lexicon(folder, paths)
    paths[1].write_text("1\narbete/v\n", "utf-8")
    assert load_lexicon(folder, paths).lemmas("ombudet") == ()


@pytest.mark.parametrize("suffix", ["forms", "kinds", "said", "json"])
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


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of folders here")
def test_without_a_home_the_dictionary_is_still_unfolded_only_once(
    cache: pathlib.Path, paths: Paths, caplog: pytest.LogCaptureFixture
):
    cache.write_text("ingen mapp")
    with caplog.at_level(logging.INFO):
        found = [answers(load_lexicon(None, paths)) for _ in range(3)]
    assert found == [SAID] * 3
    assert [record.message for record in caplog.records] == ["unfolding the dictionary, once"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of folders here")
def test_what_others_may_have_planted_is_not_read(
    cache: pathlib.Path, paths: Paths, caplog: pytest.LogCaptureFixture
):
    cache.write_text("ingen mapp")
    planted = pathlib.Path(tempfile.gettempdir()) / f"{kept.NAME}-{os.getuid()}"
    version = load_lexicon(planted, paths).version
    kept.keep(files_of(unfold(AFF, "1\npåhittat/B\n")), planted, version)
    planted.chmod(0o777)
    assert answers(load_lexicon(None, paths)) == SAID
    assert "cannot be kept" in caplog.text
    planted.chmod(0o700)
    assert load_lexicon(None, paths).lemmas("påhittatet") == ("påhittat",)


def test_a_form_of_two_words_has_both_in_order(folder: pathlib.Path, paths: Paths):
    paths[1].write_text("2\nplanet/B\nplan/B\n", "utf-8")
    lexicon = load_lexicon(folder, paths)
    assert lexicon.lemmas("planet") == ("plan", "planet")
    assert lexicon.lemmas("planetet") == ("planet",)
    assert lexicon.lemmas("planeter") == ()


def test_every_process_makes_the_same_files(paths: Paths):
    paths[1].write_text("3\nplanet/B\nplan/B\nvin/vBXYZ\n", "utf-8")
    program = (
        "import pathlib, sys\n"
        "from index.swedish.hunspell import unfold\n"
        "from index.swedish.lexicon_files import files_of\n"
        "print(files_of(unfold(*(pathlib.Path(path).read_text('utf-8') for path in sys.argv[1:]))))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, *map(str, paths)],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(made) == 1


def test_the_packaged_dictionary_is_small_when_kept():
    version = load_lexicon().version
    kept_in = next(it for it in kept.folders() if (it / f"{version}.json").exists())
    assert 0 < sum(path.stat().st_size for path in kept_in.glob(f"{version}.*")) < 12_000_000


def test_no_list_has_an_entry_that_is_not_folded_or_that_another_contradicts():
    lists = word_lists()
    words = [*lists.first_parts, *lists.last_parts, *lists.keep, *lists.never_first]
    assert words == [fold(word) for word in words]
    assert not lists.keep & set(lists.parted)
    assert not lists.last_parts & lists.never_last
