"""What every format without pages makes of paragraphs and rows."""

from hypothesis import given
from hypothesis import strategies as st

from importers.formats.flow import Flow, Piece, in_order


def flow_of(*texts: str) -> Flow:
    flow = Flow()
    for text in texts:
        flow.paragraph([Piece(text)])
    return flow


def test_paragraphs_are_two_lines_apart_and_their_line_breaks_one() -> None:
    assert [(line.text, line.top) for line in flow_of("A\nB", "", "C").lines] == [
        ("A", 0),
        ("B", 1),
        ("C", 4),
    ]


def test_empty_lines_around_a_text_are_no_gaps_but_those_inside_are() -> None:
    assert [(line.text, line.top) for line in flow_of("\n\nA\n\nB\n").lines] == [("A", 0), ("B", 2)]


def test_only_the_first_line_of_a_paragraph_bears_its_number() -> None:
    flow = Flow()
    flow.paragraph([Piece("\nLokaler\tsal\nJa.")], label="4.")
    assert [(line.number, line.text) for line in flow.lines] == [
        ("4.", "Lokaler"),
        (None, "sal"),
        (None, "Ja."),
    ]


def test_the_size_that_most_letters_have_is_the_lines() -> None:
    flow = Flow()
    flow.paragraph([Piece("Nr 3 ", True, 9.0), Piece("Protokoll", True, 14.0), Piece("  ")])
    (line,) = flow.lines
    assert (line.size, line.bold) == (14.0, True)


def test_a_cell_without_a_row_begins_one() -> None:
    flow = Flow()
    flow.begin_cell()
    flow.paragraph([Piece("A")])
    flow.begin_cell()
    flow.paragraph([Piece("B")])
    flow.end_row()
    flow.end_row()
    assert [(line.text, line.left, line.top) for line in flow.lines] == [("A", 0, 0), ("B", 1, 0)]


def test_text_in_a_row_before_its_first_cell_is_in_the_first() -> None:
    flow = Flow()
    flow.begin_row()
    flow.paragraph([Piece("A")])
    flow.end_row()
    assert [line.text for line in flow.lines] == ["A"]


def test_a_part_that_is_absorbed_stands_where_we_are() -> None:
    flow = flow_of("A")
    flow.begin_row()
    flow.begin_cell()
    flow.begin_cell()
    flow.absorb(flow_of("B", "C"))
    flow.end_row()
    flow.paragraph([Piece("D")])
    assert [(line.text, line.left, line.top) for line in flow.lines] == [
        ("A", 0, 0),
        ("B", 1, 2),
        ("C", 1, 4),
        ("D", 0, 6),
    ]


def test_headers_and_footers_come_once_as_furniture_and_the_body_as_it_is() -> None:
    lines = in_order(
        [flow_of("Granvik"), flow_of("Granvik")],
        [flow_of("Ja."), flow_of("Ja.")],
        [flow_of("Granvik")],
    )
    assert [(line.text, line.furniture) for line in lines] == [
        ("Granvik", True),
        ("Ja.", False),
        ("Ja.", False),
        ("Granvik", True),
    ]
    assert [line.top for line in lines] == sorted({line.top for line in lines})


@given(st.lists(st.sampled_from(["row", "cell", "end", "A", "B\nC", ""]), max_size=30))
def test_no_paragraph_is_lost_in_any_order_of_rows_and_cells(steps: list[str]) -> None:
    flow = Flow()
    for step in steps:
        match step:
            case "row":
                flow.begin_row()
            case "cell":
                flow.begin_cell()
            case "end":
                flow.end_row()
            case text:
                flow.paragraph([Piece(text)])
    while flow.open_rows:
        flow.end_row()
    written = [word for step in steps if step.isupper() for word in step.split()]
    assert sorted(line.text for line in flow.lines) == sorted(written)
