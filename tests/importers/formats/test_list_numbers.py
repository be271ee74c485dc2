"""Numbers as automatic lists write them."""

import pytest

from importers.formats.list_numbers import written


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "1", "4"),
        (4, "01", "04"),
        (26, "a", "z"),
        (27, "a", "27"),
        (2, "A", "B"),
        (1994, "i", "mcmxciv"),
        (9, "I", "IX"),
        (4000, "I", "4000"),
        (0, "i", "0"),
        (-3, "a", "-3"),
        (4, "", ""),
        (4, "①", "4"),
    ],
)
def test_a_number_is_written_in_the_form_of_its_list(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected
