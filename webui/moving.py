"""Where a protocol is now that had another address before a person corrected it."""

import flask
import werkzeug

from archive.errors import UnknownProtocol
from webui.audience import current_audience
from webui.site import this_site


def moved(protocol_id: str) -> werkzeug.Response:
    """Lead what was asked for to where it is now; raises UnknownProtocol where that is nowhere."""
    new_id = this_site().catalogue.moved_to(protocol_id, current_audience())
    if new_id is None or new_id == protocol_id:
        raise UnknownProtocol(protocol_id)
    asked = {**(flask.request.view_args or {}), "protocol_id": new_id}
    address = flask.url_for(str(flask.request.endpoint), **asked)
    query = flask.request.query_string.decode("ascii", "ignore")
    return flask.redirect(f"{address}?{query}" if query else address, code=308)
