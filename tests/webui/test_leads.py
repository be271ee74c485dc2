from searches import LABELS, request, result

from archive.visibility import Audience
from index import Filters
from webui import leads


def test_the_ways_out_take_whole_groups_away() -> None:
    ways = leads.ways_out(request(unions=("vision", "ssr"), periods=("2031",)), LABELS)
    assert [(way.label, way.request.filters) for way in ways] == [
        ("Vision eller Akademikerförbundet SSR", Filters(periods=("2031",))),
        ("2031", Filters(unions=("vision", "ssr"))),
        ("alla val", Filters()),
    ]


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
