import concurrent.futures
import typing as t

import pytest
from flask.testing import FlaskClient

from webui import create_app
from webui.kept_pages import ENTRY, KeptPages
from webui.site import EXTENSION


def test_pages_never_take_more_room_than_they_may() -> None:
    kept = KeptPages(largest=10 * (1000 + ENTRY))
    for number in range(100):
        kept.put(str(number), bytes(1000))
        assert kept.size <= 10 * (1000 + ENTRY)
    assert [number for number in range(100) if kept.get(str(number))] == list(range(90, 100))


def test_the_page_asked_for_longest_ago_makes_room() -> None:
    kept = KeptPages(largest=2 * (10 + ENTRY))
    kept.put("old", bytes(10))
    kept.put("used", bytes(10))
    assert kept.get("old") is not None
    kept.put("new", bytes(10))
    assert (kept.get("old"), kept.get("used")) == (bytes(10), None)


def test_a_page_larger_than_all_may_be_is_left_out() -> None:
    kept = KeptPages(largest=2 * ENTRY)
    kept.put("small", b"a")
    kept.put("large", bytes(2 * ENTRY))
    assert (kept.get("small"), kept.get("large")) == (b"a", None)


def test_the_forms_of_a_page_are_told_apart() -> None:
    kept = KeptPages()
    kept.put("page", b"plain")
    kept.put("page", b"short", "br")
    assert (kept.get("page"), kept.get("page", "br"), kept.get("page", "gzip")) == (
        b"plain",
        b"short",
        None,
    )


@pytest.mark.parametrize("path", ["/", "/sok?q=larm", "/sok?typ=fraga", "/sok?q=xylofon&ar=2020"])
def test_a_kept_page_is_the_page_byte_for_byte(
    client: FlaskClient, parts: dict[str, t.Any], path: str
) -> None:
    unkept = create_app(**parts).test_client().get(path)
    first, second = client.get(path), client.get(path)
    assert first.data == second.data == unkept.data
    assert first.headers["ETag"] == second.headers["ETag"]


def test_readers_at_the_same_moment_get_the_same_page(parts: dict[str, t.Any]) -> None:
    app = create_app(**parts)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(app.test_client().get, "/sok?q=larm") for _ in range(24)]
        assert len({answer.result().data for answer in asked}) == 1


def test_only_pages_that_cost_a_search_are_kept(parts: dict[str, t.Any]) -> None:
    app = create_app(**parts)
    client, kept = app.test_client(), app.extensions[EXTENSION].kept
    for path in ("/om", "/protokoll/farsta/2025-01-14?q=larm", "/finns-inte", "/robots.txt"):
        client.get(path, headers={"Accept-Encoding": "br"})
    assert kept.size == 0
    client.get("/sok?q=larm", headers={"Accept-Encoding": "br"})
    assert kept.size > 0
