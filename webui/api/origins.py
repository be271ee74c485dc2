"""Whether scripts on the pages of other sites may read the API (CORS).

There is no account and no cookie, so such a script learns what anyone can fetch. But it asks from
where its reader sits: an archive that only an office can reach would be read on out through any
page that somebody there has open. So it is the operator who allows it, and nobody else is told.
"""

import typing as t

import flask

from webui.problems import for_programs
from webui.site import this_site

# Never Access-Control-Allow-Credentials: should there be accounts one day, they are not lent.
ALLOWED: t.Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
}
ASKED_BEFORE: t.Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def tell_who_may_read(response: flask.Response) -> flask.Response:
    """Say on an answer of the API that any page may read it, where the operator allows that."""
    request = flask.request
    if for_programs(request.path) and this_site().settings.api_cors:
        response.headers.update(ALLOWED)
        if request.method == "OPTIONS":
            response.headers.update(ASKED_BEFORE)
    return response
