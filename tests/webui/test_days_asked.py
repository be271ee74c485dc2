"""Meetings that are asked for by their day alone."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re

import meetings
import pytest
from flask.testing import FlaskClient

from webui import days_asked


@pytest.mark.parametrize(
    ("text", "days", "words"),
    [
        ("2025-11-11", "2025-11-11 2025-11-11", "11 november 2025"),
        ("11 november 2025", "2025-11-11 2025-11-11", "11 november 2025"),
        ("  Tisdagen den 11  november 2025", "2025-11-11 2025-11-11", "11 november 2025"),
        ("11/11 2025", "2025-11-11 2025-11-11", "11 november 2025"),
        ("20251111", "2025-11-11 2025-11-11", "11 november 2025"),
        ("november 2025", "2025-11-01 2025-11-30", "november 2025"),
        ("2025-11", "2025-11-01 2025-11-30", "november 2025"),
        ("feb 2024", "2024-02-01 2024-02-29", "februari 2024"),
        ("2025", "2025-01-01 2025-12-31", "2025"),
    ],
)
def test_a_time_is_understood_as_people_type_it(text: str, days: str, words: str) -> None:
    period = days_asked.period(text)
    assert period is not None
    assert f"{period.first} {period.last}" == days
    assert period.words == words


@pytest.mark.parametrize(
    "text",
    [
        *("", "larm 2025", "2025-13", "2025-02-30", "31 juni 2025", "0000", "11 november", "23-05"),
        *("KS 2025/12", "2025/112", "3025", "20251", "datum:2025", '"2025"', "2025" * 99, "२०२५"),
    ],
)
def test_anything_else_is_no_time(text: str) -> None:
    assert days_asked.period(text) is None


@pytest.fixture
def client(client_of: c.Callable[..., FlaskClient]) -> FlaskClient:
    return client_of(
        meetings.monthly(2025, 3, "farsta", "Farsta"),
        meetings.monthly(2025, 3, "kungsholmen", "Kungsholmen"),
        meetings.monthly(2025, 4, "jarva", "Järva"),
        meetings.undated(),
    )


def lead(client: FlaskClient, text: str) -> str:
    page = client.get("/sok", query_string={"q": text}).text
    found = re.findall(r'<p class="named">(.*?)</p>', page)
    return " ".join(found).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("text", ["10 mars 2025", "2025-03-10", "den 10 mars 2025"])
def test_a_day_leads_to_its_meetings(client: FlaskClient, text: str) -> None:
    assert lead(client, text) == (
        'Möten 10 mars 2025: <a href="/protokoll/farsta/2025-03-10">Farsta</a>, '
        '<a href="/protokoll/kungsholmen/2025-03-10">Kungsholmen</a>'
    )


def test_a_month_leads_to_its_meetings_and_its_page(client: FlaskClient) -> None:
    assert lead(client, "april 2025") == (
        'Möte i <a href="/ar/2025-04">april 2025</a>: '
        '<a href="/protokoll/jarva/2025-04-10">Järva 10/4</a>'
    )


def test_a_year_leads_to_its_page(client: FlaskClient) -> None:
    assert lead(client, "2025") == 'Året <a href="/ar/2025">2025</a>: 3 möten'


@pytest.mark.parametrize("text", ["2024", "11 mars 2025", "maj 2025"])
def test_a_time_without_meetings_leads_nowhere(client: FlaskClient, text: str) -> None:
    assert lead(client, text) == ""


def test_every_lead_is_there(client: FlaskClient) -> None:
    for text in ("2025", "mars 2025", "10 mars 2025"):
        for address in re.findall('href="([^"]+)"', lead(client, text)):
            assert client.get(address).status_code == 200


def test_where_no_text_names_the_day_that_is_what_is_said(client: FlaskClient) -> None:
    page = client.get("/sok?q=2025-03-10").text
    assert "Ingen paragraf nämner 10 mars 2025" in page
    assert "Inget stämmer med orden" not in page
    without = client.get("/sok?q=2025-03-11").text
    assert "Ingen paragraf nämner 11 mars 2025" in without
    assert "Så kan du söka" not in without


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 maj 2025", "Saknas här: Farsta 12 maj 2025. Enligt protokollet 10 mars 2025 skulle"),
        ("maj 2025", "1 möte i maj 2025 saknas här"),
        ("2025", "1 möte 2025 saknas här"),
    ],
)
def test_a_meeting_of_that_time_that_is_missing_is_told_of(
    client_of: c.Callable[..., FlaskClient], text: str, told: str
) -> None:
    march = meetings.monthly(2025, 3, "farsta", "Farsta")
    client = client_of(dc.replace(march, next_meeting=dt.date(2025, 5, 12)))
    assert told in re.sub("<[^>]+>", "", lead(client, text))


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        (
            "10 mars 2025",
            [
                ("10 mars 2025", "möte, Farsta", "/protokoll/farsta/2025-03-10"),
                ("10 mars 2025", "möte, Kungsholmen", "/protokoll/kungsholmen/2025-03-10"),
            ],
        ),
        ("2025-03", [("mars 2025", "2 möten", "/ar/2025-03")]),
        ("2025", [("2025", "3 möten", "/ar/2025")]),
        ("2024-03-10", []),
    ],
)
def test_what_was_held_then_is_proposed_while_it_is_typed(
    client: FlaskClient, text: str, proposed: list[tuple[str, str, str]]
) -> None:
    found = client.get("/api/v1/forslag", query_string={"q": text}).get_json()["forslag"]
    times = [
        (it["visas"], it["slag"].replace("\N{NO-BREAK SPACE}", " "), it["sida"])
        for it in found
        if it["sort"] == "mote"
    ]
    assert sorted(times) == proposed


def test_more_meetings_than_are_named_are_counted(client_of: c.Callable[..., FlaskClient]) -> None:
    plain = meetings.monthly(2025, 3, "farsta", "Farsta")
    many = [
        dc.replace(plain, title=f"Möte {n}", date=dc.replace(plain.date, value=day))
        for n, day in enumerate(
            plain.date.value.replace(day=day) for day in range(1, days_asked.SHOWN + 3)
        )
    ]
    text = lead(client_of(*many), "mars 2025")
    assert text.count("/protokoll/") == days_asked.SHOWN
    assert 'och <a href="/ar/2025-03">2 möten till</a>' in text


def test_a_meeting_that_the_reader_may_not_see_is_not_there(client_with: c.Callable) -> None:
    client = client_with()
    assert lead(client, "maj 2023") == ""  # Skarpnäck's is internal
    assert lead(client, "2023") == ""
