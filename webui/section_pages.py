"""/protokoll/…/citera and /liknande: a part of a protocol to quote, and what is like it."""

import datetime as dt

import flask
import werkzeug

from archive.coverage import relatives
from archive.errors import UnknownProtocol
from archive.model import Protocol
from archive.records import Record
from index import Entry, Filters
from webui import explaining, freshness
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
    later = flask.request.args.get("senare") == "ja"
    version = freshness.version(record, site.index.generation(), later)
    return freshness.answer(version, lambda: _similar(site, record, place, later))


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


def _similar(site: Site, record: Record, place: str, later: bool) -> str:
    """The page of what is like it; raises UnknownProtocol where there is no such place."""
    protocol = record.protocol
    filters = _later(site, protocol) if later else Filters()
    found = site.index.similar(
        Entry(protocol, record.visibility), place, current_audience(), filters=filters
    )
    section = explaining.section_at(protocol, place)
    if found is None or section is None:
        raise UnknownProtocol(f"{protocol.id}/{place}")
    return flask.render_template(
        "protocols/similar.html",
        protocol=protocol,
        section=section,
        place=place,
        asked=exchange_at(protocol, place),
        later=later,
        found=found,
    )


def _later(site: Site, protocol: Protocol) -> Filters:
    """What the same förvaltning, or what took it over, has said since."""
    id_, date = protocol.forvaltning.id, protocol.date.value
    if id_ is None or date is None:
        raise UnknownProtocol(f"after {protocol.id}")
    return Filters(
        tuple(sorted(relatives(id_, site.registries))), earliest=date + dt.timedelta(days=1)
    )
