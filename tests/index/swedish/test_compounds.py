import typing as t

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.swedish import packaged_language
from index.swedish.lexicon import load_lexicon

SWEDISH: t.Final = packaged_language()


def parted(word: str) -> str:
    return " ".join(segment.text for segment in SWEDISH.segments(word))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("busstopp", "buss stopp"),
        ("nattåg", "natt tåg"),
        ("driftstoppen", "drift stoppen"),
        ("undersköterskorna", "under sköterskorna"),
        ("regeringsår", "regerings år"),
        ("rehabiliteringsuppföljning", "rehabiliterings uppföljning"),
        ("socialförsäkringsbalken", "social försäkrings balken"),
        ("utbildningsplattform", "utbildnings plattform"),
        ("simbassäng", "sim bassäng"),
    ],
)
def test_a_compound_is_parted_so(word: str, parts: str):
    assert parted(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "vinklar",
        "kristall",
        "innehållet",
        "kombinationer",
        "överstiger",
        "medarbetaren",
        "thailand",
        "bergman",
        "självständigheten",
        "fotografi",
        "evighet",
        "förskola",
        "översynen",
    ],
)
def test_a_word_that_only_looks_like_one_is_not(word: str):
    assert parted(word) == word


def test_of_three_equal_letters_both_readings_are_names_of_the_part():
    assert SWEDISH.analyse("busstopp").parts == (("buss",), ("stopp", "topp"))


@pytest.mark.parametrize(
    ("key", "lemma"),
    [
        ("för-~gymnasieskola", "förskola"),
        ("kort-~långtidsfrånvaro", "korttidsfrånvaro"),
        ("kultur-~fritidsförvaltningen", "kulturförvaltning"),
        ("miljö-~hälsoskyddsnämnden", "miljöskyddsnämnd"),
        ("in-~utlåning", "inlåning"),
        ("barn-~ungdomsvård", "barnvård"),
        ("skolledare~-chefer", "skolchef"),
    ],
)
def test_an_ellipsis_stands_for_the_word_that_a_reader_completes(key: str, lemma: str):
    assert SWEDISH.analyse(key).lemmas == (lemma,)


# Beginnings of compounds that are compounds themselves, with the words they are forms of.
LEXICON: t.Final = load_lexicon()
COMPOUND_FIRSTS: t.Final = [
    (first, base)
    for first in LEXICON.firsts()
    if len(first) > 7
    and first.isalpha()
    and (base := LEXICON.base(first))
    and first[: len(base) - 1] == base[:-1]
    and len(SWEDISH.segments(base)) > 1
]


@settings(deadline=None)
@given(
    st.sampled_from(COMPOUND_FIRSTS),
    st.sampled_from(["utredningen", "grupp", "ansvar", "protokollet"]),
)
def test_a_compound_made_of_a_compound_has_its_parts(compound: tuple[str, str], last: str):
    first, base = compound
    longer, shorter = SWEDISH.analyse(first + last), SWEDISH.analyse(base)
    assert len(longer.parts) > len(shorter.parts)
    for one, other in zip(longer.parts, shorter.parts, strict=False):
        assert not set(one).isdisjoint(other)


@settings(deadline=None)
@given(st.text("abdefgiklmnoprstuåäö", min_size=1, max_size=40))
def test_the_parts_of_any_word_make_it_up(word: str):
    end = 0
    for segment in SWEDISH.segments(word):
        begins = segment.end - len(segment.text)
        assert begins in (end, end - 1)
        assert word[begins : segment.end] == segment.text
        end = segment.end
    assert end == len(word)
