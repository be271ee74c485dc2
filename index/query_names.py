"""Names and abbreviations among the words that were typed, and what else they are called.

    Vision      the union, by any form of its name; vision is the word
    SSR         also Akademikerförbundet, and of a successor those that went into it
    SAM         in capitals no form of "sam"; also systematiskt arbetsmiljöarbete
    systematiskt arbetsmiljöarbete   also SAM
    11 november 2025   also 2025-11-11

What was not typed counts less. The longest that is known is read as one, the rest word for word.
"""

import collections.abc as c
import itertools
import re
import typing as t

from index.names import NamedUnion, Names, Term
from index.query_dates import written_time
from index.query_tree import And, Exact, Having, Inflected, Named, Node, Word
from index.query_words import all_of, any_of, bare, listed

# What means the same as what was typed, against what was typed.
ALSO: t.Final = 0.8
# Names and abbreviations in a query that are looked up; no one types more, though some send it.
MAX_NAMES: t.Final = 16

# Words of a förvaltning's name.
LONGEST_NAME: t.Final = 5

# An abbreviation in capitals has a key of its own: see `index.swedish.tokens`.
_CAPITALS: t.Final = re.compile(r"[A-ZÅÄÖ]{2,5}")
# "APT:er" "HSO:s"
_ENDED: t.Final = re.compile(r"([A-ZÅÄÖ]{2,6}):[a-zåäö]{1,5}")


class Typed(t.NamedTuple):
    """A word as it was typed, and its key."""

    written: str
    key: str


class Found(t.NamedTuple):
    """What so many of the words are."""

    length: int
    nodes: tuple[Node, ...]
    notes: tuple[str, ...] = ()


class NameReader:
    """Reads the words of one query."""

    def __init__(self, text: str, names: Names, notes: list[str]) -> None:
        self._names = names
        self._notes = notes
        self._shouts = text.isupper()  # then a capital says nothing
        self._left = MAX_NAMES

    def read(self, words: c.Sequence[Typed]) -> list[Node]:
        """What the words are, one after the other."""
        nodes: list[Node] = []
        row = words
        while words:
            found = _time(words) or self._longest(words)
            if found is None and (where := self._forvaltning(words, among=row)):
                found = where
            if found and not self._left:
                self._notes.append(
                    f"Fler än {MAX_NAMES} namn och förkortningar: läste resten som ord."
                )
                found = None
            if found:
                self._left -= 1
                self._notes += found.notes
                nodes.append(any_of(found.nodes))
            else:
                nodes.append(Word(words[0].key))
            words = words[found.length if found else 1 :]
        return nodes

    def _longest(self, words: c.Sequence[Typed]) -> Found | None:
        """What the first words are; where the same words are several things, all of them."""
        found = list(itertools.chain(self._unions(words), self._synonyms(words)))
        length = max((one.length for one in found), default=0)
        longest = [one for one in found if one.length == length]
        if not longest:
            return None
        nodes = tuple(node for one in longest for node in one.nodes)
        return Found(length, nodes, tuple(note for one in longest for note in one.notes))

    def _unions(self, words: c.Sequence[Typed]) -> c.Iterator[Found]:
        for key in _without_genitive(words[0].key):
            for term, union in self._names.unions.get(key, ()):
                typed = words[: len(term.keys)]
                if _is_name(term, typed) and (not union.is_common(term) or self._is_meant(typed)):
                    yield self._union(term, union, typed)

    def _forvaltning(self, words: c.Sequence[Typed], among: c.Sequence[Typed]) -> Found | None:
        """A förvaltning named beside other words: what tells of it, and what comes from it."""
        for length in range(min(len(words), LONGEST_NAME), 0, -1):
            name = " ".join(word.written for word in words[:length])
            id_ = self._names.forvaltningar.get(bare(name))
            if id_ and length < len(among):
                told = all_of([Word(word.key) for word in words[:length]])
                shown = self._names.shown["forvaltning", id_]
                note = f"Tog också med det som kommer från {shown}."
                return Found(length, (told, Having("forvaltning", (id_,))), (note,))
        return None

    def _is_meant(self, typed: c.Sequence[Typed]) -> bool:
        """Whether a name that is a word too is meant as a name."""
        return typed[0].written[:1].isupper() and not self._shouts

    def _union(self, term: Term, union: NamedUnion, typed: c.Sequence[Typed]) -> Found:
        if union.is_common(term):
            key = term.keys[0]
            nodes: list[Node] = [Named(union.id, tuple(dict.fromkeys((key, _genitive(key)))))]
        elif len(typed) == 1:
            nodes = [Word(typed[0].key)]
        else:
            nodes = [Inflected(term.phrase)]
        also = [node for other in _others(term, union) for node in self._named(other, union)]
        for earlier in union.predecessors:
            also += [node for other in earlier.terms for node in self._named(other, earlier)]
        return Found(len(typed), (*nodes, *also), tuple(_union_notes(term, union, typed)))

    def _named(self, term: Term, union: NamedUnion) -> c.Iterator[Node]:
        """A name that was not typed. Where it is a word too the union must be named so."""
        if union.is_common(term):
            key = term.keys[0]
            name = Named(union.id, tuple(dict.fromkeys((key, _genitive(key)))))
            yield And((Having("fack", (union.id,)), name))
        else:
            yield _also(term)

    def _synonyms(self, words: c.Sequence[Typed]) -> c.Iterator[Found]:
        typed = _without_ending(words[0])
        for name in sorted(self._names.word_names(typed.key)):
            for term, group in self._names.synonyms.get(name, ()):
                length = len(term.keys)
                if self._are(words[:length], term):
                    others = (_also(other) for other in group if other.keys != term.keys)
                    yield Found(length, (_as_typed(words[:length], term), *others))

    def _are(self, words: c.Sequence[Typed], term: Term) -> bool:
        """Whether the words are the term's, in any of their inflections."""
        if len(words) < len(term.keys):
            return False
        if term.is_abbreviation:
            return _without_ending(words[0]).key == term.keys[0]
        word_names = self._names.word_names
        return all(
            not word_names(word.key).isdisjoint(word_names(key))
            for word, key in zip(words, term.keys, strict=True)
        )


def _time(words: c.Sequence[Typed]) -> Found | None:
    """A day or a month, which texts write in words or in figures."""
    found = written_time([word.key for word in words[:3]], ALSO)
    return Found(found.length, found.nodes) if found else None


def _as_typed(words: c.Sequence[Typed], term: Term) -> Node:
    whole = all_of([Word(word.key) for word in words])
    word = _without_ending(words[0])
    if not term.is_abbreviation or not _in_capitals(word.written, term):
        return whole
    return any_of((_short(term), *((whole,) if word != words[0] else ())))


def _also(term: Term) -> Node:
    """What was not typed."""
    if len(term.keys) > 1:
        return Inflected(term.phrase, ALSO)
    return _short(term, ALSO) if term.is_abbreviation else Word(term.keys[0], ALSO)


def _short(term: Term, weight: float = 1.0) -> Exact:
    """An abbreviation, which is not the word that it would be in small letters."""
    capitals = _CAPITALS.fullmatch(term.written)
    return Exact(term.written if capitals else term.keys[0], weight)


def _in_capitals(written: str, term: Term) -> bool:
    return written in (term.written, term.written.upper())


def _is_name(term: Term, words: c.Sequence[Typed]) -> bool:
    if len(words) < len(term.keys):
        return False
    *first, last = (word.key for word in words)
    return tuple(first) == term.keys[:-1] and term.keys[-1] in _without_genitive(last)


def _without_genitive(key: str) -> tuple[str, ...]:
    """What a name in the genitive may be a form of, itself first: "visions" "ssr:s"."""
    found = [key]
    if key.endswith("s"):
        found.append(key[:-2] if key.endswith((":s", "'s")) else key[:-1])
    return tuple(one for one in found if one)


def _genitive(key: str) -> str:
    return key if key.endswith(("s", "x", "z")) else f"{key}s"


def _without_ending(word: Typed) -> Typed:
    match = _ENDED.fullmatch(word.written)
    return Typed(match[1], word.key[: len(match[1])]) if match else word


def _others(term: Term, union: NamedUnion) -> c.Iterator[Term]:
    """The other names of a union that are not found by that one, or by each other."""
    single = {one.keys[0] for one in (term, *union.terms) if len(one.keys) == 1}
    single -= {union.name.keys[0]} if union.is_common_noun else set()
    for other in union.terms:
        if other.keys != term.keys and (len(other.phrase) == 1 or single.isdisjoint(other.phrase)):
            yield other


def _union_notes(term: Term, union: NamedUnion, typed: c.Sequence[Typed]) -> c.Iterator[str]:
    name = union.name.written
    if union.is_common(term):
        word = typed[0].written.lower()
        yield f"Läste {name} som fackförbundet. Skriv {word} med liten bokstav för ordet."
    other = [
        one.written
        for one in _others(term, union)
        if not _are_alike(one, term if one is union.name else union.name)
    ]
    if other:
        yield f"Sökte också på {listed(other)}, samma fackförbund."
    if earlier := [one.name.written for one in union.predecessors]:
        yield f"Sökte också på {listed(earlier)}, som har gått upp i {name}."


def _are_alike(one: Term, other: Term) -> bool:
    """Whether it is plain that two names are of the same: they have the beginning of a word in
    common."""
    return any(
        first[:4] == second[:4] or second in first for first in one.keys for second in other.keys
    )
