"""What is written in one segment, as arrays: `<segment>.words`.

The vocabulary; where in the row of words each stands (`layout`); for each of the three kinds in
which documents each word stands, how long the documents are and what they are filtered by; and of
each unit the row that a hit shows. Nothing in it depends on a list of words: the language is in the
file of forms beside it.

Everything that becomes such a file comes as a `Source`: what is indexed anew, and what is joined
out of earlier segments.
"""

import collections.abc as c
import dataclasses as dc
import functools
import itertools
import typing as t

import msgspec
import numpy as np

from index.documents import Document, question, whole
from index.engine import Kind
from index.whoosh_engine.arrays import Array, Arrays, Sink, Tables
from index.whoosh_engine.columns import NAMES, Column, read_column, write_column
from index.whoosh_engine.layout import Layout, Lengths, Places
from index.whoosh_engine.postings import Ids, Lists, ListsWriter, tallied
from index.whoosh_engine.strings import SortedStrings, packed

_encode: t.Final = msgspec.msgpack.Encoder().encode
_decode: t.Final = msgspec.msgpack.Decoder(Document).decode


class Block(t.NamedTuple):
    """Some words of the vocabulary that follow on one another, and all the places of theirs."""

    first: int
    last: int  # not among them
    words: Array  # of each place its word; in order
    places: Array  # of each word in order


@dc.dataclass(frozen=True, slots=True)
class Source:
    """What a segment's words are written from."""

    vocabulary: c.Sequence[str]  # in order
    blocks: c.Iterable[Block]
    layout: Layout
    columns: c.Mapping[Kind, c.Mapping[str, Column]]
    protocol_ids: c.Sequence[str]
    rows: c.Iterable[Array]  # the units' rows, as bytes, some at a time
    row_sizes: Array


def write_words(sink: Sink, source: Source) -> None:
    """Put a source's words among a file's arrays, block by block."""
    _write_strings(sink, "vocabulary", source.vocabulary)
    order = sorted(range(len(source.protocol_ids)), key=source.protocol_ids.__getitem__)
    _write_strings(sink, "protocols", [source.protocol_ids[number] for number in order])
    sink.add("protocols.numbers", np.array(order, np.int32))
    source.layout.write(sink)
    for kind in Kind:
        for name, column in source.columns[kind].items():
            write_column(sink, f"{kind}.{name}", column)
        title, text = source.layout.lengths(kind)
        sink.add(f"{kind}.title_length", title.astype(np.float32))
        sink.add(f"{kind}.text_length", text.astype(np.float32))
    sink.add("rows.first", np.concatenate(([0], np.cumsum(source.row_sizes))).astype(np.int64))
    sink.add("rows", np.empty(0, np.uint8))
    for rows in source.rows:
        sink.add("rows", rows)
    _write_blocks(sink, source)


def _write_blocks(sink: Sink, source: Source) -> None:
    lists = {kind: ListsWriter(sink, f"{kind}.lists") for kind in Kind}
    sink.add("places", np.empty(0, np.uint32))
    sink.add("places.first", np.zeros(1, np.int64))
    end = 0
    for block in source.blocks:
        sink.add("places", block.places.astype(np.uint32))
        counts = np.bincount(block.words - block.first, minlength=block.last - block.first)
        sink.add("places.first", (end + np.cumsum(counts)).astype(np.int64))
        end += len(block.places)
        units = source.layout.units_at(block.places)
        for kind, writer in lists.items():
            which, docs, in_title = source.layout.documents_at(kind, block.places, units)
            numbers, postings = tallied(block.words[which] - block.first, docs, in_title, ~in_title)
            writer.add(numbers, postings, block.last - block.first)


def _write_strings(sink: Sink, name: str, strings: c.Sequence[str]) -> None:
    letters, starts = packed(strings)
    sink.add(f"{name}.letters", letters)
    sink.add(f"{name}.starts", starts)


class Words:
    """A segment's words, open for reading."""

    def __init__(self, arrays: Arrays, tables: Tables) -> None:
        self._arrays = arrays
        self._tables = tables
        self.layout = Layout.read(arrays)
        self.vocabulary = SortedStrings(arrays["vocabulary.letters"], arrays["vocabulary.starts"])
        self.protocol_ids = SortedStrings(arrays["protocols.letters"], arrays["protocols.starts"])
        self.protocol_numbers: Ids = arrays["protocols.numbers"]  # in the order of the ids
        self.lists = {kind: Lists(arrays, f"{kind}.lists") for kind in Kind}
        self.lengths = {
            kind: Lengths(arrays[f"{kind}.title_length"], arrays[f"{kind}.text_length"])
            for kind in Kind
        }
        self.columns = {
            kind: {name: read_column(arrays, tables, f"{kind}.{name}") for name in NAMES}
            for kind in Kind
        }
        self._places_first = arrays["places.first"].data
        self._rows_first = arrays["rows.first"].data

    def places(self, first: int, last: int | None = None) -> Places:
        """Where a word stands, or all from one to before another, one after the other."""
        last = first + 1 if last is None else last
        return self._arrays["places"][self._places_first[first] : self._places_first[last]]

    def place_count(self, number: int) -> int:
        """How often a word stands in the row."""
        return self._places_first[number + 1] - self._places_first[number]

    def place_counts(self, first: int = 0, last: int | None = None) -> Array:
        """How often each word of the vocabulary stands in the row, or of some of it."""
        return np.diff(self._arrays["places.first"][first : None if last is None else last + 1])

    def rows(self, first: int, last: int) -> Array:
        """The rows of some units, as bytes."""
        return self._arrays["rows"][self._rows_first[first] : self._rows_first[last]]

    def row_sizes(self) -> Array:
        """How many bytes each unit's row has."""
        return np.diff(self._arrays["rows.first"])

    @functools.cached_property
    def protocol_ranks(self) -> Ids:
        """Of each protocol its place in the order of the ids."""
        ranks = np.empty_like(self.protocol_numbers)
        ranks[self.protocol_numbers] = np.arange(len(ranks), dtype=np.int32)
        return ranks

    def protocols_named(self, protocol_id: str) -> Ids:
        """The numbers of the protocols with that id."""
        first = self.protocol_ids.find(protocol_id)
        if first is None:
            return self.protocol_numbers[:0]
        same = itertools.takewhile(
            lambda number: self.protocol_ids[number] == protocol_id,
            range(first, len(self.protocol_ids)),
        )
        return self.protocol_numbers[first : first + sum(1 for _ in same)]

    def document(self, kind: Kind, number: int) -> Document:
        """All there is to show of a document. Raises msgspec.MsgspecError."""
        layout = self.layout
        match kind:
            case Kind.SECTION:
                return self._unit(int(layout.section_unit[number]))
            case Kind.EXCHANGE:
                section = int(layout.exchange_section[number])
                asked = number - int(layout.exchange_first[section])
                return question(self._unit(int(layout.section_unit[section])), asked)
            case Kind.PROTOCOL:
                head, *sections = map(self._unit, layout.units_of(number))
                return whole(head, sections)

    def _unit(self, number: int) -> Document:
        return _decode(self.rows(number, number + 1).data)


def as_row(unit: Document) -> bytes:
    """A unit as it is kept."""
    return _encode(unit)
