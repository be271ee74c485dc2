"""What every view may lean on: the collaborators that `create_app` was handed."""

import dataclasses as dc
import typing as t

import flask

from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import Registries
from archive.settings import Settings
from index import SearchIndex
from webui.kept_pages import KeptPages
from webui.named import Directory

EXTENSION: t.Final = "protokollarkivet"


@dc.dataclass(frozen=True, slots=True)
class Site:
    """One site: its settings, what it shows and what it searches with."""

    settings: Settings
    catalogue: Catalogue
    originals: Originals
    page_store: PageStore
    index: SearchIndex
    registries: Registries
    directory: Directory
    run: str  # differs from one run of the program to the next
    kept: KeptPages


def this_site() -> Site:
    """The site that answers the current request."""
    site: Site = flask.current_app.extensions[EXTENSION]
    return site
