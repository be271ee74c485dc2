"""/api/v1/register: what the ids in the other answers mean."""

import flask

from webui import freshness
from webui.api import forms
from webui.api.answering import answer
from webui.site import this_site
from webui.swedish_order import swedish_order


def forvaltningar() -> flask.Response:
    """The förvaltningar, by name."""
    known = this_site().registries.forvaltningar.values()
    ordered = sorted(known, key=lambda it: swedish_order(it.name))
    return answer(freshness.version(), lambda: forms.Forvaltningar(tuple(ordered)))


def unions() -> flask.Response:
    """The unions, by name."""
    known = this_site().registries.unions.values()
    ordered = sorted(known, key=lambda it: swedish_order(it.name))
    return answer(freshness.version(), lambda: forms.Unions(tuple(ordered)))


def topics() -> flask.Response:
    """The topics, by name."""
    known = this_site().registries.topics.values()
    ordered = sorted(known, key=lambda it: swedish_order(it.name))
    return answer(freshness.version(), lambda: forms.Topics(tuple(ordered)))


def synonyms() -> flask.Response:
    """The words and abbreviations that mean the same, by word."""
    known = this_site().registries.synonyms.items()
    ordered = sorted(known, key=lambda it: swedish_order(it[0]))
    told = tuple(forms.Synonym(word, means) for word, means in ordered)
    return answer(freshness.version(), lambda: forms.Synonyms(told))
