"""What a file is, by its first bytes: names lie, and people rename pictures to .pdf."""

import enum
import io
import pathlib
import re
import typing as t
import zipfile
import zlib

from archive.media_types import JPEG, PNG, TIFF
from importers.formats.encodings import BYTE_ORDER_MARKS, decode, unmarked_utf


class Kind(enum.Enum):
    """The kinds of file that are told apart."""

    PDF = enum.auto()
    DOCX = enum.auto()
    ODT = enum.auto()
    RTF = enum.auto()
    HTML = enum.auto()
    PICTURE = enum.auto()  # of pages, perhaps: a TIFF, PNG or JPEG
    TEXT = enum.auto()
    ZIP = enum.auto()
    LOCKED_OFFICE = enum.auto()  # a Word file with a password, wrapped in the old container
    BROKEN_ZIP = enum.auto()  # begins as a ZIP or Word file does, and cannot be opened
    OTHER = enum.auto()


WORD_SUFFIXES: t.Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
PACKAGE_SUFFIXES: t.Final = WORD_SUFFIXES | {".odt", ".ott"}  # ZIP archives by themselves
HTML_SUFFIXES: t.Final = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES: t.Final = frozenset({".txt", ".text", ".md"})
SCAN_SUFFIXES: t.Final = frozenset({".tif", ".tiff"})  # what scanners leave, and hardly a camera
PICTURE_SUFFIXES: t.Final = SCAN_SUFFIXES | {".png", ".jpg", ".jpeg"}
READABLE_SUFFIXES: t.Final = (
    frozenset({".pdf", ".rtf"}) | PACKAGE_SUFFIXES | HTML_SUFFIXES | TEXT_SUFFIXES
)
OLD_WORD: t.Final = ".doc"  # cannot be read itself, but programs write RTF and HTML under it

# ".txt" and ".docx", but not the ".30" of "protokoll 2024.01.30" or the ". Ek" of "av A. Ek":
# those names have no suffix.
SUFFIX: t.Final = re.compile(r"\.[a-z][a-z0-9]{0,4}")

PDF_MARK: t.Final = b"%PDF-"
PDF_MARK_WITHIN: t.Final = 1024  # some mail gateways put lines of their own before it
ZIP_MARKS: t.Final = (b"PK\x03\x04", b"PK\x05\x06")
OLD_OFFICE_MARK: t.Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE: t.Final = "EncryptedPackage".encode("utf-16-le")
PICTURE_MARKS: t.Final = {
    b"II*\0": TIFF,
    b"MM\0*": TIFF,
    b"\x89PNG\r\n\x1a\n": PNG,
    b"\xff\xd8\xff": JPEG,
}
RTF_MARK: t.Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")

# "word/document.xml", and "word/document2.xml" as some servers write it
WORD_MAIN: t.Final = re.compile(r"word/document\d*\.xml")
ODF_TEXT: t.Final = b"application/vnd.oasis.opendocument.text"

# "<!DOCTYPE html>"  "<?xml …?><html …>"  "<!-- … --><body>"  "<p>", of a page or a part of one
# but not "<svg>", or "<Anna Ek>".
HTML_START: t.Final = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|meta|title|style|main|article"
    r"|section|header|nav|div|p|h[1-6]|table|ul|ol|center|font|span|b|br)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)
# Text of a sort, but no prose: XML, PostScript.
MARKUP: t.Final = re.compile(r"\s*(?:<!doctype\s|<\?xml|<svg|%!PS)", re.IGNORECASE)

# Control characters that no text holds, in any encoding but UTF-16 and UTF-32.
BINARY: t.Final = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
BINARY_SHARE: t.Final = 0.02
HEAD: t.Final = 64 * 1024

DAMAGED: t.Final = (
    zipfile.BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,  # an entry with a password
    ValueError,
    zlib.error,
)


def kind_of(content: bytes) -> Kind:
    """The kind of file these bytes are."""
    if PDF_MARK in content[:PDF_MARK_WITHIN]:
        return Kind.PDF
    if content.startswith(ZIP_MARKS):
        return kind_of_zip(io.BytesIO(content))
    if content.startswith(OLD_OFFICE_MARK):
        return Kind.LOCKED_OFFICE if ENCRYPTED_PACKAGE in content else Kind.OTHER
    if picture_type(content):
        return Kind.PICTURE
    head = content[:HEAD]
    if RTF_MARK.match(head):
        return Kind.RTF
    if not _is_text(head):
        return Kind.OTHER
    text = decode(head)
    if HTML_START.match(text):
        return Kind.HTML
    return Kind.OTHER if MARKUP.match(text) else Kind.TEXT


def picture_type(content: bytes) -> str | None:
    """The media type of a picture that may be a scanned page, or None for anything else."""
    return next((kind for mark, kind in PICTURE_MARKS.items() if content.startswith(mark)), None)


def kind_of_zip(file: t.IO[bytes]) -> Kind:
    """Word file, OpenDocument text, other office file, plain ZIP or a damaged one."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            odf = "mimetype" in names and _begins(archive, "mimetype", ODF_TEXT)
    except DAMAGED:
        return Kind.BROKEN_ZIP
    if any(map(WORD_MAIN.fullmatch, names)):
        return Kind.DOCX
    if odf:
        return Kind.ODT
    if "[Content_Types].xml" in names or "mimetype" in names:
        return Kind.OTHER
    return Kind.ZIP


def _begins(archive: zipfile.ZipFile, name: str, start: bytes) -> bool:
    with archive.open(name) as entry:
        return entry.read(len(start)) == start


def suffix_of(filename: str) -> str:
    """The suffix in lower case, or "" where the name ends in something else."""
    suffix = pathlib.PurePath(filename).suffix.lower()
    return suffix if SUFFIX.fullmatch(suffix) else ""


def may_be_protocol(filename: str) -> bool:
    """False for what the name says is a photograph, a film, a spreadsheet …"""
    suffix = suffix_of(filename)
    return not suffix or suffix in READABLE_SUFFIXES | SCAN_SUFFIXES or suffix == OLD_WORD


def _is_text(head: bytes) -> bool:
    if head.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or unmarked_utf(head):
        return True
    strange = len(head) - len(head.translate(None, BINARY))
    return strange <= len(head) * BINARY_SHARE
