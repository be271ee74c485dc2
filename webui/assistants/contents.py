"""How a whole protocol is told: what it says of itself, and the contents."""

import collections.abc as c

from archive.export import for_readers
from archive.messages import remark_sentence
from archive.model import Attendee, Protocol
from archive.records import Record
from webui.assistants.answers import Entry, Person, ProtocolAnswer
from webui.assistants.telling import MOST_TEXT, Teller, label


def protocol(teller: Teller, record: Record, *, with_text: bool) -> ProtocolAnswer:
    """A protocol with its contents, and with the text of those sections for which there is room."""
    protocol = record.protocol
    return ProtocolAnswer(
        source=teller.source(protocol),
        date_evidence=protocol.date.evidence,
        forvaltning_evidence=protocol.forvaltning.evidence,
        number=protocol.meeting.number,
        extra=protocol.meeting.kind == "extra",
        time=protocol.time,
        place=protocol.place,
        theme=protocol.theme,
        chair=protocol.chair,
        secretary=protocol.secretary,
        justerare=protocol.justerare,
        present=tuple(_person(teller, it) for it in protocol.attendance.present),
        absent=tuple(_person(teller, it) for it in protocol.attendance.absent),
        next_meeting=protocol.next_meeting,
        sections=tuple(_entries(protocol, with_text=with_text)),
        appendices=tuple(appendix.title for appendix in protocol.appendices),
        part_of=record.part_of,
        parts=record.parts,
        remarks=tuple(
            remark_sentence(remark.code, remark.text) for remark in for_readers(protocol).warnings
        ),
        permalink=teller.permalink(protocol),
        citation=teller.quoter(protocol).whole(),
        how_to_cite=teller.how_to_cite(),
    )


def _person(teller: Teller, person: Attendee) -> Person:
    told = [person.note, person.arrived and f"kom {person.arrived}"]
    told.append(person.left and f"gick {person.left}")
    note = ", ".join(filter(None, told)) or None
    return Person(person.name, person.role, teller.union(person.union), note)


def _entries(protocol: Protocol, *, with_text: bool) -> c.Iterator[Entry]:
    left = MOST_TEXT if with_text else 0
    for section in protocol.sections:
        length = len(section.text)
        fits = with_text and length <= left
        left -= length if fits else 0
        yield Entry(
            anchor=protocol.anchor(section),
            section=label(section),
            title=section.title,
            topics=section.topics,
            unions=section.unions,
            questions=len(section.exchanges),
            unanswered=sum(not exchange.answered for exchange in section.exchanges),
            outcomes=tuple(matter.outcome for matter in section.samverkan),
            characters=length,
            text=section.text if fits else None,
        )
