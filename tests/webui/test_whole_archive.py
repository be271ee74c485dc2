import collections.abc as c
import dataclasses as dc
import gzip
import hashlib
import importlib.resources
import json
import typing as t

import jsonschema
import meetings
import pytest
from flask.testing import FlaskClient

from archive.messages import RemarkCode
from archive.model import Remark
from archive.registry import packaged
from archive.visibility import Visibility
from webui import create_app

Parts: t.TypeAlias = dict[str, t.Any]

SCHEMA = json.loads((importlib.resources.files("archive") / "protocol.schema.json").read_text())
PATHS = ["/arkiv.jsonl", "/arkiv.manifest.json"]


def test_every_open_protocol_is_a_line_in_the_form_of_the_schema(client: FlaskClient) -> None:
    response = client.get("/arkiv.jsonl")
    assert response.mimetype == "application/jsonl"
    assert response.headers["Content-Disposition"] == "attachment; filename=arkiv.jsonl"
    forms = [json.loads(line) for line in response.text.splitlines()]
    ids = [form["id"] for form in forms]
    assert len(ids) == 27
    assert ids == sorted(ids)
    for form in forms:
        del form["source"]["sha256"]  # these protocols were read from no file
        jsonschema.validate(form, SCHEMA)


def test_what_is_hidden_is_in_neither_file(client: FlaskClient) -> None:
    for path in PATHS:
        text = client.get(path).text
        assert "skarpnack" not in text
        assert "drakägg" not in text


def test_the_manifest_tells_of_every_line_and_of_all(client: FlaskClient) -> None:
    lines = client.get("/arkiv.jsonl").data
    manifest = json.loads(client.get("/arkiv.manifest.json").text)
    assert manifest["file"] == "arkiv.jsonl"
    assert manifest["total"] == len(manifest["protocols"]) == 27
    assert manifest["bytes"] == len(lines)
    assert manifest["sha256"] == hashlib.sha256(lines).hexdigest()
    for told, line in zip(manifest["protocols"], lines.splitlines(), strict=True):
        assert told["id"] == json.loads(line)["id"]
        assert told["sha256"] == hashlib.sha256(line).hexdigest()
        assert told["bytes"] == len(line)
        assert told["changed"].endswith("Z")


def test_remarks_that_would_lead_to_personal_data_stay_out(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    remarks = (Remark(RemarkCode.PRIVATE_PHONE, 1, "§ 3"), Remark(RemarkCode.SECTION_GAP, 2, "x"))
    client = client_of(dc.replace(meetings.farsta(), warnings=remarks))
    (line,) = client.get("/arkiv.jsonl").text.splitlines()
    assert [it["code"] for it in json.loads(line)["warnings"]] == ["section-gap"]


@pytest.mark.parametrize("path", PATHS)
def test_it_goes_out_compressed_to_who_takes_that(client: FlaskClient, path: str) -> None:
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    first = gzip.decompress(packed.data).splitlines()[1]
    assert first == client.get(path).data.splitlines()[1]


@pytest.mark.parametrize("path", PATHS)
def test_what_has_not_changed_is_not_sent_again(
    archive_with: c.Callable[..., Parts], path: str
) -> None:
    parts = archive_with(meetings.farsta(), meetings.jarva())
    client = create_app(**parts).test_client()
    first = client.get(path)
    again = {"If-None-Match": first.headers["ETag"]}
    assert (client.get(path, headers=again).status_code, first.status_code) == (304, 200)
    parts["catalogue"].correct(
        "jarva/2024-08-20", visibility=Visibility.INTERNAL, registries=packaged()
    )
    second = client.get(path, headers=again)
    assert second.status_code == 200
    assert "jarva" not in second.text


def test_an_empty_archive_is_an_empty_file(client_of: c.Callable[..., FlaskClient]) -> None:
    client = client_of()
    assert client.get("/arkiv.jsonl").data == b""
    manifest = json.loads(client.get("/arkiv.manifest.json").text)
    assert (manifest["protocols"], manifest["total"], manifest["bytes"]) == ([], 0, 0)
