"""What is done for a query that finds nothing, or little.

First what was meant is looked for: words typed without å, ä and ö; other parts within a compound.
That is shown at once, and a note says so. What may have been meant, a word spelt otherwise or one
word fewer, is only proposed, and only where it finds something. All of it comes from what the asker
may see.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from index.query_tree import (
    And,
    Exact,
    In,
    Inflected,
    Leaf,
    Node,
    Or,
    Phrase,
    Word,
    replaced,
    terms,
    typed,
    wanted,
)
from index.swedish import Language, tokens

# A search that finds fewer is tried more loosely too.
FEW: t.Final = 3
# One that finds so many is not asked whether å, ä and ö were meant.
MANY: t.Final = 50
# Words alike, for each word that nobody has written, that are tried.
TRIED: t.Final = 3

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


def second_try(text: str, tree: Node, look: Look, sight: Sight, language: Language) -> Tried:
    """The best that can be made of a query that was typed as `text`."""
    return _Helper(text, look, sight, language).help(tree)


class _Helper:
    def __init__(self, text: str, look: Look, sight: Sight, language: Language) -> None:
        self._text = text
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
        suggestion = None
        if not total:
            left = tuple(leaf for leaf in missing if leaf not in meant)
            suggestion = next(self._proposals(tree, left), None)
        elif total < MANY and not meant:
            suggestion = self._offered(tree)
        return Tried(tree, tuple(notes), suggestion)

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
        yield from self._one_fewer(tree, missing)

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

    def _one_fewer(self, tree: Node, missing: c.Collection[Leaf]) -> c.Iterator[str]:
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
            if text and text != self._text and any(map(wanted, rest)):
                found.append((-self._look(And(tuple(rest)) if rest[1:] else rest[0]), text))
        if found and min(found)[0]:
            yield min(found)[1]


def _has_or(tree: Node) -> bool:
    match tree:
        case Or():
            return True
        case _:
            return any(map(_has_or, getattr(tree, "parts", ())))


def _instead(old: Leaf, new: Leaf) -> str:
    return f"Visar träffar för ”{written(new)}”: ”{written(old)}” finns inte."


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
