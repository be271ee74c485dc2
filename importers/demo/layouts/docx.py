"""Blocks as a Word file; with Word's own numbers where the style leaves numbering to Word."""

import collections.abc as c
import datetime as dt
import io
import typing as t
import zipfile

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from importers.demo.layouts.blocks import Block, Furniture, Look

WRITTEN: t.Final = dt.datetime(2025, 1, 1)  # of every file, so that the bytes stay the same
STYLE_OF: t.Final = {
    Look.TITLE: "Title",
    Look.HEADING: "Heading 1",
}


def write_docx(
    furniture: Furniture, blocks: c.Iterable[Block], *, title: str, automatic_numbers: bool
) -> bytes:
    """The file's bytes."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    properties = document.core_properties
    properties.title, properties.author = title, "Exempelprotokoll, påhittat innehåll"
    properties.created = properties.modified = WRITTEN
    properties.comments = ""
    _furnish(document, furniture)
    for block in blocks:
        _add(document, block, automatic_numbers)
    content = io.BytesIO()
    document.save(content)
    return _without_clock(content.getvalue())


def _add(document: Document, block: Block, automatic_numbers: bool) -> None:
    match block.look:
        case Look.GAP:
            document.add_paragraph()
        case Look.TABLE:
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        case Look.HEADING if automatic_numbers:
            heading = document.add_paragraph(block.text, style="List Number")
            heading.runs[0].bold = True
        case Look.LABEL | Look.SUBHEAD:
            document.add_paragraph().add_run(block.text).bold = True
        case Look.HEADING if not block.label:
            document.add_paragraph().add_run(block.text).bold = True
        case Look.LINE:
            document.add_paragraph(block.text).paragraph_format.space_after = 0
        case _:
            text = f"{block.label} {block.text}".strip()
            document.add_paragraph(text, style=STYLE_OF.get(block.look))


def _furnish(document: Document, furniture: Furniture) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = furniture.header
    if furniture.footer:
        paragraph = section.footer.paragraphs[0]
        before, between, after = furniture.footer.replace("{pages}", "{page}").split("{page}")
        for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            paragraph.add_run(text)
            if field:
                element = OxmlElement("w:fldSimple")
                element.set(qn("w:instr"), field)
                paragraph._p.append(element)


def _without_clock(content: bytes) -> bytes:
    """The same package, its entries dated alike."""
    rewritten = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as package,
        zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in package.infolist():
            target.writestr(
                zipfile.ZipInfo(entry.filename), package.read(entry), zipfile.ZIP_DEFLATED
            )
    return rewritten.getvalue()
