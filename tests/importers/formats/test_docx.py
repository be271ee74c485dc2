"""Word files: paragraphs, styles, tables and the numbers that are nowhere in the text."""

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from files import docx_of, docx_of_xml, rezipped, zip_of

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.docx import read_docx
from importers.formats.lines import Line

DECIMAL = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>
    <w:lvlText w:val="{pattern}"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def lines(content: bytes) -> tuple[Line, ...]:
    return read_docx(content, "protokoll.docx", Limits()).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def patterns(*, start: int = 1, form: str = "decimal", pattern: str = "%1.") -> str:
    return DECIMAL.format(start=start, form=form, pattern=pattern)


def listed(text: str, *, level: int = 0, list_id: int = 7) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def refusal(content: bytes, limits: Limits | None = None) -> SetAside:
    with pytest.raises(UnreadableFile) as caught:
        read_docx(content, "protokoll.docx", limits or Limits())
    return caught.value.reason


def test_paragraphs_are_whole_and_have_no_page() -> None:
    content = docx_of_xml(
        "<w:p><w:r><w:t>Mötet öppnas.</w:t></w:r></w:p>"
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Dagordningen godkänns.</w:t></w:r></w:p>"
    )
    first, second = lines(content)
    assert (first.text, first.whole, first.page) == ("Mötet öppnas.", True, None)
    assert (second.text, second.whole, second.page) == ("Dagordningen godkänns.", True, None)


def test_an_empty_paragraph_makes_the_gap_larger() -> None:
    content = docx_of_xml(
        "<w:p><w:r><w:t>Ett</w:t></w:r></w:p><w:p><w:r><w:t>Två</w:t></w:r></w:p>"
        "<w:p/><w:p><w:r><w:t>Tre</w:t></w:r></w:p>"
    )
    first, second, third = lines(content)
    assert third.top - second.top > second.top - first.top


def test_a_manual_line_break_makes_lines_nearer_than_paragraphs_are() -> None:
    content = docx_of_xml(
        "<w:p><w:r><w:t>Plats:</w:t><w:br/><w:t>Salen</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Tid:</w:t></w:r></w:p>"
    )
    place, hall, time = lines(content)
    assert (place.text, hall.text, time.text) == ("Plats:", "Salen", "Tid:")
    assert hall.top - place.top < time.top - hall.top
    assert (place.whole, hall.whole, time.whole) == (False, False, True)


def test_heading_styles_give_levels_and_weight() -> None:
    def write(document: WordDocument) -> None:
        document.add_heading("Lokaler", level=2)
        document.add_paragraph("Frågan bordläggs.")

    heading, body = lines(docx_of(write))
    assert (heading.heading, heading.bold, heading.size) == (2, True, 13.0)
    assert (body.heading, body.bold, body.size) == (None, False, 11.0)


def test_a_heading_style_without_an_outline_level_is_known_by_its_name() -> None:
    def write(document: WordDocument) -> None:
        style = document.styles.add_style("Rubrik 2", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Lokaler", style=style)

    assert lines(docx_of(write))[0].heading == 2


def test_a_line_is_bold_only_where_all_its_text_is() -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph().add_run("Övriga frågor").bold = True
        half = document.add_paragraph()
        half.add_run("Svar: ").bold = True
        half.add_run("ja")
        document.add_paragraph("Beslut", style="Heading 1").runs[0].bold = False

    assert [line.bold for line in lines(docx_of(write))] == [True, False, False]


def test_size_is_the_most_common_of_the_line() -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("Protokoll från mötet").font.size = Pt(18)
        paragraph.add_run(" nr 3")

    assert lines(docx_of(write))[0].size == 18


@pytest.mark.parametrize(
    ("form", "pattern", "expected"),
    [
        ("decimal", "%1.", ["3.", "4."]),
        ("decimal", "§ %1", ["§ 3", "§ 4"]),
        ("decimalZero", "%1", ["03", "04"]),
        ("lowerLetter", "%1)", ["c)", "d)"]),
        ("upperRoman", "%1.", ["III.", "IV."]),
    ],
)
def test_automatic_numbers_are_counted_and_written_as_word_does(
    form: str, pattern: str, expected: list[str]
) -> None:
    content = docx_of_xml(
        listed("Lokaler") + "<w:p><w:r><w:t>Text emellan.</w:t></w:r></w:p>" + listed("Budget"),
        numbering=patterns(start=3, form=form, pattern=pattern),
    )
    first, between, second = lines(content)
    assert [first.number, second.number] == expected
    assert (first.text, between.number) == ("Lokaler", None)


def test_deeper_levels_start_over_under_each_number() -> None:
    content = docx_of_xml(
        listed("Ett")
        + listed("A", level=1)
        + listed("B", level=1)
        + listed("Två")
        + listed("C", level=1),
        numbering=patterns(),
    )
    assert [line.number for line in lines(content)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_list_that_says_so_starts_over_once() -> None:
    content = docx_of_xml(
        listed("Ett") + listed("Två") + listed("Nytt", list_id=8) + listed("Nästa", list_id=8),
        numbering=patterns(),
    )
    assert [line.number for line in lines(content)] == ["1.", "2.", "1.", "2."]


def test_list_styles_number_and_mark_their_paragraphs() -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("Lokaler", style="List Number")
        document.add_paragraph("Budget", style="List Number")
        document.add_paragraph("Hyra", style="List Bullet")

    assert [(line.number, line.text) for line in lines(docx_of(write))] == [
        ("1.", "Lokaler"),
        ("2.", "Budget"),
        (None, "• Hyra"),
    ]


def test_a_row_of_a_table_is_lines_with_the_same_top() -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells),
            ("Anna Ek", "ordförande", "Bo Lind", "Vision"),
            strict=True,
        ):
            cell.text = text
        document.add_paragraph("Mötet öppnas.")

    name, role, second, union, after = lines(docx_of(write))
    assert (name.text, role.text, after.text) == ("Anna Ek", "ordförande", "Mötet öppnas.")
    assert name.top == role.top < second.top == union.top < after.top
    assert name.left < role.left


def test_a_cell_of_many_paragraphs_is_read_before_the_next() -> None:
    def write(document: WordDocument) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        left.text = "För arbetsgivaren"
        left.add_paragraph("Anna Ek, chef")
        right.text = "För de fackliga"
        right.add_paragraph("Bo Lind, Vision")

    found = lines(docx_of(write))
    assert [line.text for line in found] == [
        "För arbetsgivaren",
        "Anna Ek, chef",
        "För de fackliga",
        "Bo Lind, Vision",
    ]
    assert found[0].top == found[2].top < found[1].top == found[3].top


def test_a_number_in_a_column_of_its_own_stays_with_its_text() -> None:
    def write(document: WordDocument) -> None:
        number, text = document.add_table(1, 2).rows[0].cells
        number.text, text.text = "§ 4", "Lokaler"
        text.add_paragraph("Frågan bordläggs.")

    assert texts(docx_of(write)) == ["§ 4 Lokaler", "Frågan bordläggs."]


def test_text_set_apart_by_a_tab_is_a_cell() -> None:
    content = docx_of_xml(
        "<w:p><w:r><w:t>Anna Ek</w:t><w:tab/><w:t>ordförande</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>4.</w:t><w:tab/><w:t>Lokaler</w:t></w:r></w:p>"
    )
    assert texts(content) == ["Anna Ek", "ordförande", "4. Lokaler"]


def test_tracked_changes_count_as_accepted() -> None:
    content = docx_of_xml(
        '<w:p><w:r><w:t xml:space="preserve">Frågan </w:t></w:r>'
        '<w:del w:id="1" w:author="A"><w:r><w:delText>avslås</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>bifalls</w:t></w:r></w:ins></w:p>'
    )
    assert texts(content) == ["Frågan bifalls"]


def test_links_content_controls_and_fields_give_their_text_only() -> None:
    content = docx_of_xml(
        '<w:sdt><w:sdtContent><w:p><w:hyperlink w:anchor="x"><w:r><w:t>Bilaga 1</w:t></w:r>'
        '</w:hyperlink><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(content) == ["Bilaga 1"]


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = (
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Omedelbar justering</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    content = docx_of_xml(
        f'<w:p><w:r><w:t>Protokoll</w:t><mc:AlternateContent xmlns:mc="{compatibility}">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(content) == ["Protokoll", "Omedelbar justering"]


def test_headers_come_first_and_footers_last_once_as_furniture() -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("Mötet öppnas.")
        document.sections[0].header.paragraphs[0].text = "Granviks kommun"
        document.sections[0].footer.paragraphs[0].text = "granvik.example"
        section = document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Granviks kommun"

    assert [(line.text, line.furniture) for line in lines(docx_of(write))] == [
        ("Granviks kommun", True),
        ("Mötet öppnas.", False),
        ("granvik.example", True),
    ]


def test_hard_spaces_soft_hyphens_and_symbols_are_cleaned() -> None:
    content = docx_of_xml(
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/>'
        "<w:t>kl.\u00a09 arbets\u00admiljö</w:t><w:noBreakHyphen/><w:t>rond</w:t></w:r></w:p>"
    )
    assert texts(content) == ["• kl. 9 arbetsmiljö-rond"]


def test_a_style_based_on_itself_is_no_endless_loop() -> None:
    def write(document: WordDocument) -> None:
        document.styles["Normal"].base_style = document.styles["Normal"]
        document.add_paragraph("Mötet öppnas.")

    assert texts(docx_of(write)) == ["Mötet öppnas."]


def test_a_word_file_without_its_parts_is_broken() -> None:
    assert refusal(zip_of({"word/document.xml": b"<w:document/>"})) is SetAside.BROKEN


def test_a_word_file_with_broken_xml_is_broken() -> None:
    content = docx_of_xml("<w:p><w:r><w:t>Mötet</w:t></w:r></w:p>")
    assert refusal(content[: len(content) // 2]) is SetAside.BROKEN


def test_a_word_file_that_unpacks_to_too_much_is_not_unpacked() -> None:
    content = zip_of({"word/document.xml": b" " * 5_000_000})
    assert refusal(content, Limits(file_mb=1)) is SetAside.TOO_LARGE


@pytest.mark.parametrize(
    ("main", "media_type"),
    [
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        ),
        (
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "application/vnd.ms-word.document.macroEnabled.12",
        ),
        (
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            "application/vnd.ms-word.template.macroEnabled.12",
        ),
    ],
)
def test_templates_and_files_with_macros_are_read_as_documents_are(
    main: str, media_type: str
) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    content = rezipped(
        docx_of(lambda document: document.add_heading("Lokaler")),
        {"[Content_Types].xml": lambda part: part.replace(plain, main.encode())},
    )
    document = read_docx(content, "protokoll.docm", Limits())
    assert document.media_type == media_type
    assert [(line.text, line.heading) for line in document.lines] == [("Lokaler", 1)]


def test_an_office_file_of_another_program_is_not_supported() -> None:
    content = rezipped(
        docx_of(lambda document: document.add_paragraph("Ja.")),
        {"[Content_Types].xml": lambda part: part.replace(b"wordprocessingml.document", b"x")},
    )
    assert refusal(content) is SetAside.UNSUPPORTED


def test_an_empty_line_between_manual_line_breaks_makes_the_gap_larger() -> None:
    content = docx_of_xml(
        "<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:br/><w:br/><w:t>C</w:t></w:r></w:p>"
    )
    a, b, c = lines(content)
    assert b.top - a.top < c.top - b.top
