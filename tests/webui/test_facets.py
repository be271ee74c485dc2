from searches import LABELS, request, result

from archive.registry import packaged
from index import Kind
from webui import facets


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
