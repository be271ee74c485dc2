"""/tillganglighet: how accessible the site is, as the law on digital public services asks it said.

The statement has the parts that DIGG's model has: how well the site meets the law, what is
lacking, how to tell of it, and how it was tested.
"""

import flask

from webui import freshness

bp = flask.Blueprint("accessibility", __name__)


@bp.get("/tillganglighet")
def statement() -> flask.Response:
    """The statement, with the operator's own way to be reached."""
    return freshness.answer(
        freshness.version(), lambda: flask.render_template("pages/accessibility.html")
    )
