import os
import pathlib
import stat

import pytest

from archive.whole_files import write_whole


def test_a_file_is_replaced_with_its_folders_made(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "a" / "b" / "fil"
    write_whole(place, b"ett")
    write_whole(place, "två".encode())
    assert place.read_text("utf-8") == "två"
    assert [path.name for path in place.parent.iterdir()] == ["fil"]


@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_file_has_the_mode_asked_for(tmp_path: pathlib.Path, mode: int) -> None:
    write_whole(tmp_path / "fil", b"ett", mode=mode, lasting=True)
    assert stat.S_IMODE((tmp_path / "fil").stat().st_mode) == mode


def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError("the disk is full")

    write_whole(tmp_path / "fil", b"ett")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_whole(tmp_path / "fil", "två".encode(), lasting=True)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ett"]
