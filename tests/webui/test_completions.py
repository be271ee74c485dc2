"""What a query may become while it is being typed."""

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
    assert ("fack:vision", "fack", "Vision") in [
        (it["text"], it["sort"], it["visas"]) for it in proposed(client, "visi")
    ]


@pytest.mark.parametrize("text", ["", "a", '"', "*", "((", "xyzzyxyz", "§", "x" * 5000])
def test_what_becomes_nothing_gives_nothing(client: flask.testing.FlaskClient, text: str) -> None:
    response = client.get("/api/v1/forslag", query_string={"q": text})
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["forslag"] == []
