"""Abbreviations that texts explain themselves: "Systematiskt arbetsmiljöarbete (SAM)".

The letters of an abbreviation begin the words of what it stands for, in order, or the parts of its
compounds: "arbetsplatsträff (APT)". Words that only hold together, as "för", may be passed over.
Whether a pair is right is for a person to say; here they are found and counted.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

from index.names import Language
from index.query_words import bare
from index.swedish import FUNCTION_WORDS

# The surfaces of a word's parts, which together are the word.
Parts: t.TypeAlias = c.Callable[[str], c.Sequence[str]]

# Words before or after an abbreviation that may belong to what it stands for.
MOST_WORDS: t.Final = 9
# Letters before or after it that are looked at.
_REACH: t.Final = 200
# Texts that are named for a pair.
PLACES: t.Final = 3

_SHORT: t.Final = r"(?=(?:[^\s)]*[A-ZÅÄÖ]){2})[A-ZÅÄÖa-zåäö]{2,6}"
# "arbetsplatsträff (APT)"; but not "bilaga (PDF, 2 MB)"
_AFTER: t.Final = re.compile(rf"\s?\((?P<short>{_SHORT})\)")
# "APT (arbetsplatsträff)"
_BEFORE: t.Final = re.compile(
    rf"(?<![\w-])(?P<short>{_SHORT})\s?\((?P<long>[^();]{{3,{_REACH}}})\)"
)
_STOP: t.Final = re.compile(r"[().;:!?]|\n\s*\n")
_WORD: t.Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")


@dc.dataclass(frozen=True, slots=True)
class Pair:
    """An abbreviation, what it seems to stand for, and where that was read."""

    short: str
    long: str
    count: int
    places: tuple[str, ...]


def mined(
    texts: c.Iterable[tuple[str, str]], parts: Parts, known: c.Iterable[tuple[str, str]] = ()
) -> tuple[Pair, ...]:
    """The pairs in texts, each with the name of where it stands; those read most often first.

    What is `known` is left out. Pairs that differ in capitals only are one.
    """
    settled: dict[str, list[str]] = collections.defaultdict(list)
    for short, long in known:
        settled[bare(short)].append(bare(long))
    found: dict[tuple[str, str], dict[str, None]] = {}
    count: collections.Counter[tuple[str, str]] = collections.Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for place, text in texts:
        for short, long in _pairs(text, parts):
            key = bare(short), bare(long)
            if not any(_same_word(key[1], long) for long in settled[key[0]]):
                written.setdefault(key, (short, long))
                found.setdefault(key, {})[place] = None
                count[key] += 1
    ordered = sorted(count, key=lambda key: (-count[key], key))
    return tuple(Pair(*written[key], count[key], tuple(found[key])[:PLACES]) for key in ordered)


def parts_of(language: Language) -> Parts:
    """A word's parts as they are written in it, as far as the language knows."""

    def parts(word: str) -> tuple[str, ...]:
        ends = language.analyse(word).ends
        return tuple(word[start:end] for start, end in itertools.pairwise((0, *ends)))

    return parts


def _same_word(one: str, other: str) -> bool:
    """Whether one seems to be the other with an ending: "företagshälsovården"."""
    return one.startswith(other) or other.startswith(one)


def _pairs(text: str, parts: Parts) -> c.Iterator[tuple[str, str]]:
    for match in _AFTER.finditer(text):
        before = _STOP.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        words = _WORD.findall(before)[-MOST_WORDS:]
        # The shortest that fits: what stands before belongs to the sentence.
        for first in range(len(words) - 1, -1, -1):
            if _fits(match["short"], words[first:], parts):
                yield match["short"], _as_written(words[first:])
                break
    for match in _BEFORE.finditer(text):
        words = _WORD.findall(match["long"])
        if 0 < len(words) <= MOST_WORDS and _fits(match["short"], words, parts):
            yield match["short"], _as_written(words)


def _as_written(words: c.Sequence[str]) -> str:
    """The words, without the capital of a sentence's first."""
    first, *rest = words
    is_name = first[1:2].isupper() or any(word[0].isupper() for word in rest)
    return " ".join((first if is_name else first[0].lower() + first[1:], *rest))


def _fits(short: str, words: c.Sequence[str], parts: Parts) -> bool:
    """Whether the letters begin the words or their parts, none of weight passed over."""
    letters = short.casefold()
    if words[0].casefold() in FUNCTION_WORDS or words[0][:1].casefold() != letters[0]:
        return False
    if short in words:
        return False
    return _spells(letters, [_pieces(word.casefold(), parts) for word in words])


def _pieces(word: str, parts: Parts) -> tuple[str, ...]:
    return tuple(piece for half in word.split("-") if half for piece in parts(half) or (half,))


def _spells(letters: str, words: c.Sequence[c.Sequence[str]]) -> bool:
    """Whether the letters are used up, each word but function words giving its first at least."""
    if not words:
        return not letters
    (first, *rest), following = words[0], words[1:]
    if "".join((first, *rest)) in FUNCTION_WORDS and _spells(letters, following):
        return True
    if not letters or first[0] != letters[0]:
        return False
    return any(_spells(left, following) for left in _left(letters[1:], rest))


def _left(letters: str, pieces: c.Sequence[str]) -> c.Iterator[str]:
    """What may be left of the letters when some of the pieces, in order, have given theirs."""
    yield letters
    for place, piece in enumerate(pieces):
        if letters and piece[0] == letters[0]:
            yield from _left(letters[1:], pieces[place + 1 :])
