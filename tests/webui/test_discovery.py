import collections.abc as c
import dataclasses as dc
import re
import typing as t
import xml.etree.ElementTree as ET

import pytest
from flask.testing import FlaskClient

from webui import discovery

Parts: t.TypeAlias = dict[str, t.Any]

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XML = ["/opensearch.xml", "/sitemap.xml", "/sitemap-1.xml", "/sitemap-sidor.xml"]


def addresses(client: FlaskClient, path: str) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    return [str(it.text) for it in ET.fromstring(response.data).iter(f"{SITEMAP}loc")]


def test_a_browser_is_told_how_to_search(client: FlaskClient) -> None:
    response = client.get("/opensearch.xml")
    assert response.mimetype == "application/opensearchdescription+xml"
    root = ET.fromstring(response.data)
    assert root.findtext(f"{OPENSEARCH}ShortName") == "Lillbyarkivet"
    templates = {it.attrib["type"]: it.attrib["template"] for it in root.iter(f"{OPENSEARCH}Url")}
    assert templates["text/html"] == "http://localhost/sok?q={searchTerms}"
    for template in templates.values():
        asked = template.replace("{searchTerms}", "hot").replace("{startPage?}", "1")
        assert client.get(asked).status_code == 200
    assert client.get(str(root.findtext(f"{OPENSEARCH}Image"))).status_code == 200


def test_a_long_name_is_cut_as_the_form_wants(
    client_with: c.Callable[..., FlaskClient], parts: Parts
) -> None:
    named = dc.replace(parts["settings"], namn="Arkivet <över> allt & alla")
    root = ET.fromstring(client_with(settings=named).get("/opensearch.xml").data)
    assert root.findtext(f"{OPENSEARCH}ShortName") == "Arkivet <över> a"


def test_robots_are_led_to_the_site_map_and_kept_from_searches(client: FlaskClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /sok" in lines
    assert "Sitemap: http://localhost/sitemap.xml" in lines


def test_the_site_map_leads_to_every_open_protocol_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "IN_A_PART", 10)
    pages, *parts = addresses(client, "/sitemap.xml")
    assert pages == "http://localhost/sitemap-sidor.xml"
    assert parts == [f"http://localhost/sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [address for part in parts for address in addresses(client, part)]
    assert len(listed) == len(set(listed)) == 27
    assert "http://localhost/protokoll/farsta/2025-01-14" in listed
    assert not any("skarpnack" in address for address in listed)
    for address in listed + addresses(client, pages):
        assert client.get(address).status_code == 200


def test_the_site_map_says_when_each_was_added(client: FlaskClient) -> None:
    root = ET.fromstring(client.get("/sitemap-1.xml").data)
    times = [str(it.text) for it in root.iter(f"{SITEMAP}lastmod")]
    (whole,) = ET.fromstring(client.get("/sitemap.xml").data).iter(f"{SITEMAP}lastmod")
    assert whole.text == max(times)
    assert whole.text.endswith("+00:00")


@pytest.mark.parametrize("part", ["0", "01", "2", "-1", "x", "9999999", "١", ""])
def test_another_part_does_not_exist(client: FlaskClient, part: str) -> None:
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_an_empty_archive_has_a_site_map(client_of: c.Callable[..., FlaskClient]) -> None:
    assert addresses(client_of(), "/sitemap.xml") == ["http://localhost/sitemap-sidor.xml"]


@pytest.mark.parametrize("path", XML)
def test_the_same_is_not_sent_twice(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", [*XML, "/robots.txt"])
def test_addresses_are_as_the_operator_says_the_site_is_reached(
    client_with: c.Callable[..., FlaskClient], parts: Parts, path: str
) -> None:
    known = dc.replace(parts["settings"], adress="https://protokoll.lillby.example/")
    text = client_with(settings=known).get(path, base_url="http://evil.example").text
    assert re.search("https://protokoll.lillby.example/[a-z]", text)
    assert "evil.example" not in text
    assert "example//" not in text
