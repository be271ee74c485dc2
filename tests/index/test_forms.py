"""The levels on which a word is looked up, with a list of words of the test's own."""

import pathlib

import pytest
from searchable import entry, section

from archive.registry import packaged
from index import Kind
from index.documents import parts
from index.query_tree import Word
from index.swedish import Analysis, Level
from index.whoosh_engine.arrays import Gathered
from index.whoosh_engine.forms import WORTH, Forms, write_forms
from index.whoosh_engine.gathering import Gathering, cut_unit
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.words import Words

AS_WRITTEN, INFLECTED = WORTH[Level.AS_WRITTEN], WORTH[Level.INFLECTED]
PART, LOOSE = WORTH[Level.PART], WORTH[Level.LOOSE]

TEXTS = (
    *("Skyddsombud.", "Skyddsombuden!", "Huvudskyddsombudet?", "Ombud och ombud.", "Larm."),
    *("Var.", "Vara.", "Anat.", "Anorna.", "Aningen.", "Ett skydd ombud.", "Skyddsmötesombud."),
)
KNOWN = {
    "skyddsombud": Analysis(("skyddsombud",), (("skydd",), ("ombud",))),
    "skyddsombuden": Analysis(("skyddsombud",), (("skydd",), ("ombud",))),
    "huvudskyddsombudet": Analysis(("huvudskyddsombud",), (("huvud",), ("skydd",), ("ombud",))),
    "skyddsmötesombud": Analysis(("skyddsmötesombud",), (("skydd",), ("möte",), ("ombud",))),
    "ombudets": Analysis(("ombud",), (("ombud",),)),
    "var": Analysis(("var", "vara"), (("var", "vara"),)),
    "anar": Analysis(("ana", "anor"), (("ana", "anor"),)),
    "aningen": Analysis(("aning",), (("ana",), ("ing",))),
    "anat": Analysis(("ana",), (("ana",),)),
    "anorna": Analysis(("anor",), (("anor",),)),
}


def analyse(key: str) -> Analysis:
    return KNOWN.get(key, Analysis((key,), ((key,),)))


@pytest.fixture(scope="module")
def forms() -> Forms:
    gathering = Gathering(pathlib.Path("unused"))
    sections = [section(n, "", text) for n, text in enumerate(TEXTS, start=1)]
    head, units = parts(entry("bromma", "2025-01-01", *sections))
    for document in (head, *units):
        gathering.add(cut_unit(document))
    words = gathering.in_memory()
    sink = Gathered()
    write_forms(sink, words, analyse)
    return Forms(sink.arrays(), words, analyse)


def found(forms: Forms, word: Word) -> dict[float, list[int]]:
    tiers = Leaves(forms.words, forms).tiers(Kind.SECTION, word, Lineage(packaged()))
    return {weight: postings.docs.tolist() for weight, postings in tiers}


@pytest.mark.parametrize(
    ("key", "levels"),
    [
        (
            "skyddsombud",
            {AS_WRITTEN: [0], INFLECTED: [0, 1], PART: [0, 1, 2, 10]},
        ),
        ("skyddsombuden", {AS_WRITTEN: [1], INFLECTED: [0, 1], PART: [0, 1, 2, 10]}),
        ("ombud", {AS_WRITTEN: [3, 10], PART: [0, 1, 2, 3, 10, 11]}),
        ("ombudets", {INFLECTED: [3, 10], PART: [0, 1, 2, 3, 10, 11]}),  # not in the vocabulary
        ("larm", {AS_WRITTEN: [4]}),  # there is no other form of it
        ("var", {AS_WRITTEN: [5], INFLECTED: [5, 6]}),
        ("anar", {INFLECTED: [7, 8], PART: [7, 8, 9]}),  # each lemma as far as it reaches
        ("nix", {}),
    ],
)
def test_each_level_is_wider_than_the_one_before(
    forms: Forms, key: str, levels: dict[float, list[int]]
):
    assert found(forms, Word(key)) == levels
    widest = Leaves(forms.words, forms).documents(Kind.SECTION, Word(key), Lineage(packaged()))
    assert widest.tolist() == (levels[min(levels)] if levels else [])


def test_other_parts_may_stand_between_where_that_is_asked_for(forms: Forms):
    levels = found(forms, Word("skyddsombud", loose=True))
    assert levels[LOOSE] == [0, 1, 2, 10, 11]
    assert found(forms, Word("skyddsombud", weight=0.5))[PART / 2] == [0, 1, 2, 10]


def test_occurrences_of_all_forms_are_added_up(forms: Forms):
    tiers = forms.tiers(Kind.SECTION, forms.sought("ombud"))
    assert tiers[-1].postings.text.tolist() == [1, 1, 1, 2, 1, 1]


def test_a_file_without_words_has_no_forms():
    words = Gathering(pathlib.Path("unused")).in_memory()
    assert isinstance(words, Words)
    sink = Gathered()
    write_forms(sink, words, analyse)
    forms = Forms(sink.arrays(), words, analyse)
    assert forms.tiers(Kind.SECTION, forms.sought("ombud")) == ()
