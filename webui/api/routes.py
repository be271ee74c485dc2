"""What can be asked for under /api/v1, in one table: it is what answers, and what is documented."""

import typing as t

import flask

from webui import freshness
from webui.api import forms, limits, origins, reading, registers, searching, telling
from webui.api import parameters as p
from webui.api.answering import absolute, answer
from webui.api.document import Operation, Whole, document
from webui.site import this_site

bp = flask.Blueprint("api", __name__)


def description() -> flask.Response:
    """The API in the words of OpenAPI."""
    site = this_site()
    return answer(
        freshness.version(),
        lambda: document(
            OPERATIONS,
            site.registries,
            name=site.settings.namn,
            root=absolute(flask.request.script_root),
        ),
    )


OPERATIONS: t.Final = (
    Operation(
        "/sok",
        "sok",
        searching.results,
        "Träffar på en sökning: paragrafer, frågor eller protokoll.",
        forms.Found,
        p.SEARCH,
    ),
    Operation(
        "/fragor",
        "fragor",
        searching.questions,
        "Frågor och svar, de nyaste först.",
        forms.Found,
        p.QUESTIONS,
    ),
    Operation(
        "/forslag",
        "forslag",
        searching.proposals,
        "Vad en sökning som håller på att skrivas kan bli.",
        forms.Proposals,
        p.TYPED,
    ),
    Operation(
        "/protokoll",
        "lista",
        reading.listing,
        "Protokollen, de nyaste mötena först.",
        forms.ProtocolList,
        p.PROTOCOLS,
    ),
    Operation(
        "/protokoll/{forvaltning}/{mote}",
        "protokoll",
        reading.protocol,
        "Ett protokoll, helt.",
        Whole,
        (p.FORVALTNING_OF, p.MEETING),
        moves=True,
    ),
    Operation(
        "/protokoll/{forvaltning}/{mote}/paragraf/{ankare}",
        "paragraf",
        reading.section,
        "En paragraf, med text att citera.",
        forms.SectionAnswer,
        (p.FORVALTNING_OF, p.MEETING, p.ANCHOR),
        moves=True,
    ),
    Operation(
        "/arenden/{forvaltning}/{arende}",
        "arende",
        telling.case,
        "Ett ärende från möte till möte, det äldsta först.",
        forms.Case,
        (p.FORVALTNING_OF, p.CASE),
        moves=True,
    ),
    Operation(
        "/register/forvaltningar",
        "forvaltningar",
        registers.forvaltningar,
        "Alla förvaltningar, med id, namn och föregångare.",
        forms.Forvaltningar,
    ),
    Operation(
        "/register/fack", "fack", registers.unions, "Alla fackförbund, med id.", forms.Unions
    ),
    Operation("/register/amnen", "amnen", registers.topics, "Alla ämnen, med id.", forms.Topics),
    Operation(
        "/register/synonymer",
        "synonymer",
        registers.synonyms,
        "Förkortningar och ord som betyder detsamma.",
        forms.Synonyms,
    ),
    Operation("/openapi.json", "openapi", description, "Den här beskrivningen.", dict),
)

for operation in OPERATIONS:
    # An address with "//" in it is another address, and nothing is there.
    bp.add_url_rule(operation.rule, operation.name, operation.view, merge_slashes=False)

bp.record_once(limits.prepare)
bp.before_app_request(limits.count_question)
bp.after_app_request(limits.tell_what_is_left)
bp.after_app_request(origins.tell_who_may_read)
