"""How often one address may ask, who counts as one, and whose pages may read the answers."""

import collections.abc as c
import concurrent.futures
import dataclasses as dc
import pathlib
import typing as t

import pytest
from flask.testing import FlaskClient
from waitress.proxy_headers import proxy_headers_middleware

import serving
from archive.errors import SettingsError
from archive.settings import FILE, load_settings
from webui import create_app
from webui.api.limits import MOST_ADDRESSES, Counter, Limit, one_asker

Parts: t.TypeAlias = dict[str, t.Any]
SiteWith: t.TypeAlias = c.Callable[..., FlaskClient]


@pytest.fixture
def site_with(parts: Parts) -> SiteWith:
    """A client of the same site with other settings."""

    def client(**settings: t.Any) -> FlaskClient:
        changed = dc.replace(parts["settings"], **settings)
        return create_app(**parts | {"settings": changed}).test_client()

    return client


def test_so_many_questions_are_answered_and_then_none_until_it_begins_anew() -> None:
    counter = Counter(Limit("api", 3, 60))
    left = [counter.ask("a", now) for now in (100, 101, 130.5, 131, 159.9)]
    assert [(it.allowed, it.left, it.seconds) for it in left] == [
        (True, 2, 60),
        (True, 1, 59),
        (True, 0, 30),
        (False, 0, 29),
        (False, 0, 1),
    ]
    assert counter.ask("a", 160).left == 2


def test_each_address_is_counted_for_itself() -> None:
    counter = Counter(Limit("api", 1, 60))
    assert counter.ask("a", 0).allowed
    assert not counter.ask("a", 1).allowed
    assert counter.ask("b", 1).allowed


def test_no_number_of_addresses_fills_the_memory() -> None:
    counter = Counter(Limit("api", 1, 60))
    for number in range(MOST_ADDRESSES + 100):
        counter.ask(str(number), 0)
    assert len(counter._asked) == MOST_ADDRESSES


def test_questions_asked_at_once_are_all_counted() -> None:
    counter = Counter(Limit("api", 500, 60))
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        left = list(pool.map(lambda _: counter.ask("a", 0), range(800)))
    assert sum(it.allowed for it in left) == 500


@pytest.mark.parametrize(
    ("address", "who"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        (None, ""),
        ("unix", "unix"),
        ("x" * 5000, "x" * 100),
    ],
)
def test_who_counts_as_one(address: str | None, who: str) -> None:
    assert one_asker(address) == who


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("120/minut", Limit("api", 120, 60)),
        ("5/sekund", Limit("api", 5, 1)),
        ("1000/dygn", Limit("api", 1000, 86_400)),
        ("", None),
    ],
)
def test_a_limit_is_read_as_it_is_set(written: str, limit: Limit | None) -> None:
    assert Limit.read("api", written) == limit


@pytest.mark.parametrize("written", ["120", "0/minut", "120/år", "många", "120/minut "])
def test_a_limit_that_cannot_be_read_is_said_when_the_settings_are(
    tmp_path: pathlib.Path, written: str
) -> None:
    (tmp_path / FILE).write_text(f'api_granser = "{written}"', "utf-8")
    with pytest.raises(SettingsError):
        load_settings(tmp_path, {})


def test_what_is_left_is_told_and_then_when_to_come_back(site_with: SiteWith) -> None:
    client = site_with(api_granser="2/dygn")
    first, second, third = (client.get("/api/v1/register/fack") for _ in range(3))
    assert first.headers["RateLimit-Policy"] == '"api";q=2;w=86400'
    assert first.headers["RateLimit"] == '"api";r=1;t=86400'
    assert second.headers["RateLimit"].startswith('"api";r=0;t=')
    assert "Retry-After" not in second.headers
    assert third.status_code == 429
    assert 86_000 < int(third.headers["Retry-After"]) <= 86_400
    assert third.get_json(force=True)["title_en"] == "Too many requests"
    assert "default-src 'none'" in third.headers["Content-Security-Policy"]


def test_wrong_addresses_and_unchanged_answers_are_counted_too(site_with: SiteWith) -> None:
    client = site_with(api_granser="2/dygn")
    tag = client.get("/api/v1/register/fack").headers["ETag"]
    assert client.get("/api/v1/finns-inte").status_code == 404
    again = client.get("/api/v1/register/fack", headers={"If-None-Match": tag})
    assert again.status_code == 429


def test_files_are_counted_with_the_rest_and_pages_are_not(site_with: SiteWith) -> None:
    client = site_with(api_granser="1/dygn")
    assert client.get("/api/v1/register/fack").status_code == 200
    for address in ("/sok.csv", "/sok.json", "/sok.txt", "/sok.atom", "/arkiv.jsonl"):
        response = client.get(address)
        assert response.status_code == 429, address
        assert response.headers["Retry-After"]
        assert "För många anrop" in response.text
    for address in ("/", "/sok?q=larm", "/api", "/protokoll/farsta/2025-01-14"):
        response = client.get(address)
        assert response.status_code == 200
        assert "RateLimit" not in response.headers


def test_proposals_have_a_higher_limit_of_their_own(site_with: SiteWith) -> None:
    client = site_with(api_granser="1/dygn")
    assert client.get("/api/v1/register/fack").status_code == 200
    answers = [client.get("/api/v1/forslag?q=la").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_without_a_limit_nothing_is_counted(site_with: SiteWith) -> None:
    client = site_with(api_granser="")
    assert "RateLimit" not in client.get("/api/v1/register/fack").headers


def test_nobody_says_for_themselves_who_they_are(site_with: SiteWith) -> None:
    client = site_with(api_granser="1/dygn")
    answers = [
        client.get("/api/v1/register/fack", headers={"X-Forwarded-For": f"192.0.2.{n}"})
        for n in range(2)
    ]
    assert [it.status_code for it in answers] == [200, 429]


@pytest.mark.parametrize(("proxy", "second"), [("127.0.0.1", 200), ("192.0.2.1", 429), ("", 429)])
def test_a_server_in_front_says_it_for_them_where_it_is_believed(
    site_with: SiteWith, proxy: str, second: int
) -> None:
    client = site_with(api_granser="1/dygn", betrodd_proxy=proxy)
    # What waitress does with its arguments, without its sockets.
    client.application.wsgi_app = proxy_headers_middleware(  # type: ignore[method-assign]
        client.application.wsgi_app, clear_untrusted=True, **serving.believed(proxy)
    )
    answers = [
        client.get("/api/v1/register/fack", headers={"X-Forwarded-For": f"192.0.2.{n}"})
        for n in range(2)
    ]
    assert [it.status_code for it in answers] == [200, second]


def test_scripts_of_other_sites_read_nothing_unless_the_operator_lets_them(
    client: FlaskClient,
) -> None:
    for address in ("/api/v1/sok", "/api/v1/finns-inte", "/sok"):
        response = client.get(address, headers={"Origin": "https://annan.example"})
        assert "Access-Control-Allow-Origin" not in response.headers


def test_where_they_may_they_read_the_api_alone_and_without_anyones_cookies(
    site_with: SiteWith,
) -> None:
    client = site_with(api_cors=True)
    for address in ("/api/v1/sok", "/api/v1/finns-inte"):
        headers = client.get(address).headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in headers["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in headers
    asked_before = client.options("/api/v1/sok").headers
    assert asked_before["Access-Control-Allow-Headers"] == "If-None-Match"
    for address in ("/", "/sok", "/api", "/protokoll/farsta/2025-01-14/original"):
        with client.get(address) as response:
            assert "Access-Control-Allow-Origin" not in response.headers
