import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.csv_form import FORMULA, csv_text


def read_back(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_swedish_spreadsheet_opens_it_as_it_is() -> None:
    assert csv_text(["år", "värde"], [[2025, 3]]) == "\ufeffår;värde\r\n2025;3\r\n"


@pytest.mark.parametrize("formula", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_set_off(formula: str) -> None:
    assert read_back(csv_text(["a"], [[formula]]))[1] == [f"'{formula}"]


def test_a_number_is_left_a_number_and_nothing_is_empty() -> None:
    assert csv_text(["a", "b"], [[-3, None]]).endswith("\r\n-3;\r\n")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_any_text_comes_back_and_none_begins_a_formula(cells: list[str]) -> None:
    (row,) = read_back(csv_text(["a"], [cells]))[1:]
    assert not any(cell.startswith(FORMULA) for cell in row)
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
