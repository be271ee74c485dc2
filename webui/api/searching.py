"""/api/v1/sok, /fragor and /forslag: the search of the site, for programs.

As on the site a search never fails: what cannot be used in it is left out and told in `notes`.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

import flask
import msgspec

from archive.visibility import Audience
from index import (
    Completion,
    Hit,
    Kind,
    Request,
    read_request,
    result_to_dict,
    write_request,
)
from webui import (
    addresses,
    case_proposals,
    completions,
    days_asked,
    exchanges,
    freshness,
    paging,
    phrasing,
)
from webui.api import forms, parameters
from webui.api.answering import answer, pages, protocol_address, section_address
from webui.api.parameters import Parameter
from webui.audience import current_audience
from webui.labels import Labels
from webui.site import Site, this_site

# As readers write the fields; "rubrik" is written so already.
FIELDS: t.Final = {"fack": "fack", "forvaltning": "förvaltning", "amne": "ämne"}

# No one types more before they look at what is proposed.
LONGEST: t.Final = 200
TIMES: t.Final = 5  # meetings of one day


def results() -> flask.Response:
    """Hits for what the address asks."""
    return _found("sok", parameters.SEARCH)


def questions() -> flask.Response:
    """The questions that the address asks for, the newest first where nothing else is said."""
    return _found("fragor", parameters.QUESTIONS, kind=Kind.EXCHANGE)


def proposals() -> flask.Response:
    """What `q` may become."""
    site = this_site()
    text = flask.request.args.get("q", "")[:LONGEST]
    version = freshness.version(site.index.generation(), text)
    return answer(version, lambda: _proposals(site, text))


def _found(operation: str, known: c.Collection[Parameter], **fixed: t.Any) -> flask.Response:
    site, asked = this_site(), flask.request.args
    pairs = parameters.usable(known, asked.items(multi=True))
    request, notes = read_request(pairs, current_audience(), site.registries)
    request, notes = dc.replace(request, **fixed), notes + parameters.unknown(known, asked)
    version = freshness.version(site.index.generation(), write_request(request), notes)
    return answer(version, lambda: _page(site, operation, known, request, notes))


def _page(
    site: Site,
    operation: str,
    known: c.Collection[Parameter],
    asked: Request,
    notes: tuple[str, ...],
) -> forms.Found:
    addresses.stay_on(exchanges.home())
    request, result = paging.found(site.index, asked)
    if request != asked:
        notes += (paging.NO_SUCH_PAGE,)
    form = result_to_dict(request, result, site.registries, _page_of)
    for found, hit in zip(form["hits"], result.hits, strict=True):
        found["api_url"] = _address_of(hit)
    form["notes"] = [*notes, *result.notes]
    form["protocols"] = result.protocols
    form |= msgspec.to_builtins(pages(operation, known, request, paging.length(result)))
    return msgspec.convert(form, forms.Found)


def _page_of(hit: Hit) -> str:
    """The address a hit is quoted by: not the search that led to it."""
    return addresses.protocol_url(hit.protocol_id, anchor=hit.anchor, external=True)


def _address_of(hit: Hit) -> str:
    if hit.anchor is None:
        return protocol_address(hit.protocol_id)
    return section_address(hit.protocol_id, hit.anchor)


def _proposals(site: Site, text: str) -> forms.Proposals:
    audience = current_audience()
    period = days_asked.period(text)
    times = _times(site, period, audience) if period else []
    cases = [_case(site, it) for it in case_proposals.proposed(site, text, audience)]
    found = () if cases or times else site.index.complete(text, audience)
    return forms.Proposals(text, (*times, *cases, *map(_proposal, found)))


def _times(site: Site, period: days_asked.Period, audience: Audience) -> list[forms.Proposal]:
    """The meetings of a day, or the month or year with how many it has."""
    found = days_asked.meetings(site.index, period, audience, TIMES)
    if found is None:
        return []
    if not period.is_day:
        page = flask.url_for("meetings.period", period=period.page)
        called = phrasing.counted(found.total, "möte")
        return [
            forms.Proposal(period.words, "mote", period.words, found.total, slag=called, sida=page)
        ]
    return [
        forms.Proposal(
            period.words,
            "mote",
            period.words,
            1,
            slag=f"möte, {Labels(site.registries).forvaltning_of_hit(hit) or 'okänd förvaltning'}",
            sida=addresses.protocol_url(hit.protocol_id),
        )
        for hit in found.first
    ]


def _proposal(it: Completion) -> forms.Proposal:
    id_, rest = completions.as_choice(it) or (None, None)
    sort, called = t.cast(t.Any, it.sort), completions.SORTS[it.sort]
    return forms.Proposal(_as_written(it), sort, it.label, it.count, id_, rest, called)


def _case(site: Site, it: case_proposals.Proposed) -> forms.Proposal:
    name = site.registries.forvaltningar[it.forvaltning].name
    return forms.Proposal(
        it.number,
        "arende",
        it.number,
        it.protocols,
        slag=f"{completions.CASE}, {name}",
        forvaltning=forms.Named(it.forvaltning, name),
        sida=flask.url_for("cases.case", forvaltning_id=it.forvaltning, slug=it.slug),
    )


def _as_written(proposal: Completion) -> str:
    """The query with names as readers know them: `ämne:Sjukfrånvaro`, `fack:"Sveriges Lärare"`."""
    if not (field := FIELDS.get(proposal.sort)):
        return proposal.text
    before = proposal.text[: proposal.text.rindex(f"{proposal.sort}:")]
    name = proposal.label if proposal.label.isalpha() else f'"{proposal.label}"'
    return f"{before}{field}:{name}"
