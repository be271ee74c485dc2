"""Sections gathered under their protocols."""

import re

from flask.testing import FlaskClient

from archive.visibility import Audience
from index import Kind, Request
from webui.gathering import ways_to_gather


def test_a_protocol_stands_over_its_best_sections_with_their_number(client: FlaskClient) -> None:
    page = client.get("/sok?q=larm&grupp=protokoll").text
    assert '<ol class="gathered"' in page
    heads = re.findall(r'class="protocol-of">(.*?)</div>', page, re.DOTALL)
    assert heads
    assert all(re.search(r"\d+\sparagraf(?:er)?</p>", head) for head in heads), heads


def test_pages_are_counted_in_protocols(client: FlaskClient) -> None:
    page = client.get("/sok?ar=2020&ar=2022&ar=2024&grupp=protokoll").text
    assert page.count('class="protocol-of"') == 20
    last = client.get("/sok?ar=2020&ar=2022&ar=2024&grupp=protokoll&sida=2").text
    assert 0 < last.count('class="protocol-of"') < 20


def test_a_page_too_far_is_the_last(client: FlaskClient) -> None:
    far = client.get("/sok?ar=2020&ar=2022&ar=2024&grupp=protokoll&sida=9").text
    assert "Den sista visas" in far
    assert 'class="protocol-of"' in far


def test_only_sections_can_be_gathered() -> None:
    request = Request("larm", Audience.PUBLIC)
    apart, by_protocol = ways_to_gather(request)
    assert (apart.chosen, by_protocol.chosen) == (True, False)
    assert by_protocol.request.gathered
    assert ways_to_gather(Request("larm", Audience.PUBLIC, kind=Kind.EXCHANGE)) == ()


def test_questions_are_not_gathered_though_it_is_asked_for(client: FlaskClient) -> None:
    page = client.get("/sok?q=larm&typ=fraga&grupp=protokoll")
    assert page.status_code == 200
    assert 'class="gathered"' not in page.text
