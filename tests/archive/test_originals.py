import hashlib
import os
import pathlib
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import CatalogueError
from archive.originals import Originals, OriginalsCheck

CONTENT = b"%PDF-1.7 p\xe5hittat"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def originals(tmp_path: pathlib.Path) -> Originals:
    return Originals(tmp_path / "originals")


def spoil(place: pathlib.Path, content: bytes) -> None:
    place.chmod(0o644)
    place.write_bytes(content)


@given(content=st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_bytes_come_back_under_their_sha(originals: Originals, content: bytes) -> None:
    assert originals.read(originals.keep(content)) == content


def test_an_original_lies_in_a_folder_of_its_first_two_digits(
    originals: Originals, tmp_path: pathlib.Path
) -> None:
    assert originals.keep(CONTENT) == SHA256
    assert (tmp_path / "originals" / SHA256[:2] / SHA256).read_bytes() == CONTENT
    assert originals.path(SHA256) == tmp_path / "originals" / SHA256[:2] / SHA256


def test_nobody_may_write_to_an_original(originals: Originals) -> None:
    mode = originals.path(originals.keep(CONTENT)).stat().st_mode
    assert stat.S_IMODE(mode) == 0o444


def test_keeping_again_touches_nothing(originals: Originals) -> None:
    before = originals.path(originals.keep(CONTENT)).stat()
    after = originals.path(originals.keep(CONTENT)).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_but_the_original_is_left_in_the_folder(originals: Originals) -> None:
    place = originals.path(originals.keep(CONTENT))
    assert list(place.parent.iterdir()) == [place]


def test_an_original_that_was_cut_short_is_written_anew(originals: Originals) -> None:
    originals.keep(CONTENT)
    spoil(originals.path(SHA256), CONTENT[:5])
    originals.keep(CONTENT)
    assert originals.read(SHA256) == CONTENT


def test_check_finds_the_damaged_and_the_missing(originals: Originals) -> None:
    kept = originals.keep(b"orord")
    originals.keep(CONTENT)
    spoil(originals.path(SHA256), b"x" * len(CONTENT))
    missing = "ab" * 32
    assert originals.check([kept, SHA256, missing]) == OriginalsCheck((SHA256,), (missing,))


def test_every_original_is_counted_and_told_when_it_is_checked(originals: Originals) -> None:
    place = originals.path(originals.keep(b"orord"))
    originals.keep(CONTENT)
    (place.parent / ".unfinished-abc").write_bytes(b"halvt")
    checked: list[None] = []
    originals.check(advance=lambda: checked.append(None))
    assert len(checked) == originals.count() == 2


def test_check_of_a_folder_that_is_not_there_finds_everything_missing(
    originals: Originals,
) -> None:
    assert originals.check([SHA256]) == OriginalsCheck(missing=(SHA256,))


def test_a_missing_original_is_an_error_of_the_catalogue(originals: Originals) -> None:
    with pytest.raises(CatalogueError):
        originals.read(SHA256)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"])
def test_what_is_no_sha_leads_nowhere(originals: Originals, name: str) -> None:
    with pytest.raises(CatalogueError):
        originals.path(name)


def test_a_full_disk_is_an_error_of_the_catalogue_and_leaves_nothing(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CatalogueError):
        originals.keep(CONTENT)
    assert list(originals.path(SHA256).parent.iterdir()) == []
