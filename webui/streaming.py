"""Answers too long to be held in memory: sent as they are made, compressed on the way."""

import collections.abc as c
import itertools
import typing as t
import zlib

import flask

from webui import freshness

BLOCK: t.Final = 64 * 1024  # characters, gathered before they are sent
GZIP: t.Final = 16 + zlib.MAX_WBITS


def answer(
    version: str, make: c.Callable[[], c.Iterator[str]], media_type: str, filename: str
) -> flask.Response:
    """The answer in that version as a file to save: nothing where the reader has it.

    What `make` raises until its first piece, it raises; later the answer breaks off. The rest is
    made when this request is over, so nothing in it may ask what the request was.
    """
    response = freshness.answer(version, str)
    response.content_type = f"{media_type}; charset=utf-8"
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    if response.status_code != 304:
        pieces = make()
        blocks = _blocks(itertools.chain([next(pieces, "")], pieces))
        if flask.request.accept_encodings.quality("gzip") > 0:
            response.headers["Content-Encoding"] = "gzip"
            blocks = _compressed(blocks)
        response.response = blocks
        del response.content_length
    return response


def _blocks(pieces: c.Iterable[str]) -> c.Iterator[bytes]:
    """The pieces, some together: each block is a write to the reader's connection."""
    waiting, size = list[str](), 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")


def _compressed(blocks: c.Iterable[bytes]) -> c.Iterator[bytes]:
    """The blocks in gzip's form."""
    compressor = zlib.compressobj(wbits=GZIP)
    for block in blocks:
        if ready := compressor.compress(block):
            yield ready
    yield compressor.flush()
