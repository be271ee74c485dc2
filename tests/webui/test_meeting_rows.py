import datetime as dt

import meetings

from archive.media_types import PDF
from archive.model import Protocol
from archive.records import FileRole, KeptFile, Record
from archive.visibility import Visibility
from webui import meeting_rows


def record(protocol: Protocol, *kept: dt.datetime) -> Record:
    files = tuple(KeptFile("ab", "a.pdf", PDF, 1, FileRole.SHOWN, at) for at in kept)
    return Record(protocol, Visibility.PUBLIC, files)


FIRST, LATER = dt.datetime(2030, 2, 3, tzinfo=dt.UTC), dt.datetime(2030, 4, 5, tzinfo=dt.UTC)


def test_a_row_counts_and_names_matters_of_substance() -> None:
    (row,) = meeting_rows.rows([record(meetings.farsta(), LATER, FIRST)])
    assert (row.counts.sections, row.counts.exchanges, row.counts.unanswered) == (5, 3, 2)
    assert row.matters == ("Föranmälda frågor", "Sjukfrånvaro", "Ny organisation för äldreomsorgen")
    assert row.came == dt.date(2030, 2, 3)
    assert not row.is_inferred


def test_rows_are_gathered_by_year_and_the_undated_by_themselves() -> None:
    protocols = (meetings.farsta(), meetings.jarva(), meetings.undated())
    rows = meeting_rows.rows(record(protocol, FIRST) for protocol in protocols)
    found = meeting_rows.by_year(rows)
    assert [it.heading for it in found] == ["2025", "2024", "Utan datum"]
    assert found[1].rows[0].is_inferred


def test_rows_are_gathered_by_the_day_they_came() -> None:
    both = [record(meetings.farsta(), LATER), record(meetings.jarva(), FIRST)]
    headings = [it.heading for it in meeting_rows.by_day_of_import(meeting_rows.rows(both))]
    assert [it.replace("\N{NO-BREAK SPACE}", " ") for it in headings] == [
        "Inlagda 5 april 2030",
        "Inlagda 3 februari 2030",
    ]
