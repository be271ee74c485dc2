import collections.abc as c
import dataclasses as dc
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive.catalogue import Catalogue
from archive.errors import IndexUnavailable
from archive.model import Protocol
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Request, Result, SearchIndex, index_pending
from webui import create_app, freshness, pages, protocols, search

FARSTA = "/protokoll/farsta/2025-01-14"
PAGES = ["/", "/sok?q=larm", "/sok?q=larm&fack=vision", FARSTA, f"{FARSTA}?q=larm", "/om"]

Parts: t.TypeAlias = dict[str, t.Any]


class Counting:
    """The real index, which counts what it is asked to do."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self.searches = 0

    def __getattr__(self, name: str) -> t.Any:
        return getattr(self._index, name)

    def search(self, request: Request) -> Result:
        self.searches += 1
        return self._index.search(request)


class Away:
    """An index that cannot be read."""

    def __getattr__(self, name: str) -> c.Callable[..., t.NoReturn]:
        def fail(*args: object) -> t.NoReturn:
            raise IndexUnavailable("locked")

        return fail


class Growing:
    """A site, and the archive it shows, to change."""

    def __init__(self, parts: Parts) -> None:
        self.catalogue: Catalogue = parts["catalogue"]
        self.index: SearchIndex = parts["index"]
        self.client = create_app(**parts).test_client()

    def keep(self, protocol: Protocol, visibility: Visibility = Visibility.PUBLIC) -> None:
        content = meetings.content_of(protocol)
        self.catalogue.keep(protocol, meetings.file_with(content, protocol), visibility)
        index_pending(self.catalogue, self.index)

    def decide(self, protocol_id: str, visibility: Visibility) -> None:
        """What `ratta` writes in the catalogue, before the index has heard of it."""
        self.catalogue.correct(protocol_id, visibility=visibility, registries=packaged())


@pytest.fixture
def growing(archive_with: c.Callable[..., Parts]) -> Growing:
    return Growing(archive_with(meetings.farsta()))


@pytest.fixture
def as_signed_in(monkeypatch: pytest.MonkeyPatch) -> c.Callable[[], None]:
    """From when it is called, everyone who asks may see what is internal."""

    def sign_in() -> None:
        for module in (freshness, pages, protocols, search):
            monkeypatch.setattr(module, "current_audience", lambda: Audience.SIGNED_IN)

    return sign_in


def again(client: FlaskClient, path: str, before: TestResponse) -> TestResponse:
    """The same address, asked by a browser that has kept the answer."""
    return client.get(path, headers={"If-None-Match": before.headers["ETag"]})


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_is_the_same_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    second = again(client, path, first)
    assert (first.status_code, second.status_code) == (200, 304)
    assert second.data == b""
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Vary"] == "Accept-Encoding"
    assert second.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_asked_for_each_time_and_kept_by_nobody_between(
    client: FlaskClient, path: str
) -> None:
    assert client.get(path).headers["Cache-Control"] == "private, no-cache"


def test_what_has_not_changed_is_not_searched_for(
    client_with: c.Callable[..., FlaskClient], parts: Parts
) -> None:
    index = Counting(parts["index"])
    client = client_with(index=index)
    first = client.get("/sok?q=larm")
    asked = index.searches
    assert asked > 0
    assert again(client, "/sok?q=larm", first).status_code == 304
    assert client.get("/sok?q=larm").data == first.data
    assert index.searches == asked


def test_the_same_search_in_another_order_is_the_same_page(client: FlaskClient) -> None:
    first = client.get("/sok?q=larm&fack=vision&typ=paragraf&sida=1")
    assert again(client, "/sok?fack=vision&q=++larm", first).status_code == 304


@pytest.mark.parametrize(
    "other",
    ["/sok?q=hot", "/sok?q=larm&sida=x", "/sok?q=larm&fack=mordor", "/sok?q=larm&typ=fraga", "/"],
)
def test_another_page_has_another_version(client: FlaskClient, other: str) -> None:
    first = client.get("/sok?q=larm")
    assert again(client, other, first).status_code == 200


@pytest.mark.parametrize("path", ["/", "/sok", "/om"])
def test_an_import_gives_new_versions(growing: Growing, path: str) -> None:
    first = growing.client.get(path)
    growing.keep(meetings.jarva())
    second = again(growing.client, path, first)
    assert second.status_code == 200
    assert second.data != first.data
    assert again(growing.client, path, second).status_code == 304


def test_a_new_protocol_leaves_the_others_as_they_were(growing: Growing) -> None:
    first = growing.client.get(FARSTA)
    growing.keep(meetings.jarva())
    assert again(growing.client, FARSTA, first).status_code == 304


def test_a_protocol_that_is_no_longer_open_is_not_said_to_be_unchanged(growing: Growing) -> None:
    first = growing.client.get(FARSTA)
    growing.decide("farsta/2025-01-14", Visibility.INTERNAL)
    assert again(growing.client, FARSTA, first).status_code == 404
    any_version = growing.client.get(FARSTA, headers={"If-None-Match": "*"})
    assert any_version.status_code == 404


def test_the_start_page_forgets_what_is_no_longer_open_before_the_index_does(
    growing: Growing,
) -> None:
    assert "förvaltningsgruppen i Farsta" in growing.client.get("/").text
    growing.decide("farsta/2025-01-14", Visibility.INTERNAL)
    assert "förvaltningsgruppen i Farsta" not in growing.client.get("/").text


def test_a_kept_page_of_hits_is_left_behind_with_its_index(growing: Growing) -> None:
    assert "Sjukfrånvaro" in growing.client.get("/sok").text
    growing.decide("farsta/2025-01-14", Visibility.INTERNAL)
    index_pending(growing.catalogue, growing.index)
    assert "Sjukfrånvaro" not in growing.client.get("/sok").text


def test_readers_who_may_see_different_things_share_no_page(
    growing: Growing, as_signed_in: c.Callable[[], None]
) -> None:
    growing.keep(dc.replace(meetings.jarva(), title="Internt möte"), Visibility.INTERNAL)
    public = {path: growing.client.get(path) for path in ("/", "/sok?typ=protokoll")}
    as_signed_in()
    for path, first in public.items():
        signed_in = again(growing.client, path, first)
        assert (signed_in.status_code, "Internt möte" in signed_in.text) == (200, True)
        assert "Internt möte" not in first.text


def test_another_run_of_the_program_has_other_versions(parts: Parts) -> None:
    first, same, other = (create_app(**parts, run=run).test_client() for run in ("1", "1", "2"))
    before = first.get("/om")
    assert again(same, "/om", before).status_code == 304
    assert again(other, "/om", before).status_code == 200
    assert again(create_app(**parts).test_client(), "/om", before).status_code == 200


def test_a_page_that_quotes_its_own_address_is_another_under_another_name(
    client: FlaskClient,
) -> None:
    first = client.get(FARSTA, base_url="http://a.example")
    second = client.get(
        FARSTA, base_url="http://b.example", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert second.status_code == 200
    assert f"http://b.example{FARSTA}" in second.text


def test_without_the_index_no_page_has_a_version(client_with: c.Callable[..., FlaskClient]) -> None:
    client = client_with(index=t.cast(SearchIndex, Away()))
    for path, status in (("/", 200), (f"{FARSTA}?q=larm", 200), ("/sok?q=larm", 503)):
        response = client.get(path)
        assert response.status_code == status
        assert "ETag" not in response.headers


def test_a_protocol_without_its_marks_is_not_taken_for_the_one_with_them(
    client: FlaskClient, client_with: c.Callable[..., FlaskClient]
) -> None:
    away = client_with(index=t.cast(SearchIndex, Away()))
    assert "<mark>" not in away.get(f"{FARSTA}?q=larm").text
    assert "<mark>" in client.get(f"{FARSTA}?q=larm").text


@pytest.mark.parametrize("wrong", ['"abc"', "W/", '"', ",,,", 'W/"a", "b"', "\u00e5", "x" * 5000])
def test_an_etag_that_is_none_of_ours_gets_the_page(client: FlaskClient, wrong: str) -> None:
    assert client.get("/om", headers={"If-None-Match": wrong}).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_head_tells_the_version_too(client: FlaskClient, path: str) -> None:
    head, whole = client.head(path), client.get(path)
    assert head.data == b""
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]
    unchanged = client.head(path, headers={"If-None-Match": whole.headers["ETag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize("path", ["/finns-inte", "/protokoll/finns/inte", "/sok/x"])
def test_an_error_page_has_no_version(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"If-None-Match": "*"})
    assert response.status_code == 404
    assert "ETag" not in response.headers
