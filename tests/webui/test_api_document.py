"""The OpenAPI document is true: what it promises is what is answered, whatever is asked."""

import dataclasses as dc
import typing as t

import hypothesis
import jsonschema
import pytest
import schemathesis
from failing import Failing
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from archive.errors import CatalogueError, IndexUnavailable
from webui import create_app
from webui.api.routes import OPERATIONS

DOCUMENT = "/api/v1/openapi.json"
PATHS = [operation.path for operation in OPERATIONS if operation.name != "openapi"]
# Within what is documented; and outside of it, where anything can be.
WAYS = [(path, GenerationMode.POSITIVE) for path in PATHS] + [
    (operation.path, GenerationMode.NEGATIVE) for operation in OPERATIONS if operation.parameters
]

# What there is, and what has moved or is nowhere, with the answer to each.
NAMED: list[tuple[str, dict[str, str], int]] = [
    ("/protokoll/{forvaltning}/{mote}", {"forvaltning": "farsta", "mote": "2025-01-14"}, 200),
    ("/protokoll/{forvaltning}/{mote}", {"forvaltning": "jarva", "mote": "2024-08-20"}, 200),
    ("/protokoll/{forvaltning}/{mote}", {"forvaltning": "okand", "mote": "odaterat"}, 200),
    ("/protokoll/{forvaltning}/{mote}", {"forvaltning": "bromma", "mote": "2024-02-10"}, 308),
    ("/protokoll/{forvaltning}/{mote}", {"forvaltning": "skarpnack", "mote": "2023-05-10"}, 404),
    (
        "/protokoll/{forvaltning}/{mote}/paragraf/{ankare}",
        {"forvaltning": "farsta", "mote": "2025-01-14", "ankare": "p2"},
        200,
    ),
    (
        "/protokoll/{forvaltning}/{mote}/paragraf/{ankare}",
        {"forvaltning": "jarva", "mote": "2024-08-20", "ankare": "o2"},
        200,
    ),
    (
        "/protokoll/{forvaltning}/{mote}/paragraf/{ankare}",
        {"forvaltning": "bromma", "mote": "2024-02-10", "ankare": "p2"},
        308,
    ),
    (
        "/protokoll/{forvaltning}/{mote}/paragraf/{ankare}",
        {"forvaltning": "farsta", "mote": "2025-01-14", "ankare": "f1"},
        404,
    ),
    ("/arenden/{forvaltning}/{arende}", {"forvaltning": "farsta", "arende": "far-2024-112"}, 200),
    ("/arenden/{forvaltning}/{arende}", {"forvaltning": "farsta", "arende": "FAR 2024/112"}, 404),
    ("/arenden/{forvaltning}/{arende}", {"forvaltning": "farsta", "arende": "FAR 2024:112"}, 308),
    ("/arenden/{forvaltning}/{arende}", {"forvaltning": "farsta", "arende": "1-2"}, 404),
]


@pytest.fixture(scope="module")
def document(app: Flask) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi(DOCUMENT, app)


def asked(case: schemathesis.Case, **headers: str) -> schemathesis.Response:
    """The answer, which is as documented: status, type, headers and body."""
    return case.call_and_validate(
        # Its client does not unpack what is packed.
        headers={"Accept-Encoding": "identity", **headers},
        # A search never fails: what cannot be used in it is told in a note.
        excluded_checks=[negative_data_rejection],
    )


@pytest.mark.parametrize(("path", "mode"), WAYS)
def test_whatever_is_asked_the_answer_is_as_documented(
    document: schemathesis.BaseSchema, path: str, mode: GenerationMode
) -> None:
    @hypothesis.settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )
    @hypothesis.given(case=document[path]["GET"].as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case) -> None:
        assert asked(case).status_code in {200, 304, 308, 404}

    holds()


@pytest.mark.parametrize(("path", "named", "status"), NAMED)
def test_what_is_named_is_answered_as_documented(
    document: schemathesis.BaseSchema, path: str, named: dict[str, str], status: int
) -> None:
    response = asked(document[path]["GET"].Case(path_parameters=named))
    assert response.status_code == status
    if status == 200:
        unchanged = asked(
            document[path]["GET"].Case(path_parameters=named),
            **{"If-None-Match": response.headers["etag"][0]},
        )
        assert unchanged.status_code == 304


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_done_but_reading(client: FlaskClient, path: str, method: str) -> None:
    response = client.open("/api/v1" + path.replace("{", "").replace("}", ""), method=method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.content_type == "application/problem+json"


def test_a_large_body_is_refused_as_documented(
    client: FlaskClient, document: schemathesis.BaseSchema
) -> None:
    response = client.get("/api/v1/sok", data=b"x" * 100_000)
    assert response.status_code == 413
    document["/sok"]["GET"].validate_response(response)


@pytest.mark.parametrize("path", ["/sok", "/fragor", "/forslag", "/protokoll"])
def test_an_index_that_is_away_is_answered_as_documented(
    parts: dict[str, t.Any], path: str
) -> None:
    app = create_app(**parts | {"index": Failing(IndexUnavailable("disk gone"))})
    document = schemathesis.openapi.from_wsgi(DOCUMENT, app)
    response = document[path]["GET"].Case().call()
    document[path]["GET"].validate_response(response)
    assert response.status_code == 503
    assert b"disk gone" not in response.content


def test_a_catalogue_that_is_away_is_answered_as_documented(parts: dict[str, t.Any]) -> None:
    app = create_app(**parts | {"catalogue": Failing(CatalogueError("locked"))})
    operation = schemathesis.openapi.from_wsgi(DOCUMENT, app)[PATHS[4]]["GET"]
    response = operation.Case(path_parameters={"forvaltning": "a", "mote": "odaterat"}).call()
    operation.validate_response(response)
    assert response.status_code == 503


def test_asking_too_often_is_answered_as_documented(parts: dict[str, t.Any]) -> None:
    settings = dc.replace(parts["settings"], api_granser="2/dygn")
    app = create_app(**parts | {"settings": settings})
    operation = schemathesis.openapi.from_wsgi(DOCUMENT, app)["/register/fack"]["GET"]
    assert asked(operation.Case()).status_code == 200
    assert asked(operation.Case()).status_code == 429


def test_the_document_is_one_of_openapi_3_1(client: FlaskClient) -> None:
    document = client.get(DOCUMENT).json
    assert document is not None
    assert document["openapi"] == "3.1.0"
    jsonschema.Draft202012Validator.check_schema(
        {"$defs": document["components"]["schemas"], "type": "object"}
    )
    assert list(document["paths"]) == [operation.path for operation in OPERATIONS]


def test_every_address_under_the_api_is_in_the_document(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert rules == {operation.rule for operation in OPERATIONS}


def test_the_document_names_what_can_be_chosen_on_this_site(client: FlaskClient) -> None:
    document = client.get(DOCUMENT).json
    assert document is not None
    told = {it["name"]: it for it in document["paths"]["/sok"]["get"]["parameters"]}
    assert "farsta" in told["forvaltning"]["schema"]["items"]["enum"]
    assert told["typ"]["schema"]["enum"] == ["paragraf", "fraga", "protokoll"]
