import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.swedish import fold, root, stem


@pytest.mark.parametrize(
    "forms",
    [
        "sjukfrånvaro sjukfrånvaron sjukfrånvarons",
        "möte mötet möten mötena mötenas",
        "skyddsombud skyddsombudet skyddsombuden",
        "protokoll protokollet",
        "ärende ärendet ärenden ärendena",
        "skola skolan skolor",
        "fråga frågan frågor frågorna",
        "arbetsmiljö arbetsmiljön",
        "beslut beslutet besluten",
        "ledamot ledamöter",
        "bostad bostäder",
        "våld våldet",
        "SKR SKR:s",
        "kommitté kommittén",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str):
    assert len({stem(fold(word)) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("råd", "rad"),
        ("lön", "lon"),
        ("förvaltning", "förvaltare"),
        ("2030/118", "2030/119"),
        ("§9", "9"),
        ("3:e", "3:a"),
    ],
)
def test_other_words_do_not(one: str, other: str):
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize(
    ("word", "beginning"),
    [
        ("beslut", "beslut"),
        ("ledamot", "ledam"),
        ("bostad", "bost"),
        ("semester", "semest"),
        ("bok", "b"),
        ("§9", "§9"),
    ],
)
def test_the_root_is_what_all_forms_of_a_word_begin_with(word: str, beginning: str):
    assert root(stem(word)) == beginning


ENDINGS = (
    "ledamöterna städers semestrar nycklarna medlens ärendena heterna fullt löst igt skolan :s"
)


@given(
    st.text("abdeghiklmnoprstuvåäö-", min_size=1, max_size=8),
    st.sampled_from(["", *ENDINGS.split()]) | st.text("adefghilnorst", max_size=6),
)
def test_any_word_begins_with_the_root_of_its_stem(beginning: str, ending: str):
    word = fold(beginning + ending)
    assert word.startswith(root(stem(word)))


@pytest.mark.parametrize("word", ["barnet", "böcker", "nytt", "ledamöter", "nycklarna", "medlens"])
def test_an_irregular_word_begins_with_the_root_of_its_stem(word: str):
    assert word.startswith(root(stem(word)))
