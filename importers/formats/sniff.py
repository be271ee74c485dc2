"""What a file is, by its first bytes: names lie, and people rename pictures to .pdf."""

import enum
import io
import pathlib
import re
import typing as t
import zipfile

from importers.formats.text import BYTE_ORDER_MARKS, unmarked_utf16


class Kind(enum.Enum):
    """The kinds of file that are told apart."""

    PDF = enum.auto()
    DOCX = enum.auto()
    ZIP = enum.auto()
    TEXT = enum.auto()
    LOCKED_OFFICE = enum.auto()  # a Word file with a password, wrapped in the old container
    BROKEN_ZIP = enum.auto()  # begins as a ZIP or Word file does, and cannot be opened
    OTHER = enum.auto()


READABLE_SUFFIXES: t.Final = frozenset({".pdf", ".docx", ".txt", ".text", ".md"})

# ".txt" and ".docx", but not the ".30" of "protokoll 2024.01.30" or the ". Ek" of "av A. Ek":
# those names have no suffix.
SUFFIX: t.Final = re.compile(r"\.[a-z][a-z0-9]{0,4}")

PDF_MARK: t.Final = b"%PDF-"
PDF_MARK_WITHIN: t.Final = 1024  # some mail gateways put lines of their own before it
ZIP_MARKS: t.Final = (b"PK\x03\x04", b"PK\x05\x06")
OLD_OFFICE_MARK: t.Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE: t.Final = "EncryptedPackage".encode("utf-16-le")

# Text of a sort, but no prose: RTF, HTML, XML, PostScript.
MARKUP: t.Final = re.compile(rb"\s*(?:\{\\rtf|<!doctype\s|<html|<\?xml|%!PS)", re.IGNORECASE)

# Control characters that no text holds, in any encoding but UTF-16 and UTF-32.
BINARY: t.Final = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
BINARY_SHARE: t.Final = 0.02
HEAD: t.Final = 64 * 1024


def kind_of(content: bytes) -> Kind:
    """The kind of file these bytes are."""
    if PDF_MARK in content[:PDF_MARK_WITHIN]:
        return Kind.PDF
    if content.startswith(ZIP_MARKS):
        return kind_of_zip(io.BytesIO(content))
    if content.startswith(OLD_OFFICE_MARK):
        return Kind.LOCKED_OFFICE if ENCRYPTED_PACKAGE in content else Kind.OTHER
    return Kind.TEXT if _is_text(content[:HEAD]) else Kind.OTHER


def kind_of_zip(file: t.IO[bytes]) -> Kind:
    """Word file, other office file, plain ZIP or a damaged one."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        return Kind.BROKEN_ZIP
    if "word/document.xml" in names:
        return Kind.DOCX
    if "[Content_Types].xml" in names or "mimetype" in names:
        return Kind.OTHER
    return Kind.ZIP


def suffix_of(filename: str) -> str:
    """The suffix in lower case, or "" where the name ends in something else."""
    suffix = pathlib.PurePath(filename).suffix.lower()
    return suffix if SUFFIX.fullmatch(suffix) else ""


def may_be_protocol(filename: str) -> bool:
    """False for what the name says is a picture, a film, a spreadsheet …"""
    suffix = suffix_of(filename)
    return not suffix or suffix in READABLE_SUFFIXES


def _is_text(head: bytes) -> bool:
    if MARKUP.match(head):
        return False
    if head.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or unmarked_utf16(head):
        return True
    strange = len(head) - len(head.translate(None, BINARY))
    return strange <= len(head) * BINARY_SHARE
