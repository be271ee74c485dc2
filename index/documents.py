"""What is searched: three kinds of documents out of each protocol, the same for every engine.

A section (§), a question with its answer, and the protocol as a whole. Each carries what filters
and facets need (`Facts`) and what a result list shows. Nothing here knows how they are kept.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt

from archive.model import Basis, Exchange, PageStart, Section, Span
from archive.visibility import Visibility
from index.engine import Entry, Kind


@dc.dataclass(frozen=True, slots=True)
class Facts:
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


@dc.dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found."""

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

    def page_at(self, offset: int) -> int | None:
        """The page on which that place in the text stands."""
        pages = [start.page for start in self.page_starts if start.offset <= offset]
        return pages[-1] if pages else None


def documents(entry: Entry) -> c.Iterator[Document]:
    """The documents of one protocol: each section, each exchange, and the whole."""
    protocol = _protocol(entry)
    questions = 0
    for section in entry.protocol.sections:
        document = _section(protocol, entry, section)
        yield document
        for exchange in section.exchanges:
            questions += 1
            yield _question(document, section, exchange, questions)
    yield protocol


def _protocol(entry: Entry) -> Document:
    protocol = entry.protocol
    sections = protocol.sections
    text, starts = "", list[PageStart]()
    for section in sections:
        lead = len(text) + len(section.title) + 2
        starts += [PageStart(start.offset + lead, start.page) for start in _page_starts(section)]
        text += f"{section.title}\n\n{section.text}\n\n"
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
        text=text.rstrip(),
        protocol_title=protocol.title,
        filename=protocol.source.filename if protocol.source else "",
        date_basis=protocol.date.basis,
        forvaltning_name=protocol.forvaltning.name,
        forvaltning_basis=protocol.forvaltning.basis,
        numbers=tuple(section.number for section in sections if section.number is not None),
        page_starts=tuple(starts),
    )


def _section(protocol: Document, entry: Entry, section: Section) -> Document:
    return dc.replace(
        protocol,
        facts=dc.replace(
            protocol.facts,
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
        page_starts=_page_starts(section),
        exchanges=section.exchanges,
    )


def _question(document: Document, section: Section, exchange: Exchange, place: int) -> Document:
    lead = len(exchange.question) + 2
    starts = _page_starts(section, exchange.question_span)
    if exchange.answer is not None:
        later = _page_starts(section, exchange.answer_span)
        starts += tuple(PageStart(start.offset + lead, start.page) for start in later)
    return dc.replace(
        document,
        facts=dc.replace(
            document.facts,
            kind=Kind.EXCHANGE,
            place=place,
            unions=() if exchange.union is None else (exchange.union,),
            outcomes=(),
            answered=(exchange.answered,),
        ),
        text=f"{exchange.question}\n\n{exchange.answer or ''}".rstrip(),
        page_starts=starts,
        exchanges=(exchange,),
    )


def _page_starts(section: Section, span: Span | None = None) -> tuple[PageStart, ...]:
    """Where pages begin in the section's text, or in a part of it, the first at 0."""
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
