import collections.abc as c
import csv
import dataclasses as dc
import datetime as dt
import gzip
import io
import json
import re
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import IndexUnavailable
from archive.registry import packaged
from archive.visibility import Visibility
from index import index_pending
from webui import all_hits, create_app

Parts: t.TypeAlias = dict[str, t.Any]

TODAY = dt.date.today().isoformat()
FORMS = ["csv", "json", "txt"]
NEWEST = "farsta/2025-01-14"


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("form", "media_type"),
    [("csv", "text/csv"), ("json", "application/json"), ("txt", "text/plain")],
)
def test_hits_are_a_file_to_save_under_a_name_that_says_what_they_are(
    client: FlaskClient, form: str, media_type: str
) -> None:
    response = client.get(f"/sok.{form}?q=Hot+och+våld%3F&fack=vision&typ=fraga")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    name = f"lillbyarkivet-fraga-hot-och-vald-vision-{TODAY}.{form}"
    assert response.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("query", ["q=arbetsmiljö", "", "sort=aldst", "forvaltning=bromma&ar=2022"])
def test_all_hits_come_in_the_order_of_the_pages(client: FlaskClient, query: str) -> None:
    total = client.get(f"/sok.json?{query}").json["total"]  # type: ignore[index]
    shown: list[str] = []
    for page in range(1, -(-total // 20) + 1):
        hits = client.get(f"/sok?{query}&sida={page}").text.split('<article class="hit">')[1:]
        shown += [re.search(r'<h2><a href="([^"?#]+)', hit)[1] for hit in hits]  # type: ignore[index]
    found = [it["Adress"] for it in rows(client.get(f"/sok.csv?{query}&sida=3").text)]
    assert [it.removeprefix("http://localhost").partition("#")[0] for it in found] == shown
    assert len(found) == total > 20 or "2022" in query


def test_a_table_has_dates_letters_and_numbers_as_they_are(client: FlaskClient) -> None:
    (found,) = rows(client.get("/sok.csv?q=sjukfrånvaron+minskat").text)
    assert found["Datum"] == "2025-01-14"
    assert found["§"] == "3"
    assert found["Rubrik"] == "Sjukfrånvaro"
    assert found["Text"].startswith("Sjukfrånvaron har minskat från 8,4 till 7,9 procent.")
    assert found["Adress"] == f"http://localhost/protokoll/{NEWEST}#p3"


def test_json_is_in_the_documented_form_with_every_hit(client: FlaskClient) -> None:
    form = json.loads(client.get("/sok.json").text)
    assert list(form) == ["query", "total", "took_ms", "hits", "facets", "suggestion", "notes"]
    assert len(form["hits"]) == form["total"] > 70
    assert form["hits"][0]["protocol"]["id"] == NEWEST
    assert form["hits"][0]["url"].startswith(f"http://localhost/protokoll/{NEWEST}#p")


def test_json_of_nothing_is_json(client: FlaskClient) -> None:
    assert json.loads(client.get("/sok.json?q=xylofon").text)["hits"] == []


def test_text_has_each_hit_with_its_source(client: FlaskClient) -> None:
    text = client.get("/sok.txt?q=larm&typ=fraga").text
    head, first, *_ = text.split("-" * 72)
    assert head.startswith("Lillbyarkivet: 1 fråga om larm\nhttp://localhost/sok?q=larm&typ=fraga")
    assert f"Vision frågar: ”{meetings.ALARM_QUESTION}”" in first
    assert f"Arbetsgivaren svarar: ”{meetings.ALARM_ANSWER}”" in first
    assert f"http://localhost/protokoll/{NEWEST}#p2 (hämtad {TODAY})" in first
    assert "\N{NO-BREAK SPACE}" not in text


@pytest.mark.parametrize("kind", ["paragraf", "fraga", "protokoll"])
@pytest.mark.parametrize("form", FORMS)
def test_every_kind_comes_in_every_form(client: FlaskClient, form: str, kind: str) -> None:
    response = client.get(f"/sok.{form}?q=larm&typ={kind}")
    assert response.status_code == 200
    assert f"/protokoll/{NEWEST}" in response.text


@pytest.mark.parametrize("form", FORMS)
def test_what_is_hidden_is_in_no_form(client: FlaskClient, form: str) -> None:
    for query in ("", "typ=protokoll&q=hemligt", "forvaltning=skarpnack"):
        text = client.get(f"/sok.{form}?{query}").text
        assert "drakägg" not in text
        assert "2023-05-10" not in text


def test_what_was_hidden_since_the_index_was_made_is_not_in_tables(
    archive_with: c.Callable[..., Parts],
) -> None:
    parts = archive_with(meetings.farsta(), meetings.jarva())
    client = create_app(**parts).test_client()
    parts["catalogue"].correct(NEWEST, visibility=Visibility.INTERNAL, registries=packaged())
    assert {it["Förvaltning"] for it in rows(client.get("/sok.csv").text)} == {"Järva"}
    assert "förvaltningsgruppen i Farsta" not in client.get("/sok.txt").text


@pytest.mark.parametrize("form", FORMS)
def test_the_same_file_is_not_sent_twice(client: FlaskClient, form: str) -> None:
    first = client.get(f"/sok.{form}?q=larm")
    again = {"If-None-Match": first.headers["ETag"]}
    unchanged = client.get(f"/sok.{form}?sida=1&q=larm", headers=again)
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert client.get(f"/sok.{form}?q=hot", headers=again).status_code == 200


@pytest.mark.parametrize("form", FORMS)
def test_a_correction_gives_a_new_file_before_the_index_has_heard_of_it(
    archive_with: c.Callable[..., Parts], form: str
) -> None:
    parts = archive_with(meetings.farsta())
    client = create_app(**parts).test_client()
    first = client.get(f"/sok.{form}")
    parts["catalogue"].correct(NEWEST, visibility=Visibility.INTERNAL, registries=packaged())
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"/sok.{form}", headers=again).status_code == 200
    index_pending(parts["catalogue"], parts["index"])
    assert NEWEST not in client.get(f"/sok.{form}", headers=again).text


def test_a_file_goes_out_compressed_to_who_takes_that(client: FlaskClient) -> None:
    plain = client.get("/sok.csv")
    packed = client.get("/sok.csv", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Vary"] == "Accept-Encoding"
    refused = client.get("/sok.csv", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


@pytest.fixture
def only_thirty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_hits, "BATCH", 20)
    # As default values are taken when the class is made, it is handed over here.
    made = all_hits.batches
    monkeypatch.setattr(all_hits, "batches", lambda index, request, _most: made(index, request, 30))
    said = all_hits.left_out
    monkeypatch.setattr(all_hits, "left_out", lambda total, _most: said(total, 30))


@pytest.mark.usefixtures("only_thirty")
def test_where_not_all_come_along_every_form_says_so(client: FlaskClient) -> None:
    said = "Bara de 30 första av "
    table = rows(client.get("/sok.csv").text)
    assert len(table) == 31
    assert table[-1]["Rubrik"].startswith(said)
    assert client.get("/sok.txt").text.split("-" * 72)[0].count(f"Obs! {said}") == 1
    form = client.get("/sok.json").json
    assert form is not None
    assert len(form["hits"]) == 30
    assert form["notes"][0].startswith(said)


def test_what_could_not_be_used_is_told_in_every_form(client: FlaskClient) -> None:
    said = "”fack=mordor” finns inte och användes inte."
    assert rows(client.get("/sok.csv?q=larm&fack=mordor").text)[-1]["Rubrik"] == said
    assert f"Obs! {said}\n" in client.get("/sok.txt?q=larm&fack=mordor").text
    assert said in client.get("/sok.json?q=larm&fack=mordor").json["notes"]  # type: ignore[index]


class Away:
    def __getattr__(self, name: str) -> c.Callable[..., t.Any]:
        def fail(*args: object) -> t.NoReturn:
            raise IndexUnavailable("locked")

        return (lambda: 1) if name == "generation" else fail


@pytest.mark.parametrize("form", FORMS)
def test_without_the_index_it_is_an_error_and_no_file(
    client_with: c.Callable[..., FlaskClient], form: str
) -> None:
    response = client_with(index=Away()).get(f"/sok.{form}")
    assert response.status_code == 503
    assert response.mimetype == "text/html"
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize("form", ["xml", "CSV", "", "csv/"])
def test_another_form_does_not_exist(client: FlaskClient, form: str) -> None:
    assert client.get(f"/sok.{form}").status_code == 404


def test_addresses_are_as_the_operator_says_the_site_is_reached(
    client_with: c.Callable[..., FlaskClient], parts: Parts
) -> None:
    known = dc.replace(parts["settings"], adress="https://protokoll.lillby.example/")
    client = client_with(settings=known)
    for form in FORMS:
        text = client.get(f"/sok.{form}?q=larm", base_url="http://evil.example").text
        assert f"https://protokoll.lillby.example/protokoll/{NEWEST}" in text
        assert "evil.example" not in text


@pytest.mark.parametrize(
    "page", ["/sok?q=larm&fack=vision", "/fragor?fack=vision", "/sok?grupp=protokoll"]
)
def test_pages_of_hits_lead_to_their_files(client: FlaskClient, page: str) -> None:
    text = client.get(page).text
    links = re.findall(r'href="(/sok\.(?:csv|txt|json)[^"]*)"', text)
    assert len(links) == 3
    for link in links:
        address = link.replace("&amp;", "&")
        assert client.get(address).status_code == 200
        assert ("typ=fraga" in address) == page.startswith("/fragor")
        assert "grupp" not in address


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60), kind=st.sampled_from(["", "paragraf", "fraga", "protokoll", "x"]))
@pytest.mark.parametrize("form", FORMS)
def test_whatever_is_asked_there_is_a_file(
    client: FlaskClient, form: str, text: str, kind: str
) -> None:
    response = client.get(
        f"/sok.{form}", query_string={"q": text.encode("utf-8", "replace"), "typ": kind}
    )
    assert response.status_code == 200
    assert re.fullmatch(
        r"attachment; filename=[a-z0-9-]+\.[a-z]+", response.headers["Content-Disposition"]
    )
    if form == "json":
        json.loads(response.text)
    if form == "csv":
        assert all(None not in it and None not in it.values() for it in rows(response.text))
