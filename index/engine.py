"""The door to any engine: what is asked, what comes back, and what an engine must do.

The unit is the §; beside it each question–answer pair is a document of its own kind, and each
protocol as a whole a third. Kinds never mix in one count. Every request carries its audience:
totals, facets and excerpts are computed from what that audience may see.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import enum
import typing as t

import msgspec

from archive.model import Basis, Protocol, Span
from archive.visibility import Audience, Visibility
from index.query_tree import Part
from index.swedish import Level


class Kind(enum.StrEnum):
    """What one hit is; the value stands in addresses and in JSON."""

    SECTION = "paragraf"
    EXCHANGE = "fraga"
    PROTOCOL = "protokoll"


class Order(enum.StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevans"
    NEWEST = "nyast"
    OLDEST = "aldst"


@dc.dataclass(frozen=True, slots=True)
class Filters:
    """Chosen facet values: several in one widen, different ones narrow. Ids are the registries'."""

    forvaltningar: tuple[str, ...] = ()
    unions: tuple[str, ...] = ()  # named in a paragraph; the asker of a question
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()  # "2025" or "2025-03"
    answered: bool | None = None
    earliest: dt.date | None = None  # inclusive
    latest: dt.date | None = None  # inclusive
    predecessors: bool = True  # a chosen förvaltning or union includes those it took over


EVERYTHING: t.Final = Filters()


@dc.dataclass(frozen=True, slots=True)
class Request:
    """One search. An empty query asks for everything the filters leave."""

    text: str
    audience: Audience
    kind: Kind = Kind.SECTION
    filters: Filters = Filters()
    order: Order = Order.RELEVANCE
    offset: int = 0
    limit: int = 20
    literal: bool = False  # neither å ä ö put back nor anything tried more loosely
    gathered: bool = False  # sections under their protocols: `offset` and `limit` count protocols


@dc.dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of the text, with the places to mark, counted from the passage's start."""

    text: str
    marks: tuple[Span, ...] = ()
    cut_before: bool = False  # the text goes on before it
    cut_after: bool = False


@dc.dataclass(frozen=True, slots=True)
class ExchangeHit:
    """The exchange a hit lies in."""

    union: str | None
    question: Excerpt
    answer: Excerpt | None
    answered: bool


@dc.dataclass(frozen=True, slots=True)
class Hit:
    """One section, exchange or protocol that was found, with what a result list shows of it."""

    kind: Kind
    score: float
    protocol_id: str
    protocol_title: str
    date: dt.date | None
    date_basis: Basis
    forvaltning: str | None
    forvaltning_name: str | None
    forvaltning_basis: Basis
    filename: str
    visibility: Visibility
    number: int | None = None  # the section's; None for a protocol as a whole
    ordinal: int | None = None
    title: str | None = None  # the section's title, unmarked
    title_marks: tuple[Span, ...] = ()  # of a protocol as a whole: in its own title
    anchor: str | None = None  # the section's place on the protocol's page: "p9"
    place: str = ""  # its name within the protocol: "p9", of its third question "f3"; the whole: ""
    page: int | None = None
    unions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()  # of samverkan, in a paragraph
    exchange: ExchangeHit | None = None
    excerpts: tuple[Excerpt, ...] = ()


class FacetValue(msgspec.Struct, frozen=True):
    """One value of a facet (an id; whoever shows it knows its name), and what choosing it gives."""

    id: str
    count: int


@dc.dataclass(frozen=True, slots=True)
class Result:
    """A page of hits, the exact total, and the facets' counts over all hits.

    `facets` has the keys forvaltning, fack, amne, ar, typ and utfall, each ordered by count and
    then id (ar by year); a facet's counts ignore its own choice, and ar also the days chosen.
    "typ" counts each kind on its own.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: c.Mapping[str, tuple[FacetValue, ...]]
    took_ms: float
    suggestion: str | None = None
    notes: tuple[str, ...] = ()  # Swedish sentences: what could not be read as typed
    altered: bool = False  # found by other words than those typed; `literal` takes them as they are
    in_protocol: c.Mapping[str, int] = dc.field(default_factory=dict)  # of `gathered` hits: how
    # many each protocol on the page has, of which the best few are shown
    protocols: int | None = None  # how many `gathered` hits lie in


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """One protocol to be found, as the catalogue shows it now (with people's corrections)."""

    protocol: Protocol  # `id` is set
    visibility: Visibility


@dc.dataclass(frozen=True, slots=True)
class Completion:
    """What a query that is being typed may become."""

    text: str  # the whole query
    sort: str  # "ord" "fack" "forvaltning" "amne" "rubrik"
    label: str  # what is proposed, as a reader writes it
    count: int  # protocols in which it stands


@dc.dataclass(frozen=True, slots=True)
class Numbered:
    """A number of several parts, and the newest section at one förvaltning in which it stands."""

    key: str  # as it is compared: "2025/12" "sn-2023-00123"
    protocol_id: str
    ordinal: int  # the section's
    forvaltning: str | None
    count: int  # protocols there in which it stands


class Reading(enum.Enum):
    """What a piece of a query was taken as."""

    WORD = enum.auto()  # in any form, and as a part of others
    LOOSE = enum.auto()  # a word between whose parts others may stand
    EXACT = enum.auto()  # a word in that form
    BEGINNING = enum.auto()
    PHRASE = enum.auto()  # words in a row, in those forms
    INFLECTED = enum.auto()  # words in a row, in any forms
    UNION = enum.auto()


@dc.dataclass(frozen=True, slots=True)
class Met:
    """A form in which something that was looked for stands in a document."""

    written: str  # as it is the first time; of "individ- och familjeomsorg" all of it
    level: Level
    count: int
    in_title: int  # of these


@dc.dataclass(frozen=True, slots=True)
class Explanation:
    """A word, phrase or name that was looked for in a document, and all that it met there."""

    text: str
    reading: Reading
    met: tuple[Met, ...]  # the best first; none: it does not stand there
    part: Part | None = None  # where it had to stand
    union: str | None = None  # its id
    weight: float = 1.0
    read_for: tuple[str, ...] = ()  # it was not typed: these were, and mean the same


@dc.dataclass(frozen=True, slots=True)
class Similar:
    """Sections about the same thing as another, and the words by which they were found."""

    words: tuple[str, ...]  # the most telling first
    hits: tuple[Hit, ...]


# The places to mark in a text, in order, not overlapping.
Mark: t.TypeAlias = c.Callable[[str], tuple[Span, ...]]


class SearchIndex(t.Protocol):
    """What an engine does. Raises IndexUnavailable where its store cannot be read or written."""

    def search(self, request: Request) -> Result:
        """The hits for a request. Any text can be asked; nothing raises for what was typed."""

    def marker(self, request: Request) -> Mark:
        """Finds in any text the places that are marked in the request's hits: what was typed, or
        what was looked for instead."""

    def explain(self, request: Request, entry: Entry, place: str) -> tuple[Explanation, ...] | None:
        """Why a request hits the document of that name in a protocol; None where there is none.

        All is read from the protocol that is handed over, and told of nothing else.
        """

    def similar(
        self,
        entry: Entry,
        place: str,
        audience: Audience,
        limit: int = 5,
        filters: Filters = EVERYTHING,
        kind: Kind = Kind.SECTION,
    ) -> Similar | None:
        """Sections or questions of other protocols that share telling words with the section or
        question of that name in a protocol, the most alike first; None where there is none."""

    def complete(self, text: str, audience: Audience, limit: int = 8) -> tuple[Completion, ...]:
        """What the query may become, the likeliest first; only what the audience may see."""

    def numbers(
        self, begun: c.Collection[tuple[str, str]], audience: Audience, limit: int = 12
    ) -> tuple[Numbered, ...]:
        """Numbers that begin in one of these ways, right after a certain word or ("") any: those
        that are begun in full first, then the newest; only what the audience may see."""

    def update(self, entries: c.Iterable[Entry], removed: c.Iterable[str] = ()) -> None:
        """Put protocols in place of what is there under their ids, take others out, and commit."""

    def rebuild(self, entries: c.Iterable[Entry]) -> None:
        """Build everything anew beside what is there, then switch; readers go on meanwhile."""

    def counts(self) -> c.Mapping[Kind, int]:
        """How many documents of each kind the index holds, whoever may see them."""

    def protocol_ids(self) -> frozenset[str]:
        """The ids of all protocols in the index, to compare with the catalogue."""

    def generation(self) -> int:
        """A number that changes with every commit."""

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, damaged, of another version or was never built whole."""
