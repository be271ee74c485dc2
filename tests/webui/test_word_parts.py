import pytest
from flask.testing import FlaskClient

from webui import word_parts

COUNTS = {"larm": 10, "över": 27, "sjuk": 13, "sjuks": 13, "arm": 9}


def count(word: str) -> int:
    return COUNTS.get(word, 0)


def test_the_longest_ending_is_offered() -> None:
    assert word_parts.part("överfallslarm", count) == ("larm", 10)


def test_without_an_ending_the_shortest_of_the_most_frequent_beginnings_is() -> None:
    assert word_parts.part("sjukskrivning", count) == ("sjuk", 13)


def test_what_has_no_part_that_is_found_has_none() -> None:
    assert word_parts.part("xylofonkonsert", count) is None


@pytest.mark.parametrize(
    "text", ["larm", "fack:överfallslarm", '"överfallslarm"', "ÖVERFALLSLARM", "12345678", "å" * 31]
)
def test_only_plain_long_words_may_be_compounds(text: str) -> None:
    assert word_parts.long_words(text) == ()


def test_no_more_than_some_words_are_looked_at_each_once() -> None:
    text = "överfallslarm överfallslarm sjukskrivning medarbetarsamtal"
    assert word_parts.long_words(text) == ("överfallslarm", "sjukskrivning")


def test_the_part_that_exists_is_offered_where_the_compound_is_found_nowhere(
    client: FlaskClient,
) -> None:
    page = client.get("/sok?q=drakägglarm").text
    assert "Ord som finns:" in page
    assert 'class="chip" href="/sok?q=larm">larm <span class="count">1</span>' in page


def test_a_part_found_only_in_what_is_internal_is_not_offered(client: FlaskClient) -> None:
    assert 'q=drak%C3%A4gg"' not in client.get("/sok?q=superdrakägg").text
