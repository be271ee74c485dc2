"""Names lie; the first bytes do not."""

import pytest
from files import zip_of

from importers.formats.sniff import Kind, kind_of, may_be_protocol, suffix_of


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Protokoll.PDF", ".pdf"),
        ("2024/protokoll.docx", ".docx"),
        ("protokoll 2024.01.30", ""),
        ("protokoll av A. Ek", ""),
        ("protokoll", ""),
    ],
)
def test_only_what_looks_like_a_suffix_is_one(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    "name",
    ["a.pdf", "a.DOCX", "a.dotm", "a.doc", "a.odt", "a.rtf", "a.htm", "a.txt", "protokoll 24.01"],
)
def test_a_name_that_promises_text_may_be_a_protocol(name: str) -> None:
    assert may_be_protocol(name)


@pytest.mark.parametrize("name", ["inskannat.tif", "SCAN0001.TIFF"])
def test_a_scanners_file_may_be_a_protocol(name: str) -> None:
    assert may_be_protocol(name)


@pytest.mark.parametrize("name", ["a.jpg", "a.xlsx", "film.mp4"])
def test_a_name_that_promises_something_else_may_not(name: str) -> None:
    assert not may_be_protocol(name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    assert kind_of("§ 1 Mötets öppnande på förskolan".encode(encoding)) is Kind.TEXT


def test_bytes_without_any_form_are_no_text() -> None:
    assert kind_of(bytes(range(256)) * 20) is Kind.OTHER


PAGE = "<p>Mötet på förskolan"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"II*\0\x08", Kind.PICTURE),
        (b"MM\0*\0", Kind.PICTURE),
        (b"\x89PNG\r\n\x1a\n\0", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (b"{\\rtf1\\ansi hej}", Kind.RTF),
        (b"\xef\xbb\xbf \r\n{\\rtf1 hej}", Kind.RTF),
        (b"<!DOCTYPE html><title>Protokoll</title>", Kind.HTML),
        (b"\n<!-- sparad -->\n<HTML><body>", Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', Kind.HTML),
        (PAGE.encode(), Kind.HTML),
        (PAGE.encode("utf-16"), Kind.HTML),
        (PAGE.encode("cp1252"), Kind.HTML),
        (b"<Anna Ek> skrev: hej", Kind.TEXT),
        (b"< 5 personer", Kind.TEXT),
        (b"<p\xe5 plats>", Kind.TEXT),
        (b'<?xml version="1.0"?><protokoll/>', Kind.OTHER),
        (b"<!DOCTYPE protokoll SYSTEM 'x'><protokoll/>", Kind.OTHER),
        (b"%!PS-Adobe-3.0", Kind.OTHER),
    ],
)
def test_markup_is_told_from_text_and_from_other_markup(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


ODF = b"application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"word/document.xml": b"x"}, Kind.DOCX),
        ({"word/document2.xml": b"x", "[Content_Types].xml": b"x"}, Kind.DOCX),
        ({"mimetype": ODF + b"text", "content.xml": b"x"}, Kind.ODT),
        ({"mimetype": ODF + b"text-template"}, Kind.ODT),
        ({"mimetype": ODF + b"spreadsheet"}, Kind.OTHER),
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, Kind.OTHER),
        ({"protokoll.txt": b"x"}, Kind.ZIP),
    ],
)
def test_office_files_are_told_from_other_archives(parts: dict[str, bytes], kind: Kind) -> None:
    assert kind_of(zip_of(parts)) is kind


def test_an_archive_is_broken_where_it_cannot_be_looked_into() -> None:
    whole = zip_of({"mimetype": ODF + b"text" + b"x" * 400})
    assert kind_of(whole.replace(b"\x50\x4b\x01\x02", b"\x50\x4b\x01\x03")) is Kind.BROKEN_ZIP
