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
"""

import collections.abc as c
import functools
import re
import typing as t
import unicodedata

# What may stand inside a word without being a letter of it: soft hyphen, combining accents.
_INSIDE: t.Final = r"[\u00ad\u0300-\u036f]"
_RUN: t.Final = rf"[^\W_](?:[^\W_]|{_INSIDE})*+"
# "HSO:s" "APT:er" "3:e" are one word; "Fråga:Hur" is two.
_ENDING: t.Final = r"(?:ns?|ens?|ets?|erna?s?|ers?|arna?s?|or|orna|s|t|a|e)(?![^\W_])"
# "12:00" "2025/773" "6,12" "1.1.2" "Moderna's"
_SIMPLE: t.Final = rf"{_RUN}(?:(?<=\d)[.,:/](?=\d){_RUN}|['’](?=[^\W_]){_RUN}|:{_ENDING})*+"

WRITTEN: t.Final = re.compile(
    rf"(?P<sign>§{{1,2}}\s{{0,3}}(?=\d))?"
    rf"(?P<word>{_SIMPLE}(?:[-‐‑–]{_SIMPLE})*+)"
    # In "punkt 8 § 9" the sign belongs to the 9.
    rf"(?=(?P<after>\s?(?:%|§(?!§?\s{{0,3}}\d)))?)",
    re.IGNORECASE,
)
_HYPHEN: t.Final = re.compile(r"[-‐‑–]")
_SPELLINGS: t.Final = str.maketrans(
    {"\u00ad": None, "’": "'", "‐": "-", "‑": "-", "–": "-"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
# å, ä, ö taken apart: the only letters whose accent is kept.
_SWEDISH: t.Final = re.compile(r"(?<!a)\u030a|(?<![ao])\u0308|[\u0300-\u0307\u0309\u030b-\u036f]")
# A longer word is not language, and a key must have some bound.
_LONGEST: t.Final = 200


class Token(t.NamedTuple):
    """A key, where it stands in the text, and its place in the row of words.

    Tokens may share a position. The last at a position is the one a phrase goes by.
    """

    key: str
    start: int
    end: int
    position: int


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word as it is compared: "Idé" and "IDE\u0301" are both "ide", "Åsa" is "åsa"."""
    plain = unicodedata.normalize("NFD", word.translate(_SPELLINGS).casefold())
    return unicodedata.normalize("NFC", _SWEDISH.sub("", plain))[:_LONGEST]


def tokens(text: str) -> c.Iterator[Token]:
    """All tokens of a text, in order of position."""
    position = 0
    for match in WRITTEN.finditer(text):
        for token in _tokens_of(match, position):
            yield token
        position = token.position + 1


def word_keys(text: str) -> tuple[str, ...]:
    """One key for each written word: "MBL-frågor § 9" gives mbl-frågor and §9."""
    keys = []
    for match in WRITTEN.finditer(text):
        found = list(_tokens_of(match, 0))
        hyphenated = found[-1].position > 0
        keys.append(found[0].key if hyphenated else found[-1].key)
    return tuple(keys)


def phrase_keys(text: str) -> tuple[str, ...]:
    """One key for each position: "MBL-frågor § 9" gives mbl, frågor and §9."""
    return tuple({token.position: token.key for token in tokens(text)}.values())


def _tokens_of(match: re.Match[str], position: int) -> c.Iterator[Token]:
    start, end = match.span("word")
    parts = _HYPHEN.split(match["word"])
    if len(parts) > 1:
        yield Token(fold(match["word"]), start, end, position)
    offset = start
    for place, part in enumerate(parts, position):
        yield Token(fold(part), offset, offset + len(part), place)
        if part[0].isdecimal() and (match["sign"] or match["after"]):
            yield _with_sign(match, part, offset, place)
        offset += len(part) + 1


def _with_sign(match: re.Match[str], part: str, offset: int, position: int) -> Token:
    """The "§9" of "§ 9" or "9 §", the "25%" of "25 %"; the mark covers the sign too."""
    start, end = match.span("word")
    after = match["after"] or ""
    key = f"{fold(part)}%" if after.endswith("%") else f"§{fold(part)}"
    first = match.start() if offset == start else offset
    last = match.end("after") if after and offset + len(part) == end else offset + len(part)
    return Token(key, first, last, position)
