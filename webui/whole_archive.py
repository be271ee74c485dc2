"""/arkiv.jsonl and /arkiv.manifest.json: all that is open to everyone, to take along."""

import collections.abc as c
import datetime as dt

import flask

from archive import export
from webui import freshness, streaming
from webui.audience import current_audience
from webui.site import this_site

bp = flask.Blueprint("whole_archive", __name__)


@bp.get(f"/{export.LINES}")
def lines() -> flask.Response:
    """Every protocol, a line each."""
    archive, audience = this_site().catalogue, current_audience()

    def make() -> c.Iterator[str]:
        return (line.content.decode() + "\n" for line in export.lines(archive, audience))

    return streaming.answer(_version(), make, "application/jsonl", export.LINES)


@bp.get(f"/{export.MANIFEST}")
def manifest() -> flask.Response:
    """What every line is, to see what has changed and whether all came along."""
    archive, audience, now = this_site().catalogue, current_audience(), dt.datetime.now(dt.UTC)

    def make() -> c.Iterator[str]:
        return export.manifest(export.lines(archive, audience), now)

    return streaming.answer(_version(), make, "application/json", export.MANIFEST)


def _version() -> str:
    """What is kept changes with a mark for the index, and with the commit that takes it away."""
    site = this_site()
    return freshness.version(site.index.generation(), site.catalogue.last_mark())
