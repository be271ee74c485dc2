import pytest

from importers.parse.same_person import People, name_key

LISTED = People(["Anna Ek", "Bo Alm", "René Alm", "Anna-Lena Dal"])


@pytest.mark.parametrize(
    ("spelling", "listed"),
    [
        ("Anna Ek", "Anna Ek"),
        ("ANNA EK", "Anna Ek"),
        ("A. Ek", "Anna Ek"),
        ("A Ek", "Anna Ek"),
        ("Rene Alm", "René Alm"),
        ("Anna Lena Dal", "Anna-Lena Dal"),
        ("Anna Alm", None),
        ("C. Ek", None),
        ("Ek", None),
        ("", None),
    ],
)
def test_a_person_is_found_again_under_another_spelling(spelling: str, listed: str | None) -> None:
    assert LISTED.find(spelling) == listed


def test_an_initial_that_fits_two_means_nobody() -> None:
    assert People(["Anna Ek", "Arvid Ek"]).find("A. Ek") is None


def test_a_first_name_means_its_only_bearer() -> None:
    assert LISTED.called("Bo") == "Bo Alm"
    assert People(["Anna Ek", "Anna Alm"]).called("Anna") is None


def test_letters_alone_make_a_name() -> None:
    assert name_key("  Åsa-Lill  EK ") == name_key("Asa Lill Ek")
