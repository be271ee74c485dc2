import dataclasses as dc
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.registry import packaged
from archive.visibility import Audience
from index import Filters, Kind, Order, Request
from index.parameters import (
    HITS_PER_PAGE,
    LONGEST_TEXT,
    REPEATED,
    Reading,
    at_page,
    chosen,
    narrowed,
    read_request,
    toggled,
    write_request,
)

REGISTRIES = packaged()


def read(*pairs: tuple[str, str]) -> Reading:
    return read_request(pairs, Audience.PUBLIC, REGISTRIES)


def test_nothing_asks_for_all_paragraphs_newest_first() -> None:
    request, notes = read()
    assert request == Request(
        "", Audience.PUBLIC, Kind.SECTION, Filters(), Order.NEWEST, 0, HITS_PER_PAGE
    )
    assert notes == ()


def test_words_are_sorted_by_relevance_unless_another_order_is_chosen() -> None:
    assert read(("q", "larm")).request.order is Order.RELEVANCE
    assert read(("q", "larm"), ("sort", "aldst")).request.order is Order.OLDEST


def test_without_words_relevance_means_newest() -> None:
    assert read(("sort", "relevans")) == read()


def test_every_parameter_of_the_addresses_is_read() -> None:
    request, notes = read(
        ("q", " hot  och\tvåld "),
        ("typ", "fraga"),
        ("forvaltning", "farsta"),
        ("fack", "vision"),
        ("fack", "kommunal"),
        ("amne", "hot-och-vald"),
        ("utfall", "agreed"),
        ("ar", "2025"),
        ("ar", "2024-03"),
        ("besvarad", "nej"),
        ("fran", "2021"),
        ("till", "2024-02"),
        ("foregangare", "nej"),
        ("sort", "nyast"),
        ("sida", "3"),
    )
    assert notes == ()
    assert request == Request(
        text="hot och våld",
        audience=Audience.PUBLIC,
        kind=Kind.EXCHANGE,
        filters=Filters(
            forvaltningar=("farsta",),
            unions=("vision", "kommunal"),
            topics=("hot-och-vald",),
            outcomes=("agreed",),
            periods=("2025", "2024-03"),
            answered=False,
            earliest=dt.date(2021, 1, 1),
            latest=dt.date(2024, 2, 29),
            predecessors=False,
        ),
        order=Order.NEWEST,
        offset=2 * HITS_PER_PAGE,
        limit=HITS_PER_PAGE,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("typ", "bild"),
        ("sort", "'; drop table"),
        ("forvaltning", "mordor"),
        ("fack", "<script>"),
        ("amne", "x" * 10_000),
        ("utfall", "vunnet"),
        ("ar", "i fjol"),
        ("ar", "2025-13"),
        ("ar", "2025-03-14"),
        ("besvarad", "kanske"),
        ("fran", "2025-02-31"),
        ("fran", "0000"),
        ("till", "٢٠٢٥"),
        ("foregangare", "?"),
        ("sida", "-1"),
        ("sida", "0"),
        ("sida", "två"),
        ("sida", "²"),
        ("sida", "1e9"),
    ],
)
def test_what_cannot_be_used_is_left_out_with_a_note(name: str, value: str) -> None:
    request, notes = read((name, value))
    assert request == read().request
    assert len(notes) == 1
    assert len(notes[0]) < 200


def test_an_empty_parameter_is_as_good_as_none() -> None:
    assert read(("q", ""), ("typ", " "), ("fran", ""), ("fack", "")) == read()


def test_an_unknown_parameter_is_nobodys_business() -> None:
    assert read(("utm_source", "brev")) == read()


def test_a_long_text_is_cut_with_a_note() -> None:
    request, notes = read(("q", "å" * 100_000))
    assert request.text == "å" * LONGEST_TEXT
    assert str(LONGEST_TEXT) in notes[0]


def test_a_page_number_beyond_all_numbers_becomes_a_large_one() -> None:
    request, notes = read(("sida", "9" * 5000))
    assert request.offset > 10**6
    assert notes == ()


def test_a_range_that_runs_backwards_is_turned() -> None:
    request, notes = read(("fran", "2025"), ("till", "2021"))
    assert (request.filters.earliest, request.filters.latest) == (
        dt.date(2021, 1, 1),
        dt.date(2025, 12, 31),
    )
    assert len(notes) == 1


def test_the_same_value_twice_is_chosen_once() -> None:
    assert read(("fack", "vision"), ("fack", "VISION")).request.filters.unions == ("vision",)


def test_decomposed_letters_are_composed() -> None:
    assert read(("q", "va\u030ald")).request.text == "våld"


@pytest.mark.parametrize(
    ("parameter", "value", "written"),
    [
        ("fran", "2021-01-01", "2021"),
        ("fran", "2021-03-01", "2021-03"),
        ("fran", "2021-03-02", "2021-03-02"),
        ("till", "2021-12-31", "2021"),
        ("till", "2024-02-29", "2024-02"),
        ("till", "2021-01-01", "2021-01-01"),
    ],
)
def test_a_date_is_written_as_short_as_it_reads(parameter: str, value: str, written: str) -> None:
    assert write_request(read((parameter, value)).request) == [(parameter, written)]


def test_the_usual_goes_unsaid() -> None:
    usual = [("q", "larm"), ("typ", "paragraf"), ("sort", "relevans"), ("sida", "1")]
    assert write_request(read(*usual).request) == [("q", "larm")]


def test_toggling_twice_changes_nothing_but_the_page() -> None:
    request = read(("q", "larm"), ("fack", "vision"), ("sida", "4")).request
    once = toggled(request, "fack", "ssr")
    assert chosen(once, "fack") == ("vision", "ssr")
    assert toggled(once, "fack", "ssr") == at_page(request, 1)


def test_narrowing_begins_at_the_first_page() -> None:
    request = read(("q", "larm"), ("sida", "4")).request
    assert narrowed(request, answered=True).offset == 0


VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["2025", "2025-03", "vision", "farsta", "fraga", "nej", "aldst", "agreed", "7"]
    ),
)
NAMES = st.sampled_from(
    ["q", "typ", *REPEATED, "besvarad", "fran", "till", "foregangare", "sort", "sida", "annat"]
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12))
def test_what_was_read_is_read_again_from_what_was_written(pairs: list[tuple[str, str]]) -> None:
    request, _ = read(*pairs)
    again, notes = read(*write_request(request))
    assert again == request
    assert notes == ()
    assert write_request(again) == write_request(request)
    assert dc.replace(request, offset=0) == at_page(request, 1)


def test_sections_may_be_gathered_under_their_protocols() -> None:
    request, notes = read(("q", "larm"), ("grupp", "protokoll"))
    assert (request.gathered, notes) == (True, ())
    assert ("grupp", "protokoll") in write_request(request)
