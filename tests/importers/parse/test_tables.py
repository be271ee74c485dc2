"""Cells that run over several printed lines are put together."""

from importers.formats.lines import Line
from importers.parse.paragraphs import Metrics, restore
from importers.parse.tables import with_whole_cells

METRICS = Metrics(step=13.0, margin=500.0)


def table(*rows: str) -> list[Line]:
    """Lines as printed; "|" parts the cells, and an empty line is a larger gap."""
    return [
        Line(cell.strip(), page=1, left=70.0 + 200 * place, top=13.0 * n, right=240.0, height=10.0)
        for n, row in enumerate(rows)
        for place, cell in enumerate(row.split("|"))
        if cell.strip()
    ]


def text(*rows: str) -> list[str]:
    return restore(with_whole_cells(table(*rows), METRICS), METRICS).text.split("\n\n")


def test_wrapped_cells_are_whole_again() -> None:
    assert text(
        "Fråga|Svar",
        "Hur länge är larmet|Leverantören lagar",
        "ur funktion?|det i maj.",
        "När öppnar köket?|Det öppnar när",
        "|golvet har torkat.",
    ) == [
        "Fråga | Svar",
        "Hur länge är larmet ur funktion? | Leverantören lagar det i maj.",
        "När öppnar köket? | Det öppnar när golvet har torkat.",
    ]


def test_short_rows_stay_rows() -> None:
    assert text("Larm|Maj", "Kök|Juni") == ["Larm | Maj", "Kök | Juni"]


def test_text_after_a_gap_belongs_to_no_cell() -> None:
    assert text("Larm|Maj", "", "och så vidare")[-1] == "och så vidare"


def test_text_in_no_column_is_no_cell() -> None:
    lines = [*table("Larm|Maj"), Line("och så", page=1, left=95.0, top=13.0, height=10.0)]
    assert len(list(with_whole_cells(lines, METRICS))) == 3
