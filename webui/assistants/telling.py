"""How protocols, sections and hits are told: pure functions of what an audience was given."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

from archive.model import (
    Exchange,
    ForvaltningRef,
    Protocol,
    SamverkanMatter,
    Section,
)
from index import Excerpt, ExchangeHit, Hit
from webui import hits, permalinks, phrasing, section_view
from webui.assistants.answers import (
    Asking,
    FoundHit,
    Matter,
    Named,
    Question,
    SectionAnswer,
    Source,
)
from webui.labels import Labels
from webui.quoting import Quoter

MOST_TEXT: t.Final = 20_000  # characters of text in one answer
MOST_OF_EACH: t.Final = 4_000  # characters of a question or an answer, in a list

HOW_TO_CITE: t.Final = (
    "Quote the Swedish text word for word and give `citation` with it, linked to `permalink`. The"
    " signed original rules. Say of an 'inferred' date or förvaltning that it is beräknad."
)


@dc.dataclass(frozen=True, slots=True)
class Teller:
    """Tells of what is in one archive, as it is reached, on one day."""

    labels: Labels
    adress: str  # how the site is reached; empty where that is not set
    via: str  # the archive, and who answers for it
    notice: str  # what stands on every page of the site; may be empty
    today: dt.date

    def how_to_cite(self) -> str:
        """What to do with the citations."""
        said = HOW_TO_CITE
        if not self.adress:
            said += (
                " Permalinks here are relative, as the archive's address is not set: they follow"
                " the address at which its site is reached."
            )
        return f"{said} The archive's own notice: {self.notice}" if self.notice else said

    def source(self, protocol: Protocol) -> Source:
        """Which protocol it is."""
        return Source(
            protocol_id=protocol.id or "",
            title=protocol.title,
            date=protocol.date.value,
            date_basis=protocol.date.basis,
            forvaltning=self._forvaltning(protocol.forvaltning),
            forvaltning_basis=protocol.forvaltning.basis,
        )

    def hit(self, hit: Hit, protocol: Protocol) -> FoundHit | None:
        """A hit in a protocol as it is now; None where what was hit is there no longer."""
        section = _section(protocol, hit.ordinal)
        if section is None and hit.ordinal is not None:
            return None
        quoter = self.quoter(protocol)
        return FoundHit(
            source=self.source(protocol),
            anchor=protocol.anchor(section) if section else None,
            section=label(section) if section else None,
            title=hits.heading(hit).text,
            page=hit.page,
            unions=self._unions(hit.unions),
            topics=self._topics(hit.topics),
            excerpts=tuple(map(_with_dots, hits.own_excerpts(hit))),
            exchange=self._asking_hit(hit.exchange) if hit.exchange else None,
            permalink=self.permalink(protocol, section),
            citation=quoter.place(section) if section else quoter.whole(),
        )

    def question(self, hit: Hit, protocol: Protocol) -> Question | None:
        """A question that was hit, whole; None where it is there no longer."""
        found = section_view.exchange_at(protocol, hit.place)
        if found is None:
            return None
        section, exchange = found
        return Question(
            source=self.source(protocol),
            anchor=protocol.anchor(section),
            section=label(section),
            title=section.title,
            exchange=self._asking(exchange),
            permalink=self.permalink(protocol, section),
            citation=self.quoter(protocol).place(section, exchange),
        )

    def section(self, protocol: Protocol, section: Section, start: int = 0) -> SectionAnswer:
        """A section with its text, or as much of that as fits from a place in it on."""
        end = start + MOST_TEXT
        goes_on = end < len(section.text)
        place = protocol.sections.index(section)
        others = (None, *map(protocol.anchor, protocol.sections), None)
        machine_read = protocol.source.machine_read if protocol.source else ()
        return SectionAnswer(
            source=self.source(protocol),
            anchor=protocol.anchor(section),
            section=label(section),
            title=section.title,
            text=section.text[start:end],
            continues_at=end if goes_on else None,
            pages=section.pages,
            machine_read=bool(set(section.pages) & set(machine_read)),
            unions=self._unions(section.unions),
            topics=self._topics(section.topics),
            diarienummer=section.diarienummer,
            exchanges=tuple(
                self._asking(exchange)
                for exchange in section.exchanges
                if start <= _begins(exchange) < end
            ),
            samverkan=tuple(map(self._matter, section.samverkan)),
            previous=others[place],
            next=others[place + 2],
            permalink=self.permalink(protocol, section),
            citation=self.quoter(protocol).place(section),
            how_to_cite=self.how_to_cite(),
        )

    def quoter(self, protocol: Protocol) -> Quoter:
        """Cites a protocol and its parts."""
        named = self._forvaltning(protocol.forvaltning)
        address = self.permalink(protocol)
        name = named.name if named else None
        return Quoter(protocol, name, address, self.today, self.labels.union, self.via)

    def permalink(self, protocol: Protocol, section: Section | None = None) -> str:
        """The address of a protocol or a section in it."""
        anchor = protocol.anchor(section) if section else None
        return permalinks.protocol(self.adress, protocol.id or "", anchor)

    def _asking(self, exchange: Exchange) -> Asking:
        return Asking(
            self.union(exchange.union),
            _cut(exchange.question),
            _cut(exchange.answer) if exchange.answer else None,
            exchange.answered,
        )

    def _asking_hit(self, exchange: ExchangeHit) -> Asking:
        return Asking(
            self.union(exchange.union),
            _with_dots(exchange.question),
            _with_dots(exchange.answer) if exchange.answer else None,
            exchange.answered,
        )

    def _matter(self, matter: SamverkanMatter) -> Matter:
        return Matter(
            basis=matter.basis,
            matter=matter.matter,
            outcome=matter.outcome,
            outcome_in_swedish=self.labels.outcome(matter.outcome),
            diarienummer=matter.diarienummer,
            reservations=tuple(reservation.text for reservation in matter.reservations),
        )

    def _forvaltning(self, named: ForvaltningRef) -> Named | None:
        if named.id:
            return Named(named.id, self.labels.forvaltning(named.id))
        return Named("", named.name) if named.name else None

    def union(self, id_: str | None) -> Named | None:
        """A union by its id; None is the employer, or nobody said."""
        return Named(id_, self.labels.union(id_)) if id_ else None

    def _unions(self, ids: c.Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(id_, self.labels.union(id_)) for id_ in ids)

    def _topics(self, ids: c.Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(id_, self.labels.topic(id_)) for id_ in ids)


def _section(protocol: Protocol, ordinal: int | None) -> Section | None:
    return next((it for it in protocol.sections if it.ordinal == ordinal), None)


def _begins(exchange: Exchange) -> int:
    spans = [span.start for span in (exchange.question_span, exchange.answer_span) if span]
    return min(spans, default=0)


def label(section: Section) -> str:
    """How a section is referred to, with ordinary spaces."""
    return phrasing.section_label(section).replace(phrasing.NO_BREAK, " ")


def _with_dots(excerpt: Excerpt) -> str:
    return f"{'… ' * excerpt.cut_before}{excerpt.text}{' …' * excerpt.cut_after}"


def _cut(text: str) -> str:
    return text if len(text) <= MOST_OF_EACH else f"{text[:MOST_OF_EACH].rstrip()} …"
