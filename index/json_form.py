"""A result as JSON: the same for `search --json` and the API, documented and stable."""

import collections.abc as c
import html
import typing as t

from archive.model import Outcome
from archive.registry import Registries
from index.engine import Excerpt, ExchangeHit, Hit, Kind, Request, Result

KIND_LABELS: t.Final = {
    Kind.SECTION: "Paragrafer",
    Kind.EXCHANGE: "Frågor och svar",
    Kind.PROTOCOL: "Protokoll",
}
OUTCOME_LABELS: t.Final = {
    Outcome.AGREED: "enighet",
    Outcome.DISAGREED: "oenighet",
    Outcome.INFORMED: "information",
    Outcome.POSTPONED: "bordlagt",
    Outcome.UNKNOWN: "inte angivet",
}


def result_to_dict(
    request: Request, result: Result, registries: Registries, url_of: c.Callable[[Hit], str]
) -> dict[str, t.Any]:
    """The documented form; `url_of` knows a hit's address."""
    return {
        "query": request.text,
        "total": result.total,
        "took_ms": round(result.took_ms, 1),
        "hits": [_hit(hit, url_of(hit)) for hit in result.hits],
        "facets": {
            facet: [
                {
                    "id": value.id,
                    "label": facet_label(facet, value.id, registries),
                    "count": value.count,
                }
                for value in values
            ]
            for facet, values in result.facets.items()
        },
        "suggestion": result.suggestion,
        "notes": list(result.notes),
    }


def facet_label(facet: str, value: str, registries: Registries) -> str:
    """What a reader sees for a facet's value; an id no registry knows is shown as it is."""
    names: dict[str, str] = {}
    match facet:
        case "forvaltning":
            names = {id: entry.name for id, entry in registries.forvaltningar.items()}
        case "fack":
            names = {id: entry.name for id, entry in registries.unions.items()}
        case "amne":
            names = {id: entry.name for id, entry in registries.topics.items()}
        case "typ":
            names = {str(kind): label for kind, label in KIND_LABELS.items()}
        case "utfall":
            names = {str(outcome): label for outcome, label in OUTCOME_LABELS.items()}
    return names.get(value, value)


def marked_html(excerpt: Excerpt) -> str:
    """An excerpt as HTML: escaped, the marks in `<mark>`, and "…" where the text goes on."""
    pieces, end = list[str](), 0
    for mark in excerpt.marks:
        pieces.append(html.escape(excerpt.text[end : mark.start]))
        pieces.append(f"<mark>{html.escape(excerpt.text[mark.start : mark.end])}</mark>")
        end = mark.end
    pieces.append(html.escape(excerpt.text[end:]))
    return _with_dots("".join(pieces), excerpt)


def _with_dots(text: str, excerpt: Excerpt) -> str:
    return f"{'… ' * excerpt.cut_before}{text}{' …' * excerpt.cut_after}"


def _hit(hit: Hit, url: str) -> dict[str, t.Any]:
    return {
        "score": round(hit.score, 4),
        "kind": str(hit.kind),
        "protocol": {
            "id": hit.protocol_id,
            "title": hit.protocol_title,
            "date": {
                "value": hit.date.isoformat() if hit.date else None,
                "basis": str(hit.date_basis),
            },
            "forvaltning": {
                "id": hit.forvaltning,
                "name": hit.forvaltning_name,
                "basis": str(hit.forvaltning_basis),
            },
            "source": {"filename": hit.filename},
        },
        "section": (
            None
            if hit.kind is Kind.PROTOCOL
            else {"number": hit.number, "ordinal": hit.ordinal, "title": hit.title}
        ),
        "exchange": _exchange(hit.exchange) if hit.exchange else None,
        "excerpts": [marked_html(excerpt) for excerpt in hit.excerpts],
        "page": hit.page,
        "url": url,
    }


def _exchange(exchange: ExchangeHit) -> dict[str, t.Any]:
    """Question and answer as plain text, cut like the excerpts."""
    answer = exchange.answer
    return {
        "union": exchange.union,
        "question": _with_dots(exchange.question.text, exchange.question),
        "answer": None if answer is None else _with_dots(answer.text, answer),
        "answered": exchange.answered,
    }
