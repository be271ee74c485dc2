"""/api/v1/protokoll: the protocols in order of time, one of them whole, and one of its sections."""

import datetime as dt
import typing as t

import flask
import msgspec

from archive.counts import count
from archive.errors import UnknownProtocol
from archive.export import for_readers
from archive.model import Protocol
from archive.records import KeptFile, Record
from index import Kind, read_request, write_request
from webui import addresses, freshness, paging, section_pages
from webui.api import forms, parameters
from webui.api.answering import (
    absolute,
    answer,
    pages,
    protocol_address,
    section_address,
)
from webui.audience import current_audience
from webui.site import Site, this_site


def listing() -> flask.Response:
    """The protocols that the address asks for, by the day of the meeting."""
    site, audience, known = this_site(), current_audience(), parameters.PROTOCOLS
    asked = flask.request.args
    pairs = [("typ", Kind.PROTOCOL.value), *parameters.usable(known, asked.items(multi=True))]
    wanted, notes = read_request(pairs, audience, site.registries)
    notes += parameters.unknown(known, asked)
    generation = site.index.generation()
    request, result = paging.found(site.index, wanted)
    if request != wanted:
        notes += (paging.NO_SUCH_PAGE,)
    records = site.catalogue.some([hit.protocol_id for hit in result.hits], audience)

    def page() -> forms.ProtocolList:
        at = pages("lista", known, request, result.total)
        listed = tuple(map(_listed, records))
        return forms.ProtocolList(result.total, listed, notes, at.page, at.pages, at.links)

    shown = (generation, write_request(request), notes, records)
    return answer(freshness.version(*shown), page)


def protocol(forvaltning: str, mote: str) -> flask.Response:
    """One protocol, all of it, and what is known of its files."""
    try:
        record = _record(forvaltning, mote)
    except UnknownProtocol as err:
        return _moved(err.protocol_id)
    return answer(freshness.version(record), lambda: _whole(record))


def section(forvaltning: str, mote: str, ankare: str) -> flask.Response:
    """One section of a protocol, with all that is needed to quote it."""
    try:
        record = _record(forvaltning, mote)
    except UnknownProtocol as err:
        return _moved(err.protocol_id, ankare)
    today = dt.date.today()  # when it is quoted from
    version = freshness.version(record, today)
    return answer(version, lambda: _section(this_site(), record.protocol, ankare, today))


def reference(protocol: Protocol) -> forms.ProtocolRef:
    """A protocol as other answers name it."""
    return forms.ProtocolRef(
        id=protocol.id or "",
        title=protocol.title,
        date=_day(protocol),
        forvaltning=_of(protocol),
        source=forms.File(protocol.source.filename if protocol.source else ""),
    )


def _record(forvaltning: str, meeting: str) -> Record:
    return this_site().catalogue.get(f"{forvaltning}/{meeting}", current_audience())


def _moved(protocol_id: str, anchor: str | None = None) -> flask.Response:
    """Lead to where a protocol is now; raises UnknownProtocol where that is nowhere."""
    new_id = this_site().catalogue.moved_to(protocol_id, current_audience())
    if new_id is None or new_id == protocol_id:
        raise UnknownProtocol(protocol_id)
    place = section_address(new_id, anchor) if anchor else protocol_address(new_id)
    return flask.Response(status=308, headers={"Location": place})


def _listed(record: Record) -> forms.Listed:
    protocol = record.protocol
    id_, counts = protocol.id or "", count(protocol)
    return forms.Listed(
        id=id_,
        title=protocol.title,
        date=_day(protocol),
        forvaltning=_of(protocol),
        meeting=protocol.meeting,
        sections=counts.sections,
        exchanges=counts.exchanges,
        unanswered=counts.unanswered,
        changed=record.changed,
        url=addresses.protocol_url(id_, external=True),
        api_url=protocol_address(id_),
    )


def _whole(record: Record) -> dict[str, t.Any]:
    id_ = record.protocol.id or ""
    facts = forms.Facts(
        changed=record.changed,
        files=tuple(_file(record, file) for file in record.files),
        corrected=tuple(correction.field for correction in record.corrections),
        part_of=record.part_of,
        parts=record.parts,
        links=forms.ProtocolLinks(
            protocol_address(id_), addresses.protocol_url(id_, external=True)
        ),
    )
    beside: dict[str, t.Any] = msgspec.to_builtins(facts)
    return for_readers(record.protocol).to_dict() | beside


def _file(record: Record, file: KeptFile) -> forms.FileFacts:
    place = addresses.original_url(record.protocol.id or "", sha256=file.sha256)
    return forms.FileFacts(
        file.role,
        file.filename,
        file.media_type,
        file.size,
        file.sha256,
        absolute(place) if record.original_shown else None,
    )


def _section(site: Site, protocol: Protocol, anchor: str, today: dt.date) -> forms.SectionAnswer:
    """Raises UnknownProtocol where the protocol has no such section."""
    id_ = protocol.id or ""
    anchors = [protocol.anchor(section) for section in protocol.sections]
    if anchor not in anchors:
        raise UnknownProtocol(f"{id_}/{anchor}")
    place = anchors.index(anchor)
    before, after = anchors[:place], anchors[place + 1 :]
    section = protocol.sections[place]
    return forms.SectionAnswer(
        protocol=reference(protocol),
        anchor=anchor,
        section=section,
        citation=section_pages.quoter(site, protocol, today).section(section),
        links=forms.SectionLinks(
            here=section_address(id_, anchor),
            html=addresses.protocol_url(id_, anchor=anchor, external=True),
            protocol=protocol_address(id_),
            next=section_address(id_, after[0]) if after else None,
            prev=section_address(id_, before[-1]) if before else None,
        ),
    )


def _day(protocol: Protocol) -> forms.Day:
    return forms.Day(protocol.date.value, protocol.date.basis)


def _of(protocol: Protocol) -> forms.Of:
    of = protocol.forvaltning
    return forms.Of(of.id, of.name, of.basis)
