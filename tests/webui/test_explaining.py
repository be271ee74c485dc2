import collections.abc as c
import dataclasses as dc
import re

import meetings
import pytest
from flask.testing import FlaskClient

from archive.registry import packaged
from index import Explanation, Level, Met, Part, Reading
from webui.explaining import MOST_FORMS, Told, section_at, told
from webui.labels import Labels

FARSTA = "/protokoll/farsta/2025-01-14"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).replace(" ,", ",")


def one(explanation: Explanation) -> Told:
    [word] = told([explanation], Labels(packaged()))
    return word


def lines(explanation: Explanation) -> list[str]:
    return [
        f"{form.how}: {form.written}, {form.times.replace(chr(160), ' ')}"
        for form in one(explanation).forms
    ]


def test_each_form_is_told_with_how_often_it_stands_there() -> None:
    word = Explanation(
        "sjukfrånvaro",
        Reading.WORD,
        (
            Met("Sjukfrånvaro", Level.AS_WRITTEN, 3, 1),
            Met("sjukfrånvaron", Level.INFLECTED, 1, 1),
            Met("korttidssjukfrånvaro", Level.PART, 1, 0),
        ),
    )
    assert lines(word) == [
        "som det står: Sjukfrånvaro, 3 gånger, varav 1 i rubriken",
        "böjt: sjukfrånvaron, 1 gång, i rubriken",
        "som del av: korttidssjukfrånvaro, 1 gång",
    ]


@pytest.mark.parametrize(
    ("reading", "level", "written", "how"),
    [
        (Reading.WORD, Level.INFLECTED, "individ- och familjeomsorg", "utläst ur"),
        (Reading.WORD, Level.INFLECTED, "arbetsmiljöfrågor och -ansvar", "utläst ur"),
        (Reading.WORD, Level.PART, "arbetsmiljö rond", "isärskrivet"),
        (Reading.LOOSE, Level.LOOSE, "kvalitetsledningssystem", "utspritt i"),
        (Reading.BEGINNING, Level.AS_WRITTEN, "arbetsmiljö", "börjar så"),
        (Reading.INFLECTED, Level.INFLECTED, "lokala samverkansgruppen", "böjt"),
    ],
)
def test_how_a_form_is_met_is_told(reading: Reading, level: Level, written: str, how: str) -> None:
    assert one(Explanation("x", reading, (Met(written, level, 1, 0),))).forms[0].how == how


def test_what_was_not_typed_is_told_with_what_it_was_read_for() -> None:
    word = one(
        Explanation(
            "systematiskt arbetsmiljöarbete", Reading.INFLECTED, (), weight=0.8, read_for=("SAM",)
        )
    )
    assert word.reading == (
        "lästes också, för SAM: orden i följd, i alla böjningar; räknas lite mindre"
    )
    assert (word.is_added, word.forms) == (True, ())


def test_a_union_has_its_name_and_a_field_its_place() -> None:
    assert one(Explanation("vision", Reading.UNION, (), union="vision")).text == "Vision"
    assert one(Explanation("larm", Reading.WORD, (), part=Part.TITLE)).reading.endswith("rubriken")
    assert one(Explanation("hot och våld", Reading.PHRASE, ())).text == "”hot och våld”"


def test_of_very_many_forms_some_are_told_and_the_rest_counted() -> None:
    forms = tuple(Met(f"larm{n}", Level.AS_WRITTEN, 1, 0) for n in range(MOST_FORMS + 3))
    word = one(Explanation("larm", Reading.BEGINNING, forms))
    assert (word.text, len(word.forms), word.more) == ("larm*", MOST_FORMS, 3)


@pytest.mark.parametrize(
    ("place", "number"),
    [("p3", 3), ("f1", 2), ("f3", 2), ("f4", None), ("", None), ("f", None), ("p99", None)],
)
def test_a_place_lies_in_a_section(place: str, number: int | None) -> None:
    section = section_at(meetings.farsta(), place)
    assert (section and section.number) == number


def test_the_page_tells_why_a_section_was_hit(client: FlaskClient) -> None:
    text = text_of(client.get(f"{FARSTA}/varfor/p3?q=sjukfrånvaro").text)
    assert "Du sökte sjukfrånvaro och fann" in text
    assert "som det står: Sjukfrånvaro, 1 gång, i rubriken" in text
    assert "böjt: Sjukfrånvaron, 1 gång" in text
    assert "som del av: långtidssjukfrånvaron, 1 gång" in text


def test_the_page_tells_how_an_abbreviation_was_read(client: FlaskClient) -> None:
    text = text_of(client.get(f"{FARSTA}/varfor/p3?q=SAM").text)
    assert "systematiskt arbetsmiljöarbete lästes också, för SAM" in text
    assert "står inte här" in text


def test_a_question_and_a_whole_protocol_are_explained_too(client: FlaskClient) -> None:
    assert "Larmen, 1" in text_of(client.get(f"{FARSTA}/varfor/f1?q=larm&typ=fraga").text)
    whole = client.get(f"{FARSTA}/varfor?q=larm&typ=protokoll").text
    assert "fann Protokoll från förvaltningsgruppen i Farsta" in text_of(whole)


@pytest.mark.parametrize("typ", ["paragraf", "fraga", "protokoll"])
def test_every_hit_leads_to_why_it_was_hit(client: FlaskClient, typ: str) -> None:
    page = client.get(f"/sok?q=larm&typ={typ}").text
    addresses = re.findall(r'href="([^"]+/varfor[^"]*)"', page)
    assert len(addresses) == page.count('<article class="hit">') > 0
    for address in addresses:
        assert "Varför träffade detta?" in client.get(address.replace("&amp;", "&")).text


def test_hits_of_a_search_without_words_need_no_reason(client: FlaskClient) -> None:
    assert "/varfor" not in client.get("/sok?fack=vision").text
    response = client.get(f"{FARSTA}/varfor/p3")
    assert (response.status_code, response.location) == (302, FARSTA)


def test_only_choices_in_the_words_are_no_word(client: FlaskClient) -> None:
    assert "hade inga ord" in client.get(f"{FARSTA}/varfor/p2?q=fack:vision").text


@pytest.mark.parametrize(
    "path",
    [
        "skarpnack/2023-05-10/varfor",
        "skarpnack/2023-05-10/varfor/p1",
        "farsta/1999-01-01/varfor/p1",
        "farsta/2025-01-14/varfor/p99",
        "farsta/2025-01-14/varfor/f9",
        "farsta/2025-01-14/varfor/p1/p2",
    ],
)
def test_what_the_public_may_not_see_is_not_explained(client: FlaskClient, path: str) -> None:
    response = client.get(f"/protokoll/{path}?q=drakägg")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


def test_an_old_address_leads_to_the_new_and_keeps_the_place(client: FlaskClient) -> None:
    response = client.get("/protokoll/bromma/2024-02-10/varfor/p2?q=larm")
    assert response.status_code == 308
    assert response.location == "/protokoll/bromma/2024-02-12/varfor/p2?q=larm"


def test_html_in_a_query_is_shown_as_text(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/varfor/p3?q=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script" not in page


def test_the_same_page_is_not_sent_twice(client_of: c.Callable[..., FlaskClient]) -> None:
    client = client_of(dc.replace(meetings.farsta()))
    address = f"{FARSTA}/varfor/p3?q=sjukfrånvaro"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
