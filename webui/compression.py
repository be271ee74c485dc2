"""Pages and the site's own files go out compressed, where the reader's browser takes that.

Originals never do, whatever they are: most are compressed already, and a part of one can be asked
for by its place in the file. No page holds a secret beside what was typed, which is what could be
guessed from the size of a compressed answer.
"""

import typing as t

import flask
import flask_compress

from webui.freshness import kept_version
from webui.kept_pages import KeptPages

# In the order they are chosen between, where a browser likes them equally well.
ENCODINGS: t.Final = ("br", "gzip")

# Not text/plain, which is an original.
COMPRESSED: t.Final = (
    "text/html",
    "text/css",
    "text/javascript",
    "text/csv",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/opensearchdescription+xml",
    "image/svg+xml",
)


def compress_pages(app: flask.Flask, kept: KeptPages) -> None:
    """Compress what the application answers, kept pages only once."""
    app.config.update(
        COMPRESS_REGISTER=False,  # it is asked below instead
        COMPRESS_ALGORITHM=list(ENCODINGS),
        COMPRESS_MIMETYPES=list(COMPRESSED),
        COMPRESS_STREAMS=False,
        COMPRESS_EVALUATE_CONDITIONAL_REQUEST=False,  # whoever set the ETag has done that
        COMPRESS_CACHE_BACKEND=lambda: _Compressed(kept),
        COMPRESS_CACHE_KEY=lambda _request: kept_version() or "",
    )
    compress = flask_compress.Compress(app)

    def compressed(response: flask.Response) -> flask.Response:
        response.vary.add("Accept-Encoding")
        if response.status_code != 200 or _refused():
            return response
        return compress.after_request(response)

    app.after_request(compressed)


def _refused() -> bool:
    """Whether the reader names an encoding that must not be used (`br;q=0`).

    Flask-Compress takes the best one named, even where that means "not at all".
    """
    wishes = {name.lower(): quality for name, quality in flask.request.accept_encodings}
    return any(wishes.get(encoding, 1) <= 0 for encoding in ENCODINGS)


class _Compressed:
    """Kept pages in compressed form, as Flask-Compress asks for them: by "encoding;version"."""

    def __init__(self, kept: KeptPages) -> None:
        self._kept = kept

    def get(self, key: str) -> bytes | None:
        encoding, _, version = key.partition(";")
        return self._kept.get(version, encoding) if version else None

    def set(self, key: str, value: bytes) -> None:
        encoding, _, version = key.partition(";")
        if version:
            self._kept.put(version, value, encoding)
