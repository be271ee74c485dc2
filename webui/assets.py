"""The site's own files, addressed with a hash of their content so that browsers can keep them."""

import dataclasses as dc
import hashlib
import mimetypes
import pathlib
import typing as t

import flask
import werkzeug.exceptions

from webui.freshness import ALWAYS_ASKED

FOLDER: t.Final = pathlib.Path(__file__).parent / "static"
KEPT: t.Final = f"public, max-age={365 * 24 * 60 * 60}, immutable"


@dc.dataclass(frozen=True, slots=True)
class Asset:
    """One file, small enough to be held in memory."""

    content: bytes
    media_type: str
    hash: str

    @classmethod
    def read(cls, path: pathlib.Path) -> "Asset":
        """The file as it is now."""
        content = path.read_bytes()
        media_type, _ = mimetypes.guess_type(path.name)
        return cls(
            content,
            media_type or "application/octet-stream",
            hashlib.sha256(content).hexdigest()[:12],
        )


ASSETS: t.Final = {path.name: Asset.read(path) for path in FOLDER.iterdir()}


def serve_assets(app: flask.Flask) -> None:
    """Give templates `asset(name)`, and answer at those addresses."""
    app.add_url_rule("/static/<filename>", "static", asset_response)
    app.jinja_env.globals["asset"] = asset_url


def asset_url(name: str) -> str:
    """The address of one of the site's own files."""
    return flask.url_for("static", filename=name, v=ASSETS[name].hash)


def asset_response(filename: str) -> flask.Response:
    """One of the site's own files, to be kept where it was asked for as it is now."""
    if (asset := ASSETS.get(filename)) is None:
        raise werkzeug.exceptions.NotFound
    response = flask.Response(asset.content, mimetype=asset.media_type)
    response.set_etag(asset.hash, weak=True)
    as_it_is = flask.request.args.get("v") == asset.hash
    response.headers["Cache-Control"] = KEPT if as_it_is else ALWAYS_ASKED
    response.make_conditional(flask.request)
    return response
