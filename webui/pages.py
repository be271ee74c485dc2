"""/ and /om, and what only machines read."""

import collections.abc as c
import logging
import typing as t

import flask

from archive.errors import IndexUnavailable
from archive.records import Record, Summary
from index import FacetValue, Request
from webui import assets, freshness
from webui.audience import current_audience
from webui.labels import FORMALITIES
from webui.site import this_site

bp = flask.Blueprint("pages", __name__)

log = logging.getLogger(__name__)

NEWEST: t.Final = 6
EXAMPLES: t.Final = 8

# Addresses with a search in them are without end, and lead to what has an address of its own.
ROBOTS: t.Final = """\
User-agent: *
Disallow: /sok
Disallow: /*?
"""


@bp.get("/")
def start() -> flask.Response | str:
    """The search box, and what there is to search; without examples where the index is away."""
    site, audience = this_site(), current_audience()
    summary = site.catalogue.summary(audience)
    newest = site.catalogue.newest(audience, NEWEST)

    def page() -> str:
        everything = Request("", audience, limit=1)
        return _start(summary, newest, site.index.search(everything).facets)

    try:
        version = freshness.version(site.index.generation(), summary, newest)
        return freshness.answer(version, page, keep=True)
    except IndexUnavailable as err:
        log.warning("no examples on the start page: %s", err)
        return _start(summary, newest, {})


def _start(
    summary: Summary,
    newest: c.Sequence[Record],
    facets: c.Mapping[str, c.Sequence[FacetValue]],
) -> str:
    return flask.render_template(
        "pages/start.html",
        summary=summary,
        newest=newest,
        topics=[value for value in facets.get("amne", ()) if value.id != FORMALITIES][:EXAMPLES],
        unions=facets.get("fack", ())[:EXAMPLES],
    )


@bp.get("/om")
def about() -> flask.Response:
    """What the archive is, whose, and with what limits."""
    summary = this_site().catalogue.summary(current_audience())
    return freshness.answer(
        freshness.version(summary),
        lambda: flask.render_template("pages/about.html", summary=summary),
    )


@bp.get("/favicon.ico")
def favicon() -> flask.Response:
    """The sign of the house, for what asks for it without reading a page."""
    return assets.asset_response("favicon.svg")


@bp.get("/robots.txt")
def robots() -> flask.Response:
    """What search engines need not fetch."""
    return flask.Response(ROBOTS, mimetype="text/plain")
