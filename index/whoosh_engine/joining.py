"""Several segments' words as one: when segments are merged, when much is indexed at once, and when
many small ones are read together.

What has been deleted is left behind. The words come block by block, so that memory does not grow
with what is joined; only the vocabulary and what is known of each document is held at once.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

import numpy as np
import numpy.typing as npt

from index.engine import Kind
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.columns import NAMES, Column, joined
from index.whoosh_engine.layout import Layout, make_layout
from index.whoosh_engine.postings import blocks
from index.whoosh_engine.words import Block, Source, Words

# Places looked at together; a word that stands in more is looked at alone.
BLOCK: t.Final = 1_000_000
# Units whose rows are read together.
ROWS: t.Final = 10_000


@dc.dataclass(frozen=True, slots=True)
class Part:
    """A segment to join with others, and which of its protocols are still there."""

    words: Words
    living: npt.NDArray[np.bool_] | None = None  # None: all of them

    def chosen(self, kind: Kind) -> npt.NDArray[np.bool_]:
        """Which of its documents are still there."""
        layout = self.words.layout
        if self.living is None:
            return np.ones(layout.size(kind), np.bool_)
        return self.living[layout.protocols_of(kind)]

    def chosen_units(self) -> npt.NDArray[np.bool_]:
        """Which of its units are still there."""
        protocols = self.words.layout.unit_protocol
        return np.ones(len(protocols), np.bool_) if self.living is None else self.living[protocols]


@dc.dataclass(frozen=True, slots=True)
class Moved:
    """A part's words and units, and how far they are moved."""

    words: Words
    chosen: npt.NDArray[np.bool_]  # units
    shift: Array  # of each unit: its words' new places less the old
    numbers: Array  # of each word its number in the joined vocabulary


def joined_words(parts: c.Sequence[Part]) -> Source:
    """The words of all parts, in their order."""
    vocabulary = sorted(set().union(*(part.words.vocabulary for part in parts)))
    layout, shifts = _joined_layout(parts)
    number = {key: place for place, key in enumerate(vocabulary)}
    moved = [
        Moved(
            part.words,
            part.chosen_units(),
            shift,
            np.fromiter(map(number.__getitem__, part.words.vocabulary), np.int64),
        )
        for part, shift in zip(parts, shifts, strict=True)
    ]
    return Source(
        vocabulary=vocabulary,
        blocks=_blocks(moved, len(vocabulary)),
        layout=layout,
        columns={kind: _columns(parts, kind) for kind in Kind},
        protocol_ids=[
            part.words.protocol_ids[rank]
            for part in parts
            for rank in part.words.protocol_ranks[part.chosen(Kind.PROTOCOL)].tolist()
        ],
        rows=_rows(moved),
        row_sizes=np.concatenate([part.words.row_sizes()[part.chosen] for part in moved]),
    )


def _columns(parts: c.Sequence[Part], kind: Kind) -> dict[str, Column]:
    chosen = [part.chosen(kind) for part in parts]
    return {
        name: joined(
            [
                (part.words.columns[kind][name], mask)
                for part, mask in zip(parts, chosen, strict=True)
            ]
        )
        for name in NAMES
    }


def _joined_layout(parts: c.Sequence[Part]) -> tuple[Layout, list[Array]]:
    """The layout of all, and of each part how far the words of each unit are moved."""
    starts, texts, protocols = list[Array](), list[Array](), list[Array]()
    asked, spans, shifts = list[Array](), list[Array](), list[Array]()
    end, count = 0, 0
    for part in parts:
        old, units = part.words.layout, part.chosen_units()
        sizes = np.where(units, np.diff(old.unit_start.astype(np.int64)), 0)
        ends = end + np.cumsum(sizes)
        shift = ends - sizes - old.unit_start[:-1]
        shifts.append(shift)
        starts.append((ends - sizes)[units])
        texts.append((old.unit_text + shift)[units])
        living = part.chosen(Kind.PROTOCOL)
        protocols.append((count + np.cumsum(living) - 1)[old.unit_protocol[units]])
        asked.append(np.diff(old.exchange_first)[part.chosen(Kind.SECTION)])
        questions = part.chosen(Kind.EXCHANGE)
        moved_by = shift[old.section_unit[old.exchange_section[questions]]]
        spans.append((old.spans[questions] + moved_by[:, np.newaxis]).ravel())
        end = int(ends[-1]) if len(ends) else end
        count += int(living.sum())
    layout = make_layout(
        unit_start=np.concatenate([*starts, [end]]),
        unit_text=np.concatenate(texts),
        unit_protocol=np.concatenate(protocols),
        exchange_counts=np.concatenate(asked),
        exchange_spans=np.concatenate(spans),
    )
    return layout, shifts


def _blocks(parts: c.Sequence[Moved], vocabulary: int) -> c.Iterator[Block]:
    sizes = np.zeros(vocabulary, np.int64)
    for part in parts:
        sizes[part.numbers] += part.words.place_counts()
    for first, last in blocks(sizes, BLOCK):
        pieces = [_piece(part, first, last) for part in parts]
        words = np.concatenate([words for words, _ in pieces])
        order = np.argsort(words, kind="stable")
        yield Block(
            first, last, words[order], np.concatenate([places for _, places in pieces])[order]
        )


def _piece(part: Moved, first: int, last: int) -> tuple[Array, Array]:
    """A part's places of some words that follow on one another, moved, and the word of each."""
    begin, end = np.searchsorted(part.numbers, (first, last)).tolist()
    places = part.words.places(begin, end)
    words = np.repeat(part.numbers[begin:end], part.words.place_counts()[begin:end])
    units = part.words.layout.units_at(places)
    chosen = part.chosen[units]
    return words[chosen], (places + part.shift[units])[chosen]


def _rows(parts: c.Sequence[Moved]) -> c.Iterator[Array]:
    for part in parts:
        sizes = part.words.row_sizes()
        for first in range(0, len(sizes), ROWS):
            some = slice(first, first + ROWS)
            rows = part.words.rows(first, min(first + ROWS, len(sizes)))
            yield rows[np.repeat(part.chosen[some], sizes[some])]
