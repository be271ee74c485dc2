import pytest
from flask.testing import FlaskClient

from webui.typed_days import as_in_addresses, written


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("2023-5", "2023-05"),
        ("2023/05", "2023-05"),
        ("2023.5.12", "2023-05-12"),
        ("2023 5", "2023-05"),
        ("23-05", "2023-05"),
        ("23-5-12", "2023-05-12"),
        ("20230512", "2023-05-12"),
        ("5/2023", "2023-05"),
        ("12/5 2023", "2023-05-12"),
        ("maj 2023", "2023-05"),
        ("Maj  2023", "2023-05"),
        ("maj -23", "maj -23"),
        ("sept. 2023", "2023-09"),
        ("den 12 september 2023", "2023-09-12"),
        ("12 okt 23", "2023-10-12"),
        ("2023 januari", "2023-01"),
    ],
)
def test_a_day_may_be_typed_in_many_ways(typed: str, address: str) -> None:
    assert written(typed) == address


@pytest.mark.parametrize(
    "typed", ["2023", "2023-05", "2023-05-12", "", "alltid", "våren 2023", "5"]
)
def test_what_is_right_or_cannot_be_read_stays_as_it_is(typed: str) -> None:
    assert written(typed) == typed


def test_only_the_parameters_that_hold_days_are_read_so() -> None:
    assert as_in_addresses([("q", "maj 2023"), ("fran", "maj 2023")]) == [
        ("q", "maj 2023"),
        ("fran", "2023-05"),
    ]


def test_days_in_words_narrow_a_search_and_its_address_is_the_usual(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsmiljön&fran=mars+2022&till=4/2022").text
    assert (
        '<link rel="canonical" href="/sok?q=arbetsmilj%C3%B6n&amp;fran=2022-03&amp;till=2022-04">'
        in page
    )
    assert "6\N{NO-BREAK SPACE}paragrafer" in page


@pytest.mark.parametrize("path", ["/sok", "/fragor"])
def test_what_cannot_be_read_is_kept_in_its_field_and_said_how_to_write(
    client: FlaskClient, path: str
) -> None:
    page = client.get(f"{path}?fran=i+v%C3%A5ras").text
    assert 'name="fran" value="i våras"' in page
    assert "är inget datum" in page


def test_a_month_that_is_none_is_told_of(client: FlaskClient) -> None:
    assert "är inget datum" in client.get("/sok?fran=2023-13").text
