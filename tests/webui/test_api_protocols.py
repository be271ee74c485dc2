"""A protocol, a section, a case and the registries through the API."""

import collections.abc as c
import dataclasses as dc
import importlib.resources
import json
import typing as t

import jsonschema
import meetings
import pytest
from flask.testing import FlaskClient

from archive.catalogue import Catalogue
from archive.messages import RemarkCode
from archive.model import Remark, Source
from archive.name_masking import NamesShown
from webui.swedish_order import swedish_order

SCHEMA = json.loads(
    (importlib.resources.files("archive") / "protocol.schema.json").read_text("utf-8")
)


def test_a_protocol_has_the_documented_form(client_of: c.Callable[..., FlaskClient]) -> None:
    read = [meetings.farsta(), meetings.jarva(), meetings.undated()]
    client = client_of(*(dc.replace(it, source=hashed(it.source)) for it in read))
    for id_ in ("farsta/2025-01-14", "jarva/2024-08-20", "okand/odaterat"):
        answer = client.get(f"/api/v1/protokoll/{id_}").get_json()
        jsonschema.validate(answer, SCHEMA)
        assert answer["id"] == id_
        assert answer["links"]["html"] == f"http://localhost/protokoll/{id_}"


def hashed(source: Source | None) -> Source:
    """As a file that was truly read is noted."""
    assert source
    return dc.replace(source, sha256="0" * 64)


def test_a_protocol_is_what_parse_gives_with_facts_beside(client: FlaskClient) -> None:
    protocol = dc.replace(meetings.farsta(), id="farsta/2025-01-14")
    answer = client.get("/api/v1/protokoll/farsta/2025-01-14").get_json()
    own = protocol.to_dict()
    assert {name: answer[name] for name in own} == own
    assert answer.keys() - own.keys() == {
        "changed",
        "files",
        "corrected",
        "part_of",
        "parts",
        "links",
    }


def test_its_files_are_told_with_their_hash_and_can_be_fetched(client: FlaskClient) -> None:
    (file,) = client.get("/api/v1/protokoll/farsta/2025-01-14").get_json()["files"]
    content = meetings.content_of(meetings.farsta())
    assert (file["size"], file["media_type"]) == (len(content), "application/pdf")
    assert file["sha256"] == meetings.file_with(content, meetings.farsta()).sha256
    with client.get(file["url"]) as response:
        assert response.data == content


def test_where_names_are_masked_no_file_is_handed_out(
    parts: dict[str, t.Any], client_with: c.Callable[..., FlaskClient]
) -> None:
    url = f"sqlite:///{parts['settings'].data_dir / 'katalog.sqlite'}"
    with Catalogue.open(url, NamesShown.NONE) as catalogue:
        response = client_with(catalogue=catalogue).get("/api/v1/protokoll/farsta/2025-01-14")
    assert [file["url"] for file in response.get_json()["files"]] == [None]
    assert "Påhittad" not in response.text


def test_where_personal_data_stands_is_told_to_nobody(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    remark = Remark(RemarkCode.PRIVATE_PHONE, 1, "§ 2")
    client = client_of(dc.replace(meetings.farsta(), warnings=(remark,)))
    assert client.get("/api/v1/protokoll/farsta/2025-01-14").get_json()["warnings"] == []


def test_what_a_person_has_corrected_is_told(client: FlaskClient) -> None:
    assert client.get("/api/v1/protokoll/bromma/2024-02-12").get_json()["corrected"] == ["date"]


@pytest.mark.parametrize("rest", ["", "/paragraf/p2"])
def test_an_old_address_leads_to_the_new_one(client: FlaskClient, rest: str) -> None:
    response = client.get(f"/api/v1/protokoll/bromma/2024-02-10{rest}")
    assert response.status_code == 308
    assert response.headers["Location"] == (
        f"http://localhost/api/v1/protokoll/bromma/2024-02-12{rest}"
    )


@pytest.mark.parametrize(
    "address",
    [
        "protokoll/farsta/1999-01-01",
        "protokoll/skarpnack/2023-05-10",  # it is internal
        "protokoll/skarpnack/2023-05-10/paragraf/p1",
        "protokoll/farsta/2025-01-14/paragraf/p99",
        "protokoll/farsta/2025-01-14/paragraf/f1",
        "protokoll/farsta/2025-01-14/",
        "protokoll/farsta//2025-01-14",
        "protokoll/farsta",
        "arenden/farsta/far-2024-113",
        "arenden/atlantis/far-2024-112",
        "register/hemligt",
        "",
    ],
)
def test_what_is_nowhere_is_told_as_a_problem_in_two_languages(
    client: FlaskClient, address: str
) -> None:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"
    problem = response.get_json(force=True)
    assert (problem["status"], problem["title"]) == (404, "Det finns inte")
    assert problem["title_en"] == "Not found"


def test_what_a_problem_is_can_be_read_where_its_type_says(client: FlaskClient) -> None:
    problem = client.get("/api/v1/finns-inte").get_json(force=True)
    page, _, anchor = problem["type"].partition("#")
    assert f'id="{anchor}"' in client.get(page).text


def test_failures_of_pages_stay_pages(client: FlaskClient) -> None:
    for address in ("/apis", "/protokoll/finns/inte", "/api-x"):
        response = client.get(address)
        assert response.status_code == 404
        assert response.content_type.startswith("text/html")


def test_a_section_can_be_quoted_and_read_on_from(client: FlaskClient) -> None:
    answer = client.get("/api/v1/protokoll/farsta/2025-01-14/paragraf/p3").get_json()
    assert answer["section"]["title"] == "Sjukfrånvaro"
    assert answer["citation"].startswith("”Sjukfrånvaron har minskat")
    assert "http://localhost/protokoll/farsta/2025-01-14#p3" in answer["citation"]
    after = client.get(answer["links"]["next"]).get_json()
    assert after["anchor"] == "p5"
    assert after["links"]["prev"] == answer["links"]["self"]
    assert client.get(answer["links"]["protocol"]).status_code == 200


def test_the_first_and_last_sections_have_nothing_beyond(client: FlaskClient) -> None:
    first = client.get("/api/v1/protokoll/jarva/2024-08-20/paragraf/o1").get_json()
    last = client.get("/api/v1/protokoll/jarva/2024-08-20/paragraf/o2").get_json()
    assert first["links"]["prev"] is None
    assert last["links"]["next"] is None


def test_a_case_is_told_from_meeting_to_meeting(client: FlaskClient) -> None:
    case = client.get("/api/v1/arenden/farsta/far-2024-112").get_json()
    assert (case["number"], case["meetings"]) == ("FAR 2024/112", 1)
    (step,) = case["steps"]
    assert step["section"]["number"] == 5
    assert [matter["outcome"] for matter in step["matters"]] == ["agreed", "informed", "postponed"]
    assert client.get(case["links"]["html"]).status_code == 200


def test_a_case_written_as_it_is_printed_leads_to_its_address(client: FlaskClient) -> None:
    response = client.get("/api/v1/arenden/farsta/FAR%202024:112")
    assert response.status_code == 308
    assert response.headers["Location"].endswith("/api/v1/arenden/farsta/far-2024-112")


@pytest.mark.parametrize("name", ["forvaltningar", "fack", "amnen"])
def test_a_registry_tells_the_ids_by_name(client: FlaskClient, name: str) -> None:
    entries = client.get(f"/api/v1/register/{name}").get_json()["entries"]
    names = [entry["name"] for entry in entries]
    assert names == sorted(names, key=swedish_order)
    assert all(entry["id"] for entry in entries)


def test_synonyms_are_told_by_word(client: FlaskClient) -> None:
    entries = client.get("/api/v1/register/synonymer").get_json()["entries"]
    assert {"word": "APT", "means": ["arbetsplatsträff"]} in entries
