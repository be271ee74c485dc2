import pathlib

import numpy as np
import pytest

from index.whoosh_engine import arrays
from index.whoosh_engine.arrays import DamagedFile, Mapped, Written, mapped

STAMP = {"form": 1, "of": "a segment"}


@pytest.fixture(params=[1, 1 << 20], ids=["gathered on disk", "gathered in memory"])
def path(
    request: pytest.FixtureRequest, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    monkeypatch.setattr(arrays, "IN_MEMORY", request.param)
    sink = Written(tmp_path / "a.words")
    sink.add("docs", np.arange(3, dtype=np.int32))
    sink.add("letters", np.frombuffer("åäö".encode(), np.uint8))
    sink.add("docs", np.arange(3, 1000, dtype=np.int32))
    sink.add("none", np.empty(0, np.float32))
    sink.tables["days"] = [["2025-01-01"], []]
    sink.put_in_place(STAMP)
    return tmp_path / "a.words"


def test_arrays_are_read_as_they_were_written(path: pathlib.Path):
    file = mapped(path, STAMP)
    assert file.arrays["docs"].tolist() == list(range(1000))
    assert bytes(file.arrays["letters"]).decode() == "åäö"
    assert (file.arrays["none"].dtype, len(file.arrays["none"])) == (np.float32, 0)
    assert file.tables == {"days": [["2025-01-01"], []]}
    assert file.is_intact


def test_nothing_is_left_beside_the_file(path: pathlib.Path):
    assert [each.name for each in path.parent.iterdir()] == ["a.words"]


def test_arrays_outlive_the_file_that_is_taken_away(path: pathlib.Path):
    file = mapped(path, STAMP)
    path.unlink()
    assert file.is_intact
    assert file.arrays["docs"].sum() == sum(range(1000))


@pytest.mark.parametrize("size", [0, 5, 19, 20, 300, -1])
def test_a_file_that_is_cut_is_damaged(path: pathlib.Path, size: int):
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedFile):
        Mapped(path)


def test_a_file_with_another_stamp_is_not_the_one_asked_for(path: pathlib.Path):
    with pytest.raises(DamagedFile, match="another segment"):
        mapped(path, {**STAMP, "of": "another segment"})


def test_a_change_in_an_open_file_is_noticed(path: pathlib.Path):
    file = mapped(path, STAMP)
    path.write_bytes(path.read_bytes()[:300])
    assert not file.is_intact
