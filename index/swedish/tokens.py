"""Text to tokens, the same for the index, the query and the marks in an excerpt.

Nothing is thrown away but punctuation: "och" and the 5 of "§ 5" are words like any other. A token
is the written word folded to a key: lower case, NFC, without soft hyphens, ligatures and accents.
But å, ä and ö are letters of their own and never folded: "rad" is not "råd".

What is written as one thing can be found as one thing, and by its parts:

    MBL-förhandlingen   mbl-förhandlingen and mbl, then förhandlingen
    § 9, §9, 9 §        9 and §9
    25 %, 6,12 %        25 and 25%, 6,12 and 6,12%
    HÄ 2030/118         hä, then 2030/118
    kl. 13.00–15.30     kl, then 13.00-15.30 and 13.00, then 15.30
    §§ 3–5              3-5 and 3 and §3, then 5 and §5

A text is taken in stretches, mostly a word with the comma and the space after it, and what tokens a
stretch holds is remembered: an archive is millions of words, but they are the same words.
"""

import collections.abc as c
import functools
import re
import typing as t
import unicodedata

# What may stand inside a word without being a letter of it: soft hyphen, combining accents.
_INSIDE: t.Final = r"[\u00ad\u0300-\u036f]"
_RUN: t.Final = rf"[^\W_]++(?:{_INSIDE}[^\W_]*+)*+"
# "HSO:s" "APT:er" "3:e" are one word; "Fråga:Hur" is two.
_ENDING: t.Final = r"(?i:ns?|ens?|ets?|erna?s?|ers?|arna?s?|or|orna|s|t|a|e)(?![^\W_])"
# "12:00" "2025/773" "6,12" "1.1.2" "Moderna's"
_SIMPLE: t.Final = rf"{_RUN}(?:(?<=\d)[.,:/](?=\d){_RUN}|['’](?=[^\W_]){_RUN}|:{_ENDING})*+"

_WRITTEN: t.Final = re.compile(
    rf"(?P<sign>§{{1,2}}\s{{0,3}}(?=\d))?"
    rf"(?P<word>{_SIMPLE}(?:[-‐‑–]{_SIMPLE})*+)"
    # In "punkt 8 § 9" the sign belongs to the 9.
    rf"(?=(?P<after>\s?(?:%|§(?!§?\s{{0,3}}\d)))?)"
)
# What is between two spaces, and the space after it: "MBL-frågor, ". Nothing is written across its
# bounds: a sign takes along what stands beside it, "8 § 9 " and "25 % ". All stretches together
# are the text.
_STRETCH: t.Final = re.compile(r"[^\s§%]++\s*+(?![§%])|\S*+(?:\s*+[§%]\S*+|(?<=§)\s++\S++)*+\s*+")
_HYPHEN: t.Final = re.compile(r"[-‐‑–]")
_SPELLINGS: t.Final = str.maketrans(
    {"\u00ad": None, "’": "'", "‐": "-", "‑": "-", "–": "-"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
# å, ä, ö taken apart: the only letters whose accent is kept.
_SWEDISH: t.Final = re.compile(r"(?<!a)\u030a|(?<![ao])\u0308|[\u0300-\u0307\u0309\u030b-\u036f]")
# A longer word is not language, and a key must have some bound.
_LONGEST: t.Final = 200
# Stretches to remember; the words of an archive and the signs after them, in some 30 MB at most.
_REMEMBERED: t.Final = 1 << 16


class Token(t.NamedTuple):
    """A key, where it stands in the text, and its place in the row of words.

    Tokens may share a position. The last at a position is the one a phrase goes by.
    """

    key: str
    start: int
    end: int
    position: int


class Cut(t.NamedTuple):
    """The tokens of a text in order of position, as columns: the nth of each is the nth token."""

    keys: list[str]
    starts: list[int]
    ends: list[int]
    positions: list[int]


def fold(word: str) -> str:
    """The word as it is compared: "Idé" and "IDE\u0301" are both "ide", "Åsa" is "åsa"."""
    plain = word.translate(_SPELLINGS).casefold()
    if not plain.isascii():
        bare = _SWEDISH.sub("", unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", bare)
    return plain[:_LONGEST]


def cut(text: str) -> Cut:
    """All tokens of a text, made to be fast over many texts in the same language."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    positions: list[int] = []
    offset = position = 0
    for stretch in _STRETCH.findall(text):
        length = len(stretch)
        found, places = (_remembered if length <= _LONGEST else read_tokens)(stretch)
        for key, start, end, place in found:
            keys.append(key)
            starts.append(offset + start)
            ends.append(offset + end)
            positions.append(position + place)
        offset += length
        position += places
    return Cut(keys, starts, ends, positions)


def tokens(text: str) -> c.Iterator[Token]:
    """All tokens of a text, in order of position."""
    return map(Token, *cut(text))


def word_keys(text: str) -> tuple[str, ...]:
    """One key for each written word: "MBL-frågor § 9" gives mbl-frågor and §9."""
    keys = []
    for match in _WRITTEN.finditer(text):
        found = _tokens_of_word(match, 0)
        hyphenated = found[-1].position > 0
        keys.append(found[0].key if hyphenated else found[-1].key)
    return tuple(keys)


def phrase_keys(text: str) -> tuple[str, ...]:
    """One key for each position: "MBL-frågor § 9" gives mbl, frågor and §9."""
    columns = cut(text)
    return tuple(dict(zip(columns.positions, columns.keys, strict=True)).values())


def read_tokens(text: str) -> tuple[tuple[Token, ...], int]:
    """The tokens of a text word by word, nothing remembered, and how many positions they take."""
    found: list[Token] = []
    position = 0
    for match in _WRITTEN.finditer(text):
        found += _tokens_of_word(match, position)
        position = found[-1].position + 1
    return tuple(found), position


_remembered = functools.lru_cache(_REMEMBERED)(read_tokens)


def _tokens_of_word(match: re.Match[str], position: int) -> list[Token]:
    start, end = match.span("word")
    parts = _HYPHEN.split(match["word"])
    found = [Token(fold(match["word"]), start, end, position)] if len(parts) > 1 else []
    offset = start
    for place, part in enumerate(parts, position):
        found.append(Token(fold(part), offset, offset + len(part), place))
        if part[0].isdecimal() and (match["sign"] or match["after"]):
            found.append(_with_sign(match, part, offset, place))
        offset += len(part) + 1
    return found


def _with_sign(match: re.Match[str], part: str, offset: int, position: int) -> Token:
    """The "§9" of "§ 9" or "9 §", the "25%" of "25 %"; the mark covers the sign too."""
    start, end = match.span("word")
    after = match["after"] or ""
    key = f"{fold(part)}%" if after.endswith("%") else f"§{fold(part)}"
    first = match.start() if offset == start else offset
    last = match.end("after") if after and offset + len(part) == end else offset + len(part)
    return Token(key, first, last, position)
