import io
import itertools
import re
import sys
import zipfile

import docx
import pytest
from pdfminer.high_level import extract_pages, extract_text

from archive.errors import MissingExtra
from importers.demo import Minutes, meetings, render, selected_meetings
from importers.demo.layouts import Block, Furniture, Look
from importers.demo.layouts.docx import write_docx
from importers.demo.layouts.hyphens import SOFT_HYPHEN, soften
from importers.demo.layouts.text import WIDTH, raw_text
from importers.demo.names import ENDINGS, GIVEN, NATURE, PLACES, STREETS, SURNAMES
from importers.demo.styles import STYLES, Numbering


@pytest.fixture(scope="module")
def by_style() -> dict[str, Minutes]:
    """One meeting of each house style."""
    return {minutes.style.name: minutes for minutes in selected_meetings(1, 40)}


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_a_pdf_holds_every_title_and_everybody_present(
    by_style: dict[str, Minutes], style: str
) -> None:
    minutes = by_style[style]
    text = letters(extract_text(io.BytesIO(render(minutes, "pdf"))))
    assert all(letters(section.title) in text for section in minutes.protocol.sections)
    assert all(letters(a.name or "") in text for a in minutes.protocol.attendance.present)


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_a_word_file_holds_every_paragraph(by_style: dict[str, Minutes], style: str) -> None:
    minutes = by_style[style]
    text = docx_text(render(minutes, "docx"))
    for section in minutes.protocol.sections:
        assert section.title in text
        assert all(paragraph in text for paragraph in section.text.split("\n\n"))


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_clean_text_holds_every_paragraph_on_its_own_line(
    by_style: dict[str, Minutes], style: str
) -> None:
    minutes = by_style[style]
    lines = set(render(minutes, "txt").decode().split("\n"))
    for written in minutes.sections:
        assert f"{written.label} {written.section.title}".strip() in lines
        assert set(written.section.text.split("\n\n")) <= lines


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_raw_text_says_the_same_when_lines_are_joined(
    by_style: dict[str, Minutes], style: str
) -> None:
    minutes = by_style[style]
    raw = render(minutes, "raw").decode()
    furniture = re.compile(r"Granviks kommun.*|Sida \d+ \(\d+\)|\f")
    text = letters(furniture.sub("", raw))
    clean = letters(furniture.sub("", render(minutes, "txt").decode()))
    assert text == clean


def test_raw_text_has_an_empty_line_after_every_line_and_a_form_feed_at_page_breaks(
    by_style: dict[str, Minutes],
) -> None:
    pages = render(by_style["paragraf"], "raw").decode().split("\f")
    assert len(pages) > 1
    for page in pages:
        lines = page.split("\n")
        assert lines[0].startswith(" ")
        assert all(line == "" for line in lines[1::2])
        assert max(len(line.strip()) for line in lines) <= WIDTH


def test_raw_text_breaks_words_at_the_end_of_lines_where_the_style_does() -> None:
    said = "Handläggarna redovisar hur arbetsmiljön påverkas av verksamhetsuppföljningen."
    words = Block(Look.BODY, said)
    furniture = Furniture("Granviks kommun", "Sida {page} ({pages})")
    assert re.search(
        r"av verksamhets- \n\nuppföljningen", raw_text(furniture, [words], hyphenate=True)
    )
    assert not re.search(r"- \n", raw_text(furniture, [words], hyphenate=False))


def test_a_word_is_broken_at_its_seam_or_before_a_syllable() -> None:
    assert soften("huvudskyddsombud").split(SOFT_HYPHEN)[:2] == ["huvud", "skydds"]
    assert soften("sjukfrånvaron").split(SOFT_HYPHEN) == ["sjuk", "frånvaron"]


def test_a_short_word_and_a_true_hyphen_are_left_alone() -> None:
    assert soften("hot- och våld på Mo") == "hot- och våld på Mo"


def test_word_numbers_its_headings_itself_and_leaves_them_out_of_the_text(
    by_style: dict[str, Minutes],
) -> None:
    minutes = by_style["word"]
    assert minutes.style.numbering is Numbering.WORD
    document = docx.Document(io.BytesIO(render(minutes, "docx")))
    numbered = [p.text for p in document.paragraphs if p.style and p.style.name == "List Number"]
    assert numbered == [section.title for section in minutes.protocol.sections]


def test_a_pdf_counts_its_pages_in_the_footer(by_style: dict[str, Minutes]) -> None:
    content = render(by_style["paragraf"], "pdf")
    pages = len(list(extract_pages(io.BytesIO(content))))
    text = extract_text(io.BytesIO(content))
    assert re.findall(r"Sida \d+ \(\d+\)", text) == [
        f"Sida {page} ({pages})" for page in range(1, pages + 1)
    ]


def test_a_word_file_carries_no_clock() -> None:
    content = write_docx(
        Furniture("Granviks kommun"),
        [Block(Look.HEADING, "Budget", "§ 3")],
        title="Protokoll",
        automatic_numbers=False,
    )
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_without_reportlab_a_pdf_asks_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "importers.demo.layouts.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "reportlab.lib", None)
    with pytest.raises(MissingExtra, match="demo"):
        render(next(meetings(1)), "pdf")


def test_without_reportlab_text_is_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "importers.demo.layouts.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "reportlab.lib", None)
    assert render(next(meetings(1)), "txt").startswith(b"Protokoll")


def test_all_names_can_be_written_in_the_standard_fonts() -> None:
    for name in itertools.chain(GIVEN, SURNAMES, NATURE, ENDINGS, PLACES, STREETS):
        assert name.encode("cp1252")
