"""What the reader typed, read into a tree.

    hot våld                     both words, in any inflection
    "hot och våld"  ”…”  ’…’     exactly so, in that order
    lokaler ELLER kontor         OCH ELLER INTE, or AND OR NOT, in capitals; -ord is INTE ord
    (a ELLER b) c                parentheses
    arbets*   =mötet             word beginning; that form only
    Vision   SAM                 a union, by all its names; an abbreviation and its meaning
    fack:vision   rubrik:(a b)   a field: see `index.query_fields`

Anything can be typed. What cannot be read as intended is taken as words, and a note in Swedish
says so. Ordinary function words decide nothing among others: "frågan om lokaler" asks for frågan
and lokaler; alone, or in a phrase, they are words like any other.
"""

import collections.abc as c
import dataclasses as dc
import functools
import itertools
import typing as t

from index.names import NO_NAMES, Names
from index.query_lexemes import Lexeme, Sort
from index.query_lexer import read_lexemes
from index.query_names import NameReader
from index.query_tree import Everything, Node, Not
from index.query_words import all_of, any_of, within

ORDINARY: t.Final = 200  # characters; no one types more, though some send it


@dc.dataclass(frozen=True, slots=True)
class Query:
    """A tree, and what the reader should know of how it was read (Swedish sentences)."""

    tree: Node
    notes: tuple[str, ...] = ()
    demands_all: bool = False  # OCH was typed: nothing may lack one of the words


def parse_query(text: str, names: Names = NO_NAMES) -> Query:
    """The meaning of any text, in which `names` are known; empty text asks for everything."""
    return _remembered(text, names) if len(text) <= ORDINARY else _parse(text, names)


def _parse(text: str, names: Names) -> Query:
    notes: list[str] = []
    lexemes = list(_named(read_lexemes(text, names, notes), NameReader(text, names, notes)))
    if lexemes:
        tree = _Parser(lexemes).alternatives()
    else:
        tree = Everything()
        if text.strip():
            notes.append("Frågan innehåller inget ord att söka på: visar allt.")
    demands_all = any(lexeme.sort is Sort.AND for lexeme in lexemes)
    return Query(tree, tuple(dict.fromkeys(notes)), demands_all)


# The same words are asked for again with each choice and each page.
_remembered = functools.lru_cache(maxsize=1024)(_parse)


def _named(lexemes: c.Iterable[Lexeme], reader: NameReader) -> c.Iterator[Lexeme]:
    """The pieces with the names among their words read. A name may be several words in a row."""
    for (part, single), row in itertools.groupby(lexemes, lambda one: (one.part, len(one.words))):
        if single == 1:
            nodes = reader.read([word for lexeme in row for word in lexeme.words])
            yield from (Lexeme(Sort.OPERAND, within(part, node)) for node in nodes)
        else:
            for lexeme in row:
                node = all_of(reader.read(lexeme.words)) if lexeme.words else lexeme.node
                yield dc.replace(lexeme, node=within(part, node) if node else None, words=())


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
        return any_of(parts)

    def together(self) -> Node:
        parts = [self.unary()]
        while self.take(Sort.AND) or self.begins():
            parts.append(self.unary())
        return all_of(parts)

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
