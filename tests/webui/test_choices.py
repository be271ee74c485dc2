import datetime as dt

import pytest
from searches import LABELS, request

from archive.registry import packaged
from index import Kind, Order
from webui import choices

YEARS = {"earliest": dt.date(2021, 1, 1), "latest": dt.date(2025, 12, 31)}


def test_the_sentence_names_every_limit() -> None:
    said = choices.sentence(
        request(unions=("vision", "ssr", "dik"), answered=False, **YEARS), 0, LABELS
    )
    assert (said.found, said.about) == ("Inga paragrafer", "larm")
    assert said.limits == (
        "Vision, Akademikerförbundet SSR eller DIK",
        "med obesvarad fråga",
        "2021–2025",
    )


def test_each_chip_takes_one_choice_away() -> None:
    asked = request(unions=("vision", "ssr"), topics=("budget",), **YEARS)
    chips = choices.chips(asked, packaged())
    assert [chip.label for chip in chips] == [
        "Vision",
        "Akademikerförbundet SSR",
        "Budget och ekonomi",
        "2021–2025",
    ]
    assert chips[0].request.filters.unions == ("ssr",)
    assert chips[3].request.filters.earliest is None


def test_a_union_brings_its_predecessors_unless_they_are_left_out() -> None:
    chips = choices.chips(request(unions=("sveriges-larare",)), packaged())
    assert chips[1].label.startswith("med föregångare: ")
    assert "Lärarförbundet" in chips[1].label
    assert not chips[1].request.filters.predecessors


def test_a_predecessor_that_is_chosen_itself_needs_no_mention() -> None:
    both = ("sveriges-larare", "lararforbundet", "lararnas-riksforbund")
    assert len(choices.chips(request(unions=both), packaged())) == 3


def test_of_questions_it_is_they_that_have_no_answer() -> None:
    asked = request(kind=Kind.EXCHANGE, answered=False)
    assert choices.sentence(asked, 4, LABELS).limits == ("obesvarade",)


@pytest.mark.parametrize("text", ["🙂🙂 (((", "((", '"*"'])
def test_signs_alone_are_said_to_show_all(text: str) -> None:
    said = choices.sentence(request(text), 592, LABELS)
    assert (said.found, said.about) == ("Visar alla 592\N{NO-BREAK SPACE}paragrafer", "")
    assert choices.title(request(text), said) == said.found


def test_relevance_is_offered_only_where_there_are_words() -> None:
    assert [o.request.order for o in choices.orders(request())] == list(Order)
    assert [o.request.order for o in choices.orders(request(""))] == [Order.NEWEST, Order.OLDEST]


def test_of_many_names_some_are_said_and_the_rest_counted() -> None:
    said = choices.sentence(request(unions=tuple(packaged().unions)), 4, LABELS)
    others = len(packaged().unions) - 3
    assert said.limits[0].endswith(f" eller {others} andra")
    assert said.limits[0].count(",") == 2


def test_a_long_search_is_not_repeated_in_full() -> None:
    asked = request("hot " * 100)
    said = choices.sentence(asked, 4, LABELS)
    assert said.about.endswith("hot…")
    assert len(said.about) <= choices.MOST_ABOUT + 1
    assert choices.title(asked, said) == said.about


def test_the_title_tells_the_page() -> None:
    asked = request(page=2)
    assert choices.title(asked, choices.sentence(asked, 40, LABELS)) == "larm, sida 2"


def test_what_follows_from_a_choice_is_not_a_choice_of_its_own() -> None:
    assert choices.number_chosen(request(unions=("sveriges-larare",), **YEARS)) == 2
