import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.lines import Line
from importers.parse.header_blocks import attendance_in_section, parse_header
from importers.parse.header_labels import Kind


def printed(text, step=14.0):
    """Lines as printed, one below the other; " | " parts the cells of a row."""
    return [
        Line(cell.strip(), page=1, left=150.0 * column, top=row * step, height=10.0)
        for row, line in enumerate(text.strip("\n").split("\n"))
        for column, cell in enumerate(line.split(" | "))
        if cell.strip()
    ]


def blocks(text):
    return [(b.kind, b.label, [ln.text for ln in b.lines]) for b in parse_header(printed(text))]


def test_labels_on_lines_of_their_own_open_blocks():
    text = "Protokoll FSG\nNärvarande\nAnna Ek, chef\nFörhinder\nSaco\nTid:\n9–11\nPlats:\nEken"
    assert blocks(text) == [
        (Kind.TITLE, "", ["Protokoll FSG"]),
        (Kind.PRESENT, "Närvarande", ["Anna Ek, chef"]),
        (Kind.ABSENT, "Förhinder", ["Saco"]),
        (Kind.TIME, "Tid", ["9–11"]),
        (Kind.PLACE, "Plats", ["Eken"]),
    ]


def test_a_value_may_follow_its_label_on_the_line():
    assert blocks("Tid: 9–11\nPlats Eken") == [
        (Kind.TIME, "Tid", ["9–11"]),
        (Kind.PLACE, "Plats", ["Eken"]),
    ]


def test_a_value_may_stand_in_the_next_cell():
    assert blocks("Tid | 9–11 | Plats | Eken") == [
        (Kind.TIME, "Tid", ["9–11"]),
        (Kind.PLACE, "Plats", ["Eken"]),
    ]


def test_labels_side_by_side_head_columns():
    assert blocks("Närvarande | Förhinder\nAnna Ek | Bo Alm\nCia Dal") == [
        (Kind.PRESENT, "Närvarande", ["Anna Ek", "Cia Dal"]),
        (Kind.ABSENT, "Förhinder", ["Bo Alm"]),
    ]


def test_a_side_is_a_line_of_the_attendance():
    text = "Närvarande\nFör arbetsgivaren\nAnna Ek\nFackliga organisationer\nVision: Disa Ask"
    ((kind, _, lines),) = blocks(text)
    assert kind is Kind.PRESENT
    assert lines[0] == "För arbetsgivaren"
    assert len(lines) == 4


def test_a_side_opens_the_attendance_where_nothing_else_has():
    assert blocks("Protokoll\nArbetsgivarrepresentanter:\nAnna Ek")[1] == (
        Kind.PRESENT,
        "",
        ["Arbetsgivarrepresentanter:", "Anna Ek"],
    )


def test_a_letterhead_opens_no_attendance():
    assert blocks("Socialförvaltningen\nProtokoll") == [
        (Kind.TITLE, "", ["Socialförvaltningen", "Protokoll"])
    ]


def test_a_place_goes_on_over_the_line_only_where_it_must():
    assert blocks("Plats:\nSammanträdesrum Eken,\nStorgatan 4\nKaffe serveras.") == [
        (Kind.PLACE, "Plats", ["Sammanträdesrum Eken,", "Storgatan 4"]),
        (Kind.REST, "", ["Kaffe serveras."]),
    ]


def test_the_secretary_among_those_present_is_no_block():
    ((kind, _, lines),) = blocks("Närvarande\nAnna Ek\nSekreterare: Bo Alm")
    assert (kind, lines) == (Kind.PRESENT, ["Anna Ek", "Sekreterare: Bo Alm"])


def test_the_secretary_after_those_absent_is_not_absent():
    assert blocks("Förhinder\nSaco\nSekreterare\nBo Alm")[1] == (
        Kind.SECRETARY,
        "Sekreterare",
        ["Bo Alm"],
    )


def test_a_section_may_be_the_attendance():
    found = attendance_in_section("Närvarande", printed("Anna Ek\nFörhinder\nBo Alm"))
    assert [(b.kind, b.text) for b in found] == [(Kind.PRESENT, "Anna Ek"), (Kind.ABSENT, "Bo Alm")]


def test_a_section_may_hold_the_attendance():
    found = attendance_in_section("Mötet öppnas", printed("Alla hälsas välkomna.\nFörhinder: Saco"))
    assert [(b.kind, b.text) for b in found] == [(Kind.ABSENT, "Saco")]


@pytest.mark.parametrize("title", ["Mötet öppnas", "Närvarande"])
def test_other_sections_hold_no_attendance(title):
    assert attendance_in_section(title, ()) == ()


@pytest.mark.parametrize("text", ["", "Närvarande"])
def test_an_empty_header_has_no_lines(text):
    assert [line for _, _, lines in blocks(text) for line in lines] == []


@given(st.lists(st.sampled_from(["Anna Ek", "Eken", "Kl. 9", "Vision", "För arbetsgivaren"])))
def test_no_line_is_lost(texts):
    lines = [Line(text, top=float(row)) for row, text in enumerate(texts)]
    kept = [line for block in parse_header(lines) for line in block.lines]
    assert kept == lines
