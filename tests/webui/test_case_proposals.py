"""Case numbers that are being typed."""

import collections.abc as c
import dataclasses as dc
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import Protocol, Section
from archive.visibility import Audience, Visibility
from index import index_pending
from webui import case_proposals, create_app
from webui.site import Site, this_site


def about(day: tuple[int, int], where: tuple[str, str], *numbers: str, text: str = "") -> Protocol:
    """A meeting with one paragraph about these cases."""
    text = text or "\n\n".join(f"Dnr {number}" for number in numbers)
    section = Section(1, 4, "Nämndärenden", text, diarienummer=numbers)
    return dc.replace(meetings.monthly(*day, *where), sections=(section,))


FARSTA, KUNGSHOLMEN, JARVA = (
    ("farsta", "Farsta"),
    ("kungsholmen", "Kungsholmen"),
    ("jarva", "Järva"),
)


@pytest.fixture
def client(client_of: c.Callable[..., FlaskClient]) -> FlaskClient:
    return client_of(
        about((2025, 3), FARSTA, "KS 2025/12", "KS 2025/117", "HÄ 2025/30"),
        about((2025, 4), FARSTA, "KS 2025/12"),
        about((2024, 3), KUNGSHOLMEN, "KS 2025/12", "SN-2023-00123", "ÄN2020/45"),
        about((2023, 3), JARVA, "1.2.3-456/2022", "2018/202", "SOK/2024:117"),
        about(
            (2022, 3), JARVA, "KS 2021/5", text="KS 2021/5. KS 2021-11-11 kl. 13.00. SOU 2021:12."
        ),
    )


def proposed(client: FlaskClient, text: str) -> list[dict[str, t.Any]]:
    answer = client.get("/api/v1/forslag", query_string={"q": text}).get_json()
    return [it for it in answer["forslag"] if it["sort"] == "arende"]


def shown(client: FlaskClient, text: str) -> list[str]:
    return [f"{it['visas']}, {it['forvaltning']['name']}" for it in proposed(client, text)]


@pytest.mark.parametrize(
    "text", ["ks 2025/1", "KS2025/1", "ks-2025-1", "KS/2025:1", "dnr KS 2025/1", "2025/1", "2025:1"]
)
def test_a_number_in_any_spelling_becomes_those_that_begin_so(
    client: FlaskClient, text: str
) -> None:
    assert sorted(shown(client, text)) == [
        "KS 2025/117, Farsta",
        "KS 2025/12, Farsta",
        "KS 2025/12, Kungsholmen",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ks 2021", ["KS 2021/5, Järva"]),
        ("ha 2025", ["HÄ 2025/30, Farsta"]),
        ("an2020", ["ÄN2020/45, Kungsholmen"]),
        ("sn 2023", ["SN-2023-00123, Kungsholmen"]),
        ("SN-2023-00", ["SN-2023-00123, Kungsholmen"]),
        ("sok 2024/1", ["SOK/2024:117, Järva"]),
        ("1.2.3-4", ["1.2.3-456/2022, Järva"]),
        ("2018/2", ["2018/202, Järva"]),
    ],
)
def test_numbers_of_every_sort_are_printed_as_they_stand(
    client: FlaskClient, text: str, found: list[str]
) -> None:
    assert shown(client, text) == found


def test_the_newest_stands_first_and_the_whole_number_before_it(client: FlaskClient) -> None:
    assert shown(client, "ks 2025")[0] == "KS 2025/12, Farsta"
    assert shown(client, "ks 2025/117") == ["KS 2025/117, Farsta"]
    assert proposed(client, "ks 2025")[0]["antal"] == 2


def test_a_proposal_leads_to_its_case(client: FlaskClient) -> None:
    for it in proposed(client, "ks 2025"):
        assert client.get(it["sida"]).status_code == 200
        assert f'<a href="{it["sida"]}">' in client.get("/sok", query_string={"q": it["text"]}).text


@pytest.mark.parametrize(
    "text",
    [
        "2025",
        "ks",
        "ks 2024",
        "larm 2025",
        "kl 13",
        "sou 2021",
        "2021-11",
        "ks 2021-11",
        "ks 2025/3",
    ],
)
def test_what_is_no_case_number_is_not_proposed(client: FlaskClient, text: str) -> None:
    assert proposed(client, text) == []


@pytest.mark.parametrize("text", ["ks 2025", "KS 2024", "larm 2025", "2025/1", "sn-20", "13"])
def test_no_piece_of_a_number_is_proposed_as_a_word(client: FlaskClient, text: str) -> None:
    answer = client.get("/api/v1/forslag", query_string={"q": text}).get_json()
    assert [it for it in answer["forslag"] if it["sort"] == "ord"] == []


@pytest.mark.parametrize("text", ["2025/12", "2018/202", "456/2022"])
def test_a_search_for_the_figures_alone_leads_to_the_cases(client: FlaskClient, text: str) -> None:
    page = client.get("/sok", query_string={"q": text}, follow_redirects=True)
    assert "Ärendet <a" in page.text


def test_a_case_that_the_reader_may_not_see_is_not_proposed(
    archive_with: c.Callable[..., dict[str, t.Any]],
) -> None:
    parts = archive_with(about((2025, 3), FARSTA, "KS 2025/12"))
    secret = about((2025, 4), FARSTA, "KS 2025/12", "KS 2025/13")
    file = meetings.file_with(meetings.content_of(secret), secret)
    parts["catalogue"].keep(secret, file, Visibility.INTERNAL)
    index_pending(parts["catalogue"], parts["index"])
    client = create_app(**parts).test_client()
    assert [(it["visas"], it["antal"]) for it in proposed(client, "ks 2025")] == [("KS 2025/12", 1)]
    site = this_site_of(client)
    everything = case_proposals.proposed(site, "ks 2025", Audience.OPERATOR)
    assert {it.number for it in everything} == {"KS 2025/12", "KS 2025/13"}


def this_site_of(client: FlaskClient) -> Site:
    with client.application.app_context():
        return this_site()
