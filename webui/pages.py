"""/ and /om, and the sign of the house."""

import collections.abc as c
import logging
import typing as t

import flask

from archive.errors import IndexUnavailable
from archive.records import Record, Summary
from index import FacetValue, Filters, Request
from webui import assets, freshness, meeting_rows
from webui.audience import current_audience
from webui.labels import FORMALITIES, Labels
from webui.site import this_site
from webui.swedish_order import swedish_order

bp = flask.Blueprint("pages", __name__)

log = logging.getLogger(__name__)

NEWEST: t.Final = 6
EXAMPLES: t.Final = 8
FORVALTNINGAR: t.Final = 10


@bp.get("/")
def start() -> flask.Response | str:
    """The search box, and what there is to search; without examples where the index is away."""
    site, audience = this_site(), current_audience()
    summary = site.catalogue.summary(audience)
    newest = site.catalogue.newest(audience, NEWEST)

    def page() -> str:
        everything = Request("", audience, filters=Filters(predecessors=False), limit=1)
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
        newest=meeting_rows.rows(newest),
        forvaltningar=_by_name(summary),
        topics=[value for value in facets.get("amne", ()) if value.id != FORMALITIES][:EXAMPLES],
        unions=facets.get("fack", ())[:EXAMPLES],
    )


def _by_name(summary: Summary) -> list[tuple[str, str, int]]:
    """The förvaltningar with the most protocols, by name; at the end what is not known."""
    labels = Labels(this_site().registries)
    known = [(labels.forvaltning(id_), id_, held) for id_, held in summary.by_forvaltning if id_]
    unknown = [("", "", held) for id_, held in summary.by_forvaltning if not id_]
    return sorted(known[:FORVALTNINGAR], key=lambda it: swedish_order(it[0])) + unknown


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
