import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.swedish import fold, phrase_keys, tokens, word_keys


def keys(text: str) -> list[str]:
    return [token.key for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hot och våld", ["hot", "och", "våld"]),
        ("§ 9", ["9", "§9"]),
        ("§9", ["9", "§9"]),
        ("9 §", ["9", "§9"]),
        ("punkt 8 § 9", ["punkt", "8", "9", "§9"]),
        ("§§ 3–5", ["3-5", "3", "§3", "5", "§5"]),
        ("25 %", ["25", "25%"]),
        ("6,12%", ["6,12", "6,12%"]),
        ("HÄ 2030/118", ["HÄ", "hä", "2030/118"]),
        ("SOU 2025:61", ["SOU", "sou", "2025:61"]),
        ("Dnr 1.1.2-4410/2022", ["dnr", "1.1.2-4410/2022", "1.1.2", "4410/2022"]),
        ("kl. 12:00.", ["kl", "12:00"]),
        ("MBL-frågor", ["mbl-frågor", "MBL", "mbl", "frågor"]),
        ("hot- och", ["hot", "och"]),
        ("SKR:s", ["SKR", "skr:s"]),
        ("BUDGET Skr", ["budget", "skr"]),
        (
            "individ- och familjeomsorg",
            ["individ-~familjeomsorg", "individ", "och", "familjeomsorg"],
        ),
        ("lönefrågor och -avtal", ["lönefrågor", "och", "lönefrågor~-avtal", "avtal"]),
        ("Fråga:Hur", ["fråga", "hur"]),
        ("A 3", ["a", "3"]),
        ("dialog/möte", ["dialog", "möte"]),
        ("", []),
        ("…!–", []),
    ],
)
def test_a_text_has_these_tokens(text: str, found: list[str]):
    assert keys(text) == found


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("A\u030asa", "åsa"),
        ("arbets\u00admiljö", "arbetsmiljö"),
        ("ﬁnns", "finns"),
        ("Idé", "ide"),
        ("Müller", "muller"),
        ("Moderna’s", "moderna's"),
        ("ÄRENDE", "ärende"),
    ],
)
def test_ways_of_writing_that_mean_the_same_have_one_key(written: str, key: str):
    assert keys(written) == [key]


def test_swedish_letters_are_never_folded():
    assert len({fold(word) for word in ("rad", "råd", "räd", "röd", "rod")}) == 5


def test_a_token_covers_what_was_written():
    text = "Enligt\u00a0§ 9 i arbets\u00admiljölagen"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Enligt",
        "9",
        "§ 9",
        "i",
        "arbets\u00admiljölagen",
    ]


def test_a_hyphenated_word_has_a_place_for_each_part():
    assert [token.position for token in tokens("om MBL-frågor § 9 igen")] == [
        0,
        1,
        1,
        1,
        2,
        3,
        3,
        4,
    ]


def test_a_query_takes_each_written_word_whole_and_a_phrase_each_position():
    assert word_keys("MBL-frågor § 9") == ("mbl-frågor", "§9")
    assert phrase_keys("MBL-frågor § 9") == ("mbl", "frågor", "§9")


@given(st.text() | st.text("aå\u030a\u00ad-–:.,/§% 12\n'_"))
def test_tokens_of_any_text_stand_in_it_in_order(text: str):
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    places = [token.position for token in found]
    assert places == sorted(places)
    assert set(places) == set(range(len(set(places))))
    assert not any(character.isspace() for token in found for character in token.key)
