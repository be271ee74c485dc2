"""Several processes add to one index: all of it counts, or nothing does and nothing is left."""

import collections.abc as c
import contextlib
import pathlib
import subprocess
import sys
import time
import typing as t

import pytest
import whoosh.index
from filling import fill, fill_and_be_killed, fill_for_ever, fill_halfway, fill_the_disk

from archive.errors import IndexUnavailable
from index.whoosh_engine.fields import section_schema
from index.whoosh_engine.parallel import Fill, write_in_processes
from index.whoosh_engine.section_writer import SectionWriter

EARLIER = "Budgeten är beslutad.".encode()
PARENT = """
import pathlib, sys
sys.path[:] = sys.argv[2:]
from filling import fill_for_ever
from index.whoosh_engine.parallel import write_in_processes
write_in_processes(pathlib.Path(sys.argv[1]), [b"Hot"], fill_for_ever, 1)
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """An index with one document in it."""
    opened = whoosh.index.create_in(str(tmp_path), section_schema())
    add_one(opened)
    return tmp_path


def add_one(opened: t.Any) -> None:
    writer = SectionWriter(opened)
    fill(opened, writer, iter([EARLIER]))
    writer.commit(merge=False)


def segments(folder: pathlib.Path) -> list[list[bytes]]:
    """What the index holds, by segment."""
    with contextlib.closing(whoosh.index.open_dir(str(folder)).reader()) as reader:
        return [
            [stored["document"] for stored in leaf.all_stored_fields()]
            for leaf, _ in reader.leaf_readers()
        ]


def files(folder: pathlib.Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"MAIN_WRITELOCK", "process"}


def test_what_several_processes_wrote_counts_at_once(folder: pathlib.Path):
    batches = [f"Fråga {number}".encode() for number in range(40)]
    write_in_processes(folder, batches, fill, 2)
    earlier, *new = segments(folder)
    assert earlier == [EARLIER]
    assert sorted(text for segment in new for text in segment) == sorted(batches)
    assert not (folder / "MAIN.tmp").exists()


def test_a_process_that_got_nothing_leaves_no_segment(folder: pathlib.Path):
    write_in_processes(folder, [b"Hot"], fill, 2)
    assert segments(folder) == [[EARLIER], [b"Hot"]]


@pytest.mark.parametrize(
    ("badly", "processes", "reason"),
    [
        (fill_and_be_killed, 2, "died"),
        (fill_halfway, 1, "died"),
        (fill_the_disk, 1, "No space left on device"),
    ],
)
def test_if_one_fails_nothing_counts_and_nothing_is_left(
    folder: pathlib.Path, badly: Fill, processes: int, reason: str
):
    before = files(folder)
    with pytest.raises(IndexUnavailable, match=reason):
        write_in_processes(folder, [b"Hot"] * 10, badly, processes)
    assert files(folder) == before
    add_one(whoosh.index.open_dir(str(folder)))
    assert segments(folder) == [[EARLIER]] * 2


def test_what_cannot_be_read_in_the_parent_ends_it_all(folder: pathlib.Path):
    def broken() -> c.Iterator[bytes]:
        yield b"Hot"
        raise KeyboardInterrupt

    before = files(folder)
    with pytest.raises(KeyboardInterrupt):
        write_in_processes(folder, broken(), fill_for_ever, 1)
    assert files(folder) == before


def test_processes_end_with_their_parent_and_the_next_commit_clears_up(folder: pathlib.Path):
    before = files(folder)
    with subprocess.Popen([sys.executable, "-c", PARENT, folder, *sys.path]) as parent:
        while not (folder / "process").exists():
            assert parent.poll() is None
            time.sleep(0.02)
        parent.kill()
    child = pathlib.Path("/proc") / (folder / "process").read_text()
    while child.exists():
        time.sleep(0.02)
    assert files(folder) > before

    add_one(whoosh.index.open_dir(str(folder)))
    assert segments(folder) == [[EARLIER]] * 2
    # Each segment's files, and the table of contents.
    assert len({name.partition(".")[0] for name in files(folder)}) == 3
