"""The pieces of what the reader typed: words, phrases, fields, operators, parentheses.

Here the bounds are kept: so much text, so many words and prefixes, and no more, each with a note.
"""

import collections.abc as c
import re
import typing as t

from index.names import Names
from index.query_fields import field_named, longest_value, part_of, read_value
from index.query_lexemes import UNCLOSED, Lexeme, Sort, well_formed
from index.query_names import Typed
from index.query_tree import Exact, Node, Part, Phrase, Prefix, Word
from index.query_words import all_of, within
from index.swedish import ELLIPSIS, fold, phrase_keys, tokens, word_keys

MAX_TEXT: t.Final = 10_000
MAX_WORDS: t.Final = 64
MAX_PREFIXES: t.Final = 10
# Words that the name of a union or förvaltning may have, when it is typed without quotes.
MAX_NAME: t.Final = 5

_QUOTES: t.Final = '"”“„«»'
_SINGLE: t.Final = "'’‘‚"
_OPERAND: t.Final = rf"""
    (?P<phrase>[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}])
  | (?<![^\s(:])[{_SINGLE}](?P<quoted_once>[^{_SINGLE}\s][^{_SINGLE}]*)[{_SINGLE}](?![^\W_])
  | (?P<stray>[{_QUOTES}])
  | (?P<open>\() | (?P<close>\))
    # "HÄ 2030/118" "SOU 2025:61": a case number is one thing
  | (?P<case>[A-ZÅÄÖ]{{2,8}}\s\d{{4}}[/:]\d+)(?![^\s()])
    # "§ 9" "9 §" "25 %": the sign and its number are one thing
  | (?P<signed>§{{1,2}}\s{{0,3}}\d[^\s(){_QUOTES}]*|\d[\d.,:/]*\s?[§%](?![^\s()]))
  | (?P<chunk>[^\s(){_QUOTES}]+)
"""
_PIECE: t.Final = re.compile(
    rf"""
    (?<![^\s()])(?P<operator>OCH|AND|ELLER|OR|INTE|NOT)(?![^\s()])
  | (?<![^\s(])-(?=[\w=§({_QUOTES}{_SINGLE}])(?P<minus>)
    # "fack:vision" "rubrik:-lokaler"
  | (?P<field>[^\W\d_]{{2,20}}):(?P<without>-)?(?!//)
  | {_OPERAND}
    """,
    re.VERBOSE,
)
_VALUE: t.Final = re.compile(_OPERAND, re.VERBOSE)
_CHUNK: t.Final = re.compile(rf"[^\s(){_QUOTES}]+")
# What may be more words of a name.
_MORE: t.Final = re.compile(rf"[^\S\n]+([^\s(){_QUOTES}]+)")
_CASE_NUMBER: t.Final = re.compile(r"[^\W\d_]{1,8}\s\d{4}[/:]\d+(?![^\s()])")
# "foo:bar" looks like a field; "12:00", "SOU:s" and "k:al" do not.
_LIKE_A_FIELD: t.Final = re.compile(rf"[^\W\d_][a-zåäö]{{2,19}}:(?:[^\W_]|[{_QUOTES}])")
_PAREN: t.Final = re.compile(rf"[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]|[()]")

_UNCLOSED_QUOTE: t.Final = "Citattecknet avslutas inte: sökte på orden."


_OPERATORS: t.Final = {
    "OCH": Sort.AND,
    "AND": Sort.AND,
    "ELLER": Sort.OR,
    "OR": Sort.OR,
    "INTE": Sort.NOT,
    "NOT": Sort.NOT,
}
T = t.TypeVar("T")


def read_lexemes(text: str, names: Names, notes: list[str]) -> list[Lexeme]:
    """The pieces of a query, well-formed; what was not is told in `notes`."""
    if len(text) > MAX_TEXT:
        notes.append(f"Frågan är mycket lång: läste de första {MAX_TEXT} tecknen.")
    pieces = list(_Reader(text[:MAX_TEXT], names, notes).read())
    return well_formed(pieces, notes)


class _Reader:
    """Turns text into lexemes and counts what it has used of the bounds."""

    def __init__(self, text: str, names: Names, notes: list[str]) -> None:
        self.text = text
        self.names = names
        self.notes = notes
        self.place = 0
        self.fields: list[str | None] = []  # of the parentheses that are open
        self.unclosed = _unclosed(text)
        self.words_left = MAX_WORDS
        self.prefixes_left = MAX_PREFIXES

    def read(self) -> c.Iterator[Lexeme]:
        while match := _PIECE.search(self.text, self.place):
            if not self.words_left:
                self.notes.append(f"Frågan är lång: sökte på de första {MAX_WORDS} orden.")
                return
            self.place = match.end()
            field = self.fields[-1] if self.fields else None
            match match.lastgroup:
                case "operator":
                    yield Lexeme(_OPERATORS[match[0]], text=match[0])
                case "minus":
                    yield Lexeme(Sort.NOT)
                case "field" | "without":
                    yield from self.field(match)
                case _:
                    yield from self.operand(match, field)

    def operand(self, match: re.Match[str], field: str | None) -> c.Iterator[Lexeme]:
        """What a word, phrase or parenthesis is, in a field or none."""
        match match.lastgroup:
            case "open":
                self.fields.append(field)
                yield Lexeme(Sort.OPEN)
            case "close":
                if self.fields:
                    self.fields.pop()
                yield Lexeme(Sort.CLOSE)
            case "stray":
                self.notes.append(_UNCLOSED_QUOTE)
            case _ if field and part_of(field) is None:
                yield from self.value(match, field)
            case _:
                yield from self.words(match, part_of(field) if field else None)

    def field(self, match: re.Match[str]) -> c.Iterator[Lexeme]:
        """What follows the name of a field; if there is no such field, the words."""
        field = field_named(match["field"])
        following = self.following(match.end()) if field else None
        if field and following:
            self.place = following.end()
            if match["without"]:
                yield Lexeme(Sort.NOT)
            yield from self.operand(following, field)
            return
        chunk = _CHUNK.match(self.text, match.start())
        assert chunk  # it begins with the field's name
        self.place = chunk.end()
        if field:
            self.notes.append(f"Efter ”{match['field']}:” saknas ett värde: sökte på orden.")
        elif _LIKE_A_FIELD.match(self.text, match.start()) and not _is_one_word(chunk[0]):
            self.notes.append(f"”{match['field']}” är inget sökfält: sökte på orden.")
        yield from self.chunk(chunk[0], None)

    def following(self, place: int) -> re.Match[str] | None:
        """The value that begins there, past what is not closed."""
        while match := _VALUE.match(self.text, place):
            if match.lastgroup == "stray":
                self.notes.append(_UNCLOSED_QUOTE)
            elif match.lastgroup == "open" and match.start() in self.unclosed:
                self.notes.append(UNCLOSED)
            else:
                return match if match.lastgroup != "close" and _says_something(match) else None
            place = match.end()
        return None

    def value(self, match: re.Match[str], field: str) -> c.Iterator[Lexeme]:
        """What is asked for with a field that is no part of the text."""
        self.words_left -= 1
        written = match["quoted"] or match["quoted_once"]
        if written is None:
            written = self.unquoted(match, field)
        node = read_value(field, written, self.names, self.notes)
        if node:
            yield Lexeme(Sort.OPERAND, node)
        else:
            self.words_left += 1
            yield from self.chunk(written, None)

    def unquoted(self, match: re.Match[str], field: str) -> str:
        """The value, with the words after it that belong to the same name."""
        if field == "dnr" and (number := _CASE_NUMBER.match(self.text, match.start())):
            self.place = number.end()
            return number[0]
        words, ends = [match[0]], [match.end()]
        while len(words) < MAX_NAME and (more := _MORE.match(self.text, ends[-1])):
            words.append(more[1])
            ends.append(more.end())
        length = longest_value(field, words, self.names)
        self.place = ends[length - 1]
        return " ".join(words[:length]).strip(",;:!?" if field == "datum" else ".,;:!?")

    def words(self, match: re.Match[str], part: Part | None) -> c.Iterator[Lexeme]:
        """A phrase or what stands between two spaces; nothing where it holds no word."""
        if (quoted := match["quoted"] or match["quoted_once"] or match["case"]) is not None:
            keys = self.counted(phrase_keys(quoted))
            if keys:
                phrase = Phrase(keys) if len(keys) > 1 else Exact(keys[0])
                yield Lexeme(Sort.OPERAND, within(part, phrase))
        else:
            yield from self.chunk(match[0], part)

    def chunk(self, chunk: str, part: Part | None) -> c.Iterator[Lexeme]:
        """Words without anything between."""
        words = self.counted(tuple(_typed(chunk)))
        if not words:
            return
        if chunk.startswith("=") or "*" in chunk:
            form = Exact if chunk.startswith("=") else Word
            nodes: list[Node] = [form(word.key) for word in words]
            if "*" in chunk:
                nodes[-1] = self.prefix(chunk, words[-1].key) or nodes[-1]
            yield Lexeme(Sort.OPERAND, within(part, all_of(nodes)))
        else:
            yield Lexeme(Sort.OPERAND, words=words, part=part)

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

    def counted(self, keys: tuple[T, ...]) -> tuple[T, ...]:
        kept = keys[: self.words_left]
        if len(kept) < len(keys):
            self.notes.append(f"Frågan är lång: sökte på de första {MAX_WORDS} orden.")
        self.words_left -= len(kept)
        return kept


def _typed(text: str) -> c.Iterator[Typed]:
    """The words of a text as they are written, each with its key."""
    spans: list[tuple[int, int]] = []
    for token in tokens(text):
        if ELLIPSIS not in token.key and (not spans or token.start >= spans[-1][1]):
            spans.append((token.start, token.end))
    for (start, end), key in zip(spans, word_keys(text), strict=True):
        yield Typed(text[start:end], fold(key))


def _is_one_word(chunk: str) -> bool:
    """Whether the colon is within a word: "Apt:er"."""
    return not chunk.endswith(":") and len(word_keys(chunk)) == 1


def _says_something(match: re.Match[str]) -> bool:
    return match.lastgroup == "open" or bool(word_keys(match[0]))


def _unclosed(text: str) -> frozenset[int]:
    """Where the parentheses stand that lack their other half."""
    opened: list[int] = []
    for match in _PAREN.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif match[0] == ")" and opened:
            opened.pop()
    return frozenset(opened)
