import datetime as dt

from searches import LABELS, request, result

from archive.registry import packaged
from index import Filters, Kind, Order
from webui import choices

YEARS = {"earliest": dt.date(2021, 1, 1), "latest": dt.date(2025, 12, 31)}


def test_the_sentence_names_every_limit() -> None:
    said = choices.sentence(
        request(unions=("vision", "ssr", "dik"), answered=False, **YEARS), 0, LABELS
    )
    assert (said.found, said.about) == ("Inga paragrafer", "larm")
    assert said.limits == (
        "Vision, Akademikerförbundet SSR eller DIK",
        "obesvarade",
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


def test_the_ways_out_take_whole_groups_away() -> None:
    ways = choices.ways_out(request(unions=("vision", "ssr"), periods=("2031",)), LABELS)
    assert [(way.label, way.request.filters) for way in ways] == [
        ("Vision eller Akademikerförbundet SSR", Filters(periods=("2031",))),
        ("2031", Filters(unions=("vision", "ssr"))),
        ("alla val", Filters()),
    ]


def test_nothing_chosen_leaves_no_way_out() -> None:
    assert choices.ways_out(request(), LABELS) == ()


def test_a_tab_without_a_count_of_its_own_shows_none() -> None:
    tabs = choices.tabs(request(page=3), result(9, typ={"paragraf": 9, "fraga": 4}))
    assert [(tab.request.kind, tab.count, tab.chosen) for tab in tabs] == [
        (Kind.SECTION, 9, True),
        (Kind.EXCHANGE, 4, False),
        (Kind.PROTOCOL, 0, False),
    ]
    assert all(tab.request.offset == 0 for tab in tabs)


def test_relevance_is_offered_only_where_there_are_words() -> None:
    assert [o.request.order for o in choices.orders(request())] == list(Order)
    assert [o.request.order for o in choices.orders(request(""))] == [Order.NEWEST, Order.OLDEST]
