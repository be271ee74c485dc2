"""An address made without a request is the one that the site gives."""

import flask
import pytest

from archive.registry import packaged
from archive.visibility import Audience
from index import read_request
from webui import addresses, permalinks


@pytest.mark.parametrize("protocol_id", ["farsta/2025-01-14", "okand/odaterat-2", "å b/?#%"])
@pytest.mark.parametrize("anchor", [None, "p5"])
def test_a_protocol_has_one_address(app: flask.Flask, protocol_id: str, anchor: str | None) -> None:
    with app.test_request_context():
        its = addresses.protocol_url(protocol_id, anchor=anchor)
    assert permalinks.protocol("", protocol_id, anchor) == its


def test_a_search_has_one_address(app: flask.Flask) -> None:
    pairs = [("q", '"hot och våld" & 100 %'), ("fack", "vision"), ("ar", "2024"), ("ar", "2025-03")]
    request, _ = read_request(pairs, Audience.PUBLIC, packaged())
    with app.test_request_context():
        its = addresses.search_url(request)
    assert permalinks.search("", request) == its


def test_the_operators_address_comes_first() -> None:
    found = permalinks.protocol("https://protokoll.example.se/", "farsta/2025-01-14", "p5")
    assert found == "https://protokoll.example.se/protokoll/farsta/2025-01-14#p5"
