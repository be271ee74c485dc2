import datetime as dt

import msgspec
import pytest

from archive.coverage import Coverage, cover
from archive.records import KeptMeeting
from archive.registry import packaged
from webui import lost_meetings
from webui.phrasing import NO_BREAK
from webui.years import Years

TODAY = dt.date(2026, 6, 1)
REGISTER = packaged().forvaltningar


def met(date: str, forvaltning: str, announces: str = "", number: str = "") -> KeptMeeting:
    day, following = dt.date.fromisoformat(date), announces and dt.date.fromisoformat(announces)
    return KeptMeeting(f"{forvaltning}/{date}", day, forvaltning, following or None, number or None)


def covered(*meetings: KeptMeeting) -> tuple[Coverage, ...]:
    return cover(meetings, packaged(), TODAY)


def sentences(*meetings: KeptMeeting) -> list[str]:
    lost = lost_meetings.lost_meetings(covered(*meetings), REGISTER)
    return [it.sentence.replace(NO_BREAK, " ") for it in lost]


def test_a_meeting_that_was_announced_is_told_of_with_the_protocol_that_says_so() -> None:
    meeting = met("2025-01-14", "farsta", "2025-02-11")
    assert sentences(meeting) == [
        "Enligt protokollet 14 januari 2025 skulle nästa möte vara 11 februari 2025."
        " Det protokollet finns inte här."
    ]
    (lost,) = lost_meetings.lost_meetings(covered(meeting), REGISTER)
    assert [protocol for _, protocol in lost.pieces if protocol] == ["farsta/2025-01-14"]


def test_a_meeting_whose_protocol_is_gone_through_was_held() -> None:
    meeting = msgspec.structs.replace(
        met("2025-03-11", "farsta"), previous_meeting=dt.date(2025, 2, 11)
    )
    assert sentences(meeting) == [
        "Mötet hölls. Protokollet 11 mars 2025 går igenom protokollet från 11 februari 2025,"
        " som inte finns här."
    ]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("3", "Möte nummer 2 bör ha hållits mellan nummer 1, 14 januari 2025, och nummer 3,"),
        ("5", "Möte 2, 3 och 4 bör ha hållits mellan nummer 1, 14 januari 2025, och nummer 5,"),
    ],
)
def test_numbers_that_are_skipped_are_told_of_with_both_neighbours(last: str, told: str) -> None:
    first, later = met("2025-01-14", "farsta", number="1"), met("2025-05-13", "farsta", number=last)
    (sentence,) = sentences(first, later)
    assert sentence.startswith(told)


def test_the_latest_missing_meetings_come_first_and_so_many_at_most() -> None:
    meetings = [met(f"{year}-01-14", "farsta", f"{year}-02-11") for year in (2021, 2023, 2022)]
    lost = lost_meetings.lost_meetings(covered(*meetings), REGISTER, most=2)
    assert [it.day.year for it in lost] == [2023, 2022]
    of_a_year = lost_meetings.lost_meetings(covered(*meetings), REGISTER, years=Years(2021, 2021))
    assert [it.day.year for it in of_a_year] == [2021]
