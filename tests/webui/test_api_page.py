"""/api: what people are told of the API."""

import dataclasses as dc
import re
import typing as t

from flask.testing import FlaskClient

from webui import create_app
from webui.api.routes import OPERATIONS
from webui.problems import TOLD


def test_it_names_every_address_and_every_failure(client: FlaskClient) -> None:
    page = client.get("/api").text
    for operation in OPERATIONS:
        assert f"<code>{operation.shown}</code>" in page
    assert re.findall(r'id="fel-(\d+)"', page) == [str(status) for status in sorted(TOLD)]


def test_its_example_can_be_pasted_and_gives_an_answer(client: FlaskClient) -> None:
    (address,) = re.findall(r"curl &#39;(.*?)&#39;|curl '(.*?)'", client.get("/api").text)
    written = (address[0] or address[1]).replace("&amp;", "&")
    assert written.isascii()
    assert client.get(written).get_json()["notes"] == []


def test_it_tells_the_limit_there_is(parts: dict[str, t.Any], client: FlaskClient) -> None:
    settings = dc.replace(parts["settings"], api_granser="7/timme")
    limited = create_app(**parts | {"settings": settings}).test_client()
    assert "7 anrop på 3600 sekunder" in limited.get("/api").text
    assert "Inget tak" in client.get("/api").text


def test_it_is_found_from_what_is_said_of_the_archive(client: FlaskClient) -> None:
    assert 'href="/api"' in client.get("/om").text


def test_it_has_one_address(client: FlaskClient) -> None:
    assert '<link rel="canonical" href="/api">' in client.get("/api/").text
