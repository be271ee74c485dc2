"""/protokoll/…/sida/…: a page of the original as a picture, with the words marked."""

import logging
import re
import typing as t

import flask
import werkzeug
import werkzeug.exceptions

from archive.errors import CatalogueError, IndexUnavailable, UnknownProtocol
from archive.media_types import DRAWN
from archive.records import Record
from index import Mark, Request, read_request, write_request
from webui import freshness, page_access, page_view
from webui.audience import current_audience
from webui.site import Site, this_site

bp = flask.Blueprint("page_pictures", __name__, url_prefix="/protokoll")

log = logging.getLogger(__name__)

# "5" "12"   but not "0", "05", "-1"
NUMBER: t.Final = re.compile(r"[1-9][0-9]{0,5}")
PICTURE: t.Final = "image/webp"
# The parameter that says which section is looked up: its anchor.
SECTION: t.Final = "om"


@bp.get("/<path:protocol_id>/sida/<number>")
def page(protocol_id: str, number: str) -> werkzeug.Response | tuple[str, int]:
    """A page of the file the protocol was read from, with what was searched for marked."""
    site = this_site()
    try:
        record = site.catalogue.get(protocol_id, current_audience())
    except UnknownProtocol:
        return _moved(site, protocol_id, number)
    request, _ = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    if not record.original_shown:
        raise UnknownProtocol(protocol_id)
    place, file = _number(number), record.shown_file
    if file.media_type not in DRAWN:
        return _no_such_page(record, request, 0)
    stamp = site.page_store.stamp(file.sha256, place)
    try:
        generation, mark = _marker(site, request)
    except IndexUnavailable as err:
        log.warning("nothing is marked: %s", err)
        generation, mark = -1, None
    asked = flask.request.args.get(SECTION, "")
    version = freshness.version(record, stamp, generation, write_request(request), asked)
    words = site.page_store.all_words(file.sha256)
    last = page_view.last_page(record.protocol, words)
    if not 1 <= place <= last:
        return _no_such_page(record, request, last)
    return freshness.answer(
        version,
        lambda: flask.render_template(
            "protocols/sida.html",
            record=record,
            protocol=record.protocol,
            page=page_view.shown_page(record.protocol, words, place, mark, asked),
            has_picture=page_access.picture_path(file, place) is not None,
            request_=request,
        ),
    )


@bp.get("/<path:protocol_id>/sida/<number>.webp")
def picture(protocol_id: str, number: str) -> werkzeug.Response:
    """The picture itself."""
    site = this_site()
    try:
        file = site.catalogue.find_original(protocol_id, current_audience())
    except UnknownProtocol:
        return _moved(site, protocol_id, number)
    path = page_access.picture_path(file, _number(number))
    if path is None:
        raise werkzeug.exceptions.NotFound
    try:
        response = flask.send_file(path, mimetype=PICTURE, conditional=True, max_age=0)
    except OSError as err:
        raise CatalogueError(f"cannot read the picture of page {number}: {err}") from err
    response.cache_control.private = True
    return response


def _marker(site: Site, request: Request) -> tuple[int, Mark | None]:
    """What marks the search's words, as of a version of the index; None where none are asked."""
    if not request.text:
        return 0, None
    return site.index.generation(), site.index.marker(request)


def _number(written: str) -> int:
    """A page's number; 0, which no page has, where it is written in no way that we do."""
    return int(written) if NUMBER.fullmatch(written) else 0


def _no_such_page(record: Record, request: Request, last: int) -> tuple[str, int]:
    """What there is instead."""
    body = flask.render_template(
        "protocols/ingen_sida.html",
        protocol=record.protocol,
        file=record.shown_file,
        last=last,
        request_=request,
    )
    return body, 404


def _moved(site: Site, protocol_id: str, number: str) -> werkzeug.Response:
    """Lead an old address to where the protocol is now; raises UnknownProtocol if nowhere."""
    new_id = site.catalogue.moved_to(protocol_id, current_audience())
    if new_id is None or new_id == protocol_id:
        raise UnknownProtocol(protocol_id)
    endpoint = str(flask.request.endpoint)
    address = flask.url_for(endpoint, protocol_id=new_id, number=number)
    query = flask.request.query_string.decode("ascii", "ignore")
    return flask.redirect(f"{address}?{query}" if query else address, code=308)
