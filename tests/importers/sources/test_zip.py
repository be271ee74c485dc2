"""ZIP archives: good entries come out, bad ones are named, a bad whole is refused once."""

import io
import pathlib
import stat
import zipfile

import pytest
from files import zip_of

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.sources import Candidate, candidates
from importers.sources import zip as zip_source

Found = list[str | tuple[str, SetAside]]


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "arkiv.zip"


def found(path: pathlib.Path, limits: Limits | None = None) -> Found:
    return [
        file.filename if isinstance(file, Candidate) else (file.filename, file.reason)
        for file in candidates([path], limits or Limits())
    ]


def read(path: pathlib.Path) -> list[bytes | SetAside]:
    contents: list[bytes | SetAside] = []
    for file in candidates([path], Limits()):
        assert isinstance(file, Candidate)
        try:
            contents.append(file.read())
        except UnreadableFile as err:
            contents.append(err.reason)
    return contents


def test_entries_are_named_inside_their_archive_and_read_when_asked(archive: pathlib.Path) -> None:
    archive.write_bytes(zip_of({"2024/b.txt": b"tva", "a.pdf": b"ett"}))
    assert found(archive) == ["arkiv.zip/2024/b.txt", "arkiv.zip/a.pdf"]
    assert read(archive) == [b"tva", b"ett"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "2024/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "\\\\s\\a.txt"]
)
def test_an_entry_that_points_outside_is_refused_and_the_rest_come(
    archive: pathlib.Path, name: str
) -> None:
    archive.write_bytes(zip_of({name: b"x", "b.txt": b"y"}))
    outside, inside = found(archive)
    assert isinstance(outside, tuple)
    assert outside[1] is SetAside.UNSAFE_NAME
    assert inside == "arkiv.zip/b.txt"


def test_a_link_is_refused(archive: pathlib.Path) -> None:
    link = zipfile.ZipInfo("länk.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(link, "/etc/passwd")
    assert found(archive) == [("arkiv.zip/länk.txt", SetAside.UNSAFE_NAME)]


def test_an_archive_inside_an_archive_is_refused(archive: pathlib.Path) -> None:
    archive.write_bytes(zip_of({"inre.zip": zip_of({"a.txt": b"x"}), "b.txt": b"y"}))
    assert found(archive) == [("arkiv.zip/inre.zip", SetAside.NESTED), "arkiv.zip/b.txt"]


def test_a_locked_entry_is_told_as_locked(archive: pathlib.Path) -> None:
    content = bytearray(zip_of({"a.txt": b"x"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 0x1
    archive.write_bytes(content)
    assert found(archive) == [("arkiv.zip/a.txt", SetAside.ENCRYPTED)]


def test_a_bomb_is_refused_before_it_is_unpacked(archive: pathlib.Path) -> None:
    archive.write_bytes(zip_of({"bomb.txt": b"0" * 3_000_000, "b.txt": b"y"}))
    assert found(archive) == [("arkiv.zip/bomb.txt", SetAside.TOO_LARGE), "arkiv.zip/b.txt"]


def test_an_entry_over_the_limit_of_one_file_is_refused(archive: pathlib.Path) -> None:
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("stor.txt", b"0" * 1_000_001)
    assert found(archive, Limits(file_mb=1)) == [("arkiv.zip/stor.txt", SetAside.TOO_LARGE)]


def test_entries_that_together_are_too_much_are_refused_from_there_on(
    archive: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_source, "TOTAL", 2)
    with zipfile.ZipFile(archive, "w") as file:
        for name in "abc":
            file.writestr(f"{name}.txt", b"0" * 900_000)
    assert found(archive, Limits(file_mb=1)) == [
        "arkiv.zip/a.txt",
        "arkiv.zip/b.txt",
        ("arkiv.zip/c.txt", SetAside.TOO_LARGE),
    ]


def test_an_archive_of_too_many_entries_is_refused_once(
    archive: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_source, "ENTRIES", 2)
    archive.write_bytes(zip_of({f"{number}.txt": b"x" for number in range(3)}))
    assert found(archive) == [("arkiv.zip", SetAside.TOO_LARGE)]


@pytest.mark.parametrize("files", [{}, {"a.jpg": b"x", "b.png": b"y"}, {"__MACOSX/._a.pdf": b"x"}])
def test_an_archive_without_anything_readable_is_refused_once(
    archive: pathlib.Path, files: dict[str, bytes]
) -> None:
    archive.write_bytes(zip_of(files))
    assert found(archive) == [("arkiv.zip", SetAside.NOTHING_INSIDE)]


def test_pictures_beside_protocols_come_too_so_that_they_are_named(archive: pathlib.Path) -> None:
    archive.write_bytes(zip_of({"a.pdf": b"x", "b.jpg": b"y"}))
    assert found(archive) == ["arkiv.zip/a.pdf", "arkiv.zip/b.jpg"]


@pytest.mark.parametrize("content", [b"PK\x03\x04skadad", b"inte ett arkiv"])
def test_a_damaged_archive_is_broken(archive: pathlib.Path, content: bytes) -> None:
    archive.write_bytes(content)
    assert found(archive) == [("arkiv.zip", SetAside.BROKEN)]


def test_a_truncated_archive_is_broken(archive: pathlib.Path) -> None:
    archive.write_bytes(zip_of({"a.txt": b"x" * 100})[:-30])
    assert found(archive) == [("arkiv.zip", SetAside.BROKEN)]


def test_an_entry_with_a_wrong_check_sum_is_broken_and_the_rest_are_read(
    archive: pathlib.Path,
) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as writer:
        writer.writestr("a.txt", b"Protokoll")
        writer.writestr("b.txt", b"Bilaga")
    archive.write_bytes(file.getvalue().replace(b"Protokoll", b"Protokol!", 1))
    assert read(archive) == [SetAside.BROKEN, b"Bilaga"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850"])
def test_swedish_names_are_read_in_every_code_page(archive: pathlib.Path, encoding: str) -> None:
    # Written as a name of the same length, which zipfile would otherwise mark as UTF-8.
    raw = "årsmöte.txt".encode(encoding)
    placeholder = b"x" * (len(raw) - 4) + b".txt"
    archive.write_bytes(zip_of({placeholder.decode(): b"x"}).replace(placeholder, raw))
    assert found(archive) == ["arkiv.zip/årsmöte.txt"]


def test_an_empty_file_named_as_an_archive_is_left_to_the_reader(archive: pathlib.Path) -> None:
    archive.write_bytes(b"")
    assert found(archive) == ["arkiv.zip"]
