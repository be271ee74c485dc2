"""The dictionary as files in which words are looked up where they lie, some megabytes in all:

    forms    every form, and what may end a compound; numbered
    kinds    of each number which of the things below is said of the form, two bytes a number
    said     all that is said of any form, one thing a line
    firsts   every beginning of a compound, to the word it is a form of
    plain    every form with å, ä or ö, without them, to the form

What is said of a form names no words: for each of its lemmas it says how many letters to take off
the form and what to put there instead. So of a million forms a few hundred things are said.
"""

import array
import collections.abc as c
import json
import os
import typing as t

import marisa_trie

from index.swedish.hunspell import Unfolded
from index.swedish.inflections import mended, mended_bases

# Raise when what the files hold changes.
FORMAT: t.Final = 5

NAMES: t.Final = ("forms", "kinds", "said", "firsts", "plain")

PLAIN: t.Final = str.maketrans("åäö", "aao")

# For each lemma how many letters to take off and what to put there; whether the form may end a
# compound; whether it is only written with a capital.
Saying: t.TypeAlias = tuple[tuple[tuple[int, str], ...], bool, bool]


def files_of(unfolded: Unfolded) -> dict[str, bytes]:
    """The files of a dictionary, by name; always the same, for several processes may write them."""
    forms = mended(unfolded.forms)
    numbers = trie_of([*forms, *sorted(unfolded.lasts - forms.keys())])
    kinds, said = array.array("H", bytes(2 * len(numbers))), dict[Saying, int]()
    for form, number in numbers.items():
        edits = tuple(sorted([_edit(form, lemma) for lemma in forms.get(form, ())]))
        saying = (edits, form in unfolded.lasts, form in unfolded.names)
        kinds[number] = said.setdefault(saying, len(said))
    bases = mended_bases(unfolded.firsts, forms)
    accented = [form for form in forms if form.translate(PLAIN) != form]
    return {
        "forms": numbers.tobytes(),
        "kinds": kinds.tobytes(),
        "said": "\n".join(map(json.dumps, said)).encode(),
        # All of these are read when the dictionary is opened, the larger the faster.
        "firsts": _to_words(((first, base) for first, (base,) in bases.items()), num_tries=1),
        "plain": _to_words((form.translate(PLAIN), form) for form in accented),
    }


def trie_of(words: c.Iterable[str]) -> t.Any:
    """The words numbered, so that one is found fast, and all that a word begins with."""
    return marisa_trie.Trie(words, num_tries=1)  # larger than with more, and a tenth faster


def _to_words(pairs: c.Iterable[tuple[str, str]], **how: int) -> bytes:
    trie = marisa_trie.BytesTrie(((key, word.encode()) for key, word in pairs), **how)
    return t.cast(bytes, trie.tobytes())


def _edit(word: str, other: str) -> tuple[int, str]:
    """How many letters to take off the word, and what to put there, so that it is the other."""
    same = len(other) if word.startswith(other) else _shared(word, other)
    return len(word) - same, other[same:]


def _shared(one: str, other: str) -> int:
    """How many letters they begin with in common."""
    return len(os.path.commonprefix((one, other)))  # noqa: RUF071 — of letters, as wanted
