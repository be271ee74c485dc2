"""What is searched: three kinds of documents out of each protocol, the same for every engine.

A section (§), a question with its answer, and the protocol as a whole. Each carries what filters
and facets need (`Facts`) and what a result list shows. Nothing here knows how they are kept.
"""

import collections.abc as c
import datetime as dt

import msgspec
from msgspec.structs import replace

from archive.model import Basis, Exchange, PageStart, Section, Span
from archive.visibility import Visibility
from index.engine import Entry, Kind


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """What filters, facets and order are decided by."""

    kind: Kind
    visibility: Visibility
    protocol_id: str
    place: int  # among the protocol's documents of its kind
    date: dt.date | None
    forvaltning: str | None
    unions: tuple[str, ...] = ()  # named in a paragraph; the asker of a question
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    answered: tuple[bool, ...] = ()  # both, where some exchanges are answered and some not

    @property
    def is_formal(self) -> bool:
        """Attendance, adjustment and the like: below matters of substance."""
        return self.kind is not Kind.PROTOCOL and self.topics == ("formalia",)


class Document(msgspec.Struct, frozen=True, array_like=True):
    """One thing that can be found. Kept as it is, in the order of its fields."""

    facts: Facts
    title: str  # the section's; of a protocol as a whole, its own
    text: str
    protocol_title: str
    filename: str
    date_basis: Basis
    forvaltning_name: str | None
    forvaltning_basis: Basis
    numbers: tuple[int, ...] = ()  # the § it is, or holds
    ordinal: int | None = None
    anchor: str | None = None
    page_starts: tuple[PageStart, ...] = ()  # the first at 0, unless the file has no pages
    exchanges: tuple[Exchange, ...] = ()  # in a section, spans in its text; of a question, itself
    asked_before: int = 0  # how many questions stand in the protocol before the section

    def page_at(self, offset: int) -> int | None:
        """The page on which that place in the text stands."""
        pages = [start.page for start in self.page_starts if start.offset <= offset]
        return pages[-1] if pages else None


def documents(entry: Entry) -> c.Iterator[Document]:
    """The documents of one protocol: each section, each exchange, and the whole."""
    head, sections = parts(entry)
    yield from sections
    for section in sections:
        yield from questions(section)
    yield whole(head, sections)


def parts(entry: Entry) -> tuple[Document, tuple[Document, ...]]:
    """What the three kinds are made of: the protocol's head, which is without text, and its
    sections."""
    head = _head(entry)
    sections = []
    asked = 0
    for section in entry.protocol.sections:
        sections.append(_section(head, entry, section, asked))
        asked += len(section.exchanges)
    return head, tuple(sections)


def whole(head: Document, sections: c.Iterable[Document]) -> Document:
    """The protocol as one text: its sections with their titles."""
    text, starts = "", list[PageStart]()
    for section in sections:
        lead = len(text) + len(section.title) + 2
        starts += [PageStart(start.offset + lead, start.page) for start in section.page_starts]
        text += f"{section.title}\n\n{section.text}\n\n"
    return replace(head, text=text.rstrip(), page_starts=tuple(starts))


def questions(section: Document) -> c.Iterator[Document]:
    """The questions of a section with their answers, each a document of its own."""
    for number in range(len(section.exchanges)):
        yield question(section, number)


def question(section: Document, number: int) -> Document:
    """One of the questions of a section, the first being 0."""
    exchange = section.exchanges[number]
    lead = len(exchange.question) + 2
    starts = _page_starts(section, exchange.question_span)
    if exchange.answer is not None:
        later = _page_starts(section, exchange.answer_span)
        starts += tuple(PageStart(start.offset + lead, start.page) for start in later)
    return replace(
        section,
        facts=question_facts(section, number),
        text=f"{exchange.question}\n\n{exchange.answer or ''}".rstrip(),
        page_starts=starts,
        exchanges=(exchange,),
    )


def question_facts(section: Document, number: int) -> Facts:
    """What one of the questions of a section is filtered and counted by."""
    exchange = section.exchanges[number]
    return replace(
        section.facts,
        kind=Kind.EXCHANGE,
        place=section.asked_before + number + 1,
        unions=() if exchange.union is None else (exchange.union,),
        outcomes=(),
        answered=(exchange.answered,),
    )


def _head(entry: Entry) -> Document:
    protocol = entry.protocol
    sections = protocol.sections
    return Document(
        Facts(
            kind=Kind.PROTOCOL,
            visibility=entry.visibility,
            protocol_id=protocol.id or "",
            place=0,
            date=protocol.date.value,
            forvaltning=protocol.forvaltning.id,
            unions=_each_once(section.unions for section in sections),
            topics=_each_once(section.topics for section in sections),
            outcomes=_each_once(_outcomes(section) for section in sections),
            answered=_answered(e for section in sections for e in section.exchanges),
        ),
        title=protocol.title,
        text="",
        protocol_title=protocol.title,
        filename=protocol.source.filename if protocol.source else "",
        date_basis=protocol.date.basis,
        forvaltning_name=protocol.forvaltning.name,
        forvaltning_basis=protocol.forvaltning.basis,
        numbers=tuple(section.number for section in sections if section.number is not None),
    )


def _section(head: Document, entry: Entry, section: Section, asked_before: int) -> Document:
    return replace(
        head,
        facts=replace(
            head.facts,
            kind=Kind.SECTION,
            place=section.ordinal,
            unions=section.unions,
            topics=section.topics,
            outcomes=_each_once([_outcomes(section)]),
            answered=_answered(section.exchanges),
        ),
        title=section.title,
        text=section.text,
        numbers=() if section.number is None else (section.number,),
        ordinal=section.ordinal,
        anchor=entry.protocol.anchor(section),
        page_starts=_page_starts_of(section),
        exchanges=section.exchanges,
        asked_before=asked_before,
    )


def _page_starts_of(section: Section) -> tuple[PageStart, ...]:
    """Where pages begin in the section's text, the first at 0; none where the file has none."""
    first = section.page_at(0)
    if first is None:
        return ()
    later = (start for start in section.page_starts if start.offset > 0)
    return (PageStart(0, first), *later)


def _page_starts(section: Document, span: Span | None) -> tuple[PageStart, ...]:
    """The same in a part of the section's text."""
    start, end = span or (0, len(section.text))
    first = section.page_at(start)
    if first is None:
        return ()
    later = (s for s in section.page_starts if start < s.offset < end)
    return (PageStart(0, first), *(PageStart(s.offset - start, s.page) for s in later))


def _outcomes(section: Section) -> tuple[str, ...]:
    return tuple(str(matter.outcome) for matter in section.samverkan)


def _each_once(groups: c.Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))


def _answered(exchanges: c.Iterable[Exchange]) -> tuple[bool, ...]:
    return tuple(sorted({exchange.answered for exchange in exchanges}))
