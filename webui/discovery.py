"""What browsers and search engines find the archive by: /opensearch.xml, /sitemap.xml and
/robots.txt."""

import functools
import typing as t

import flask

from archive.model import Protocol, Section
from webui import addresses, freshness, permalinks, sharing
from webui.audience import current_audience
from webui.labels import Labels
from webui.site import this_site
from webui.xml_form import writable

bp = flask.Blueprint("discovery", __name__)

OPENSEARCH: t.Final = "application/opensearchdescription+xml"
XML: t.Final = "application/xml"

LONGEST_SHORT_NAME: t.Final = 16  # the form allows no more
IN_A_PART: t.Final = 5_000  # protocols of the site map
PAGES: t.Final = "sidor"  # the part that has the pages that are no protocols

# Addresses with a search in them are without end, and lead to what has an address of its own.
ROBOTS: t.Final = """\
User-agent: *
Disallow: /sok
Disallow: /arkiv.
Disallow: /*?
"""


@bp.get("/opensearch.xml")
def opensearch() -> flask.Response:
    """How a browser's own search box asks the archive."""
    return _xml("discovery/opensearch.xml", OPENSEARCH, freshness.version())


@bp.get("/sitemap.xml")
def sitemap() -> flask.Response:
    """The parts of the site map, with when each was last added to."""
    parts = this_site().catalogue.parts(current_audience(), IN_A_PART)
    return _xml("discovery/sitemap.xml", XML, freshness.version(parts), parts=parts)


@bp.get("/sitemap-<part>.xml")
def sitemap_part(part: str) -> flask.Response:
    """The addresses in a part of it."""
    if part == PAGES:
        return _xml("discovery/pages.xml", XML, freshness.version())
    if not (part.isascii() and part.isdecimal()) or len(part) > 6 or part.startswith("0"):
        flask.abort(404)
    listed = this_site().catalogue.listed(current_audience(), IN_A_PART, int(part))
    if not listed:
        flask.abort(404)
    return _xml(
        "discovery/protocols.xml",
        XML,
        freshness.version(listed),
        listed=listed,
        permalink=permalinks.protocol,
    )


@bp.get("/robots.txt")
def robots() -> flask.Response:
    """What search engines need not fetch, and where they find the rest."""
    map_at = addresses.root() + flask.url_for("discovery.sitemap")
    return flask.Response(f"{ROBOTS}Sitemap: {map_at}\n", mimetype="text/plain")


@bp.app_template_global()
def shared(protocol: Protocol, section: Section | None = None) -> sharing.Shared:
    """What a protocol or a section is called where its address is shared."""
    return sharing.shared(protocol, Labels(this_site().registries), section)


@bp.app_template_global()
def structured(protocol: Protocol) -> sharing.Structured:
    """A protocol in the words of schema.org."""
    site = this_site()
    address = functools.partial(permalinks.protocol, addresses.root())
    name, owner = site.settings.namn, site.settings.agare
    return sharing.structured(protocol, Labels(site.registries), address, name, owner)


def _xml(template: str, media_type: str, version: str, **shown: t.Any) -> flask.Response:
    def make() -> str:
        return writable(flask.render_template(template, root=addresses.root(), **shown))

    response = freshness.answer(version, make)
    response.content_type = f"{media_type}; charset=utf-8"
    return response
