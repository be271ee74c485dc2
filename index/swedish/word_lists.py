"""Our own lists of words, and those that an operator adds.

`lists/*.txt` are what the dictionary lacks or has wrong, one entry a line: beginnings and ends of
compounds, what is never either, what is never parted or parted so, irregular forms, what is parted
for nobody who searches. An operator's lines override them all, for every form of the word:

    plattform=platt+form     parted so
    dagordning=dagordning    never parted
    mussen:mus               a form of that word
"""

import collections.abc as c
import dataclasses as dc
import functools
import hashlib
import importlib.resources
import re
import typing as t

from index.swedish.tokens import fold

_OWN: t.Final = re.compile(
    r"(?P<word>[^\W\d_]+)(?:=(?P<parts>[^\W\d_]+(?:\+[^\W\d_]+)*)|:(?P<lemma>[^\W\d_]+))"
)


@dc.dataclass(frozen=True, slots=True)
class WordLists:
    """All of them; words folded."""

    first_parts: c.Mapping[str, str]  # to the word each is a form of
    last_parts: frozenset[str]
    last_in_dictionary: frozenset[str]  # only of words that the dictionary has
    never_first: frozenset[str]
    never_last: frozenset[str]
    keep: frozenset[str]
    opaque: tuple[str, ...]
    irregular: c.Mapping[str, str]
    parted: c.Mapping[str, tuple[str, ...]]
    name_endings: tuple[str, ...]
    version: str


def word_lists(own: c.Iterable[str] = ()) -> WordLists:
    """The packaged lists with an operator's lines; raises ValueError for one that says nothing."""
    parted, irregular = dict[str, tuple[str, ...]](), _pairs("irregular")
    lines = [line.strip() for line in own]
    for line in [*_lines("parted"), *lines]:
        if not line or line.startswith("#"):
            continue
        match = _OWN.fullmatch(line.replace(" ", ""))
        if match is None or (match["parts"] and not _is_whole(match["word"], match["parts"])):
            raise ValueError(f"neither ord=de+lar nor form:ord: {line}")
        if match["lemma"]:
            irregular[fold(match["word"])] = fold(match["lemma"])
        else:
            parted[fold(match["word"])] = tuple(map(fold, match["parts"].split("+")))
    packaged = "\n".join(_text(name) for name in NAMES)
    return WordLists(
        first_parts=_pairs("first_parts"),
        last_parts=frozenset(_lines("last_parts")),
        last_in_dictionary=frozenset(_lines("last_in_dictionary")),
        never_first=frozenset(_lines("never_first")),
        never_last=frozenset(_lines("never_last")),
        keep=frozenset(_lines("keep")),
        opaque=_lines("opaque"),
        irregular=irregular,
        parted=parted,
        name_endings=_lines("name_endings"),
        version=hashlib.sha256("\n".join([packaged, *lines]).encode()).hexdigest()[:16],
    )


def _is_whole(word: str, parts: str) -> bool:
    """Whether the parts are the word; of three equal letters one may be left out."""
    joined = parts.replace("+", "")
    return fold(joined) == fold(word) or re.sub(r"(.)\1\1", r"\1\1", fold(joined)) == fold(word)


def _pairs(name: str) -> dict[str, str]:
    return dict(t.cast(tuple[str, str], tuple(line.split(":"))) for line in _lines(name))


@functools.cache
def _lines(name: str) -> tuple[str, ...]:
    lines = (line.partition("#")[0].strip() for line in _text(name).splitlines())
    return tuple(line for line in lines if line)


@functools.cache
def _text(name: str) -> str:
    return (importlib.resources.files("index.swedish") / "lists" / f"{name}.txt").read_text("utf-8")


NAMES: t.Final = tuple(field.name for field in dc.fields(WordLists) if field.name != "version")
