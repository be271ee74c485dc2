"""/protokoll/…: one protocol, and the file it was read from."""

import codecs
import datetime as dt
import logging
import typing as t

import flask
import werkzeug

from archive import media_types
from archive.errors import CatalogueError, IndexUnavailable, UnknownProtocol
from archive.export import for_readers
from archive.messages import RemarkCode
from archive.model import Protocol, Span
from archive.records import KeptFile, Record
from archive.report import parse_report
from index import Entry, Mark, Request, read_request, write_request
from webui import (
    explaining,
    freshness,
    neighbours,
    page_access,
    phrasing,
    section_pages,
    section_view,
    sides,
)
from webui.addresses import case_url, protocol_url
from webui.audience import current_audience
from webui.labels import Labels
from webui.linking import Links
from webui.moving import moved
from webui.neighbours import Beside
from webui.site import Site, this_site

bp = flask.Blueprint("protocols", __name__, url_prefix="/protokoll")

log = logging.getLogger(__name__)

# Said on the page where the date and the förvaltning stand, with what they rest on.
TOLD_ELSEWHERE: t.Final = {
    RemarkCode.DATE_INFERRED,
    RemarkCode.DATE_UNKNOWN,
    RemarkCode.FORVALTNING_INFERRED,
    RemarkCode.FORVALTNING_UNKNOWN,
}

# What a browser may show itself; any other type is saved instead of shown.
SHOWN: t.Final = {media_types.PDF, media_types.TEXT, media_types.PNG, media_types.JPEG}
SAVED: t.Final = {media_types.DOCX, media_types.ODT, media_types.TIFF}
UNKNOWN_TYPE: t.Final = "application/octet-stream"

# A file comes from outside: whatever it holds, it runs and fetches nothing.
FILE_POLICY: t.Final = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
)


@bp.get("/<path:protocol_id>")
def protocol(protocol_id: str) -> werkzeug.Response | str:
    """One protocol, with the words that led to it marked."""
    site = this_site()
    if protocol_id.endswith("/"):
        return flask.redirect(_with_query(protocol_id.rstrip("/")), code=308)
    try:
        record = site.catalogue.get(protocol_id, current_audience())
    except UnknownProtocol:
        return moved(protocol_id)
    request, _ = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    came_from_search = bool(flask.request.args)
    others = neighbours.beside(site, record.protocol, current_audience())
    today = dt.date.today()  # when it is quoted from
    pictured = page_access.has_pages(record)
    beside = (others.around, others.announced, [*others.referred.items()])
    shown = (record, *beside, [*others.mentioned.items()], today, pictured)
    if not request.text:
        version = freshness.version(shown, came_from_search)
        return freshness.answer(version, lambda: _page(record, others, today, request, _nothing))
    try:
        generation, mark = site.index.generation(), site.index.marker(request)
    except IndexUnavailable as err:
        log.warning("nothing is marked: %s", err)
        return _page(record, others, today, request, _nothing)
    version = freshness.version(shown, generation, write_request(request))
    return freshness.answer(version, lambda: _page(record, others, today, request, mark))


@bp.get("/<path:protocol_id>/original")
def original(protocol_id: str) -> werkzeug.Response:
    """The file the protocol was read from, or with `fil` another that belongs to it."""
    site = this_site()
    sha256 = flask.request.args.get("fil")
    try:
        file = site.catalogue.find_original(protocol_id, current_audience(), sha256)
    except UnknownProtocol:
        return moved(protocol_id)
    return _file_response(site, file)


@bp.get("/<path:protocol_id>/varfor")
@bp.get("/<path:protocol_id>/varfor/<place>")
def why(protocol_id: str, place: str = "") -> werkzeug.Response | str:
    """Why a search hits a section, a question or the whole of a protocol."""
    site = this_site()
    try:
        record = site.catalogue.get(protocol_id, current_audience())
    except UnknownProtocol:
        return moved(protocol_id)
    request, _ = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    if not request.text:
        return flask.redirect(_with_query(protocol_id))
    version = freshness.version(record, site.index.generation(), write_request(request))
    return freshness.answer(version, lambda: _why(site, record, request, place))


def _page(record: Record, others: Beside, today: dt.date, request: Request, mark: Mark) -> str:
    """The protocol's page, with what `mark` finds marked."""
    protocol = for_readers(record.protocol)
    site = this_site()
    sections = section_view.shown_sections(protocol, mark)
    appendices = section_view.shown_appendices(protocol, mark)
    return flask.render_template(
        "protocols/protocol.html",
        record=record,
        protocol=protocol,
        sections=sections,
        appendices=appendices,
        met=section_view.met(sections, appendices),
        others=others,
        links=Links(_linked(protocol, others)),
        quoter=section_pages.quoter(site, protocol, today),
        present=sides.by_side(protocol.attendance.present),
        absent=sides.by_side(protocol.attendance.absent),
        remarks=[r for r in protocol.warnings if r.code not in TOLD_ELSEWHERE],
        report=parse_report(protocol, site.registries, [made.field for made in record.corrections]),
        request_=request,
        came_from_search=bool(flask.request.args),
        today=today,
        is_saved=record.shown_file.media_type not in SHOWN,
    )


def _linked(protocol: Protocol, others: Beside) -> dict[str, str]:
    """Where what is written in the text leads: case numbers, and protocols that are kept."""
    addresses = {
        number: case_url(protocol.forvaltning.id, number)
        for section in protocol.sections
        for number in section.diarienummer
    }
    for words, meeting in others.mentioned.items():
        addresses[words] = protocol_url(meeting.protocol_id)
    for reference, meeting in others.referred.items():
        anchor = None if reference.section is None else f"p{reference.section}"
        addresses[reference.text] = protocol_url(meeting.protocol_id, anchor=anchor)
    return addresses


def _why(site: Site, record: Record, request: Request, place: str) -> str:
    """The page that tells why; raises UnknownProtocol where the protocol has no such place."""
    protocol = record.protocol
    found = site.index.explain(request, Entry(protocol, record.visibility), place)
    if found is None:
        raise UnknownProtocol(f"{protocol.id}/{place}")
    return flask.render_template(
        "protocols/why.html",
        protocol=protocol,
        section=explaining.section_at(protocol, place),
        request_=request,
        words=explaining.told(found, Labels(site.registries)),
    )


def _with_query(protocol_id: str) -> str:
    """Where a protocol is, with whatever else was asked."""
    address = flask.url_for("protocols.protocol", protocol_id=protocol_id)
    query = flask.request.query_string.decode("ascii", "ignore")
    return f"{address}?{query}" if query else address


def _nothing(_passage: str) -> tuple[Span, ...]:
    """What is marked where nothing is searched for, or the index is away."""
    return ()


def _file_response(site: Site, file: KeptFile) -> werkzeug.Response:
    try:
        response = flask.send_file(
            site.originals.path(file.sha256),
            mimetype=file.media_type if file.media_type in SHOWN | SAVED else UNKNOWN_TYPE,
            as_attachment=file.media_type not in SHOWN,
            download_name=phrasing.file_name(file.filename),
            etag=file.sha256,
            conditional=True,
            max_age=0,
        )
    except OSError as err:
        raise CatalogueError(f"cannot read the original {file.sha256}: {err}") from err
    if file.media_type == media_types.TEXT:
        encoding = _encoding(site.originals.read(file.sha256))
        response.headers["Content-Type"] = f"{media_types.TEXT}; charset={encoding}"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.cache_control.private = True
    return response


def _encoding(content: bytes) -> str:
    """How a text file is written: old ones are rarely anything else than Windows' own."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
