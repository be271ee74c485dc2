"""Searching through the API: the site's own search, page by page, which never fails."""

import re
import typing as t
import urllib.parse

import pytest
from flask.testing import FlaskClient


def asked(client: FlaskClient, address: str, **parameters: str) -> dict[str, t.Any]:
    response = client.get(f"/api/v1/{address}", query_string=parameters)
    assert response.status_code == 200
    assert response.content_type == "application/json; charset=utf-8"
    answer: dict[str, t.Any] = response.get_json()
    return answer


def test_a_search_finds_what_the_site_finds(client: FlaskClient) -> None:
    page = client.get("/sok", query_string={"q": "arbetsmiljön", "forvaltning": "bromma"})
    (total,) = re.findall(r"<strong>(\d+)", page.text)[:1]
    answer = asked(client, "sok", q="arbetsmiljön", forvaltning="bromma")
    assert str(answer["total"]) == total
    assert len(answer["hits"]) == 20


def test_a_hit_has_an_address_to_quote_and_one_for_programs(client: FlaskClient) -> None:
    (hit,) = asked(client, "sok", q="larm")["hits"]
    assert hit["url"] == "http://localhost/protokoll/farsta/2025-01-14#p2"
    assert hit["api_url"] == "http://localhost/api/v1/protokoll/farsta/2025-01-14/paragraf/p2"
    assert client.get(hit["api_url"]).get_json()["section"]["title"] == hit["section"]["title"]
    (whole,) = asked(client, "sok", q="larm", typ="protokoll")["hits"]
    assert whole["section"] is None
    assert whole["api_url"] == "http://localhost/api/v1/protokoll/farsta/2025-01-14"
    assert client.get(whole["api_url"]).status_code == 200


@pytest.mark.parametrize(
    "start",
    ["sok?q=arbetsmiljön", "sok?grupp=protokoll", "sok?typ=protokoll&sort=aldst", "protokoll"],
)
def test_every_page_leads_on_until_all_has_been_seen(client: FlaskClient, start: str) -> None:
    address: str | None = f"/api/v1/{start}"
    seen: list[str] = []
    pages = 0
    while address:
        response = client.get(address)
        answer = response.get_json()
        pages += 1
        seen += [it.get("api_url") + it.get("kind", "") for it in entries(answer)]
        assert (answer["page"], answer["links"]["self"]) == (pages, answer["links"]["self"])
        before, address = answer["links"]["prev"], answer["links"]["next"]
        beside = [(it, name) for it, name in ((address, "next"), (before, "prev")) if it]
        told = ", ".join(f'<{it}>; rel="{name}"' for it, name in beside)
        assert response.headers.get("Link", "") == told
    assert pages == answer["pages"] > 1
    assert len(seen) == len(set(seen))
    if "grupp" not in start:  # of which only the best few of each protocol are shown
        assert len(seen) == answer["total"]


def entries(answer: dict[str, t.Any]) -> list[dict[str, t.Any]]:
    found: list[dict[str, t.Any]] = answer.get("hits") or answer["protocols"]
    return found


def test_gathered_hits_are_counted_in_sections_and_paged_in_protocols(client: FlaskClient) -> None:
    answer = asked(client, "sok", q="arbetsmiljön", grupp="protokoll")
    assert answer["total"] == 72
    assert answer["protocols"] == 24
    assert answer["pages"] == 2


def test_a_page_after_the_last_is_the_last_and_says_so(client: FlaskClient) -> None:
    for address in ("sok", "fragor", "protokoll"):
        answer = asked(client, address, sida="99999")
        assert answer["page"] == answer["pages"]
        assert answer["notes"] == ["Så många sidor finns det inte. Den sista visas."]
    assert asked(client, "sok", q="xylofon", sida="7")["links"]["prev"] is None


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"typ": "protokol"}, "”typ=protokol” går inte att välja"),
        ({"forvaltning": "atlantis"}, "”forvaltning=atlantis” finns inte"),
        ({"fran": "i går"}, "”i går” är inget datum"),
        ({"sida": "-1"}, "Sidan ”-1” finns inte"),
        ({"forvaltningar": "farsta"}, "”forvaltningar” är ingen parameter här"),
        ({"": "x"}, "”” är ingen parameter här"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(
    client: FlaskClient, parameters: dict[str, str], said: str
) -> None:
    answer = asked(client, "sok", q="larm", **parameters)
    assert answer["total"] == 1
    (note,) = answer["notes"]
    assert note.startswith(said)


def test_hundreds_of_unknown_names_get_a_few_short_notes(client: FlaskClient) -> None:
    names = {f"{'x' * 500}\n{number}": "1" for number in range(60)}
    notes = asked(client, "sok", **names)["notes"]
    assert len(notes) == 5
    assert all(len(note) < 120 and note.isprintable() for note in notes)


@pytest.mark.parametrize("query", ["*", "((((", '"', "a*", "\0", "🙂", "och", "x" * 9000, "%ff"])
def test_whatever_is_typed_there_is_an_answer(client: FlaskClient, query: str) -> None:
    for address in ("sok", "fragor", "forslag"):
        asked(client, address, q=query)


def test_bytes_that_are_no_text_are_answered(client: FlaskClient) -> None:
    assert client.get("/api/v1/sok?q=%FF%FE&%80=%C3").status_code == 200


def test_questions_are_questions_whatever_else_is_said(client: FlaskClient) -> None:
    answer = asked(client, "fragor", typ="protokoll", fack="vision")
    assert {hit["kind"] for hit in answer["hits"]} == {"fraga"}
    assert answer["notes"] == ["”typ” är ingen parameter här och användes inte."]
    assert answer["links"]["html"] == "http://localhost/fragor?fack=vision"


def test_excerpts_are_html_and_what_is_asked_is_text(client: FlaskClient) -> None:
    (hit,) = asked(client, "sok", q="larm")["hits"]
    assert "<mark>Larmen</mark>" in hit["excerpts"][0]
    assert "<" not in hit["exchange"]["question"]


def test_nothing_internal_shows_or_is_counted(client: FlaskClient) -> None:
    assert asked(client, "sok", q="drakägg")["total"] == 0
    assert asked(client, "protokoll", forvaltning="skarpnack")["total"] == 0
    assert asked(client, "protokoll")["total"] == 27
    assert asked(client, "forslag", q="drak")["forslag"] == []
    facets = asked(client, "sok")["facets"]
    assert "skarpnack" not in {value["id"] for value in facets["forvaltning"]}


def test_the_list_is_of_the_time_and_place_asked_for(client: FlaskClient) -> None:
    answer = asked(client, "protokoll", fran="2024-03", till="2024-06", forvaltning="bromma")
    assert [it["date"]["value"] for it in answer["protocols"]] == [
        "2024-06-10",
        "2024-05-10",
        "2024-04-10",
        "2024-03-10",
    ]
    oldest = asked(client, "protokoll", ar="2024", sort="aldst")["protocols"][0]
    assert oldest["id"] == "bromma/2024-01-10"
    assert urllib.parse.urlsplit(answer["links"]["html"]).path == "/sok"


@pytest.mark.parametrize("address", ["sok?q=larm", "fragor", "forslag?q=la", "protokoll?ar=2024"])
def test_what_is_unchanged_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(f"/api/v1/{address}")
    again = client.get(f"/api/v1/{address}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    other = client.get(f"/api/v1/{address}&q=hot" if "?" in address else f"/api/v1/{address}?q=hot")
    assert address.startswith(("protokoll", "sok", "forslag")) or (
        other.headers["ETag"] != first.headers["ETag"]
    )
