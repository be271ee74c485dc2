import pytest

from webui.years import Years, read_years


@pytest.mark.parametrize(
    ("asked", "found", "told"),
    [
        ({}, Years(), ""),
        ({"ar": "2024"}, Years(2024, 2024), "2024"),
        ({"fran": "2020", "till": "2024"}, Years(2020, 2024), "2020–2024"),
        ({"fran": "2024", "till": "2020"}, Years(2020, 2024), "2020–2024"),
        ({"fran": "2020", "till": ""}, Years(2020, None), "från 2020"),
        ({"till": "2024"}, Years(None, 2024), "till 2024"),
        ({"ar": "2021", "fran": "2020", "till": "2024"}, Years(2021, 2021), "2021"),
    ],
)
def test_years_are_read_and_told(asked: dict[str, str], found: Years, told: str) -> None:
    years = read_years(asked)
    assert years == found
    assert found.told == told
    assert read_years({name: str(it) for name, it in found.parameters.items() if it}) == found


@pytest.mark.parametrize("asked", [{"ar": "20"}, {"fran": "0000"}, {"till": "2024-05"}])
def test_what_is_no_year_is_none(asked: dict[str, str]) -> None:
    assert read_years(asked) is None


def test_a_bound_holds_its_own_year_and_none_holds_all() -> None:
    assert [year in Years(2020, 2022) for year in (2019, 2020, 2022, 2023)] == [
        False,
        True,
        True,
        False,
    ]
    assert 1900 in Years() and 1999 in Years(None, 2000) and 2001 in Years(2000)
    assert Years(2020, 2021).only is None
