"""/protokoll/…/citera and /liknande: a part of a protocol to quote, and what is like it."""

import datetime as dt

import flask
import werkzeug

from archive.errors import UnknownProtocol
from archive.model import Protocol
from archive.records import Record
from index import Entry, Filters, Kind
from webui import explaining, freshness, later
from webui.addresses import protocol_url
from webui.audience import current_audience
from webui.labels import Labels
from webui.moving import moved
from webui.quoting import Quoter
from webui.section_view import exchange_at
from webui.site import Site, this_site

bp = flask.Blueprint("section_pages", __name__, url_prefix="/protokoll")


@bp.get("/<path:protocol_id>/citera")
@bp.get("/<path:protocol_id>/citera/<place>")
def quote(protocol_id: str, place: str = "") -> werkzeug.Response:
    """The text of a section or of one exchange with its source, to select and copy."""
    site = this_site()
    try:
        record = site.catalogue.get(protocol_id, current_audience())
    except UnknownProtocol:
        return moved(protocol_id)
    today = dt.date.today()
    text = quoted(quoter(site, record.protocol, today), place)
    section = explaining.section_at(record.protocol, place)
    return freshness.answer(
        freshness.version(record, today),
        lambda: flask.render_template(
            "protocols/quote.html",
            protocol=record.protocol,
            section=section,
            place=place,
            text=text,
        ),
    )


@bp.get("/<path:protocol_id>/liknande/<place>")
def similar(protocol_id: str, place: str) -> werkzeug.Response:
    """Sections of other protocols about the same thing as a section."""
    site = this_site()
    try:
        record = site.catalogue.get(protocol_id, current_audience())
    except UnknownProtocol:
        return moved(protocol_id)
    only_later = flask.request.args.get("senare") == "ja"
    version = freshness.version(record, site.index.generation(), only_later)
    return freshness.answer(version, lambda: _similar(site, record, place, only_later))


def quoter(site: Site, protocol: Protocol, today: dt.date) -> Quoter:
    """Quotes from a protocol as this site is reached."""
    labels = Labels(site.registries)
    id_ = protocol.forvaltning.id
    name = labels.forvaltning(id_) if id_ else protocol.forvaltning.name
    address = protocol_url(protocol.id or "", external=True)
    via = ", ".join(filter(None, (site.settings.namn, site.settings.agare)))
    return Quoter(protocol, name, address, today, labels.union, via)


def quoted(quoter: Quoter, place: str) -> str:
    """What is copied of a place: "p9" is a section, "f3" the third exchange, "" the protocol.

    Raises UnknownProtocol where the protocol has no such place.
    """
    if not place:
        return quoter.whole()
    if asked := exchange_at(quoter.protocol, place):
        return quoter.exchange(*asked)
    section = explaining.section_at(quoter.protocol, place)
    if section is None:
        raise UnknownProtocol(f"{quoter.protocol.id}/{place}")
    return quoter.section(section)


def _similar(site: Site, record: Record, place: str, only_later: bool) -> str:
    """The page of what is like it; raises UnknownProtocol where there is no such place."""
    protocol, audience = record.protocol, current_audience()
    entry, since = Entry(protocol, record.visibility), later.since(site, protocol)
    if only_later and since is None:
        raise UnknownProtocol(f"after {protocol.id}")
    filters = since if only_later and since else Filters()
    asked = exchange_at(protocol, place)
    found = site.index.similar(entry, place, audience, filters=filters)
    section = explaining.section_at(protocol, place)
    if found is None or section is None:
        raise UnknownProtocol(f"{protocol.id}/{place}")
    alike = (
        site.index.similar(entry, place, audience, filters=filters, kind=Kind.EXCHANGE)
        if asked
        else None
    )
    questions = alike.hits if alike else ()
    date = protocol.date.value
    naming = later.naming(site, date, found.words, filters, audience) if only_later and date else ()
    shown = {(hit.protocol_id, hit.ordinal) for hit in (*questions, *naming)}
    return flask.render_template(
        "protocols/similar.html",
        protocol=protocol,
        section=section,
        place=place,
        asked=asked,
        meetings_since=later.meetings(site, since, audience) if since else (),
        only_later=only_later,
        naming=naming,
        questions=questions,
        sections=[it for it in found.hits if (it.protocol_id, it.ordinal) not in shown],
        words=found.words,
    )
