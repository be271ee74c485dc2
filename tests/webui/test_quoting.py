import dataclasses as dc
import datetime as dt

import meetings

from archive.model import Protocol
from webui.quoting import Quoter

ADDRESS = "https://protokoll.example.se/protokoll/farsta/2025-01-14"
NAMES = {"vision": "Vision", "kommunal": "Kommunal", "ssr": "Akademikerförbundet SSR"}


def quoter(protocol: Protocol) -> Quoter:
    return Quoter(protocol, "Farsta", ADDRESS, dt.date(2030, 1, 15), NAMES.__getitem__)


def test_a_section_is_quoted_with_all_that_finds_it_again() -> None:
    farsta = meetings.farsta()
    assert quoter(farsta).section(farsta.sections[2]) == (
        "”Sjukfrånvaron har minskat från 8,4 till 7,9 procent. Korttidsfrånvaron är oförändrad,"
        " medan långtidssjukfrånvaron går ned i hemtjänsten.”\n\n"
        "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025, § 3 Sjukfrånvaro, s. 2\n"
        f"{ADDRESS}#p3 (hämtad 2030-01-15)"
    )


def test_one_exchange_is_quoted_with_who_said_what_and_its_own_page() -> None:
    farsta = meetings.farsta()
    section = farsta.sections[1]
    said = quoter(farsta).exchange(section, section.exchanges[0])
    assert said.startswith("Vision frågar: ”Vision frågar hur förvaltningen")
    assert "\n\nArbetsgivaren svarar: ”Arbetsgivaren svarar att nya larm" in said
    assert "§ 2 Föranmälda frågor, fråga 1 av 3, s. 1–2\n" in said
    assert f"{ADDRESS}#p2 (" in said  # which stays, whatever is read out of the text
    shift = quoter(farsta).exchange(section, section.exchanges[1])
    assert "§ 2 Föranmälda frågor, fråga 2 av 3, s. 2\n" in shift


def test_an_only_question_needs_no_number() -> None:
    farsta = meetings.farsta()
    first = farsta.sections[1].exchanges[0]
    section = dc.replace(farsta.sections[1], exchanges=(first,))
    assert ", fråga" not in quoter(farsta).exchange(section, first)


def test_the_archive_it_was_fetched_from_is_named() -> None:
    via = dc.replace(quoter(meetings.farsta()), via="Lillbyarkivet, Lillby kommun")
    assert via.whole().endswith("(hämtad 2030-01-15 via Lillbyarkivet, Lillby kommun)")


def test_lines_of_their_own_stay_so() -> None:
    farsta = meetings.farsta()
    section = dc.replace(farsta.sections[2], text="Dnr FAR 2024/1\n\nBudget 2030\n\nRamen ökar.")
    said = quoter(farsta).section(section)
    assert said.startswith("”Dnr FAR 2024/1\n\nBudget 2030\n\nRamen ökar.”\n\n")


def test_what_got_no_answer_is_quoted_so() -> None:
    farsta = meetings.farsta()
    section = farsta.sections[1]
    said = quoter(farsta).exchange(section, section.exchanges[2])
    assert said.startswith("Akademikerförbundet SSR tar upp: ”")
    assert "\n\nInget svar i protokollet.\n\n" in said


def test_quotation_marks_within_a_quotation_are_single() -> None:
    farsta = meetings.farsta()
    section = dc.replace(farsta.sections[2], text='Det kallas ”tyst kunskap” och "vana".')
    said = quoter(farsta).section(section)
    assert said.startswith("”Det kallas ’tyst kunskap’ och ’vana’.”\n")


def test_pages_are_written_together_where_they_follow_on_each_other() -> None:
    farsta = meetings.farsta()
    section = dc.replace(farsta.sections[2], pages=(5, 1, 4))
    assert ", s. 1, 4–5\n" in quoter(farsta).section(section)


def test_a_file_without_pages_gives_none_and_an_empty_section_no_quotation_marks() -> None:
    jarva = meetings.jarva()
    section = dc.replace(jarva.sections[1], text="")
    said = quoter(jarva).section(section)
    assert said.startswith(
        "Minnesanteckningar, Farsta, 20 augusti 2024 (beräknat datum), ärende 2\n"
    )
    assert said.endswith("#o2 (hämtad 2030-01-15)")


def test_text_that_a_machine_has_read_says_so() -> None:
    farsta = meetings.farsta()
    assert farsta.source
    scanned = dc.replace(farsta, source=dc.replace(farsta.source, machine_read=(2,)))
    assert ", s. 2, texten läst av maskin\n" in quoter(scanned).section(scanned.sections[2])
    assert "maskin" not in quoter(scanned).section(scanned.sections[3])


def test_a_protocol_as_a_whole_is_a_source_without_words() -> None:
    assert quoter(meetings.farsta()).whole() == (
        "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025\n"
        f"{ADDRESS} (hämtad 2030-01-15)"
    )


def test_the_text_has_only_ordinary_spaces() -> None:
    farsta = meetings.farsta()
    assert "\N{NO-BREAK SPACE}" not in quoter(farsta).section(farsta.sections[2])
