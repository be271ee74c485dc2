"""/forvaltningar and /forvaltning/…: the archive by förvaltning."""

import dataclasses as dc

import flask

from archive.records import Record
from archive.registry import Forvaltning
from index import Filters, Kind, Order, Request, Result, read_request, write_request
from webui import addresses, exchanges, families, freshness, meeting_rows, paging, search
from webui.addresses import Home
from webui.audience import current_audience
from webui.figures import figures, those_told_of
from webui.labels import Labels
from webui.site import Site, this_site
from webui.swedish_order import swedish_order
from webui.ways import ways

bp = flask.Blueprint("forvaltningar", __name__)


@bp.get("/forvaltningar")
def every() -> flask.Response:
    """Every förvaltning that has protocols, those that are no more under their heirs."""
    site = this_site()
    tallies = site.catalogue.by_forvaltning(current_audience())

    def page() -> str:
        known = {tally.of: tally for tally in tallies if tally.of}
        return flask.render_template(
            "browse/forvaltningar.html",
            families=families.families(site.registries.forvaltningar, known),
            unknown=next((tally for tally in tallies if not tally.of), None),
        )

    return freshness.answer(freshness.version(tallies), page)


@bp.get("/forvaltning/<forvaltning_id>")
def one(forvaltning_id: str) -> flask.Response:
    """One förvaltning: what it was, its protocols, and what they are about."""
    site, audience = this_site(), current_audience()
    known = site.registries.forvaltningar.get(forvaltning_id)
    if known is None:
        flask.abort(404)
    generation = site.index.generation()
    typed, _ = read_request(flask.request.args.items(multi=True), audience, site.registries)
    wanted = Request(
        "",
        audience,
        Kind.PROTOCOL,
        Filters(
            (known.id,),
            periods=typed.filters.periods,
            predecessors=typed.filters.predecessors,
        ),
        Order.NEWEST,
        typed.offset,
        typed.limit,
    )
    wanted, result = paging.found(site.index, wanted)
    records = site.catalogue.some([hit.protocol_id for hit in result.hits], audience)
    version = freshness.version(generation, write_request(wanted), records)
    return freshness.answer(version, lambda: _page(site, known, wanted, result, records))


def _page(
    site: Site,
    forvaltning: Forvaltning,
    wanted: Request,
    result: Result,
    records: tuple[Record, ...],
) -> str:
    labels = Labels(site.registries)
    every = site.registries.forvaltningar
    everything = dc.replace(
        wanted,
        kind=Kind.SECTION,
        filters=dc.replace(wanted.filters, periods=()),
        offset=0,
        limit=1,
    )
    sections = (everything, site.index.search(everything))
    addresses.stay_on(_home(forvaltning.id), exchanges.home())
    return flask.render_template(
        "browse/forvaltning.html",
        forvaltning=forvaltning,
        heirs=families.heirs(every, forvaltning.id),
        predecessors=families.predecessors(every, forvaltning.id),
        included=sorted(
            map(labels.forvaltning, _included(site, everything, forvaltning)), key=swedish_order
        ),
        request_=wanted,
        everything=everything,
        figures=figures(site.index, *sections),
        timeline=search.over_time(site, wanted, result),
        years=meeting_rows.by_year(meeting_rows.rows(records)),
        pages=paging.pages(wanted, result.total),
        ways=(
            ways("Vanligaste ämnen", "paragrafer", sections, "amne", labels),
            ways("Fackförbund", "paragrafer", sections, "fack", labels),
        ),
    )


def _included(site: Site, request: Request, forvaltning: Forvaltning) -> tuple[str, ...]:
    """The predecessors that something is told of."""
    earlier = site.registries.with_predecessors(forvaltning.id)[1:]
    return those_told_of(site.index, request, "forvaltning", earlier)


def _home(forvaltning_id: str) -> Home:
    """The address on this page of any search for the förvaltning's protocols."""
    here = flask.url_for("forvaltningar.one", forvaltning_id=forvaltning_id)

    def address(request: Request) -> str | None:
        if request.kind is not Kind.PROTOCOL or request.filters.forvaltningar != (forvaltning_id,):
            return None
        return here + addresses.query_of(request, "typ", "forvaltning")

    return address
