from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.whoosh_engine.strings import SortedStrings, packed

words = st.lists(st.text("aåäö9§é-\U0001f389", max_size=4), unique=True).map(sorted)


@given(words, st.text("aåäö9§é-\U0001f389", max_size=3))
def test_strings_are_found_as_in_a_sorted_list(keys: list[str], asked: str):
    strings = SortedStrings(*packed(keys))
    assert list(strings) == keys
    assert strings.find(asked) == (keys.index(asked) if asked in keys else None)
    beginning = strings.beginning_with(asked)
    assert strings[beginning.start : beginning.stop] == [
        key for key in keys if key.startswith(asked)
    ]


letters = "aåäöébdeo9-ж"


@given(st.lists(st.text(letters, max_size=7)).map(sorted), st.text(letters, min_size=1, max_size=7))
def test_no_string_that_is_near_another_is_passed_over(keys: list[str], asked: str):
    strings = SortedStrings(*packed(keys))
    for most in (1, 2):
        kept = strings.nearly_of(range(len(keys)), asked, most)
        assert all(kept[n] for n, key in enumerate(keys) if OSA.distance(key, asked) <= most)


def test_strings_of_other_letters_are_passed_over():
    strings = SortedStrings(*packed(["frånvaro", "frånvarö", "semester"]))
    assert strings.nearly_of(range(3), "fränvaro", 1).tolist() == [True, False, False]
