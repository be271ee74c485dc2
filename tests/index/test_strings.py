from hypothesis import given
from hypothesis import strategies as st

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
