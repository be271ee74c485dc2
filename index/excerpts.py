"""Which passages of a text to show, with the query's words marked.

A passage is one or several whole sentences; of a sentence too long to be shown, what stands round a
mark. Only those round the marked places are looked at: of a long protocol with two places the rest
need not even be parted into sentences.
"""

import bisect
import collections.abc as c
import itertools
import re
import typing as t

from archive.model import Span
from index.engine import Excerpt
from index.marks import Marker, Place, merged
from index.sentences import sentences

# A passage is whole sentences up to this many characters; a longer sentence is cut at spaces.
PASSAGE: t.Final = 260
# Characters of a longer sentence that are shown before what is marked in it.
LEAD: t.Final = 80

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

    The best has most different words of the query, as written rather than inflected, inflected
    rather than as parts of others; the next adds what the first lacks. Where nothing is to be
    marked, the text's beginning stands alone.
    """
    return passages_at(text, marker.places(text), limit)


def passages_at(text: str, places: c.Sequence[Place], limit: int = 2) -> tuple[Passage, ...]:
    """The same, where the places are known."""
    candidates = list(_candidates(text, places))
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
            if inside and end - start > PASSAGE:
                yield from _windows(text, Span(start, end), inside)
            elif inside:
                yield _candidate(Span(start, end), inside)


def _candidate(span: Span, places: c.Sequence[Place]) -> _Candidate:
    return _Candidate(span, places, {place.leaf for place in places})


def _windows(text: str, sentence: Span, places: c.Sequence[Place]) -> c.Iterator[_Candidate]:
    """What stands round each place in a sentence too long to be shown, cut between words."""
    starts = [place.start for place in places]
    last_start = _word_after(text, sentence.end - PASSAGE, sentence.end)
    for number, place in enumerate(places):
        start = sentence.start
        if place.start - LEAD > start:
            start = min(_word_after(text, place.start - LEAD, place.start), last_start)
        end = sentence.end
        if start + PASSAGE < end:
            end = _word_before(text, start + PASSAGE, place.start)
        if start < end:
            span = Span(start, end)
            first = bisect.bisect_left(starts, start, 0, number)
            last = bisect.bisect_left(starts, end, number)
            yield _candidate(span, places[first:last] or [place])


def _word_after(text: str, place: int, limit: int) -> int:
    """Where the first word begins from a place on; the place itself, if none does before the
    limit."""
    space = text.find(" ", place - 1, limit)
    return place if space < 0 else space + 1


def _word_before(text: str, place: int, limit: int) -> int:
    """Where the last word ends up to a place; the place itself, if none does after the limit."""
    space = text.rfind(" ", limit + 1, place + 1)
    return place if space < 0 else space


def _beginning(text: str) -> tuple[Span, ...]:
    """The first passage of a text, if it has any."""
    first = len(text) - len(text.lstrip())
    spans = (
        Span(start, end if end - start <= PASSAGE else _word_before(text, start + PASSAGE, start))
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
    """The sentences of a region."""
    for paragraph in _PARAGRAPH.finditer(text, *region):
        yield from sentences(text, *paragraph.span())


def _passages_of(bounds: c.Iterable[tuple[int, int]]) -> c.Iterator[tuple[int, int]]:
    """From each sentence as many as there is room for; one at least."""
    parts = list(bounds)
    last = 0
    for first, (start, _) in enumerate(parts):
        last = max(last, first)
        while last + 1 < len(parts) and parts[last + 1][1] - start <= PASSAGE:
            last += 1
        yield start, parts[last][1]


def _merit(candidate: _Candidate, seen: set[int]) -> tuple[int, int, int, int, int, int]:
    span, places, leaves = candidate
    best = dict(sorted((place.leaf, place.level) for place in places))
    return (
        len(leaves - seen),
        len(leaves),
        sum(best.values()),
        len(places),
        span.end - span.start,
        -span.start,
    )


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
