"""What differs between two readings is told in numbers where it can be, else by name."""

import dataclasses as dc

from minutes import full_protocol

from archive.model import MeetingDate, Protocol
from importers.changes import FIELDS, changes


def test_equal_readings_have_no_changes() -> None:
    assert changes(full_protocol(), full_protocol()) == ()


def test_what_can_be_counted_is_told_before_and_after() -> None:
    before = full_protocol()
    section = dc.replace(before.sections[0], exchanges=before.sections[0].exchanges[:1])
    after = dc.replace(before, sections=(section,), warnings=())
    assert changes(before, after) == (
        "frågor 2 → 1",
        "obesvarade frågor 1 → 0",
        "anmärkningar 1 → 0",
        "paragrafernas innehåll",
        "anmärkningar",
    )


def test_what_cannot_be_counted_is_named() -> None:
    before = full_protocol()
    after = dc.replace(before, date=MeetingDate(), title="Protokoll nr 3")
    assert changes(before, after) == ("titel", "datum")


def test_every_field_that_a_parser_fills_has_a_name() -> None:
    assert set(FIELDS) == {field.name for field in dc.fields(Protocol)} - {"id"}
