"""What was objected, shown with a paragraph that was found for its disagreement. Pure."""

import collections.abc as c
import dataclasses as dc

from archive.model import Outcome, Section
from archive.records import Record
from index import Excerpt, Hit, Kind, Request


def are_asked_for(request: Request) -> bool:
    """Whether paragraphs are looked for by there being no agreement."""
    return request.kind is Kind.SECTION and Outcome.DISAGREED in request.filters.outcomes


def with_reservations(
    hits: c.Iterable[Hit], records: c.Iterable[Record], request: Request
) -> tuple[Hit, ...]:
    """The same hits, each with its first reservation: in place of how it begins, or after the
    passages that have the words searched for."""
    sections = {
        (record.protocol.id, section.ordinal): section
        for record in records
        for section in record.protocol.sections
    }
    return tuple(
        _with_reservation(hit, sections.get((hit.protocol_id, hit.ordinal or 0)), request)
        for hit in hits
    )


def _with_reservation(hit: Hit, section: Section | None, request: Request) -> Hit:
    text = next(_reservations(section), "") if section else ""
    shown = hit.excerpts if request.text else ()
    if not text or any(text in excerpt.text for excerpt in shown):
        return hit
    return dc.replace(hit, excerpts=(*shown, Excerpt(text)))


def _reservations(section: Section) -> c.Iterator[str]:
    for matter in section.samverkan:
        if matter.outcome is Outcome.DISAGREED:
            yield from (reservation.text for reservation in matter.reservations)
