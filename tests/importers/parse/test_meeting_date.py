"""The meeting's day: stated, or inferred with its evidence."""

import datetime as dt

import pytest

from archive.model import Basis
from importers.parse.meeting_date import Clues, find_meeting_date

SIGNED = (dt.datetime(2031, 8, 22, 12, 18, tzinfo=dt.UTC),)


def test_the_title_states_the_date() -> None:
    found = find_meeting_date(
        Clues("Protokoll från förvaltningsgruppen den 14 januari 2030", "", "")
    )
    assert (found.value, found.basis) == (dt.date(2030, 1, 14), Basis.STATED)
    assert found.evidence == ("Protokoll från förvaltningsgruppen den 14 januari 2030",)


@pytest.mark.parametrize(
    "line",
    [
        "Nästa möte 3 maj 2030",
        "Justeras senast 2030-05-03",
        "Föregående protokoll den 3 maj 2030",
        "Utskriftsdatum 2030-05-03",
    ],
)
def test_another_day_in_the_header_is_not_the_meetings(line: str) -> None:
    assert find_meeting_date(Clues(line, "", "")).basis is Basis.UNKNOWN


def test_the_page_header_may_state_it() -> None:
    found = find_meeting_date(Clues("Protokoll", "Granviks kommun 2030-05-03", ""))
    assert (found.value, found.basis) == (dt.date(2030, 5, 3), Basis.STATED)


def test_a_day_without_a_year_takes_it_from_the_signatures_and_says_so() -> None:
    found = find_meeting_date(Clues("Tid: 20 augusti kl. 9.00", "", "", SIGNED))
    assert (found.value, found.basis) == (dt.date(2031, 8, 20), Basis.INFERRED)
    assert found.evidence == ("Tid: 20 augusti kl. 9.00", "Signerat 2031-08-22")


def test_what_was_held_and_what_will_be_held_bound_the_day() -> None:
    body = "Den 12 augusti hölls en utbildning. Löneöversynen kommer att hållas den 21 augusti."
    found = find_meeting_date(Clues("Protokoll", "", body, SIGNED))
    assert (found.earliest, found.latest) == (dt.date(2031, 8, 12), dt.date(2031, 8, 21))
    assert found.basis is Basis.INFERRED
    assert found.value is None
    assert found.evidence[0] == "Den 12 augusti hölls en utbildning."


def test_what_was_closed_or_decided_lies_before_the_meeting() -> None:
    body = "Enkäten, som stängde den 14 augusti, visades. Planen beslutades den 12 augusti."
    assert find_meeting_date(Clues("", "", body, SIGNED)).earliest == dt.date(2031, 8, 14)


def test_the_weekday_of_the_other_meetings_decides_between_few_days() -> None:
    body = (
        "Ett fel noterades i protokollet från den 4 juni.\n\nDen 19 augusti hölls en utbildning."
        "\n\nLöneöversynen kommer att hållas den 21 augusti.\n\nNästa sammanträde är 17 september."
    )
    found = find_meeting_date(Clues("Protokoll", "", body, SIGNED))
    assert found.value == dt.date(2031, 8, 20)  # a Wednesday, as 4 June and 17 September are
    assert found.basis is Basis.INFERRED


def test_a_section_that_holds_only_the_next_day_bounds_it_too() -> None:
    body = (
        "Anteckningarna från den 2 september 2009 godkändes.\n\nRonden genomfördes den 5 oktober."
        "\n\nDen 9 oktober kommer en utbildning (A1) att hållas.\n\nNästa möte"
        "\n\nOnsdagen den 4 november kl. 8.30."
    )
    found = find_meeting_date(Clues("Anteckningar", "", body))
    assert found.value == dt.date(2009, 10, 7)  # a Wednesday too


def test_a_document_without_any_date_has_an_unknown_one() -> None:
    found = find_meeting_date(Clues("Protokoll", "", "Inga frågor."))
    assert (found.value, found.basis, found.evidence) == (None, Basis.UNKNOWN, ())


@pytest.mark.parametrize(
    "name", ["FSG 2030-03-12.pdf", "Protokoll-2030-03-12-signerat.txt", "20300312_FSG.docx"]
)
def test_the_files_name_is_evidence_and_not_a_statement(name: str) -> None:
    found = find_meeting_date(Clues("Protokoll", "", "Text.", filename=name))
    assert (found.value, found.basis) == (dt.date(2030, 3, 12), Basis.INFERRED)
    assert name in found.evidence[-1]
