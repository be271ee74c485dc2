from searches import LABELS, request, result

from archive.registry import packaged
from index import Kind
from webui import facets
from webui.swedish_order import swedish_order


def test_what_is_chosen_stands_among_the_shown_however_few_it_has() -> None:
    counts = {name: 50 - n for n, name in enumerate(packaged().unions)}
    last = list(counts)[-1]
    (group,) = facets.groups(request(unions=(last,)), result(fack=counts), LABELS)
    assert [choice.label for choice in group.shown if choice.chosen] == [LABELS.union(last)]
    assert len(group.shown) == facets.SHOWN_VALUES + 1
    assert len(group.shown) + len(group.rest) == len(counts)


def test_what_is_chosen_and_gives_nothing_can_still_be_taken_away() -> None:
    (group,) = facets.groups(request(unions=("dik",)), result(), LABELS)
    assert [(c.label, c.count, c.request.filters.unions) for c in group.shown] == [("DIK", 0, ())]


def test_one_value_alone_is_not_worth_hiding() -> None:
    counts = {name: 1 for name in list(packaged().topics)[: facets.SHOWN_VALUES + 1]}
    (group,) = facets.groups(request(), result(amne=counts), LABELS)
    assert group.rest == ()


def test_questions_can_be_narrowed_by_whether_they_were_answered() -> None:
    (group,) = facets.groups(request(kind=Kind.EXCHANGE, answered=False), result(), LABELS)
    assert [(c.label, c.chosen, c.request.filters.answered) for c in group.shown] == [
        ("Besvarade", False, True),
        ("Obesvarade", True, None),
    ]


def test_of_equal_counts_names_are_shown_as_swedes_sort() -> None:
    names = {"enskede-arsta-vantor": 2, "alvsjo": 5, "jarva": 2, "aldreforvaltningen": 2}
    (group,) = facets.groups(request(), result(forvaltning=names), LABELS)
    assert [choice.label for choice in group.shown] == [
        "Älvsjö",
        "Enskede-Årsta-Vantör",
        "Järva",
        "Äldreförvaltningen",
    ]


def test_the_most_are_shown_and_the_rest_stand_by_name() -> None:
    counts = {name: 50 - n for n, name in enumerate(packaged().forvaltningar)}
    (group,) = facets.groups(request(), result(forvaltning=counts), LABELS)
    assert [choice.count for choice in group.shown] == list(range(50, 43, -1))
    names = [choice.label for choice in group.rest]
    assert names == sorted(names, key=swedish_order)
    assert [choice.count for choice in group.rest] != sorted(
        (choice.count or 0 for choice in group.rest), reverse=True
    )
