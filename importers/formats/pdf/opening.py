"""Opening a PDF, and whether all of it is there.

pdfminer repairs what it can and leaves out what it cannot without a word: pages that are gone,
page descriptions that unpack only halfway. Half a protocol is worse than none, so a file that
shows such signs is refused.
"""

import itertools
import struct
import typing as t
import zlib

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.pdf.streams import BoundedDocument, BoundedParser, Budget

# What pdfminer lets through on hostile or damaged files; each is raised in its source.
DAMAGED: t.Final = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

END_MARK: t.Final = b"%%EOF"
END_MARK_WITHIN: t.Final = 2048


def open_pages(content: bytes, filename: str, limits: Limits, budget: Budget) -> list[PDFPage]:
    """The pages, none of them interpreted yet.

    Raises UnreadableFile where the file is locked, damaged or cut off, or has too many pages.
    """
    if END_MARK not in content[-END_MARK_WITHIN:]:
        raise UnreadableFile(filename, SetAside.BROKEN, "cut off")
    try:
        document = BoundedDocument(BoundedParser(content, budget))
        pages = list(itertools.islice(PDFPage.create_pages(document), limits.pages + 1))
        promised = _promised(document)
    except PDFEncryptionError as err:
        raise UnreadableFile(filename, SetAside.ENCRYPTED, type(err).__name__) from err
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err
    if len(pages) > limits.pages:
        raise UnreadableFile(filename, SetAside.TOO_MANY_PAGES)
    if not pages or len(pages) < promised:
        raise UnreadableFile(filename, SetAside.BROKEN, f"cut off: {len(pages)} pages")
    return pages


def _promised(document: PDFDocument) -> int:
    """How many pages the file says it has, 0 where it does not say."""
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return count if isinstance(count, int) else 0
