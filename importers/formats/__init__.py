"""Bytes become lines with page, place and type.

No library's exception leaves this package: a file that cannot be read raises `UnreadableFile`
with the reason that people are told.
"""

from archive.errors import SetAside, UnreadableFile
from archive.media_types import HTML, RTF, TEXT
from archive.settings import Limits
from importers.formats import docx, html, odt, pdf, rtf, text
from importers.formats.lines import Document, Line
from importers.formats.scan import Tesseract
from importers.formats.sniff import (
    HTML_SUFFIXES,
    OLD_WORD,
    PICTURE_SUFFIXES,
    READABLE_SUFFIXES,
    TEXT_SUFFIXES,
    Kind,
    kind_of,
    suffix_of,
)

__all__ = ["Document", "Line", "read_document", "read_scans"]


def read_document(content: bytes, filename: str, limits: Limits) -> Document:
    """The lines of a file of any kind that is read, known by its content rather than its name.

    Pages that are only pictures are named in `without_text`; these may be all there are. Raises
    UnreadableFile where it is empty, damaged, locked, over the limits, without text or pictures,
    or of a kind that is not read.
    """
    if not content.strip(b"\0\t\n\v\f\r "):
        raise UnreadableFile(filename, SetAside.EMPTY)
    if len(content) > limits.file_bytes:
        raise UnreadableFile(filename, SetAside.TOO_LARGE, f"{len(content)} bytes")
    try:
        document = _read(content, filename, limits)
    except MemoryError as err:
        raise UnreadableFile(filename, SetAside.TOO_MUCH_MEMORY) from err
    if not document.lines and not document.without_text:
        plain = document.media_type in {TEXT, HTML, RTF}  # which hold no pictures of text
        raise UnreadableFile(filename, SetAside.EMPTY if plain else SetAside.NO_TEXT)
    return document


def read_scans(
    document: Document, content: bytes, filename: str, limits: Limits, tesseract: Tesseract | None
) -> Document:
    """The document with its pages that are only pictures read by machine, as far as they can be.

    Raises UnreadableFile where there still is no text at all.
    """
    if document.without_text and tesseract:
        from importers.formats.scan.reading import read_pictures

        document = read_pictures(document, content, tesseract, limits)
    if not document.lines:
        raise UnreadableFile(filename, SetAside.NOTHING_READ if tesseract else SetAside.NO_TEXT)
    return document


def _read(content: bytes, filename: str, limits: Limits) -> Document:
    suffix = suffix_of(filename)
    match kind_of(content):
        case Kind.PDF:
            return pdf.read_pdf(content, filename, limits)
        case Kind.DOCX:
            return docx.read_docx(content, filename, limits)
        case Kind.ODT:
            return odt.read_odt(content, filename, limits)
        case Kind.RTF:
            return rtf.read_rtf(content)
        # A page under the name of a PDF is a portal's way of saying that one has to sign in.
        case Kind.HTML if suffix in {"", OLD_WORD, *HTML_SUFFIXES, *TEXT_SUFFIXES}:
            return html.read_html(content, filename)
        case Kind.TEXT if suffix in HTML_SUFFIXES:
            return html.read_html(content, filename)
        case Kind.TEXT if suffix in {"", *TEXT_SUFFIXES}:
            return text.read_text(content)
        case Kind.PICTURE if suffix in {"", *PICTURE_SUFFIXES}:
            from importers.formats.scan.reading import count_pictures

            return count_pictures(content, filename, limits)
        case Kind.LOCKED_OFFICE:
            raise UnreadableFile(filename, SetAside.ENCRYPTED, "Word file with a password")
        case Kind.BROKEN_ZIP:
            raise UnreadableFile(filename, SetAside.BROKEN, "not a whole ZIP or Word file")
        case kind if suffix in READABLE_SUFFIXES:
            raise UnreadableFile(filename, SetAside.WRONG_TYPE, f"content is {kind.name.lower()}")
        case _:
            raise UnreadableFile(filename, SetAside.UNSUPPORTED)
