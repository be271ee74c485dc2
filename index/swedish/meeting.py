"""Whether a word that is asked for meets a word that is written, and how.

    sjukfrånvaro   meets   sjukfrånvaro          as written
                           sjukfrånvaron         inflected
                           korttidssjukfrånvaro  as a part: its own parts stand there in a row
    kvalitetssystem        kvalitetsledningssystem, loosely: its parts in order, others between

Open and closed spelling meet across words: "arbetsmiljörond" meets "arbetsmiljö rond", the words
that follow on one another having its parts in a row, from the end of the first to the beginning of
the last. Engines do the same with tables of all words; this says what they must come to.
"""

import collections.abc as c
import enum
import typing as t

from index.swedish.analysis import Analysis


class Level(enum.IntEnum):
    """How a word is met; the higher the better."""

    LOOSE = 1
    PART = 2
    INFLECTED = 3
    AS_WRITTEN = 4


class Meeting(t.NamedTuple):
    """How a written word is met, and which of its parts, from the first to before the last."""

    level: Level
    first: int
    last: int


# How many parts may stand between those of a word that is asked for loosely.
GAPS: t.Final = 3

Parts: t.TypeAlias = c.Sequence[c.Collection[str]]


def meeting(
    wanted: str, asked: Analysis, written: str, found: Analysis, *, loose: bool = False
) -> Meeting | None:
    """How the word asked for meets the written one, both folded; None where it does not."""
    if wanted == written:
        return Meeting(Level.AS_WRITTEN, 0, len(found.parts))
    if not set(asked.lemmas).isdisjoint(found.lemmas):
        return Meeting(Level.INFLECTED, 0, len(found.parts))
    for first in range(len(found.parts) - len(asked.parts) + 1):
        if asked.parts and begins_with(found.parts[first:], asked.parts):
            return Meeting(Level.PART, first, first + len(asked.parts))
    if loose and len(asked.parts) > 1 and (span := _with_gaps(asked.parts, found.parts)):
        return Meeting(Level.LOOSE, *span)
    return None


def begins_with(found: Parts, wanted: Parts) -> bool:
    """Whether the parts begin with the others."""
    return len(found) >= len(wanted) and all(map(_same, found, wanted))


def ends_with(found: Parts, wanted: Parts) -> bool:
    """Whether the parts end with the others."""
    return len(found) >= len(wanted) and begins_with(found[len(found) - len(wanted) :], wanted)


def chunkings(parts: Parts) -> c.Iterator[tuple[Parts, ...]]:
    """Every way in which several words that follow on one another may have the parts: "a b c" as
    "a|b c", "a b|c", "a|b|c". The first must end with its chunk, the last begin with its, and
    those between be theirs."""
    for count in range(2, len(parts) + 1):
        yield from _chunked(parts, count)


def _chunked(parts: Parts, count: int) -> c.Iterator[tuple[Parts, ...]]:
    if count == 1:
        yield (parts,)
        return
    for length in range(1, len(parts) - count + 2):
        for rest in _chunked(parts[length:], count - 1):
            yield (parts[:length], *rest)


def _with_gaps(wanted: Parts, found: Parts) -> tuple[int, int] | None:
    """Where the parts stand in order with at most so many others between, the first such place."""
    for first in range(len(found)):
        place, met = first, 0
        while place < len(found) and met < len(wanted):
            met += _same(found[place], wanted[met])
            if not met:
                break
            place += 1
        if met == len(wanted) and place - first - len(wanted) <= GAPS:
            return first, place
    return None


def _same(one: c.Collection[str], other: c.Collection[str]) -> bool:
    return not set(one).isdisjoint(other)
