import datetime as dt

import pytest

from archive.model import Basis, MeetingDate, Protocol, ProtocolReference, Section
from archive.previous_meeting import previous_meeting

HELD, BEFORE = dt.date(2025, 3, 11), dt.date(2025, 2, 11)


def said(title: str, text: str = "protokollet", day: dt.date | None = BEFORE) -> dt.date | None:
    section = Section(1, 1, title, "", protocol_references=(ProtocolReference(text, day),))
    return previous_meeting(
        Protocol("Protokoll", date=MeetingDate(HELD, Basis.STATED), sections=(section,))
    )


@pytest.mark.parametrize(
    "title",
    [
        "Föregående protokoll",
        "FÖREGÅENDE PROTOKOLL SAMT BALANSLISTA",
        "Genomgång av förra protokollet",
        "Genomgång av protokoll",
        "Protokoll från mötet den 11 februari",
        "Förra gången",
    ],
)
def test_where_the_last_protocol_is_gone_through_its_day_is_the_meeting_before(title: str) -> None:
    assert said(title) == BEFORE


@pytest.mark.parametrize("title", ["Kvarvarande frågor från tidigare möten", "Lokaler", ""])
def test_a_protocol_that_is_pointed_at_elsewhere_may_be_any(title: str) -> None:
    assert said(title) is None


def test_another_bodys_protocol_is_no_meeting_of_this_one() -> None:
    assert said("Föregående protokoll", "protokollet från LSG den 11 februari") is None


@pytest.mark.parametrize("day", [None, HELD, dt.date(2025, 4, 8)])
def test_what_has_no_day_or_lies_after_says_nothing(day: dt.date | None) -> None:
    assert said("Föregående protokoll", day=day) is None
