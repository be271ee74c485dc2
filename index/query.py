"""What the reader typed, read into a tree.

    hot våld                     both words, in any inflection
    "hot och våld"  ”…”  ’…’     exactly so, in that order
    lokaler ELLER kontor         OCH ELLER INTE, or AND OR NOT, in capitals; -ord is INTE ord
    (a ELLER b) c                parentheses
    arbets*   =mötet             word beginning; that form only

Anything can be typed. What cannot be read as intended is taken as words, and a note in Swedish
says so. Ordinary function words decide nothing among others: "frågan om lokaler" asks for frågan
and lokaler; alone, or in a phrase, they are words like any other.
"""

import dataclasses as dc
import functools
import typing as t

from index.query_lexer import Lexeme, Sort, read_lexemes
from index.query_tree import And, Everything, Node, Not, Or, Word
from index.swedish import FUNCTION_WORDS

ORDINARY: t.Final = 200  # characters; no one types more, though some send it


@dc.dataclass(frozen=True, slots=True)
class Query:
    """A tree, and what the reader should know of how it was read (Swedish sentences)."""

    tree: Node
    notes: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """The meaning of any text; empty text asks for everything."""
    return _remembered(text) if len(text) <= ORDINARY else _parse(text)


def _parse(text: str) -> Query:
    notes: list[str] = []
    lexemes = read_lexemes(text, notes)
    if lexemes:
        tree = _Parser(lexemes).alternatives()
    else:
        tree = Everything()
        if text.strip():
            notes.append("Frågan innehåller inget ord att söka på: visar allt.")
    return Query(tree, tuple(dict.fromkeys(notes)))


# The same words are asked for again with each choice and each page.
_remembered = functools.lru_cache(maxsize=1024)(_parse)


class _Parser:
    """Recursive descent. The lexer has seen to it that every operator has its operands, every
    parenthesis its other half, and that they are never too deep to recurse into."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self.place = 0

    def next_is(self, sort: Sort) -> bool:
        return self.place < len(self.lexemes) and self.lexemes[self.place].sort is sort

    def take(self, sort: Sort) -> bool:
        taken = self.next_is(sort)
        self.place += taken
        return taken

    def alternatives(self) -> Node:
        parts = [self.together()]
        while self.take(Sort.OR):
            parts.append(self.together())
        parts = list(dict.fromkeys(parts))
        return Or(tuple(parts)) if len(parts) > 1 else parts[0]

    def together(self) -> Node:
        parts = [self.unary()]
        while self.take(Sort.AND) or self.begins():
            parts.append(self.unary())
        return _all_of(parts)

    def begins(self) -> bool:
        return any(self.next_is(sort) for sort in (Sort.OPERAND, Sort.NOT, Sort.OPEN))

    def unary(self) -> Node:
        negations = 0
        while self.take(Sort.NOT):
            negations += 1
        node = self.primary()
        return Not(node) if negations % 2 else node

    def primary(self) -> Node:
        if self.take(Sort.OPEN):
            node = self.alternatives()
            self.take(Sort.CLOSE)
            return node
        node = self.lexemes[self.place].node or Everything()
        self.place += 1
        return node


def _all_of(parts: list[Node]) -> Node:
    """All parts, each once, without the function words if any other word is asked for."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    deciding = [part for part in flat if not _is_function_word(part)]
    asks = any(not isinstance(part, Not) for part in deciding)
    kept = tuple(dict.fromkeys(deciding if asks else flat))
    return And(kept) if len(kept) > 1 else kept[0]


def _is_function_word(node: Node) -> bool:
    return isinstance(node, Word) and node.key in FUNCTION_WORDS
