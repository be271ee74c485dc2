from flask.testing import FlaskClient
from searches import request, result

from index import Kind
from webui.tabs import TOGETHER, tabs

COUNTS = {"paragraf": 9, "fraga": 4, "protokoll": 11}


def test_a_tab_without_a_count_of_its_own_shows_none() -> None:
    every = tabs(request(page=3), result(9, typ={"paragraf": 9, "fraga": 4}))
    assert [(tab.request.kind, tab.count, tab.chosen) for tab in every] == [
        (Kind.SECTION, 9, True),
        (Kind.EXCHANGE, 4, False),
        (Kind.PROTOCOL, 0, False),
    ]
    assert all(tab.request.offset == 0 for tab in every)


def test_where_answers_are_chosen_the_other_kinds_are_not_counted() -> None:
    asked = request(kind=Kind.EXCHANGE, unions=("vision",), answered=False)
    every = tabs(asked, result(4, typ=COUNTS))
    assert [tab.count for tab in every] == [None, 4, None]
    assert every[0].hint.startswith("Paragrafer där någon fråga är obesvarad")
    assert every[1].hint == ""


def test_several_words_may_stand_apart_in_a_protocol() -> None:
    assert tabs(request("hot larm"), result(9, typ=COUNTS))[2].hint == TOGETHER
    assert tabs(request("larm"), result(9, typ=COUNTS))[2].hint == ""


def test_the_chosen_tab_says_what_it_counts(client: FlaskClient) -> None:
    page = client.get("/sok?q=receptionen+larm&typ=protokoll").text
    assert f'<p class="explained">{TOGETHER}.</p>' in page
    other = client.get("/sok?q=receptionen+larm").text
    assert f'title="{TOGETHER}">Protokoll' in other
    assert f'<p class="explained">{TOGETHER}' not in other
