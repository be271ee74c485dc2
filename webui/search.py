"""/sok: the page of results."""

import dataclasses as dc
import typing as t

import flask
import werkzeug

from index import Kind, Request, Result, read_request, write_request
from webui import (
    addresses,
    cases,
    choices,
    days_asked,
    facets,
    freshness,
    gathering,
    leads,
    months,
    paging,
    reservations,
    tabs,
    timeline,
)
from webui.audience import current_audience
from webui.known_lost import lost_between
from webui.labels import Labels
from webui.site import Site, this_site
from webui.typed_days import as_in_addresses, as_typed

bp = flask.Blueprint("search", __name__)


@bp.get("/sok")
def results() -> werkzeug.Response:
    """Hits for what the address asks, with everything that can be chosen next."""
    site = this_site()
    request, notes = read_request(asked_for(), current_audience(), site.registries)
    found = cases.named_by(site, request.text)
    if printed := cases.as_printed(found, request.text):
        return flask.redirect(addresses.search_url(dc.replace(request, text=printed)))
    version = freshness.version(site.index.generation(), write_request(request), notes)
    return freshness.answer(version, lambda: _page(site, request, notes, found), keep=True)


def asked_for() -> list[tuple[str, str]]:
    """The parameters of the current address, days as an address has them."""
    return as_in_addresses(flask.request.args.items(multi=True))


def _page(
    site: Site, request: Request, notes: tuple[str, ...], named_cases: tuple[cases.Case, ...]
) -> str:
    named = [
        it.counted(site.index.search(it.request(request)))
        for it in site.directory.called(request.text)
    ]
    period = days_asked.period(request.text)
    return flask.render_template(
        "search/results.html",
        period=period,
        meetings=period and days_asked.meetings(site.index, period, request.audience),
        lost=lost_between(site, period.first, period.last) if period else (),
        named=[it for it in named if it.sections or it.exchanges],
        cases=named_cases,
        **shown(site, request, notes),
    )


def shown(site: Site, request: Request, notes: tuple[str, ...]) -> dict[str, t.Any]:
    """All that the templates of a page of hits show."""
    asked = request
    request, result = paging.found(site.index, asked)
    if request != asked:
        notes += ("Så många sidor finns det inte. Den sista visas.",)
    if reservations.are_asked_for(request):
        records = site.catalogue.some(
            list({hit.protocol_id for hit in result.hits}), request.audience
        )
        hits = reservations.with_reservations(result.hits, records, request)
        result = dc.replace(result, hits=hits)
    labels = Labels(site.registries)
    sentence = choices.sentence(request, result.total, labels)
    return {
        "request_": request,
        "result": result,
        "notes": notes + result.notes,
        "typed": as_typed(flask.request.args) | dict(write_request(request)),
        "sentence": sentence,
        "title": choices.title(request, sentence),
        "chips": choices.chips(request, site.registries),
        "number_chosen": choices.number_chosen(request),
        "cleared": choices.without_choices(request),
        "tabs": tabs.tabs(request, result),
        "orders": choices.orders(request),
        "groups": facets.groups(request, result, labels),
        "timeline": over_time(site, request, result),
        "gathered": gathering.gathered(result),
        "ways_to_gather": gathering.ways_to_gather(request),
        "pages": paging.pages(request, paging.length(result)),
        "suggestion": choices.suggestion(request, result),
        **_leads(site, request, result, labels),
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


def _leads(site: Site, request: Request, result: Result, labels: Labels) -> dict[str, t.Any]:
    """Where to go on from nothing, or from what was found by other words than those typed."""
    if result.total and not result.altered:
        return {}
    literally = choices.literally(request)
    exact = site.index.search(leads.only_counted(literally)) if result.altered else result
    protocols = choices.counts_of(exact, "typ").get(Kind.PROTOCOL.value, 0)
    found = {
        "literally": literally if result.altered and exact.total else None,
        "apart": leads.apart(literally if result.altered else request, protocols),
        "ways_out": _counted(site, leads.ways_out(request, labels), literal=result.total > 0),
    }
    return found if result.total else found | _instead(site, request, labels)


def _instead(site: Site, request: Request, labels: Labels) -> dict[str, t.Any]:
    """Other searches, for whoever found nothing."""
    everything = Request("", request.audience, limit=0)
    near = [
        it.counted(site.index.search(it.request(request)))
        for it in site.directory.nearly_called(request.text)
    ]
    return {
        "near": [it for it in near if it.sections or it.exchanges],
        "parts": leads.parts(request, lambda it: site.index.search(it).total),
        "examples": leads.examples(site.index.search(everything), request.audience, labels),
    }


def _counted(
    site: Site, ways: tuple[choices.Choice, ...], *, literal: bool
) -> list[choices.Choice]:
    """Those that lead to something, with how much."""
    counted = [
        dc.replace(
            way,
            count=site.index.search(leads.only_counted(way.request, literal=literal)).total,
        )
        for way in ways
    ]
    return [way for way in counted if way.count]
