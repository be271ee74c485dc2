"""/arende/…: all that was said of a case at one förvaltning, in order of time."""

import collections.abc as c
import re
import typing as t

import flask
import werkzeug

from index import Filters, Kind, Order, Request
from webui import case_proposals, case_story, freshness
from webui.audience import current_audience
from webui.case_slug import case_slug, parted_slug, spellings
from webui.site import Site, this_site

bp = flask.Blueprint("cases", __name__)

MOST: t.Final = 200  # paragraphs of one case
MOST_NAMING: t.Final = 40  # looked at for the förvaltningar that a number is of

# "KS 2025/1206" "ks2025-1206" "HÄ 1.2.1-773/2024"
NUMBER: t.Final = re.compile(r"(?:dnr\W*)?[^\W\d_]{1,6}[\s/:-]?\d[\d./:-]*[/:-]\d+", re.IGNORECASE)


class Case(t.NamedTuple):
    """A case at one förvaltning, and in how many paragraphs it stands."""

    forvaltning: str
    slug: str
    number: str  # as it is printed
    sections: int


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


def as_printed(found: c.Sequence[Case], text: str) -> str | None:
    """The number of the only case that a text names, where it is printed in another way."""
    if len(found) != 1 or text.casefold().split() == found[0].number.casefold().split():
        return None
    return found[0].number


def named_by(site: Site, text: str) -> tuple[Case, ...]:
    """The cases that a text is the number of, however it is written: "ks2025/1206" is KS 2025/1206,
    and so is "2025/1206".

    None where it is no number, or stands in nothing that the reader may see.
    """
    if not NUMBER.fullmatch(text):
        return tuple(
            Case(it.forvaltning, it.slug, it.number, len(steps_of(site, it.forvaltning, it.slug)))
            for it in case_proposals.proposed(site, text, current_audience())
            if case_proposals.is_whole(it, text)
        )
    slug = parted_slug(text)
    words = " ELLER ".join(f'"{word}"' for word in spellings(slug))
    asked = Request(words, current_audience(), limit=MOST_NAMING, literal=True)
    places = {hit.forvaltning: None for hit in site.index.search(asked).hits}
    found = ((id_, steps_of(site, id_, slug)) for id_ in places if id_)
    return tuple(Case(id_, slug, steps[-1].number, len(steps)) for id_, steps in found if steps)
