"""Lines as a format would give them, written as text in a test."""

import textwrap

from importers.formats.lines import Document, Line


def lines_of(text: str, *, bold: str = "**") -> tuple[Line, ...]:
    """Each non-empty line of the text; empty lines become gaps, `**line**` is bold."""
    return tuple(
        Line(
            text=line.strip().removeprefix(bold).removesuffix(bold),
            top=float(top),
            bold=line.strip().startswith(bold),
        )
        for top, line in enumerate(textwrap.dedent(text).strip("\n").splitlines())
        if line.strip()
    )


def pages_of(*pages: str, height: float = 842.0) -> Document:
    """A document with pages: the first line of each stands at its top, "~" sends the rest down."""
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        top = 20.0
        for line in textwrap.dedent(page).strip("\n").splitlines():
            if line.strip() == "~":
                top = height - 40.0
            elif line.strip():
                width = 5.0 * len(line.strip())
                lines.append(Line(line.strip(), number, 70.0, top, 70.0 + width, 12.0, size=11.0))
            top += 14.0 if top > 100 or line.strip() == "" else 40.0
    return Document(tuple(lines), "application/pdf", len(pages), height)


def text_document(text: str) -> Document:
    """A document as a text file gives it."""
    return Document(lines_of(text), "text/plain")
