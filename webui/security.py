"""The headers that every response carries, and the limit on what a request may bring."""

import typing as t

import flask
import werkzeug.exceptions

from webui.freshness import ALWAYS_ASKED

# Pages run no script but the site's own files, and fetch nothing from elsewhere.
PAGE_POLICY: t.Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS: t.Final = {
    "X-Content-Type-Options": "nosniff",
    # What was searched for stands in addresses: no other site is told.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

LARGEST_BODY: t.Final = 64 * 1024  # bytes; no page takes a body


def protect(app: flask.Flask) -> None:
    """Put the headers on every response, errors included, and refuse large bodies."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.before_request(_refuse_large_bodies)
    app.after_request(_add_headers)


def _refuse_large_bodies() -> None:
    if (flask.request.content_length or 0) > LARGEST_BODY:
        raise werkzeug.exceptions.RequestEntityTooLarge


def _add_headers(response: flask.Response) -> flask.Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)
    response.headers.setdefault("Cache-Control", ALWAYS_ASKED)
    return response
