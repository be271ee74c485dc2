import pytest
from flask.testing import FlaskClient
from searches import request

from archive.registry import packaged
from webui import named

DIRECTORY = named.Directory(packaged())


@pytest.mark.parametrize(
    "text", ["Hot och våld", "hot och vald", "HOT OCH VÅLD", " hot  och våld "]
)
def test_a_topic_is_known_by_its_name_however_it_is_typed(text: str) -> None:
    (found,) = DIRECTORY.called(text)
    assert (found.parameter, found.id, found.sort) == ("amne", "hot-och-vald", "Ämnet")


@pytest.mark.parametrize("text", ["SSR", "Akademikerförbundet SSR", "akademikerforbundet ssr"])
def test_a_union_is_known_by_all_its_names(text: str) -> None:
    assert [it.id for it in DIRECTORY.called(text)] == ["ssr"]


def test_a_name_that_says_what_it_is_is_not_told_so_again() -> None:
    (found,) = DIRECTORY.called("socialforvaltningen")
    assert (found.id, found.sort) == ("socialforvaltningen", "")


@pytest.mark.parametrize("text", ["", "🙂", "hot", "hot och våld i receptionen"])
def test_other_words_name_nothing(text: str) -> None:
    assert DIRECTORY.called(text) == ()


def test_a_slip_of_the_pen_leads_to_the_nearest_name() -> None:
    nearest = DIRECTORY.nearly_called("socialförvaltnigen")
    assert nearest[0].id == "socialforvaltningen"
    assert len({it.id for it in nearest}) == len(nearest) <= named.MOST_NEAR


@pytest.mark.parametrize("text", ["socialförvaltningen", "xylofon", "ssp", ""])
def test_nothing_is_near_what_is_right_or_far_off_or_short(text: str) -> None:
    assert DIRECTORY.nearly_called(text) == ()


def test_all_of_what_is_named_is_counted_without_other_choices() -> None:
    (topic,) = DIRECTORY.called("hot och våld")
    asked = topic.request(request("hot och våld", unions=("vision",)))
    assert (asked.text, asked.filters.topics, asked.filters.unions) == ("", ("hot-och-vald",), ())


def test_the_page_of_what_is_named_stands_above_the_hits(client: FlaskClient) -> None:
    page = client.get("/sok?q=hot+och+vald").text.replace("\N{NO-BREAK SPACE}", " ")
    assert 'Ämnet <a href="/amne/hot-och-vald">Hot och våld</a>: 2 paragrafer, 3 frågor' in page
    assert page.index("/amne/hot-och-vald") < page.index('class="hit"')


def test_a_misspelt_name_is_asked_about_where_nothing_is_found(client: FlaskClient) -> None:
    page = client.get("/sok?q=Fasrta").text
    assert 'Menade du förvaltningen <a href="/forvaltning/farsta">Farsta</a>?' in page


def test_what_only_the_internal_know_is_not_named(client: FlaskClient) -> None:
    assert "/forvaltning/skarpnack" not in client.get("/sok?q=Skarpnäck").text
    assert "/forvaltning/skarpnack" not in client.get("/sok?q=Skarpnäckk").text
