"""Plain text, as people save it and as PDF tools write it.

The encoding is never stated: Windows programs write UTF-8 with or without a byte order mark,
UTF-16, or the old Windows code page. PDF tools put a form feed between pages, an empty line after
every printed one and more of them between paragraphs; so empty lines are counted in `top`, and a
line of spaces is an empty one. `left` counts characters. Text with tabs or wide gaps inside is a
table's row: its cells are lines with the same `top`.
"""

import codecs
import re
import typing as t

from archive.media_types import TEXT
from importers.formats.lines import Document, Line
from importers.formats.normalise import cells

BYTE_ORDER_MARKS: t.Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Windows' code page, with the five bytes it leaves undefined read as Latin-1 does.
WINDOWS: t.Final = "".join(
    bytes([byte]).decode("latin-1" if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252")
    for byte in range(256)
)

# Not str.splitlines, which also breaks at signs that only damaged text holds (U+0085).
LINE_END: t.Final = re.compile(r"\r\n|\r|\n")


def read_text(content: bytes) -> Document:
    """The lines of a text file. Any bytes give a document, perhaps without lines."""
    pages = decode(content).split("\f")
    if not pages[-1].strip():
        pages = pages[:-1]  # each page ended by a form feed, the last one too
    numbered = len(pages) > 1
    lines = tuple(
        Line(text, page if numbered else None, left=left, top=top, right=left + len(text))
        for page, printed_lines in enumerate(pages, start=1)
        for top, printed in enumerate(LINE_END.split(printed_lines))
        for left, text in cells(printed)
    )
    return Document(lines, TEXT, page_count=len(pages) if numbered else None)


def decode(content: bytes) -> str:
    """The text in the encoding the bytes speak for; the Windows code page where none does."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if unmarked := unmarked_utf16(content):
        return content.decode(unmarked, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return codecs.charmap_decode(content, "strict", WINDOWS)[0]


def unmarked_utf16(content: bytes) -> str | None:
    """The UTF-16 variant of bytes whose every other byte is nearly always NUL, or None."""
    if len(content) < 4:
        return None
    half = len(content) // 2
    first, second = content[0::2].count(0) / half, content[1::2].count(0) / half
    if second > 0.5 and first < 0.1:
        return "utf-16-le"
    if first > 0.5 and second < 0.1:
        return "utf-16-be"
    return None
