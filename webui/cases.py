"""/arende/…: all that was said of a case at one förvaltning, in order of time."""

import typing as t

import flask
import werkzeug

from index import Filters, Kind, Order, Request
from webui import case_story, freshness
from webui.audience import current_audience
from webui.case_slug import case_slug, spellings
from webui.site import Site, this_site

bp = flask.Blueprint("cases", __name__)

MOST: t.Final = 200  # paragraphs of one case


@bp.get("/arende/<forvaltning_id>/<slug>")
def case(forvaltning_id: str, slug: str) -> werkzeug.Response:
    """A case number's whole course: numbers are unique only within a förvaltning."""
    site = this_site()
    if forvaltning_id not in site.registries.forvaltningar:
        flask.abort(404)
    if slug != (plain := case_slug(slug)) and plain:
        address = flask.url_for("cases.case", forvaltning_id=forvaltning_id, slug=plain)
        return flask.redirect(address, code=308)
    generation = site.index.generation()
    steps = steps_of(site, forvaltning_id, slug)
    if not steps:
        flask.abort(404)
    return freshness.answer(
        freshness.version(generation, steps),
        lambda: flask.render_template(
            "browse/arende.html",
            story=case_story.story(steps),
            forvaltning=site.registries.forvaltningar[forvaltning_id],
        ),
    )


def steps_of(site: Site, forvaltning_id: str, slug: str) -> tuple[case_story.Step, ...]:
    """The paragraphs in which a number with that address stands.

    An address says less than the number does, so what is found is looked at once more.
    """
    words = spellings(slug)
    if not words:
        return ()
    request = Request(
        " ELLER ".join(f'"{word}"' for word in words),
        current_audience(),
        Kind.SECTION,
        Filters((forvaltning_id,), predecessors=False),
        Order.OLDEST,
        limit=MOST,
        literal=True,
    )
    hits = site.index.search(request).hits
    ids = list(dict.fromkeys(hit.protocol_id for hit in hits))
    records = site.catalogue.some(ids, request.audience)
    return case_story.steps(hits, records, slug)
