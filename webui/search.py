"""/sok: the page of results."""

import dataclasses as dc

import flask

from index import Request, at_page, read_request, write_request
from webui import choices, facets, freshness, paging, timeline
from webui.audience import current_audience
from webui.labels import Labels
from webui.site import Site, this_site

bp = flask.Blueprint("search", __name__)


@bp.get("/sok")
def results() -> flask.Response:
    """Hits for what the address asks, with everything that can be chosen next."""
    site = this_site()
    request, notes = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    version = freshness.version(site.index.generation(), write_request(request), notes)
    return freshness.answer(version, lambda: _page(site, request, notes), keep=True)


def _page(site: Site, request: Request, notes: tuple[str, ...]) -> str:
    result = site.index.search(request)
    if not result.hits and result.total and request.offset:
        request = at_page(request, paging.last_page(request, result.total))
        result = site.index.search(request)
        notes += ("Så många sidor finns det inte. Den sista visas.",)
    labels = Labels(site.registries)
    chips = choices.chips(request, site.registries)
    return flask.render_template(
        "search/results.html",
        request_=request,
        result=result,
        notes=notes + result.notes,
        typed=dict(write_request(request)),
        sentence=choices.sentence(request, result.total, labels),
        chips=chips,
        cleared=choices.without_choices(request),
        tabs=choices.tabs(request, result),
        orders=choices.orders(request),
        groups=facets.groups(request, result, labels),
        timeline=timeline.timeline(request, result, labels),
        ways_out=_ways_out(site, request) if not result.total else (),
        pages=paging.pages(request, result.total),
        suggestion=choices.suggestion(request, result),
    )


def _ways_out(site: Site, request: Request) -> list[choices.Choice]:
    """What can be taken away from a search without hits so that something is found."""
    counted = [
        dc.replace(way, count=site.index.search(dc.replace(way.request, limit=1)).total)
        for way in choices.ways_out(request, Labels(site.registries))
    ]
    return [way for way in counted if way.count]
