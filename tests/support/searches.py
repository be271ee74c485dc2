"""Searches and their results as values, for what a page makes of them."""

import typing as t

from archive.registry import packaged
from archive.visibility import Audience
from index import FacetValue, Filters, Kind, Request, Result
from webui.labels import Labels

LABELS = Labels(packaged())


def request(
    text: str = "larm", *, page: int = 1, kind: Kind = Kind.SECTION, **filters: t.Any
) -> Request:
    """A search for a word, with these filters."""
    return Request(text, Audience.PUBLIC, kind, Filters(**filters), offset=(page - 1) * 20)


def result(total: int = 9, **facets: dict[str, int]) -> Result:
    """A result without hits, with these counts."""
    values = {
        name: tuple(FacetValue(id_, count) for id_, count in counts.items())
        for name, counts in facets.items()
    }
    return Result((), total, values, 1.0)
