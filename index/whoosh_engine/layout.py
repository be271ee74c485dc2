"""Where in a segment's one row of words its protocols, sections and questions lie.

All words of a segment stand in one row, numbered from 0: protocol after protocol, of each first its
own title and then, section by section, title and text. Between any two of these a number is left
out, so that no phrase reaches from one into the next.

    protocol 0  | title | section 0: title · text | section 1: title · text |
    protocol 1  | title | section 2: title · text | …

Protocols' own titles and sections are units, numbered in that order: Whoosh has a document for each
under the same number. A question has no words of its own, only two spans of its section's text
(itself and its answer), and shares the section's title. A word is kept once; which documents of
which kind it stands in follows from its place.
"""

import dataclasses as dc
import typing as t

import numpy as np
import numpy.typing as npt

from index.engine import Kind
from index.query_tree import Part
from index.whoosh_engine.arrays import Array, Arrays, Sink
from index.whoosh_engine.postings import Ids, ranges

Places: t.TypeAlias = npt.NDArray[np.uint32]


class Standing(t.NamedTuple):
    """What stands where: of each place that lies in a document, which place, which document, and
    whether in its title."""

    which: Array
    docs: Ids
    in_title: npt.NDArray[np.bool_]


class Lengths(t.NamedTuple):
    """How many words title and text of each document have."""

    title: Array
    text: Array


@dc.dataclass(frozen=True, slots=True)
class Layout:
    """The units and questions of a segment, and where they begin."""

    unit_start: Places  # one more than there are units
    unit_text: Places  # where its text begins; of a protocol's own title, where the unit ends
    unit_protocol: Ids
    heads: Ids  # of each protocol, the unit that is its own title
    section_unit: Ids
    exchange_first: Ids  # of each section its first question; one more than there are sections
    exchange_section: Ids
    exchange_spans: Places  # from, to of the question, from, to of the answer; four of each

    @property
    def spans(self) -> Places:
        """The questions' spans, a row of each."""
        return self.exchange_spans.reshape(-1, 4)

    def size(self, kind: Kind) -> int:
        """How many documents of the kind there are."""
        match kind:
            case Kind.SECTION:
                return len(self.section_unit)
            case Kind.EXCHANGE:
                return len(self.exchange_section)
            case Kind.PROTOCOL:
                return len(self.heads)

    def protocols_of(self, kind: Kind, docs: Array | slice = slice(None)) -> Ids:
        """The protocols of documents, or of all."""
        match kind:
            case Kind.SECTION:
                return self.unit_protocol[self.section_unit[docs]]
            case Kind.EXCHANGE:
                return self.unit_protocol[self.section_unit[self.exchange_section[docs]]]
            case Kind.PROTOCOL:
                return np.arange(len(self.heads), dtype=np.int32)[docs]

    def first_of_protocols(self, kind: Kind) -> Array:
        """Of each protocol its first document, and where the last one's end."""
        sections = np.append(self.heads, len(self.unit_protocol)) - np.arange(len(self.heads) + 1)
        match kind:
            case Kind.SECTION:
                return sections
            case Kind.EXCHANGE:
                return self.exchange_first[sections]
            case Kind.PROTOCOL:
                return np.arange(len(self.heads) + 1)

    def lengths(self, kind: Kind) -> Lengths:
        """How long documents are; the titles of its sections are a protocol's text."""
        title = self.unit_text.astype(np.int64) - self.unit_start[:-1] - 1
        text = self.unit_start[1:].astype(np.int64) - self.unit_text - 1
        match kind:
            case Kind.SECTION:
                return Lengths(title[self.section_unit], text[self.section_unit])
            case Kind.EXCHANGE:
                asked, asked_end, told, told_end = self.spans.astype(np.int64).T
                section_title = title[self.section_unit[self.exchange_section]]
                return Lengths(section_title, asked_end - asked + told_end - told)
            case Kind.PROTOCOL:
                in_sections = title + text
                in_sections[self.heads] = 0
                total = np.bincount(self.unit_protocol, in_sections, len(self.heads))
                return Lengths(title[self.heads], total)

    def units_of(self, protocol: int) -> range:
        """A protocol's own title and its sections."""
        first, last = self.unit_protocol.searchsorted((protocol, protocol + 1)).tolist()
        return range(first, last)

    def units_at(self, places: Array) -> Array:
        """The unit in which each place lies."""
        return np.searchsorted(self.unit_start, places, side="right") - 1

    def documents_at(self, kind: Kind, places: Array, units: Array, words: int = 1) -> Standing:
        """The documents of a kind in which so many words from each place on stand whole.

        `units`: what `units_at` says of the places.
        """
        protocols = self.unit_protocol[units]
        in_head = units == self.heads[protocols]
        if kind is Kind.PROTOCOL:
            return Standing(np.arange(len(places)), protocols, in_head)
        which = np.flatnonzero(~in_head)
        units = units[which]
        sections = (units - protocols[which] - 1).astype(np.int32)
        in_title = places[which] < self.unit_text[units]
        if kind is Kind.SECTION:
            return Standing(which, sections, in_title)
        first = self.exchange_first[sections]
        counts = self.exchange_first[sections + 1] - first
        which, in_title = np.repeat(which, counts), np.repeat(in_title, counts)
        docs = ranges(first, counts).astype(np.int32)
        begin, end = places[which], places[which] + words
        asked, asked_end, told, told_end = self.spans[docs].T
        inside = in_title | ((asked <= begin) & (end <= asked_end))
        inside |= (told <= begin) & (end <= told_end)
        return Standing(which[inside], docs[inside], in_title[inside])

    def documents_within(
        self, part: Part, kind: Kind, places: Array, units: Array, words: int = 1
    ) -> Standing:
        """The documents of a kind in which so many words stand whole in that part of a section.

        A protocol has its sections' titles and questions for this, not its own title.
        """
        if part is Part.TITLE:
            chosen = self._in_titles(places, units)
            found = self.documents_at(kind, places[chosen], units[chosen], words)
            return Standing(chosen[found.which], found.docs, found.in_title)
        which, docs, in_title = self.documents_at(Kind.EXCHANGE, places, units, words)
        first = 0 if part is Part.QUESTION else 2
        begins, ends = self.spans[docs, first], self.spans[docs, first + 1]
        begin = places[which]
        chosen = ~in_title & (begins <= begin) & (begin + np.uint32(words) <= ends)
        which, docs = which[chosen], docs[chosen]
        if kind is not Kind.EXCHANGE:
            which, once = np.unique(which, return_index=True)
            docs = self.exchange_section[docs[once]]
        if kind is Kind.PROTOCOL:
            docs = self.unit_protocol[self.section_unit[docs]]
        return Standing(which, docs, np.zeros(len(docs), np.bool_))

    def _in_titles(self, places: Array, units: Array) -> Array:
        is_title = places < self.unit_text[units]
        is_title &= units != self.heads[self.unit_protocol[units]]
        return np.flatnonzero(is_title)

    def write(self, sink: Sink) -> None:
        """Put it among a file's arrays."""
        for field in dc.fields(self):
            sink.add(f"layout.{field.name}", getattr(self, field.name))

    @classmethod
    def read(cls, arrays: Arrays) -> t.Self:
        """What `write` has put there."""
        return cls(*(arrays[f"layout.{field.name}"] for field in dc.fields(cls)))


def make_layout(
    unit_start: Array,
    unit_text: Array,
    unit_protocol: Array,
    exchange_counts: Array,
    exchange_spans: Array,
) -> Layout:
    """A layout from where the units begin and which protocol each is of, how many questions each
    section has, and where those lie."""
    is_head = np.diff(unit_protocol, prepend=-1) != 0
    return Layout(
        unit_start=unit_start.astype(np.uint32),
        unit_text=unit_text.astype(np.uint32),
        unit_protocol=unit_protocol.astype(np.int32),
        heads=np.flatnonzero(is_head).astype(np.int32),
        section_unit=np.flatnonzero(~is_head).astype(np.int32),
        exchange_first=np.concatenate(([0], np.cumsum(exchange_counts))).astype(np.int32),
        exchange_section=np.repeat(np.arange(len(exchange_counts)), exchange_counts).astype(
            np.int32
        ),
        exchange_spans=exchange_spans.astype(np.uint32).ravel(),
    )
