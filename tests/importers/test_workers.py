"""How many files are read ahead of whoever keeps them."""

import pathlib

import pytest

from archive.registry import packaged
from archive.settings import Limits
from importers import workers
from importers.readings import Job, Reading
from importers.workers import Workers

SAMPLE = (pathlib.Path(__file__).parents[1] / "samples" / "paragrafer.txt").read_bytes()


@pytest.fixture
def jobs(tmp_path: pathlib.Path) -> list[Job]:
    """Five small files to read."""
    file = tmp_path / "a.txt"
    file.write_bytes(SAMPLE)
    return [Job(file, f"{number}.txt", "ab" * 32, len(SAMPLE)) for number in range(5)]


def handed_back(jobs: list[Job]) -> list[list[str]]:
    """The names of what comes back when each file is given out, and in the end."""
    with Workers(Limits(workers=1), packaged(), jobs=1) as pool:
        read = [list(pool.read(job)) for job in jobs]
        read.append(list(pool.rest()))
    assert all(isinstance(reading, Reading) for step in read for _, reading in step)
    return [[job.filename for job, _ in step] for step in read]


def test_small_files_are_read_ahead_and_come_back_in_their_order(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "AHEAD", 4)
    assert handed_back(jobs) == [[], [], [], ["0.txt"], ["1.txt"], ["2.txt", "3.txt", "4.txt"]]


def test_of_large_files_one_is_read_while_another_is_kept(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "AHEAD_BYTES", len(SAMPLE))
    assert handed_back(jobs) == [[], ["0.txt"], ["1.txt"], ["2.txt"], ["3.txt"], ["4.txt"]]
