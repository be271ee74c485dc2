import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.swedish import cut, fold, phrase_keys, tokens, word_keys
from index.swedish.tokens import read_tokens

# What may stand beside what without being parted from it, and what parts.
TRICKY = st.text("aåBÅe\u030a\u00ad-–:.,'’/§§%% 12\n\t_") | st.lists(
    st.sampled_from(
        ["§", "§§", "%", "9", "12:30", " ", "  ", "\n", "MBL-frågor", "SKR:s", "x" * 150]
    )
).map("".join)


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
        ("HÄ 2030/118", ["hä", "2030/118"]),
        ("SOU 2025:61", ["sou", "2025:61"]),
        ("Dnr 1.1.2-4410/2022", ["dnr", "1.1.2-4410/2022", "1.1.2", "4410/2022"]),
        ("kl. 12:00.", ["kl", "12:00"]),
        ("MBL-frågor", ["mbl-frågor", "mbl", "frågor"]),
        ("hot- och", ["hot", "och"]),
        ("SKR:s", ["skr:s"]),
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
    assert [token.position for token in tokens("om MBL-frågor § 9 igen")] == [0, 1, 1, 2, 3, 3, 4]


def test_a_query_takes_each_written_word_whole_and_a_phrase_each_position():
    assert word_keys("MBL-frågor § 9") == ("mbl-frågor", "§9")
    assert phrase_keys("MBL-frågor § 9") == ("mbl", "frågor", "§9")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hot,  våld", [("hot", 0, 3, 0), ("våld", 6, 10, 1)]),
        (" MBL-frågor", [("mbl-frågor", 1, 11, 0), ("mbl", 1, 4, 0), ("frågor", 5, 11, 1)]),
        ("Om §\n9", [("om", 0, 2, 0), ("9", 5, 6, 1), ("§9", 3, 6, 1)]),
        ("– ", []),
    ],
)
def test_a_cut_gives_keys_starts_ends_and_positions_in_columns(
    text: str, found: list[tuple[str, int, int, int]]
):
    columns = cut(text)
    assert list(zip(*columns, strict=True)) == found
    assert list(tokens(text)) == found


@given(st.text() | TRICKY)
def test_a_text_taken_in_stretches_has_the_tokens_it_has_word_by_word(text: str):
    found, positions = read_tokens(text)
    assert tuple(tokens(text)) == found
    assert positions == len({token.position for token in found})


def test_a_word_too_long_to_be_remembered_is_cut_like_any_other():
    text = f"Se {'mbl-' * 100}§ 9, 25 %"
    assert tuple(tokens(text)) == read_tokens(text)[0]


@given(st.text() | TRICKY)
def test_tokens_of_any_text_stand_in_it_in_order(text: str):
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    places = [token.position for token in found]
    assert places == sorted(places)
    assert set(places) == set(range(len(set(places))))
    assert not any(character.isspace() for token in found for character in token.key)
