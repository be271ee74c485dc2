import dataclasses as dc
import datetime as dt

import pytest
from minutes import APRIL, BROMMA, full_protocol

from archive.corrections import corrected
from archive.errors import CatalogueError
from archive.messages import RemarkCode
from archive.model import Basis, ForvaltningRef, MeetingDate, Remark
from archive.records import Correction

NOW = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)


def test_a_protocol_without_corrections_is_as_it_was_read() -> None:
    assert corrected(full_protocol(), ()) == full_protocol()


def test_a_corrected_date_counts_as_stated() -> None:
    protocol = corrected(full_protocol(), [Correction("date", "2024-04-11", NOW)])
    assert protocol.date == MeetingDate(APRIL, Basis.STATED)


def test_a_corrected_forvaltning_brings_its_name() -> None:
    protocol = corrected(full_protocol(), [Correction("forvaltning", "bromma", NOW, "Bromma")])
    assert protocol.forvaltning == BROMMA


def test_nothing_but_the_corrected_field_changes() -> None:
    before = full_protocol()
    after = corrected(before, [Correction("forvaltning", "bromma", NOW)])
    assert dc.replace(after, forvaltning=before.forvaltning) == before
    assert after.forvaltning == ForvaltningRef("bromma", None, Basis.STATED)


def test_a_correction_settles_the_remarks_about_its_field_only() -> None:
    unknown_date = Remark(RemarkCode.DATE_UNKNOWN)
    unknown_forvaltning = Remark(RemarkCode.FORVALTNING_UNKNOWN)
    before = dc.replace(full_protocol(), warnings=(unknown_date, unknown_forvaltning))
    after = corrected(before, [Correction("date", "2024-04-11", NOW)])
    assert after.warnings == (unknown_forvaltning,)


@pytest.mark.parametrize(
    "correction",
    [Correction("title", "Nytt", NOW), Correction("date", "i våras", NOW)],
    ids=["field", "value"],
)
def test_what_is_no_correction_is_an_error_of_the_catalogue(correction: Correction) -> None:
    with pytest.raises(CatalogueError):
        corrected(full_protocol(), [correction])
