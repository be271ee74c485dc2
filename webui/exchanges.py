"""/fragor: everything that was asked, with its answer.

It is the search for questions, the newest first, on a page of its own: what is chosen there leads
back to it, and every part of the page of results looks and works as it does there.
"""

import dataclasses as dc
import typing as t

import flask

from index import Kind, Request, narrowed, read_request, write_request
from webui import addresses, freshness, search
from webui.addresses import Home
from webui.audience import current_audience
from webui.choices import Choice
from webui.site import Site, this_site

bp = flask.Blueprint("exchanges", __name__)

ANSWERED: t.Final = (("Alla", None), ("Obesvarade", False), ("Besvarade", True))


@bp.get("/fragor")
def questions() -> flask.Response:
    """The questions that the address asks for."""
    site = this_site()
    request, notes = read_request(search.asked_for(), current_audience(), site.registries)
    request = dc.replace(request, kind=Kind.EXCHANGE, gathered=False)
    version = freshness.version(site.index.generation(), write_request(request), notes)
    return freshness.answer(version, lambda: _page(site, request, notes), keep=True)


def home() -> Home:
    """The address on this page of any search for questions."""

    def address(request: Request) -> str | None:
        return addresses.questions_url(request) if request.kind is Kind.EXCHANGE else None

    return address


def _page(site: Site, request: Request, notes: tuple[str, ...]) -> str:
    addresses.stay_on(home())
    shown = search.shown(site, request, notes)
    return flask.render_template(
        "browse/fragor.html",
        answers=_answers(site, request, shown["result"].total),
        here=flask.url_for("exchanges.questions"),
        **shown,
    )


def _answers(site: Site, request: Request, total: int) -> list[Choice]:
    """All of the questions, or those with or without an answer, each with its count."""
    now = request.filters.answered
    found = []
    for label, value in ANSWERED:
        other = narrowed(request, answered=value)
        count = total if value is now else site.index.search(dc.replace(other, limit=0)).total
        found.append(Choice(label, other, count, value is now))
    return found
