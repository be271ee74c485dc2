import dataclasses as dc

import pytest
from searches import LABELS, request, result

from archive.visibility import Audience
from index import Filters, Kind
from webui import leads


def test_the_ways_out_take_whole_groups_away() -> None:
    ways = leads.ways_out(request(unions=("vision", "ssr"), periods=("2031",)), LABELS)
    assert [(way.label, way.request.filters) for way in ways] == [
        ("utan Vision eller Akademikerförbundet SSR", Filters(periods=("2031",))),
        ("utan 2031", Filters(unions=("vision", "ssr"))),
        ("utan alla val", Filters()),
    ]


def test_the_words_as_typed_are_a_way_out_too() -> None:
    (way,) = leads.ways_out(dc.replace(request(), literal=True), LABELS)
    assert (way.label, way.request.literal) == ("inte bara det jag skrev", False)
    every = leads.ways_out(dc.replace(request(unions=("vision",)), literal=True), LABELS)
    assert [it.request.literal for it in every] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "protocols", "none", "some"),
    [
        ("semester larm", 1, "Ingen paragraf har båda orden.", "Ett protokoll har båda"),
        ("hot våld larm", 5, "Ingen paragraf har alla orden.", "5 protokoll har alla"),
    ],
)
def test_words_that_only_stand_apart_are_told_of(
    text: str, protocols: int, none: str, some: str
) -> None:
    told = leads.apart(request(text), protocols)
    assert told
    assert (told.none, told.some.label.replace("\N{NO-BREAK SPACE}", " ")) == (none, some)
    assert told.some.request.kind is Kind.PROTOCOL


@pytest.mark.parametrize(
    "text", ["larm", "hot -larm", "rubrik:hot larm", "hot ELLER", '"hot larm"', ""]
)
def test_of_one_word_or_more_than_words_nothing_is_told(text: str) -> None:
    assert leads.apart(request(text), 5) is None


def test_nothing_is_told_where_no_protocol_has_them_or_protocols_are_searched() -> None:
    assert leads.apart(request("semester larm"), 0) is None
    assert leads.apart(request("semester larm", kind=Kind.PROTOCOL), 5) is None


@pytest.mark.parametrize(
    ("answered", "label"), [(True, "även obesvarade"), (False, "även besvarade")]
)
def test_questions_of_either_sort_are_a_way_out(answered: bool, label: str) -> None:
    (way,) = leads.ways_out(request(answered=answered), LABELS)
    assert (way.label, way.request.filters.answered) == (label, None)


def test_nothing_chosen_leaves_no_way_out() -> None:
    assert leads.ways_out(request(), LABELS) == ()


def test_the_examples_are_topics_of_substance() -> None:
    counts = {"formalia": 9, "budget": 5, "lon": 3}
    examples = leads.examples(result(amne=counts), Audience.PUBLIC, LABELS)
    assert [(it.label, it.count) for it in examples] == [
        (LABELS.topic("budget"), 5),
        (LABELS.topic("lon"), 3),
    ]


def test_what_is_only_counted_shows_no_hits_and_can_ask_for_all_the_words() -> None:
    asked = leads.only_counted(request(page=3), literal=True)
    assert (asked.offset, asked.limit, asked.literal) == (0, 0, True)
    assert not leads.only_counted(request(), literal=False).literal
