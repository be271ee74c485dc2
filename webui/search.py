"""/sok: the page of results."""

import flask

from webui import results
from webui.audience import current_audience
from webui.labels import Labels
from webui.parameters import at_page, read_request, write_request
from webui.site import this_site

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
    return flask.render_template(
        "search/results.html",
        request_=request,
        result=result,
        notes=notes + result.notes,
        typed=dict(write_request(request)),
        sentence=results.sentence(request, result.total, labels),
        chips=results.chips(request, site.registries),
        cleared=results.without_choices(request),
        tabs=results.tabs(request, result),
        orders=results.orders(request),
        groups=results.groups(request, result, labels),
        timeline=results.timeline(request, result, labels),
        pages=results.pages(request, result.total),
        suggestion=results.suggestion(request, result),
    )
