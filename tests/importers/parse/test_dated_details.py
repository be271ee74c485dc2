import datetime as dt

from archive.model import Basis, MeetingDate, Section
from importers.parse.dated_details import with_dated_details

TEXT = "Sjukfrånvaron i mars var 7,4 procent, se protokollet från den 14 april § 3."


def test_only_a_stated_day_lends_its_year() -> None:
    section = Section(ordinal=1, number=4, title="Personal", text=TEXT)
    day = dt.date(2025, 5, 6)
    stated = with_dated_details(section, MeetingDate(day, Basis.STATED))
    inferred = with_dated_details(section, MeetingDate(day, Basis.INFERRED))
    assert [found.date for found in stated.protocol_references] == [dt.date(2025, 4, 14)]
    assert [found.month for found in stated.sick_leave] == ["2025-03"]
    assert [found.date for found in inferred.protocol_references] == [None]
    assert [found.month for found in inferred.sick_leave] == [None]
