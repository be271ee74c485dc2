"""Files and folders become candidates in order; nothing is dropped in silence."""

import os
import pathlib

import pytest
from files import docx_of, zip_of

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.sources import Candidate, candidates

Found = list[str | tuple[str, SetAside]]


def found(*paths: pathlib.Path, limits: Limits | None = None) -> Found:
    """Each candidate's name, and the name and reason of each refusal."""
    return [
        file.filename if isinstance(file, Candidate) else (file.filename, file.reason)
        for file in candidates(paths, limits or Limits())
    ]


def test_a_file_keeps_its_name_and_is_read_only_when_asked(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_bytes(b"ett")
    (candidate,) = candidates([path], Limits())
    path.write_bytes(b"tva")
    assert isinstance(candidate, Candidate)
    assert (candidate.filename, candidate.name) == ("protokoll.txt", "protokoll.txt")
    assert candidate.read() == b"tva"


def test_a_folder_is_walked_in_sorted_order(tmp_path: pathlib.Path) -> None:
    for name in ("b.pdf", "a/2.txt", "a/1.txt", "c/d/e.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path) == ["a/1.txt", "a/2.txt", "b.pdf", "c/d/e.docx"]


def test_paths_come_in_the_order_given(tmp_path: pathlib.Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "._a.pdf", "~$a.docx", "Thumbs.db", "desktop.ini", "__MACOSX/a.pdf"]
)
def test_what_no_person_put_there_is_passed_over(tmp_path: pathlib.Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path) == []


def test_a_file_that_is_named_is_not_passed_over(tmp_path: pathlib.Path) -> None:
    path = tmp_path / ".protokoll.txt"
    path.write_bytes(b"x")
    assert found(path) == [".protokoll.txt"]


def test_links_are_followed_and_each_folder_walked_once(tmp_path: pathlib.Path) -> None:
    (tmp_path / "utanför").mkdir()
    (tmp_path / "utanför" / "protokoll.txt").write_bytes(b"x")
    given = tmp_path / "given"
    given.mkdir()
    (given / "a").symlink_to(tmp_path / "utanför")
    (given / "b").symlink_to(tmp_path / "utanför")
    (given / "upp").symlink_to(given)
    assert found(given) == ["a/protokoll.txt"]


def test_a_link_to_itself_or_nowhere_is_unreachable(tmp_path: pathlib.Path) -> None:
    (tmp_path / "runt").symlink_to(tmp_path / "runt")
    (tmp_path / "bort.pdf").symlink_to(tmp_path / "saknas.pdf")
    assert found(tmp_path) == [
        ("bort.pdf", SetAside.UNREACHABLE),
        ("runt", SetAside.UNREACHABLE),
    ]


def test_a_missing_file_is_unreachable_and_the_others_come(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    assert found(tmp_path / "saknas.pdf", tmp_path / "a.txt") == [
        ("saknas.pdf", SetAside.UNREACHABLE),
        "a.txt",
    ]


def test_a_pipe_is_not_waited_for(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "rör")
    assert found(tmp_path) == [("rör", SetAside.UNSUPPORTED)]


def test_a_file_gone_before_it_is_read_is_unreachable(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    (candidate,) = candidates([path], Limits())
    path.unlink()
    assert isinstance(candidate, Candidate)
    with pytest.raises(UnreadableFile) as caught:
        candidate.read()
    assert caught.value.reason is SetAside.UNREACHABLE


def test_a_file_over_the_limit_is_not_read_whole(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_001)
    (candidate,) = candidates([path], Limits(file_mb=1))
    assert isinstance(candidate, Candidate)
    with pytest.raises(UnreadableFile) as caught:
        candidate.read()
    assert caught.value.reason is SetAside.TOO_LARGE


def test_a_word_file_is_no_archive_and_an_archive_is_one_under_any_name(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / "a.docx").write_bytes(docx_of(lambda document: document.add_paragraph("x")))
    (tmp_path / "b.bin").write_bytes(zip_of({"protokoll.txt": b"x"}))
    assert found(tmp_path) == ["a.docx", "b.bin/protokoll.txt"]


def test_a_damaged_word_file_is_left_to_the_reader(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04skadad")
    assert found(tmp_path) == ["a.docx"]


def test_names_are_told_in_nfc_on_one_line(tmp_path: pathlib.Path) -> None:
    (tmp_path / "fo\u0308rsta\nmo\u0308tet.txt").write_bytes(b"x")
    (tmp_path / os.fsdecode(b"gammal \xe5.txt")).write_bytes(b"x")
    assert found(tmp_path) == ["första mötet.txt", "gammal \N{REPLACEMENT CHARACTER}.txt"]
