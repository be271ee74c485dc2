"""A file is read by what it holds; what cannot be read says why."""

import pytest
from files import docx_of, odt_of, pdf_of, printed, zip_of
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats import read_document, text
from importers.formats.lines import Document

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LOCKED_OFFICE = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")
MINUTES = "Protokoll\n\n§ 1 Mötets öppnande\n"


def refusal(content: bytes, filename: str, limits: Limits | None = None) -> SetAside:
    with pytest.raises(UnreadableFile) as caught:
        read_document(content, filename, limits or Limits())
    assert caught.value.filename == filename
    return caught.value.reason


@pytest.mark.parametrize("filename", ["protokoll.pdf", "protokoll.docx", "protokoll.txt", "p"])
def test_content_decides_how_a_file_is_read(filename: str) -> None:
    pdf = pdf_of(printed("Mötet öppnas."))
    word = docx_of(lambda document: document.add_paragraph("Mötet öppnas."))
    for content, ending in ((pdf, "/pdf"), (word, ".wordprocessingml.document")):
        document = read_document(content, filename, Limits())
        assert document.media_type.endswith(ending)
        assert [line.text for line in document.lines] == ["Mötet öppnas."]


@pytest.mark.parametrize("filename", ["protokoll.odt", "protokoll.doc", "protokoll.pdf", "p"])
def test_rtf_and_opendocument_are_read_under_any_name(filename: str) -> None:
    for content, ending in ((rb"{\rtf1 Ja.}", "/rtf"), (odt_of("<text:p>Ja.</text:p>"), ".text")):
        document = read_document(content, filename, Limits())
        assert document.media_type.endswith(ending)
        assert [line.text for line in document.lines] == ["Ja."]


@pytest.mark.parametrize("filename", ["p.html", "p.htm", "P.XHTML", "p.doc", "p.txt", "p"])
def test_web_pages_are_read_under_names_that_promise_nothing_else(filename: str) -> None:
    assert read_document(b"<h1>Protokoll", filename, Limits()).media_type == "text/html"


def test_text_that_is_named_a_web_page_is_read_as_one() -> None:
    (line, _) = read_document(b"Protokoll<br>nr 3", "p.html", Limits()).lines
    assert line.text == "Protokoll"


@pytest.mark.parametrize(
    "filename", ["protokoll.txt", "protokoll", "protokoll 2024.01.30", "P.TXT"]
)
def test_text_is_read_under_names_that_promise_nothing_else(filename: str) -> None:
    assert read_document(MINUTES.encode(), filename, Limits()).media_type == "text/plain"


@pytest.mark.parametrize(
    ("content", "filename", "reason"),
    [
        (b"", "tom.pdf", SetAside.EMPTY),
        (b"\0" * 300, "nollor.docx", SetAside.EMPTY),
        (b" \r\n\n", "blank.txt", SetAside.EMPTY),
        ("\ufeff".encode(), "blank.txt", SetAside.EMPTY),
        (JPEG, "bild.pdf", SetAside.WRONG_TYPE),
        (JPEG, "bild.txt", SetAside.WRONG_TYPE),
        (MINUTES.encode(), "protokoll.pdf", SetAside.WRONG_TYPE),
        (zip_of({"a.txt": b"hej"}), "protokoll.docx", SetAside.WRONG_TYPE),
        (JPEG, "bild.jpg", SetAside.BROKEN),
        (OLD_OFFICE, "protokoll.doc", SetAside.UNSUPPORTED),
        (b"<!DOCTYPE html><title>Logga in", "protokoll.pdf", SetAside.WRONG_TYPE),
        (b"<!DOCTYPE html><img src=a.png>", "tom.html", SetAside.EMPTY),
        (b"{\\rtf1 }", "tom.rtf", SetAside.EMPTY),
        (odt_of(""), "bilder.odt", SetAside.NO_TEXT),
        (zip_of({"[Content_Types].xml": b"x"}), "budget.xlsx", SetAside.UNSUPPORTED),
        (zip_of({"a.txt": b"hej"}), "inre.zip", SetAside.UNSUPPORTED),
        (b"namn;roll\nAnna;chef\n", "lista.csv", SetAside.UNSUPPORTED),
        (LOCKED_OFFICE, "protokoll.docx", SetAside.ENCRYPTED),
        (b"PK\x03\x04" + b"skadad" * 20, "protokoll.docx", SetAside.BROKEN),
        (b"%PDF-1.4\nskadad", "protokoll.pdf", SetAside.BROKEN),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, filename: str, reason: SetAside) -> None:
    assert refusal(content, filename) is reason


def test_a_pdf_with_a_mail_header_before_it_is_a_pdf() -> None:
    content = b"X-Skannad: ja\r\n\r\n" + pdf_of(printed("Mötet öppnas."))
    assert read_document(content, "protokoll.pdf", Limits()).page_count == 1


def test_a_word_file_of_pictures_has_no_text() -> None:
    assert refusal(docx_of(lambda document: None), "bilder.docx") is SetAside.NO_TEXT


def test_a_file_over_the_limit_is_not_looked_into() -> None:
    assert refusal(b"x" * 1_000_001, "lång.txt", Limits(file_mb=1)) is SetAside.TOO_LARGE


def test_a_file_that_takes_all_memory_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(content: bytes) -> Document:
        raise MemoryError

    monkeypatch.setattr(text, "read_text", exhausted)
    assert refusal(b"Protokoll", "protokoll.txt") is SetAside.TOO_MUCH_MEMORY


PDF = pdf_of(printed("Mötet öppnas.\n" * 5), printed("Dagordningen godkänns.\n" * 5))
WORD = docx_of(lambda document: document.add_heading("Mötet öppnas"))


@given(
    st.sampled_from([PDF, WORD]),
    st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=8)), min_size=1, max_size=5),
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    content: bytes, damages: list[tuple[float, bytes]]
) -> None:
    damaged = bytearray(content)
    for share, junk in damages:
        place = int(share * len(content))
        damaged[place : place + len(junk)] = junk
    try:
        document = read_document(bytes(damaged), "protokoll.pdf", Limits())
        assert document.lines or document.without_text
    except UnreadableFile as err:
        assert isinstance(err.reason, SetAside)
