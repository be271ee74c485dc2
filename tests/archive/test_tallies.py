"""Sums by förvaltning and time: what is not the audience's is in none of them."""

import datetime as dt

import pytest
from minutes import BROMMA, file_of, minutes

from archive.catalogue import Catalogue
from archive.model import ForvaltningRef
from archive.visibility import Audience, Visibility

PUBLIC = Audience.PUBLIC


@pytest.fixture
def filled(catalogue: Catalogue) -> Catalogue:
    """Two meetings in Farsta and one in Bromma, one that says nothing, and two not for everyone."""
    days = [dt.date(2023, 12, 31), dt.date(2024, 1, 1), dt.date(2024, 3, 14)]
    places = [None, None, BROMMA]
    for seed, (day, place) in enumerate(zip(days, places, strict=True)):
        of = {"forvaltning": place} if place else {}
        catalogue.keep(minutes(seed, date=day, **of), file_of(f"{seed}.pdf"), Visibility.PUBLIC)
    nothing = minutes(7, date=None, forvaltning=ForvaltningRef())
    catalogue.keep(nothing, file_of("7.pdf"), Visibility.PUBLIC)
    for seed, seen in ((8, Visibility.HELD), (9, Visibility.INTERNAL)):
        catalogue.keep(minutes(seed, date=dt.date(2024, 5, seed)), file_of(f"{seed}.pdf"), seen)
    return catalogue


def test_each_forvaltning_has_its_own_sum(filled: Catalogue) -> None:
    found = {tally.of: tally for tally in filled.by_forvaltning(PUBLIC)}
    assert {of: tally.protocols for of, tally in found.items()} == {
        None: 1,
        "bromma": 1,
        "farsta": 2,
    }
    assert (found["farsta"].earliest, found["farsta"].latest) == (
        dt.date(2023, 12, 31),
        dt.date(2024, 1, 1),
    )
    assert found["farsta"].sections == sum(
        len(filled.get(id_, PUBLIC).protocol.sections)
        for id_ in ("farsta/2023-12-31", "farsta/2024-01-01")
    )


def test_a_year_ends_with_its_last_day(filled: Catalogue) -> None:
    assert [(tally.of, tally.protocols) for tally in filled.by_year(PUBLIC)] == [
        (None, 1),
        (2023, 1),
        (2024, 2),
    ]


def test_a_month_counts_only_its_own_year(filled: Catalogue) -> None:
    assert [(tally.of, tally.protocols) for tally in filled.by_month(PUBLIC, 2024)] == [
        (1, 1),
        (3, 1),
    ]
    assert filled.by_month(PUBLIC, 2022) == ()


def test_who_may_see_more_has_more_counted(filled: Catalogue) -> None:
    assert sum(tally.protocols for tally in filled.by_year(Audience.OPERATOR)) == 6
    assert [tally.of for tally in filled.by_month(Audience.OPERATOR, 2024)] == [1, 3, 5]


def test_some_come_in_the_order_they_were_asked_for(filled: Catalogue) -> None:
    ids = ["farsta/2024-01-01", "finns/inte", "farsta/2023-12-31", "farsta/2024-05-08"]
    assert [record.protocol.id for record in filled.some(ids, PUBLIC)] == [
        "farsta/2024-01-01",
        "farsta/2023-12-31",
    ]


def test_the_latest_kept_is_the_last_that_came(filled: Catalogue) -> None:
    ids = [record.protocol.id for record in filled.latest_kept(PUBLIC, 2)]
    assert ids == ["okand/odaterat", "bromma/2024-03-14"]
    assert len(filled.latest_kept(PUBLIC, 9, offset=2)) == 2
