"""Documents into a segment's words: what is indexed anew.

So many words are held in memory, whatever comes; when there are more, what has been gathered is
written as a file of its own, and all of these are joined in the end.
"""

import array
import bisect
import collections
import collections.abc as c
import itertools
import pathlib
import typing as t

import numpy as np

from archive.model import Exchange, Span
from index.documents import Document, question_facts
from index.engine import Kind
from index.swedish import Cut, cut
from index.whoosh_engine.arrays import Array, Gathered, Stamp, Written, mapped
from index.whoosh_engine.columns import NAMES, Column, Values, values_of
from index.whoosh_engine.fields import Placed, placed
from index.whoosh_engine.joining import Part, joined_words
from index.whoosh_engine.layout import make_layout
from index.whoosh_engine.postings import blocks
from index.whoosh_engine.words import Block, Source, Words, as_row, write_words

# Words held in memory before they are written; some 60 bytes each while they are.
AT_ONCE: t.Final = 3_000_000
# Places looked at together when lists are made of them.
BLOCK: t.Final = 1_000_000

_NOT_STAMPED: t.Final[Stamp] = {"part": 0}


class Unit(t.NamedTuple):
    """A protocol's own title, or a section: cut into words, and as a hit's row."""

    document: Document
    row: bytes
    title: Placed
    text: Cut


def cut_unit(document: Document) -> Unit:
    """Cut a unit into its words.

    A section's heading "§ 9" is not part of its title, but is what readers type.
    """
    is_section = document.facts.kind is Kind.SECTION
    labels = [f"§{number}" for number in document.numbers] if is_section else []
    title = placed(cut(document.title), labels)
    return Unit(document, as_row(document), title, cut(document.text))


class Gathering:
    """Takes the units of protocols in order, and makes a file of words of them."""

    def __init__(self, path: pathlib.Path, at_once: int = AT_ONCE) -> None:
        self._path = path
        self._at_once = at_once
        self.units = 0
        self._parts: list[pathlib.Path] = []
        self._end = 0
        self._begin()

    def add(self, unit: Unit) -> None:
        """Take a protocol's own title, or a section of the protocol begun last.

        Raises OSError where the disk is full.
        """
        document, row, title, text = unit
        is_head = document.facts.kind is Kind.PROTOCOL
        if is_head and len(self._words) >= self._at_once:
            self._write_part()
        start = self._end
        text_start = start + _size(title.positions) + 1
        self._end = text_start + _size(text.positions) + 1
        self._words.extend(map(self._numbers.__getitem__, title.keys))
        self._words.extend(map(self._numbers.__getitem__, text.keys))
        self._places.extend([start + position for position in title.positions])
        self._places.extend([text_start + position for position in text.positions])
        self._starts.append(start)
        self._texts.append(text_start)
        self._rows.append(row)
        self.units += 1
        if is_head:
            self._protocol_ids.append(document.facts.protocol_id)
        else:
            self._add_questions(document, text, text_start)
        self._protocols.append(len(self._protocol_ids) - 1)
        self._values[document.facts.kind].append(values_of(document.facts))

    def put_in_place(self, stamp: Stamp, others: c.Sequence[Part] = ()) -> Words:
        """Let the file come to be, with other segments' words after what was gathered.

        Raises OSError.
        """
        sink = Written(self._path)
        try:
            if self._parts or others:
                files = [mapped(path, _NOT_STAMPED) for path in self._parts]
                own = [Part(Words(file.arrays, file.tables)) for file in files]
                write_words(sink, joined_words([*own, Part(self.in_memory()), *others]))
            else:
                write_words(sink, self._source())
            sink.put_in_place(stamp)
        finally:
            sink.close()
            self.close()
        file = mapped(self._path, stamp)
        return Words(file.arrays, file.tables)

    def close(self) -> None:
        """Take away what was written on the way."""
        for path in self._parts:
            path.unlink(missing_ok=True)

    def in_memory(self) -> Words:
        """What has been gathered since the last part, without a file."""
        sink = Gathered()
        write_words(sink, self._source())
        return Words(sink.arrays(), sink.tables)

    def _begin(self) -> None:
        self._numbers: dict[str, int] = collections.defaultdict(itertools.count().__next__)
        self._words = array.array("i")
        self._places = array.array("I")
        self._starts = array.array("I")
        self._texts = array.array("I")
        self._protocols = array.array("i")
        self._asked = array.array("i")
        self._spans = array.array("I")
        self._end = 0
        self._rows: list[bytes] = []
        self._protocol_ids: list[str] = []
        self._values: dict[Kind, list[tuple[Values, ...]]] = {kind: [] for kind in Kind}

    def _add_questions(self, section: Document, text: Cut, text_start: int) -> None:
        self._asked.append(len(section.exchanges))
        if not section.exchanges:
            return
        # Where in the text the word at each position begins: the last at a position counts.
        begins = list(dict(zip(text.positions, text.starts, strict=True)).values())
        for number, exchange in enumerate(section.exchanges):
            for span in _spans(section, exchange):
                for place in span:
                    self._spans.append(text_start + bisect.bisect_left(begins, place))
            self._values[Kind.EXCHANGE].append(values_of(question_facts(section, number)))

    def _write_part(self) -> None:
        path = self._path.with_name(f"{self._path.name}.part{len(self._parts)}")
        sink = Written(path)
        try:
            write_words(sink, self._source())
            self._parts.append(path)
            sink.put_in_place(_NOT_STAMPED)
        finally:
            sink.close()
        self._begin()

    def _source(self) -> Source:
        keys = list(self._numbers)
        in_order = np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
        number = np.empty_like(in_order)
        number[in_order] = np.arange(len(keys))
        standing = number[_array(self._words)] << 32
        standing |= _array(self._places)
        standing.sort()
        return Source(
            vocabulary=[keys[place] for place in in_order.tolist()],
            blocks=_blocks(standing, len(keys)),
            layout=make_layout(
                unit_start=np.append(_array(self._starts), self._end),
                unit_text=_array(self._texts),
                unit_protocol=_array(self._protocols),
                exchange_counts=_array(self._asked),
                exchange_spans=_array(self._spans),
            ),
            columns={
                kind: {
                    name: Column.of([values[place] for values in self._values[kind]])
                    for place, name in enumerate(NAMES)
                }
                for kind in Kind
            },
            protocol_ids=self._protocol_ids,
            rows=[np.frombuffer(b"".join(self._rows), np.uint8)],
            row_sizes=np.fromiter(map(len, self._rows), np.int64),
        )


def _blocks(standing: Array, vocabulary: int) -> c.Iterator[Block]:
    words = (standing >> 32).astype(np.int32)
    places = (standing & 0xFFFFFFFF).astype(np.uint32)
    ends = np.searchsorted(words, np.arange(vocabulary + 1))
    for first, last in blocks(np.diff(ends), BLOCK):
        inside = slice(ends[first], ends[last])
        yield Block(first, last, words[inside], places[inside])


def _spans(section: Document, exchange: Exchange) -> tuple[Span, Span]:
    """Where in the section's text the question stands, and the answer, if there is any."""
    nowhere = Span(0, 0)
    asked = exchange.question_span or _found(section.text, exchange.question)
    if exchange.answer is None:
        return asked, nowhere
    return asked, exchange.answer_span or _found(section.text, exchange.answer)


def _found(text: str, part: str) -> Span:
    start = text.find(part)
    return Span(start, start + len(part)) if start >= 0 else Span(0, 0)


def _size(positions: c.Sequence[int]) -> int:
    """How many positions there are; they are counted from 0 without a gap."""
    return positions[-1] + 1 if positions else 0


def _array(values: "array.array[int]") -> Array:
    return np.frombuffer(values, values.typecode) if values else np.empty(0, values.typecode)
