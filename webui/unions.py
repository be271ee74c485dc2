"""/fackforbund and /fack/…: what each union asked, and what it was answered."""

import collections
import collections.abc as c
import dataclasses as dc
import typing as t

import flask

from archive.registry import Union
from index import Filters, Kind, Order, Request, read_request
from webui import addresses, exchanges, families, freshness, search
from webui.audience import current_audience
from webui.choices import counts_of
from webui.figures import figures, those_told_of
from webui.labels import Labels
from webui.site import Site, this_site
from webui.swedish_order import swedish_order
from webui.ways import ways

bp = flask.Blueprint("unions", __name__)

LATEST: t.Final = 10


@dc.dataclass(frozen=True, slots=True)
class Heard:
    """How much of one union there is in the protocols, under its own name."""

    asked: int
    unanswered: int
    named: int  # paragraphs


@bp.get("/fackforbund")
def every() -> flask.Response:
    """Every union that asks or is named, those that went into another under it."""
    site = this_site()

    def page() -> str:
        return flask.render_template(
            "browse/fackforbund.html",
            families=families.families(site.registries.unions, _heard(site)),
            together=collections.Counter(_asked_together(site)),
        )

    return freshness.answer(freshness.version(site.index.generation()), page, keep=True)


@bp.get("/fack/<union_id>")
def one(union_id: str) -> flask.Response:
    """One union: its latest questions with their answers, and where it is named."""
    site = this_site()
    union = site.registries.unions.get(union_id)
    if union is None:
        flask.abort(404)
    typed, _ = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    with_predecessors = typed.filters.predecessors
    version = freshness.version(site.index.generation(), with_predecessors)
    return freshness.answer(version, lambda: _page(site, union, with_predecessors), keep=True)


def _page(site: Site, union: Union, with_predecessors: bool) -> str:
    labels, unions = Labels(site.registries), site.registries.unions
    filters = Filters(unions=(union.id,), predecessors=with_predecessors)
    asked = Request("", current_audience(), Kind.EXCHANGE, filters, Order.NEWEST, limit=LATEST)
    named = dc.replace(asked, kind=Kind.SECTION, limit=1)
    questions = (asked, site.index.search(asked))
    sections = (named, site.index.search(named))
    addresses.stay_on(exchanges.home())
    return flask.render_template(
        "browse/fack.html",
        union=union,
        heirs=families.heirs(unions, union.id),
        predecessors=families.predecessors(unions, union.id),
        included=sorted(map(labels.union, _included(site, named, union)), key=swedish_order),
        with_predecessors=with_predecessors,
        figures=figures(site.index, *sections),
        request_=asked,
        everything=named,
        hits=questions[1].hits,
        timeline=search.over_time(site, *questions),
        ways=(
            ways("Frågar i paragrafer om", "frågor", questions, "amne", labels),
            ways("Frågar hos", "frågor", questions, "forvaltning", labels),
            ways("Nämns hos", "paragrafer", sections, "forvaltning", labels),
        ),
    )


def _included(site: Site, request: Request, union: Union) -> tuple[str, ...]:
    """The predecessors that something is told of."""
    earlier = site.registries.union_with_predecessors(union.id)[1:]
    return those_told_of(site.index, request, "fack", earlier)


def _heard(site: Site) -> c.Mapping[str, Heard]:
    asked, unanswered, named = (
        counts_of(site.index.search(request), "fack") for request in _requests()
    )
    return {
        id_: Heard(asked.get(id_, 0), unanswered.get(id_, 0), named.get(id_, 0))
        for id_ in {**named, **asked}
    }


def _asked_together(site: Site) -> c.Mapping[str, int]:
    """How much each asked with its predecessors."""
    asked = Request("", current_audience(), Kind.EXCHANGE, limit=0)
    return counts_of(site.index.search(asked), "fack")


def _requests() -> tuple[Request, Request, Request]:
    """For all that was asked, for what was not answered, and for every paragraph."""
    sections = Request("", current_audience(), filters=Filters(predecessors=False), limit=1)
    asked = dc.replace(sections, kind=Kind.EXCHANGE)
    return asked, dc.replace(asked, filters=Filters(answered=False, predecessors=False)), sections
