"""A process killed at any moment leaves everything kept or nothing, and the next run completes it.

A child process kills itself (SIGKILL, no handler runs) right before a chosen statement or system
call; the parent then looks at what is there and does the same work again.
"""

import collections.abc as c
import os
import pathlib
import signal
import sqlite3

import pytest
from killing import kill_before, killed
from minutes import MARCH, file_of, minutes, part_of

from archive import registry
from archive.catalogue import Catalogue
from archive.media_types import DOCX
from archive.originals import Originals, OriginalsCheck
from archive.records import Pending
from archive.visibility import Audience, Visibility

CONTENT = b"%PDF-1.7 p\xe5hittat" * 1000


def state(url: str) -> tuple[object, ...]:
    """All that a reader and an indexer can see, and whether the database is sound."""
    with Catalogue.open(url) as catalogue:
        ids = [record.protocol.id for record in catalogue.records(Audience.OPERATOR)]
        files = [
            (file.filename, file.role.value)
            for record in catalogue.records(Audience.OPERATOR)
            for file in record.files
        ]
        marks = [pending.protocol_id for pending in catalogue.waiting()]
        sums = catalogue.summary(Audience.OPERATOR)
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    shingles = connection.execute("SELECT count(*) FROM shingles").fetchone()
    connection.close()
    return ids, files, marks, sums, shingles


@pytest.fixture
def filled(url: str) -> str:
    """A catalogue with a part, and the index up to date."""
    with Catalogue.open(url) as catalogue:
        catalogue.keep(part_of(minutes(1), 2), file_of("del.pdf"), Visibility.PUBLIC)
        catalogue.unmark(catalogue.waiting())
    return url


def keep_whole(url: str, kill_at: int | None = None) -> None:
    with Catalogue.open(url) as catalogue:
        if kill_at is not None:
            kill_before(kill_at)
        catalogue.keep(minutes(1), file_of("hel.pdf"), Visibility.PUBLIC)


def keep_copy(url: str, kill_at: int | None = None) -> None:
    with Catalogue.open(url) as catalogue:
        if kill_at is not None:
            kill_before(kill_at)
        catalogue.keep(part_of(minutes(1), 2), file_of("del.docx", DOCX), Visibility.PUBLIC)


def correct_part(url: str, kill_at: int | None = None) -> None:
    with Catalogue.open(url) as catalogue:
        (record,) = catalogue.newest(Audience.OPERATOR, 1)
        assert record.protocol.id is not None
        if kill_at is not None:
            kill_before(kill_at)
        catalogue.correct(
            record.protocol.id,
            date=MARCH.replace(year=2023),
            forvaltning="bromma",
            registries=registry.packaged(),
        )


@pytest.mark.parametrize(("work", "step"), [(keep_whole, 3), (keep_copy, 5), (correct_part, 5)])
def test_whatever_the_moment_all_is_there_or_nothing_and_the_next_run_completes_it(
    filled: str, work: c.Callable[..., None], step: int
) -> None:
    before = state(filled)
    moment = 0
    while killed(work, filled, moment):
        assert state(filled) == before, f"half done at statement {moment}"
        moment += step
    after = state(filled)
    assert moment > 10
    assert after != before
    if work is not correct_part:  # which found its protocol at the old address
        work(filled)
        assert state(filled) == after


def test_a_killed_creation_of_the_catalogue_leaves_nothing_in_its_way(url: str) -> None:
    def create(kill_at: int) -> None:
        kill_before(kill_at)
        Catalogue.open(url).close()

    moment = 0
    while killed(create, moment):
        moment += 4
    assert moment > 10
    assert state(url)[0] == []


def test_a_mark_is_there_again_after_an_indexer_died_before_unmarking(filled: str) -> None:
    keep_whole(filled)

    def index_and_die() -> None:
        with Catalogue.open(filled) as catalogue:
            waiting = catalogue.waiting()
            kill_before(2)
            catalogue.unmark(waiting)

    assert killed(index_and_die)
    with Catalogue.open(filled) as catalogue:
        assert [pending.protocol_id for pending in catalogue.waiting()] == ["farsta/2024-03-14-2"]


SYSTEM_CALLS = ["mkdir", "fchmod", "fsync", "replace"]


@pytest.mark.parametrize("call", SYSTEM_CALLS)
def test_an_original_is_whole_or_not_there_whatever_the_moment(
    tmp_path: pathlib.Path, call: str
) -> None:
    originals = Originals(tmp_path / "originals")

    def keep_and_die() -> None:
        def die(*_: object, **__: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        owner = pathlib.Path if call in ("mkdir", "replace") else os
        setattr(owner, call, die)
        originals.keep(CONTENT)

    assert killed(keep_and_die)
    assert originals.check() == OriginalsCheck()
    sha256 = originals.keep(CONTENT)
    assert originals.read(sha256) == CONTENT
    assert originals.check([sha256]) == OriginalsCheck()


def test_an_original_without_its_protocol_is_completed_by_importing_again(
    url: str, tmp_path: pathlib.Path
) -> None:
    originals = Originals(tmp_path / "originals")

    def keep_original_and_die() -> None:
        originals.keep(CONTENT)
        keep_whole(url, kill_at=3)

    assert killed(keep_original_and_die)
    sha256 = originals.keep(CONTENT)
    assert originals.check([sha256]) == OriginalsCheck()
    keep_whole(url)
    with Catalogue.open(url) as catalogue:
        assert catalogue.find_file(file_of("hel.pdf").sha256) is not None
        (pending,) = catalogue.waiting()
        assert isinstance(pending, Pending)
