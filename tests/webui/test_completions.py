"""What a query may become while it is being typed."""

import re

import flask.testing
import pytest


def proposed(client: flask.testing.FlaskClient, text: str) -> list[dict[str, object]]:
    response = client.get("/api/v1/forslag", query_string={"q": text})
    assert response.status_code == 200
    assert response.content_type == "application/json; charset=utf-8"
    assert response.json is not None
    assert response.json["query"] == text
    found: list[dict[str, object]] = response.json["forslag"]
    return found


def test_a_word_is_completed_with_what_stands_before_it(client: flask.testing.FlaskClient) -> None:
    texts = [it["text"] for it in proposed(client, "hot larme")]
    assert "hot larmen" in texts


def test_a_compound_is_found_by_its_last_part(client: flask.testing.FlaskClient) -> None:
    assert any("frånvaro" in str(it["text"]) for it in proposed(client, "frånv"))


def test_a_union_is_proposed_by_its_name(client: flask.testing.FlaskClient) -> None:
    assert ("fack:Vision", "fack", "Vision") in [
        (it["text"], it["sort"], it["visas"]) for it in proposed(client, "visi")
    ]


@pytest.mark.parametrize(
    ("typed", "text", "same_as"),
    [
        ("larm hot", 'larm ämne:"Hot och våld"', "larm amne:hot-och-vald"),
        ("larm akademiker", 'larm fack:"Akademikerförbundet SSR"', "larm fack:ssr"),
        ("arbetsmiljön brom", "arbetsmiljön förvaltning:Bromma", "arbetsmiljön forvaltning:bromma"),
    ],
)
def test_a_name_is_written_as_readers_know_it_and_finds_the_same(
    client: flask.testing.FlaskClient, typed: str, text: str, same_as: str
) -> None:
    assert text in [it["text"] for it in proposed(client, typed)]
    first, second = (
        re.findall(r"<strong>(\d+)", client.get("/sok", query_string={"q": query}).text)[0]
        for query in (text, same_as)
    )
    assert first == second


@pytest.mark.parametrize(
    ("typed", "id_", "rest"),
    [
        ("visi", "vision", ""),
        ("larm hot", "hot-och-vald", "larm"),
        ("a  (b) brom", "bromma", "a (b)"),
    ],
)
def test_a_name_is_a_choice_beside_the_words_that_are_left(
    client: flask.testing.FlaskClient, typed: str, id_: str, rest: str
) -> None:
    assert (id_, rest) in [(it["id"], it["rest"]) for it in proposed(client, typed)]


@pytest.mark.parametrize(
    "typed", ["larm -visi", "larm ELLER visi", "a ELLER b visi", "INTE visi", "(larm visi", '"visi']
)
def test_a_name_that_an_operator_binds_is_no_choice(
    client: flask.testing.FlaskClient, typed: str
) -> None:
    names = [it for it in proposed(client, typed) if it["sort"] == "fack"]
    assert all(it["id"] is None for it in names)


def test_a_word_is_no_choice(client: flask.testing.FlaskClient) -> None:
    assert all(it["id"] is None for it in proposed(client, "larme"))


@pytest.mark.parametrize("text", ["", "a", '"', "*", "((", "xyzzyxyz", "§", "x" * 5000])
def test_what_becomes_nothing_gives_nothing(client: flask.testing.FlaskClient, text: str) -> None:
    response = client.get("/api/v1/forslag", query_string={"q": text})
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["forslag"] == []


@pytest.mark.parametrize("path", ["/", "/sok?q=larm", "/finns-inte"])
def test_the_script_is_one_file_of_the_sites_own(
    client: flask.testing.FlaskClient, path: str
) -> None:
    (script,) = re.findall(r"<script[^>]*>[^<]*</script>", client.get(path).text)
    assert re.fullmatch(r'<script src="/static/site.js\?v=\w{12}" defer></script>', script)
