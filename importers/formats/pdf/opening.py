"""Opening a PDF, and whether all of it is there.

pdfminer repairs what it can and leaves out what it cannot without a word: pages that are gone,
page descriptions that unpack only halfway. Half a protocol is worse than none, so a file that
shows such signs is refused.
"""

import io
import itertools
import struct
import typing as t
import zlib

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psexceptions import PSException

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits

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
ZLIB_HEADER: t.Final = 2  # bytes before the packed data, whose check sum at the end may be wrong


def open_pages(content: bytes, filename: str, limits: Limits) -> list[PDFPage]:
    """The pages, none of them interpreted yet.

    Raises UnreadableFile where the file is locked, damaged or cut off, or has too many pages.
    """
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        pages = list(itertools.islice(PDFPage.create_pages(document), limits.pages + 1))
        promised = _promised(document)
    except PDFEncryptionError as err:
        raise UnreadableFile(filename, SetAside.ENCRYPTED, type(err).__name__) from err
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, type(err).__name__) from err
    if len(pages) > limits.pages:
        raise UnreadableFile(filename, SetAside.TOO_MANY_PAGES)
    if not pages or len(pages) < promised or END_MARK not in content[-END_MARK_WITHIN:]:
        raise UnreadableFile(filename, SetAside.BROKEN, f"cut off: {len(pages)} pages")
    return pages


def is_whole(page: PDFPage) -> bool:
    """False where the page's description unpacks only halfway."""
    return all(_unpacks(resolve1(stream)) for stream in page.contents)


def _promised(document: PDFDocument) -> int:
    """How many pages the file says it has, 0 where it does not say."""
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return count if isinstance(count, int) else 0


def _unpacks(stream: object) -> bool:
    if not isinstance(stream, PDFStream) or stream.rawdata is None or stream.decipher:
        return True
    filters = stream.get_filters()
    if not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return True
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflate.decompress(stream.rawdata[ZLIB_HEADER:])
    except zlib.error:
        return False
    return inflate.eof
