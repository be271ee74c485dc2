import dataclasses as dc
import html
import re

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import Protocol
from webui import create_app


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def asking(union: str, year: int) -> Protocol:
    """A meeting in which a union asks something and is put off."""
    farsta = meetings.farsta()
    section = farsta.sections[1]
    exchange = dc.replace(section.exchanges[1], union=union)
    section = dc.replace(section, unions=(union,), exchanges=(exchange,))
    plain = meetings.monthly(year, 2, "farsta", "Farsta")
    return dc.replace(plain, sections=(section,))


def test_every_union_is_told_of_by_what_it_asked(client: FlaskClient) -> None:
    page = client.get("/fackforbund").text
    assert re.findall(r'href="/fack/([a-z-]+)"', page) == ["ssr", "kommunal", "vision"]
    assert "Kommunal 1 fråga · 1 obesvarad · nämns i 2 paragrafer" in text_of(page)
    assert "Vision 1 fråga · nämns i 1 paragraf" in text_of(page)


def test_a_union_shows_its_latest_questions_with_their_answers(client: FlaskClient) -> None:
    page = client.get("/fack/vision").text
    text = text_of(page)
    assert meetings.ALARM_ANSWER[:40] in text
    assert meetings.SHIFT_QUESTION not in text
    assert 'href="/protokoll/farsta/2025-01-14?typ=fraga&amp;fack=vision#p2"' in page
    assert 'href="/fragor?fack=vision"' in page


def test_what_it_was_not_answered_is_a_link_away(client: FlaskClient) -> None:
    assert 'href="/fragor?fack=kommunal&amp;besvarad=nej"' in client.get("/fack/kommunal").text
    assert "besvarad=nej" not in client.get("/fack/vision").text.split("</header>", 1)[1]


def test_predecessors_questions_count_unless_left_out(
    archive_with: pytest.FixtureRequest,
) -> None:
    parts = archive_with(asking("lararforbundet", 2020), asking("sveriges-larare", 2024))  # type: ignore[operator]
    client = create_app(**parts).test_client()
    both = client.get("/fack/sveriges-larare").text
    assert "2 frågor" in text_of(both)
    assert "här ingår det som hör till Lärarförbundet." in text_of(both)
    alone = client.get("/fack/sveriges-larare?foregangare=nej").text
    assert "1 fråga" in text_of(alone)
    assert 'href="/fragor?fack=sveriges-larare&amp;foregangare=nej"' in alone
    before = text_of(client.get("/fack/lararforbundet").text)
    assert "Har gått upp i Sveriges Lärare ." in before
    every = text_of(client.get("/fackforbund").text)
    assert "tidigare Lärarförbundet 1 fråga" in every
    assert "alla tillsammans 2 frågor" in every


def test_one_that_is_not_named_says_so_and_one_unknown_is_not_there(client: FlaskClient) -> None:
    assert "nämns inte i något protokoll" in client.get("/fack/dik").text
    assert client.get("/fack/atlantis").status_code == 404
