"""/sok.atom: what a search finds, the latest meetings first, for feed readers."""

import dataclasses as dc
import datetime as dt
import functools
import typing as t

import flask

from index import Order, Request, at_page, read_request, write_request
from webui import addresses, feed_entries, freshness, paging, permalinks
from webui.audience import current_audience
from webui.labels import Labels
from webui.site import Site, this_site
from webui.xml_form import writable

bp = flask.Blueprint("feeds", __name__)

MEDIA_TYPE: t.Final = "application/atom+xml"


@bp.get("/sok.atom")
def hits() -> flask.Response:
    """The hits for what the address asks, whatever order it names."""
    site = this_site()
    request, notes = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    request = _newest_first(request)
    version = freshness.version(
        site.index.generation(), site.catalogue.last_mark(), write_request(request), notes
    )
    response = freshness.answer(version, lambda: _feed(site, request), keep=True)
    response.content_type = f"{MEDIA_TYPE}; charset=utf-8"
    return response


@bp.app_template_filter()
def feed_url(request: Request) -> str:
    """The address of the feed of a search."""
    return flask.url_for("feeds.hits") + addresses.query_of(_newest_first(request), "sort", "sida")


@bp.app_template_filter()
def moment(at: dt.datetime) -> str:
    """A point in time as feeds and site maps have it."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")


def _newest_first(request: Request) -> Request:
    return dc.replace(request, order=Order.NEWEST, gathered=False)


def _feed(site: Site, asked: Request) -> str:
    request, result = paging.found(site.index, asked)
    ids = dict.fromkeys(hit.protocol_id for hit in result.hits)
    records = site.catalogue.some(tuple(ids), request.audience)
    root, labels = addresses.root(), Labels(site.registries)
    entries = feed_entries.entries(
        result.hits, records, labels, functools.partial(permalinks.protocol, root)
    )
    around = paging.pages(request, result.total)
    page = flask.render_template(
        "feeds/hits.xml",
        request_=request,
        total=result.total,
        title=feed_entries.title(request, labels),
        entries=entries,
        updated=max((entry.changed for entry in entries), default=_last_change(site, request)),
        id=_address(root, at_page(request, 1)),
        here=_address(root, request),
        alternate=permalinks.search(root, request),
        previous=around and around.previous and _address(root, around.previous),
        next=around and around.next and _address(root, around.next),
    )
    return writable(page)


def _address(root: str, request: Request) -> str:
    return f"{root}/sok.atom{addresses.query_of(request, 'sort')}"


def _last_change(site: Site, request: Request) -> dt.datetime:
    """When the archive last grew, for a feed of nothing."""
    latest = site.catalogue.latest_kept(request.audience, 1)
    return latest[0].changed if latest else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
