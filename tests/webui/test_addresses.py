import collections.abc as c

import flask
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.visibility import Audience
from index import Kind, Order, Request, at_page, narrowed, write_request
from webui import addresses

WORDS = st.text(max_size=30)


@pytest.fixture
def asked(app: flask.Flask) -> c.Iterator[None]:
    """While a page is being made."""
    with app.test_request_context():
        yield


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.sampled_from(Kind), st.sampled_from(Order), st.integers(1, 9))
def test_a_search_has_the_address_that_flask_would_give_it(
    asked: None, text: str, kind: Kind, order: Order, page: int
) -> None:
    found = Request(text, Audience.PUBLIC, kind=kind, order=order)
    request = at_page(narrowed(found, unions=("vision", "ssr"), answered=False), page)
    parameters: dict[str, list[str]] = {}
    for name, value in write_request(request):
        parameters.setdefault(name, []).append(value)
    assert addresses.search_url(request) == flask.url_for("search.results", **parameters)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS)
def test_a_protocol_has_the_address_that_flask_would_give_it(
    asked: None, protocol_id: str, text: str
) -> None:
    wanted = flask.url_for(
        "protocols.protocol", protocol_id=protocol_id, _anchor="p9", q=text or None
    )
    order = Order.RELEVANCE if text else Order.NEWEST  # as usual, so that it goes unsaid
    request = Request(text, Audience.PUBLIC, order=order)
    assert addresses.protocol_url(protocol_id, request, anchor="p9") == wanted


def test_a_search_without_parameters_is_the_page_itself(asked: None) -> None:
    assert addresses.search_for() == "/sok"
    assert addresses.search_url(Request("", Audience.PUBLIC, order=Order.NEWEST)) == "/sok"


def test_a_site_that_lies_under_another_address_links_within_it(app: flask.Flask) -> None:
    with app.test_request_context(environ_overrides={"SCRIPT_NAME": "/arkiv"}):
        assert addresses.search_for(q="hot och våld") == "/arkiv/sok?q=hot+och+v%C3%A5ld"
        assert addresses.protocol_url("farsta/2025-01-14", anchor="p2") == (
            "/arkiv/protokoll/farsta/2025-01-14#p2"
        )
