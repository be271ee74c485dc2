"""/stil: every component of the site on one page, for whoever changes how it looks.

They are shown by the same templates as everywhere, filled with an invented search.
"""

import dataclasses as dc
import datetime as dt
import typing as t

import flask

from archive.model import Basis, Span
from archive.registry import Registries
from archive.visibility import Audience, Visibility
from index import Excerpt, ExchangeHit, FacetValue, Filters, Hit, Kind, Request, Result
from webui import choices, facets, freshness, gathering, paging, tabs, timeline
from webui.labels import Labels
from webui.site import this_site

bp = flask.Blueprint("style_guide", __name__)

# As the custom properties are called in style.css.
COLOURS: t.Final = {
    "ink": "text",
    "quiet": "dämpad text",
    "accent": "länkar, §",
    "accent-soft": "val",
    "answer": "svar",
    "doubt": "tvekan",
    "doubt-soft": "tvekan, grund",
    "mark": "markering",
    "mark-soft": "resten av ordet",
    "sheet": "blad",
    "ground": "grund",
    "line": "linjer",
}

WORD: t.Final = "hot och våld"
QUESTION: t.Final = "Förbundet undrar hur larmen i receptionen provas och hur ofta."
ANSWER: t.Final = "Larmen provas varje måndag. Rutinen mot arbetsplatsvåld ses över i höst."
UNANSWERED: t.Final = "Förbundet vill veta när en ny riskbedömning görs."


@bp.get("/stil")
def components() -> flask.Response:
    """The components, light or dark as the reader's own setting is."""
    registries = this_site().registries
    return freshness.answer(freshness.version(), lambda: _page(registries))


def _page(registries: Registries) -> str:
    labels = Labels(registries)
    request = _request(registries)
    result = _result(registries)
    sentence = choices.sentence(request, result.total, labels)
    return flask.render_template(
        "pages/style.html",
        colours=COLOURS,
        request_=request,
        result=result,
        sentence=sentence,
        typed={"q": WORD},
        chips=choices.chips(request, registries),
        number_chosen=choices.number_chosen(request),
        cleared=choices.without_choices(request),
        tabs=tabs.tabs(request, result),
        orders=choices.orders(request),
        ways_to_gather=gathering.ways_to_gather(request),
        groups=facets.groups(request, result, labels),
        timeline=timeline.timeline(request, result, labels, {}),
        pages=paging.pages(request, result.total),
    )


def _request(registries: Registries) -> Request:
    unions = tuple(registries.unions)[:2]
    return Request(WORD, Audience.PUBLIC, filters=Filters(unions=unions), offset=20)


def _result(registries: Registries) -> Result:
    """An invented page of hits, with counts for whatever the registries hold."""

    def counts(ids: t.Iterable[str]) -> tuple[FacetValue, ...]:
        return tuple(FacetValue(id_, 3 + 7 * (9 - place)) for place, id_ in enumerate([*ids][:9]))

    years = zip(range(2021, 2026), (4, 9, 0, 17, 12), strict=True)
    return Result(
        hits=_hits(registries),
        total=131,
        facets={
            "forvaltning": counts(registries.forvaltningar),
            "fack": counts(registries.unions),
            "amne": counts(registries.topics),
            "ar": tuple(FacetValue(str(year), count) for year, count in years if count),
            "typ": tuple(
                FacetValue(kind.value, 131 // (place + 1)) for place, kind in enumerate(Kind)
            ),
        },
        took_ms=0.0,
    )


def _hits(registries: Registries) -> tuple[Hit, ...]:
    union = next(iter(registries.unions), None)
    topics = tuple(registries.topics)[1:3]
    plain = Hit(
        kind=Kind.SECTION,
        score=1.0,
        protocol_id="lillby/2030-01-14",
        protocol_title="Protokoll från förvaltningsgruppen",
        date=dt.date(2030, 1, 14),
        date_basis=Basis.STATED,
        forvaltning=None,
        forvaltning_name="Lillby förvaltning",
        forvaltning_basis=Basis.STATED,
        filename="protokoll.docx",
        visibility=Visibility.PUBLIC,
        number=7,
        ordinal=7,
        title="Arbetsmiljö",
        anchor="p7",
        place="p7",
        page=3,
        topics=topics,
        excerpts=(_marked(ANSWER, "våld"),),
    )
    asked = dc.replace(
        plain,
        number=9,
        unions=(union,) if union else (),
        exchange=ExchangeHit(union, _marked(QUESTION, "larmen"), _marked(ANSWER, "våld"), True),
    )
    open_question = dc.replace(
        plain,
        number=None,
        date_basis=Basis.INFERRED,
        exchange=ExchangeHit(union, _marked(UNANSWERED, "riskbedömning"), None, False),
    )
    return plain, asked, open_question


def _marked(text: str, word: str) -> Excerpt:
    start = text.index(word)
    return Excerpt(text, (Span(start, start + len(word)),))
