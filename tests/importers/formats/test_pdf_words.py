"""Every word has a box, and the box is where the word's ink is on the page as it is shown."""

import io
import itertools

import pypdfium2
import pytest
from files import A4, Draw, lines_at, pdf_of
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from raw_pdf import PAGE, pdf_of_description
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from archive.pages import PageWords, WordBox
from archive.settings import Limits
from importers.demo import render, selected_meetings
from importers.formats.lines import Document
from importers.formats.pdf import read_pdf

registerFont(TTFont("Vera", "Vera.ttf"))  # comes with reportlab

SCALE = 4  # pixels to a point
DARK = 140
NEAR = 0.4  # points that a letter may reach over its own width

MINUTES = lines_at(
    (70, 100, "Protokoll från förvaltningsgruppens möte"),
    (70, 130, "§ 1 Mötets öppnande"),
    (70, 150, "Ordföranden Åsa Öberg hälsar alla välkomna."),
    (400, 150, "Vision"),
    (70, 180, "• Lokaler i Granvik"),
    size=12,
)


def read(content: bytes) -> Document:
    return read_pdf(content, "protokoll.pdf", Limits())


def only_page(content: bytes) -> PageWords:
    (page,) = read(content).pages
    return page


def picture_of(content: bytes, number: int = 1) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        return document[number - 1].render(scale=SCALE).to_pil().convert("L")


def is_inked(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    darkest, _ = picture.crop(
        tuple(round(edge * SCALE) for edge in (left, top, right, bottom))
    ).getextrema()
    return darkest < DARK


def hits(picture: Image.Image, word: WordBox) -> bool:
    return is_inked(picture, *word[1:])


def is_free_beside(picture: Image.Image, word: WordBox) -> bool:
    """No ink close to the right or the left of the word."""
    _, left, top, right, bottom = word
    return not (
        is_inked(picture, left - NEAR - 1, top, left - NEAR, bottom)
        or is_inked(picture, right + NEAR, top, right + NEAR + 1, bottom)
    )


def with_font(canvas: Canvas) -> None:
    lines_at((70, 100, "Mötet öppnas klockan nio."), font="Vera", size=14)(canvas)


def letterspaced(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "PROTOKOLL FRÅN MÖTE", charSpace=4)


def spelled_out(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "P R O T O K O L L från mötet")


def justified(canvas: Canvas) -> None:
    text = canvas.beginText(70, 700)
    text.setWordSpace(9)
    text.textLine("Arbetsgivaren informerade om läget")
    canvas.drawText(text)


def stamped(canvas: Canvas) -> None:
    MINUTES(canvas)
    for angle in (35, 90, 180, 270):
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(angle)
        canvas.drawString(40, 0, "Inkom 2024-03-20")
        canvas.restoreState()


def aslant(canvas: Canvas) -> None:
    canvas.translate(20, 20)
    canvas.rotate(-2)
    MINUTES(canvas)


def turned(degrees: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(degrees)
        if degrees != 180:  # the sheet lies down
            canvas.translate(0, A4[0] - A4[1])
        MINUTES(canvas)

    return draw


UPRIGHT = [MINUTES, with_font, letterspaced, spelled_out, justified, *map(turned, (90, 180, 270))]


@pytest.mark.parametrize("draw", [*UPRIGHT, stamped, aslant])
def test_a_word_marked_at_its_box_is_marked_on_its_ink(draw: Draw) -> None:
    content = pdf_of(draw)
    picture, page = picture_of(content), only_page(content)
    assert (page.width * SCALE, page.height * SCALE) == pytest.approx(picture.size, abs=1)
    assert page.words
    assert [word.text for word in page.words if not hits(picture, word)] == []


@pytest.mark.parametrize("draw", UPRIGHT)
def test_a_word_marked_at_its_box_has_nothing_of_the_next(draw: Draw) -> None:
    content = pdf_of(draw)
    picture, page = picture_of(content), only_page(content)
    assert page.words
    assert [word.text for word in page.words if not is_free_beside(picture, word)] == []


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [b"/MediaBox [-50 -30 545 812]", b"/CropBox [40 60 500 790]"])
def test_boxes_are_counted_from_the_corner_of_what_is_shown(box: bytes, rotation: int) -> None:
    page = PAGE.replace(b">>", box + b" /Rotate %d >>" % rotation)
    described = b"BT /F1 14 Tf 70 700 Td (Dagordningen) Tj ( faststalls) Tj ET"
    content = pdf_of_description(
        described, page=page.replace(b"/MediaBox [0 0 595 842]", b"", box.startswith(b"/Media"))
    )
    picture, found = picture_of(content), only_page(content)
    assert (found.width * SCALE, found.height * SCALE) == pytest.approx(picture.size, abs=1)
    assert [word.text for word in found.words] == ["Dagordningen", "faststalls"]
    assert all(hits(picture, word) for word in found.words)


def test_words_outside_what_is_shown_have_no_box() -> None:
    page = PAGE.replace(b">>", b"/CropBox [0 0 595 600] >>")
    described = b"BT /F1 14 Tf 70 700 Td (Skarmarke) Tj 0 -300 Td (Dagordningen) Tj ET"
    document = read(pdf_of_description(described, page=page))
    assert [line.text for line in document.lines] == ["Skarmarke", "Dagordningen"]
    assert [word.text for word in document.pages[0].words] == ["Dagordningen"]


def test_a_word_half_outside_is_cut_at_the_edge() -> None:
    (word,) = only_page(pdf_of(lines_at((560, 100, "Dagordningen"), size=14))).words
    assert (word.left, word.right) == (560, A4[0])


def test_a_word_typed_with_spaces_is_one_box() -> None:
    first, second, third = only_page(pdf_of(spelled_out)).words
    assert [first.text, second.text, third.text] == ["PROTOKOLL", "från", "mötet"]
    assert first.right - first.left > 80


def test_a_raised_number_is_within_its_words_box() -> None:
    described = b"BT /F1 12 Tf 70 700 Td (Lokalerna, 40 m) Tj 4 Ts /F1 8 Tf (2) Tj ET"
    *_, word = only_page(pdf_of_description(described)).words
    assert word.text == "m2"
    assert word.top < 842 - 700 - 0.9 * 12


def test_every_page_has_its_size_and_words() -> None:
    document = read(pdf_of(MINUTES, lambda canvas: None, with_font))
    assert [(page.number, page.width, page.height) for page in document.pages] == [
        (1, *A4),
        (2, *A4),
        (3, *A4),
    ]
    assert [bool(page.words) for page in document.pages] == [True, False, True]


@pytest.mark.parametrize("number", range(3))
def test_invented_protocols_have_a_box_for_every_word(number: int) -> None:
    minutes = next(itertools.islice(selected_meetings(2, 3), number, None))
    content = render(minutes, "pdf")
    document = read(content)
    for page in document.pages:
        printed = [line.text for line in document.lines if line.page == page.number]
        assert " ".join(word.text for word in page.words) == " ".join(printed)
        picture = picture_of(content, page.number)
        assert all(hits(picture, word) for word in page.words)


words = st.text("abcdefghåäöÅÄÖ0123456789§.,()-•–", min_size=1, max_size=12)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 560),
            st.floats(10, 830),
            st.lists(words, min_size=1, max_size=6).map(" ".join),
        ),
        max_size=6,
    ),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([6, 11, 30]),
)
def test_every_word_has_a_box_within_the_page(
    placed: list[tuple[float, float, str]], rotation: int, size: int
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.setFont("Helvetica", size)
        for left, up, text in placed:
            canvas.drawString(left, up, text)

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(2000, 2000))
    draw(canvas)
    canvas.drawString(10, 1000, "Dagordningen godkänns")
    canvas.save()
    document = read(file.getvalue())
    (page,) = document.pages
    assert [word.text for word in page.words] == " ".join(
        line.text for line in document.lines
    ).split()
    for word in page.words:
        assert 0 <= word.left < word.right <= page.width
        assert 0 <= word.top < word.bottom <= page.height
