"""What can be counted in a protocol, to tell of it or to compare two readings of it. Pure."""

import dataclasses as dc
import typing as t

from archive.model import Protocol

COUNTED: t.Final = {
    "sections": "paragrafer",
    "exchanges": "frågor",
    "unanswered": "obesvarade frågor",
    "present": "närvarande",
    "absent": "frånvarande",
    "matters": "samverkansärenden",
    "diarienummer": "diarienummer",
    "references": "hänvisningar",
    "topics": "ämnen",
    "appendices": "bilagor",
    "remarks": "anmärkningar",
}


@dc.dataclass(frozen=True, slots=True)
class Counts:
    """How much was found, of what can be counted."""

    sections: int
    exchanges: int
    unanswered: int
    present: int
    absent: int
    matters: int
    diarienummer: int  # different ones
    references: int
    topics: int
    appendices: int
    remarks: int


def count(protocol: Protocol) -> Counts:
    """What a protocol holds, in numbers."""
    sections = protocol.sections
    exchanges = [exchange for section in sections for exchange in section.exchanges]
    return Counts(
        sections=len(sections),
        exchanges=len(exchanges),
        unanswered=sum(not exchange.answered for exchange in exchanges),
        present=len(protocol.attendance.present),
        absent=len(protocol.attendance.absent),
        matters=sum(len(section.samverkan) for section in sections),
        diarienummer=len({number for section in sections for number in section.diarienummer}),
        references=sum(len(s.references) + len(s.protocol_references) for s in sections),
        topics=len({topic for section in sections for topic in section.topics}),
        appendices=len(protocol.appendices),
        remarks=len(protocol.warnings),
    )
