"""Which passages of a text to show, with the query's words marked.

A passage is one or several whole sentences. Only those round the marked places are looked at: of
a long protocol with two places the rest need not even be parted into sentences.
"""

import bisect
import collections.abc as c
import itertools
import re
import typing as t

from archive.model import Span
from index.engine import Excerpt
from index.marks import Marker, Place, merged

# A passage is whole sentences up to this many characters; a longer sentence is cut at a space.
PASSAGE: t.Final = 260

# "… på avdelningen. Vision undrar …", but not "t.ex. Vision" or "bl.a. Kommunal".
_SENTENCE_END: t.Final = re.compile(
    r"[.!?:](?<!\bt\.ex\.)(?<!\bbl\.a\.)(?<!\bs\.k\.)(?<!\bfr\.o\.m\.)(?<!\bt\.o\.m\.)(?<!\bdnr\.)"
    r"(?P<space>\s++)(?=[A-ZÅÄÖ\"”•§–-])"
)
# A line of the file or a whole paragraph, without the white space round it.
_PARAGRAPH: t.Final = re.compile(r"\S(?:[^\n]*\S)?")
# White space but for a lone blank: a new line, a tab, two blanks.
_GAP: t.Final = re.compile(r"\s(?:(?<! )|(?=\s))\s*")
# After a heading or an item in a list: "Lokaler\n\nDen nya …", but not "Lokaler.\n\nDen nya …", and
# not before a bullet.
_UNENDED: t.Final = re.compile(r"(?<=[^\s.!?:;,…])\s*\n\s*(?=[^\s•])")


class Passage(t.NamedTuple):
    """An excerpt, where in the text it was cut, and where its first mark stands."""

    start: int
    excerpt: Excerpt
    first_mark: int | None = None


class _Candidate(t.NamedTuple):
    """Sentences that could be shown, and what stands in them or reaches into them."""

    span: Span
    places: c.Sequence[Place] = ()
    leaves: c.Set[int] = frozenset()


def passages(marker: Marker, text: str, limit: int = 2) -> tuple[Passage, ...]:
    """The passages that best show why the text was found, the best first.

    The best has most different words of the query; the next adds what the first lacks. Where
    nothing is to be marked, the text's beginning stands alone.
    """
    candidates = list(_candidates(text, marker.places(text)))
    if not candidates:
        return tuple(_shown(text, _Candidate(span)) for span in _beginning(text))
    chosen: list[_Candidate] = []
    seen: set[int] = set()
    while candidates and len(chosen) < limit:
        best = max(candidates, key=lambda candidate: _merit(candidate, seen))
        chosen.append(best)
        seen |= best.leaves
        candidates = [other for other in candidates if _apart(other.span, best.span)]
    return tuple(_shown(text, candidate) for candidate in chosen)


def _candidates(text: str, places: c.Sequence[Place]) -> c.Iterator[_Candidate]:
    """All passages that hold a place."""
    starts = [place.start for place in places]
    first = 0
    reaching: list[Place] = []  # begin before the passage and end in it or after
    for region in _regions(text, places):
        for start, end in _passages_of(_sentences(text, region)):
            following = bisect.bisect_left(starts, start, first)
            reaching = [p for p in (*reaching, *places[first:following]) if p.end > start]
            first = following
            inside = [*reaching, *places[first : bisect.bisect_left(starts, end, first)]]
            if inside:
                yield _Candidate(Span(start, end), inside, {place.leaf for place in inside})


def _beginning(text: str) -> tuple[Span, ...]:
    """The first passage of a text, if it has any."""
    first = len(text) - len(text.lstrip())
    spans = (
        Span(start, end)
        for region in _regions(text, [Place(first, first, 0)])
        for start, end in _passages_of(_sentences(text, region))
    )
    return tuple(itertools.islice(spans, 1))


def _regions(text: str, places: c.Iterable[Place]) -> c.Iterator[Span]:
    """The paragraphs round the places, as far away as a passage that holds one can reach."""
    start = end = 0
    for place in places:
        if place.start - PASSAGE > end:
            if start < end:
                yield Span(start, end)
            newline = text.rfind("\n", end, place.start - PASSAGE)
            start = end if newline < 0 else newline
        if place.end + PASSAGE > end:
            newline = text.find("\n", place.end + PASSAGE)
            end = len(text) if newline < 0 else newline
    if start < end:
        yield Span(start, end)


def _sentences(text: str, region: Span) -> c.Iterator[tuple[int, int]]:
    """The sentences of a region, none too long for a passage."""
    for paragraph in _PARAGRAPH.finditer(text, *region):
        start, last = paragraph.span()
        for sentence_end in _SENTENCE_END.finditer(text, start, last):
            end, following = sentence_end.span("space")
            yield from _short(text, start, end)
            start = following
        yield from _short(text, start, last)


def _short(text: str, start: int, end: int) -> c.Iterator[tuple[int, int]]:
    """A sentence; one too long for a passage is cut at a space, if it has any."""
    while end - start > PASSAGE:
        space = text.rfind(" ", start + 1, start + PASSAGE)
        cut = space if space > 0 else start + PASSAGE
        yield start, cut
        start = cut + (space > 0)
    if start < end:
        yield start, end


def _passages_of(sentences: c.Iterable[tuple[int, int]]) -> c.Iterator[tuple[int, int]]:
    """From each sentence as many as there is room for."""
    bounds = list(sentences)
    last = 0
    for first, (start, _) in enumerate(bounds):
        last = max(last, first)
        while last + 1 < len(bounds) and bounds[last + 1][1] - start <= PASSAGE:
            last += 1
        yield start, bounds[last][1]


def _merit(candidate: _Candidate, seen: set[int]) -> tuple[int, int, int, int, int]:
    span, places, leaves = candidate
    return len(leaves - seen), len(leaves), len(places), span.end - span.start, -span.start


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _shown(text: str, candidate: _Candidate) -> Passage:
    (start, end), places, _ = candidate
    marks = [
        (max(mark.start, start) - start, min(mark.end, end) - start) for mark in merged(places)
    ]
    line, bounds = _one_line(text[start:end], list(itertools.chain(*marks)))
    excerpt = Excerpt(
        text=line,
        marks=tuple(map(Span, bounds[::2], bounds[1::2])),
        cut_before=bool(text[:start].strip()),
        cut_after=bool(text[end:].strip()),
    )
    return Passage(start, excerpt, max(places[0].start, start) if places else None)


def _one_line(passage: str, bounds: list[int]) -> tuple[str, list[int]]:
    """The passage, in which paragraphs run on, so that it can stand in a list or a terminal; and
    where in it those bounds have come to be.

    A point parts paragraphs where no full stop does: "Inomhusklimat · Temperaturen har varit hög."
    """
    gaps = list(_GAP.finditer(passage))
    ends = [gap.end() for gap in gaps]
    moved = [0, *itertools.accumulate(len(_as_space(gap)) - len(gap[0]) for gap in gaps)]
    line = _GAP.sub(_as_space, passage)
    return line, [bound + moved[bisect.bisect_right(ends, bound)] for bound in bounds]


def _as_space(gap: re.Match[str]) -> str:
    return " · " if _UNENDED.match(gap.string, gap.start()) else " "
