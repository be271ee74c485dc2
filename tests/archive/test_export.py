"""The public archive as two files: whole, in step with one another, and nothing besides."""

import datetime as dt
import hashlib
import json
import os
import pathlib
import tracemalloc

import pytest
from minutes import file_of, minutes

from archive import export
from archive.catalogue import Catalogue
from archive.errors import CatalogueError
from archive.visibility import Audience, Visibility

NOW = dt.datetime(2030, 1, 15, 9, 30, tzinfo=dt.UTC)


def fill(catalogue: Catalogue, count: int = 4) -> None:
    for n in range(count):
        visibility = Visibility.PUBLIC if n else Visibility.INTERNAL
        day = dt.date(2024, 3, 28 - n)
        catalogue.keep(minutes(n, date=day), file_of(f"{n}.pdf"), visibility)


def write(catalogue: Catalogue, folder: pathlib.Path) -> int:
    passed: list[int] = []
    lines = export.lines(catalogue, Audience.PUBLIC)
    export.write_archive(lines, folder, NOW, lambda: passed.append(1))
    return len(passed)


def test_the_files_tell_of_one_another(catalogue: Catalogue, tmp_path: pathlib.Path) -> None:
    fill(catalogue)
    folder = tmp_path / "ny" / "mapp"
    assert write(catalogue, folder) == 3
    assert sorted(it.name for it in folder.iterdir()) == ["arkiv.jsonl", "arkiv.manifest.json"]
    content = (folder / export.LINES).read_bytes()
    told = json.loads((folder / export.MANIFEST).read_text("utf-8"))
    assert told["made"] == "2030-01-15T09:30:00Z"
    assert (told["total"], told["bytes"]) == (3, len(content))
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    lines = content.splitlines()
    assert [it["sha256"] for it in told["protocols"]] == [
        hashlib.sha256(line).hexdigest() for line in lines
    ]
    assert [it["id"] for it in told["protocols"]] == [json.loads(line)["id"] for line in lines]


def test_a_line_says_all_that_was_read(catalogue: Catalogue) -> None:
    fill(catalogue)
    line = next(export.lines(catalogue, Audience.PUBLIC))
    record = catalogue.get(line.protocol_id, Audience.PUBLIC)
    assert json.loads(line.content) == record.protocol.to_dict()
    assert line.changed == record.changed
    assert b"\n" not in line.content


def test_the_same_archive_gives_the_same_bytes(
    catalogue: Catalogue, tmp_path: pathlib.Path
) -> None:
    fill(catalogue)
    write(catalogue, tmp_path / "a")
    write(catalogue, tmp_path / "b")
    for name in (export.LINES, export.MANIFEST):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_what_cannot_be_written_leaves_what_was_there(
    catalogue: Catalogue, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(catalogue)
    write(catalogue, tmp_path / "a")
    before = {it.name: it.read_bytes() for it in (tmp_path / "a").iterdir()}
    fill(catalogue, 6)

    def full(handle: int, mode: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fchmod", full)
    with pytest.raises(CatalogueError, match="full"):
        write(catalogue, tmp_path / "a")
    assert {it.name: it.read_bytes() for it in (tmp_path / "a").iterdir()} == before


def test_no_more_than_one_protocol_is_held_at_a_time(tmp_path: pathlib.Path) -> None:
    line = export.Line("farsta/2024-03-14", b"x" * 100_000, NOW)
    tracemalloc.start()
    export.write_archive((line for _ in range(300)), tmp_path, NOW, lambda: None)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / export.LINES).stat().st_size == 300 * 100_001
    assert most < 2_000_000
