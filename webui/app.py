"""The Flask application, put together from collaborators it is handed."""

import flask

from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.registry import Registries
from archive.settings import Settings
from index import SearchIndex
from webui import assets, failures, pages, protocols, search, security, templating
from webui.site import EXTENSION, Site


def create_app(
    *,
    settings: Settings,
    catalogue: Catalogue,
    originals: Originals,
    index: SearchIndex,
    registries: Registries,
) -> flask.Flask:
    """A site that shows what is in the catalogue and searches it with the index."""
    app = flask.Flask("webui")
    app.extensions[EXTENSION] = Site(settings, catalogue, originals, index, registries)
    security.protect(app)
    failures.handle_failures(app)
    assets.serve_assets(app)
    templating.prepare_templates(app, registries)
    app.context_processor(lambda: {"settings": settings})
    for blueprint in (pages.bp, search.bp, protocols.bp):
        app.register_blueprint(blueprint)
    return app
