"""What a query means, as values that no engine knows anything about.

A key is a folded word as `index.swedish` makes them. When a word meets a written one is told in
`index.swedish.meeting`.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import enum
import typing as t


@dc.dataclass(frozen=True, slots=True)
class Word:
    """The word in any of its forms, and as a part of others."""

    key: str
    weight: float = 1.0  # less than one for what was not typed, but means the same
    loose: bool = False  # other parts may stand between its own


@dc.dataclass(frozen=True, slots=True)
class Exact:
    """The word in this form only."""

    key: str
    weight: float = 1.0


@dc.dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    key: str


@dc.dataclass(frozen=True, slots=True)
class Phrase:
    """These forms, one after the other."""

    keys: tuple[str, ...]


@dc.dataclass(frozen=True, slots=True)
class Inflected:
    """These words, one after the other, each in any inflection."""

    keys: tuple[str, ...]
    weight: float = 1.0


@dc.dataclass(frozen=True, slots=True)
class Named:
    """A union, by any of the forms of a name that is an ordinary word too.

    Where the protocol names the union the name counts most; elsewhere as the word it is.
    """

    union: str  # its id
    keys: tuple[str, ...]


class Part(enum.Enum):
    """A part of a document that something may have to stand in."""

    TITLE = "rubrik"
    QUESTION = "fraga"
    ANSWER = "svar"


@dc.dataclass(frozen=True, slots=True)
class In:
    """A word or phrase that must stand in that part."""

    part: Part
    leaf: "Word | Exact | Prefix | Phrase | Inflected | Named"


@dc.dataclass(frozen=True, slots=True)
class Having:
    """Documents with any of these values in a facet: no word, and no rank."""

    facet: str  # "forvaltning" "fack" "amne" "utfall"
    ids: tuple[str, ...]


@dc.dataclass(frozen=True, slots=True)
class Dated:
    """Documents from between two days, both included: no word, and no rank."""

    earliest: dt.date
    latest: dt.date


@dc.dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple["Node", ...]


@dc.dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    parts: tuple["Node", ...]


@dc.dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: "Node"


@dc.dataclass(frozen=True, slots=True)
class Everything:
    """No condition at all."""


Leaf: t.TypeAlias = Word | Exact | Prefix | Phrase | Inflected | Named | In
Node: t.TypeAlias = Leaf | Having | Dated | And | Or | Not | Everything


def wanted(tree: Node) -> tuple[Leaf, ...]:
    """What a hit may hold, each once, in order: what decides rank and is marked. Not what is
    excluded."""
    return tuple(dict.fromkeys(_wanted(tree)))


def terms(tree: Node) -> tuple[Node, ...]:
    """What must all hold, each with what means the same."""
    return tree.parts if isinstance(tree, And) else (tree,)


def typed(tree: Node) -> tuple[Leaf, ...]:
    """What is wanted because it was typed, not because it means the same."""
    return tuple(leaf for leaf in wanted(tree) if getattr(leaf, "weight", 1.0) == 1.0)


def _wanted(tree: Node) -> c.Iterator[Leaf]:
    match tree:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case Not() | Having() | Dated() | Everything():
            return
        case _:
            yield tree


def replaced(tree: Node, by: c.Mapping[Leaf, Node | None]) -> Node | None:
    """The tree with some of its leaves replaced, or taken out where that is said with None."""
    match tree:
        case And(parts) | Or(parts):
            found = [new for part in parts if (new := replaced(part, by)) is not None]
            return type(tree)(tuple(found)) if len(found) > 1 else found[0] if found else None
        case Not(part):
            inner = replaced(part, by)
            return None if inner is None else Not(inner)
        case In(part, leaf) if leaf in by:
            inner = by[leaf]
            return In(part, inner) if isinstance(inner, Word | Exact | Phrase) else inner
        case Having() | Dated() | Everything():
            return tree
        case _:
            return by.get(tree, tree)
