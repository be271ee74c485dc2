"""Finding: full-text search over the catalogue, behind one door.

Everything a caller needs is here; which engine answers never shows outside this package.
"""

import pathlib

from archive.registry import Registries
from index.engine import (
    Completion,
    Entry,
    Excerpt,
    ExchangeHit,
    Explanation,
    FacetValue,
    Filters,
    Hit,
    Kind,
    Mark,
    Met,
    Numbered,
    Order,
    Reading,
    Request,
    Result,
    SearchIndex,
    Similar,
)
from index.json_form import facet_label, result_to_dict
from index.parameters import (
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_VALUES,
    PARTIAL_DATE,
    REPEATED,
    at_page,
    chosen,
    narrowed,
    page_number,
    read_request,
    toggled,
    write_request,
)
from index.query_tree import Part
from index.query_words import bare
from index.swedish import Level
from index.sync import Indexing, index_pending, rebuild_all
from index.whoosh_engine import WhooshIndex

__all__ = [
    "LAST_PAGE",
    "LONGEST_TEXT",
    "MOST_VALUES",
    "PARTIAL_DATE",
    "REPEATED",
    "Completion",
    "Entry",
    "Excerpt",
    "ExchangeHit",
    "Explanation",
    "FacetValue",
    "Filters",
    "Hit",
    "Indexing",
    "Kind",
    "Level",
    "Mark",
    "Met",
    "Numbered",
    "Order",
    "Part",
    "Reading",
    "Request",
    "Result",
    "SearchIndex",
    "Similar",
    "at_page",
    "bare",
    "chosen",
    "facet_label",
    "index_pending",
    "narrowed",
    "open_index",
    "page_number",
    "read_request",
    "rebuild_all",
    "result_to_dict",
    "toggled",
    "write_request",
]


def open_index(folder: pathlib.Path, registries: Registries, form: str = "") -> SearchIndex:
    """The index kept in a folder, which need not exist yet.

    `form` names what is done to protocols before they come here, such as that names are masked: an
    index of another form is no index of these.

    Opening writes nothing and raises nothing: a missing, damaged or outdated index says so through
    `needs_rebuild`, and the next `update` or `rebuild` begins a new one.
    """
    return WhooshIndex(folder, registries, form=form)
