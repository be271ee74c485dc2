"""One state of the index, open for reading: documents numbered from 0 across all segments.

What never changes in a segment (rows, vocabulary) is read once and kept for as long as the segment
lives, so that a commit of ten sections costs the next search next to nothing.
"""

import bisect
import collections
import collections.abc as c
import typing as t

import msgspec

from archive.visibility import Audience
from index.documents import Document
from index.engine import Kind
from index.swedish import stem
from index.whoosh_engine.schema import WORD_FIELDS, Row
from index.whoosh_engine.store import readable


class Segment:
    """What is read once of a segment: a row per document, and its vocabulary."""

    def __init__(self, reader: t.Any) -> None:
        decode = msgspec.msgpack.Decoder(Row).decode
        column = reader.column_reader("row")
        self.rows = [decode(column[number]) for number in range(reader.doc_count_all())]
        self.keys = sorted({str(key) for key in _lexicon(reader)})
        self._by_stem = collections.defaultdict[str, list[str]](list)
        for key in self.keys:
            self._by_stem[stem(key)].append(key)

    def forms(self, key: str) -> c.Sequence[str]:
        """The forms in the vocabulary that are the same word."""
        return self._by_stem.get(stem(key), ())

    def beginning_with(self, prefix: str) -> c.Sequence[str]:
        """The vocabulary's words that begin so."""
        first = bisect.bisect_left(self.keys, prefix)
        last = bisect.bisect_left(self.keys, prefix + "\U0010ffff")
        return self.keys[first:last]


class Part(t.NamedTuple):
    """A segment with the reader of its posting lists, and the number of its first document."""

    reader: t.Any
    segment: Segment
    first: int


class Snapshot:
    """The index as it was at one commit."""

    def __init__(self, reader: t.Any, known: c.Mapping[str, Segment]) -> None:
        """`known`: segments an earlier snapshot has read, by id. Raises what Whoosh raises."""
        self._reader = reader
        self.segments: dict[str, Segment] = {}
        self.parts: list[Part] = []
        self.rows: list[Row] = []
        deleted: set[int] = set()
        for leaf, first in reader.leaf_readers():
            if not leaf.doc_count_all():
                continue
            name = str(leaf.segment().segment_id())
            segment = known.get(name) or Segment(leaf)
            self.segments[name] = segment
            self.parts.append(Part(leaf, segment, first))
            self.rows.extend(segment.rows)
            deleted.update(first + number for number in leaf.segment().deleted_docs())
        self.facts = [row.facts for row in self.rows]
        self.documents = frozenset(range(len(self.rows))) - deleted
        self._visible: dict[tuple[Audience, Kind | None], frozenset[int]] = {}

    def visible(self, audience: Audience, kind: Kind | None = None) -> frozenset[int]:
        """The documents, of one kind or all, that exist for the audience."""
        if (audience, kind) not in self._visible:
            self._visible[audience, kind] = frozenset(
                doc
                for doc in self.documents
                if audience.may_see(self.facts[doc].visibility)
                and kind in (None, self.facts[doc].kind)
            )
        return self._visible[audience, kind]

    def document(self, number: int) -> Document:
        """All there is to show of one document. Raises DamagedIndex."""
        with readable():
            stored = self._reader.stored_fields(number)["document"]
            return msgspec.msgpack.decode(stored, type=Document)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()


def _lexicon(reader: t.Any) -> c.Iterator[str]:
    for field in WORD_FIELDS:
        for key in reader.lexicon(field):
            yield key.decode("utf-8")
