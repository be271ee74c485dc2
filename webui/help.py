"""/hjalp: what can be typed in the search box, shown with the archive's own names."""

import collections.abc as c
import typing as t

import flask

from archive.registry import Forvaltning, Union
from webui import freshness
from webui.labels import substantial
from webui.site import this_site

bp = flask.Blueprint("help", __name__)

Entry = t.TypeVar("Entry", Union, Forvaltning)


@bp.get("/hjalp")
def searching() -> flask.Response:
    """Every way to ask, each with an example that is a link to the search."""
    registries = this_site().registries
    unions, forvaltningar = registries.unions, registries.forvaltningar
    return freshness.answer(
        freshness.version(),
        lambda: flask.render_template(
            "help/hjalp.html",
            registries=registries,
            everyday=next((union for union in unions.values() if union.common_noun), None),
            union=_successor(unions.values()),
            forvaltning=_successor(forvaltningar.values()),
            topic=next(map(registries.topics.get, substantial(registries.topics)), None),
        ),
    )


def _successor(entries: c.Iterable[Entry]) -> Entry | None:
    """The first that others have gone into, else the first."""
    every = list(entries)
    return next((entry for entry in every if entry.predecessors), every[0] if every else None)
