import collections.abc as c
import tracemalloc
import typing as t
import zlib

import flask
import pytest
from flask.testing import FlaskClient

from archive.errors import CatalogueError
from webui import create_app, freshness, streaming

Parts: t.TypeAlias = dict[str, t.Any]

LINE = "å" * 999 + "\n"


@pytest.fixture
def client_to(parts: Parts) -> c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient]:
    """A client of a site at whose `/fil` these pieces are."""

    def made(make: c.Callable[[], c.Iterator[str]]) -> FlaskClient:
        app = create_app(**parts)

        def view() -> flask.Response:
            return streaming.answer(freshness.version(), make, "text/plain", "fil.txt")

        app.add_url_rule("/fil", view_func=view)
        return app.test_client()

    return made


def test_pieces_go_out_as_they_are_made(
    client_to: c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient],
) -> None:
    made: list[int] = []

    def pieces() -> c.Iterator[str]:
        for number in range(1000):
            made.append(number)
            yield LINE

    response = client_to(pieces).get("/fil")
    blocks = response.iter_encoded()
    first = next(blocks)
    assert len(made) < 100
    assert first + b"".join(blocks) == (LINE * 1000).encode()
    assert "Content-Length" not in response.headers


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_no_more_is_held_than_a_block(
    client_to: c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient], encoding: str
) -> None:
    client = client_to(lambda: (LINE for _ in range(20_000)))
    response = client.get("/fil", headers={"Accept-Encoding": encoding})
    tracemalloc.start()
    packed = zlib.decompressobj(streaming.GZIP) if encoding else None
    size = sum(
        len(packed.decompress(block) if packed else block) for block in response.iter_encoded()
    )
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == len(LINE.encode()) * 20_000  # some 40 MB
    assert most < 16_000_000


def test_nothing_is_made_for_who_has_it(
    client_to: c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient],
) -> None:
    made: list[int] = []

    def pieces() -> c.Iterator[str]:
        made.append(1)
        yield LINE

    client = client_to(pieces)
    first = client.get("/fil")
    assert made == [1]
    assert client.get("/fil", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert made == [1]


def test_what_fails_before_the_first_piece_is_an_error_page(
    client_to: c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient],
) -> None:
    def pieces() -> c.Iterator[str]:
        raise CatalogueError("locked")
        yield ""

    response = client_to(pieces).get("/fil")
    assert response.status_code == 503
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_an_answer_of_nothing_is_empty(
    client_to: c.Callable[[c.Callable[[], c.Iterator[str]]], FlaskClient], encoding: str
) -> None:
    response = client_to(lambda: iter(())).get("/fil", headers={"Accept-Encoding": encoding})
    content = zlib.decompress(response.data, streaming.GZIP) if encoding else response.data
    assert (response.status_code, content) == (200, b"")
