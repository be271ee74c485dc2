"""The protocols there are, in parts, with when each was last added to."""

import datetime as dt

from minutes import file_of, minutes

from archive.catalogue import Catalogue
from archive.registry import packaged
from archive.visibility import Audience, Visibility

PUBLIC = Audience.PUBLIC


def keep(catalogue: Catalogue, count: int) -> list[str]:
    return [
        catalogue.keep(
            minutes(n, date=dt.date(2024, 3, 30 - n)), file_of(f"{n}.pdf"), Visibility.PUBLIC
        ).protocol_id
        for n in range(count)
    ]


def listed(catalogue: Catalogue, size: int, part: int) -> list[str]:
    return [it.name for it in catalogue.listed(PUBLIC, size, part)]


def test_parts_hold_all_in_the_order_they_came(catalogue: Catalogue) -> None:
    ids = keep(catalogue, 7)
    parts = [it.name for it in catalogue.parts(PUBLIC, 3)]
    assert parts == ["1", "2", "3"]
    assert [listed(catalogue, 3, int(part)) for part in parts] == [ids[:3], ids[3:6], ids[6:]]
    assert listed(catalogue, 3, 4) == []


def test_a_part_that_is_full_stays_as_it_is(catalogue: Catalogue) -> None:
    keep(catalogue, 3)
    before = catalogue.listed(PUBLIC, 3, 1), catalogue.parts(PUBLIC, 3)[0]
    catalogue.keep(minutes(9, date=dt.date(1999, 1, 4)), file_of("x.pdf"), Visibility.PUBLIC)
    assert (catalogue.listed(PUBLIC, 3, 1), catalogue.parts(PUBLIC, 3)[0]) == before


def test_only_what_the_audience_may_see_is_in_a_part(catalogue: Catalogue) -> None:
    first, *rest = keep(catalogue, 3)
    catalogue.correct(first, visibility=Visibility.INTERNAL, registries=packaged())
    assert listed(catalogue, 2, 1) == rest
    assert len(catalogue.parts(PUBLIC, 2)) == 1
    assert len(catalogue.parts(Audience.SIGNED_IN, 2)) == 2


def test_a_decision_is_a_change(catalogue: Catalogue) -> None:
    first, second = keep(catalogue, 2)
    before = catalogue.listed(PUBLIC, 5, 1)
    record = catalogue.correct(first, date=dt.date(2024, 5, 6), registries=packaged())
    after = catalogue.listed(PUBLIC, 5, 1)
    assert after[0].name == record.protocol.id
    assert after[0].at == record.changed > before[0].at
    assert after[1] == before[1]
    assert catalogue.parts(PUBLIC, 5)[0].at == record.changed
    assert catalogue.get(second, PUBLIC).changed == before[1].at


def test_of_an_empty_archive_there_is_no_part(catalogue: Catalogue) -> None:
    assert catalogue.parts(PUBLIC, 5) == ()
