"""Files made in a test: PDFs by reportlab, office files by their libraries or from raw XML."""

import collections.abc as c
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
Draw = c.Callable[[Canvas], object]


def pdf_of(*pages: Draw, password: str | StandardEncryption | None = None) -> bytes:
    """A PDF with a page for each function that draws one."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines_at(*lines: tuple[float, float, str], font: str = "Helvetica", size: float = 11) -> Draw:
    """Draws text at each (left, baseline from the page's top)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for left, down, text in lines:
            canvas.drawString(left, A4[1] - down, text)

    return draw


def printed(text: str, *, left: float = 70, top: float = 80, leading: float = 14) -> Draw:
    """Draws the lines of a text below each other."""
    return lines_at(
        *((left, top + leading * place, line) for place, line in enumerate(text.splitlines()))
    )


def docx_of(write: c.Callable[[WordDocument], object]) -> bytes:
    """A Word file as python-docx writes it."""
    document = docx.Document()
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_of_xml(body: str, *, numbering: str = "") -> bytes:
    """A Word file whose body, and list patterns, are the given XML."""

    def write(document: WordDocument) -> None:
        content = document.element.body
        for place, element in enumerate(parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>")):
            content.insert(place, element)
        if numbering:
            lists = document.part.numbering_part.element
            for element in list(lists):
                lists.remove(element)
            for element in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
                lists.append(element)

    return docx_of(write)


def zip_of(files: c.Mapping[str, bytes]) -> bytes:
    """A ZIP of those files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def rezipped(content: bytes, changed: c.Mapping[str, c.Callable[[bytes], bytes]]) -> bytes:
    """A ZIP or office file with some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    unchanged: c.Callable[[bytes], bytes] = bytes
    return zip_of({name: changed.get(name, unchanged)(part) for name, part in parts.items()})


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)


def odt_of(
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    master: str = "",
    mimetype: str = "application/vnd.oasis.opendocument.text",
) -> bytes:
    """An OpenDocument text with that body, its own styles, the named ones and page headers."""

    def part(kind: str, inside: str) -> bytes:
        root = f"office:document-{kind}"
        return f"<{root} {ODF_NAMESPACES}>{inside}</{root}>".encode()

    text = f"<office:body><office:text>{body}</office:text></office:body>"
    own = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    named = f"<office:styles>{styles}</office:styles>"
    pages = f'<style:master-page style:name="Standard">{master}</style:master-page>'
    return zip_of(
        {
            "mimetype": mimetype.encode(),
            "content.xml": part("content", own + text),
            "styles.xml": part(
                "styles", f"{named}<office:master-styles>{pages}</office:master-styles>"
            ),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )
