"""The forms of all answers. What is sent is made of these, and what is told of them is read here.

A field is always there, and null where there is nothing to say. What the archive itself has a form
for is in that one: a section, a matter of samverkan, an entry of a registry.
"""

import datetime as dt
import typing as t

import msgspec

from archive.model import Basis, Meeting, Outcome, SamverkanMatter, Section
from archive.records import FileRole
from archive.registry import Forvaltning, Topic, Union
from index import Kind

Moment: t.TypeAlias = t.Annotated[
    dt.datetime, msgspec.Meta(description="När det senast kom in eller rättades.")
]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object in an answer."""


class Day(Form, frozen=True):
    """The day of a meeting, and on what it rests."""

    value: dt.date | None
    basis: Basis


class Of(Form, frozen=True):
    """Which förvaltning a protocol belongs to, and on what that rests."""

    id: str | None
    name: str | None
    basis: Basis


class File(Form, frozen=True):
    """What a protocol was read from, by name."""

    filename: str


class ProtocolRef(Form, frozen=True):
    """A protocol as it is named in other answers."""

    id: t.Annotated[str, msgspec.Meta(description="Står i adressen: /api/v1/protokoll/{id}.")]
    title: str
    date: Day
    forvaltning: Of
    source: File


class SectionRef(Form, frozen=True):
    """A section as it is named in other answers."""

    number: int | None
    ordinal: t.Annotated[int, msgspec.Meta(description="Paragrafens plats i protokollet, från 1.")]
    title: str


class Asked(Form, frozen=True):
    """The question that was hit, with its answer; both cut like the excerpts."""

    union: str | None
    question: str
    answer: str | None
    answered: bool


class FoundHit(Form, frozen=True):
    """One section, question or protocol that was found."""

    score: float
    kind: Kind
    protocol: ProtocolRef
    section: SectionRef | None
    exchange: Asked | None
    excerpts: t.Annotated[
        tuple[str, ...],
        msgspec.Meta(description="HTML: det som träffades står i <mark>, annan kod är ofarlig."),
    ]
    page: int | None
    url: t.Annotated[str, msgspec.Meta(description="Den varaktiga adressen, att citera.")]
    api_url: t.Annotated[str, msgspec.Meta(description="Paragrafen eller protokollet i API:et.")]


class FacetCount(Form, frozen=True):
    """A value that a search can be narrowed by, and what that gives."""

    id: str
    label: str
    count: int


class Facets(Form, frozen=True):
    """All values that a search can be narrowed by, by parameter."""

    forvaltning: tuple[FacetCount, ...]
    fack: tuple[FacetCount, ...]
    amne: tuple[FacetCount, ...]
    ar: tuple[FacetCount, ...]
    typ: tuple[FacetCount, ...]
    utfall: tuple[FacetCount, ...]


class PageLinks(Form, frozen=True):
    """Where a page is, and those beside it; `html` is the same for people."""

    here: str = msgspec.field(name="self")
    next: str | None
    prev: str | None
    html: str


class Found(Form, frozen=True):
    """A page of what was found."""

    query: str
    total: int
    took_ms: float
    hits: tuple[FoundHit, ...]
    facets: Facets
    suggestion: t.Annotated[str | None, msgspec.Meta(description="Menade du: en annan sökning.")]
    notes: t.Annotated[
        tuple[str, ...],
        msgspec.Meta(description="Meningar om det i adressen som inte gick att använda."),
    ]
    protocols: t.Annotated[
        int | None,
        msgspec.Meta(description="Med grupp=protokoll: så många protokoll ligger träffarna i."),
    ]
    page: int
    pages: int
    links: PageLinks


class Named(Form, frozen=True):
    """An entry of a registry."""

    id: str
    name: str


class Proposal(Form, frozen=True):
    """What a query that is being typed may become."""

    text: str
    sort: t.Literal["ord", "fack", "forvaltning", "amne", "rubrik", "arende", "mote"]
    visas: str
    antal: int
    id: str | None = None  # of a name that can be chosen: with `rest` it asks the same
    rest: str | None = None
    slag: t.Annotated[
        str, msgspec.Meta(description="Vad det är, så som det visas: ”ärende, Farsta”.")
    ] = ""
    forvaltning: Named | None = None  # whose case it is
    sida: t.Annotated[
        str | None,
        msgspec.Meta(
            description="Ärendets, mötets eller tidens sida, räknat från webbplatsens adress."
        ),
    ] = None


class Proposals(Form, frozen=True):
    """All that a query that is being typed may become, the likeliest first."""

    query: str
    forslag: tuple[Proposal, ...]


class Listed(Form, frozen=True):
    """A protocol in a list."""

    id: str
    title: str
    date: Day
    forvaltning: Of
    meeting: Meeting
    sections: int
    exchanges: int
    unanswered: int
    changed: t.Annotated[
        dt.datetime, msgspec.Meta(description="När det senast kom in eller rättades.")
    ]
    url: str
    api_url: str


class ProtocolList(Form, frozen=True):
    """A page of the list of protocols."""

    total: int
    protocols: tuple[Listed, ...]
    notes: tuple[str, ...]
    page: int
    pages: int
    links: PageLinks


class FileFacts(Form, frozen=True):
    """One of a protocol's files."""

    role: FileRole
    filename: str
    media_type: str
    size: t.Annotated[int, msgspec.Meta(description="Byte.")]
    sha256: t.Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    url: t.Annotated[
        str | None, msgspec.Meta(description="null: filen lämnas inte ut, den kan visa namn.")
    ]


class ProtocolLinks(Form, frozen=True):
    """Where a protocol is."""

    here: str = msgspec.field(name="self")
    html: str


class Facts(Form, frozen=True):
    """What is known of a protocol besides what stands in it."""

    changed: t.Annotated[
        dt.datetime, msgspec.Meta(description="När det senast kom in eller rättades.")
    ]
    files: tuple[FileFacts, ...]
    corrected: t.Annotated[
        tuple[str, ...],
        msgspec.Meta(description="Uppgifter som en människa har rättat: date, forvaltning."),
    ]
    part_of: t.Annotated[str | None, msgspec.Meta(description="Helheten, där detta är en del.")]
    parts: t.Annotated[tuple[str, ...], msgspec.Meta(description="Delar som justerades för sig.")]
    links: ProtocolLinks


class SectionLinks(Form, frozen=True):
    """Where a section is, and those beside it."""

    here: str = msgspec.field(name="self")
    html: str
    protocol: str
    next: str | None
    prev: str | None


class SectionAnswer(Form, frozen=True):
    """One section, with all that is needed to quote it."""

    protocol: ProtocolRef
    anchor: str
    section: Section
    citation: t.Annotated[str, msgspec.Meta(description="Texten med källa, att klistra in.")]
    links: SectionLinks


class Step(Form, frozen=True):
    """One section in which a case was up."""

    protocol: ProtocolRef
    number: t.Annotated[str, msgspec.Meta(description="Diarienumret som det står här.")]
    section: SectionRef
    text: str
    matters: tuple[SamverkanMatter, ...]
    unions: tuple[str, ...]
    topics: tuple[str, ...]
    url: str
    api_url: str


class Latest(Form, frozen=True):
    """The last known outcome of a case."""

    outcome: Outcome
    date: dt.date | None
    url: str


class Case(Form, frozen=True):
    """A case from meeting to meeting, the oldest first."""

    number: str
    title: str
    forvaltning: Named
    meetings: int
    latest: Latest | None
    steps: tuple[Step, ...]
    links: ProtocolLinks


class Forvaltningar(Form, frozen=True):
    """The registry of förvaltningar."""

    entries: tuple[Forvaltning, ...]


class Unions(Form, frozen=True):
    """The registry of unions."""

    entries: tuple[Union, ...]


class Topics(Form, frozen=True):
    """The registry of topics."""

    entries: tuple[Topic, ...]


class Synonym(Form, frozen=True):
    """A word or abbreviation, and what means the same."""

    word: str
    means: tuple[str, ...]


class Synonyms(Form, frozen=True):
    """The registry of synonyms."""

    entries: tuple[Synonym, ...]
