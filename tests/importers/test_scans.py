"""An import reads scans by machine, in the time that their pages need."""

import collections.abc as c
import pathlib

import pytest
from files import pdf_of, printed
from scans import drawn, needs_tesseract, picture_file

from archive.catalogue import Catalogue
from archive.errors import SetAside
from archive.messages import RemarkCode
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import packaged
from archive.settings import Limits
from archive.visibility import Audience, Visibility
from importers.formats.scan import Tesseract, find_tesseract
from importers.ingest import FileKept, FileSetAside, Importer
from importers.summary import summary_lines

MINUTES = """\
Protokoll förvaltningsgruppen
Datum: 6 maj 2031

§ 1 Mötets öppnande
Ordföranden öppnade mötet.

§ 2 Ekonomi
Vision frågade om vikarier.
Arbetsgivaren svarade nej.
"""
PAGES = drawn(pdf_of(printed(MINUTES)))


@pytest.fixture
def catalogue(tmp_path: pathlib.Path) -> c.Iterator[Catalogue]:
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    place = tmp_path / "filer"
    place.mkdir()
    (place / "inskannat.pdf").write_bytes(picture_file(PAGES))
    return place


def importer(
    catalogue: Catalogue, home: pathlib.Path, tesseract: Tesseract | None, **limits: float
) -> Importer:
    return Importer(
        catalogue=catalogue,
        originals=Originals(home / "originals"),
        pages=PageStore(home / "pages"),
        registries=packaged(),
        limits=Limits(workers=1, **limits),  # type: ignore[arg-type]
        visibility=Visibility.PUBLIC,
        tesseract=tesseract,
    )


def program(folder: pathlib.Path, script: str) -> Tesseract:
    place = folder / "tesseract"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return Tesseract(str(place), knows_english=False, finds_turns=False)


@needs_tesseract
def test_a_scan_becomes_a_protocol_that_says_how_it_was_read(
    catalogue: Catalogue, folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    (outcome,) = importer(catalogue, tmp_path, find_tesseract()).run([folder])
    assert isinstance(outcome, FileKept)
    assert outcome.to_check[0].code is RemarkCode.MACHINE_READ
    record = catalogue.get(outcome.kept.protocol_id, Audience.PUBLIC)
    assert [section.title for section in record.protocol.sections] == [
        "Mötets öppnande",
        "Ekonomi",
    ]
    assert record.protocol.source is not None
    assert record.protocol.source.machine_read == (1,)
    words = PageStore(tmp_path / "pages").words(record.shown_file.sha256, 1)
    assert words is not None
    assert "förvaltningsgruppen" in [word.text for word in words.words]


def test_a_scan_that_nothing_can_read_is_set_aside_with_advice(
    catalogue: Catalogue, folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    outcomes = list(importer(catalogue, tmp_path, None).run([folder]))
    assert outcomes == [FileSetAside("inskannat.pdf", SetAside.NO_TEXT)]
    *_, line = summary_lines(outcomes)
    assert "tesseract-ocr-swe" in line


def test_a_scan_has_the_time_of_its_pages_on_top_of_the_files(
    catalogue: Catalogue, folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    (folder / "inskannat.pdf").write_bytes(picture_file(PAGES * 3))
    slow = program(tmp_path, "sleep 1.2; cat >/dev/null")
    limits = {"file_seconds": 3, "page_seconds": 20}
    (outcome,) = importer(catalogue, tmp_path, slow, **limits).run([folder])
    assert outcome == FileSetAside("inskannat.pdf", SetAside.NOTHING_READ)


def test_files_keep_their_order_though_scans_take_two_readings(
    catalogue: Catalogue, folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    for name in ("a.txt", "z.txt"):
        (folder / name).write_text(f"{MINUTES}{name}", "utf-8")
    empty = program(tmp_path, "cat >/dev/null")
    outcomes = importer(catalogue, tmp_path, empty).run([folder])
    assert [outcome.filename for outcome in outcomes] == ["a.txt", "inskannat.pdf", "z.txt"]
