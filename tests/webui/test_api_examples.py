"""The examples in docs/api.md are what is answered."""

import dataclasses as dc
import json
import pathlib
import re
import shlex
import tomllib
import typing as t
import urllib.parse

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive.settings import Settings, load_settings
from webui import create_app
from webui.api.routes import OPERATIONS

TEXT = (pathlib.Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sh\n(curl [^\n]*)\n```\n```json\n(.*?)```", TEXT, re.DOTALL)
ROOT = "https://protokoll.example.se"


@pytest.fixture(scope="module")
def client(parts: dict[str, t.Any]) -> FlaskClient:
    settings = dc.replace(parts["settings"], adress=ROOT, api_granser="120/minut")
    return create_app(**parts | {"settings": settings}).test_client()


def run(client: FlaskClient, command: str) -> TestResponse:
    """What `curl` with that command would fetch."""
    words = iter(shlex.split(command)[1:])
    address, query = "", []
    for word in words:
        if word == "--data-urlencode":
            query.append(tuple(next(words).split("=", 1)))
        elif word == "-d":
            query += urllib.parse.parse_qsl(next(words), strict_parsing=True)
        elif word != "-G":
            address = word
    assert address.startswith(f"{ROOT}/") and address.isascii()
    return client.get(address.removeprefix(ROOT), query_string=urllib.parse.urlencode(query))


def assert_within(expected: object, found: object, where: str = "") -> None:
    """What an example shows is in the answer, at the beginning of each list and text."""
    if isinstance(expected, dict):
        assert isinstance(found, dict), where
        for name, value in expected.items():
            assert name in found, f"{where}.{name}"
            assert_within(value, found[name], f"{where}.{name}")
    elif isinstance(expected, list) and expected:
        assert isinstance(found, list) and len(found) >= len(expected), where
        for place, value in enumerate(expected):
            assert_within(value, found[place], f"{where}[{place}]")
    elif isinstance(expected, str) and expected.endswith("…"):
        assert isinstance(found, str) and found.startswith(expected.rstrip(" …")), (where, found)
    else:
        assert found == expected, (where, found)


@pytest.mark.parametrize(
    ("command", "expected"), EXAMPLES, ids=[command[:70] for command, _ in EXAMPLES]
)
def test_an_example_is_answered_as_it_says(
    client: FlaskClient, command: str, expected: str
) -> None:
    shown = json.loads(expected)
    response = run(client, command)
    assert response.status_code == shown.get("status", 200)
    assert_within(shown, response.json)


def test_there_is_an_example_of_every_operation(client: FlaskClient) -> None:
    commands = " ".join(command for command, _ in EXAMPLES)
    for operation in OPERATIONS:
        known = re.sub(r"{\w+}", "[^/ ]+", operation.rule.replace("<", "{").replace(">", "}"))
        named = re.search(rf"{ROOT}{known}(?: |$)", commands)
        told = f"`{operation.path.rpartition('/')[2]}`" in TEXT or operation.rule in TEXT
        assert named or told, operation.path


def test_the_settings_are_what_they_are_when_nothing_is_said(tmp_path: pathlib.Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    for name, value in tomllib.loads(block).items():
        assert getattr(Settings(data_dir=tmp_path), name) == value, name
    (tmp_path / "protokollarkiv.toml").write_text(block, "utf-8")
    assert load_settings(tmp_path, {}) == Settings(data_dir=tmp_path)


def test_the_headers_are_written_as_they_are_sent(client: FlaskClient) -> None:
    sent = client.get("/api/v1/register/fack").headers
    assert f"RateLimit-Policy: {sent['RateLimit-Policy']}" in TEXT
    assert re.fullmatch(r'"api";r=\d+;t=\d+', sent["RateLimit"])
    (shown,) = re.findall(r"^RateLimit: (.*)$", TEXT, re.MULTILINE)
    assert re.fullmatch(r'"api";r=\d+;t=\d+', shown)
