"""A PDF's streams, unpacked once, within bounds, and known to be whole or not.

pdfminer unpacks whatever a stream holds, though a megabyte can hold a gigabyte, and where one
breaks off halfway it goes on with what it got, without a word.
"""

import collections.abc as c
import io
import re
import struct
import typing as t
import zlib

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument, PDFXRefStream
from pdfminer.pdfexceptions import PDFNotImplementedError, PDFObjectNotFound, PDFValueError
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFObjRef,
    PDFStream,
    int_value,
)
from pdfminer.psparser import PSKeyword
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

# Bytes.
MOST_AT_ONCE: t.Final = 50_000_000  # in one piece, and in all of a file but its pages
MOST_PER_PAGE: t.Final = 1_000_000  # besides; a browser's page of a glyph per statement is a tenth
MOST_RUN_LENGTHS: t.Final = 100_000  # packed so, which pdfminer unpacks to a thousandfold
MOST_COLUMNS: t.Final = 100_000  # of a predictor, which holds a row at a time

ZLIB_HEADER: t.Final = 2  # bytes before the packed data, whose check sum at the end may be wrong
PNG_PREDICTORS: t.Final = 10  # and above

ASCII85_DIGITS: t.Final = re.compile(rb"[!-u]*")
ASCII85_ZERO: t.Final = 33 * (85**5 - 1) // 84  # "!!!!!"


class TooMuch(Exception):
    """The file unpacks to more than any protocol holds."""


class Damaged(Exception):
    """What a page draws unpacks only halfway."""


class Budget:
    """What may still be unpacked and read of one file, in bytes; a form counts at every use."""

    def __init__(self) -> None:
        self._left = MOST_AT_ONCE

    def add_pages(self, count: int) -> None:
        """Allows for so many pages."""
        self._left += count * MOST_PER_PAGE

    def spend(self, amount: int) -> None:
        """Raises TooMuch where that is more than is left, or than one thing may take."""
        if amount > min(self._left, MOST_AT_ONCE):
            raise TooMuch(f"{amount} bytes more")
        self._left -= amount


class BoundedStream(PDFStream):
    """A stream that knows, once unpacked, whether all of it was there."""

    def __init__(self, stream: PDFStream, budget: Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.whole = True
        self._budget = budget

    def decode(self) -> None:
        """Unpacks the stream; raises TooMuch, or PDFException where it is packed as a picture."""
        data = self.rawdata or b""
        if self.decipher:
            if self.objid is None or self.genno is None:
                raise PDFValueError("an enciphered stream without a number")
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = self._unpacked(name, data)
            if isinstance(parameters, dict) and "Predictor" in parameters:
                data = _predicted(data, parameters)
        self.data, self.rawdata = data, None

    def _unpacked(self, name: object, data: bytes) -> bytes:
        if name in LITERALS_FLATE_DECODE:
            return self._inflated(data)
        if name in LITERALS_ASCII85_DECODE:
            return _from_ascii85(data)
        if name in LITERALS_ASCIIHEX_DECODE:
            return asciihexdecode(data)
        if name in LITERALS_LZW_DECODE:
            return b"".join(self._paid(LZWDecoder(io.BytesIO(data)).run()))
        if name in LITERALS_RUNLENGTH_DECODE and len(data) <= MOST_RUN_LENGTHS:
            return rldecode(data)
        raise PDFNotImplementedError(f"packed with {name!r}")

    def _inflated(self, data: bytes) -> bytes:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            unpacked = inflate.decompress(data[ZLIB_HEADER:], MOST_AT_ONCE + 1)
        except zlib.error:
            self.whole = False
            return b""
        self._budget.spend(len(unpacked))
        self.whole = self.whole and inflate.eof
        return unpacked

    def _paid(self, parts: c.Iterable[bytes]) -> c.Iterator[bytes]:
        for part in parts:
            self._budget.spend(len(part))
            yield part


class BoundedParser(PDFParser):
    """Reads a file's objects, its streams as bounded ones."""

    BUFSIZ = 1 << 16  # pdfminer joins what a line takes; from 4 kB pieces that is slow

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(io.BytesIO(content))
        self._budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """As pdfminer's, but for streams."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if type(stream) is PDFStream:
                self.curstack[-1] = place, BoundedStream(stream, self._budget)


class BoundedDocument(PDFDocument):
    """A file whose objects name each other in no circles, and are no more than it holds."""

    def __init__(self, parser: BoundedParser) -> None:
        super().__init__(parser)
        for table in self.xrefs:
            if isinstance(table, PDFXRefStream):
                held = len(table.data or b"") // (table.entlen or 1)
                table.ranges = [(start, min(count, held)) for start, count in table.ranges]

    def getobj(self, objid: int) -> object:
        """The object of that number; raises PDFObjectNotFound where it only names itself."""
        found = super().getobj(objid)
        passed = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in passed:
                raise PDFObjectNotFound(found.objid)
            passed.add(found.objid)
            found = super().getobj(found.objid)
        return found


def whole_data(stream: PDFStream) -> bytes:
    """The stream's data; raises Damaged where some of it is missing."""
    data = stream.get_data()
    if isinstance(stream, BoundedStream) and not stream.whole:
        raise Damaged(f"stream {stream.objid}")
    return data


def _from_ascii85(data: bytes) -> bytes:
    """As the standard library's, which goes digit by digit; odd data is left to pdfminer."""
    digits = data.translate(None, b"\t\n\v\f\r ").removesuffix(b">").removesuffix(b"~")
    if not ASCII85_DIGITS.fullmatch(digits):
        return ascii85decode(data)
    missing = -len(digits) % 5
    fives = zip(*[iter(digits + b"u" * missing)] * 5, strict=True)
    numbers = [
        a * 85**4 + b * 85**3 + c * 85**2 + d * 85 + e - ASCII85_ZERO for a, b, c, d, e in fives
    ]
    unpacked = struct.pack(f">{len(numbers)}I", *numbers)
    return unpacked[: len(unpacked) - missing]


def _predicted(data: bytes, parameters: dict[str, t.Any]) -> bytes:
    predictor = int_value(parameters["Predictor"])
    colours = int_value(parameters.get("Colors", 1))
    columns = int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if not 0 < colours * columns * bits <= MOST_COLUMNS:
        raise PDFValueError(f"{columns} columns of {colours}")
    if predictor >= PNG_PREDICTORS:
        return apply_png_predictor(predictor, colours, columns, bits, data)
    return apply_tiff_predictor(colours, columns, bits, data) if predictor == 2 else data
