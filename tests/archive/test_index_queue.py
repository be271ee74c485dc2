"""The marks that tell which protocols the index does not yet show as they are."""

import dataclasses as dc

import pytest
from minutes import APRIL, file_of, minutes, reworded

from archive import registry
from archive.catalogue import Catalogue
from archive.visibility import Audience, Visibility

REGISTRIES = registry.packaged()


def keep(catalogue: Catalogue, *seeds: int) -> list[str]:
    return [
        catalogue.keep(minutes(seed), file_of(f"{seed}.pdf"), Visibility.PUBLIC).protocol_id
        for seed in seeds
    ]


def waiting_ids(catalogue: Catalogue) -> list[str]:
    return [pending.protocol_id for pending in catalogue.waiting()]


def test_a_kept_protocol_waits_with_its_record(catalogue: Catalogue) -> None:
    (id_,) = keep(catalogue, 1)
    (pending,) = catalogue.waiting()
    assert pending.record == catalogue.get(id_, Audience.OPERATOR)


def test_a_held_protocol_waits_too(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), Visibility.HELD)
    assert waiting_ids(catalogue) == ["farsta/2024-03-14"]


def test_what_was_done_no_longer_waits(catalogue: Catalogue) -> None:
    keep(catalogue, 1, 2)
    catalogue.unmark(catalogue.waiting()[:1])
    assert waiting_ids(catalogue) == ["farsta/2024-03-14-2"]


def test_a_change_during_indexing_keeps_the_protocol_waiting(catalogue: Catalogue) -> None:
    keep(catalogue, 1)
    being_indexed = catalogue.waiting()
    catalogue.keep(reworded(minutes(1), 5), file_of("ny.pdf"), Visibility.PUBLIC)
    catalogue.unmark(being_indexed)
    assert waiting_ids(catalogue) == ["farsta/2024-03-14"]


def test_a_late_indexer_cannot_take_away_a_mark_it_has_not_seen(catalogue: Catalogue) -> None:
    (id_,) = keep(catalogue, 1)
    seen_by_both = catalogue.waiting()
    catalogue.unmark(seen_by_both)
    catalogue.correct(id_, visibility=Visibility.INTERNAL, registries=REGISTRIES)
    catalogue.unmark(seen_by_both)
    assert waiting_ids(catalogue) == [id_]


def test_the_oldest_marks_come_first_and_as_many_as_wanted(catalogue: Catalogue) -> None:
    keep(catalogue, 1, 2, 3)
    revisions = [pending.revision for pending in catalogue.waiting()]
    assert revisions == sorted(revisions)
    assert len(catalogue.waiting(limit=2)) == 2


def test_the_ids_of_what_waits_can_be_had_alone(catalogue: Catalogue) -> None:
    ids = keep(catalogue, 1, 2, 3)
    catalogue.unmark(catalogue.waiting(limit=1))
    assert catalogue.marked() == set(ids[1:])


def test_no_more_come_at_a_time_than_their_text_has_room_but_one_always(
    catalogue: Catalogue,
) -> None:
    ids = keep(catalogue, 1, 2, 3)
    lengths = [
        len(dc.replace(pending.record.protocol, id=None).to_json(indent=None))
        for pending in catalogue.waiting()
        if pending.record
    ]
    for room, count in ((1, 1), (lengths[0], 1), (sum(lengths[:2]), 2), (sum(lengths), 3)):
        waiting = catalogue.waiting(characters=room)
        assert [pending.protocol_id for pending in waiting] == ids[:count]


def test_what_is_gone_takes_no_room(catalogue: Catalogue) -> None:
    first, second = keep(catalogue, 1, 2)
    catalogue.unmark(catalogue.waiting())
    catalogue.correct(first, date=APRIL, registries=REGISTRIES)
    catalogue.correct(second, date=APRIL, registries=REGISTRIES)
    gone = {p.protocol_id for p in catalogue.waiting() if p.record is None}
    assert gone == {first, second}
    found = catalogue.waiting(characters=1)
    assert len([pending for pending in found if pending.record]) == 1


def test_what_is_marked_later_can_be_left_for_later(catalogue: Catalogue) -> None:
    first, second = keep(catalogue, 1, 2)
    until = catalogue.last_mark()
    keep(catalogue, 3)
    catalogue.correct(first, visibility=Visibility.INTERNAL, registries=REGISTRIES)
    assert [pending.protocol_id for pending in catalogue.waiting(until=until)] == [second]
    catalogue.unmark_until(until)
    assert first in waiting_ids(catalogue)
    assert second not in waiting_ids(catalogue)


def test_where_nothing_is_marked_the_last_mark_is_before_all_others(catalogue: Catalogue) -> None:
    assert catalogue.last_mark() == 0
    keep(catalogue, 1)
    assert catalogue.waiting(until=0) == ()


def test_more_marks_than_one_query_takes_all_come(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.reading.BATCH", 2)
    keep(catalogue, 1, 2, 3, 4, 5)
    pending = catalogue.waiting()
    assert all(one.record for one in pending)
    assert len(pending) == 5
    catalogue.unmark(dc.replace(one) for one in pending)
    assert catalogue.waiting() == ()
