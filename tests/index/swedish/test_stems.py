import pytest

from index.swedish import fold, stem


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
