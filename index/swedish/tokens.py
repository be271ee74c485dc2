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
    SAM, APT:er         SAM and sam, APT and apt:er; capitals are kept for what is an abbreviation
    individ- och familjeomsorg   individ-~familjeomsorg and individ, then och, then familjeomsorg
    arbetsmiljöfrågor och -ansvar    …, then arbetsmiljöfrågor~-ansvar and ansvar

The word that such an ellipsis stands for is the language's to say, not the index's.
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
_HYPHEN: t.Final = re.compile(r"[-‐‑–]")
_SPELLINGS: t.Final = str.maketrans(
    {"\u00ad": None, "’": "'", "‐": "-", "‑": "-", "–": "-"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
# å, ä, ö taken apart: the only letters whose accent is kept.
_SWEDISH: t.Final = re.compile(r"(?<!a)\u030a|(?<![ao])\u0308|[\u0300-\u0307\u0309\u030b-\u036f]")
# Between the two words of an ellipsis in its key: "individ-~familjeomsorg".
ELLIPSIS: t.Final = "~"
_AND: t.Final = r"(?:och/eller|och|eller|samt|respektive|resp\.?|till)"
_LETTERS: t.Final = r"[^\W\d_]"
# "individ- och familjeomsorg" "för-, grund- och gymnasieskola" "barn-/ungdomsvård"
_BEGUN: t.Final = re.compile(
    rf"(?<![^\W_]|[-‐‑])(?P<word>(?P<begun>{_LETTERS}{{2,40}})[-‐‑])"
    rf"(?=(?:\s?,\s{{1,3}}{_LETTERS}{{2,40}}[-‐‑]){{0,5}}"
    rf"(?:\s?,?\s{{1,3}}{_AND}\s{{1,3}}|\s?/\s?|\s?,\s{{1,3}})(?P<whole>{_LETTERS}{{4,60}}))"
)
# "arbetsmiljöfrågor och -ansvar"
_ENDED: t.Final = re.compile(
    rf"(?<![^\W_])(?P<begun>{_LETTERS}{{4,60}})(?:\s{{1,3}}{_AND}\s{{1,3}}|\s?/\s?|\s?,\s{{1,3}})"
    rf"(?P<word>[-‐‑–](?P<whole>{_LETTERS}{{3,60}}))(?![^\W_]|[-‐‑])"
)
_LETTER: t.Final = re.compile(_LETTERS)
_LONGEST_BEGUN: t.Final = 40
# Nothing else can be one.
_LIKE_ELLIPSIS: t.Final = re.compile(
    rf"[-‐‑](?<={_LETTERS}.)[\s,/]|[-‐‑–](?<=[\s/].){_LETTERS}", re.DOTALL
)
# "SAM" "APT:er", but not "ARBETSMILJÖ"
_CAPITALS: t.Final = re.compile(r"[A-ZÅÄÖ]{2,5}(?=:|$)")
# A longer word is not language, and a key must have some bound.
LONGEST_KEY: t.Final = 200


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
    plain = word.translate(_SPELLINGS).casefold()
    if not plain.isascii():
        bare = _SWEDISH.sub("", unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", bare)
    return plain[:LONGEST_KEY]


def tokens(text: str) -> c.Iterator[Token]:
    """All tokens of a text, in order of position."""
    meant = {ellipsis.word: ellipsis for ellipsis in ellipses(text)}
    for token in words(text):
        if found := meant.pop(token.start, None):
            yield Token(found.key, found.start, found.end, token.position)
        yield token


def words(text: str) -> c.Iterator[Token]:
    """The tokens of a text, but for what ellipses stand for."""
    position = 0
    for match in _WRITTEN.finditer(text):
        found = _tokens_of(match, position)
        yield from found
        position = found[-1].position + 1


class Ellipsis(t.NamedTuple):
    """A word of which only a part is written, the rest being that of another word."""

    key: str
    word: int  # where the word begins that it shares its position with
    start: int
    end: int  # of what is written of it
    first: int
    last: int  # of all that it is read from, the other word too


def ellipses(text: str) -> list[Ellipsis]:
    """All ellipses of a text, in order."""
    # Looked for at hyphens only: most words have none.
    hyphens = [match.start() for match in _LIKE_ELLIPSIS.finditer(text)]
    found = []
    for match in filter(None, (_begun_before(text, hyphen) for hyphen in hyphens)):
        key = f"{fold(match['begun'])}-{ELLIPSIS}{fold(match['whole'])}"[:LONGEST_KEY]
        start, end = match.span("word")
        found.append(Ellipsis(key, start, start, end, start, match.end("whole")))
    after_space = any(not _LETTER.match(text, hyphen - 1) for hyphen in hyphens if hyphen)
    for match in _ENDED.finditer(text) if after_space else ():
        key = f"{fold(match['begun'])}{ELLIPSIS}-{fold(match['whole'])}"[:LONGEST_KEY]
        start, end = match.span("word")
        found.append(Ellipsis(key, match.start("whole"), start, end, match.start("begun"), end))
    return sorted(found, key=lambda ellipsis: (ellipsis.word, ellipsis.start))


def _begun_before(text: str, hyphen: int) -> re.Match[str] | None:
    """The ellipsis whose first word ends with the hyphen."""
    start = hyphen
    while start and hyphen - start <= _LONGEST_BEGUN and _LETTER.match(text, start - 1):
        start -= 1
    return _BEGUN.match(text, start)


def word_keys(text: str) -> tuple[str, ...]:
    """One key for each written word: "MBL-frågor § 9" gives mbl-frågor and §9."""
    keys = []
    for match in _WRITTEN.finditer(text):
        found = _tokens_of(match, 0)
        hyphenated = found[-1].position > 0
        keys.append(found[0].key if hyphenated else found[-1].key)
    return tuple(keys)


def phrase_keys(text: str) -> tuple[str, ...]:
    """One key for each position: "MBL-frågor § 9" gives mbl, frågor and §9."""
    return tuple({token.position: token.key for token in tokens(text)}.values())


def _tokens_of(match: re.Match[str], position: int) -> list[Token]:
    start, end = match.span("word")
    parts = _HYPHEN.split(match["word"])
    found = [Token(fold(match["word"]), start, end, position)] if len(parts) > 1 else []
    offset = start
    for place, part in enumerate(parts, position):
        if capitals := _CAPITALS.match(part):
            found.append(Token(capitals[0], offset, offset + len(part), place))
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
