"""The three levels on which a word is looked up, with a list of words of the test's own."""

import pathlib

import pytest
from searchable import entry, section

from index import Kind
from index.documents import parts
from index.swedish import Analysis
from index.whoosh_engine.arrays import Gathered
from index.whoosh_engine.forms import AS_WRITTEN, INFLECTED, PART, Forms, write_forms
from index.whoosh_engine.gathering import Gathering, cut_unit
from index.whoosh_engine.words import Words

TEXTS = ("Skyddsombud.", "Skyddsombuden!", "Huvudskyddsombudet?", "Ombud och ombud.", "Larm.")
KNOWN = {
    "skyddsombud": Analysis(("skyddsombud",), ("skydd", "ombud")),
    "skyddsombuden": Analysis(("skyddsombud",), ("skydd", "ombud")),
    "huvudskyddsombudet": Analysis(("huvudskyddsombud",), ("huvud", "skydd", "ombud")),
    "ombud": Analysis(("ombud",)),
    "ombudets": Analysis(("ombud",)),
    "var": Analysis(("var", "vara")),
    "anar": Analysis(("ana", "anor")),
    "aningen": Analysis(("aning",), ("ana",)),
    "anat": Analysis(("ana",)),
    "anorna": Analysis(("anor",)),
}


def analyse(key: str) -> Analysis:
    return KNOWN.get(key, Analysis((key,)))


@pytest.fixture(scope="module")
def forms() -> Forms:
    gathering = Gathering(pathlib.Path("unused"))
    texts = [*TEXTS, "Var.", "Vara.", "Anat.", "Anorna.", "Aningen."]
    sections = [section(n, "", text) for n, text in enumerate(texts, start=1)]
    head, units = parts(entry("bromma", "2025-01-01", *sections))
    for document in (head, *units):
        gathering.add(cut_unit(document))
    words = gathering.in_memory()
    sink = Gathered()
    write_forms(sink, words, analyse)
    return Forms(sink.arrays(), words, analyse)


@pytest.mark.parametrize(
    ("key", "levels"),
    [
        ("skyddsombud", {AS_WRITTEN: [0], INFLECTED: [0, 1]}),
        ("skyddsombuden", {AS_WRITTEN: [1], INFLECTED: [0, 1]}),
        ("ombud", {AS_WRITTEN: [3], PART: [0, 1, 2, 3]}),
        ("ombudets", {INFLECTED: [3], PART: [0, 1, 2, 3]}),  # not in the vocabulary itself
        ("larm", {AS_WRITTEN: [4]}),  # there is no other form of it
        ("var", {AS_WRITTEN: [5], INFLECTED: [5, 6]}),
        ("anar", {INFLECTED: [7, 8], PART: [7, 8, 9]}),  # each lemma as far as it reaches
        ("nix", {}),
    ],
)
def test_each_level_is_wider_than_the_one_before(
    forms: Forms, key: str, levels: dict[float, list[int]]
):
    sought = forms.sought(key)
    found = forms.levels(Kind.SECTION, sought)
    assert {weight: postings.docs.tolist() for weight, postings in found} == levels
    widest = levels[min(levels)] if levels else []
    assert forms.widest(Kind.SECTION, sought).tolist() == widest


def test_occurrences_of_all_forms_are_added_up(forms: Forms):
    part = forms.levels(Kind.SECTION, forms.sought("ombud"))[-1].postings
    assert part.text.tolist() == [1, 1, 1, 2]


def test_a_file_without_words_has_no_forms():
    words = Gathering(pathlib.Path("unused")).in_memory()
    assert isinstance(words, Words)
    sink = Gathered()
    write_forms(sink, words, analyse)
    forms = Forms(sink.arrays(), words, analyse)
    assert forms.levels(Kind.SECTION, forms.sought("ombud")) == ()
