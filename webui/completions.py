"""/api/v1/forslag: what a query that is being typed may become, as JSON.

    {"query": "frånv", "forslag": [{"text": "frånvaro", "sort": "ord", "visas": "frånvaro",
                                    "antal": 12}]}

`text` is the whole query to ask instead; `sort` is ord, fack, forvaltning, amne or rubrik; `antal`
is in how many protocols it stands that the reader may see.
"""

import typing as t

import flask
import msgspec

from index import Completion
from webui import freshness
from webui.audience import current_audience
from webui.site import this_site

bp = flask.Blueprint("completions", __name__)

# As readers write the fields; "rubrik" is written so already.
FIELDS: t.Final = {"fack": "fack", "forvaltning": "förvaltning", "amne": "ämne"}

# No one types more before they look at what is proposed.
LONGEST: t.Final = 200


@bp.get("/api/v1/forslag")
def proposals() -> flask.Response:
    """What `q` may become."""
    site = this_site()
    text = flask.request.args.get("q", "")[:LONGEST]
    version = freshness.version(site.index.generation(), text)
    response = freshness.answer(
        version, lambda: _as_json(text, site.index.complete(text, current_audience()))
    )
    response.content_type = "application/json; charset=utf-8"
    return response


def _as_json(text: str, found: tuple[Completion, ...]) -> str:
    proposals = [
        {"text": _as_written(it), "sort": it.sort, "visas": it.label, "antal": it.count}
        for it in found
    ]
    return msgspec.json.encode({"query": text, "forslag": proposals}).decode()


def _as_written(proposal: Completion) -> str:
    """The query with names as readers know them: `ämne:Sjukfrånvaro`, `fack:"Sveriges Lärare"`."""
    if not (field := FIELDS.get(proposal.sort)):
        return proposal.text
    before = proposal.text[: proposal.text.rindex(f"{proposal.sort}:")]
    name = proposal.label if proposal.label.isalpha() else f'"{proposal.label}"'
    return f"{before}{field}:{name}"
