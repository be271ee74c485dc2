"""The two files beside each segment: whatever becomes of them, the answers stay right.

`.words` and `.forms` hold nothing that the index does not hold too. One that is missing, damaged or
of another version is made anew, by whoever next opens it; where that is not possible, it is done
without.
"""

import collections.abc as c
import dataclasses as dc
import os
import pathlib
import shutil
import time
import typing as t

import pytest
import whoosh.index
from searchable import ALL, BROMMA, FARSTA, HELD, INTERNAL, UNDATED, entry, section
from whoosh.index import TOC

from archive.registry import packaged
from archive.visibility import Audience
from index import Kind, Request, Result, SearchIndex, open_index
from index.swedish import load_language, packaged_language
from index.whoosh_engine import WhooshIndex, side_files

SIDES = (".words", ".forms")
QUESTIONS = ('"hot och våld"', "skydds*", "möte -budget", "§ 11", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pathlib.Path]:
    """An index of three segments, one with a deleted protocol: each with its own files, or the
    first two with theirs together, as if several processes had written them."""
    apart = tmp_path_factory.mktemp("index") / "apart"
    index = open_index(apart, packaged())
    index.rebuild([BROMMA, UNDATED, FARSTA])
    index.update([INTERNAL, HELD])
    together = apart.with_name("together")
    shutil.copytree(apart, together)
    opened = whoosh.index.open_dir(str(next(together.glob("g*"))))
    first, second = TOC.read(opened.storage, opened.indexname).segments
    side_files.SideFiles(packaged_language()).put_together(opened.storage, [first, second])
    side_files.words_path(opened.storage, second).with_suffix(".forms").unlink()
    for folder in (apart, together):
        open_index(folder, packaged()).update([FARSTA])
    return {folder.name: folder for folder in (apart, together)}


@pytest.fixture(params=["apart", "together"])
def folder(
    request: pytest.FixtureRequest, built: dict[str, pathlib.Path], tmp_path: pathlib.Path
) -> pathlib.Path:
    """A copy to damage."""
    shutil.copytree(built[request.param], tmp_path / "index")
    return tmp_path / "index"


def answers(index: SearchIndex) -> list[Result]:
    """All that the index finds, but for how long it took."""
    requests = [Request(text, Audience.OPERATOR, kind) for text in QUESTIONS for kind in Kind]
    return [dc.replace(index.search(request), took_ms=0.0) for request in requests]


def sides(folder: pathlib.Path, suffix: str) -> list[pathlib.Path]:
    """The segments' files of that sort, the largest first."""
    return sorted(folder.rglob(f"*{suffix}"), key=lambda path: -path.stat().st_size)


def state(path: pathlib.Path) -> tuple[int, int, int]:
    """What changes when a file is written or replaced."""
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def later(path: pathlib.Path) -> None:
    """As if it had been written in a while ago, but after the index: a file system's clock is
    coarse, and nobody damages a file in the tick that it was made in."""
    moment = time.time_ns() + 1_000_000_000
    os.utime(path, ns=(moment, moment))


def overwrite(path: pathlib.Path, content: bytes) -> None:
    """In the file itself, as a disk or a careless hand would, not by putting another in place."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(content)
    later(path)


def cut_short(path: pathlib.Path) -> None:
    overwrite(path, path.read_bytes()[: path.stat().st_size // 2])


def cut_by_a_byte(path: pathlib.Path) -> None:
    overwrite(path, path.read_bytes()[:-1])


def emptied(path: pathlib.Path) -> None:
    overwrite(path, b"")


def rubbish(path: pathlib.Path) -> None:
    overwrite(path, b"\x00rubbish\xff" * (path.stat().st_size // 9) + b"\xff" * 8)


def rubbish_at_the_end(path: pathlib.Path) -> None:
    whole = path.read_bytes()
    overwrite(path, whole[:-64] + b"\xffrubbish" * 8)


def of_another_segment(path: pathlib.Path) -> None:
    other = next(other for other in sides(path.parent, path.suffix) if other != path)
    overwrite(path, other.read_bytes())


def of_another_version(path: pathlib.Path) -> None:
    """As a program with other words or another form of the file would have written it."""
    path.unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_files, "SCHEMA_VERSION", side_files.SCHEMA_VERSION + 1)
        answers(WhooshIndex(path.parents[1], packaged(), load_language(["plattform=plattform"])))
    assert path.exists()


def deleted(path: pathlib.Path) -> None:
    path.unlink()


DAMAGES = (
    cut_short,
    cut_by_a_byte,
    emptied,
    rubbish,
    rubbish_at_the_end,
    of_another_segment,
    of_another_version,
    deleted,
)

each_side = pytest.mark.parametrize("side", SIDES)
each_damage = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
Damage: t.TypeAlias = c.Callable[[pathlib.Path], None]


@each_side
def test_what_a_commit_leaves_is_opened_as_it_is(folder: pathlib.Path, side: str):
    before = {path: state(path) for path in sides(folder, side)}
    assert len(before) in (2, 3)  # together, or apart
    answers(open_index(folder, packaged()))
    assert {path: state(path) for path in sides(folder, side)} == before


def test_a_commit_leaves_nothing_else_beside_the_segments(folder: pathlib.Path):
    suffixes = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert suffixes == {"", *SIDES, ".toc", ".trm", ".pst", ".col"}


@each_side
@each_damage
def test_a_damaged_side_file_is_made_anew_and_the_answers_stay_right(
    folder: pathlib.Path, side: str, damage: Damage
):
    expected = answers(open_index(folder, packaged()))
    path = sides(folder, side)[0]
    damage(path)
    assert answers(open_index(folder, packaged())) == expected
    assert_whole(folder, expected)


@each_side
@each_damage
def test_a_side_file_damaged_while_serving_changes_no_answer(
    folder: pathlib.Path, side: str, damage: Damage
):
    serving = open_index(folder, packaged())
    expected = answers(serving)
    damage(sides(folder, side)[0])
    assert answers(serving) == expected
    assert_whole(folder, expected)
    assert answers(serving) == expected


def assert_whole(folder: pathlib.Path, expected: list[Result]) -> None:
    """Whoever comes next finds all side files as they should be, once somebody has looked."""
    assert answers(open_index(folder, packaged())) == expected
    files = {path: state(path) for side in SIDES for path in sides(folder, side)}
    assert answers(open_index(folder, packaged())) == expected
    assert {path: state(path) for side in SIDES for path in sides(folder, side)} == files


@each_side
@each_damage
def test_a_damaged_side_file_in_a_folder_that_cannot_be_written_is_done_without(
    folder: pathlib.Path, side: str, damage: Damage, monkeypatch: pytest.MonkeyPatch
):
    expected = answers(open_index(folder, packaged()))
    path = sides(folder, side)[0]
    damage(path)
    damaged = path.exists() and path.read_bytes()
    nothing_can_be_replaced(monkeypatch)
    assert answers(open_index(folder, packaged())) == expected
    assert (path.exists() and path.read_bytes()) == damaged


@each_side
def test_a_side_file_whose_place_is_taken_is_done_without(folder: pathlib.Path, side: str):
    expected = answers(open_index(folder, packaged()))
    path = sides(folder, side)[0]
    path.unlink()
    path.mkdir()
    assert answers(open_index(folder, packaged())) == expected


def nothing_can_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that may only be read; a test that runs as root is refused nothing else."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refused)


def test_all_side_files_may_be_gone(folder: pathlib.Path):
    expected = answers(open_index(folder, packaged()))
    for side in SIDES:
        for path in sides(folder, side):
            path.unlink()
    assert answers(open_index(folder, packaged())) == expected


def test_an_index_with_a_damaged_side_file_is_added_to_and_joined(folder: pathlib.Path):
    for damage, path in zip((cut_short, deleted), sides(folder, ".words"), strict=False):
        damage(path)
    index = open_index(folder, packaged())
    index.update([BROMMA], removed=[str(UNDATED.protocol.id)])
    plain = open_index(folder / "plain", packaged())
    plain.rebuild(one for one in ALL if one is not UNDATED)
    assert found(index) == found(plain)


def test_a_side_file_damaged_while_a_writer_has_it_open_loses_nothing(folder: pathlib.Path):
    index = open_index(folder, packaged())
    index.update([BROMMA])
    for path in sides(folder, ".words"):
        emptied(path)
    index.update([entry("farsta", "2026-01-01", section(1, "Nyord", "Ett nyord."))])
    plain = open_index(folder / "plain", packaged())
    plain.rebuild([*ALL, entry("farsta", "2026-01-01", section(1, "Nyord", "Ett nyord."))])
    assert found(index) == found(plain)


def found(index: SearchIndex) -> list[list[tuple[str, int | None]]]:
    """Where the hits stand, in order."""
    return [[(hit.protocol_id, hit.ordinal) for hit in result.hits] for result in answers(index)]


def test_other_lists_of_words_make_only_the_forms_anew(folder: pathlib.Path):
    words = {path: state(path) for path in sides(folder, ".words")}
    forms = {path: state(path) for path in sides(folder, ".forms")}
    assert total(folder, "skyddsombud") == 2
    assert total(folder, "ombud") == 2
    assert total(folder, "ombud", "skyddsombud=skyddsombud") == 0
    assert {path: state(path) for path in sides(folder, ".words")} == words
    for path in sides(folder, ".forms"):
        assert state(path) != forms[path]


def total(folder: pathlib.Path, text: str, *own: str) -> int:
    index = WhooshIndex(folder, packaged(), load_language(own))
    return index.search(Request(text, Audience.OPERATOR, literal=True)).total


def test_rows_that_cannot_be_read_are_made_anew_while_serving(folder: pathlib.Path):
    expected = answers(open_index(folder, packaged()))
    for path in folder.rglob("*.words"):
        path.write_bytes(path.read_bytes().replace(b"Budgeten", b"\xff" * 8))
    assert answers(open_index(folder, packaged())) == expected
    assert all(b"\xff" * 8 not in path.read_bytes() for path in folder.rglob("*.words"))
