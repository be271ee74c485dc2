import collections.abc as c
import dataclasses as dc
import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.coverage import NEAR, Coverage, GoneThrough, Month, cover
from archive.records import KeptMeeting
from archive.registry import packaged

TODAY = dt.date(2026, 6, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def met(
    date: str | None, announces: str = "", forvaltning: str | None = "farsta", number: str = ""
) -> KeptMeeting:
    return KeptMeeting(
        f"{forvaltning or 'okand'}/{date or 'odaterat'}",
        day(date) if date else None,
        forvaltning,
        day(announces) if announces else None,
        number or None,
    )


def covered(*meetings: KeptMeeting, today: dt.date = TODAY) -> Coverage:
    (found,) = cover(meetings, packaged(), today)
    return found


def missing(*meetings: KeptMeeting, today: dt.date = TODAY) -> list[str]:
    return [
        str(lost.day)
        for coverage in cover(meetings, packaged(), today)
        for month in coverage.months.values()
        for lost in month.missing
    ]


def test_a_meeting_that_was_announced_and_is_not_here_is_missing() -> None:
    january = met("2025-01-14", "2025-02-11")
    month = covered(january).months[2025, 2]
    assert [(lost.day, lost.by) for lost in month.missing] == [(day("2025-02-11"), january)]


@pytest.mark.parametrize("held", ["2025-02-11", "2025-02-04", "2025-02-18"])
def test_a_meeting_that_was_moved_within_a_week_is_not_missing(held: str) -> None:
    assert missing(met("2025-01-14", "2025-02-11"), met(held)) == []


def test_a_meeting_further_away_is_another_one() -> None:
    assert missing(met("2025-01-14", "2025-02-11"), met("2025-02-19")) == ["2025-02-11"]


def test_a_later_protocol_that_names_another_day_is_believed() -> None:
    meetings = met("2025-01-14", "2025-03-11"), met("2025-02-04", "2025-03-25")
    assert missing(*meetings) == ["2025-03-25"]


def test_an_extra_meeting_in_between_that_says_nothing_changes_nothing() -> None:
    assert missing(met("2025-01-14", "2025-03-11"), met("2025-02-04")) == ["2025-03-11"]


def test_a_day_announced_twice_is_missing_once_on_the_word_of_the_last_to_say_so() -> None:
    first, second = met("2025-01-14", "2025-03-11"), met("2025-02-04", "2025-03-11")
    assert [lost.by for lost in covered(first, second).months[2025, 3].missing] == [second]


def test_what_has_not_been_yet_or_has_just_been_is_not_missing() -> None:
    meeting = met("2025-01-14", "2025-02-11")
    assert missing(meeting, today=day("2025-02-10")) == []
    assert missing(meeting, today=day("2025-03-01")) == []
    assert missing(meeting, today=day("2025-03-14")) == ["2025-02-11"]


def test_a_next_meeting_before_the_meeting_or_years_ahead_was_misread() -> None:
    assert missing(met("2020-01-14", "2019-02-11")) == []
    assert missing(met("2020-01-14", "2024-02-11")) == []


def test_an_heir_may_hold_the_meeting_that_its_predecessor_announced() -> None:
    before = met("2022-12-06", "2023-01-17", "rinkeby-kista")
    assert missing(before, met("2023-01-17", forvaltning="jarva")) == []
    assert missing(before, met("2023-01-17", forvaltning="spanga-tensta")) == ["2023-01-17"]


def going_through(date: str, day_before: str, **rest: str) -> KeptMeeting:
    return msgspec.structs.replace(met(date, **rest), previous_meeting=day(day_before))


def test_a_meeting_whose_protocol_is_gone_through_was_held_and_is_missing() -> None:
    march = going_through("2025-03-11", "2025-02-11")
    (lost,) = covered(march).months[2025, 2].missing
    assert lost == GoneThrough(day("2025-02-11"), march)


@pytest.mark.parametrize("kept", ["2025-02-11", "2025-02-10", "2025-02-18"])
def test_a_protocol_that_is_gone_through_and_is_here_is_not_missing(kept: str) -> None:
    assert missing(met(kept), going_through("2025-03-11", "2025-02-11")) == []


def test_a_meeting_announced_and_gone_through_is_missing_once_on_the_better_word() -> None:
    january = met("2025-01-14", "2025-02-11")
    march = going_through("2025-03-11", "2025-02-13")
    (lost,) = covered(january, march).months[2025, 2].missing
    assert lost == GoneThrough(day("2025-02-13"), march)


@pytest.mark.parametrize("day_before", ["2025-03-11", "2025-04-08", "2015-02-11"])
def test_a_protocol_gone_through_before_it_was_or_years_after_was_misread(day_before: str) -> None:
    assert missing(going_through("2025-03-11", day_before)) == []


def test_an_announced_meeting_was_not_held_where_the_one_before_the_next_is_known() -> None:
    january = met("2025-01-14", "2025-02-11")
    assert missing(january, going_through("2025-03-11", "2025-01-14")) == []
    assert missing(january, going_through("2025-03-11", "2025-02-25")) == ["2025-02-25"]
    assert missing(january, going_through("2025-04-08", "2025-03-11")) == [
        "2025-02-11",
        "2025-03-11",
    ]


def test_a_protocol_gone_through_is_none_where_the_numbers_have_no_room_for_it() -> None:
    first = met("2025-01-14", number="1")
    assert missing(first, going_through("2025-03-11", "2025-02-11", number="2")) == []


def test_numbers_between_two_kept_ones_are_missing() -> None:
    one, four = met("2025-01-14", number="1/2025"), met("2025-04-08", number="4/25")
    (gap,) = covered(one, four).skipped
    assert (gap.numbers, gap.before, gap.after, gap.year) == ((2, 3), one, four, 2025)


def test_nothing_is_said_of_numbers_before_the_first_or_after_the_last() -> None:
    assert covered(met("2025-03-14", number="3")).skipped == ()


@pytest.mark.parametrize("number", ["", "2/2024", "12345", "40"])
def test_a_meeting_in_between_whose_number_is_not_known_may_be_the_one(number: str) -> None:
    between = met("2025-02-11", number=number)
    meetings = met("2025-01-14", number="1"), between, met("2025-03-11", number="3")
    assert covered(*meetings).skipped == ()


def test_numbers_that_do_not_rise_with_the_days_tell_nothing() -> None:
    two_groups = [
        met("2025-01-14", number="1"),
        met("2025-01-20", number="1"),
        met("2025-04-14", number="4"),
    ]
    assert covered(*two_groups).skipped == ()


def test_a_meeting_both_announced_and_skipped_is_counted_once() -> None:
    coverage = covered(
        met("2025-01-14", "2025-02-11", number="1"), met("2025-04-08", number="4/2025")
    )
    assert [lost.day for lost in coverage.months[2025, 2].missing] == [day("2025-02-11")]
    assert coverage.missing_in(2025) == 2
    assert coverage.missing_in(2024) == 0


def test_an_announced_meeting_was_not_held_where_the_numbers_have_no_room_for_it() -> None:
    assert missing(met("2025-01-14", "2025-02-11", number="1"), met("2025-03-11", number="2")) == []


def test_a_month_with_meetings_in_two_other_years_usually_has_one() -> None:
    coverage = covered(met("2021-03-09"), met("2023-03-14"), met("2022-09-06"))
    assert coverage.months[2022, 3].usual == (2021, 2023)
    assert coverage.usual_in(2022) == 1
    assert (2022, 4) not in coverage.months


def test_one_other_year_makes_no_habit() -> None:
    assert (2022, 3) not in covered(met("2021-03-09"), met("2022-09-06")).months


def test_a_meeting_that_was_only_announced_makes_no_habit() -> None:
    announced = covered(met("2021-02-09", "2021-03-09"), met("2023-03-14"), met("2022-09-06"))
    assert (2022, 3) not in announced.months


def test_nothing_is_usual_before_the_first_year_or_after_the_last_that_is_known() -> None:
    coverage = covered(met("2021-03-09"), met("2023-03-14"), met("2022-03-06"))
    assert coverage.years() == (2021, 2022, 2023)


def test_a_year_that_was_misread_makes_no_habit_of_the_centuries_between() -> None:
    coverage = covered(met("0205-03-09"), met("2021-03-09"), met("2023-06-09"))
    assert coverage.years() == (205, 2021, 2022, 2023)
    assert [when for when, month in coverage.months.items() if month.usual] == [
        (2022, 3),
        (2023, 3),
    ]


def test_nothing_is_usual_where_the_numbers_have_no_room_for_it() -> None:
    habit = met("2021-03-09"), met("2023-03-14")
    numbered = met("2022-02-08", number="2"), met("2022-04-05", number="3")
    assert (2022, 3) not in covered(*habit, *numbered).months


def test_a_month_that_is_not_over_for_long_is_not_awaited() -> None:
    habit = met("2023-03-14"), met("2024-03-14"), met("2025-01-14")
    assert (2025, 3) not in covered(*habit, today=day("2025-04-10")).months
    assert covered(*habit, today=day("2025-05-10")).months[2025, 3].usual == (2023, 2024)


def test_nothing_is_usual_once_another_has_taken_over() -> None:
    known = packaged()
    early = dc.replace(known.forvaltningar["farsta"], since=2020, until=2022)
    registries = dc.replace(known, forvaltningar={**known.forvaltningar, "farsta": early})
    meetings = [met(f"{year}-03-10") for year in (2018, 2019, 2022, 2025)]
    (coverage,) = cover([*meetings, met("2024-01-10")], registries, TODAY)
    assert [when for when, month in coverage.months.items() if month.usual] == [
        (2020, 3),
        (2021, 3),
    ]


def test_undated_meetings_stand_beside_and_those_of_nobody_nowhere() -> None:
    undated = met(None)
    coverage = covered(met("2025-01-14"), undated, met("2025-02-14", forvaltning=None))
    assert coverage.undated == (undated,)
    assert coverage.kept_in(2025) == 1


DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
MEETINGS = st.lists(
    st.builds(
        KeptMeeting,
        protocol_id=st.uuids().map(str),
        date=st.none() | DAYS,
        forvaltning=st.sampled_from([None, "farsta", "jarva", "rinkeby-kista", "okand-id"]),
        next_meeting=st.none() | DAYS,
        number=st.none() | st.sampled_from(["1", "2", "3/2024", "2025:4", "5/25", "x"]),
    ),
    max_size=30,
)


@given(MEETINGS)
def test_every_kept_meeting_is_in_one_place_and_nothing_kept_is_called_missing(
    meetings: list[KeptMeeting],
) -> None:
    coverages = cover(meetings, packaged(), TODAY)
    placed = [it for coverage in coverages for it in everything_kept(coverage)]
    assert sorted(it.protocol_id for it in placed) == sorted(
        it.protocol_id for it in meetings if it.forvaltning
    )
    for coverage in coverages:
        for (year, month), known in coverage.months.items():
            assert all(
                it.date and (it.date.year, it.date.month) == (year, month) for it in known.kept
            )
            assert all((it.day.year, it.day.month) == (year, month) for it in known.missing)
            assert not (known.usual and (known.kept or known.missing))
            assert known != Month()
            for lost in known.missing:
                assert lost.day < TODAY
                assert not any(
                    it.forvaltning == coverage.forvaltning
                    and it.date
                    and abs(it.date - lost.day) <= NEAR
                    for it in meetings
                )
        for gap in coverage.skipped:
            assert gap.numbers
            assert gap.first < gap.last


def everything_kept(coverage: Coverage) -> c.Iterator[KeptMeeting]:
    for month in coverage.months.values():
        yield from month.kept
    yield from coverage.undated
