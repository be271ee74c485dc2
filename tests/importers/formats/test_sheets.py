"""Pages are drawn as they are shown, whatever file they come in."""

import io

import PIL.Image
import pytest
from files import lines_at, pdf_of, printed

from archive.errors import CannotDraw
from importers.formats.sheets import open_sheets

PDF = pdf_of(printed("Mötets öppnande"), printed("Mötet avslutas"))


def test_an_enormous_page_is_drawn_small() -> None:
    enormous = pdf_of(lambda canvas: canvas.setPageSize((14_400, 14_400)))
    with open_sheets(enormous) as sheets:
        picture = sheets.draw(1, 300, grey=True)
    assert picture.width * picture.height <= 40_100_000


@pytest.mark.parametrize("content", [b"", b"%PDF-", b"GIF89a", b"II*\0", b"\xff\xd8\xff"])
def test_what_is_no_picture_and_no_pdf_cannot_be_drawn(content: bytes) -> None:
    with pytest.raises(CannotDraw), open_sheets(content) as sheets:
        sheets.draw(1, 72)


def test_a_page_that_is_not_there_cannot_be_drawn() -> None:
    with open_sheets(PDF) as sheets, pytest.raises(CannotDraw):
        sheets.draw(3, 72)


def test_a_picture_without_dots_to_the_inch_is_taken_for_an_a4() -> None:
    file = io.BytesIO()
    PIL.Image.new("L", (1000, 1414)).save(file, "PNG")
    with open_sheets(file.getvalue()) as sheets:
        assert sheets.size(1) == pytest.approx((595, 842), abs=1)


def test_words_lie_where_the_picture_shows_them() -> None:
    pdf = pdf_of(lines_at((100, 200, "X"), size=40))
    with open_sheets(pdf) as sheets:
        box = sheets.draw(1, 72).convert("L").point(lambda shade: 255 - shade).getbbox()
    assert box is not None
    assert (box[0], box[3]) == pytest.approx((100, 200), abs=2)
