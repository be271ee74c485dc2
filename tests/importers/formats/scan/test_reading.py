"""Pages that are pictures are read by machine, and what cannot be read is said."""

import dataclasses as dc
import pathlib

import pytest
from files import pdf_of, printed
from scans import drawn, needs_tesseract, picture_file, pictured

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats import Document, read_document, read_scans
from importers.formats.scan import Tesseract, find_tesseract

MINUTES = """\
Protokoll från förvaltningsgruppen

§ 12 Mötets öppnande
Ordföranden hälsade alla välkomna och öppnade mötet.

§ 13 Ekonomi
Sjukfrånvaron är 6,8 % och kostnaderna ökar på Åsgården.
Vision frågade om vikarier. Arbetsgivaren svarade nej.
"""
LIMITS = Limits()


def read(content: bytes, filename: str = "inskannat.pdf", **without: bool) -> Document:
    tesseract = None if without else find_tesseract()
    document = read_document(content, filename, LIMITS)
    return read_scans(document, content, filename, LIMITS, tesseract)


def texts(document: Document, page: int | None = None) -> list[str]:
    return [line.text for line in document.lines if page in (None, line.page)]


PRINTED = [line for line in MINUTES.splitlines() if line]
PDF = pdf_of(printed(MINUTES))
COVER = printed("Kallelse till förvaltningsgruppen\n" * 3)
MIXED = pdf_of(COVER, pictured(drawn(PDF)[0]))


@pytest.fixture(scope="module")
def scanned() -> Document:
    return read(picture_file(drawn(PDF)))


@needs_tesseract
def test_a_printed_page_is_read_as_it_was_printed(scanned: Document) -> None:
    assert texts(scanned) == PRINTED
    assert (scanned.page_count, scanned.machine_read, scanned.without_text) == (1, (1,), ())
    assert scanned.confidence is not None
    assert 0.85 < scanned.confidence <= 1


@needs_tesseract
def test_words_are_where_they_were_printed(scanned: Document) -> None:
    (page,) = scanned.pages
    assert (round(page.width), round(page.height)) == (595, 842)
    first = page.words[0]
    assert first.text == "Protokoll"
    assert first.left == pytest.approx(70, abs=2)
    assert first.bottom == pytest.approx(80, abs=2)
    assert scanned.lines[0].left == pytest.approx(70, abs=2)


@needs_tesseract
def test_a_picture_file_of_several_pages_is_read() -> None:
    pages = drawn(pdf_of(printed("Protokoll"), printed("§ 1 Mötet öppnas")))
    document = read(picture_file(pages, "TIFF"), "inskannat.tif")
    assert [(line.text, line.page) for line in document.lines] == [
        ("Protokoll", 1),
        ("§ 1 Mötet öppnas", 2),
    ]


@needs_tesseract
def test_a_page_put_in_aslant_is_read() -> None:
    assert texts(read(picture_file(drawn(PDF, aslant=1.2)))) == PRINTED


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_put_in_the_wrong_way_is_read_and_its_words_are_where_they_are_seen(
    turn: int,
) -> None:
    document = read(picture_file(drawn(PDF, turn=turn)))
    assert texts(document) == PRINTED
    (seen,) = document.pages
    assert seen.width < seen.height if turn == 180 else seen.width > seen.height
    first = seen.words[0]
    corner = {
        90: (seen.width - first.right, first.top),
        180: (seen.width - first.right, seen.height - first.bottom),
    }
    assert sorted(corner[turn]) == pytest.approx([70, 73], abs=4)


@needs_tesseract
def test_pictures_among_printed_pages_are_read_in_their_place() -> None:
    document = read(MIXED)
    assert document.machine_read == (2,)
    assert texts(document, 1) == ["Kallelse till förvaltningsgruppen"] * 3
    assert texts(document, 2) == PRINTED
    assert [page.number for page in document.pages if page.number == 2] == [2]


@needs_tesseract
def test_the_empty_back_of_a_paper_is_read_and_has_nothing() -> None:
    pages = drawn(pdf_of(printed(MINUTES), printed("")))
    document = read(picture_file(pages))
    assert (document.machine_read, document.without_text) == ((1,), ())


@needs_tesseract
def test_a_file_of_empty_pages_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(picture_file(drawn(pdf_of(printed("")))))
    assert refused.value.reason is SetAside.NOTHING_READ


def test_without_the_program_a_file_of_pictures_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(picture_file(drawn(PDF)), without_tesseract=True)
    assert refused.value.reason is SetAside.NO_TEXT


def test_without_the_program_pictures_among_printed_pages_are_named() -> None:
    document = read(MIXED, without_tesseract=True)
    assert document.without_text == (2,)
    assert texts(document) == ["Kallelse till förvaltningsgruppen"] * 3


def test_a_page_that_takes_too_long_stays_unread(tmp_path: pathlib.Path) -> None:
    slow = tmp_path / "tesseract"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    hurried = dc.replace(LIMITS, page_seconds=0.2)
    document = read_document(MIXED, "a.pdf", hurried)
    after = read_scans(document, MIXED, "a.pdf", hurried, Tesseract(str(slow)))
    assert after == document


@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_a_picture_file_is_known_by_its_content(kind: str) -> None:
    document = read_document(picture_file(drawn(PDF), kind), "inskannat", LIMITS)
    assert document.media_type == f"image/{kind.lower()}"
    assert (document.page_count, document.without_text) == (1, (1,))
    assert document.page_height == pytest.approx(842, abs=1)


@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_a_damaged_picture_is_refused(kind: str) -> None:
    content = picture_file(drawn(PDF), kind)[:100]
    with pytest.raises(UnreadableFile) as refused:
        read_document(content, f"bild.{kind.lower()}", LIMITS)
    assert refused.value.reason is SetAside.BROKEN


def test_a_picture_file_with_too_many_pages_is_refused() -> None:
    content = picture_file(drawn(PDF) * 3, "TIFF")
    assert read_document(content, "a.tif", LIMITS).without_text == (1, 2, 3)
    with pytest.raises(UnreadableFile) as refused:
        read_document(content, "a.tif", Limits(pages=2))
    assert refused.value.reason is SetAside.TOO_MANY_PAGES
