import collections.abc as c
import dataclasses as dc
import html
import re

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import Outcome, Protocol, SamverkanMatter, Section
from webui.case_items import numbers_of


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def about(
    year: int, number: str, outcome: Outcome, where: tuple[str, str] = ("farsta", "Farsta")
) -> Protocol:
    """A meeting with one paragraph about a case."""
    plain = meetings.monthly(year, 3, *where)
    section = Section(
        1,
        4,
        "Ny organisation för hemtjänsten",
        f"Förslaget ({number}) gås igenom {year}. Två enheter slås samman.",
        unions=("kommunal",),
        diarienummer=(number,),
        samverkan=(SamverkanMatter("MBL § 11", None, outcome),),
    )
    return dc.replace(plain, sections=(section,))


@pytest.fixture
def client(client_of: c.Callable[..., FlaskClient]) -> FlaskClient:
    return client_of(
        about(2025, "HÄ 2024/773", Outcome.AGREED),
        about(2024, "HÄ 2024/773", Outcome.POSTPONED),
        about(2023, "HÄ 2024/77", Outcome.DISAGREED),  # another case
        about(2022, "HA 2024:773", Outcome.DISAGREED),  # written in another way
        about(2021, "HÄ 2024/773", Outcome.INFORMED, ("kungsholmen", "Kungsholmen")),
    )


def test_a_case_is_told_in_order_of_time_at_one_forvaltning(client: FlaskClient) -> None:
    page = client.get("/arende/farsta/ha-2024-773").text
    assert re.findall(r'<time datetime="(\d{4})', page) == ["2022", "2024", "2025"]
    text = text_of(page)
    assert "3 paragrafer från 3 möten" in text
    assert "Senast: enighet , 10 mars 2025" in text
    assert 'href="/protokoll/farsta/2025-03-10#p4"' in page


def test_the_number_is_marked_where_it_stands(client: FlaskClient) -> None:
    assert "<mark>2024/773</mark>" in client.get("/arende/farsta/ha-2024-773").text


def test_a_number_that_only_looks_alike_is_another_case(client: FlaskClient) -> None:
    page = client.get("/arende/farsta/ha-2024-77").text
    assert re.findall(r'<time datetime="(\d{4})', page) == ["2023"]


@pytest.mark.parametrize(
    "address",
    [
        "/arende/farsta/ha-2024-774",
        "/arende/farsta/2024-773",
        "/arende/atlantis/ha-2024-773",
        "/arende/farsta/x",
        "/arende/farsta/-",
        "/arende/farsta/" + "1-" * 200 + "1",
    ],
)
def test_a_case_that_is_not_in_the_protocols_is_not_there(
    client: FlaskClient, address: str
) -> None:
    assert client.get(address, follow_redirects=True).status_code == 404


def test_an_address_with_capitals_leads_to_the_plain_one(client: FlaskClient) -> None:
    response = client.get("/arende/farsta/HÄ-2024-773")
    assert (response.status_code, response.location) == (308, "/arende/farsta/ha-2024-773")


def test_a_matters_own_number_is_the_paragraphs_too() -> None:
    matter = SamverkanMatter("MBL § 11", None, Outcome.AGREED, ("A 1/2030",))
    section = Section(1, 1, "Två", "", diarienummer=("B 2/2030", "A 1/2030"), samverkan=(matter,))
    assert numbers_of(section) == ("B 2/2030", "A 1/2030")


@pytest.mark.parametrize("text", ["FAR 2025/9", "far2025/9", "FAR-2025-9", "dnr FAR 2025/9"])
def test_a_search_for_a_number_leads_to_its_case(
    client_of: c.Callable[..., FlaskClient], text: str
) -> None:
    plain = meetings.farsta()
    section = dc.replace(
        plain.sections[0], text="Ärendet FAR 2025/9 tas upp.", diarienummer=("FAR 2025/9",)
    )
    client = client_of(dc.replace(plain, sections=(section,)))
    query = {"q": text, "fack": "vision"}
    page = client.get("/sok", query_string=query, follow_redirects=True)
    assert '<a href="/arende/farsta/far-2025-9">FAR 2025/9</a>' in page.text
    assert dict(page.request.args) == {"q": "FAR 2025/9", "fack": "vision"}


def test_other_words_lead_to_no_case(client: FlaskClient) -> None:
    assert "Ärendet <a" not in client.get("/sok?q=larm+2025").text


def listed(year: int, *lines: str, title: str = "Anmälningsärenden") -> Protocol:
    """A meeting with one paragraph that lists cases: "FAR 2025/12 Remiss"."""
    plain = meetings.monthly(year, 3, "farsta", "Farsta")
    numbers = tuple(" ".join(line.split()[:2]) for line in lines)
    matter = SamverkanMatter("MBL § 19", " ".join(lines), Outcome.INFORMED, numbers)
    section = Section(
        1,
        4,
        title,
        "\n\n".join(lines),
        unions=("vision",),
        diarienummer=numbers,
        samverkan=(matter,),
    )
    return dc.replace(plain, sections=(section,))


def test_of_a_list_of_cases_only_the_cases_own_line_is_told(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    client = client_of(listed(2025, "FAR 2025/12 Remiss om bad", "FAR 2025/13 Budget för hamnen"))
    page = client.get("/arende/farsta/far-2025-12").text
    text = text_of(page)
    assert "<h1>Remiss om bad</h1>" in page
    assert "<mark>FAR 2025/12</mark></span> Remiss om bad" in page
    assert "hamnen" not in text
    assert "Vision" not in text  # spoke in the paragraph, of which case is not known
    assert "1 paragraf från 1 möte. Senast: information , 10 mars 2025" in text
    assert "det äldsta först" not in text
    assert 'href="/protokoll/farsta/2025-03-10#p4">Hela § 4, Anmälningsärenden</a>' in page
    assert "med 1 ärende till" in text


def test_a_case_of_which_only_the_number_is_said_is_called_by_it(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    client = client_of(listed(2025, "FAR 2025/12", "FAR 2025/13"))
    page = client.get("/arende/farsta/far-2025-12").text
    assert "<h1>Ärende FAR 2025/12</h1>" in page


def test_a_case_is_called_what_most_of_its_paragraphs_call_it(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    client = client_of(
        listed(2022, "FAR 2022/1 Bad", "FAR 2022/2 Bro"),
        listed(2023, "FAR 2022/1 Badhuset", "FAR 2023/2 Bro"),
        listed(2024, "FAR 2022/1 Badhuset", title="Nämndärenden"),
    )
    page = client.get("/arende/farsta/far-2022-1").text
    assert "<h1>Badhuset</h1>" in page
    assert "3 paragrafer från 3 möten, det äldsta först" in text_of(page)
