"""A file made to exhaust a reader is refused, soon and without harm."""

import zlib

import pytest
from raw_pdf import PAGE, RESOURCES, pdf_of_description, pdf_of_objects, stream_of

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.lines import Document
from importers.formats.pdf import read_pdf

FLATE = b"/Filter /FlateDecode"
TEXT = b"BT /F1 11 Tf 70 700 Td (Dagordningen faststalls) Tj ET"


def read(content: bytes) -> Document:
    return read_pdf(content, "protokoll.pdf", Limits())


def refusal(content: bytes) -> SetAside:
    with pytest.raises(UnreadableFile) as caught:
        read(content)
    return caught.value.reason


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content).lines]


def test_a_page_written_by_hand_is_read() -> None:
    assert texts(pdf_of_description(TEXT)) == ["Dagordningen faststalls"]


def test_a_page_that_swells_is_refused() -> None:
    bomb = zlib.compress(b"0 0 m\n" * 10_000_000)
    assert refusal(pdf_of_description(bomb, attributes=FLATE)) is SetAside.TOO_LARGE


def test_a_bomb_within_a_bomb_is_refused() -> None:
    bomb = zlib.compress(zlib.compress(b" " * 60_000_000))
    twice = b"/Filter [/FlateDecode /FlateDecode]"
    assert refusal(pdf_of_description(bomb, attributes=twice)) is SetAside.TOO_LARGE


def form(number: int, description: bytes) -> bytes:
    inner = b"<< /XObject << /X %d 0 R >> >>" % (number + 1)
    return stream_of(
        description, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + inner
    )


def test_forms_that_draw_each_other_many_times_over_are_refused() -> None:
    forms = {number: form(number, b"/X Do " * 50) for number in range(6, 40)}
    resources = b"<< /XObject << /X 6 0 R >> >>"
    content = pdf_of_description(b"/X Do", resources=resources, more=forms)
    assert refusal(content) is SetAside.TOO_LARGE


def test_forms_that_draw_each_other_long_texts_over_and_over_are_refused() -> None:
    forms = {number: form(number, b"/X Do " * 60) for number in range(6, 9)}
    forms[9] = stream_of(b"%" + b"x" * 100_000, b"/Subtype /Form /BBox [0 0 9 9]")
    resources = b"<< /XObject << /X 6 0 R >> >>"
    content = pdf_of_description(b"/X Do", resources=resources, more=forms)
    assert refusal(content) is SetAside.TOO_LARGE


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    resources = RESOURCES[:-2] + b"/XObject << /X 6 0 R >> >>"
    itself = stream_of(TEXT + b" /X Do", b"/Subtype /Form /BBox [0 0 9 9]")
    content = pdf_of_description(b"/X Do", resources=resources, more={6: itself})
    assert texts(content) == ["Dagordningen faststalls"]


@pytest.mark.parametrize(
    "description",
    [
        b"q " * 100_000 + TEXT,
        b"BT /F1 9 Tf (" + b"o" * 200_000 + b") Tj ET",
        b"BT /F1 9 Tf " + b"(%b) Tj " % (b"o" * 1_000) * 1_100 + b"ET",
    ],
)
def test_more_than_a_page_holds_is_refused(description: bytes) -> None:
    assert refusal(pdf_of_description(description)) is SetAside.TOO_LARGE


def test_an_object_that_is_itself_is_nothing() -> None:
    assert refusal(pdf_of_description(TEXT, page=b"3 0 R")) is SetAside.BROKEN


def test_without_its_fonts_a_page_is_read_as_if_they_were_ordinary() -> None:
    content = pdf_of_description(TEXT, resources=b"6 0 R", more={6: b"5 0 R"})
    assert texts(content) == ["Dagordningen faststalls"]


def test_an_object_by_way_of_another_is_found() -> None:
    content = pdf_of_description(TEXT, resources=b"6 0 R", more={6: RESOURCES})
    assert texts(content) == ["Dagordningen faststalls"]


def test_pages_within_themselves_are_refused() -> None:
    content = pdf_of_objects(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
        }
    )
    assert refusal(content) is SetAside.BROKEN


def test_a_table_of_two_thousand_million_objects_is_refused() -> None:
    table = b"<< /Type /XRef /Size 2000000000 /W [1 2 1] /Root 1 0 R /Length 0 >>\nstream\n"
    content = b"%PDF-1.7\n1 0 obj\n" + table + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"
    assert refusal(content) is SetAside.BROKEN


def test_a_row_of_two_thousand_million_columns_is_refused() -> None:
    packed = FLATE + b" /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    content = pdf_of_description(zlib.compress(TEXT), attributes=packed)
    assert refusal(content) is SetAside.BROKEN


def test_widths_for_more_characters_than_there_are_are_refused() -> None:
    resources = (
        b"<< /Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> "
        b"/W [0 4000000000 500] >>] >> >> >>"
    )
    assert refusal(pdf_of_description(TEXT, resources=resources)) is SetAside.BROKEN


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (TEXT.hex().encode() + b">", b"/ASCIIHexDecode"),
        (b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", b"/LZWDecode"),
        (bytes([len(TEXT) - 1]) + TEXT + b"\x80", b"/RunLengthDecode"),
    ],
)
def test_every_packing_of_old_is_unpacked(packed: bytes, name: bytes) -> None:
    document = read(pdf_of_description(packed, attributes=b"/Filter " + name))
    assert document.page_count == 1
    assert document.lines or name == b"/LZWDecode"  # whose example is of ISO 32000-1, 7.4.4.2


def test_a_page_without_a_description_is_empty() -> None:
    empty = PAGE.replace(b"/Contents 4 0 R", b"")
    assert read(pdf_of_description(b"", page=empty)).lines == ()
