"""/ and /om, and what only machines read."""

import logging
import typing as t

import flask

from archive.errors import IndexUnavailable
from index import FacetValue, Request
from webui.audience import current_audience
from webui.labels import FORMALITIES
from webui.site import Site, this_site

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
def start() -> str:
    """The search box, and what there is to search."""
    site, audience = this_site(), current_audience()
    facets = _facets(site)
    return flask.render_template(
        "pages/start.html",
        summary=site.catalogue.summary(audience),
        newest=site.catalogue.newest(audience, NEWEST),
        topics=[value for value in facets.get("amne", ()) if value.id != FORMALITIES][:EXAMPLES],
        unions=facets.get("fack", ())[:EXAMPLES],
    )


@bp.get("/om")
def about() -> str:
    """What the archive is, whose, and with what limits."""
    return flask.render_template(
        "pages/about.html", summary=this_site().catalogue.summary(current_audience())
    )


@bp.get("/favicon.ico")
def favicon() -> flask.Response:
    """The sign of the house, for what asks for it without reading a page."""
    return flask.current_app.send_static_file("favicon.svg")


@bp.get("/robots.txt")
def robots() -> flask.Response:
    """What search engines need not fetch."""
    return flask.Response(ROBOTS, mimetype="text/plain")


def _facets(site: Site) -> dict[str, tuple[FacetValue, ...]]:
    """The facets over everything; empty where the index is away, so that the page still opens."""
    try:
        return dict(site.index.search(Request("", current_audience(), limit=1)).facets)
    except IndexUnavailable as err:
        log.warning("no examples on the start page: %s", err)
        return {}
