"""The addresses of searches, protocols and files, as pages link to them.

A page of hits has more than a hundred links to other searches. Flask makes one address by looking
through all its routes, so here it is asked once a page, and what follows the "?" is added to that.
"""

import collections.abc as c
import typing as t
import urllib.parse

import flask

from index import Hit, Request, write_request
from webui.case_slug import case_slug
from webui.site import this_site

# What may stand as it is after "?", besides letters and digits: as Flask has it.
UNQUOTED: t.Final = "!$'()*,/:;?@"
# What is marked first on the picture of a page.
FIRST_MARK: t.Final = "markerat"


Home: t.TypeAlias = c.Callable[[Request], str | None]


def stay_on(*homes: Home) -> None:
    """From here on in this request, a search that one of the homes has an address for leads there.

    So a page can show searches of a kind itself, with facets and pages like any others.
    """
    flask.g.search_homes = homes


def search_url(request: Request) -> str:
    """The address of a search."""
    homes: tuple[Home, ...] = flask.g.get("search_homes", ())
    at_home = next(filter(None, (home(request) for home in homes)), None)
    return at_home or _search_page() + _query(write_request(request))


def query_of(request: Request, *given: str) -> str:
    """What follows the address of a page that shows a search, when these parameters go unsaid."""
    return _query([(name, value) for name, value in write_request(request) if name not in given])


def search_for(**parameters: str) -> str:
    """The address of the search with just these parameters."""
    return _search_page() + _query(list(parameters.items()))


def protocol_url(
    protocol_id: str,
    request: Request | None = None,
    anchor: str | None = None,
    external: bool = False,
) -> str:
    """The address of a protocol or a place in it, with the search that leads there, if any.

    To be quoted, `external`, it begins with the operator's own setting; else with what the
    reader's browser was told to ask.
    """
    known = this_site().settings.adress.rstrip("/")
    address = flask.url_for(
        "protocols.protocol", protocol_id=protocol_id, _external=external and not known
    )
    address += _query(write_request(request) if request else [])
    address += f"#{urllib.parse.quote(anchor)}" if anchor else ""
    return f"{known}{address}" if external else address


def case_url(forvaltning: str | None, diarienummer: str) -> str:
    """The address of a case; where none can be made, of a search for its number."""
    slug = case_slug(diarienummer)
    if slug and forvaltning in this_site().registries.forvaltningar and _shows_cases():
        return flask.url_for("cases.case", forvaltning_id=forvaltning, slug=slug)
    return search_for(q=f'"{diarienummer}"')


def why_url(hit: Hit, request: Request) -> str:
    """The address at which it is told why a search hits this."""
    # Without a place, which the whole of a protocol has none of, it is another route.
    place = hit.place or None
    address = flask.url_for("protocols.why", protocol_id=hit.protocol_id, place=place)
    return address + _query(write_request(request))


def original_url(protocol_id: str, *, sha256: str | None = None, page: int | None = None) -> str:
    """The address of a protocol's file, another of its files, or a page of it."""
    return flask.url_for(
        "protocols.original",
        protocol_id=protocol_id,
        fil=sha256,
        _anchor=f"page={page}" if page else None,
    )


def page_url(protocol_id: str, page: int, request: Request | None = None) -> str:
    """The address of a page of a protocol's original, at the first of the search's marks."""
    address = flask.url_for("page_pictures.page", protocol_id=protocol_id, number=page)
    address += _query(write_request(request) if request else [])
    return f"{address}#{FIRST_MARK}" if request and request.text else address


def _shows_cases() -> bool:
    return "cases.case" in flask.current_app.view_functions


def _search_page() -> str:
    known: str | None = flask.g.get("search_page")
    if known is None:
        known = flask.g.search_page = flask.url_for("search.results")
    return known


def _query(pairs: list[tuple[str, str]]) -> str:
    return f"?{urllib.parse.urlencode(pairs, safe=UNQUOTED)}" if pairs else ""
