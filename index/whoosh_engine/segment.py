"""A segment as it is searched: its words, its forms, and which of its documents are still there.

Whoosh numbers a segment's documents as `layout` numbers its units, and marks the deleted ones.
"""

import dataclasses as dc
import datetime as dt
import functools
import typing as t

import numpy as np
import numpy.typing as npt

from archive.visibility import Audience, Visibility
from index.engine import Kind
from index.query_tree import Leaf
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.columns import DAY, TOPICS, VISIBILITY, Values
from index.whoosh_engine.forms import Forms
from index.whoosh_engine.joining import Part
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.words import Words

if t.TYPE_CHECKING:
    from index.whoosh_engine.counts import Shares

Mask: t.TypeAlias = npt.NDArray[np.bool_]

FORMAL: t.Final[Values] = ("formalia",)


@dc.dataclass(eq=False)
class Segment:
    """One segment, at one commit. What is worked out of it is kept with it."""

    words: Words
    forms: Forms
    deleted: frozenset[int] = frozenset()  # units
    # What `counts` and `search` work out once.
    shares: dict[tuple[Kind, str, bool], "Shares"] = dc.field(default_factory=dict)
    holding: dict[tuple[Audience, Kind, Leaf], dict[float, int]] = dc.field(default_factory=dict)

    @functools.cached_property
    def living(self) -> Mask | None:
        """Which protocols are still there; None: all of them."""
        if not self.deleted:
            return None
        units = np.ones(len(self.words.layout.unit_protocol), np.bool_)
        units[list(self.deleted)] = False
        return t.cast(Mask, units[self.words.layout.heads])

    @functools.cached_property
    def leaves(self) -> Leaves:
        """Where the leaves of queries stand in it."""
        return Leaves(self.words, self.forms)

    @property
    def as_part(self) -> Part:
        """What is to be joined with others."""
        return Part(self.words, self.living)

    @property
    def sections(self) -> int:
        """How many sections it has, deleted ones too."""
        return self.words.layout.size(Kind.SECTION)

    def seen(self, audience: Audience, kind: Kind) -> Mask | None:
        """Which documents of a kind exist for an audience; None: all of them."""
        if (audience, kind) not in self._seen:
            self._seen[audience, kind] = self._mask(audience, kind)
        return self._seen[audience, kind]

    def only_seen(self, audience: Audience, kind: Kind, docs: Ids) -> Ids:
        """Those of the documents that exist for an audience."""
        mask = self.seen(audience, kind)
        return docs if mask is None else docs[mask[docs]]

    def count_seen(self, audience: Audience, kind: Kind, docs: Ids) -> int:
        """How many of the documents exist for an audience."""
        mask = self.seen(audience, kind)
        return len(docs) if mask is None else int(np.count_nonzero(mask[docs]))

    def days(self, kind: Kind, docs: Ids) -> Array:
        """The documents' days as numbers that grow with time, 0 where it is unknown."""
        if kind not in self._days:
            days = self.words.columns[kind][DAY].combinations
            numbers = [dt.date.fromisoformat(*day).toordinal() if day else 0 for day in days]
            self._days[kind] = np.array(numbers, np.int32)
        return self._days[kind][self.words.columns[kind][DAY].codes[docs]]

    def is_formal(self, kind: Kind, docs: Ids) -> Mask | None:
        """Which are matters of form, such as attendance; None: none are, as no whole protocol."""
        if (code := self._formal[kind]) is None:
            return None
        return t.cast(Mask, self.words.columns[kind][TOPICS].codes[docs] == code)

    @functools.cached_property
    def protocol_counts(self) -> Array:
        """In how many protocols each word of the vocabulary stands, deleted ones too."""
        return self.words.lists[Kind.PROTOCOL].sizes()

    @functools.cached_property
    def _formal(self) -> dict[Kind, int | None]:
        """The number in the column of topics that says so."""
        topics = {kind: self.words.columns[kind][TOPICS].combinations for kind in Kind}
        return {
            kind: each.index(FORMAL) if FORMAL in each and kind is not Kind.PROTOCOL else None
            for kind, each in topics.items()
        }

    @functools.cached_property
    def _seen(self) -> dict[tuple[Audience, Kind], Mask | None]:
        return {}

    @functools.cached_property
    def _days(self) -> dict[Kind, Array]:
        return {}

    def _mask(self, audience: Audience, kind: Kind) -> Mask | None:
        column = self.words.columns[kind][VISIBILITY]
        allowed = [audience.may_see(Visibility(*values)) for values in column.combinations]
        mask = None if all(allowed) else np.array(allowed)[column.codes]
        if self.living is not None:
            living = self.living[self.words.layout.protocols_of(kind)]
            mask = living if mask is None else mask & living
        return mask
