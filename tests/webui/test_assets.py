import re

import pytest
from flask.testing import FlaskClient

from webui.assets import ASSETS


def test_an_address_with_the_files_hash_may_be_kept_for_good(client: FlaskClient) -> None:
    found = re.findall(r'href="(/static/[^"]+)"', client.get("/om").text)
    assert len(found) == 2
    for address in found:
        response = client.get(address)
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/static/style.css", "/static/style.css?v=0", "/favicon.ico"])
def test_an_address_without_it_is_asked_for_each_time(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["Cache-Control"] == "private, no-cache"
    unchanged = client.get(path, headers={"If-None-Match": response.headers["ETag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("style.css", "text/css; charset=utf-8"), ("favicon.svg", "image/svg+xml; charset=utf-8")],
)
def test_a_file_says_what_it_is(client: FlaskClient, name: str, media_type: str) -> None:
    response = client.get(f"/static/{name}")
    assert response.headers["Content-Type"] == media_type
    assert response.data == ASSETS[name].content


@pytest.mark.parametrize("path", ["/static/finns-inte.css", "/static/", "/static/../app.py"])
def test_there_is_nothing_else_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
