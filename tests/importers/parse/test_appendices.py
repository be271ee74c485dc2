"""Appendices are told from the minutes they are bound with."""

from printed import lines_of, pages_of, text_document

from importers.parse.appendices import find_first
from importers.parse.division import divide

MINUTES = """
    Protokoll 2024-02-06
    § 1 Öppnande
    Mona Alm öppnade mötet.
    § 2 Flytten
    Arbetsgivaren redogjorde för flytten, se bilaga 1.
    § 3 Avslutning
    Mötet avslutades.
    Vid protokollet
    Ivar Sund
"""
RISKS = """
    Bilaga 1 Riskbedömning inför flytten
    1. Buller
    Nya skärmar sätts upp.
    2. Belysning
    Armaturer byts.
"""


def test_an_appendix_on_its_own_page_is_apart_from_sections_and_signatures() -> None:
    parts = divide(pages_of(MINUTES, RISKS))
    assert [heading.title for heading, _ in parts.sections] == ["Öppnande", "Flytten", "Avslutning"]
    assert [line.text for line in parts.signatures] == ["Vid protokollet", "Ivar Sund"]
    (appendix,) = parts.appendices
    assert appendix.title == "Bilaga 1 Riskbedömning inför flytten"
    assert "Nya skärmar sätts upp." in appendix.text
    assert appendix.pages == (2,)


def test_each_appendix_has_its_own_label() -> None:
    parts = divide(pages_of(MINUTES, RISKS, "Bilaga 2 Tidplan\nVecka 12 packas allt."))
    assert [appendix.title for appendix in parts.appendices] == [
        "Bilaga 1 Riskbedömning inför flytten",
        "Bilaga 2 Tidplan",
    ]


def test_an_appendix_may_be_numbered_where_the_minutes_are_not() -> None:
    minutes = MINUTES.replace("§ 1 ", "").replace("§ 2 ", "").replace("§ 3 ", "")
    parts = divide(pages_of(minutes, RISKS))
    texts = [line.text for _, lines in parts.sections for line in lines]
    assert "Nya skärmar sätts upp." not in texts
    assert len(parts.appendices) == 1


def test_a_text_file_has_its_appendix_after_the_signatures() -> None:
    parts = divide(text_document(f"{MINUTES}{RISKS}"))
    assert [appendix.title for appendix in parts.appendices] == [
        "Bilaga 1 Riskbedömning inför flytten"
    ]


def test_a_label_beside_a_decision_opens_no_appendix() -> None:
    lines = lines_of("""
        § 1 Öppnande
        Mötet öppnades.
        § 2 Flytten
        Bilaga 1
        Planen godkändes.
        § 3 Avslutning
        Mötet avslutades.
        """)
    assert find_first(lines) == len(lines)


def test_a_sentence_about_an_appendix_opens_none() -> None:
    parts = divide(pages_of(MINUTES, "Bilaga 1 skickas med protokollet."))
    assert parts.appendices == ()


def test_the_page_of_a_signing_service_comes_after_the_appendices() -> None:
    service = "Undertecknare\nIvar Sund\n2024-02-09T12:18:52+0100"
    parts = divide(pages_of(MINUTES, RISKS, service))
    assert [line.text for line in parts.signatures][-3:] == service.splitlines()
    assert [appendix.pages for appendix in parts.appendices] == [(2,)]
