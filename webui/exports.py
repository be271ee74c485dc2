"""/sok.csv, /sok.json and /sok.txt: all hits of a search, as a file to save."""

import datetime as dt

import flask

from index import Request, read_request, write_request
from webui import addresses, all_hits, freshness, streaming
from webui.audience import current_audience
from webui.export_forms import MEDIA_TYPES, Export, Form
from webui.site import this_site

bp = flask.Blueprint("exports", __name__)


@bp.get(f"/sok.<any({','.join(Form)}):ending>")
def hits(ending: str) -> flask.Response:
    """The hits for what the address asks, from the first on whatever page it names."""
    site, form = this_site(), Form(ending)
    request, notes = read_request(
        flask.request.args.items(multi=True), current_audience(), site.registries
    )
    export = Export(
        site.index,
        site.catalogue,
        site.registries,
        all_hits.from_the_first(request),
        notes,
        site.settings.namn,
        addresses.root(),
        dt.date.today(),
    )
    version = freshness.version(
        site.index.generation(),
        site.catalogue.last_mark(),
        write_request(export.request),
        notes,
        export.today,
    )
    return streaming.answer(
        version, lambda: export.pieces(form), MEDIA_TYPES[form], export.filename(form)
    )


@bp.app_template_filter()
def export_url(request: Request, form: str) -> str:
    """The address of all hits of a search in a form."""
    address = flask.url_for("exports.hits", ending=form)
    return address + addresses.query_of(all_hits.from_the_first(request))
