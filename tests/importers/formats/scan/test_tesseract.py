"""The program is found where it is, called within its time, and not believed in where it fails."""

import pathlib

import PIL.Image
import pytest
from scans import needs_tesseract

from archive.errors import CannotRead
from importers.formats.scan import Tesseract, find_tesseract

BLANK = PIL.Image.new("L", (400, 400), 255)


def program(folder: pathlib.Path, script: str) -> str:
    """A program by the name of tesseract, and the path that it is found along."""
    place = folder / "tesseract"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return str(folder)


def knowing(*languages: str) -> str:
    listed = "\\n".join(("List of available languages (1):", *languages))
    return f"printf '{listed}\\n'"


def test_a_machine_without_the_program_has_none(tmp_path: pathlib.Path) -> None:
    assert find_tesseract(str(tmp_path)) is None


def test_a_program_without_swedish_is_as_good_as_none(tmp_path: pathlib.Path) -> None:
    assert find_tesseract(program(tmp_path, knowing("eng", "osd"))) is None


def test_a_program_that_fails_is_as_good_as_none(tmp_path: pathlib.Path) -> None:
    assert find_tesseract(program(tmp_path, "exit 1")) is None


def test_what_the_program_knows_is_noted(tmp_path: pathlib.Path) -> None:
    found = find_tesseract(program(tmp_path, knowing("swe")))
    assert found == Tesseract(str(tmp_path / "tesseract"), knows_english=False, finds_turns=False)


def test_a_program_that_takes_too_long_has_not_read(tmp_path: pathlib.Path) -> None:
    slow = Tesseract(str(pathlib.Path(program(tmp_path, "exec sleep 60")) / "tesseract"))
    with pytest.raises(CannotRead):
        slow.read(BLANK, 300, seconds=0.2)


def test_a_program_that_fails_has_not_read(tmp_path: pathlib.Path) -> None:
    failing = Tesseract(str(pathlib.Path(program(tmp_path, "exit 3")) / "tesseract"))
    with pytest.raises(CannotRead):
        failing.read(BLANK, 300, seconds=10)
    assert failing.turn(BLANK, seconds=10) == 0


def test_a_program_that_is_gone_has_not_read(tmp_path: pathlib.Path) -> None:
    with pytest.raises(CannotRead):
        Tesseract(str(tmp_path / "tesseract")).read(BLANK, 300, seconds=10)


@needs_tesseract
def test_an_empty_page_has_no_words() -> None:
    tesseract = find_tesseract()
    assert tesseract is not None
    assert "\t5\t" not in tesseract.read(BLANK, 300, seconds=30)
    assert tesseract.turn(BLANK, seconds=30) == 0
