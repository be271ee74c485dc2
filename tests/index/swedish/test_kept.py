"""The user's cache folder, the folder among the temporary files, and what is removed from them."""

import os
import pathlib
import stat
import tempfile
import time
import typing as t

import platformdirs
import pytest

from index.swedish import kept

VERSION: t.Final = "90ae3ac99bb979d6"
FILES: t.Final = {"forms": b"former", "said": b"sagt"}

with_users = pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of folders here")


@pytest.fixture
def cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """The user's cache folder; not there yet."""
    folder = tmp_path / "hem" / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: folder / name)
    return folder / kept.NAME


@pytest.fixture
def temporary(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Where our folder among the temporary files is to be; not there yet."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder / f"{kept.NAME}-{os.getuid() if hasattr(os, 'getuid') else 0}"


@pytest.fixture
def no_home(cache: pathlib.Path) -> None:
    """A home that no folder can be made in."""
    cache.parent.parent.write_text("ingen mapp")


def test_it_is_kept_in_the_users_cache_and_nowhere_else(
    cache: pathlib.Path, temporary: pathlib.Path
):
    assert list(kept.folders()) == [cache]
    assert not temporary.exists()


@with_users
@pytest.mark.usefixtures("no_home")
def test_without_a_home_it_is_kept_among_the_temporary_files_for_our_eyes_only(
    cache: pathlib.Path, temporary: pathlib.Path
):
    assert list(kept.folders()) == list(kept.folders()) == [cache, temporary]
    assert stat.S_IMODE(temporary.stat().st_mode) == 0o700


@with_users
def test_a_cache_that_can_be_read_but_not_written_is_looked_in_first(
    cache: pathlib.Path, temporary: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    kept.keep(FILES, cache, VERSION)
    monkeypatch.setattr(os, "access", lambda path, mode: mode & os.W_OK == 0)
    folders = kept.folders()
    assert kept.found(next(folders), VERSION, FILES)["forms"].read_bytes() == b"former"
    assert not temporary.exists()
    assert list(folders) == [temporary]


@with_users
@pytest.mark.usefixtures("no_home")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755, 0o720])
def test_a_folder_that_others_may_look_or_write_in_is_not_used(
    cache: pathlib.Path, temporary: pathlib.Path, mode: int
):
    temporary.mkdir()
    temporary.chmod(mode)
    assert list(kept.folders()) == [cache]
    assert stat.S_IMODE(temporary.stat().st_mode) == mode


@with_users
@pytest.mark.usefixtures("no_home")
def test_a_folder_that_another_has_planted_is_not_used(
    cache: pathlib.Path, temporary: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    we = os.getuid() + 1
    planted = temporary.with_name(f"{kept.NAME}-{we}")
    planted.mkdir(0o700)
    monkeypatch.setattr(os, "getuid", lambda: we)
    assert list(kept.folders()) == [cache]


@with_users
@pytest.mark.usefixtures("no_home")
def test_a_link_is_not_followed_even_to_a_folder_of_ours(
    cache: pathlib.Path, temporary: pathlib.Path, tmp_path: pathlib.Path
):
    (tmp_path / "vår").mkdir(0o700)
    temporary.symlink_to(tmp_path / "vår")
    assert list(kept.folders()) == [cache]


@with_users
@pytest.mark.usefixtures("no_home")
def test_a_file_of_that_name_is_no_folder(cache: pathlib.Path, temporary: pathlib.Path):
    temporary.write_text("ingen mapp")
    temporary.chmod(0o700)
    assert list(kept.folders()) == [cache]


@pytest.mark.usefixtures("no_home", "temporary")
def test_where_folders_have_no_owners_only_the_cache_is_tried(
    cache: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delattr(os, "getuid", raising=False)
    assert list(kept.folders()) == [cache]


@pytest.mark.usefixtures("no_home")
def test_without_any_folder_for_temporary_files_only_the_cache_is_tried(
    cache: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "finns inte"))
    assert list(kept.folders()) == [cache]


@pytest.mark.parametrize("damage", ["forms", "json"])
def test_what_is_missing_or_damaged_is_not_found(tmp_path: pathlib.Path, damage: str):
    kept.keep(FILES, tmp_path, VERSION)
    assert set(kept.found(tmp_path, VERSION, FILES)) == set(FILES)
    path = tmp_path / f"{VERSION}.{damage}"
    path.write_bytes(b"{}")
    with pytest.raises(ValueError, match=VERSION):
        kept.found(tmp_path, VERSION, FILES)
    path.unlink()
    with pytest.raises(OSError, match=VERSION):
        kept.found(tmp_path, VERSION, FILES)


def aged(path: pathlib.Path, read: float, written: float) -> pathlib.Path:
    """A file that was last read and written so many days ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"gammalt")
    now = time.time()
    os.utime(path, (now - read * 86_400, now - written * 86_400))
    return path


OTHER: t.Final = "0123456789abcdef"


@pytest.mark.parametrize("name", [f"{OTHER}.forms", f"{OTHER}.json", f"{OTHER}.names.4711"])
def test_files_of_other_versions_that_nobody_touches_are_removed(tmp_path: pathlib.Path, name: str):
    path = aged(tmp_path / name, 31, 31)
    kept.keep(FILES, tmp_path, VERSION)
    assert not path.exists()
    assert kept.found(tmp_path, VERSION, FILES)


@pytest.mark.parametrize(("read", "written"), [(1, 90), (90, 1), (29, 29)])
def test_what_was_read_or_written_within_a_month_stays(
    tmp_path: pathlib.Path, read: int, written: int
):
    path = aged(tmp_path / f"{OTHER}.forms", read, written)
    kept.keep(FILES, tmp_path, VERSION)
    assert path.exists()


@pytest.mark.parametrize(
    "name",
    [
        "anteckningar.txt",
        "0123456789abcde.forms",
        f"{OTHER}.forms.bak",
        f"{OTHER}.FORMS",
        OTHER,
        f"{OTHER.upper()}.forms",
        f"x{OTHER}.forms",
        f"{VERSION}.names",
        f"{OTHER}.forms/{OTHER}.forms",
    ],
)
def test_nothing_else_is_removed(tmp_path: pathlib.Path, name: str):
    path = aged(tmp_path / name, 90, 90)
    os.utime(path.parent if path.parent != tmp_path else path, (0, 0))
    kept.keep(FILES, tmp_path, VERSION)
    assert path.exists()


def test_a_link_named_like_a_file_of_ours_leads_to_nothing_that_is_removed(tmp_path: pathlib.Path):
    path = aged(tmp_path / "annans" / "brev", 90, 90)
    link = tmp_path / f"{OTHER}.forms"
    link.symlink_to(path)
    os.utime(link, (0, 0), follow_symlinks=False)
    kept.keep(FILES, tmp_path, VERSION)
    assert path.exists()
    assert link.is_symlink()


def test_nothing_is_removed_by_reading(tmp_path: pathlib.Path):
    kept.keep(FILES, tmp_path, VERSION)
    path = aged(tmp_path / f"{OTHER}.forms", 90, 90)
    kept.found(tmp_path, VERSION, FILES)
    assert path.exists()
