import collections.abc as c
import html
import re

import meetings
from flask.testing import FlaskClient

from archive.model import Protocol


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def lineage() -> list[Protocol]:
    """Two meetings after Hägersten-Älvsjö was formed, one before, and one of another."""
    return [
        meetings.monthly(2021, 3, "hagersten-alvsjo", "Hägersten-Älvsjö"),
        meetings.monthly(2022, 4, "hagersten-alvsjo", "Hägersten-Älvsjö"),
        meetings.monthly(2019, 5, "alvsjo", "Älvsjö"),
        meetings.monthly(2020, 6, "farsta", "Farsta"),
    ]


def test_every_forvaltning_is_told_of_with_years_and_latest_meeting(client: FlaskClient) -> None:
    page = client.get("/forvaltningar").text
    names = re.findall(r'href="/forvaltning/([a-z-]+)"', page)
    assert names == ["bromma", "farsta", "jarva"]
    assert "24 protokoll · 2020–2024 · senast 10 augusti 2024" in text_of(page)
    assert "Framgår inte av protokollet 1 protokoll" in text_of(page)


def test_what_is_no_more_stands_under_its_heir(client_of: c.Callable[..., FlaskClient]) -> None:
    page = client_of(*lineage()).get("/forvaltningar").text
    names = re.findall(r'href="/forvaltning/([a-z-]+)"', page)
    assert names == ["farsta", "hagersten-alvsjo", "alvsjo"]
    assert "tidigare Älvsjö 1 protokoll" in text_of(page)


def test_the_protocols_come_year_by_year_the_latest_first(client: FlaskClient) -> None:
    page = client.get("/forvaltning/bromma").text
    assert re.findall(r'<h3 class="gathered">(\d+)', page) == ["2024", "2022", "2020"]
    days = re.findall(r'<time datetime="([\d-]+)"', page)
    assert days == sorted(days, reverse=True)
    assert len(days) == 20
    assert "24 protokoll" in text_of(page)
    rest = client.get("/forvaltning/bromma?sida=2").text
    assert len(re.findall("<time", rest)) == 4


def test_pages_and_years_stay_on_the_page_and_other_searches_do_not(client: FlaskClient) -> None:
    page = html.unescape(client.get("/forvaltning/bromma").text)
    assert 'rel="next" href="/forvaltning/bromma?sida=2"' in page
    assert 'href="/forvaltning/bromma?ar=2022"' in page
    chosen = client.get("/forvaltning/bromma?ar=2022").text
    assert len(re.findall("<time", chosen)) == 8
    farsta = html.unescape(client.get("/forvaltning/farsta").text)
    assert 'href="/sok?forvaltning=farsta&amne=hot-och-vald"' in farsta
    assert 'href="/fragor?forvaltning=farsta&besvarad=nej"' in farsta


def test_the_search_box_is_narrowed_to_it(client: FlaskClient) -> None:
    page = client.get("/forvaltning/farsta").text
    assert '<input type="hidden" name="forvaltning" value="farsta">' in page


def test_predecessors_are_included_and_can_be_left_out(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    client = client_of(*lineage())
    page = client.get("/forvaltning/hagersten-alvsjo").text
    text = text_of(page)
    assert "här ingår det som hör till Älvsjö." in text  # and not what there is nothing of
    assert "3 protokoll" in text
    assert "Bildades 2020 av Hägersten-Liljeholmen och Älvsjö ." in text
    assert 'href="/forvaltning/hagersten-alvsjo?foregangare=nej"' in page
    alone = client.get("/forvaltning/hagersten-alvsjo?foregangare=nej").text
    assert "2 protokoll" in text_of(alone)
    assert "2019" not in text_of(alone)
    before = text_of(client.get("/forvaltning/alvsjo").text)
    assert "upp i Hägersten-Älvsjö ." in before


def test_an_unknown_one_is_not_there(client: FlaskClient) -> None:
    response = client.get("/forvaltning/atlantis")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


def test_internal_protocols_leave_no_trace(client: FlaskClient) -> None:
    """Skarpnäck has one that the public may not see, Kungsholmen none at all."""
    seen, none = (
        client.get(f"/forvaltning/{id_}").text.replace(id_, "?").replace(name, "?")
        for id_, name in (("skarpnack", "Skarpnäck"), ("kungsholmen", "Kungsholmen"))
    )
    assert seen == none
    assert "inga protokoll" in seen


def test_a_page_number_that_is_too_high_gives_the_last(client: FlaskClient) -> None:
    page = client.get("/forvaltning/bromma?sida=99").text
    assert len(re.findall("<time", page)) == 4
