"""The plainest possible engine: it reads every document anew for every question.

What any engine answers must be what this finds: sets, facets, order and scores. It shares with the
engines only what words are (`index.swedish`), what a query means (`index.query`) and what the
documents are (`index.documents`).
"""

import collections
import collections.abc as c
import dataclasses as dc
import functools
import itertools
import typing as t

from archive.registry import packaged
from archive.visibility import Audience
from index import Entry, FacetValue, Hit, Kind, Order, Request
from index.documents import Document, Facts, documents
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Leaf, Node, Not, Or, Phrase, Prefix, Word
from index.swedish import stem, tokens

Row: t.TypeAlias = tuple[tuple[str, ...], ...]
Shown: t.TypeAlias = tuple[str, int | None, str, str]


@dc.dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document as it is read: its pieces of text, each a row of the keys at every position.

    A phrase must stand whole in one piece: a title, a section's text, a question or an answer.
    """

    document: Document
    titles: tuple[Row, ...]
    texts: tuple[Row, ...]

    @property
    def facts(self) -> Facts:
        return self.document.facts

    @property
    def shown(self) -> Shown:
        """What tells it from others in a list of hits."""
        exchange = self.document.exchanges[0] if self.facts.kind is Kind.EXCHANGE else None
        return (
            self.facts.protocol_id,
            self.document.ordinal,
            exchange.question if exchange else "",
            (exchange.answer if exchange else None) or "",
        )

    @property
    def title_length(self) -> int:
        """How many words its title has."""
        return sum(map(len, self.titles))

    @property
    def text_length(self) -> int:
        """How many words its text has."""
        return sum(map(len, self.texts))

    def in_title(self, leaf: Leaf) -> int:
        """How often the word or phrase stands in its title."""
        return _count(leaf, self.titles)

    def in_text(self, leaf: Leaf) -> int:
        """How often the word or phrase stands in its text."""
        return _count(leaf, self.texts)


class PlainReading:
    """All documents of a corpus."""

    def __init__(self, corpus: c.Iterable[Entry]) -> None:
        self.readings = [reading for one in corpus for reading in readings(one)]
        self._holding: dict[Leaf, frozenset[Reading]] = {}
        self._met: dict[tuple[str, Audience], list[Reading]] = {}

    def answer(self, request: Request) -> list[Reading]:
        """All hits, whatever their order."""
        return self._passing(self._meeting(request), request)

    def facets(self, request: Request) -> dict[str, tuple[FacetValue, ...]]:
        """What each further choice would give."""
        meeting = self._meeting(request)
        result = {}
        for facet in ("forvaltning", "fack", "amne", "ar", "typ", "utfall"):
            counter = collections.Counter(
                value
                for reading in self._passing(meeting, request, without=facet)
                for value in values(facet, reading.facts, request.filters.predecessors)
            )
            if facet == "typ":
                counter.update({str(kind): 0 for kind in Kind})
            by_count = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
            ordered = sorted(counter.items()) if facet == "ar" else by_count
            result[facet] = tuple(FacetValue(*item) for item in ordered)
        return result

    def peers(self, request: Request) -> list[Reading]:
        """What a hit is compared with: the documents of the kind that the audience may see."""
        return [
            reading
            for reading in self.readings
            if reading.facts.kind is request.kind
            and request.audience.may_see(reading.facts.visibility)
        ]

    def holding(self, leaf: Leaf) -> frozenset[Reading]:
        """The documents that the word or phrase stands in, whoever may see them."""
        if leaf not in self._holding:
            self._holding[leaf] = frozenset(
                reading
                for reading in self.readings
                if reading.in_title(leaf) or reading.in_text(leaf)
            )
        return self._holding[leaf]

    def _meeting(self, request: Request) -> list[Reading]:
        asked = request.text, request.audience
        if asked not in self._met:
            tree = parse_query(request.text).tree
            self._met[asked] = [
                reading
                for reading in self.readings
                if request.audience.may_see(reading.facts.visibility) and self._meets(tree, reading)
            ]
        return self._met[asked]

    def _meets(self, tree: Node, reading: Reading) -> bool:
        match tree:
            case And(parts):
                return all(self._meets(part, reading) for part in parts)
            case Or(parts):
                return any(self._meets(part, reading) for part in parts)
            case Not(part):
                return not self._meets(part, reading)
            case Everything():
                return True
            case _:
                return reading in self.holding(tree)

    def _passing(
        self, meeting: list[Reading], request: Request, without: str = ""
    ) -> list[Reading]:
        return [reading for reading in meeting if passes(reading.facts, request, without)]


def readings(entry: Entry) -> c.Iterator[Reading]:
    """The documents of one protocol, cut into the pieces that a phrase must stand whole in."""
    every = list(documents(entry))
    sections = [document for document in every if document.facts.kind is Kind.SECTION]
    for document in every:
        match document.facts.kind:
            case Kind.SECTION:
                yield Reading(document, (_title(document),), (row(document.text),))
            case Kind.EXCHANGE:
                [exchange] = document.exchanges
                texts = row(exchange.question), row(exchange.answer or "")
                yield Reading(document, (_title(document),), texts)
            case Kind.PROTOCOL:
                pieces = ((_title(section), row(section.text)) for section in sections)
                within = tuple(itertools.chain.from_iterable(pieces))
                yield Reading(document, (row(document.title),), within)


def _title(section: Document) -> Row:
    """A section's title. Its number is not part of it, but can be asked for where it begins."""
    labels = tuple(f"§{number}" for number in section.numbers)
    first, *rest = row(section.title) or ((),)
    return ((*labels, *first), *rest) if labels or first else ()


@functools.lru_cache(maxsize=1 << 14)
def row(text: str) -> Row:
    """The keys at each position of a text."""
    found = itertools.groupby(tokens(text), key=lambda token: token.position)
    return tuple(tuple(token.key for token in at) for _, at in found)


def _count(leaf: Leaf, pieces: c.Iterable[Row]) -> int:
    if isinstance(leaf, Phrase):
        return sum(_phrases(leaf.keys, row) for row in pieces)
    return sum(_is(leaf, key) for row in pieces for at in row for key in at)


def _is(leaf: Word | Exact | Prefix, key: str) -> bool:
    match leaf:
        case Word(wanted):
            return stem(key) == stem(wanted)
        case Exact(wanted):
            return key == wanted
        case Prefix(wanted):
            return key.startswith(wanted)


def _phrases(keys: tuple[str, ...], row: Row) -> int:
    windows = (row[start : start + len(keys)] for start in range(len(row) - len(keys) + 1))
    return sum(all(key in at for key, at in zip(keys, window, strict=True)) for window in windows)


def passes(facts: Facts, request: Request, without: str = "") -> bool:
    """Whether the choices leave it; `without` is the facet whose own choice is ignored."""
    chosen = request.filters
    by_facet = {
        "forvaltning": chosen.forvaltningar,
        "fack": chosen.unions,
        "amne": chosen.topics,
        "utfall": chosen.outcomes,
    }
    if chosen.answered is not None and chosen.answered not in facts.answered:
        return False
    if without != "typ" and facts.kind is not request.kind:
        return False
    if without != "ar" and not _in_time(facts, request):
        return False
    return all(
        not ids or facet == without or values(facet, facts, chosen.predecessors) & {*ids}
        for facet, ids in by_facet.items()
    )


def _in_time(facts: Facts, request: Request) -> bool:
    chosen, day = request.filters, facts.date
    if not (chosen.periods or chosen.earliest or chosen.latest):
        return True
    return (
        day is not None
        and (not chosen.periods or not {f"{day:%Y}", f"{day:%Y-%m}"}.isdisjoint(chosen.periods))
        and (chosen.earliest is None or chosen.earliest <= day)
        and (chosen.latest is None or day <= chosen.latest)
    )


def values(facet: str, facts: Facts, follow: bool) -> set[str]:
    """What it counts for in a facet; also for those that took its förvaltning or union over."""
    by_facet: dict[str, tuple[str, ...]] = {
        "forvaltning": () if facts.forvaltning is None else (facts.forvaltning,),
        "fack": facts.unions,
        "amne": facts.topics,
        "ar": () if facts.date is None else (str(facts.date.year),),
        "typ": (str(facts.kind),),
        "utfall": facts.outcomes,
    }
    own = {*by_facet[facet]}
    return own | {heir for value in own for heir in heirs(facet, value)} if follow else own


@functools.cache
def heirs(facet: str, value: str) -> frozenset[str]:
    """Those that took a förvaltning or a union over, and those that took them over."""
    registries = packaged()
    every, lineage = {
        "forvaltning": (registries.forvaltningar, registries.with_predecessors),
        "fack": (registries.unions, registries.union_with_predecessors),
    }.get(facet, ((), lambda one: (one,)))
    return frozenset(one for one in every if value in lineage(one))


def in_order(
    found: c.Iterable[Reading], order: Order, scores: c.Mapping[Shown, float]
) -> list[Reading]:
    """The documented order: undated last, and nothing left to chance."""

    def key(reading: Reading) -> tuple[bool, float, int, str, int]:
        facts = reading.facts
        newest_first = -facts.date.toordinal() if facts.date else 0
        by = {
            Order.RELEVANCE: (facts.is_formal, -scores.get(reading.shown, 0.0), newest_first),
            Order.NEWEST: (False, 0.0, newest_first),
            Order.OLDEST: (facts.date is None, 0.0, -newest_first),
        }[order]
        return (*by, facts.protocol_id, facts.place)

    return sorted(found, key=key)


def shown(hit: Hit) -> Shown:
    """What tells a hit from others, as `Reading.shown`."""
    exchange = hit.exchange if hit.kind is Kind.EXCHANGE else None
    return (
        hit.protocol_id,
        hit.ordinal,
        exchange.question.text if exchange else "",
        exchange.answer.text if exchange and exchange.answer else "",
    )
