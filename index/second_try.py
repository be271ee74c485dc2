"""What is done for a query that finds nothing, or little.

First what was meant is looked for: words typed without å, ä and ö; other parts within a compound.
That is shown at once, and a note says so. What may have been meant, a word spelt otherwise or one
word fewer, is only proposed, and only where it finds something. All of it comes from what the asker
may see.
"""

import collections.abc as c
import dataclasses as dc
import itertools
import math
import re
import typing as t

from index.query import Query
from index.query_tree import (
    And,
    Exact,
    In,
    Inflected,
    Leaf,
    Named,
    Node,
    Or,
    Phrase,
    Word,
    replaced,
    terms,
    typed,
    wanted,
)
from index.query_words import all_of, any_of
from index.swedish import Language, tokens

# A search that finds fewer is tried more loosely too.
FEW: t.Final = 3
# One that finds so many is not asked whether å, ä and ö were meant.
MANY: t.Final = 50
# Words alike, for each word that nobody has written, that are tried.
TRIED: t.Final = 3
# Choices among the words of a query that are looked at, of equally many words.
CHOICES: t.Final = 20

# An operator that a word was taken from.
_DANGLING: t.Final = re.compile(r"^(?:OCH|AND) | (?:OCH|AND)(?=$| OCH | AND )")

# How many documents a tree finds.
Look: t.TypeAlias = c.Callable[[Node], int]


class Sight(t.Protocol):
    """What of an index's words exists for the asker."""

    def count(self, leaf: Leaf) -> int:
        """In how many protocols it stands."""

    def meant_by(self, key: str) -> tuple[str, ...]:
        """Words with å, ä and ö that are `key` without them, the most frequent first."""

    def alike(self, key: str) -> tuple[str, ...]:
        """Words that differ from `key` by a slip of the pen, the likeliest first."""

    def any_begins_with(self, key: str) -> bool:
        """Whether any word begins so."""


@dc.dataclass(frozen=True, slots=True)
class Tried:
    """What to show instead, and what the reader should know of it (Swedish sentences)."""

    tree: Node
    notes: tuple[str, ...] = ()
    suggestion: str | None = None  # a query that finds something
    all_words: Node | None = None  # where the tree also takes what has only some of the words


def second_try(text: str, query: Query, look: Look, sight: Sight, language: Language) -> Tried:
    """The best that can be made of a query that was typed as `text`."""
    return _Helper(text, query, look, sight, language).help(query.tree)


class _Helper:
    def __init__(
        self, text: str, query: Query, look: Look, sight: Sight, language: Language
    ) -> None:
        self._text = text
        self._query = query
        self._look = look
        self._sight = sight
        self._language = language

    def help(self, tree: Node) -> Tried:
        notes: list[str] = []
        total = self._look(tree)
        missing = self._missing(tree) if not total or _has_or(tree) else ()
        meant = {leaf: new for leaf in missing if (new := self._with_accents(leaf))}
        if meant:
            tree = replaced(tree, {**meant}) or tree
            total = self._look(tree)
            notes += [_instead(old, new) for old, new in meant.items()]
        if total < FEW and (loose := self._loosened(tree)) and self._look(loose) > total:
            tree, total = loose, self._look(loose)
            notes.append("Tog också med ord där något står emellan delarna.")
        if not total and not meant and (wider := self._also_accented(tree)):
            tree, note = wider
            total = self._look(tree)
            notes.append(note)
        suggestion = None
        left = tuple(leaf for leaf in missing if leaf not in meant)
        if not total:
            suggestion = next(self._proposals(tree, left), None)
        elif total < MANY and not meant:
            suggestion = self._offered(tree)
        fewer = self._with_fewer(tree, enough=total > 0) if total < FEW else []
        some = any_of([tree, *fewer])
        if self._look(some) > total:
            notes += map(nowhere, left)
            notes.append("Få träffar har alla orden." if total else "Inget har alla orden.")
            notes[-1] += " Tog också med det som har några av dem."
            return Tried(some, tuple(notes), suggestion, tree)
        if not total and not suggestion:
            suggestion = self._one_fewer(tree, left)
        return Tried(tree, tuple(notes), suggestion)

    def _with_fewer(self, tree: Node, *, enough: bool) -> list[Node]:
        """What asks for as many of the words as stand together somewhere, without flooding the
        reader: where there is `enough` already only what finds little, else what finds least."""
        if self._query.demands_all:
            return []
        held = [term for term in terms(tree) if not _may_lack(term)]
        words = [term for term in terms(tree) if _may_lack(term)]
        for size in range(len(words) - 1, 0, -1):
            if math.comb(len(words), size) > CHOICES:
                continue
            choices = [all_of([*held, *some]) for some in itertools.combinations(words, size)]
            counted = [(self._look(choice), place) for place, choice in enumerate(choices)]
            found = [pair for pair in counted if pair[0]]
            few = [pair for pair in found if pair[0] <= MANY]
            if found:
                chosen = few or ([] if enough else [min(found)])
                return [choices[place] for _, place in chosen]
        return []

    def _also_accented(self, tree: Node) -> tuple[Node, str] | None:
        """The tree with a word of å, ä or ö for one that exists, but not beside the others: "hot
        vald" is rather hot våld than hot and valde."""
        found = []
        for leaf in typed(tree) if len(terms(tree)) > 1 else ():
            if isinstance(leaf, Word) and leaf.key.isascii():
                for word in self._sight.meant_by(leaf.key)[:1]:
                    meant = replaced(tree, {leaf: Word(word)}) or tree
                    found.append((self._look(meant), meant, _instead_of(leaf, word)))
        best = max(found, key=lambda one: one[0], default=None)
        return best[1:] if best and best[0] else None

    def _missing(self, tree: Node) -> tuple[Leaf, ...]:
        return tuple(leaf for leaf in typed(tree) if not self._sight.count(leaf))

    def _with_accents(self, leaf: Leaf) -> Leaf | None:
        """The word or phrase that was typed without å, ä and ö."""
        match leaf:
            case Word(key) | Exact(key):
                tried = (dc.replace(leaf, key=word) for word in self._accented(key))
                return next((new for new in tried if self._sight.count(new)), None)
            case Phrase(keys) | Inflected(keys):
                words = [next(iter(self._accented(key)), key) for key in keys]
                phrase = dc.replace(leaf, keys=tuple(words))
                return phrase if self._sight.count(phrase) else None
            case In(part, within):
                inner = self._with_accents(within)
                return None if inner is None or isinstance(inner, In) else In(part, inner)
        return None

    def _accented(self, key: str) -> c.Iterator[str]:
        if key.isascii() and key.isalpha():
            yield from self._sight.meant_by(key)
            yield from self._language.unfolded(key)

    def _loosened(self, tree: Node) -> Node | None:
        """The tree with other parts allowed within its compounds; None where it has none."""
        loose: dict[Leaf, Node | None] = {
            leaf: dc.replace(leaf, loose=True)
            for leaf in wanted(tree)
            if isinstance(leaf, Word) and len(self._language.analyse(leaf.key).parts) > 1
        }
        return replaced(tree, loose) if loose else None

    def _offered(self, tree: Node) -> str | None:
        """The query with å, ä and ö where its words are words without, but less usual ones."""
        for leaf in typed(tree):
            if isinstance(leaf, Word) and leaf.key.isascii():
                for word in self._sight.meant_by(leaf.key)[:1]:
                    if self._sight.count(Word(word)) > self._sight.count(leaf):
                        return _rewritten(self._text, leaf.key, word)
        return None

    def _proposals(self, tree: Node, missing: c.Sequence[Leaf]) -> c.Iterator[str]:
        """Queries that find something."""
        for leaf in missing:
            if isinstance(leaf, Word | Exact):
                for word in self._spelt(leaf.key):
                    new = replaced(tree, {leaf: Word(word)})
                    text = _rewritten(self._text, leaf.key, word)
                    if new is not None and text and self._look(new):
                        yield text
        for leaf in wanted(tree):
            if isinstance(leaf, Phrase) and (text := _unquoted(self._text)):
                new = replaced(tree, {leaf: Inflected(leaf.keys)})
                if new is not None and self._look(new):
                    yield text

    def _spelt(self, key: str) -> c.Iterator[str]:
        """Words that exist, and are alike."""
        if not key.isalpha():
            return
        alike = self._sight.alike(key)[:TRIED]
        yield from alike
        if alike:
            return
        for place in range(3, len(key) - 2):
            first, last = key[:place], key[place:]
            if self._sight.any_begins_with(first):
                for other in self._sight.alike(last)[:TRIED]:
                    word = first + other
                    if len(self._language.analyse(word).parts) > 1 and self._sight.count(
                        Word(word)
                    ):
                        yield word

    def _one_fewer(self, tree: Node, missing: c.Collection[Leaf]) -> str | None:
        """The query without one of its words, the one without which most is found."""
        every = [term for term in terms(tree) if typed(term)]
        nowhere = [term for term in every if set(typed(term)) <= {*missing}]
        found = []
        for term in nowhere or every:
            rest = [other for other in terms(tree) if other is not term]
            text = self._text
            for leaf in typed(term):
                if text and isinstance(leaf, Word | Exact):
                    text = _rewritten(text, leaf.key, "") or ""
            text = _DANGLING.sub("", text)
            if text and text != self._text and any(map(wanted, rest)):
                found.append((-self._look(And(tuple(rest)) if rest[1:] else rest[0]), text))
        return min(found)[1] if found and min(found)[0] else None


def _may_lack(term: Node) -> bool:
    """Whether a hit may do without it: a word, however it may be said; nothing that was demanded
    by a sign or a field."""
    first = term.parts[0] if isinstance(term, Or) else term
    is_word = isinstance(first, Word | Named)
    return is_word or (first is not term and isinstance(first, Exact | Inflected | And))


def _has_or(tree: Node) -> bool:
    match tree:
        case Or():
            return True
        case _:
            return any(map(_has_or, getattr(tree, "parts", ())))


def _instead_of(old: Leaf, word: str) -> str:
    return f"Visar träffar för ”{word}”: ”{written(old)}” står inte med de andra orden."


def _instead(old: Leaf, new: Leaf) -> str:
    return f"Visar träffar för ”{written(new)}”: ”{written(old)}” finns inte."


def nowhere(leaf: Leaf) -> str:
    """A sentence to say that it stands in nothing that the asker may see."""
    return f"”{written(leaf)}” finns inte i någon paragraf här."


def written(leaf: Leaf) -> str:
    """A word or phrase as a reader may write it."""
    match leaf:
        case In(_, within):
            return written(within)
        case Phrase(keys) | Inflected(keys):
            return " ".join(keys)
        case _:
            return getattr(leaf, "key", "") or getattr(leaf, "keys", ("",))[0]


def _rewritten(text: str, key: str, by: str) -> str | None:
    """The query with another word in place of one; None where that does not stand there."""
    spans = [(token.start, token.end) for token in tokens(text) if token.key == key]
    for start, end in reversed(spans):
        text = text[:start] + by + text[end:]
    left = " ".join(text.split())
    return left if spans and left else None


def _unquoted(text: str) -> str:
    return " ".join(re.sub('["”“„«»]', " ", text).split())
