"""What an assistant is answered, in the form that its schema shows: values and nothing else."""

import dataclasses as dc
import datetime as dt
import typing as t

import msgspec

from archive.model import Basis, Outcome
from index import Kind


def _about(description: str) -> msgspec.Meta:
    return msgspec.Meta(description=description)


Permalink: t.TypeAlias = t.Annotated[str, _about("Where it stands, to link to.")]
Citation: t.TypeAlias = t.Annotated[str, _about("The source in Swedish, ready to be given.")]
HowToCite: t.TypeAlias = t.Annotated[str, _about("What to do with citations, in this archive.")]
Anchor: t.TypeAlias = t.Annotated[str, _about("The section's anchor, for get_section.")]
Label: t.TypeAlias = t.Annotated[str, _about("How the section is referred to: '§ 6'.")]
Resting: t.TypeAlias = t.Annotated[
    Basis,
    _about("stated: the protocol says so; inferred: the program worked it out; unknown."),
]


@dc.dataclass(frozen=True, slots=True)
class Named:
    """An id with its Swedish name."""

    id: str
    name: str


@dc.dataclass(frozen=True, slots=True)
class Source:
    """Which protocol something stands in."""

    protocol_id: str
    title: str
    date: t.Annotated[dt.date | None, _about("The day of the meeting.")]
    date_basis: Resting
    forvaltning: t.Annotated[Named | None, _about("Whose meeting; id '' where unregistered.")]
    forvaltning_basis: Resting


@dc.dataclass(frozen=True, slots=True)
class Asking:
    """A question, request or remark of a union, and what the employer said to it."""

    union: t.Annotated[Named | None, _about("Who asks; null where nothing says which union.")]
    question: str
    answer: t.Annotated[str | None, _about("null: the protocol records no reply.")]
    answered: t.Annotated[bool, _about("false too where the reply only puts off.")]


@dc.dataclass(frozen=True, slots=True)
class FoundHit:
    """One hit of a search."""

    source: Source
    anchor: t.Annotated[str | None, _about("For get_section; null: the protocol as a whole.")]
    section: t.Annotated[str | None, _about("'§ 6'; null: the protocol as a whole.")]
    title: str
    page: t.Annotated[int | None, _about("Of the original file.")]
    unions: t.Annotated[tuple[Named, ...], _about("Unions named in it.")]
    topics: tuple[Named, ...]
    excerpts: t.Annotated[tuple[str, ...], _about("Passages; '…' where the text goes on.")]
    exchange: t.Annotated[Asking | None, _about("The question that was hit, maybe cut.")]
    permalink: Permalink
    citation: Citation


@dc.dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What `search` answers."""

    total: t.Annotated[int, _about("All hits, of the kind asked for.")]
    typ: Kind
    sida: int
    sidor: t.Annotated[int, _about("How many pages there are.")]
    hits: tuple[FoundHit, ...]
    counts: t.Annotated[dict[str, int], _about("Hits of each kind, each counted on its own.")]
    suggestion: t.Annotated[str | None, _about("A search that may have been meant.")]
    notes: t.Annotated[tuple[str, ...], _about("How the search was read, mostly in Swedish.")]
    permalink: t.Annotated[str, _about("The same search on the site.")]
    how_to_cite: HowToCite


@dc.dataclass(frozen=True, slots=True)
class Question:
    """One question with its answer, and where it stands."""

    source: Source
    anchor: Anchor
    section: Label
    title: t.Annotated[str, _about("The section's.")]
    exchange: Asking
    permalink: Permalink
    citation: Citation


@dc.dataclass(frozen=True, slots=True)
class QuestionsAnswer:
    """What `list_questions` answers."""

    total: int
    sida: int
    sidor: t.Annotated[int, _about("How many pages there are.")]
    questions: tuple[Question, ...]
    notes: t.Annotated[tuple[str, ...], _about("How the search was read, mostly in Swedish.")]
    permalink: t.Annotated[str, _about("The same questions on the site.")]
    how_to_cite: HowToCite


@dc.dataclass(frozen=True, slots=True)
class Matter:
    """A matter of samverkan (cooperation under MBL), and how it ended."""

    basis: t.Annotated[str | None, _about("The rule: 'MBL § 11', 'MBL § 19' …")]
    matter: str | None
    outcome: Outcome
    outcome_in_swedish: str
    diarienummer: t.Annotated[tuple[str, ...], _about("Case numbers, as printed.")]
    reservations: t.Annotated[tuple[str, ...], _about("Reservations and dissents.")]


@dc.dataclass(frozen=True, slots=True)
class SectionAnswer:
    """What `get_section` answers."""

    source: Source
    anchor: Anchor
    section: Label
    title: str
    text: t.Annotated[str, _about("Whole, unless `continues_at` says otherwise.")]
    continues_at: t.Annotated[int | None, _about("Where to go on: the next `from_character`.")]
    pages: t.Annotated[tuple[int, ...], _about("Of the original file.")]
    machine_read: t.Annotated[bool, _about("Read from a picture by machine: may have errors.")]
    unions: tuple[Named, ...]
    topics: tuple[Named, ...]
    diarienummer: t.Annotated[tuple[str, ...], _about("Case numbers, as printed.")]
    exchanges: t.Annotated[tuple[Asking, ...], _about("Questions that begin in this text.")]
    samverkan: tuple[Matter, ...]
    previous: t.Annotated[str | None, _about("Anchor of the section before.")]
    next: t.Annotated[str | None, _about("Anchor of the section after.")]
    permalink: Permalink
    citation: Citation
    how_to_cite: HowToCite


@dc.dataclass(frozen=True, slots=True)
class Person:
    """Someone at a meeting, or missing from it; names may be masked."""

    name: str | None
    role: str | None
    union: t.Annotated[Named | None, _about("null: the employer's side.")]
    note: t.Annotated[str | None, _about("Such as which §§ they attended.")]


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """A line of a protocol's contents."""

    anchor: Anchor
    section: Label
    title: str
    topics: t.Annotated[tuple[str, ...], _about("Ids.")]
    unions: t.Annotated[tuple[str, ...], _about("Ids.")]
    questions: int
    unanswered: int
    outcomes: tuple[Outcome, ...]
    characters: t.Annotated[int, _about("How long its text is.")]
    text: t.Annotated[str | None, _about("null: fetch it with get_section.")]


@dc.dataclass(frozen=True, slots=True)
class ProtocolAnswer:
    """What `get_protocol` answers."""

    source: Source
    date_evidence: t.Annotated[tuple[str, ...], _about("On what an inferred date rests.")]
    forvaltning_evidence: tuple[str, ...]
    number: t.Annotated[str | None, _about("The meeting's, as printed.")]
    extra: t.Annotated[bool, _about("Whether it was an extra meeting.")]
    time: str | None
    place: str | None
    theme: str | None
    chair: str | None
    secretary: str | None
    justerare: t.Annotated[tuple[str, ...], _about("Who approves the minutes.")]
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    next_meeting: dt.date | None
    sections: tuple[Entry, ...]
    appendices: t.Annotated[tuple[str, ...], _about("Their titles.")]
    part_of: t.Annotated[str | None, _about("Id of the whole, of which this was adjusted first.")]
    parts: t.Annotated[tuple[str, ...], _about("Ids of parts that were adjusted first.")]
    remarks: t.Annotated[tuple[str, ...], _about("What to check in the original, in Swedish.")]
    permalink: Permalink
    citation: Citation
    how_to_cite: HowToCite


@dc.dataclass(frozen=True, slots=True)
class Value:
    """A value that a parameter can have."""

    id: str
    name: str
    paragraphs: t.Annotated[int, _about("How many §§ it would leave.")]
    predecessors: t.Annotated[tuple[str, ...], _about("Ids of what it took over.")] = ()


@dc.dataclass(frozen=True, slots=True)
class ValuesAnswer:
    """What `list_values` answers."""

    protocols: t.Annotated[int, _about("How many the archive holds.")]
    earliest: dt.date | None
    latest: dt.date | None
    values: t.Annotated[dict[str, tuple[Value, ...]], _about("By parameter.")]
