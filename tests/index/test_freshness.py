"""What is committed is found by the next search, anywhere; where nothing is, nothing is read."""

import builtins
import concurrent.futures
import io
import os
import pathlib
import subprocess
import sys
import threading
import time
import typing as t

import pytest
from engine_contract import ask
from searchable import ALL, FARSTA, INTERNAL, UNDATED, entry, section

from archive.registry import packaged
from index import Entry, open_index
from index.whoosh_engine import arrays, engine


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """An index of one commit."""
    open_index(tmp_path, packaged()).rebuild(ALL)
    return tmp_path


def nyord(day: int) -> Entry:
    """A protocol of its own with a word that no other has."""
    return entry("farsta", f"2026-01-{day:02}", section(1, "Nyord", "Ett nyord."))


def long_ago(folder: pathlib.Path) -> None:
    """As if nothing had been written for a while: just after a commit, readers look twice."""
    moment = time.time_ns() - 3_600_000_000_000
    for path in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        os.utime(path, ns=(moment, moment))


def test_every_commit_has_a_number_that_all_readers_agree_on(folder: pathlib.Path):
    writing, reading = open_index(folder, packaged()), open_index(folder, packaged())
    numbers = [writing.generation()]
    for day in (1, 2, 3):
        writing.update([nyord(day)])
        numbers.append(writing.generation())
        assert reading.generation() == numbers[-1]
    writing.update([], removed=[str(nyord(1).protocol.id)])
    numbers.append(reading.generation())
    writing.rebuild(ALL)
    numbers.append(reading.generation())
    assert len(set(numbers)) == len(numbers)
    assert numbers == sorted(numbers)


def test_a_search_leaves_the_number_as_it_is(folder: pathlib.Path):
    index = open_index(folder, packaged())
    number = index.generation()
    ask(index, "budget")
    assert (index.generation(), open_index(folder, packaged()).generation()) == (number, number)


def test_where_nothing_has_changed_nothing_is_opened(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    long_ago(folder)
    index = open_index(folder, packaged())
    first = ask(index, "hot våld")

    def refused(*arguments: object, **_: object) -> t.NoReturn:
        raise AssertionError(f"opened {arguments}")

    with monkeypatch.context() as patch:
        for module in (builtins, io):
            patch.setattr(module, "open", refused)
        patch.setattr(os, "open", refused)
        second = ask(index, "hot våld")
    assert (second.hits, second.facets) == (first.hits, first.facets)


def test_a_commit_costs_the_next_search_the_new_files_only(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    index = open_index(folder, packaged())
    ask(index, "nyord")
    known = {path.name for path in folder.rglob("MAIN_*")}
    open_index(folder, packaged()).update([nyord(1)])
    opened = set[str]()
    as_it_is = arrays.Mapped.__init__

    def seen(mapped: arrays.Mapped, path: pathlib.Path, *more: t.Any) -> None:
        opened.add(path.name)
        as_it_is(mapped, path, *more)

    monkeypatch.setattr(arrays.Mapped, "__init__", seen)
    assert ask(index, "nyord").total == 1
    assert {pathlib.PurePath(name).suffix for name in opened} == {".forms", ".words"}
    assert not known & opened


def test_what_is_deleted_is_gone_at_once_for_every_reader(folder: pathlib.Path):
    reading = open_index(folder, packaged())
    assert ask(reading, "ärende").total == 1
    open_index(folder, packaged()).update([], removed=[str(FARSTA.protocol.id)])
    assert ask(reading, "ärende").total == 0
    assert FARSTA.protocol.id not in reading.protocol_ids()


def test_a_search_that_has_begun_ends_with_what_it_began_with(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    reading, writing = open_index(folder, packaged()), open_index(folder, packaged())
    before = ask(reading, "hot våld")
    search = engine.Search

    def rebuilt_meanwhile(*arguments: t.Any) -> engine.Search:
        writing.rebuild([UNDATED, INTERNAL])
        return search(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(engine, "Search", rebuilt_meanwhile)
        during = ask(reading, "hot våld")
    assert (during.hits, during.facets) == (before.hits, before.facets)
    assert ask(reading, "hot våld").total == 0


COMMITS = 12
WRITER = f"""
import pathlib, sys
from archive.registry import packaged
from index import open_index
from test_freshness import nyord
index = open_index(pathlib.Path(sys.argv[1]), packaged())
for day in range(1, {COMMITS + 1}):
    index.update([nyord(day)])
"""


def test_threads_ask_on_while_another_process_writes(folder: pathlib.Path):
    index = open_index(folder, packaged())
    paths = [*sys.path, str(pathlib.Path(__file__).parent)]
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)],
        env={"PYTHONPATH": ":".join(path for path in paths if path)},
    )

    def totals() -> list[int]:
        seen = list[int]()
        while writer.poll() is None:
            result = ask(index, "nyord", limit=100)
            assert len(result.hits) == result.total
            assert ask(index, "budget").total == 2
            seen.append(result.total)
        return [*seen, ask(index, "nyord").total]

    with writer, concurrent.futures.ThreadPoolExecutor(3) as pool:
        for asked in [pool.submit(totals) for _ in range(3)]:
            seen = asked.result()
            assert seen == sorted(seen)
            assert seen[-1] == COMMITS
    assert writer.returncode == 0


def test_a_thread_that_looks_for_changes_is_not_disturbed_by_one_that_opens_them(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
):
    index = open_index(folder, packaged())
    long_ago(folder)
    ask(index, "nyord")
    is_intact, asked = arrays.Mapped.is_intact.fget, list[threading.Thread]()

    def meanwhile(mapped: arrays.Mapped) -> bool:
        if not asked:
            asked.append(threading.Thread(target=ask, args=(index, "nyord")))
            open_index(folder, packaged()).update([nyord(1)])
            asked[0].start()
            asked[0].join()
        return is_intact(mapped)

    monkeypatch.setattr(arrays.Mapped, "is_intact", property(meanwhile))
    ask(index, "nyord")
    assert ask(index, "nyord").total == 1
