"""The Flask application, put together from collaborators it is handed."""

import secrets

import flask

from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import Registries
from archive.settings import Settings
from index import SearchIndex
from webui import (
    accessibility,
    api,
    assets,
    cases,
    compression,
    coverage,
    discovery,
    exchanges,
    exports,
    failures,
    feeds,
    forvaltningar,
    help,
    meetings,
    over_time,
    page_pictures,
    pages,
    protocols,
    search,
    section_pages,
    security,
    style_guide,
    templating,
    topics,
    unions,
    whole_archive,
)
from webui.kept_pages import KeptPages
from webui.named import Directory
from webui.site import EXTENSION, Site


def create_app(
    *,
    settings: Settings,
    catalogue: Catalogue,
    originals: Originals,
    page_store: PageStore,
    index: SearchIndex,
    registries: Registries,
    run: str | None = None,
) -> flask.Flask:
    """A site that shows what is in the catalogue and searches it with the index.

    Several processes that are one site share one `run`, which no other run has had.
    """
    app = flask.Flask("webui", static_folder=None)
    kept = KeptPages()
    app.extensions[EXTENSION] = Site(
        settings,
        catalogue,
        originals,
        page_store,
        index,
        registries,
        Directory(registries),
        run or secrets.token_hex(8),
        kept,
    )
    compression.compress_pages(app, kept)
    security.protect(app)
    failures.handle_failures(app)
    assets.serve_assets(app)
    templating.prepare_templates(app, registries)
    app.context_processor(lambda: {"settings": settings})
    for blueprint in (
        pages.bp,
        help.bp,
        accessibility.bp,
        style_guide.bp,
        search.bp,
        api.bp,
        api.page_bp,
        protocols.bp,
        section_pages.bp,
        page_pictures.bp,
        forvaltningar.bp,
        unions.bp,
        topics.bp,
        meetings.bp,
        exchanges.bp,
        cases.bp,
        coverage.bp,
        over_time.bp,
        exports.bp,
        feeds.bp,
        whole_archive.bp,
        discovery.bp,
    ):
        app.register_blueprint(blueprint)
    return app
