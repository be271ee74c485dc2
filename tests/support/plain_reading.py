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
import operator
import typing as t

from archive.registry import packaged
from archive.visibility import Audience
from index import Entry, FacetValue, Hit, Kind, Order, Request
from index.documents import Document, Facts, documents
from index.names import Names
from index.query import parse_query
from index.query_tree import (
    And,
    Dated,
    Everything,
    Exact,
    Having,
    In,
    Inflected,
    Leaf,
    Named,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Prefix,
    Word,
)
from index.swedish import (
    Level,
    begins_with,
    chunkings,
    ends_with,
    meeting,
    packaged_language,
    tokens,
)

LANGUAGE: t.Final = packaged_language()
NAMES: t.Final = Names.of(packaged(), LANGUAGE)

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
    questions: tuple[Row, ...] = ()
    answers: tuple[Row, ...] = ()
    section_titles: tuple[Row, ...] = ()  # of a protocol

    @property
    def facts(self) -> Facts:
        return self.document.facts

    @property
    def shown(self) -> Shown:
        """What tells it from others in a list of hits."""
        return shown_document(self.document)

    @property
    def title_length(self) -> int:
        """How many words its title has."""
        return sum(map(len, self.titles))

    @property
    def text_length(self) -> int:
        """How many words its text has."""
        return sum(map(len, self.texts))

    def in_title(self, leaf: Leaf, level: Level = Level.LOOSE) -> int:
        """How often the word or phrase stands in its title, so well or better met."""
        match leaf:
            case In(Part.TITLE):
                found = self.titles if self.facts.kind is not Kind.PROTOCOL else ()
                return _count(leaf, found, level)
            case In():
                return 0
        return _count(leaf, self.titles, level)

    def in_text(self, leaf: Leaf, level: Level = Level.LOOSE) -> int:
        """How often the word or phrase stands in its text, so well or better met."""
        match leaf:
            case In(Part.TITLE):
                found = self.section_titles if self.facts.kind is Kind.PROTOCOL else ()
                return _count(leaf, found, level)
            case In(part):
                asked = self.questions if part is Part.QUESTION else self.answers
                return _count(leaf, asked, level)
        return _count(leaf, self.texts, level)


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
            tree = parse_query(request.text, NAMES).tree
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
            case Having(facet, ids):
                return not values(facet, reading.facts, follow=True).isdisjoint(ids)
            case Dated(earliest, latest):
                day = reading.facts.date
                return day is not None and earliest <= day <= latest
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
        asked, told = _questions(document), _answers(document)
        match document.facts.kind:
            case Kind.SECTION:
                texts = (row(document.text),)
                yield Reading(document, (_title(document),), texts, asked, told)
            case Kind.EXCHANGE:
                yield Reading(document, (_title(document),), (*asked, *told), asked, told)
            case Kind.PROTOCOL:
                pieces = ((_title(section), row(section.text)) for section in sections)
                within = tuple(itertools.chain.from_iterable(pieces))
                yield Reading(
                    document,
                    (row(document.title),),
                    within,
                    tuple(itertools.chain.from_iterable(map(_questions, sections))),
                    tuple(itertools.chain.from_iterable(map(_answers, sections))),
                    tuple(_title(section) for section in sections),
                )


def _questions(document: Document) -> tuple[Row, ...]:
    """The questions in it, each once where it stands."""
    found = {each.question_span or each.question: each.question for each in document.exchanges}
    return tuple(map(row, found.values()))


def _answers(document: Document) -> tuple[Row, ...]:
    """The answers in it; several questions may share one."""
    found = {each.answer_span or each.answer: each.answer or "" for each in document.exchanges}
    return tuple(map(row, found.values()))


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


def _count(leaf: Leaf, pieces: c.Iterable[Row], level: Level) -> int:
    return sum(_stands(leaf, piece, level) for piece in pieces)


def _stands(leaf: Leaf, piece: Row, level: Level) -> int:
    """How often it stands in a piece of text, on a level or a better one."""
    match leaf:
        case Phrase(keys):
            return sum(map(all, _windows(keys, piece, operator.eq)))
        case Inflected(keys):
            return sum(map(all, _windows(keys, piece, _inflected)))
        case Named(_, keys):
            return sum(key in keys for at in piece for key in at)
        case Word(wanted, _, loose):
            met = sum(_is_met(wanted, key, level, loose) for at in piece for key in at)
            return met + (_divided(wanted, piece) if level <= Level.PART else 0)
        case Exact(wanted):
            return sum(key == wanted for at in piece for key in at)
        case Prefix(wanted):
            return sum(key.startswith(wanted) for at in piece for key in at)
        case In(_, Word() | Prefix() | Named() as within):
            # Where it matters where words stand, two at one place are one.
            once = sum(bool(_stands(within, (at,), level)) for at in piece)
            divided = isinstance(within, Word) and level <= Level.PART
            return once + (_divided(within.key, piece) if divided else 0)
        case In(_, within):
            return _stands(within, piece, level)


@functools.cache
def _is_met(wanted: str, key: str, level: Level, loose: bool) -> bool:
    asked, found = LANGUAGE.analyse(wanted), LANGUAGE.analyse(key)
    met = meeting(wanted, asked, key, found, loose=loose)
    return met is not None and met.level >= level


def _inflected(key: str, wanted: str) -> bool:
    return _is_met(wanted, key, Level.INFLECTED, False)


def _windows(
    keys: c.Sequence[t.Any], piece: Row, meets: c.Callable[[str, t.Any], bool]
) -> c.Iterator[list[bool]]:
    """Of each place whether what stands there and after it is what is wanted, word for word."""
    for start in range(len(piece) - len(keys) + 1):
        window = piece[start : start + len(keys)]
        yield [any(meets(key, one) for key in at) for one, at in zip(keys, window, strict=True)]


def _divided(wanted: str, piece: Row) -> int:
    """How often a word of several parts is written as several words."""
    parts = LANGUAGE.analyse(wanted).parts
    if not 2 <= len(parts) <= 5:
        return 0

    def meets(key: str, test: t.Any) -> bool:
        return bool(test(LANGUAGE.analyse(key).parts))

    return sum(sum(map(all, _windows(_tests(chunks), piece, meets))) for chunks in chunkings(parts))


def _tests(chunks: c.Sequence[t.Any]) -> list[t.Any]:
    first, *between, last = chunks
    return [
        lambda parts: ends_with(parts, first),
        *(functools.partial(_are, chunk) for chunk in between),
        lambda parts: begins_with(parts, last),
    ]


def _are(chunk: t.Any, parts: t.Any) -> bool:
    return len(parts) == len(chunk) and begins_with(parts, chunk)


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


def shown_document(document: Document) -> Shown:
    """What tells a document from others in a list of hits."""
    exchange = document.exchanges[0] if document.facts.kind is Kind.EXCHANGE else None
    return (
        document.facts.protocol_id,
        document.ordinal,
        exchange.question if exchange else "",
        (exchange.answer if exchange else None) or "",
    )


def shown(hit: Hit) -> Shown:
    """What tells a hit from others, as `Reading.shown`."""
    exchange = hit.exchange if hit.kind is Kind.EXCHANGE else None
    return (
        hit.protocol_id,
        hit.ordinal,
        exchange.question.text if exchange else "",
        exchange.answer.text if exchange and exchange.answer else "",
    )
