"""What a query means, as values that no engine knows anything about.

A key is a folded word as `index.swedish` makes them. What "any inflection" means is the engine's
to decide, with the functions of `index.swedish`.
"""

import collections.abc as c
import dataclasses as dc
import typing as t


@dc.dataclass(frozen=True, slots=True)
class Word:
    """The word in any of its forms."""

    key: str


@dc.dataclass(frozen=True, slots=True)
class Exact:
    """The word in this form only."""

    key: str


@dc.dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    key: str


@dc.dataclass(frozen=True, slots=True)
class Phrase:
    """These forms, one after the other."""

    keys: tuple[str, ...]


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


Leaf: t.TypeAlias = Word | Exact | Prefix | Phrase
Node: t.TypeAlias = Leaf | And | Or | Not | Everything


def wanted(tree: Node) -> tuple[Leaf, ...]:
    """What a hit may hold, each once, in order: what decides rank and is marked. Not what is
    excluded."""
    return tuple(dict.fromkeys(_wanted(tree)))


def _wanted(tree: Node) -> c.Iterator[Leaf]:
    match tree:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case Not() | Everything():
            return
        case _:
            yield tree
