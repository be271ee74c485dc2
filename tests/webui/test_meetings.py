import collections.abc as c
import dataclasses as dc
import datetime as dt
import html
import re

import meetings
import pytest
from flask.testing import FlaskClient

ClientOf = c.Callable[..., FlaskClient]


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def days(page: str) -> list[str]:
    return re.findall(r'<time datetime="([\d-]+)"', page)


def test_years_are_counted_the_latest_first(client: FlaskClient) -> None:
    page = client.get("/ar").text
    found = re.findall(r'href="/ar/([\w-]+)"', page)
    assert found == ["2025", "2024", "2022", "2020", "odaterat"]  # 2023 is internal
    assert "2024 9 protokoll" in text_of(page)


def test_a_year_has_its_months_and_leads_to_the_next_with_meetings(client: FlaskClient) -> None:
    page = client.get("/ar/2024").text
    months = re.findall(r'href="/ar/(2024-\d\d)"', page)
    assert months == [f"2024-{month:02}" for month in range(1, 9)]
    assert 'rel="prev" href="/ar/2022"' in page
    assert 'rel="next" href="/ar/2025"' in page
    assert "Augusti 2 protokoll" in text_of(page)


def test_a_month_shows_its_meetings_day_by_day(client: FlaskClient) -> None:
    page = client.get("/ar/2024-08").text
    assert days(page) == ["2024-08-10", "2024-08-20"]
    assert "lördag 10 augusti" in text_of(page)
    assert "tisdag 20 augusti" in text_of(page)
    assert 'rel="prev" href="/ar/2024-07"' in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize(
    "period", ["1999", "2099-01", "2024-13", "24", "2024-1", "0000", "9999", "nu"]
)
def test_what_is_no_time_or_lies_before_or_after_all_meetings_is_not_there(
    client: FlaskClient, period: str
) -> None:
    assert client.get(f"/ar/{period}").status_code == 404


@pytest.mark.parametrize(
    ("period", "told"), [("2023", "2023"), ("2023-05", "maj 2023"), ("2024-12", "december 2024")]
)
def test_a_time_without_meetings_between_others_says_so(
    client: FlaskClient, period: str, told: str
) -> None:
    """In May 2023 there was one that the public may not see."""
    page = client.get(f"/ar/{period}").text
    assert f"Arkivet har inga protokoll från {told}." in page
    assert "skarpnack" not in page
    assert f'href="/tackning?ar={period[:4]}"' in page


def test_a_month_and_its_year_tell_of_the_meeting_that_is_missing(client_of: ClientOf) -> None:
    announcing = dc.replace(
        meetings.monthly(2024, 1, "farsta", "Farsta"), next_meeting=dt.date(2024, 2, 12)
    )
    client = client_of(announcing, meetings.monthly(2024, 6, "farsta", "Farsta"))
    for address in ("/ar/2024-02", "/ar/2024"):
        page = client.get(address).text
        assert "Saknas här, enligt andra protokoll" in page
        assert '<time datetime="2024-02-12">' in page
        assert 'href="/protokoll/farsta/2024-01-10"' in page
    assert "Saknas här" not in client.get("/ar/2024-01").text
    assert "Februari</a>" in client.get("/ar/2024").text
    assert 'rel="next" href="/ar/2024-02"' in client.get("/ar/2024-01").text
    assert 'rel="prev" href="/ar/2024-02"' in client.get("/ar/2024-06").text


def test_what_has_no_date_has_a_page_of_its_own(client: FlaskClient) -> None:
    page = client.get("/ar/odaterat").text
    assert re.findall(r'href="(/protokoll/[^"]+)"', page) == ["/protokoll/okand/odaterat"]


def test_where_everything_is_dated_there_is_no_such_page(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    assert client_of(meetings.farsta()).get("/ar/odaterat").status_code == 404


def test_the_newest_meetings_come_twenty_at_a_time(client: FlaskClient) -> None:
    first, second = client.get("/nyast").text, client.get("/nyast?sida=2").text
    assert len(re.findall("<h3>", first)) == 20
    assert len(re.findall("<h3>", second)) == 7
    assert 'rel="next" href="/nyast?sida=2"' in first
    assert days(first)[0] == "2025-01-14"
    assert "Hemligt" not in first + second
    assert "27 protokoll" in text_of(first)


def test_what_came_last_into_the_archive_comes_first(client: FlaskClient) -> None:
    page = client.get("/nyast?efter=inlagd").text
    assert days(page)[:2] == ["2024-08-10", "2024-07-10"]
    assert 'href="/nyast?efter=inlagd&amp;sida=2"' in page
    assert re.search(r'<h2 class="gathered">Inlagda \d', page)


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999", "99", "två", "²"])
def test_any_page_number_gives_a_page(client: FlaskClient, page: str) -> None:
    response = client.get("/nyast", query_string={"sida": page})
    assert response.status_code == 200
    assert days(response.text)
