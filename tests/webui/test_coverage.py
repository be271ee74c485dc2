import collections.abc as c
import csv
import dataclasses as dc
import datetime as dt
import io

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import Protocol

ClientOf = c.Callable[..., FlaskClient]


def met(year: int, month: int, announces: dt.date | None = None) -> Protocol:
    protocol = meetings.monthly(year, month, "farsta", "Farsta")
    return dc.replace(protocol, next_meeting=announces)


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    text = client.get(address).get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_page_shows_what_is_kept_and_what_is_missing(client: FlaskClient) -> None:
    page = client.get("/tackning").text
    assert "Vilka möten som finns här" in page
    assert "8 protokoll" in page
    assert '<a href="/protokoll/farsta/2025-01-14">protokollet 14\xa0januari\xa02025</a>' in page


def test_a_year_links_each_protocol_at_its_day(client: FlaskClient) -> None:
    page = client.get("/tackning?ar=2022").text
    assert '<a href="/protokoll/bromma/2022-03-10"><span class="unseen">Protokoll </span>10' in page
    assert "/protokoll/bromma/2020-03-10" not in page
    assert '<link rel="canonical" href="/tackning?ar=2022">' in page


def test_a_forvaltning_shows_all_its_years_and_no_other_forvaltning(client: FlaskClient) -> None:
    page = client.get("/tackning?forvaltning=bromma").text
    assert "Bromma: vilka möten som finns här" in page
    assert "/protokoll/bromma/2020-03-10" in page and "/protokoll/bromma/2024-03-10" in page
    assert "/protokoll/farsta" not in page and "forvaltning=farsta" not in page


def test_what_is_not_for_all_is_not_there(client: FlaskClient) -> None:
    for address in ("/tackning", "/tackning?ar=2023", "/tackning.csv"):
        assert "skarpnack" not in client.get(address).text


def test_a_forvaltning_without_protocols_says_so(client: FlaskClient) -> None:
    response = client.get("/tackning?forvaltning=sodermalm")
    assert response.status_code == 200
    assert "inga daterade protokoll från Södermalm" in response.text


@pytest.mark.parametrize(
    "query", ["forvaltning=finns-inte", "ar=abc", "ar=20255", "ar=-100", "fran=20", "till=x"]
)
@pytest.mark.parametrize("page", ["/tackning", "/tackning.csv"])
def test_what_does_not_exist_is_not_found(client: FlaskClient, page: str, query: str) -> None:
    assert client.get(f"{page}?{query}").status_code == 404


@pytest.mark.parametrize("query", ["fran=2021&till=2023", "fran=2023&till=2021"])
def test_some_years_are_shown_in_whichever_order_they_are_asked_for(
    client: FlaskClient, query: str
) -> None:
    page = client.get(f"/tackning?{query}&forvaltning=").text
    assert "Möten 2021–2023" in page
    assert '<link rel="canonical" href="/tackning?fran=2021&amp;till=2023">' in page
    assert 'href="/tackning?ar=2022"' in page and 'href="/tackning?ar=2024"' not in page
    assert 'href="/tackning.csv?fran=2021&amp;till=2023"' in page
    table = rows(client, f"/tackning.csv?{query}")
    assert {row["år"] for row in table} <= {"2021", "2022", "2023"} and table


def test_some_years_of_a_forvaltning_are_shown_by_month(client: FlaskClient) -> None:
    page = client.get("/tackning?forvaltning=bromma&fran=2022").text
    assert "Bromma från 2022: vilka möten som finns här" in page
    assert "/protokoll/bromma/2022-03-10" in page
    assert "/protokoll/bromma/2020-03-10" not in page


def test_a_year_without_meetings_is_a_page_that_says_so(client: FlaskClient) -> None:
    assert "inga protokoll från 1999" in client.get("/tackning?ar=1999").text


def test_what_has_no_day_or_no_forvaltning_is_told_beside(client_of: ClientOf) -> None:
    undated = dc.replace(met(2024, 3), date=meetings.MeetingDate())
    page = client_of(met(2024, 1), undated, meetings.undated()).get("/tackning").text
    assert "1\xa0protokoll saknar datum" in page
    assert "1\xa0protokoll anger ingen förvaltning" in page
    assert 'href="/protokoll/farsta/odaterat"' in page


def test_an_empty_archive_has_a_page(client_of: ClientOf) -> None:
    assert "inga daterade protokoll" in client_of().get("/tackning").text


def test_the_table_has_a_row_for_each_meeting_and_says_how_it_is_known(
    client_of: ClientOf,
) -> None:
    client = client_of(met(2021, 3, dt.date(2021, 4, 14)), met(2022, 6), met(2023, 3))
    table = rows(client, "/tackning.csv")
    assert [(row["läge"], row["år"], row["månad"], row["datum"]) for row in table] == [
        ("finns", "2021", "3", "2021-03-10"),
        ("saknas", "2021", "4", "2021-04-14"),
        ("brukar ha möte", "2022", "3", ""),
        ("finns", "2022", "6", "2022-06-10"),
        ("finns", "2023", "3", "2023-03-10"),
    ]
    assert table[0]["adress"] == "http://localhost/protokoll/farsta/2021-03-10"
    assert "skulle nästa möte vara" in table[1]["grund"]
    assert table[1]["källa"] == table[0]["adress"]
    assert table[2]["grund"] == "Har haft möten i mars 2021 och 2023"


def test_the_table_is_a_file_to_save(client: FlaskClient) -> None:
    response = client.get("/tackning.csv?forvaltning=bromma&ar=2022")
    assert response.mimetype == "text/csv"
    assert "tackning-bromma-2022.csv" in response.headers["Content-Disposition"]
    assert {row["år"] for row in rows(client, "/tackning.csv?forvaltning=bromma&ar=2022")} == {
        "2022"
    }


def test_an_unchanged_page_is_not_sent_again(client: FlaskClient) -> None:
    for address in ("/tackning", "/tackning.csv"):
        etag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
