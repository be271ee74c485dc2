"""From a query's tree to the documents that meet it, over Whoosh's posting lists.

Everything happens within a universe, the documents the asker may see: what lies outside is not
counted, weighed or known. Sets first, exactly; the numbers that rank them are kept per leaf.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from index.query_tree import And, Everything, Exact, Leaf, Node, Not, Or, Phrase, Prefix, Word
from index.whoosh_engine.schema import WORD_FIELDS
from index.whoosh_engine.snapshot import Part, Segment, Snapshot
from index.whoosh_engine.store import readable


@dc.dataclass(frozen=True, slots=True)
class Postings:
    """How often a leaf stands in each document's title and text."""

    title: c.Mapping[int, int]
    text: c.Mapping[int, int]

    def documents(self) -> set[int]:
        """Where it stands at all."""
        return self.title.keys() | self.text.keys()


class Evaluation:
    """One query against one snapshot; each leaf is read once."""

    def __init__(self, snapshot: Snapshot, universe: frozenset[int]) -> None:
        self._snapshot = snapshot
        self._universe = universe
        self._read: dict[Leaf, Postings] = {}

    def matching(self, tree: Node) -> c.Set[int]:
        """The documents that meet the tree."""
        match tree:
            case And(parts):
                return self._universe.intersection(*map(self.matching, parts))
            case Or(parts):
                return set().union(*map(self.matching, parts))
            case Not(part):
                return self._universe - self.matching(part)
            case Everything():
                return self._universe
            case _:
                return self.postings(tree).documents()

    def postings(self, leaf: Leaf) -> Postings:
        """Where a word or phrase stands, and how often, in what the asker may see.

        Raises DamagedIndex.
        """
        if leaf not in self._read:
            with readable():
                title, text = (self._counts(leaf, field) for field in WORD_FIELDS)
            self._read[leaf] = Postings(title, text)
        return self._read[leaf]

    def _counts(self, leaf: Leaf, field: str) -> dict[int, int]:
        counts: dict[int, int] = {}
        for part in self._snapshot.parts:
            found = (
                _phrase_counts(part, field, leaf.keys)
                if isinstance(leaf, Phrase)
                else _word_counts(part, field, _forms(part.segment, leaf))
            )
            for number, count in found:
                if (document := part.first + number) in self._universe:
                    counts[document] = counts.get(document, 0) + count
        return counts


def _forms(segment: Segment, leaf: Word | Exact | Prefix) -> c.Sequence[str]:
    match leaf:
        case Word(key):
            return segment.forms(key)
        case Exact(key):
            return (key,)
        case Prefix(key):
            return segment.beginning_with(key)


def _word_counts(part: Part, field: str, keys: c.Iterable[str]) -> c.Iterator[tuple[int, int]]:
    for key in keys:
        if (field, key) in part.reader:
            matcher = part.reader.postings(field, key)
            while matcher.is_active():
                yield matcher.id(), int(matcher.weight())
                matcher.next()


def _phrase_counts(part: Part, field: str, keys: tuple[str, ...]) -> c.Iterator[tuple[int, int]]:
    """Begins with the rarest word and looks the others up only where that one stands."""
    if not all((field, key) in part.reader for key in keys):
        return
    offsets = sorted(
        range(len(keys)), key=lambda place: part.reader.doc_frequency(field, keys[place])
    )
    starts: dict[int, set[int]] | None = None
    for offset in offsets:
        matcher = part.reader.postings(field, keys[offset])
        there = dict(_starts(matcher, offset, starts))
        starts = {
            number: found if starts is None else starts[number] & found
            for number, found in there.items()
        }
        starts = {number: found for number, found in starts.items() if found}
    for number, found in (starts or {}).items():
        yield number, len(found)


def _starts(
    matcher: t.Any, offset: int, among: c.Mapping[int, object] | None
) -> c.Iterator[tuple[int, set[int]]]:
    """For each document where the phrase would begin, were the word its offset-th."""
    if among is None:
        while matcher.is_active():
            yield matcher.id(), {place - offset for place in matcher.value_as("positions")}
            matcher.next()
        return
    for number in sorted(among):
        if matcher.is_active() and matcher.id() < number:
            matcher.skip_to(number)
        if matcher.is_active() and matcher.id() == number:
            yield number, {place - offset for place in matcher.value_as("positions")}
