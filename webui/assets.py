"""The site's own files, addressed with a hash of their content so that browsers can keep them."""

import hashlib
import pathlib
import typing as t

import flask

KEPT_FOR: t.Final = 365 * 24 * 60 * 60  # seconds


def serve_assets(app: flask.Flask) -> None:
    """Give templates `asset(name)`, and let browsers keep what they have fetched."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = KEPT_FOR
    folder = pathlib.Path(app.static_folder or "")
    hashes = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in folder.iterdir()
    }

    def asset(name: str) -> str:
        """The address of one of the site's own files."""
        return flask.url_for("static", filename=name, v=hashes[name])

    app.jinja_env.globals["asset"] = asset
