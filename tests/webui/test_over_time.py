import collections.abc as c
import csv
import dataclasses as dc
import html
import io
import re
import typing as t
import urllib.parse

import meetings
import pytest
from flask.testing import FlaskClient
from searches import LABELS

from archive.model import Protocol
from archive.visibility import Audience
from index import Request, read_request
from webui import counted, counting, create_app
from webui.over_time import share

Parts: t.TypeAlias = dict[str, t.Any]

MOST_SEARCHES = 60


def rows(client: FlaskClient, address: str = "/statistik.csv") -> list[dict[str, str]]:
    text = client.get(address).get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", "", page)))


class Counted:
    """An index that notes how often it is asked."""

    def __init__(self, index: t.Any) -> None:
        self.index, self.asked = index, 0

    def search(self, request: Request) -> t.Any:
        self.asked += 1
        return self.index.search(request)


@pytest.mark.parametrize(
    "address", ["/statistik.csv", "/statistik.csv?forvaltning=farsta", "/statistik.csv?fack=vision"]
)
def test_every_number_is_what_its_search_finds(
    client: FlaskClient, parts: Parts, address: str
) -> None:
    table = rows(client, address)
    assert len(table) > 20
    for row in table:
        query = urllib.parse.urlsplit(row["sökning"]).query
        request, notes = read_request(
            urllib.parse.parse_qsl(query), Audience.PUBLIC, parts["registries"]
        )
        assert not notes
        assert parts["index"].search(request).total == int(row["värde"]), row


def test_the_page_links_each_number_to_its_search(client: FlaskClient, parts: Parts) -> None:
    page = client.get("/statistik").text
    linked = re.findall(r'<a href="/sok\?([^"]*)" rel="nofollow">([\d\xa0]+)<', page)
    assert len(linked) > 40
    for query, number in linked:
        pairs = urllib.parse.parse_qsl(html.unescape(query))
        request, _ = read_request(pairs, Audience.PUBLIC, parts["registries"])
        assert parts["index"].search(request).total == int(number.replace("\xa0", "")), query


def test_the_numbers_are_those_of_the_archive(client: FlaskClient) -> None:
    table = {(row["år"], row["mått"], row["id"]): row["värde"] for row in rows(client)}
    assert table["alla år", "protokoll", ""] == "27"
    assert table["2022", "protokoll", ""] == "8"
    assert table["2023", "protokoll", ""] == "0"
    assert table["2025", "frågor", "vision"] == "1"
    assert table["2025", "besvarade frågor", "kommunal"] == "0"
    assert table["2025", "paragrafer", "enighet"] == "1"
    assert table["alla år", "obesvarade frågor", "farsta"] == "2"


def test_what_is_not_for_all_is_not_counted(client: FlaskClient) -> None:
    assert "skarpnack" not in client.get("/statistik").text + client.get("/statistik.csv").text


def test_formalities_are_in_the_table_and_not_on_the_page(client: FlaskClient) -> None:
    topics = {row["id"] for row in rows(client) if row["uppdelning"] == "ämne"}
    assert {"hot-och-vald", "formalia"} <= topics
    assert "amne=formalia" not in client.get("/statistik?visa=alla").text


def test_the_table_says_outcomes_in_swedish(client: FlaskClient) -> None:
    outcomes = {row["id"] for row in rows(client) if row["uppdelning"] == "utfall av samverkan"}
    assert outcomes == {"enighet", "oenighet", "information", "bordlagt"}


def asking(union: str, year: int) -> Protocol:
    """A meeting in which a union asks something."""
    section = meetings.farsta().sections[1]
    exchange = dc.replace(section.exchanges[0], union=union)
    section = dc.replace(section, unions=(union,), exchanges=(exchange,))
    return dc.replace(meetings.monthly(year, 2, "farsta", "Farsta"), sections=(section,))


def teachers(client_of: c.Callable[..., FlaskClient]) -> FlaskClient:
    """Two questions of a union that there is no more, and one of the union it went into."""
    return client_of(
        asking("lararforbundet", 2019),
        asking("lararforbundet", 2020),
        asking("sveriges-larare", 2024),
    )


def test_a_union_with_predecessors_says_so_and_whose_the_questions_are(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    page = teachers(client_of).get("/statistik").text
    headings = re.findall(r"<h3>(.*?)</h3>", page)
    assert headings == ["Sveriges Lärare med föregångare"]
    assert "Av frågorna: Sveriges Lärare 1 fråga, Lärarförbundet 2 frågor" in text_of(page)


def test_each_question_is_once_among_the_unions_of_the_table(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    table = rows(teachers(client_of))
    of = {
        (row["uppdelning"], row["namn"]): row["värde"]
        for row in table
        if row["mått"] == "frågor"
        and row["år"] == "alla år"
        and row["uppdelning"].startswith("fack")
    }
    assert of == {
        ("fack", "Lärarförbundet"): "2",
        ("fack", "Sveriges Lärare"): "1",
        ("fack med föregångare", "Sveriges Lärare med föregångare"): "3",
    }


def test_without_predecessors_each_union_stands_for_itself(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    page = teachers(client_of).get("/statistik?foregangare=nej").text
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["Lärarförbundet", "Sveriges Lärare"]


@pytest.mark.parametrize("chosen", ["", "?fack=sveriges-larare", "?forvaltning=farsta"])
def test_what_each_union_asked_is_what_the_search_for_it_finds(
    archive_with: c.Callable[..., Parts], chosen: str
) -> None:
    parts = archive_with(asking("lararforbundet", 2019), asking("sveriges-larare", 2024))
    client = create_app(**parts).test_client()
    for row in rows(client, f"/statistik.csv{chosen}"):
        pairs = urllib.parse.parse_qsl(urllib.parse.urlsplit(row["sökning"]).query)
        request, _ = read_request(pairs, Audience.PUBLIC, parts["registries"])
        assert parts["index"].search(request).total == int(row["värde"]), row


def test_the_most_common_are_shown_and_all_of_them_one_link_away(client: FlaskClient) -> None:
    page = client.get("/statistik").text
    assert "Visa alla" not in page  # since there are few
    assert 'name="visa"' in client.get("/statistik?visa=alla").text


def test_forvaltningar_are_ordered_by_what_the_address_says(client: FlaskClient) -> None:
    def names(address: str) -> list[str]:
        page = client.get(address).text.split('id="forvaltningar"', 1)[1]
        return re.findall(r'<th scope="row">(.*?)</th>', page)

    assert names("/statistik") == ["Bromma", "Farsta", "Järva"]
    assert names("/statistik?ordna=obesvarade") == ["Farsta", "Bromma", "Järva"]
    assert names("/statistik?ordna=strunt") == names("/statistik")
    page = client.get("/statistik?ordna=obesvarade&forvaltning=farsta").text
    assert re.findall('aria-sort="([a-z]+)"', page) == ["descending"]
    assert 'href="/statistik?forvaltning=farsta&amp;ordna=andel#forvaltningar"' in page
    assert (
        '<a href="/sok?typ=fraga&amp;forvaltning=farsta&amp;besvarad=nej" rel="nofollow">2' in page
    )


def test_a_choice_narrows_and_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/statistik?forvaltning=farsta&fack=vision").text
    assert '<option value="farsta" selected>' in page
    assert '<option value="vision" selected>' in page
    assert '<a class="chip" href="/statistik?fack=vision">' in page
    assert '<link rel="canonical" href="/statistik?forvaltning=farsta&amp;fack=vision">' in page


def test_an_empty_choice_and_an_unknown_one_change_nothing(client: FlaskClient) -> None:
    assert "27" in client.get("/statistik?forvaltning=&fack=").text
    page = client.get("/statistik?fack=finns-inte").text
    assert "finns inte och användes inte" in page


def test_nothing_else_in_the_address_is_counted_by(client: FlaskClient) -> None:
    assert rows(client, "/statistik.csv?q=larm&ar=2022&typ=fraga") == rows(client)


def test_an_empty_archive_has_a_page(client_of: c.Callable[..., FlaskClient]) -> None:
    client = client_of()
    assert "Här finns inget att räkna" in client.get("/statistik").text
    assert all(row["värde"] == "0" for row in rows(client))


def test_the_index_is_not_asked_more_than_sixty_times(parts: Parts) -> None:
    index = Counted(parts["index"])
    request, _ = read_request([], Audience.PUBLIC, parts["registries"])
    counting.count(t.cast("t.Any", index), counted.base_request(request), LABELS)
    most = 12 + counting.MOST + 2 * counting.MOST
    assert index.asked <= most <= MOST_SEARCHES


def test_a_chart_is_for_the_eye_and_its_numbers_stand_in_a_table(client: FlaskClient) -> None:
    page = client.get("/statistik").text
    charts = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert charts
    for drawn in charts:
        assert 'aria-hidden="true"' in drawn
        assert drawn.count("<a ") == drawn.count('tabindex="-1"')
    assert page.count("<table") == page.count("<caption") >= 4


@pytest.mark.parametrize(
    ("asked", "answered", "told"), [(3, 2, "67\xa0%"), (4, 0, "0\xa0%"), (0, 0, "–")]
)
def test_a_share_of_nothing_is_no_number(asked: int, answered: int, told: str) -> None:
    assert share(asked, answered) == told
