"""Texts cut into tokens with speed, and no more of a text than is asked for.

A stretch is what stands between two spaces, mostly a word, the comma after it and the space:
"MBL-frågor, ". Nothing is written across its bounds, so that a text's tokens are those of its
stretches; a sign takes along what stands beside it, "8 § 9 " and "25 % ". What tokens a stretch
holds is remembered: an archive is millions of words, but they are the same words.
"""

import bisect
import collections.abc as c
import functools
import re
import typing as t

from index.swedish.tokens import Token, ellipses, words

# "hot, " "MBL-frågor.\n\n" "– " "8 § 9 " "25%, "; all stretches together are the text.
_STRETCH: t.Final = re.compile(r"[^\s§%]++\s*+(?![§%])|\S*+(?:\s*+[§%]\S*+|(?<=§)\s++\S++)*+\s*+")
# A space after which a stretch begins, whatever came before it.
_BOUND: t.Final = re.compile(r"(?<![\s§]) (?![\s§%])")
_LETTER: t.Final = re.compile(r"[^\W_]")
# The stretches of some 30,000 words, in 30 MB at most. A longer one is not worth remembering.
_REMEMBERED: t.Final = 1 << 16
_LONGEST: t.Final = 200


class Cut(t.NamedTuple):
    """The tokens of a text in order of position, as columns: the nth of each is the nth token."""

    keys: list[str]
    starts: list[int]
    ends: list[int]
    positions: list[int]


def cut(text: str) -> Cut:
    """The same as `tokens`, in columns and several times as fast."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    positions: list[int] = []
    offset = position = 0
    for stretch in _STRETCH.findall(text):
        length = len(stretch)
        found, places = (_remembered if length <= _LONGEST else _tokens_of)(stretch)
        for key, start, end, place in found:
            keys.append(key)
            starts.append(offset + start)
            ends.append(offset + end)
            positions.append(position + place)
        offset += length
        position += places
    for ellipsis in ellipses(text):
        place = bisect.bisect_left(starts, ellipsis.word)
        if place < len(starts) and starts[place] == ellipsis.word:
            keys.insert(place, ellipsis.key)
            starts.insert(place, ellipsis.start)
            ends.insert(place, ellipsis.end)
            positions.insert(place, positions[place])
    return Cut(keys, starts, ends, positions)


def cut_around(text: str, spans: c.Iterable[tuple[int, int]]) -> c.Iterator[tuple[int, Cut]]:
    """The tokens of those parts of a text in which the spans lie, and where each part begins.

    The spans come in order. Between two parts stands at least one word, so that no words that
    follow upon each other are parted.
    """
    wholes = [(ellipsis.first, ellipsis.last) for ellipsis in ellipses(text)]
    start = end = 0
    for first, last in spans:
        if first >= end:
            bound = _bound_before(text, first, end)
            while cut_off := [begins for begins, ends in wholes if begins < bound < ends]:
                bound = _bound_before(text, min(cut_off), end) if min(cut_off) > end else end
            if _LETTER.search(text, end, bound):
                if start < end:
                    yield start, cut(text[start:end])
                start = bound
            end = bound
        if last > end:
            end = _bound_after(text, end, last)
            while cut_off := [ends for begins, ends in wholes if begins < end < ends]:
                end = _bound_after(text, end, max(cut_off))
    if start < end:
        yield start, cut(text[start:end])


def _bound_after(text: str, end: int, last: int) -> int:
    """Where the stretch ends that a place lies in; `end`: where one ends before it."""
    ends = (stretch.end() for stretch in _STRETCH.finditer(text, end))
    return next(end for end in ends if end >= last)


def _bound_before(text: str, place: int, lowest: int) -> int:
    """Where a stretch begins, at or before the place; not before `lowest`, where one does."""
    space = text.rfind(" ", lowest, place)
    while space > lowest and not _BOUND.match(text, space):
        space = text.rfind(" ", lowest, space)
    return space + 1 if space > lowest else lowest


def _tokens_of(stretch: str) -> tuple[tuple[Token, ...], int]:
    """The tokens, and how many positions they take."""
    found = tuple(words(stretch))
    return found, found[-1].position + 1 if found else 0


_remembered = functools.lru_cache(_REMEMBERED)(_tokens_of)
