"""The parts of a word as they stand in it, letters and all.

arbetsmiljöronderna   arbets 6 · miljö 11 · ronderna 19
busstopp              buss 4 · stopp 8: the letter that was left out belongs to both
"""

import collections.abc as c
import typing as t


class Segment(t.NamedTuple):
    """A part as it stands in a word."""

    text: str  # with the letter that was left out, if one was
    end: int  # where it ends in the word
    words: tuple[str, ...]  # without its link; several where it may be read in more than one way


Segments: t.TypeAlias = tuple[Segment, ...]


def whole(word: str) -> Segments:
    """A word that is no compound."""
    return (Segment(word, len(word), (word,)),)


def placed(parts: c.Iterable[str], word: str) -> Segments:
    """The parts where they stand in the word; a letter is left out where three would be equal."""
    segments, end = list[Segment](), 0
    for part in parts:
        shared = end > 0 and not word.startswith(part, end) and word.startswith(part, end - 1)
        end += len(part) - shared
        segments.append(Segment(part, end, (part,)))
    return tuple(segments)


def inflected(segments: Segments, form: str) -> Segments | None:
    """The same parts in another form of the word, which differs in the last of them."""
    if len(segments) == 1 or len(form) <= segments[-2].end:
        return None
    last = form[segments[-1].end - len(segments[-1].text) :]
    return (*segments[:-1], Segment(last, len(form), (last,)))


def moved(segments: Segments, offset: int) -> c.Iterator[Segment]:
    """The parts of a word that stands within another from there on."""
    return (Segment(text, offset + end, words) for text, end, words in segments)
