"""Writes a sample protocol as an office document, from lines with a mark in front of each.

    # title   ## heading of a §   ### heading within one   #1 one that the office program numbers
    - bullet   -- bullet in a bullet   | cell | cell   a table's row   ~ small text   ^ next page

Anything else is a paragraph. LibreOffice turns the .docx into PDF, .odt or .rtf; header and footer
know {page} and {pages}.
"""

import pathlib
import re
import subprocess
import tempfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

FILES = pathlib.Path(__file__).parents[1] / "files"
BULLETS = {"- ": "List Bullet", "-- ": "List Bullet 2"}


def field(paragraph: Paragraph, code: str) -> None:
    """A field such as PAGE, which the office program fills in."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), code)
    paragraph._p.append(element)


def furniture(paragraph: Paragraph, line: str, align: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = align
    for part in re.split(r"(\{pages?\})", line):
        if part in ("{page}", "{pages}"):
            field(paragraph, "PAGE" if part == "{page}" else "NUMPAGES")
        else:
            paragraph.add_run(part)


def write(
    stem: str,
    text: str,
    suffix: str = "pdf",
    header: tuple[str, ...] = (),
    footer: tuple[str, ...] = (),
    font: str = "Liberation Serif",
    size: float = 11,
    right: bool = True,
    styled: bool = True,
    margin: float = 2.5,
) -> pathlib.Path:
    """Write the marked lines to files/<stem>.<suffix>."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(margin)
    align = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    for line in header:
        furniture(page.header.add_paragraph(), line, align)
    for line in footer:
        furniture(page.footer.add_paragraph(), line, WD_ALIGN_PARAGRAPH.LEFT)
    table = None
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("| "):
            cells = [cell.strip() for cell in line[2:].split(" | ")]
            if table is None:
                table = document.add_table(0, len(cells), style="Table Grid")
            for cell, said in zip(table.add_row().cells, cells, strict=True):
                cell.text = said
            continue
        table = None
        mark, _, said = line.partition(" ")
        if mark == "^":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif set(mark) == {"#"}:
            if styled:
                document.add_heading(said, min(len(mark), 3))
            else:
                document.add_paragraph().add_run(said).bold = True
        elif mark == "#1":
            document.add_paragraph(style="List Number").add_run(said).bold = True
        elif f"{mark} " in BULLETS:
            document.add_paragraph(said, style=BULLETS[f"{mark} "])
        elif mark == "~":
            document.add_paragraph().add_run(said).font.size = Pt(size - 3)
        else:
            document.add_paragraph(line)
    target = FILES / f"{stem}.{suffix}"
    if suffix == "docx":
        document.save(str(target))
        return target
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / f"{stem}.docx"
        document.save(str(draft))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", suffix]
        subprocess.run([*command, "--outdir", str(FILES), str(draft)], check=True)
    return target
