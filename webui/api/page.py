"""/api: what programs can ask for, and how often, for whoever is to write one."""

import flask

from webui import freshness
from webui.api import routes
from webui.api.answering import absolute
from webui.api.limits import Limit
from webui.problems import TOLD
from webui.site import this_site

bp = flask.Blueprint("api_page", __name__)


@bp.get("/api", strict_slashes=False)
def about() -> flask.Response:
    """The addresses, the limits and what failures mean."""
    settings = this_site().settings
    return freshness.answer(
        freshness.version(),
        lambda: flask.render_template(
            "api/api.html",
            operations=routes.OPERATIONS,
            root=absolute(flask.request.script_root),
            limit=Limit.read("api", settings.api_granser),
            failures=sorted(TOLD.items()),
        ),
    )
