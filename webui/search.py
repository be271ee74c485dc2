"""/sok: the page of results."""

import dataclasses as dc

import flask

from index import Request
from webui import results
from webui.audience import current_audience
from webui.labels import Labels
from webui.parameters import at_page, read_request, write_request
from webui.site import Site, this_site

bp = flask.Blueprint("search", __name__)


@bp.get("/sok", endpoint="results")
def result_page() -> str:
    """Hits for what the address asks, with everything that can be chosen next."""
    site = this_site()
    request, notes = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    result = site.index.search(request)
    if not result.hits and result.total and request.offset:
        request = at_page(request, results.last_page(request, result.total))
        result = site.index.search(request)
        notes += ("Så många sidor finns det inte. Den sista visas.",)
    labels = Labels(site.registries)
    chips = results.chips(request, site.registries)
    return flask.render_template(
        "search/results.html",
        request_=request,
        result=result,
        notes=notes + result.notes,
        typed=dict(write_request(request)),
        sentence=results.sentence(request, result.total, labels),
        chips=chips,
        cleared=results.without_choices(request),
        tabs=results.tabs(request, result),
        orders=results.orders(request),
        groups=results.groups(request, result, labels),
        timeline=results.timeline(request, result, labels),
        ways_out=_ways_out(site, request) if not result.total else (),
        pages=results.pages(request, result.total),
        suggestion=results.suggestion(request, result),
    )


def _ways_out(site: Site, request: Request) -> list[results.Choice]:
    """What can be taken away from a search without hits so that something is found."""
    counted = [
        dc.replace(way, count=site.index.search(dc.replace(way.request, limit=1)).total)
        for way in results.ways_out(request, Labels(site.registries))
    ]
    return [way for way in counted if way.count]
