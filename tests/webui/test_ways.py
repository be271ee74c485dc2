from searches import LABELS, request, result

from archive.registry import packaged
from webui.ways import SHOWN, ways

TOPICS = [id_ for id_ in packaged().topics if id_ != "formalia"]


def test_each_way_is_the_search_with_one_more_choice() -> None:
    asked = request("", forvaltningar=("farsta",))
    found = ways("Ämnen", "paragrafer", (asked, result(amne={"lon": 4})), "amne", LABELS)
    (way,) = found.shown
    assert (way.label, way.count) == ("Lön", 4)
    assert (way.request.filters.forvaltningar, way.request.filters.topics) == (
        ("farsta",),
        ("lon",),
    )


def test_formalities_are_no_way_anywhere() -> None:
    counts = {"formalia": 99, "lon": 1}
    found = ways("Ämnen", "paragrafer", (request(""), result(amne=counts)), "amne", LABELS)
    assert [way.label for way in found.shown] == ["Lön"]


def test_the_rest_is_folded_away_unless_it_is_one_alone() -> None:
    def shown(number: int) -> tuple[int, int]:
        counts = {id_: 1 for id_ in TOPICS[:number]}
        found = ways("Ämnen", "paragrafer", (request(""), result(amne=counts)), "amne", LABELS)
        return len(found.shown), len(found.rest)

    assert shown(SHOWN + 1) == (SHOWN + 1, 0)
    assert shown(SHOWN + 3) == (SHOWN, 3)


def test_a_way_that_counts_its_predecessors_says_so() -> None:
    counts = {"sveriges-larare": 3, "lararforbundet": 2, "vision": 1}

    def labels(**filters: bool) -> list[str]:
        asked = (request("", **filters), result(fack=counts))
        return [way.label for way in ways("Fack", "frågor", asked, "fack", LABELS).shown]

    assert labels() == ["Sveriges Lärare med föregångare", "Lärarförbundet", "Vision"]
    assert labels(predecessors=False)[0] == "Sveriges Lärare"
