"""How everything here is answered: JSON, with its version, and the way to what is beside it."""

import collections.abc as c
import dataclasses as dc
import typing as t

import flask
import msgspec

from index import Request, at_page, page_number, write_request
from webui import addresses, freshness, paging, permalinks
from webui.api import forms
from webui.api.parameters import Parameter, usable
from webui.site import this_site

MEDIA_TYPE: t.Final = "application/json"

Values: t.TypeAlias = c.Sequence[tuple[str, str]]


def answer(version: str, make: c.Callable[[], object]) -> flask.Response:
    """What `make` makes, as JSON in that version; nothing where the asker has it.

    Its links to the pages before and after stand in a header too.
    """
    beside: dict[str, str] = {}

    def body() -> str:
        made = make()
        beside.update(_beside(made))
        return msgspec.json.encode(made).decode()

    response = freshness.answer(version, body)
    response.content_type = f"{MEDIA_TYPE}; charset=utf-8"
    if beside:
        links = (f'<{address}>; rel="{relation}"' for relation, address in beside.items())
        response.headers["Link"] = ", ".join(links)
    return response


def address_of(operation: str, parameters: Values = (), **values: t.Any) -> str:
    """The whole address of something in the API."""
    here = flask.url_for(f"api.{operation}", **values)
    return absolute(here + permalinks.query(parameters))


def absolute(address: str) -> str:
    """An address on this site as it is written elsewhere."""
    known = this_site().settings.adress or flask.request.host_url
    return known.rstrip("/") + address


def protocol_address(protocol_id: str) -> str:
    """Where the API has a protocol."""
    forvaltning, _, meeting = protocol_id.partition("/")
    return address_of("protokoll", forvaltning=forvaltning, mote=meeting)


def section_address(protocol_id: str, anchor: str) -> str:
    """Where the API has a section of a protocol."""
    forvaltning, _, meeting = protocol_id.partition("/")
    return address_of("paragraf", forvaltning=forvaltning, mote=meeting, ankare=anchor)


@dc.dataclass(frozen=True, slots=True)
class Paging:
    """Which page an answer is, of how many, and where those beside it are."""

    page: int
    pages: int
    links: forms.PageLinks


def pages(operation: str, known: c.Collection[Parameter], request: Request, length: int) -> Paging:
    """The way through a list, whose address takes these parameters."""

    def at(page: int) -> str:
        return address_of(operation, usable(known, write_request(at_page(request, page))))

    last = paging.last_page(request, length)
    current = min(page_number(request), last)
    links = forms.PageLinks(
        here=at(current),
        next=at(current + 1) if current < last else None,
        prev=at(current - 1) if current > 1 else None,
        html=absolute(addresses.search_url(request)),
    )
    return Paging(current, last, links)


def _beside(made: object) -> dict[str, str]:
    links = getattr(made, "links", None)
    found = {name: getattr(links, name, None) for name in ("next", "prev")}
    return {name: address for name, address in found.items() if address}
