import collections.abc as c
import logging
import typing as t

import pytest
from failing import Failing
from flask.testing import FlaskClient

from archive.errors import CatalogueError, IndexUnavailable
from index import SearchIndex


def test_an_unknown_page_says_so_and_offers_a_search(client: FlaskClient) -> None:
    response = client.get("/finns-inte")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text
    assert '<form class="search"' in response.text


def test_a_page_that_takes_nothing_says_what_it_takes(client: FlaskClient) -> None:
    response = client.post("/sok")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "Så går det inte att göra här" in response.text


def test_an_index_that_is_away_is_said_without_the_operators_advice(
    client_with: c.Callable[..., FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    away = t.cast(SearchIndex, Failing(IndexUnavailable("disk gone")))
    response = client_with(index=away).get("/sok?q=larm")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "protokollarkiv" not in response.text
    assert "disk gone" not in response.text
    assert "disk gone" in caplog.text


def test_a_catalogue_that_is_away_is_said_without_the_operators_advice(
    client_with: c.Callable[..., FlaskClient],
) -> None:
    client = client_with(catalogue=Failing(CatalogueError("locked")))
    for path in ("/", "/om", "/protokoll/farsta/2025-01-14"):
        response = client.get(path)
        assert response.status_code == 503
        assert "protokollarkiv" not in response.text


def test_what_nobody_foresaw_is_logged_and_not_shown(
    client_with: c.Callable[..., FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    client = client_with(index=Failing(RuntimeError("secret detail")))
    with caplog.at_level(logging.ERROR):
        response = client.get("/sok")
    assert response.status_code == 500
    assert "Något gick fel i arkivet" in response.text
    assert "secret detail" not in response.text
    assert "secret detail" in caplog.text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_request_that_cannot_be_read_is_answered_in_swedish(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "a b"})
    assert response.status_code in {200, 400}
    assert '<html lang="sv">' in response.text
