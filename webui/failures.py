"""Error pages: Swedish, in the site's design, with a way forward. Details stay in the log.

Programs that asked the API get a problem that they can read instead.
"""

import typing as t

import flask
import werkzeug.exceptions
from flask.globals import request_ctx

from archive import errors
from webui import problems

# Status: heading, and what to do.
PAGES: t.Final = {
    400: ("Adressen går inte att läsa", "Kontrollera adressen, eller börja om med en sökning."),
    404: (
        "Sidan finns inte",
        "Protokollet kan ha tagits bort, eller så är adressen felskriven. Sök efter det i stället.",
    ),
    405: ("Så går det inte att göra här", "Sidan går att läsa, men tar inte emot något."),
    413: ("För mycket på en gång", "Det som skickades är större än arkivet tar emot."),
    429: (
        "För många anrop på kort tid",
        "Vänta en minut eller så. Den som vill hämta mycket kan ta hela arkivet på en gång.",
    ),
    500: (
        "Något gick fel i arkivet",
        "Felet är antecknat. Försök igen om en stund, eller hör av dig om det fortsätter.",
    ),
    503: (
        "Arkivet svarar inte just nu",
        "Felet är antecknat. Försök igen om en stund, eller hör av dig om det fortsätter.",
    ),
}

RETRY_AFTER: t.Final = "30"  # seconds


def handle_failures(app: flask.Flask) -> None:
    """Give every failure a page of its own."""
    app.register_error_handler(werkzeug.exceptions.HTTPException, _failed_request)
    app.register_error_handler(errors.UnknownProtocol, _unknown_protocol)
    app.register_error_handler(errors.CatalogueError, _unavailable)
    app.register_error_handler(errors.IndexUnavailable, _unavailable)


def _failed_request(err: werkzeug.exceptions.HTTPException) -> flask.typing.ResponseReturnValue:
    code = err.code or 500
    if code < 400:
        return err  # werkzeug raises its redirects too
    status = code if code in PAGES else 400 if code < 500 else 500
    if request_ctx.url_adapter is None and not problems.for_programs(flask.request.path):
        # A Host that no address can be made with, so no page.
        return flask.Response(PAGES[400][0], 400, mimetype="text/plain")
    body, _, headers = _page(status)
    if isinstance(err, werkzeug.exceptions.MethodNotAllowed) and err.valid_methods:
        headers["Allow"] = ", ".join(sorted(err.valid_methods))
    return body, status, headers


def _unknown_protocol(_err: errors.UnknownProtocol) -> flask.typing.ResponseReturnValue:
    return _page(404)


def _unavailable(err: errors.ArchiveError) -> flask.typing.ResponseReturnValue:
    flask.current_app.logger.error("%s answered 503: %s", flask.request.path, err, exc_info=err)
    body, status, headers = _page(503)  # what to do about it is the operator's, in the log
    return body, status, headers | {"Retry-After": RETRY_AFTER}


def _page(status: int) -> tuple[str | flask.Response, int, dict[str, str]]:
    if problems.for_programs(flask.request.path):
        return problems.response(status), status, {}
    heading, advice = PAGES[status]
    body = flask.render_template("errors/error.html", status=status, heading=heading, advice=advice)
    return body, status, {}
