"""The addresses of searches, protocols and files, as pages link to them.

A page of hits has more than a hundred links to other searches. Flask makes one address by looking
through all its routes, so here it is asked once a page, and what follows the "?" is added to that.
"""

import collections.abc as c
import typing as t
import urllib.parse

import flask

from index import Hit, Kind, Request, write_request
from webui import permalinks
from webui.case_slug import case_slug
from webui.site import this_site

FRAGMENT: t.Final = 6  # words that tell a place in a text
# What is marked first on the picture of a page.
FIRST_MARK: t.Final = "markerat"
PAGES_ABOUT: t.Final = {
    "amne": ("topics.one", "topic_id"),
    "fack": ("unions.one", "union_id"),
    "forvaltning": ("forvaltningar.one", "forvaltning_id"),
}
# On the way from /fragor to a protocol and its pages, so that the way back leads there again.
VIA_QUESTIONS: t.Final = ("via", "fragor")


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
    if not at_home and _is_about_a_protocol() and _came_from_questions(request):
        return questions_url(request)
    return at_home or _page("search.results") + permalinks.query(write_request(request))


def questions_url(request: Request) -> str:
    """The address of a search for questions on their own page."""
    return _page("exchanges.questions") + query_of(request, "typ")


def query_of(request: Request, *given: str) -> str:
    """What follows the address of a page that shows a search, when these parameters go unsaid."""
    return permalinks.query(
        [(name, value) for name, value in write_request(request) if name not in given]
    )


def search_for(**parameters: str) -> str:
    """The address of the search with just these parameters."""
    return _page("search.results") + permalinks.query(list(parameters.items()))


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
    address += _led_by(request)
    address += f"#{urllib.parse.quote(anchor)}" if anchor else ""
    return f"{known}{address}" if external else address


def root() -> str:
    """What every address begins with that is quoted elsewhere: the operator's own setting, else
    what the reader's browser was told to ask."""
    return this_site().settings.adress.rstrip("/") or flask.request.url_root.rstrip("/")


def page_about(parameter: str, id_: str) -> str:
    """The address of the page about a topic, a union or a förvaltning."""
    endpoint, name = PAGES_ABOUT[parameter]
    values: dict[str, t.Any] = {name: id_}
    return flask.url_for(endpoint, **values)


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
    return address + _led_by(request)


def original_url(
    protocol_id: str, *, sha256: str | None = None, page: int | None = None, words: str = ""
) -> str:
    """The address of a protocol's file, another of its files, a page of it, or in a text the place
    where some words stand, for browsers that know such places (W3C, Text Fragments)."""
    place = f"page={page}" if page else f":~:text={_fragment(words)}" if words else None
    address = flask.url_for("protocols.original", protocol_id=protocol_id, fil=sha256)
    return f"{address}#{place}" if place else address


def page_url(
    protocol_id: str, page: int, request: Request | None = None, section: str | None = None
) -> str:
    """The address of a page of a protocol's original, at the first of the search's marks; `section`
    is the anchor of the one that is looked up there."""
    address = flask.url_for("page_pictures.page", protocol_id=protocol_id, number=page)
    address += _led_by(request, *([("om", section)] if section else []))
    return f"{address}#{FIRST_MARK}" if request and request.text else address


def _led_by(request: Request | None, *more: tuple[str, str]) -> str:
    """What follows the address of a page that a search leads to."""
    pairs = [*(write_request(request) if request else []), *more]
    if request and _came_from_questions(request):
        pairs.append(VIA_QUESTIONS)
    return permalinks.query(pairs)


def _came_from_questions(request: Request) -> bool:
    name, value = VIA_QUESTIONS
    return request.kind is Kind.EXCHANGE and (
        flask.request.endpoint == "exchanges.questions"
        or (_is_about_a_protocol() and flask.request.args.get(name) == value)
    )


def _is_about_a_protocol() -> bool:
    return "protocol_id" in (flask.request.view_args or {})


def _shows_cases() -> bool:
    return "cases.case" in flask.current_app.view_functions


def _page(endpoint: str) -> str:
    known: dict[str, str] = flask.g.setdefault("addresses", {})
    if endpoint not in known:
        known[endpoint] = flask.url_for(endpoint)
    return known[endpoint]


def _fragment(words: str) -> str:
    """The first of the words, in which no sign has a meaning of its own."""
    first = " ".join(words.split()[:FRAGMENT])
    return urllib.parse.quote(first, safe="").replace("-", "%2D")
