"""The pieces of a query, and what must be so for them to be read without looking back.

Every parenthesis has its other half and something between, and every operator something to work
on. What has not is dropped or read as a word, and a note says so.
"""

import dataclasses as dc
import enum
import typing as t

from index.query_names import Typed
from index.query_tree import Node, Part, Word
from index.swedish import fold

MAX_DEPTH: t.Final = 40

UNCLOSED: t.Final = "En parentes avslutas inte: sökte som om den inte fanns."


class Sort(enum.Enum):
    """What a lexeme is to the grammar."""

    OPERAND = enum.auto()
    AND = enum.auto()
    OR = enum.auto()
    NOT = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()


_BEGINS: t.Final = frozenset({Sort.OPERAND, Sort.NOT, Sort.OPEN})
_ENDS: t.Final = frozenset({Sort.OPERAND, Sort.CLOSE})


@dc.dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece; an operand carries its tree or the words it is made of, an operator how it was
    written."""

    sort: Sort
    node: Node | None = None
    text: str = ""
    words: tuple[Typed, ...] = ()
    part: Part | None = None  # where the words must stand


def well_formed(lexemes: list[Lexeme], notes: list[str]) -> list[Lexeme]:
    """The pieces that can be read; what was amiss is told in `notes`."""
    return _with_operands(_balanced(lexemes, notes), notes)


def _balanced(lexemes: list[Lexeme], notes: list[str]) -> list[Lexeme]:
    """Without parentheses that lack their other half, hold nothing or stand too deep."""
    dropped: set[int] = set()
    opened: list[int] = []
    for place, lexeme in enumerate(lexemes):
        if lexeme.sort is Sort.OPEN:
            opened.append(place)
        elif lexeme.sort is Sort.CLOSE and not opened:
            dropped.add(place)
            notes.append("En parentes saknar sin början: sökte som om den inte fanns.")
        elif lexeme.sort is Sort.CLOSE:
            start = opened.pop()
            inside = range(start + 1, place)
            if len(opened) >= MAX_DEPTH:
                dropped |= {start, place}
                notes.append(f"Fler än {MAX_DEPTH} parenteser i varandra: de innersta lästes inte.")
            elif all(within in dropped for within in inside):
                dropped |= {start, place}
    if opened:
        dropped.update(opened)
        notes.append(UNCLOSED)
    return [lexeme for place, lexeme in enumerate(lexemes) if place not in dropped]


def _with_operands(lexemes: list[Lexeme], notes: list[str]) -> list[Lexeme]:
    """Operators that lack an operand become the words they look like; a lone minus disappears."""
    from_the_right: list[Lexeme] = []
    for lexeme in reversed(lexemes):
        following = from_the_right[-1].sort if from_the_right else None
        if lexeme.sort in (Sort.AND, Sort.OR, Sort.NOT) and following not in _BEGINS:
            from_the_right += _as_word(lexeme, notes)
        else:
            from_the_right.append(lexeme)
    result: list[Lexeme] = []
    for lexeme in reversed(from_the_right):
        before = result[-1].sort if result else None
        if lexeme.sort in (Sort.AND, Sort.OR) and before not in _ENDS:
            result += _as_word(lexeme, notes)
        else:
            result.append(lexeme)
    return result


def _as_word(lexeme: Lexeme, notes: list[str]) -> list[Lexeme]:
    if not lexeme.text:
        return []
    notes.append(f"”{lexeme.text}” står inte mellan två ord: sökte på det som ett ord.")
    return [Lexeme(Sort.OPERAND, Word(fold(lexeme.text)))]
