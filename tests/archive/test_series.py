"""Which meeting comes before and after another, and which are held on a day."""

import datetime as dt

import pytest
from minutes import APRIL, BROMMA, FARSTA, MARCH, file_of, minutes, part_of

from archive.catalogue import Catalogue
from archive.errors import UnknownProtocol
from archive.model import ForvaltningRef
from archive.registry import packaged
from archive.series import Around, Held
from archive.visibility import Audience, Visibility

PUBLIC, OPERATOR = Audience.PUBLIC, Audience.OPERATOR
MAY = dt.date(2024, 5, 16)


def keep(
    catalogue: Catalogue,
    date: dt.date | None,
    forvaltning: ForvaltningRef = FARSTA,
    visibility: Visibility = Visibility.PUBLIC,
) -> str:
    protocol = minutes((date, forvaltning.id), date=date, forvaltning=forvaltning)
    file = file_of(f"{forvaltning.id}-{date}.pdf")
    return catalogue.keep(protocol, file, visibility).protocol_id


def ids(around: Around) -> tuple[str | None, str | None]:
    return (
        around.previous and around.previous.protocol_id,
        around.next and around.next.protocol_id,
    )


def test_a_meeting_stands_between_the_nearest_of_its_forvaltning(catalogue: Catalogue) -> None:
    for day in (MAY, MARCH, APRIL, dt.date(2023, 1, 1)):
        keep(catalogue, day)
    keep(catalogue, APRIL, BROMMA)
    assert ids(catalogue.around("farsta/2024-04-11", PUBLIC)) == (
        "farsta/2024-03-14",
        "farsta/2024-05-16",
    )
    assert catalogue.around("bromma/2024-04-11", PUBLIC) == Around()


def test_two_meetings_of_a_day_follow_on_each_other(catalogue: Catalogue) -> None:
    for seed in range(3):
        catalogue.keep(minutes(seed), file_of(f"{seed}.pdf"), Visibility.PUBLIC)
    assert ids(catalogue.around("farsta/2024-03-14", PUBLIC)) == (None, "farsta/2024-03-14-2")
    assert ids(catalogue.around("farsta/2024-03-14-3", PUBLIC)) == ("farsta/2024-03-14-2", None)


def test_what_the_audience_may_not_see_is_passed_over(catalogue: Catalogue) -> None:
    keep(catalogue, MARCH)
    keep(catalogue, APRIL, visibility=Visibility.INTERNAL)
    keep(catalogue, MAY)
    assert ids(catalogue.around("farsta/2024-03-14", PUBLIC)) == (None, "farsta/2024-05-16")
    assert ids(catalogue.around("farsta/2024-03-14", OPERATOR)) == (None, "farsta/2024-04-11")
    with pytest.raises(UnknownProtocol):
        catalogue.around("farsta/2024-04-11", PUBLIC)


def test_predecessors_and_heirs_come_in_only_where_it_has_none_of_its_own(
    catalogue: Catalogue,
) -> None:
    keep(catalogue, MARCH, BROMMA)
    keep(catalogue, APRIL)
    keep(catalogue, MAY)
    assert ids(catalogue.around("farsta/2024-04-11", PUBLIC, ["bromma"])) == (
        "bromma/2024-03-14",
        "farsta/2024-05-16",
    )
    assert ids(catalogue.around("farsta/2024-05-16", PUBLIC, ["bromma"])) == (
        "farsta/2024-04-11",
        None,
    )
    assert ids(catalogue.around("bromma/2024-03-14", PUBLIC, (), ["farsta"])) == (
        None,
        "farsta/2024-04-11",
    )


def test_what_has_no_day_or_forvaltning_stands_between_nothing(catalogue: Catalogue) -> None:
    keep(catalogue, MARCH)
    assert catalogue.around(keep(catalogue, None), PUBLIC) == Around()
    assert catalogue.around(keep(catalogue, APRIL, ForvaltningRef()), PUBLIC) == Around()


def test_a_part_adjusted_for_itself_is_no_meeting_beside_its_whole(catalogue: Catalogue) -> None:
    keep(catalogue, dt.date(2024, 2, 1))
    whole = minutes(7)
    part = catalogue.keep(part_of(whole, 2), file_of("del.pdf"), Visibility.PUBLIC).protocol_id
    kept = catalogue.keep(whole, file_of("hel.pdf"), Visibility.PUBLIC).protocol_id
    keep(catalogue, MAY)
    assert catalogue.get(part, PUBLIC).part_of == kept
    assert ids(catalogue.around("farsta/2024-02-01", PUBLIC)) == (None, kept)
    assert ids(catalogue.around(part, PUBLIC)) == ("farsta/2024-02-01", "farsta/2024-05-16")
    catalogue.correct(kept, visibility=Visibility.INTERNAL, registries=packaged())
    assert ids(catalogue.around("farsta/2024-02-01", PUBLIC)) == (None, part)


def test_meetings_are_found_by_their_day(catalogue: Catalogue) -> None:
    keep(catalogue, MARCH)
    keep(catalogue, APRIL, visibility=Visibility.HELD)
    keep(catalogue, MARCH, BROMMA)
    assert catalogue.held_on(["farsta"], {MARCH, APRIL, MAY}, PUBLIC) == (
        Held("farsta/2024-03-14", MARCH, "farsta"),
    )
    assert catalogue.held_on([], {MARCH}, PUBLIC) == ()
    assert len(catalogue.held_on(["farsta", "bromma"], {MARCH}, OPERATOR)) == 2
