"""The contract of every engine, run on Whoosh, and what is Whoosh's alone: files that break."""

import collections.abc as c
import concurrent.futures
import gc
import pathlib
import subprocess
import sys

import pytest
from engine_contract import SearchIndexContract, ask
from searchable import ALL, FARSTA

from archive.errors import IndexUnavailable
from archive.registry import packaged
from index import SearchIndex, open_index


@pytest.fixture(scope="session")
def open_engine() -> c.Callable[[pathlib.Path], SearchIndex]:
    return lambda folder: open_index(folder, packaged())


@pytest.fixture
def let_go() -> c.Iterator[None]:
    gc.freeze()  # what was there before need not be looked through
    yield
    gc.collect()
    gc.unfreeze()


def whoosh_leaves_files_open(test: c.Callable[..., None]) -> c.Callable[..., None]:
    """Whoosh does not close a file it cannot read; here it is, before the next test is blamed."""
    ignored = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
    return ignored(pytest.mark.usefixtures("let_go")(test))


class TestWhooshEngine(SearchIndexContract):
    """Whoosh does what every engine does."""


def test_opening_and_asking_write_nothing(tmp_path: pathlib.Path):
    index = open_index(tmp_path / "index", packaged())
    ask(index, "budget")
    assert index.needs_rebuild()
    assert not (tmp_path / "index").exists()


def test_an_index_of_another_version_finds_nothing_and_is_rebuilt(tmp_path: pathlib.Path):
    open_index(tmp_path, packaged()).rebuild(ALL)
    pointer = tmp_path / "current"
    as_written = pointer.read_text("utf-8")
    pointer.write_text(as_written.replace('"schema_version":', '"schema_version":9'), "utf-8")
    index = open_index(tmp_path, packaged())
    assert index.needs_rebuild()
    assert ask(index, "budget").total == 0
    index.rebuild(ALL)
    assert not index.needs_rebuild()
    assert ask(index, "budget").total == 2


@whoosh_leaves_files_open
@pytest.mark.parametrize("file", ["current", "*.toc", "*.trm"])
@pytest.mark.parametrize("content", [None, b"", b"\x00rubbish\xff" * 40])
def test_a_damaged_index_says_so_and_can_be_built_again(
    tmp_path: pathlib.Path, file: str, content: bytes | None
):
    open_index(tmp_path, packaged()).rebuild(ALL)
    [path] = tmp_path.rglob(file)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    index = open_index(tmp_path, packaged())
    assert index.needs_rebuild()
    index.update([FARSTA])  # begins a new one
    assert ask(index, "budget").total == 1
    assert index.needs_rebuild()
    index.rebuild(ALL)
    assert not index.needs_rebuild()
    assert ask(index, "budget").total == 2


@whoosh_leaves_files_open
def test_damage_to_both_whoosh_and_the_files_beside_it_is_no_other_error(tmp_path: pathlib.Path):
    open_index(tmp_path, packaged()).rebuild(ALL)
    for file in ("*.words", "*._stored.col"):
        [path] = tmp_path.rglob(file)
        path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(IndexUnavailable):
        ask(open_index(tmp_path, packaged()), "budget")


def test_a_folder_that_cannot_be_written_is_said_to_be_unavailable(tmp_path: pathlib.Path):
    (tmp_path / "index").write_text("a file where the folder should be")
    index = open_index(tmp_path / "index", packaged())
    with pytest.raises(IndexUnavailable):
        index.rebuild(ALL)


def test_a_rebuild_leaves_one_generation_on_disk(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    for _ in range(3):
        index.rebuild(ALL)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["g000003"]


WRITER = """
import pathlib, sys
from archive.registry import packaged
from index import open_index
from searchable import section, entry
index = open_index(pathlib.Path(sys.argv[1]), packaged())
index.update([entry("farsta", "2026-01-01", section(1, "Nyord", "Ett nyord."))])
"""


def test_a_commit_of_another_process_is_seen_at_once(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    index.rebuild(ALL)
    assert ask(index, "nyord").total == 0
    paths = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    subprocess.run([sys.executable, "-c", WRITER, str(tmp_path)], check=True, env=paths)
    assert ask(index, "nyord").total == 1


def test_threads_share_an_index_that_changes(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    index.rebuild(ALL)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(ask, index, '"hot och våld" ELLER skydds*') for _ in range(40)]
        for _ in range(5):
            index.update([FARSTA])
        totals = {one.result().total for one in asked}
    assert totals == {3}
