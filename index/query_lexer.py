"""The pieces of what the reader typed: words, phrases, operators, parentheses.

Here the bounds are kept: so much text, so many words and prefixes, and no more, each with a note.
The pieces that come out can be read without looking back: every parenthesis has its other half and
something between, and every operator something to work on. What has not is dropped or read as a
word, and a note says so.
"""

import collections.abc as c
import dataclasses as dc
import enum
import re
import typing as t

from index.query_tree import And, Exact, Node, Phrase, Prefix, Word
from index.swedish import fold, phrase_keys, word_keys

MAX_TEXT: t.Final = 10_000
MAX_WORDS: t.Final = 64
MAX_PREFIXES: t.Final = 10
MAX_DEPTH: t.Final = 40

_QUOTES: t.Final = '"”“„«»'
_SINGLE: t.Final = "'’‘‚"
_PIECE: t.Final = re.compile(
    rf"""
    (?P<phrase>[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}])
  | (?<![^\s(])[{_SINGLE}](?P<quoted_once>[^{_SINGLE}\s][^{_SINGLE}]*)[{_SINGLE}](?![^\W_])
  | (?P<stray>[{_QUOTES}])
  | (?P<open>\() | (?P<close>\))
  | (?<![^\s()])(?P<operator>OCH|AND|ELLER|OR|INTE|NOT)(?![^\s()])
  | (?<![^\s(])-(?=[\w=§({_QUOTES}{_SINGLE}])(?P<minus>)
    # "HÄ 2030/118" "SOU 2025:61": a case number is one thing
  | (?P<case>[A-ZÅÄÖ]{{2,8}}\s\d{{4}}[/:]\d+)(?![^\s()])
    # "§ 9" "9 §" "25 %": the sign and its number are one thing
  | (?P<signed>§{{1,2}}\s{{0,3}}\d[^\s(){_QUOTES}]*|\d[\d.,:/]*\s?[§%](?![^\s()]))
  | (?P<chunk>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE,
)


class Sort(enum.Enum):
    """What a lexeme is to the grammar."""

    OPERAND = enum.auto()
    AND = enum.auto()
    OR = enum.auto()
    NOT = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()


_OPERATORS: t.Final = {
    "OCH": Sort.AND,
    "AND": Sort.AND,
    "ELLER": Sort.OR,
    "OR": Sort.OR,
    "INTE": Sort.NOT,
    "NOT": Sort.NOT,
}
_BEGINS: t.Final = frozenset({Sort.OPERAND, Sort.NOT, Sort.OPEN})
_ENDS: t.Final = frozenset({Sort.OPERAND, Sort.CLOSE})


@dc.dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece; an operand carries its tree, an operator how it was written."""

    sort: Sort
    node: Node | None = None
    text: str = ""


def read_lexemes(text: str, notes: list[str]) -> list[Lexeme]:
    """The pieces of a query, well-formed; what was not is told in `notes`."""
    if len(text) > MAX_TEXT:
        notes.append(f"Frågan är mycket lång: läste de första {MAX_TEXT} tecknen.")
    pieces = list(_Reader(notes).read(text[:MAX_TEXT]))
    return _with_operands(_balanced(pieces, notes), notes)


class _Reader:
    """Turns text into lexemes and counts what it has used of the bounds."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self.words_left = MAX_WORDS
        self.prefixes_left = MAX_PREFIXES

    def read(self, text: str) -> c.Iterator[Lexeme]:
        for match in _PIECE.finditer(text):
            if not self.words_left:
                self.notes.append(f"Frågan är lång: sökte på de första {MAX_WORDS} orden.")
                return
            match match.lastgroup:
                case "open":
                    yield Lexeme(Sort.OPEN)
                case "close":
                    yield Lexeme(Sort.CLOSE)
                case "operator":
                    yield Lexeme(_OPERATORS[match[0]], text=match[0])
                case "minus":
                    yield Lexeme(Sort.NOT)
                case "stray":
                    self.notes.append("Citattecknet avslutas inte: sökte på orden.")
                case _:
                    if node := self.operand(match):
                        yield Lexeme(Sort.OPERAND, node)

    def operand(self, match: re.Match[str]) -> Node | None:
        """The tree of a phrase or a chunk; None where it holds no word."""
        if (quoted := match["quoted"] or match["quoted_once"] or match["case"]) is not None:
            keys = self.counted(phrase_keys(quoted))
            return Phrase(keys) if len(keys) > 1 else Exact(keys[0]) if keys else None
        chunk = match[0]
        keys = self.counted(word_keys(chunk))
        form = Exact if chunk.startswith("=") else Word
        nodes: list[Node] = [form(key) for key in keys]
        if "*" in chunk and keys:
            nodes[-1] = self.prefix(chunk, keys[-1]) or nodes[-1]
        return And(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def prefix(self, chunk: str, key: str) -> Prefix | None:
        stars = chunk.rstrip("*")
        if "*" in stars:
            self.notes.append(f"Stjärnan i ”{chunk}” kan bara stå sist: sökte på orden.")
        elif len(key) < 2:
            self.notes.append(f"”{chunk}” behöver två bokstäver före stjärnan: sökte på ordet.")
        elif not fold(stars).rstrip("-").endswith(key):
            self.notes.append(f"Stjärnan i ”{chunk}” står inte efter ett ord: sökte på ordet.")
        elif not self.prefixes_left:
            self.notes.append(f"Fler än {MAX_PREFIXES} ord med stjärna: sökte på resten som ord.")
        else:
            self.prefixes_left -= 1
            return Prefix(f"{key}-" if stars.endswith("-") else key)  # "mbl-*"
        return None

    def counted(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        kept = keys[: self.words_left]
        if len(kept) < len(keys):
            self.notes.append(f"Frågan är lång: sökte på de första {MAX_WORDS} orden.")
        self.words_left -= len(kept)
        return kept


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
        notes.append("En parentes avslutas inte: sökte som om den inte fanns.")
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
