"""Names lie; the first bytes do not."""

import pytest

from importers.formats.sniff import Kind, kind_of, may_be_protocol, suffix_of


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Protokoll.PDF", ".pdf"),
        ("2024/protokoll.docx", ".docx"),
        ("protokoll 2024.01.30", ""),
        ("protokoll av A. Ek", ""),
        ("protokoll", ""),
    ],
)
def test_only_what_looks_like_a_suffix_is_one(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "a.txt", "protokoll", "protokoll 24.01"])
def test_a_name_that_promises_text_may_be_a_protocol(name: str) -> None:
    assert may_be_protocol(name)


@pytest.mark.parametrize("name", ["a.jpg", "a.xlsx", "film.mp4"])
def test_a_name_that_promises_something_else_may_not(name: str) -> None:
    assert not may_be_protocol(name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    assert kind_of("§ 1 Mötets öppnande på förskolan".encode(encoding)) is Kind.TEXT


def test_bytes_without_any_form_are_no_text() -> None:
    assert kind_of(bytes(range(256)) * 20) is Kind.OTHER
