import pytest

from archive.model import Basis
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Excerpt, ExchangeHit, FacetValue, Filters, Hit, Kind, Request, Result
from webui import results
from webui.labels import Labels

LABELS = Labels(packaged())


def request(
    text: str = "larm", *, page: int = 1, kind: Kind = Kind.SECTION, **f: object
) -> Request:
    filters = Filters(**f)  # type: ignore[arg-type]
    return Request(text, Audience.PUBLIC, kind, filters, offset=(page - 1) * 20)


def result(total: int = 9, **facets: dict[str, int]) -> Result:
    values = {
        name: tuple(FacetValue(id_, count) for id_, count in counts.items())
        for name, counts in facets.items()
    }
    return Result((), total, values, 1.0)


def test_what_is_chosen_stands_among_the_shown_however_few_it_has() -> None:
    counts = {name: 50 - n for n, name in enumerate(packaged().unions)}
    last = list(counts)[-1]
    (group,) = results.groups(request(unions=(last,)), result(fack=counts), LABELS)
    assert [choice.label for choice in group.shown if choice.chosen] == [LABELS.union(last)]
    assert len(group.shown) == results.SHOWN_VALUES + 1
    assert len(group.shown) + len(group.rest) == len(counts)


def test_what_is_chosen_and_gives_nothing_can_still_be_taken_away() -> None:
    (group,) = results.groups(request(unions=("dik",)), result(), LABELS)
    assert [(c.label, c.count, c.request.filters.unions) for c in group.shown] == [("DIK", 0, ())]


def test_one_value_alone_is_not_worth_hiding() -> None:
    counts = {name: 1 for name in list(packaged().topics)[: results.SHOWN_VALUES + 1]}
    (group,) = results.groups(request(), result(amne=counts), LABELS)
    assert group.rest == ()


def test_questions_can_be_narrowed_by_whether_they_were_answered() -> None:
    (group,) = results.groups(request(kind=Kind.EXCHANGE, answered=False), result(), LABELS)
    assert [(c.label, c.chosen, c.request.filters.answered) for c in group.shown] == [
        ("Besvarade", False, True),
        ("Obesvarade", True, None),
    ]


def test_a_year_without_hits_leaves_a_gap_in_the_timeline() -> None:
    bars = results.timeline(request(), result(ar={"2020": 4, "2022": 8}), LABELS)
    assert [(bar.choice.label, bar.height) for bar in bars] == [
        ("2020", 50.0),
        ("2021", 0.0),
        ("2022", 100.0),
    ]


def test_one_year_alone_needs_no_timeline() -> None:
    assert results.timeline(request(), result(ar={"2020": 4}), LABELS) == ()


def test_a_year_far_away_does_not_stretch_the_timeline_without_end() -> None:
    bars = results.timeline(request(), result(ar={"0205": 1, "2020": 4}), LABELS)
    assert len(bars) == 2


def test_a_chosen_month_lights_its_year() -> None:
    years = result(ar={"2020": 4, "2021": 4})
    bars = results.timeline(request(periods=("2021-03",)), years, LABELS)
    assert [bar.lit for bar in bars] == [False, True]


def test_no_more_labels_stand_under_the_timeline_than_there_is_room_for() -> None:
    bars = results.timeline(request(), result(ar={"1990": 1, "2025": 1}), LABELS)
    assert sum(bool(bar.label) for bar in bars) <= results.MOST_LABELS


@pytest.mark.parametrize(
    ("page", "total", "shown"),
    [
        (1, 20, None),
        (1, 41, "[1] 2 3"),
        (2, 200, "1 [2] 3 4 5 6 7 8 9 10"),
        (1, 400, "[1] 2 3 … 20"),
        (10, 400, "1 … 8 9 [10] 11 12 … 20"),
        (20, 400, "1 … 18 19 [20]"),
    ],
)
def test_page_numbers_show_the_nearest_and_the_ends(
    page: int, total: int, shown: str | None
) -> None:
    pages = results.pages(request(page=page), total)
    numbers = pages and " ".join(
        "…" if n is None else f"[{n.label}]" if n.chosen else n.label for n in pages.numbers
    )
    assert numbers == shown


def hit(exchange: ExchangeHit | None, *excerpts: str, title: str | None = "Larm") -> Hit:
    return Hit(
        kind=Kind.SECTION,
        score=1.0,
        protocol_id="farsta/2025-01-14",
        protocol_title="Protokoll",
        date=None,
        date_basis=Basis.UNKNOWN,
        forvaltning=None,
        forvaltning_name=None,
        forvaltning_basis=Basis.UNKNOWN,
        filename="f.pdf",
        visibility=Visibility.PUBLIC,
        title=title,
        exchange=exchange,
        excerpts=tuple(Excerpt(text) for text in excerpts),
    )


def test_a_passage_told_as_question_or_answer_is_not_told_twice() -> None:
    exchange = ExchangeHit("vision", Excerpt("Får vi larm i år?"), Excerpt("Ja."), True)
    shown = results.own_excerpts(hit(exchange, "Får vi larm", "Något annat."))
    assert [excerpt.text for excerpt in shown] == ["Något annat."]
    assert len(results.own_excerpts(hit(None, "Får vi larm"))) == 1


def test_a_hit_is_called_by_its_section_or_its_protocol() -> None:
    assert results.heading(hit(None)).text == "Larm"
    assert results.heading(hit(None, title=None)).text == "Protokoll"
    assert results.heading(hit(None, title="")).text == "Utan rubrik"


def test_an_id_that_no_registry_knows_is_shown_as_it_is() -> None:
    assert LABELS.union("okänt") == LABELS.union_short("okänt") == "okänt"
    assert LABELS.forvaltning("okänd") == LABELS.topic("okänd") == "okänd"
    assert LABELS.period("2025-03") == "mars 2025"
