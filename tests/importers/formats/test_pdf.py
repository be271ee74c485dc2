"""A PDF's glyphs become lines, cells and columns, in the order a person reads them."""

import logging
import math
import zlib

import pytest
from files import A4, lines_at, pdf_of, printed
from PIL import Image
from raw_pdf import PAGE, RESOURCES, pdf_of_description, stream_of
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.lines import Line
from importers.formats.pdf import read_pdf

registerFont(TTFont("Vera", "Vera.ttf"))  # comes with reportlab
DOWNWARDS = UnicodeCIDFont("HeiseiMin-W3", isVertical=True)
registerFont(DOWNWARDS)

PROSE = (
    "Arbetsgivaren informerade om att förvaltningen ser över bemanningen under våren. "
    "Kommunal frågade hur det går med rekryteringen av undersköterskor till hemtjänsten. "
    "Arbetsgivaren svarade att tjänsterna är utlysta och att intervjuer pågår. "
) * 3


def lines(content: bytes) -> tuple[Line, ...]:
    return read_pdf(content, "protokoll.pdf", Limits()).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def refusal(content: bytes, limits: Limits | None = None) -> SetAside:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(content, "protokoll.pdf", limits or Limits())
    assert caught.value.filename == "protokoll.pdf"
    return caught.value.reason


def test_lines_carry_page_place_and_type() -> None:
    content = pdf_of(
        lines_at((70, 100, "Protokoll från mötet"), font="Helvetica-Bold", size=14),
        lines_at((70, 100, "§ 1 Mötets öppnande")),
    )
    title, heading = lines(content)
    assert (title.text, title.page, title.font, title.size, title.bold) == (
        ("Protokoll från mötet", 1, "Helvetica-Bold", 14.0, True)
    )
    assert (heading.page, heading.font, heading.bold) == (2, "Helvetica", False)
    assert (heading.left, heading.top + heading.height) == (70.0, 100.0)
    assert heading.right == pytest.approx(70 + 5.7 * len("§ 1 Mötets öppnande"), rel=0.1)


def test_the_document_knows_its_pages_and_their_height() -> None:
    document = read_pdf(pdf_of(*[printed("Mötet öppnas")] * 3), "a.pdf", Limits())
    assert (document.page_count, document.page_height) == (3, A4[1])
    assert document.media_type == "application/pdf"


def test_lines_drawn_in_any_order_are_read_from_the_top() -> None:
    content = pdf_of(lines_at((70, 300, "tredje raden"), (70, 100, "första"), (70, 200, "andra")))
    assert texts(content) == ["första", "andra", "tredje raden"]


def test_words_drawn_one_by_one_without_spaces_are_parted() -> None:
    content = pdf_of(lines_at((70, 100, "Mötet"), (102, 100, "öppnades"), (153, 100, "klockan")))
    assert texts(content) == ["Mötet öppnades klockan"]


def test_a_letterspaced_word_stays_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "PROTOKOLL FRÅN MÖTE", charSpace=4)

    assert texts(pdf_of(draw)) == ["PROTOKOLL FRÅN MÖTE"]


def test_a_space_that_takes_no_room_parts_no_word() -> None:
    # Chromium draws a soft hyphen that does not show as a space, and goes back over it.
    width = stringWidth("informations", "Helvetica", 11)
    content = pdf_of(lines_at((70, 100, "informations "), (70 + width, 100, "klassning")))
    assert texts(content) == ["informationsklassning"]


def test_cells_of_a_row_are_lines_with_the_same_top() -> None:
    content = pdf_of(lines_at((300, 100, "ordförande"), (70, 100, "Anna Ek"), (450, 100, "Vision")))
    name, role, union = lines(content)
    assert [name.text, role.text, union.text] == ["Anna Ek", "ordförande", "Vision"]
    assert name.top == role.top == union.top
    assert name.left < role.left < union.left


def test_a_cell_that_all_but_touches_the_next_column_ends_there() -> None:
    width = stringWidth("verksamhetschef hemtjänst", "Helvetica", 11)
    content = pdf_of(
        lines_at(
            (70, 100, "ordförande"),
            (80 + width, 100, "Arbetsgivaren"),
            (70, 120, "verksamhetschef hemtjänst"),
            (80 + width, 120, "Arbetsgivaren"),
        )
    )
    assert texts(content) == [
        "ordförande",
        "Arbetsgivaren",
        "verksamhetschef hemtjänst",
        "Arbetsgivaren",
    ]


def test_an_attendance_list_in_two_columns_is_read_row_by_row() -> None:
    rows = [("För arbetsgivaren", "För de fackliga"), ("Anna Ek, chef", "Bo Lind, Vision")]
    columns = [(left, [row[place] for row in rows]) for place, left in enumerate((70, 320))]
    content = pdf_of(
        lines_at(
            *(
                (left, 100 + 15 * place, text)
                for left, column in columns
                for place, text in enumerate(column)
            )
        )
    )
    assert texts(content) == [*rows[0], *rows[1]]


def test_a_number_set_apart_by_a_tab_stays_with_its_text() -> None:
    content = pdf_of(lines_at((70, 100, "§ 4"), (130, 100, "Lokaler i Granvik")))
    (line,) = lines(content)
    assert (line.text, line.left) == ("§ 4 Lokaler i Granvik", 70.0)


def test_prose_in_two_columns_is_read_column_by_column() -> None:
    def draw(canvas: Canvas) -> None:
        style = ParagraphStyle("prosa", fontName="Helvetica", fontSize=10, leading=12)
        for left, number in ((60, "ett"), (320, "två")):
            paragraph = Paragraph(f"Spalt {number}. {PROSE}Slut på {number}.", style)
            _, height = paragraph.wrap(220, 600)
            paragraph.drawOn(canvas, left, 700 - height)
        canvas.drawString(
            60, 760, "Protokoll från förvaltningsgruppens möte i Granviks kommunhus nu"
        )
        canvas.drawString(60, 100, "Sida 1 (1)")

    text = " ".join(texts(pdf_of(draw)))
    places = [text.index(part) for part in ("Protokoll", "Spalt ett", "Slut på ett", "Spalt två")]
    assert places == sorted(places)
    assert text.endswith("Slut på två. Sida 1 (1)")


def test_a_short_last_column_follows_the_long_one() -> None:
    def draw(canvas: Canvas) -> None:
        style = ParagraphStyle("prosa", fontName="Helvetica", fontSize=10, leading=12)
        long = Paragraph(f"Spalt ett. {PROSE * 3}Slut på ett.", style)
        _, height = long.wrap(220, 700)
        long.drawOn(canvas, 60, 780 - height)
        for place, words in enumerate(("§ 9 Avslut", "Mötet avslutades.", "Vid protokollet")):
            canvas.drawString(320, 771 - 12 * place, words)

    text = " ".join(texts(pdf_of(draw)))
    assert text.endswith("Slut på ett. § 9 Avslut Mötet avslutades. Vid protokollet")


def test_a_tables_second_cells_stay_in_their_rows_beside_long_first_ones() -> None:
    matter = "Remiss om kommunens program för friluftsliv"
    rows = [(f"{number} {matter}", f"dnr {number}") for number in range(1, 17)]
    content = pdf_of(
        lines_at(
            *(
                (left, 100 + 13 * place, cell)
                for place, row in enumerate(rows)
                for left, cell in zip((70, 360), row, strict=True)
            )
        )
    )
    assert texts(content) == [cell for row in rows for cell in row]


def test_a_justified_line_with_wide_spaces_is_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(70, 700)
        text.setWordSpace(20)
        text.textLine("Arbetsgivaren informerade om läget")
        canvas.drawText(text)

    assert texts(pdf_of(draw)) == ["Arbetsgivaren informerade om läget"]


def test_a_raised_number_belongs_to_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(70, 700)
        text.textOut("Ytan är 40 m")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("2")
        canvas.drawText(text)

    assert texts(pdf_of(draw)) == ["Ytan är 40 m2"]


def test_text_printed_twice_to_look_bold_is_read_once_and_is_bold() -> None:
    content = pdf_of(lines_at((70, 100, "Mötet öppnas"), (70.4, 100, "Mötet öppnas")))
    (line,) = lines(content)
    assert (line.text, line.bold) == ("Mötet öppnas", True)


def test_text_painted_with_an_outline_is_bold() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Mötets öppnande", mode=2)

    assert lines(pdf_of(draw))[0].bold


def test_a_bold_word_does_not_make_a_line_bold_but_a_light_number_does_not_unmake_it() -> None:
    def draw(canvas: Canvas) -> None:
        for down, parts in (
            (100, ("-Bold", "Svar:", "", " ja")),
            (120, ("", "4. ", "-Bold", "Övrigt")),
        ):
            text = canvas.beginText(70, A4[1] - down)
            for weight, part in zip(parts[::2], parts[1::2], strict=True):
                text.setFont(f"Helvetica{weight}", 11)
                text.textOut(part)
            canvas.drawText(text)

    assert [(line.text, line.bold) for line in lines(pdf_of(draw))] == [
        ("Svar: ja", False),
        ("4. Övrigt", True),
    ]


def test_a_picture_font_gives_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(70, 700, "n")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(88, 700, "Lokaler i Granvik")

    assert texts(pdf_of(draw)) == ["• Lokaler i Granvik"]


def test_a_bullet_without_a_code_of_its_own_is_one() -> None:
    assert texts(pdf_of(lines_at((70, 100, "• Lokaler i Granvik")))) == ["• Lokaler i Granvik"]


@pytest.mark.parametrize("angle", [45, 90, 180, 270])
def test_a_stamp_on_its_side_or_aslant_comes_last_as_furniture(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        printed("Mötet öppnas.\nDagordningen godkänns.")(canvas)
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "Inkom 2024-03-20")

    found = lines(pdf_of(draw))
    assert [line.text for line in found] == [
        "Mötet öppnas.",
        "Dagordningen godkänns.",
        "Inkom 2024-03-20",
    ]
    assert [line.furniture for line in found] == [False, False, True]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_whole_page_on_its_side_is_read_upright(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*{90: (A4[0], 0), 180: A4, 270: (0, A4[1])}[angle])
        canvas.rotate(angle)
        canvas.drawString(70, 420, "Mötet öppnas.")
        canvas.drawString(70, 400, "Dagordningen godkänns.")

    first, second = lines(pdf_of(draw))
    assert (first.text, second.text) == ("Mötet öppnas.", "Dagordningen godkänns.")
    assert math.isclose(second.top - first.top, 20)
    assert first.left == second.left == 70
    assert not first.furniture


def test_a_page_turned_by_its_own_setting_is_read_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[1], 0)
        canvas.rotate(90)
        printed("Mötet öppnas.")(canvas)

    document = read_pdf(pdf_of(draw), "a.pdf", Limits())
    (line,) = document.lines
    assert document.page_height == A4[1]
    assert (line.left, line.top + line.height, line.furniture) == (70, 80, False)


@pytest.mark.parametrize("angle", [-7, -1, 0.4, 3])
def test_a_page_that_lies_aslant_in_the_scanner_is_read_line_by_line(angle: float) -> None:
    rows = [
        "Arbetsgivaren informerade om att förvaltningen ser över bemanningen under våren.",
        "Kommunal frågade hur det går med rekryteringen av undersköterskor.",
        "Arbetsgivaren svarade att tjänsterna är utlysta och att intervjuer pågår nu i vår.",
    ]

    def draw(canvas: Canvas) -> None:
        canvas.translate(50, 400)
        canvas.rotate(angle)
        for place, row in enumerate(rows):
            left = 0.0
            for word in row.split():
                canvas.drawString(left, -14 * place, word)
                left += stringWidth(f"{word} ", "Helvetica", 12)

    found = lines(pdf_of(draw))
    assert [line.text for line in found] == rows
    assert not any(line.furniture for line in found)


def test_text_set_downwards_is_read_column_by_column() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(DOWNWARDS.fontName, 14)
        canvas.drawString(500, 780, "議事録第一号")
        canvas.drawString(470, 780, "開会宣言の件")

    assert texts(pdf_of(draw)) == ["議事録第一号", "開会宣言の件"]


def test_words_written_on_a_ruled_line_are_not_mixed_with_it() -> None:
    content = pdf_of(lines_at((70, 100, "Namn: ________________"), (110, 100, "Anna Ek")))
    assert "Anna Ek" in texts(content)[0]


def test_letters_drawn_one_by_one_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        left = 70.0
        for letter in "Mötet öppnas":
            canvas.drawString(left, 700, letter)
            left += stringWidth(letter, "Helvetica", 12)

    assert texts(pdf_of(draw)) == ["Mötet öppnas"]


def test_spaces_made_by_moving_the_pen_are_spaces_and_kerning_is_not() -> None:
    described = b"BT /F1 11 Tf 70 700 Td [(M) -20 (ot) 35 (et) -300 (oppnas)] TJ ET"
    assert texts(pdf_of_description(described)) == ["Motet oppnas"]


def test_a_word_set_with_more_space_than_a_letter_takes_is_letters() -> None:
    described = b"BT /F1 11 Tf 70 700 Td (Dagordningen) Tj 0 -20 Td 9 Tc (Jan) Tj ET"
    assert texts(pdf_of_description(described)) == ["Dagordningen", "J a n"]


def test_a_condensed_text_keeps_its_spaces() -> None:
    described = b"BT /F1 11 Tf 60 Tz 70 700 Td (Dagordningen) Tj ( faststalls) Tj ET"
    (line,) = lines(pdf_of_description(described))
    assert line.text == "Dagordningen faststalls"
    assert line.right == pytest.approx(
        70 + 0.6 * stringWidth("Dagordningen faststalls", "Helvetica", 11), abs=0.1
    )


def test_what_is_set_in_a_form_does_not_outlive_it() -> None:
    form = stream_of(b"BT /F1 30 Tf 9 Tr 100 Ts ET q q", b"/Subtype /Form /BBox [0 0 9 9]")
    resources = RESOURCES[:-2] + b"/XObject << /X 6 0 R >> >>"
    described = b"/F1 11 Tf /X Do BT 70 700 Td (Dagordningen) Tj ET"
    (line,) = lines(pdf_of_description(described, resources=resources, more={6: form}))
    assert (line.size, line.top + line.height) == (11.0, 842 - 700)


def test_a_form_that_unpacks_halfway_makes_the_file_broken() -> None:
    form = stream_of(zlib.compress(b"BT ET" * 99)[:-9], b"/Subtype /Form /Filter /FlateDecode")
    resources = b"<< /XObject << /X 6 0 R >> >>"
    content = pdf_of_description(b"/X Do", resources=resources, more={6: form})
    assert refusal(content) is SetAside.BROKEN


def test_text_in_a_form_is_read_with_the_rest() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("sidhuvud")
        canvas.drawString(70, 800, "Granviks kommun")
        canvas.endForm()
        canvas.doForm("sidhuvud")
        canvas.drawString(70, 700, "Mötet öppnas.")

    assert texts(pdf_of(draw)) == ["Granviks kommun", "Mötet öppnas."]


def test_a_locked_pdf_is_told_from_a_broken_one() -> None:
    assert refusal(pdf_of(printed("Mötet öppnas."), password="hemligt")) is SetAside.ENCRYPTED


def test_a_pdf_locked_against_changes_only_is_read() -> None:
    rights = StandardEncryption("", ownerPassword="hemligt", canCopy=0)
    assert texts(pdf_of(printed("Mötet öppnas."), password=rights)) == ["Mötet öppnas."]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_pdf_cut_off_anywhere_is_broken(share: float) -> None:
    content = pdf_of(*[printed("Mötet öppnas.\n" * 20)] * 3)
    assert refusal(content[: int(len(content) * share)]) is SetAside.BROKEN


def test_a_pdf_whose_page_unpacks_halfway_is_broken() -> None:
    content = pdf_of(printed("Mötet öppnas.\n" * 20))
    assert content.count(b"/FlateDecode") == 1
    start = content.index(b"stream\n") + 40
    assert refusal(content[:start] + b"uuuuuuuuuu" + content[start + 10 :]) is SetAside.BROKEN


def test_a_pdf_that_lost_a_page_is_broken() -> None:
    content = pdf_of(*[printed("Mötet öppnas.")] * 2)
    assert refusal(content.replace(b"/Count 2", b"/Count 3")) is SetAside.BROKEN


def test_a_pdf_without_pages_is_broken() -> None:
    content = pdf_of(printed("Mötet öppnas."))
    assert refusal(content.replace(b"/Type /Page\n", b"/Type /Bild\n")) is SetAside.BROKEN


def photographed(canvas: Canvas) -> None:
    """Fills the page with a picture, as a scanner does."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def test_a_pdf_of_pictures_has_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 100, 300, 300, fill=1)
        canvas.drawString(300, 20, "1 (3)")

    document = read_pdf(pdf_of(*[draw] * 3), "bilder.pdf", Limits())
    assert (document.lines, document.without_text, document.page_count) == ((), (1, 2, 3), 3)


def test_a_page_that_is_only_a_picture_is_told_from_the_others() -> None:
    def stamped(canvas: Canvas) -> None:
        photographed(canvas)
        canvas.drawString(300, 20, "2 (4)")

    def empty(canvas: Canvas) -> None:
        """Draws nothing: the back of a sheet."""

    def with_logotype(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 70, 750, 40, 40)
        canvas.drawString(70, 700, "Bilagor")

    content = pdf_of(printed("Mötet öppnas."), stamped, empty, with_logotype)
    document = read_pdf(content, "protokoll.pdf", Limits())
    assert document.without_text == (2,)
    assert [line.text for line in document.lines] == ["Mötet öppnas.", "2 (4)", "Bilagor"]


def test_a_scan_with_numbers_in_its_margins_and_a_stamp_aslant_is_a_picture() -> None:
    def draw(canvas: Canvas) -> None:
        photographed(canvas)
        canvas.drawString(70, 810, "Granviks kommun, socialförvaltningen")
        canvas.drawString(300, 20, "KS 2024/117, sida 2 av 4")
        canvas.translate(300, 400)
        canvas.rotate(20)
        canvas.drawString(0, 0, "Inkom till registraturen 2024-03-20")

    document = read_pdf(pdf_of(printed("Mötet öppnas."), draw), "protokoll.pdf", Limits())
    assert document.without_text == (2,)
    assert len(document.lines) == 4


def test_text_upon_a_picture_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        photographed(canvas)
        printed("Mötet öppnas.", top=200)(canvas)

    document = read_pdf(pdf_of(draw), "protokoll.pdf", Limits())
    assert ([line.text for line in document.lines], document.without_text) == (
        ["Mötet öppnas."],
        (),
    )


def test_a_letter_that_the_font_does_not_name_shows_as_unknown() -> None:
    content = pdf_of(lines_at((70, 100, "Mötet öppnas klockan nio"), font="Vera"))
    assert texts(content) == ["Mötet öppnas klockan nio"]
    nameless = content.replace(b"/ToUnicode", b"/FromUnicod")
    assert texts(nameless) == ["M\ufffdtet \ufffdppnas klockan nio"]


def test_a_page_whose_letters_are_mostly_unknown_has_no_text() -> None:
    content = pdf_of(
        lines_at((70, 100, "Mötet öppnas klockan nio")),
        lines_at((70, 100, "åäö åäö åäö åäö åäö Mötet öppnas"), font="Vera"),
    ).replace(b"/ToUnicode", b"/FromUnicod")
    document = read_pdf(content, "protokoll.pdf", Limits())
    assert document.without_text == (2,)
    assert document.lines[0].text == "Mötet öppnas klockan nio"


def test_a_page_in_an_encoding_that_is_not_known_has_no_text() -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Egen-H /DescendantFonts [6 0 R] >>"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    )
    content = pdf_of_description(
        b"BT /F1 11 Tf 70 700 Td <0001000200030004000500060007> Tj ET",
        resources=b"<< /Font << /F1 " + font + b" >> >>",
        more={6: descendant},
    )
    assert read_pdf(content, "protokoll.pdf", Limits()).without_text == (1,)


def test_a_sheet_without_size_is_read() -> None:
    page = PAGE.replace(b"595 842", b"0 0")
    described = b"BT /F1 11 Tf 70 700 Td (Dagordningen) Tj ET"
    assert texts(pdf_of_description(described, page=page)) == ["Dagordningen"]


def test_more_pages_than_allowed_are_refused() -> None:
    content = pdf_of(*[printed("Mötet öppnas.")] * 4)
    assert refusal(content, Limits(pages=3)) is SetAside.TOO_MANY_PAGES
    assert read_pdf(content, "a.pdf", Limits(pages=4)).page_count == 4


def test_reading_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    content = pdf_of(printed("Mötet öppnas.")).replace(b"/MediaBox", b"/MediaBix")
    with caplog.at_level(logging.INFO):
        texts(content)
    assert not caplog.records
