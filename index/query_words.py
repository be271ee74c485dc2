"""How words join into a tree: all of them, but for those that only hold a sentence together."""

import collections.abc as c
import unicodedata

from index.query_tree import And, Dated, Everything, Having, In, Node, Not, Or, Part, Word
from index.swedish import FUNCTION_WORDS, fold


def all_of(parts: c.Sequence[Node]) -> Node:
    """All parts, each once, without the function words if any other word is asked for."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    deciding = [part for part in flat if not _is_function_word(part)]
    asks = any(not isinstance(part, Not | Having | Dated | Everything) for part in deciding)
    kept = tuple(dict.fromkeys(deciding if asks else flat))
    return And(kept) if len(kept) > 1 else kept[0]


def any_of(parts: c.Iterable[Node]) -> Node:
    """At least one of the parts, each once."""
    flat = (inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
    kept = tuple(dict.fromkeys(flat))
    return Or(kept) if len(kept) > 1 else kept[0]


def within(part: Part | None, node: Node) -> Node:
    """The same, every word and phrase of it in that part of a document."""
    match node:
        case And(parts) | Or(parts) if part:
            return type(node)(tuple(within(part, inner) for inner in parts))
        case Not(inner) if part:
            return Not(within(part, inner))
        case Having() | Dated() | Everything() | In() | And() | Or() | Not():
            return node
        case _:
            return In(part, node) if part else node


def bare(text: str) -> str:
    """The text folded, and also without å, ä and ö and the signs between its words."""
    letters = unicodedata.normalize("NFD", fold(text))
    spelt = (char for char in letters if not unicodedata.combining(char))
    plain = "".join(char if char.isalnum() else " " for char in spelt)
    return " ".join(plain.split())


def listed(texts: c.Sequence[str]) -> str:
    """The texts as a sentence has them: "a, b och c"."""
    *first, last = texts
    return f"{', '.join(first)} och {last}" if first else last


def _is_function_word(node: Node) -> bool:
    leaf = node.leaf if isinstance(node, In) else node
    return isinstance(leaf, Word) and leaf.key in FUNCTION_WORDS
