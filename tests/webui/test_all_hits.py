import collections.abc as c
import dataclasses as dc
import typing as t

import pytest

from archive.visibility import Audience
from index import Hit, Order, Request, Result, SearchIndex
from webui import all_hits
from webui.all_hits import batches, from_the_first, left_out, with_protocols

Parts: t.TypeAlias = dict[str, t.Any]

EVERYTHING = Request("", Audience.PUBLIC, order=Order.NEWEST)


@pytest.fixture(autouse=True)
def few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_hits, "BATCH", 20)
    monkeypatch.setattr(all_hits, "PROTOCOLS", 7)


def places(parts: c.Iterable[Result]) -> list[tuple[str, str]]:
    return [(hit.protocol_id, hit.place) for part in parts for hit in part.hits]


@pytest.mark.parametrize("text", ["", "arbetsmiljö", "hot", "arbetsmiljö larm"])
def test_every_hit_comes_once_in_the_order_of_the_pages(parts: Parts, text: str) -> None:
    index: SearchIndex = parts["index"]
    request = Request(text, Audience.PUBLIC)
    found = places(batches(index, request))
    whole = index.search(dc.replace(request, limit=1000))
    assert found == places([whole])
    assert len(found) == whole.total > 0


def test_no_more_come_than_the_most(parts: Parts) -> None:
    found = list(batches(parts["index"], EVERYTHING, most=30))
    assert [len(part.hits) for part in found] == [20, 10]
    assert len(set(places(found))) == 30


def test_of_nothing_there_is_one_part(parts: Parts) -> None:
    (part,) = batches(parts["index"], Request("xylofon", Audience.PUBLIC))
    assert (part.hits, part.total) == ((), 0)


class Growing:
    """An index that gets a newer protocol before each search."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._added = -7

    def search(self, request: Request) -> Result:
        self._added += 7
        offset = max(0, request.offset - self._added)
        return self._index.search(dc.replace(request, offset=offset))


def test_what_is_imported_meanwhile_makes_nothing_come_twice(parts: Parts) -> None:
    found = places(batches(t.cast(SearchIndex, Growing(parts["index"])), EVERYTHING))
    assert len(found) == len(set(found)) > 20


def test_hits_come_with_their_protocols_in_their_order(parts: Parts) -> None:
    hits = parts["index"].search(dc.replace(EVERYTHING, limit=60)).hits
    taken = list(with_protocols(parts["catalogue"], Audience.PUBLIC, hits))
    assert [it.hit for it in taken] == list(hits)
    assert all(it.protocol.id == it.hit.protocol_id for it in taken)


def test_a_hit_whose_protocol_is_no_longer_open_does_not_come(parts: Parts) -> None:
    everything = dc.replace(EVERYTHING, audience=Audience.SIGNED_IN, limit=200)
    hits: tuple[Hit, ...] = parts["index"].search(everything).hits
    hidden = {hit.protocol_id for hit in hits if hit.forvaltning == "skarpnack"}
    taken = list(with_protocols(parts["catalogue"], Audience.PUBLIC, hits))
    assert hidden
    assert {it.hit.protocol_id for it in taken} == {hit.protocol_id for hit in hits} - hidden


def test_all_hits_begin_with_the_first_each_for_itself() -> None:
    asked = dc.replace(EVERYTHING, offset=40, gathered=True)
    assert from_the_first(asked) == EVERYTHING


def test_it_is_said_when_some_are_left_out() -> None:
    assert left_out(10_000) == ()
    (said,) = left_out(12_480)
    assert said.replace("\N{NO-BREAK SPACE}", " ").startswith(
        "Bara de 10 000 första av 12 480 träffar är med."
    )
