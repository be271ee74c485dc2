"""The index as it was at one commit: its segments, and what is known of all of them together.

Small segments are read together as one: each costs every search about as much as a large one.
"""

import collections.abc as c
import typing as t

from archive.visibility import Audience
from index.engine import Kind
from index.whoosh_engine.arrays import Gathered
from index.whoosh_engine.joining import joined_words
from index.whoosh_engine.scores import Scale
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.words import Words, write_words

# A segment with fewer sections is read together with others of its size.
SMALL: t.Final = 300

InMemory: t.TypeAlias = c.Callable[[Words], Segment]


class Snapshot:
    """The segments to search."""

    def __init__(self, segments: c.Iterable[Segment], in_memory: InMemory) -> None:
        """`in_memory` makes a segment of words that have no file."""
        self.segments = tuple(_small_ones_together(segments, in_memory))
        self._scales: dict[tuple[Audience, Kind], Scale] = {}

    def scale(self, audience: Audience, kind: Kind) -> Scale:
        """What scores are measured by: the documents of a kind that exist for an audience."""
        if (audience, kind) not in self._scales:
            self._scales[audience, kind] = Scale.of(self.segments, audience, kind)
        return self._scales[audience, kind]


def _small_ones_together(segments: c.Iterable[Segment], in_memory: InMemory) -> c.Iterator[Segment]:
    small = list[Segment]()
    for segment in segments:
        if segment.sections < SMALL:
            small.append(segment)
        else:
            yield segment
    if len(small) == 1:
        yield small[0]
    elif small:
        sink = Gathered()
        write_words(sink, joined_words([segment.as_part for segment in small]))
        yield in_memory(Words(sink.arrays(), sink.tables))
