"""Plain text, as people save it and as PDF tools write it.

PDF tools put a form feed between pages, an empty line after every printed one and more of them
between paragraphs; so empty lines are counted in `top`, and a line of spaces is an empty one.
`left` counts characters. Text with tabs or wide gaps inside is a table's row: its cells are lines
with the same `top`.
"""

import re
import typing as t

from archive.media_types import TEXT
from importers.formats.encodings import decode
from importers.formats.lines import Document, Line
from importers.formats.normalise import cells

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
