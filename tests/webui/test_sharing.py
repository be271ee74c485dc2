import collections.abc as c
import dataclasses as dc
import html.parser
import json
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Protocol, Section
from archive.registry import packaged
from webui.labels import Labels
from webui.sharing import LONGEST, shared, structured

LABELS = Labels(packaged())

FARSTA = "/protokoll/farsta/2025-01-14"


class Head(html.parser.HTMLParser):
    """What a page says of itself to those who list it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.data = ""
        self._is_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and (name := named.get("property") or named.get("name")):
            assert name not in self.said
            self.said[name] = named.get("content") or ""
        self._is_data = tag == "script" and named.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._is_data and self.cdata_elem == "script":
            self.data += data


def told(protocol: Protocol) -> dict[str, t.Any]:
    return structured(
        protocol, LABELS, lambda id_, place: f"/{id_}#{place or ''}", "Arkivet", "Lillby"
    )


def test_a_protocol_says_what_it_is_where_its_address_is_shared(client: FlaskClient) -> None:
    said = Head(client.get(f"{FARSTA}?q=larm").text).said
    assert said["og:title"] == "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025"
    assert said["og:description"] == said["description"]
    assert said["description"].startswith("3 frågor, varav 2 obesvarade. Föranmälda frågor · Sjuk")
    assert said["og:url"] == f"http://localhost{FARSTA}"
    assert said["og:site_name"] == "Lillbyarkivet"


def test_it_says_the_same_whatever_search_led_to_it(client: FlaskClient) -> None:
    pages = [client.get(f"{FARSTA}{query}").text for query in ("", "?q=larm", "?fack=vision")]
    assert len({json.dumps(Head(page).said) for page in pages}) == 1
    assert len({page.partition("<title>")[2].partition("</title>")[0] for page in pages}) == 1


def test_a_quoted_section_says_its_own_words(client: FlaskClient) -> None:
    said = Head(client.get(f"{FARSTA}/citera/p3").text).said
    assert said["og:title"].endswith(", § 3 Sjukfrånvaro")
    assert said["og:description"].startswith("Sjukfrånvaron har minskat")
    assert said["og:url"] == f"http://localhost{FARSTA}#p3"


def test_a_protocol_is_told_in_the_words_of_schema_org(client: FlaskClient) -> None:
    form = json.loads(Head(client.get(FARSTA).text).data)
    assert (form["@context"], form["@type"]) == ("https://schema.org", "DigitalDocument")
    assert form["url"] == f"http://localhost{FARSTA}"
    assert form["about"]["startDate"] == "2025-01-14"
    assert form["about"]["organizer"]["name"] == LABELS.forvaltning("farsta")
    assert form["publisher"]["name"] == "Lillby kommun"
    assert form["hasPart"][1] == {
        "@type": "CreativeWork",
        "url": f"http://localhost{FARSTA}#p2",
        "position": 2,
        "name": "§ 2 Föranmälda frågor",
    }
    assert "Hot och våld" in form["keywords"]


def test_nobody_who_was_there_is_told_of() -> None:
    form = json.dumps(told(meetings.farsta()), ensure_ascii=False)
    assert not any(
        str(person.name) in form for person in meetings.farsta().attendance.present if person.name
    )


def test_a_day_that_is_inferred_is_not_told_as_if_it_were_known() -> None:
    assert "startDate" not in told(meetings.jarva())["about"]
    assert "startDate" not in told(meetings.undated())["about"]


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028", "&"]
)
def test_nothing_in_a_document_ends_the_data(
    client_of: c.Callable[..., FlaskClient], text: str
) -> None:
    evil = dc.replace(
        meetings.undated(), title=f"A {text} B", sections=(Section(1, 1, f"C {text} D", text),)
    )
    page = client_of(evil).get("/protokoll/okand/odaterat").text
    data = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "<" not in data
    name = " ".join(f"§ 1 C {text} D".split())
    assert json.loads(data)["hasPart"][0]["name"] == name


TEXT = st.text(st.characters(exclude_categories=[]), max_size=500)


@given(TEXT, TEXT)
def test_whatever_a_document_says_the_description_is_a_short_line(title: str, text: str) -> None:
    section = Section(1, 1, title, text)
    for said in (
        shared(Protocol(title=title, sections=(section,)), LABELS),
        shared(Protocol(title=title, sections=(section,)), LABELS, section),
    ):
        assert len(said.description) <= LONGEST + 2
        assert said.description == " ".join(said.description.split())
        assert said.title == " ".join(said.title.split())
