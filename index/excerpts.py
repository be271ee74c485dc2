"""Where a query's words stand in a text, and which passages of it to show.

Made in Python from the same tokens as the index, so every engine marks alike. A word is marked in
all its forms; a phrase only where it stands whole; what the query excludes never.
"""

import bisect
import collections.abc as c
import re
import typing as t

from archive.model import Span
from index.engine import Excerpt
from index.query_tree import Exact, Node, Phrase, Prefix, Word, wanted
from index.swedish import Token, stem, tokens

# A passage is whole sentences up to this many characters; a longer sentence is cut at a space.
PASSAGE: t.Final = 260

# "… på avdelningen. Vision undrar …", a blank line, but not "t.ex. Vision" or "bl.a. Kommunal".
_SENTENCE_END: t.Final = re.compile(
    r"(?<!\bt\.ex\.)(?<!\bbl\.a\.)(?<!\bs\.k\.)(?<!\bfr\.o\.m\.)(?<!\bt\.o\.m\.)(?<!\bdnr\.)"
    r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ\"”•§–-])|\s*\n\s*"
)
# The end of a paragraph that is no sentence: a heading, an item in a list.
_UNENDED: t.Final = re.compile(r"(?<=[^\s.!?:;,…])\s*\n\s*(?=[^\s•]|$)")
_SPACES: t.Final = re.compile(r"\s+")


class Place(t.NamedTuple):
    """A spot in a text that one of the query's words or phrases matches."""

    start: int
    end: int
    leaf: int  # which one, to tell how many different ones a passage holds


class Passage(t.NamedTuple):
    """An excerpt, where in the text it was cut, and where its first mark stands."""

    start: int
    excerpt: Excerpt
    first_mark: int | None = None


class Marker:
    """Knows what a query wants, and finds it in any text."""

    def __init__(self, tree: Node) -> None:
        self._stems: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._phrases: dict[tuple[str, ...], int] = {}
        for number, leaf in enumerate(wanted(tree)):
            match leaf:
                case Word(key):
                    self._stems[stem(key)] = number
                case Exact(key):
                    self._exact[key] = number
                case Prefix(key):
                    self._prefixes[key] = number
                case Phrase(keys):
                    self._phrases[keys] = number

    def places(self, text: str) -> tuple[Place, ...]:
        """Everything in the text that the query wants, in order."""
        found = list[Place]()
        rows: list[dict[str, Token]] = []
        for token in tokens(text):
            found.extend(Place(token.start, token.end, leaf) for leaf in self._leaves_of(token.key))
            if self._phrases:
                if token.position == len(rows):
                    rows.append({})
                rows[token.position][token.key] = token
        for keys, leaf in self._phrases.items():
            found.extend(_phrase_places(keys, rows, leaf))
        return tuple(sorted(found))

    def marks(self, text: str) -> tuple[Span, ...]:
        """The spans to mark, in order, not overlapping."""
        return _merged(self.places(text))

    def _leaves_of(self, key: str) -> c.Iterator[int]:
        if (leaf := self._stems.get(stem(key))) is not None:
            yield leaf
        if (leaf := self._exact.get(key)) is not None:
            yield leaf
        for prefix, number in self._prefixes.items():
            if key.startswith(prefix):
                yield number


def passages(marker: Marker, text: str, limit: int = 2) -> tuple[Passage, ...]:
    """The passages that best show why the text was found, the best first.

    The best has most different words of the query; the next adds what the first lacks. Where
    nothing is to be marked, the text's beginning stands alone.
    """
    places = marker.places(text)
    candidates = list(_candidates(text))
    inside = {span: _inside(places, span) for span in candidates}
    chosen: list[Span] = []
    seen: set[int] = set()
    for _ in range(limit):
        free = [
            span
            for span in candidates
            if inside[span] and all(span.end <= c.start or c.end <= span.start for c in chosen)
        ]
        if not free:
            break
        best = max(free, key=lambda span: _merit(span, inside[span], seen))
        chosen.append(best)
        seen.update(place.leaf for place in inside[best])
    if not chosen and candidates:
        chosen.append(candidates[0])
    return tuple(_cut(text, span, inside[span]) for span in chosen)


def _phrase_places(
    keys: tuple[str, ...], rows: list[dict[str, Token]], leaf: int
) -> c.Iterator[Place]:
    for start in range(len(rows) - len(keys) + 1):
        stood = [row.get(key) for row, key in zip(rows[start:], keys, strict=False)]
        whole = [token for token in stood if token]
        if len(whole) == len(keys):
            yield Place(whole[0].start, whole[-1].end, leaf)


def _merged(places: c.Iterable[Place]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for place in places:
        if spans and place.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, place.end))
        else:
            spans.append(Span(place.start, place.end))
    return tuple(spans)


def _candidates(text: str) -> c.Iterator[Span]:
    """From each sentence as many as there is room for."""
    pieces = list(_pieces(text))
    last = 0
    for first, piece in enumerate(pieces):
        last = max(last, first)
        while last + 1 < len(pieces) and pieces[last + 1].end - piece.start <= PASSAGE:
            last += 1
        yield Span(piece.start, pieces[last].end)


def _pieces(text: str) -> c.Iterator[Span]:
    """The sentences; what is too long for a passage is cut at a space, if it has any."""
    start = len(text) - len(text.lstrip())
    bounds = [
        *(match.span() for match in _SENTENCE_END.finditer(text)),
        (len(text.rstrip()), len(text)),
    ]
    for end, following in bounds:
        while end - start > PASSAGE:
            space = text.rfind(" ", start + 1, start + PASSAGE)
            cut = space if space > 0 else start + PASSAGE
            yield Span(start, cut)
            start = cut + (space > 0)
        if text[start:end].strip():
            yield Span(start, end)
        start = following


def _inside(places: tuple[Place, ...], span: Span) -> tuple[Place, ...]:
    """What stands in the passage, or reaches into it."""
    last = bisect.bisect_left(places, span.end, key=lambda place: place.start)
    return tuple(place for place in places[:last] if place.end > span.start)


def _merit(span: Span, places: tuple[Place, ...], seen: set[int]) -> tuple[int, int, int, int, int]:
    leaves = {place.leaf for place in places}
    return len(leaves - seen), len(leaves), len(places), span.end - span.start, -span.start


def _cut(text: str, span: Span, places: tuple[Place, ...]) -> Passage:
    passage = text[span.start : span.end]
    marks = tuple(
        Span(
            len(_one_line(passage[: max(mark.start - span.start, 0)])),
            len(_one_line(passage[: mark.end - span.start])),
        )
        for mark in _merged(places)
    )
    excerpt = Excerpt(
        text=_one_line(passage),
        marks=marks,
        cut_before=bool(text[: span.start].strip()),
        cut_after=bool(text[span.end :].strip()),
    )
    first_mark = max(places[0].start, span.start) if places else None
    return Passage(span.start, excerpt, first_mark)


def _one_line(text: str) -> str:
    """Paragraphs run on, so that an excerpt can stand in a list or a terminal.

    A point parts them where no full stop does: "Inomhusklimat · Temperaturen har varit hög."
    """
    return _SPACES.sub(" ", _UNENDED.sub(" · ", text))
