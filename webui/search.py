"""/sok: the page of results."""

import dataclasses as dc
import typing as t

import flask

from index import Request, Result, read_request, write_request
from webui import choices, facets, freshness, gathering, leads, months, paging, timeline
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
    return flask.render_template("search/results.html", **shown(site, request, notes))


def shown(site: Site, request: Request, notes: tuple[str, ...]) -> dict[str, t.Any]:
    """All that the templates of a page of hits show."""
    asked = request
    request, result = paging.found(site.index, asked)
    if request != asked:
        notes += ("Så många sidor finns det inte. Den sista visas.",)
    labels = Labels(site.registries)
    sentence = choices.sentence(request, result.total, labels)
    chips = choices.chips(request, site.registries)
    return {
        "request_": request,
        "result": result,
        "notes": notes + result.notes,
        "typed": dict(write_request(request)),
        "sentence": sentence,
        "title": choices.title(request, sentence),
        "chips": chips,
        "number_chosen": choices.number_chosen(request),
        "cleared": choices.without_choices(request),
        "tabs": choices.tabs(request, result),
        "orders": choices.orders(request),
        "groups": facets.groups(request, result, labels),
        "timeline": over_time(site, request, result),
        "ways_out": _ways_out(site, request, result),
        "examples": () if result.total else _examples(site, request, labels),
        "gathered": gathering.gathered(result),
        "ways_to_gather": gathering.ways_to_gather(request),
        "pages": paging.pages(request, paging.length(result)),
        "suggestion": choices.suggestion(request, result),
    }


def over_time(site: Site, request: Request, result: Result) -> timeline.Timeline | None:
    """How the hits lie in time."""
    months = _by_month(site, request, result)
    return timeline.timeline(request, result, Labels(site.registries), months)


def _by_month(site: Site, request: Request, result: Result) -> dict[str, int]:
    """How many hits each month has, where months are shown: the engine counts by year."""
    return {
        month: site.index.search(months.in_month(request, month)).total
        for month in months.shown(request, result)
    }


def _ways_out(site: Site, request: Request, result: Result) -> list[choices.Choice]:
    """What can be taken away where nothing, or nothing with all the words, was found."""
    if result.total and not result.altered:
        return []
    literal = result.total > 0
    counted = [
        dc.replace(
            way, count=site.index.search(leads.only_counted(way.request, literal=literal)).total
        )
        for way in leads.ways_out(request, Labels(site.registries))
    ]
    return [way for way in counted if way.count]


def _examples(site: Site, request: Request, labels: Labels) -> tuple[choices.Choice, ...]:
    """Topics that there is something about, for whoever found nothing."""
    everything = Request("", request.audience, limit=0)
    return leads.examples(site.index.search(everything), request.audience, labels)
