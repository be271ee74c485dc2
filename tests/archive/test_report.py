"""The report says what was found and on what it rests, and leaves no remark out."""

import dataclasses as dc
import datetime as dt
import itertools

import meetings
import pytest
from minutes import full_protocol

from archive.counts import COUNTED, Counts, count
from archive.messages import RemarkCode
from archive.model import (
    Appendix,
    Placed,
    Protocol,
    Remark,
    TopicEvidence,
)
from archive.registry import packaged
from archive.report import LINE_WIDTH, PLACES, Row, parse_report


def row(protocol: Protocol, part: str, **asked: tuple[str, ...]) -> Row:
    (found,) = (r for r in parse_report(protocol, packaged(), **asked).rows if r.part == part)
    return found


def test_a_stated_date_shows_where_it_stands() -> None:
    protocol = meetings.farsta()
    protocol = dc.replace(protocol, date=dc.replace(protocol.date, evidence=("den 14 januari",)))
    assert row(protocol, "Datum") == Row(
        "Datum", "2025-01-14, kl. 13:00, Stora salen", ("står i protokollet", "”den 14 januari”")
    )


def test_an_inferred_date_shows_its_bounds_and_the_sentences_it_rests_on() -> None:
    assert row(meetings.jarva(), "Datum") == Row(
        "Datum",
        "2024-08-20",
        (
            "beräknat, mellan 2024-08-15 och 2024-08-22",
            "”skyddsronden hölls den 15 augusti”",
            "”nästa möte hålls den 17 september”",
        ),
        ("Mötets datum står inte i protokollet utan är beräknat.",),
    )


def test_a_date_bounded_on_one_side_says_so() -> None:
    protocol = meetings.undated()
    latest = dc.replace(protocol.date, earliest=None, latest=dt.date(2024, 5, 2))
    found = row(dc.replace(protocol, date=latest), "Datum")
    assert (found.found, found.rests_on[0]) == ("okänt", "framgår inte, senast 2024-05-02")


def test_what_a_person_has_corrected_rests_on_that_person() -> None:
    protocol = meetings.farsta()
    corrected = ("date", "forvaltning")
    assert row(protocol, "Datum", corrected=corrected).rests_on[0] == "satt av en person"
    assert row(protocol, "Förvaltning", corrected=corrected).rests_on[0] == "satt av en person"


def test_an_inferred_forvaltning_shows_what_it_rests_on() -> None:
    found = row(meetings.jarva(), "Förvaltning")
    assert (found.found, found.rests_on) == ("Järva", ("beräknat", "”dnr JÄR 2024/77”"))


def test_people_are_counted_by_side_and_posts_are_named() -> None:
    protocol = dc.replace(meetings.farsta(), secretary=None)
    found = row(protocol, "Närvaro")
    assert found.found == "5 närvarande, 2 frånvarande"
    assert found.rests_on == (
        "Arbetsgivaren: 2, Kommunal: 1, Vision: 1, SSR: 1",
        "Ordförande: Ulla Påhittad",
        "Sekreterare: framgår inte",
        "Justerare: Bo Fabel, Siv Saga",
        "Undertecknat av: Ulla Påhittad 2025-01-20",
    )


def test_sections_tell_their_numbers_and_what_is_wrong_with_them() -> None:
    assert row(meetings.farsta(), "Paragrafer") == Row(
        "Paragrafer",
        "5",
        ("§ 1 till § 6",),
        ("Numreringen av paragrafer hoppar: § 3 → § 5 (sida 3)",),
    )
    assert row(meetings.jarva(), "Paragrafer").rests_on == ("2 utan nummer",)


def test_questions_are_counted_by_what_became_of_them_and_by_who_asked() -> None:
    found = row(meetings.farsta(), "Frågor")
    assert found.found == "3"
    assert found.rests_on == (
        "besvarade: 1, uppskjutna: 1, utan svar: 1",
        "Vision: 1, Kommunal: 1, SSR: 1",
    )


def test_a_protocol_without_questions_has_nothing_to_say_of_them() -> None:
    assert row(meetings.jarva(), "Frågor") == Row("Frågor", "0")


def test_samverkan_is_counted_by_basis_and_outcome() -> None:
    assert row(meetings.farsta(), "Samverkan").rests_on == (
        "MBL § 11: 1, MBL § 19: 1, annan: 1",
        "enighet: 1, information: 1, bordlagt: 1",
    )


def test_topics_show_the_words_that_decided_them() -> None:
    protocol = full_protocol()
    section = dc.replace(
        protocol.sections[0], topic_evidence=(TopicEvidence("hot-och-vald", ("larmen",)),)
    )
    found = row(dc.replace(protocol, sections=(section,)), "Ämnen")
    assert (found.found, found.rests_on) == ("1", ("Hot och våld: 1 (larmen)",))


def test_the_share_of_the_text_is_told_by_part_and_never_rounded_up() -> None:
    protocol = dc.replace(
        meetings.farsta(), placed=Placed(header=90, sections=900, unplaced=4, furniture=6)
    )
    found = row(protocol, "Text")
    assert found.found == "99\N{NO-BREAK SPACE}% i en känd del av protokollet"
    shares = found.rests_on[0].replace("\N{NO-BREAK SPACE}", " ")
    assert (
        shares
        == "inledning 9 %, paragrafer 90 %, sidhuvud och sidfot under 1 %, utan plats under 1 %"
    )
    assert parse_report(protocol, packaged()).share == 0.996


def test_what_was_never_measured_has_no_share() -> None:
    report = parse_report(meetings.farsta(), packaged())
    assert (report.share, report.rows[-1].found) == (None, "inte mätt")


def test_every_place_of_text_has_a_name() -> None:
    assert set(PLACES) == {field.name for field in dc.fields(Placed)}


@pytest.mark.parametrize("code", RemarkCode)
def test_every_remark_stands_in_one_row(code: RemarkCode) -> None:
    protocol = dc.replace(meetings.farsta(), warnings=(Remark(code, 2, "här"),))
    rows = parse_report(protocol, packaged()).rows
    sentences = list(itertools.chain.from_iterable(row.to_check for row in rows))
    assert len(sentences) == 1
    assert sentences[0].endswith("(sida 2)")


def test_an_id_that_no_registry_knows_is_shown_as_it_is() -> None:
    protocol = full_protocol()
    section = dc.replace(protocol.sections[0], topics=("drakar",))
    assert row(dc.replace(protocol, sections=(section,)), "Ämnen").rests_on == ("drakar: 1",)


def test_as_text_it_is_readable_in_a_terminal() -> None:
    title = "Protokoll från " + "den mycket stora " * 10 + "gruppen"
    lines = list(parse_report(dc.replace(meetings.jarva(), title=title), packaged()).lines())
    assert lines[0] == "Så är protokollet läst"
    assert max(map(len, lines)) <= LINE_WIDTH
    assert "Datum           2024-08-20" in lines
    assert "                ”skyddsronden hölls den 15 augusti”" in lines


def test_counts_are_of_everything_that_has_a_word() -> None:
    protocol = dc.replace(meetings.farsta(), appendices=(Appendix("Bilaga 1", "Risker"),))
    assert count(protocol) == Counts(
        sections=5,
        exchanges=3,
        unanswered=2,
        present=5,
        absent=2,
        matters=3,
        diarienummer=1,
        references=1,
        topics=6,
        appendices=1,
        remarks=1,
    )
    assert set(COUNTED) == {field.name for field in dc.fields(Counts)}
