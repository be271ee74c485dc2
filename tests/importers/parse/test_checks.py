"""A protocol says which of its pages were read by machine, and which could not be read."""

import dataclasses as dc

import pytest
from printed import pages_of

from archive.messages import RemarkCode, remark_sentence
from archive.model import Remark
from archive.registry import packaged
from importers.formats.lines import Document
from importers.parse import Parser
from importers.parse.checks import of_pictures, page_list

DOCUMENT = pages_of("Protokoll", "§ 1 Mötet öppnas", "§ 2 Mötet avslutas")


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ((3,), "sidan 3"),
        ((1, 2), "sidorna 1–2"),
        ((1, 2, 3, 5), "sidorna 1–3, 5"),
        ((2, 4, 6, 7), "sidorna 2, 4, 6–7"),
    ],
)
def test_pages_are_listed_as_a_person_would(pages: tuple[int, ...], words: str) -> None:
    assert page_list(pages) == words


def test_a_document_of_printed_text_has_no_such_remark() -> None:
    assert list(of_pictures(DOCUMENT)) == []


def test_a_reading_by_machine_is_told_with_how_sure_it_is() -> None:
    (remark,) = of_pictures(dc.replace(DOCUMENT, machine_read=(1, 2, 3), confidence=0.912))
    assert remark == Remark(RemarkCode.MACHINE_READ, text="sidorna 1–3, säkerhet 91 %")
    assert remark_sentence(remark.code, remark.text) == (
        "Texten är läst ur en bild av maskin och kan ha fel: sidorna 1–3, säkerhet 91 %."
    )


def test_pages_that_could_not_be_read_are_named() -> None:
    (remark,) = of_pictures(dc.replace(DOCUMENT, without_text=(3,)))
    assert remark_sentence(remark.code, remark.text) == (
        "Sidor som är bilder kunde inte läsas: sidan 3."
    )


@pytest.fixture(scope="module")
def scanned() -> Document:
    return dc.replace(DOCUMENT, machine_read=(2,), confidence=0.8, without_text=(3,))


def test_the_protocol_holds_what_was_read_by_machine(scanned: Document) -> None:
    protocol = Parser(packaged()).parse(scanned, "protokoll.pdf")
    assert protocol.source is not None
    assert (protocol.source.machine_read, protocol.source.confidence) == ((2,), 0.8)
    codes = [remark.code for remark in protocol.warnings]
    assert codes[:2] == [RemarkCode.MACHINE_READ, RemarkCode.PAGE_WITHOUT_TEXT]
