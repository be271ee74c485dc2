import collections.abc as c
import dataclasses as dc
import datetime as dt
import html
import re
import typing as t
import xml.etree.ElementTree as ET

import feedparser
import meetings
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.model import Exchange, Protocol, Section
from archive.registry import packaged
from index import index_pending
from webui import create_app

Parts: t.TypeAlias = dict[str, t.Any]

ATOM = "{http://www.w3.org/2005/Atom}"
FARSTA = "http://localhost/protokoll/farsta/2025-01-14"


def read(client: FlaskClient, address: str) -> t.Any:
    """The feed as a reader takes it, without a complaint."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(
        response.data, response_headers={"content-type": "application/atom+xml"}
    )
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def test_a_feed_has_the_latest_meetings_first_whatever_is_relevant(client: FlaskClient) -> None:
    for query in ("q=arbetsmiljö", "q=arbetsmiljö&sort=aldst", "q=arbetsmiljö&grupp=protokoll"):
        feed = read(client, f"/sok.atom?{query}")
        days = [entry.id.partition("#")[0][-10:] for entry in feed.entries]
        assert len(days) == 20
        assert days == sorted(days, reverse=True)


def test_an_entry_has_its_place_and_its_words(client: FlaskClient) -> None:
    (entry,) = read(client, "/sok.atom?q=sjukfrånvaro+minskat").entries
    assert entry.title.replace("\xa0", " ") == "Sjukfrånvaro (§ 3), Farsta 14 januari 2025"
    assert entry.id == entry.link == f"{FARSTA}#p3"
    assert entry.summary.startswith("Sjukfrånvaron har minskat från 8,4 till 7,9 procent.")
    assert entry.summary_detail.type == "text/plain"
    assert entry.published_parsed <= entry.updated_parsed
    assert [tag.label for tag in entry.tags] == ["Sjukfrånvaro"]


def test_a_question_has_its_answer(client: FlaskClient) -> None:
    (entry,) = read(client, "/sok.atom?q=larm&typ=fraga").entries
    assert entry.title.startswith("Vision frågar: Föranmälda frågor (§")
    assert entry.id == f"{FARSTA}#f1"
    assert "\n\nArbetsgivaren svarar: Arbetsgivaren svarar att nya larm" in entry.summary
    (entry,) = read(client, "/sok.atom?q=cykelställ&typ=fraga").entries
    assert entry.summary.endswith("Inget svar i protokollet.")


def test_a_protocol_as_a_whole_is_named_once(client: FlaskClient) -> None:
    titles = [it.title for it in read(client, "/sok.atom?typ=protokoll").entries]
    assert titles[0].replace("\xa0", " ") == (
        "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025"
    )
    assert titles[1].replace("\xa0", " ").endswith("Järva 20 augusti 2024 (beräknat)")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Paragrafer"),
        ("q=hot och våld", "hot och våld"),
        ("q=larm&fack=vision&typ=fraga", "Frågor & svar, larm, Vision"),
        ("fack=vision&ar=2025", "Vision, 2025"),
        ("typ=protokoll", "Protokoll"),
    ],
)
def test_a_feed_says_in_swedish_what_it_is_of(client: FlaskClient, query: str, title: str) -> None:
    feed = read(client, f"/sok.atom?{query}").feed
    assert feed.title == f"Lillbyarkivet: {title}"
    assert feed.author == "Lillby kommun"
    assert feed.language == "sv"


def test_the_pages_of_a_feed_lead_to_one_another(client: FlaskClient) -> None:
    address, seen = "/sok.atom?q=arbetsmiljö", list[str]()
    pages = 0
    while address:
        feed = read(client, address)
        seen += [entry.id for entry in feed.entries]
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"].endswith(f"&sida={pages + 1}" if pages else "milj%C3%B6")
        assert feed.feed.id == "http://localhost/sok.atom?q=arbetsmilj%C3%B6"
        assert ("previous" in links) == ("first" in links) == (pages > 0)
        address, pages = links.get("next", ""), pages + 1
    assert pages == 4
    assert len(seen) == len(set(seen)) > 60


@pytest.mark.parametrize(
    "page", ["/sok?q=larm&fack=vision&sort=aldst&grupp=protokoll&sida=1", "/fragor?fack=vision"]
)
def test_a_feed_leads_to_the_page_and_the_page_to_the_feed(client: FlaskClient, page: str) -> None:
    (link,) = re.findall('<link rel="alternate"[^>]*href="([^"]*)"', client.get(page).text)
    address = html.unescape(link)
    assert "sort" not in address
    assert "fack=vision" in address
    links = {it.rel: it.href for it in read(client, address).feed.links}
    assert client.get(links["alternate"]).status_code == 200


def test_a_feed_of_nothing_is_a_feed(client: FlaskClient) -> None:
    feed = read(client, "/sok.atom?q=xylofon")
    assert feed.entries == []
    assert feed.feed.updated_parsed


def test_what_is_hidden_is_in_no_feed(client: FlaskClient) -> None:
    for query in ("", "q=hemligt&typ=protokoll", "forvaltning=skarpnack"):
        text = client.get(f"/sok.atom?{query}").text
        assert "drakägg" not in text
        assert "2023-05-10" not in text


def test_the_same_feed_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/sok.atom?q=larm")
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/sok.atom?q=larm&sort=relevans", headers=again).status_code == 304
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_a_correction_updates_an_entry_and_leaves_its_name(
    archive_with: c.Callable[..., Parts],
) -> None:
    parts = archive_with(meetings.undated())
    client = create_app(**parts).test_client()
    (before,) = read(client, "/sok.atom").entries
    parts["catalogue"].correct("okand/odaterat", date=dt.date(2025, 5, 5), registries=packaged())
    index_pending(parts["catalogue"], parts["index"])
    (after,) = read(client, "/sok.atom").entries
    assert after.published == before.published
    assert after.updated >= before.updated
    assert "5 maj 2025" in after.title.replace("\xa0", " ")


EVIL = "<script>alert(1)</script> & \"]]>' \x00\x08\x1f\ufffe \U0001f986 =1+1"


def evil(text: str) -> Protocol:
    said = f"Larm {text}"
    exchange = Exchange(text or "x", said, None, False)
    sections = (Section(1, 1, text, said, topics=(text or "x",), exchanges=(exchange,)),)
    return dc.replace(meetings.undated(), title=text, sections=sections)


@pytest.mark.parametrize("kind", ["paragraf", "fraga", "protokoll"])
def test_whatever_a_document_holds_the_feed_is_xml_and_shows_it_as_text(
    client_of: c.Callable[..., FlaskClient], kind: str
) -> None:
    client = client_of(evil(EVIL))
    address = f"/sok.atom?typ={kind}"
    (entry,) = ET.fromstring(client.get(address).data).iter(f"{ATOM}entry")
    title = entry.findtext(f"{ATOM}title") or ""
    assert "<script>alert(1)</script> & \"]]>'" in title
    assert "\U0001f986" in title
    assert len(read(client, address).entries) == 1


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40))
def test_whatever_is_asked_the_feed_is_xml(client: FlaskClient, text: str) -> None:
    response = client.get("/sok.atom", query_string={"q": text.encode("utf-8", "replace")})
    assert ET.fromstring(response.data).tag == f"{ATOM}feed"
