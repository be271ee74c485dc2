"""Personal data are told by their place, wherever in a document they stand. All are invented."""

import pathlib

import pytest
from printed import text_document

from archive.messages import PERSONAL_DATA, RemarkCode
from archive.model import Protocol
from archive.registry import packaged
from archive.settings import Limits, Own
from importers.formats.lines import Document, Line
from importers.parse import Parser
from importers.reader import Reader

SAMPLES = pathlib.Path(__file__).parents[2] / "samples" / "files"
PARSER = Parser(packaged())
NUMBER = "850709-9805"
MINUTES = """
    Protokoll förvaltningsgruppen Lillby {title}
    Närvarande:
    Ulla Påhittad, chef {present}
    Bo Fabel, Vision

    § 1 Öppnande
    Ulla Påhittad öppnade mötet. {first}

    § 2 Lokaler {heading}
    Arbetsgivaren berättade om flytten.

    Vid protokollet
    Ulla Påhittad {signature}

    Bilaga 1 Riskbedömning
    Flytten är bedömd. {appendix}
"""
EMPTY = dict.fromkeys(("title", "present", "first", "heading", "signature", "appendix"), "")


def parsed(filename: str = "protokoll.txt", own: Own | None = None, **added: str) -> Protocol:
    document = text_document(MINUTES.format(**EMPTY | added))
    return Parser(packaged(), own).parse(document, filename)


def private(protocol: Protocol) -> list[tuple[RemarkCode, str | None]]:
    return [(r.code, r.text) for r in protocol.warnings if r.code in PERSONAL_DATA]


def test_minutes_without_personal_data_have_no_such_remark() -> None:
    assert private(parsed()) == []


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("title", "protokollets inledning"),
        ("present", "närvarolistan"),
        ("first", "§ 1"),
        ("heading", "§ 2"),
        ("signature", "underskrifterna"),
        ("appendix", "en bilaga"),
    ],
)
def test_a_number_is_told_by_the_place_it_stands_in(where: str, place: str) -> None:
    assert private(parsed(**{where: NUMBER})) == [(RemarkCode.IDENTITY_NUMBER, place)]


def test_a_number_in_the_files_name_is_found() -> None:
    found = private(parsed(f"Protokoll_{NUMBER}.txt"))
    assert found == [(RemarkCode.IDENTITY_NUMBER, "filnamnet")]


def test_a_number_that_recurs_on_the_pages_is_found() -> None:
    lines = [
        Line(text, page, top=top)
        for page in (1, 2, 3)
        for text, top in ((f"Lillby {NUMBER}", 20.0), (f"§ {page} Lokaler", 200.0))
    ]
    document = Document(tuple(lines), "application/pdf", 3, 800.0)
    found = private(Parser(packaged()).parse(document, "protokoll.pdf"))
    assert found == [(RemarkCode.IDENTITY_NUMBER, "sidhuvud eller sidfot")]


def test_the_remark_gives_the_page() -> None:
    lines = (
        Line("§ 1 Öppnande", 1, top=100),
        Line("Mötet öppnades.", 1, top=115),
        Line(f"Ärendet gäller {NUMBER}.", 2, top=100),
        Line("§ 2 Lokaler", 2, top=130),
    )
    protocol = Parser(packaged()).parse(Document(lines, "application/pdf", 2, 800.0), "p.pdf")
    (remark,) = [r for r in protocol.warnings if r.code in PERSONAL_DATA]
    assert (remark.text, remark.page) == ("§ 1", 2)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("D06.docx", [(RemarkCode.PRIVATE_PHONE, "ärende 9")]),
        (
            "E12.pdf",
            [
                (RemarkCode.IDENTITY_NUMBER, "§ 20"),
                (RemarkCode.PRIVATE_PHONE, "§ 20"),
                (RemarkCode.PRIVATE_EMAIL, "§ 20"),
            ],
        ),
        ("D01.pdf", []),  # with an office's number at the foot of every page
        ("D03.pdf", []),  # with a switchboard and a registrar's address there
        ("A1r.pdf", []),
    ],
)
def test_sample_protocols_tell_where_and_only_where_they_are_private(
    name: str, places: list[tuple[RemarkCode, str]]
) -> None:
    content = (SAMPLES / name).read_bytes()
    assert private(Reader(Limits(), PARSER).read(content, name).protocol) == places


def test_many_of_a_kind_in_one_place_are_one_remark() -> None:
    text = f"{NUMBER}, 850769-9802, 070-123 45 67 och bo@post.example, åsa@post.example."
    assert private(parsed(first=text)) == [
        (RemarkCode.IDENTITY_NUMBER, "§ 1"),
        (RemarkCode.PRIVATE_PHONE, "§ 1"),
        (RemarkCode.PRIVATE_EMAIL, "§ 1"),
    ]


def test_what_is_the_operators_own_is_not_private() -> None:
    own = Own(nummerserier=("070-123",), domaner=("post.example",))
    text = "070-123 45 67 och bo@post.example"
    assert private(parsed(first=text, own=own)) == []


@pytest.mark.parametrize("label", ["Transaktionsnummer", "Signerings-id:", "Dokumentnr"])
def test_a_signing_services_reference_is_no_persons_number(label: str) -> None:
    assert private(parsed(signature=f"\n{label} 8507099805")) == []


@pytest.mark.parametrize("text", ["Personnummer 8507099805", "Dokument-id 198507099805"])
def test_a_signers_identity_number_is_one(text: str) -> None:
    found = private(parsed(signature=f"\n{text}"))
    assert found == [(RemarkCode.IDENTITY_NUMBER, "underskrifterna")]


def test_a_remark_that_quotes_the_document_leaves_the_value_out() -> None:
    protocol = parsed(title=f"\n\nPlats: Eken\nOkänt {NUMBER} bo@post.example")
    quoted = [r.text for r in protocol.warnings if r.code is RemarkCode.UNPLACED_TEXT]
    assert quoted == ["Okänt … …"]
