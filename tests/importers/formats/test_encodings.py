"""The encoding is not stated, and shows by what the bytes become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.encodings import decode, unmarked_utf

MINUTES = "§ 3 Mötet på förskolan\nÅsa Öberg, ”Kommunal”, frågade – SJÄLV – om ÅTERBÄRING; idé.\n"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "cp1252",
        "mac_roman",
    ],
)
def test_swedish_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(MINUTES.encode(encoding)) == MINUTES


@pytest.mark.parametrize("encoding", ["latin-1", "cp850"])
def test_old_encodings_without_quotes_and_dashes_are_read(encoding: str) -> None:
    plain = MINUTES.translate({ord("”"): '"', ord("–"): "-"})
    assert decode(plain.encode(encoding)) == plain


def test_a_paragraph_sign_of_dos_is_one() -> None:
    raw = "§ 3 Mötet på förskolan".encode("cp437", "replace").replace(b"?", b"\x15")
    assert decode(raw) == "§ 3 Mötet på förskolan"


@pytest.mark.parametrize(
    "text", ["Mötet", "Åsa", "på", "FÖRSKOLA", "Väg 5 på Ö", "RÅD", "ÅÄÖ", "FSG i Ängelholm"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_one_word_is_enough_to_tell(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["”Ja” – sa hon…", "sa ”nej”", "kl 9 – 11", "300 €", "• a", "é"])
def test_what_tells_nothing_is_windows(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("sign", ["\x81", "\x8d", "\x8f", "\x90", "\x9d"])
def test_no_byte_is_undefined_in_windows_text(sign: str) -> None:
    assert decode(f"för {sign}".encode("latin-1")) == f"för {sign}"


def test_a_few_broken_bytes_do_not_spoil_the_other_letters() -> None:
    content = "Mötet på förskolan → ".encode() + b"\xe5ret" + "…".encode()[:2]
    assert decode(content) == "Mötet på förskolan → året\u00e2€"


def test_a_stated_encoding_yields_to_what_the_bytes_say() -> None:
    assert decode("möte".encode(), "iso-8859-1") == "möte"
    assert decode("möte".encode("utf-16"), "utf-8") == "möte"
    assert decode(b"\x8a", "macintosh") == "ä"
    assert decode(b"\x8a", "finns-inte") == "Š"


@pytest.mark.parametrize("content", [b"", b"abc", b"\0\0\0\0", b"a\0b\0c"])
def test_too_little_is_no_unmarked_utf(content: bytes) -> None:
    assert unmarked_utf(content) in {None, "utf-16-le"}


@given(st.binary())
def test_any_bytes_are_text(content: bytes) -> None:
    decode(content).encode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])))
def test_text_survives_being_saved_as_utf8(text: str) -> None:
    assert decode(text.encode()) == text
