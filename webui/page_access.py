"""Which originals have pages to look at as pictures: the one place that decides it."""

import pathlib
import typing as t

import flask

from archive.media_types import DRAWN
from archive.records import KeptFile, Record
from index import Hit
from webui.audience import current_audience
from webui.site import this_site

# How the names of files end that pages are drawn of.
ENDINGS: t.Final = (".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg")


def has_pages(record: Record) -> bool:
    """Whether links lead to its file's pages: when all that can be drawn has been, and they tell
    the reader no name that is masked."""
    file = record.shown_file
    drawn = _are_shown(file) and this_site().page_store.is_drawn(file.sha256)
    return record.original_shown and drawn


def may_have_pages(hit: Hit) -> bool:
    """The same for a hit, of which only the file's name is known: its page says what there is.

    A list of hits is made for a version of the index, which pictures drawn later do not change; so
    it must not depend on them, nor could it look for each of its files. A name that is withheld
    does change the index, once its protocols are put in anew.
    """
    settings = this_site().settings
    drawn = settings.sidbilder and hit.filename.casefold().endswith(ENDINGS)
    return drawn and hit.page is not None and _is_original_shown(hit.protocol_id)


def picture_path(file: KeptFile, page: int) -> pathlib.Path | None:
    """Where the picture of a page lies, or None where there is none to show."""
    return this_site().page_store.picture_path(file.sha256, page) if _are_shown(file) else None


def _is_original_shown(protocol_id: str) -> bool:
    """Whether the reader may have a protocol's files. While no name is masked, which is asked once
    for all that a page lists, no protocol is read for it."""
    catalogue, audience = this_site().catalogue, current_audience()
    if "masks_names" not in flask.g:
        flask.g.masks_names = catalogue.masks_names(audience)
    if not flask.g.masks_names:
        return True
    known: dict[str, bool] = flask.g.setdefault("originals_shown", {})
    if protocol_id not in known:
        found = catalogue.some([protocol_id], audience)
        known[protocol_id] = any(record.original_shown for record in found)
    return known[protocol_id]


def _are_shown(file: KeptFile) -> bool:
    return this_site().settings.sidbilder and file.media_type in DRAWN
