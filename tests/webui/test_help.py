"""The help page keeps what it promises: its examples are read as they are explained."""

import collections.abc as c
import dataclasses as dc
import html
import re
import urllib.parse

import pytest
from flask.testing import FlaskClient

from archive.registry import Registries, packaged
from index.names import Names
from index.query import parse_query
from index.query_tree import Having, Named, Word

NAMES = Names.of(packaged())


def examples(page: str) -> list[str]:
    found = re.findall(r'<a class="chip" href="/sok\?q=([^"]+)">', page)
    return [urllib.parse.unquote_plus(html.unescape(query)) for query in found]


def test_every_example_is_read_without_a_word_about_it(client: FlaskClient) -> None:
    found = examples(client.get("/hjalp").text)
    read_as_union = [query for query in found if parse_query(query, NAMES).notes]
    assert len(found) > 25
    assert read_as_union == ["Kommunal"]


def test_every_example_leads_to_a_search(client: FlaskClient) -> None:
    for query in examples(client.get("/hjalp").text):
        assert client.get("/sok", query_string={"q": query}).status_code == 200, query


def test_the_capital_of_a_union_is_shown_to_matter(client: FlaskClient) -> None:
    found = examples(client.get("/hjalp").text)
    assert isinstance(parse_query(found[found.index("Kommunal") + 1], NAMES).tree, Word)
    assert "union='kommunal'" in repr(parse_query("Kommunal", NAMES).tree)
    assert Named.__name__ in repr(parse_query("Kommunal", NAMES).tree)


def test_the_names_are_those_of_the_archive(
    client: FlaskClient, client_with: c.Callable[..., FlaskClient]
) -> None:
    assert "fack:&#34;Sveriges Lärare&#34;" in client.get("/hjalp").text
    havet = dc.replace(packaged().forvaltningar["bromma"], id="havet", name="Havet")
    registries = dc.replace(packaged(), forvaltningar={"havet": havet})
    page = client_with(registries=registries).get("/hjalp").text
    assert "förvaltning:Havet" in page
    assert parse_query("förvaltning:Havet", Names.of(registries)).tree == Having(
        "forvaltning", ("havet",)
    )


def test_an_archive_with_empty_registries_has_help_too(
    client_with: c.Callable[..., FlaskClient],
) -> None:
    page = client_with(registries=Registries({}, {}, {}, {})).get("/hjalp")
    assert page.status_code == 200
    assert "fack:" not in page.text


@pytest.mark.parametrize("path", ["/", "/sok?q=larm", "/om"])
def test_every_page_leads_to_the_help(client: FlaskClient, path: str) -> None:
    assert 'href="/hjalp"' in client.get(path).text


def test_the_help_is_in_swedish_and_has_one_heading(client: FlaskClient) -> None:
    page = client.get("/hjalp").text
    assert '<html lang="sv">' in page
    assert re.findall("<h1>(.*?)</h1>", page) == ["Så söker du"]
