import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.mining import PLACES, Pair, mined, parts_of
from index.swedish import packaged_language

PARTS = parts_of(packaged_language())


def pairs(*texts: str) -> list[tuple[str, str]]:
    found = mined(((str(place), text) for place, text in enumerate(texts)), PARTS)
    return [(pair.short, pair.long) for pair in found]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Systematiskt arbetsmiljöarbete (SAM)", "SAM", "systematiskt arbetsmiljöarbete"),
        ("Förvaltningens samverkansgrupp (FSG)", "FSG", "förvaltningens samverkansgrupp"),
        ("Alla tar upp det på sin arbetsplatsträff (APT).", "APT", "arbetsplatsträff"),
        ("Nytt från huvudskyddsombud(HSO)", "HSO", "huvudskyddsombud"),
        ("enligt lagen om anställningsskydd (LAS) gäller", "LAS", "lagen om anställningsskydd"),
        ("Rätt till vård av barn (VAB)", "VAB", "vård av barn"),
        ("samverkan i individ- och familjeomsorg (IFO)", "IFO", "individ- och familjeomsorg"),
        ("Hälso- och sjukvårdslagen (HSL)", "HSL", "hälso- och sjukvårdslagen"),
        ("Sveriges Kommuner och Regioner (SKR)", "SKR", "Sveriges Kommuner och Regioner"),
        ("PDV (pågående dödligt våld) övas", "PDV", "pågående dödligt våld"),
        ("APT\n(arbetsplatsträff)", "APT", "arbetsplatsträff"),
        ("om pågående\ndödligt våld (PDV)", "PDV", "pågående dödligt våld"),
    ],
)
def test_a_text_explains_an_abbreviation(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg (SSR) frågade",  # her union
        "Underlaget bifogas (PDF)",
        "Förvaltningen (se bilaga)",
        "Mötet. Systematiskt (SAM)",  # arbetsmiljö is in no word
        "Samverkan: enighet (MBL § 11)",
        "Arbetsmiljö\n\nPersonal (AP)",  # two paragraphs
        "SAM (SAM)",
        "()",
        "(SAM)",
        "om systematiskt (OS)",  # a function word begins nothing
    ],
)
def test_a_parenthesis_that_explains_nothing_is_no_pair(text: str) -> None:
    assert pairs(text) == []


def test_what_is_read_most_often_comes_first_and_says_where() -> None:
    texts = [(f"bromma/{n}", "Arbetsplatsträff (APT), arbetsplatsträff (APT)") for n in range(5)]
    texts.append(("farsta/1", "vård av barn (VAB)"))
    first, second = mined(texts, PARTS)
    places = tuple(f"bromma/{n}" for n in range(PLACES))
    assert first == Pair("APT", "arbetsplatsträff", 10, places)
    assert second == Pair("VAB", "vård av barn", 1, ("farsta/1",))


@pytest.mark.parametrize("written", ["arbetsplatsträff", "arbetsplatsträffen", "Arbetsplatsträff"])
def test_what_is_known_is_not_proposed_again_in_another_form(written: str) -> None:
    text = ("a", f"{written} (APT)")
    assert mined([text], PARTS, [("APT", "arbetsplatsträff")]) == ()
    assert len(mined([text], PARTS, [("APT", "avtal")])) == 1


def test_the_parts_of_a_word_are_the_word() -> None:
    assert PARTS("huvudskyddsombudet") == ("huvud", "skydds", "ombudet")
    assert PARTS("§9") == ()


@given(st.text() | st.text("abcÅS -().\n", max_size=60))
def test_any_text_can_be_mined(text: str) -> None:
    for short, long in pairs(text):
        assert short in text
        assert long.split()[-1] in text
