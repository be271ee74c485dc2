import gzip

import brotli
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from webui.compression import COMPRESSED
from webui.protocols import SAVED, SHOWN, UNKNOWN_TYPE

FARSTA = "/protokoll/farsta/2025-01-14"
PAGES = ["/", "/sok?q=larm", FARSTA, "/om", "/static/style.css"]
UNDONE = {None: bytes, "br": brotli.decompress, "gzip": gzip.decompress}


def asking(client: FlaskClient, path: str, accepted: str, **headers: str) -> TestResponse:
    return client.get(path, headers={"Accept-Encoding": accepted, **headers}, buffered=True)


def undone(response: TestResponse) -> bytes:
    return bytes(UNDONE[response.headers.get("Content-Encoding")](response.data))


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize("path", PAGES)
def test_a_compressed_answer_holds_the_plain_one(
    client: FlaskClient, path: str, encoding: str
) -> None:
    plain = client.get(path)
    for _ in range(2):  # as it is made, and as it was kept
        response = asking(client, path, encoding)
        assert response.headers["Content-Encoding"] == encoding
        assert response.content_length == len(response.data) < len(plain.data)
        assert undone(response) == plain.data
        assert response.headers["ETag"] == plain.headers["ETag"]


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("*", "br"),
        ("", None),
        ("identity", None),
        ("zstd", None),
        ("br;q=0", None),
        ("gzip;q=0, *", None),
        ("identity;q=1, br;q=0.5", None),
        ("br;q=x, ;;q, ,=", "br"),
        ("\u00e5\u00e4\u00f6", None),
        ("gzip" * 2000, None),
    ],
)
def test_what_is_sent_is_what_the_browser_takes(
    client: FlaskClient, accepted: str, sent: str | None
) -> None:
    response = asking(client, "/sok?q=larm", accepted)
    assert response.status_code == 200
    assert response.headers.get("Content-Encoding") == sent
    assert b"larm" in undone(response)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("gzipbr*identity;q=0.51, "), max_size=30))
def test_any_wish_gets_the_page(client: FlaskClient, accepted: str) -> None:
    assert b"Lillbyarkivet" in undone(asking(client, "/sok?q=larm", accepted))


@pytest.mark.parametrize("path", [*PAGES, f"{FARSTA}/original", "/finns-inte"])
def test_whoever_keeps_an_answer_is_told_what_it_depends_on(client: FlaskClient, path: str) -> None:
    for accepted in ("", "br"):
        assert asking(client, path, accepted).headers["Vary"] == "Accept-Encoding"


def test_a_compressed_page_has_the_headers_of_the_plain_one(client: FlaskClient) -> None:
    plain, compressed = (dict(asking(client, "/om", wish).headers) for wish in ("", "br"))
    assert compressed.pop("Content-Encoding") == "br"
    assert plain.pop("Content-Length") != compressed.pop("Content-Length")
    assert compressed == plain


def test_a_compressed_page_that_is_the_same_is_not_sent_again(client: FlaskClient) -> None:
    for path in PAGES:
        version = asking(client, path, "br").headers["ETag"]
        response = asking(client, path, "br", **{"If-None-Match": version})
        assert (response.status_code, response.data) == (304, b"")
        assert "Content-Encoding" not in response.headers


def test_no_sort_of_original_is_compressed() -> None:
    assert not {*COMPRESSED} & {*SHOWN, *SAVED, UNKNOWN_TYPE}


@pytest.mark.parametrize("protocol", ["farsta/2025-01-14", "jarva/2024-08-20"])
def test_an_original_goes_out_as_it_is_whole_in_part_or_not_at_all(
    client: FlaskClient, protocol: str
) -> None:
    path = f"/protokoll/{protocol}/original"
    whole = asking(client, path, "br, gzip")
    assert "Content-Encoding" not in whole.headers
    assert whole.content_length == len(whole.data)
    part = asking(client, path, "br, gzip", Range="bytes=2-6")
    assert (part.status_code, part.data) == (206, whole.data[2:7])
    assert "Content-Encoding" not in part.headers
    unchanged = asking(client, path, "br", **{"If-None-Match": whole.headers["ETag"]})
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    head = client.head(path, headers={"Accept-Encoding": "br"}, buffered=True)
    assert (head.data, head.content_length) == (b"", len(whole.data))
