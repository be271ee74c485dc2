import collections.abc as c
import dataclasses as dc
import html
import re
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient

from archive.errors import IndexUnavailable
from archive.model import Outcome, Protocol, Reservation, SamverkanMatter, SickLeave
from index import SearchIndex
from webui import create_app

FARSTA = "/protokoll/farsta/2025-01-14"


def quotation(page: str) -> str:
    found = re.search(r'<blockquote class="quotation">([^<]*)</blockquote>', page)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize(("place", "words"), [("p3", "Sjukfrånvaron"), ("f2", "delade turerna")])
def test_the_text_to_copy_is_shown_as_it_would_be_copied(
    client: FlaskClient, place: str, words: str
) -> None:
    address = f"{FARSTA}/citera/{place}"
    said = quotation(client.get(address).text)
    assert words in said
    on_page = client.get(FARSTA).text
    copied = re.search(rf'href="{address}" rel="nofollow" data-quote="([^"]+)"', on_page)
    assert copied
    assert html.unescape(copied[1]) == said


def test_the_protocol_as_a_whole_can_be_quoted(client: FlaskClient) -> None:
    assert quotation(client.get(f"{FARSTA}/citera").text).startswith("Protokoll från")


@pytest.mark.parametrize("kind", ["citera", "liknande"])
@pytest.mark.parametrize("path", ["p99", "f9", "f0", "o99", "x", "p1/p2"])
def test_a_place_that_is_not_there_is_not_found(client: FlaskClient, kind: str, path: str) -> None:
    response = client.get(f"{FARSTA}/{kind}/{path}")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


@pytest.mark.parametrize("path", ["citera/p1", "citera", "liknande/p1"])
def test_nothing_is_said_of_what_the_public_may_not_see(client: FlaskClient, path: str) -> None:
    assert client.get(f"/protokoll/skarpnack/2023-05-10/{path}").status_code == 404


@pytest.mark.parametrize("path", ["citera", "citera/p2", "liknande/p2"])
def test_an_old_address_leads_to_the_new(client: FlaskClient, path: str) -> None:
    response = client.get(f"/protokoll/bromma/2024-02-10/{path}?q=larm")
    assert response.status_code == 308
    assert response.location == f"/protokoll/bromma/2024-02-12/{path}?q=larm"


@pytest.mark.parametrize("path", ["citera/p3", "liknande/p3"])
def test_the_same_page_is_not_sent_twice_nor_kept_by_robots(client: FlaskClient, path: str) -> None:
    first = client.get(f"{FARSTA}/{path}")
    assert '<meta name="robots" content="noindex">' in first.text
    again = client.get(f"{FARSTA}/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_what_is_like_a_section_is_shown_with_the_words_that_decided_it(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    here = meetings.farsta()
    there = dc.replace(meetings.monthly(2024, 2, "bromma", "Bromma"), title="Annat möte")
    text = "Larmen i receptionen är ur funktion."
    there = dc.replace(there, sections=(dc.replace(there.sections[0], text=text),))
    client = client_of(here, there, *(meetings.monthly(2020, n, "farsta", "F") for n in (1, 2, 3)))
    page = client.get(f"{FARSTA}/liknande/p2").text
    assert 'href="/protokoll/bromma/2024-02-12#p1"' in page
    assert "receptionen" in page.partition("Valda efter de här orden")[2]


def test_what_was_left_without_an_answer_leads_to_later_meetings_with_such_words(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    asked = meetings.farsta()
    text = "Larmen i receptionen är ur funktion."
    later, before, elsewhere = (
        dc.replace(met, sections=(dc.replace(met.sections[0], text=text),))
        for met in (
            meetings.monthly(2025, 2, "farsta", "Farsta"),
            meetings.monthly(2024, 2, "farsta", "Farsta"),
            meetings.monthly(2025, 3, "norrmalm", "Norrmalm"),
        )
    )
    others = [meetings.monthly(2020, n, "jarva", "Järva") for n in range(1, 13)]
    client = client_of(asked, later, before, elsewhere, *others)
    assert 'liknande/f2?senare=ja"' in client.get(FARSTA).text
    assert 'liknande/f2?senare=ja"' in client.get("/fragor?besvarad=nej").text
    every = client.get(f"{FARSTA}/liknande/p2").text
    since = client.get(f"{FARSTA}/liknande/p2?senare=ja").text
    for address, is_later in (
        ("farsta/2025-02-10", True), ("farsta/2024-02-10", False), ("norrmalm/2025-03-10", False)
    ):  # fmt: skip
        assert f'href="/protokoll/{address}#p1"' in every
        assert (f'href="/protokoll/{address}#p1"' in since) is is_later


def test_a_later_paragraph_that_names_the_meeting_comes_before_what_is_only_alike(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    asked, met = meetings.farsta(), meetings.monthly(2025, 2, "farsta", "Farsta")
    texts = (
        "Protokollet från den 14 januari 2025 gicks igenom.",
        "Frågan om larmen i receptionen från mötet den 14 januari 2025 är klar.",
        "Semestern planeras, som sades den 14 januari 2025.",
    )
    formal, answer, other = (
        dc.replace(section, text=text) for section, text in zip(met.sections, texts, strict=True)
    )
    formal = dc.replace(formal, topics=("formalia",))
    client = client_of(asked, dc.replace(met, sections=(formal, answer, other)))
    page = client.get(f"{FARSTA}/liknande/p2?senare=ja").text
    naming = page.partition("Nämner mötet 14")[2].partition("</section>")[0]
    assert 'href="/protokoll/farsta/2025-02-10#p2"' in naming
    assert "<mark>14 januari 2025</mark>" in naming
    assert "#p1" not in naming and "#p3" not in naming
    assert 'href="/protokoll/farsta/2025-02-10">10' in page.partition("Senare möten: ")[2]


def test_where_no_later_meeting_is_kept_that_is_said(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/liknande/p2?senare=ja").text
    assert "Arkivet har inget senare protokoll från förvaltningen." in page


def test_where_nothing_is_like_it_that_is_said(client: FlaskClient) -> None:
    assert "Inget annat protokoll" in client.get("/protokoll/jarva/2024-08-20/liknande/o2").text


def test_while_the_index_is_away_that_is_said(client_with: c.Callable[..., FlaskClient]) -> None:
    class Away:
        def generation(self) -> t.NoReturn:
            raise IndexUnavailable("locked")

    client = client_with(index=t.cast(SearchIndex, Away()))
    assert client.get(f"{FARSTA}/liknande/p2").status_code == 503
    assert client.get(f"{FARSTA}/citera/p2").status_code == 200


def test_a_formal_section_does_not_lead_to_others_like_it(client: FlaskClient) -> None:
    page = client.get(FARSTA).text
    assert f'href="{FARSTA}/liknande/p2"' in page
    assert f'href="{FARSTA}/liknande/p1"' not in page


def detailed() -> Protocol:
    """The same meeting with all that a section can tell beside its text."""
    farsta = meetings.farsta()
    matter = SamverkanMatter(
        "MBL § 11",
        "Ny organisation",
        Outcome.DISAGREED,
        reservations=(Reservation("kommunal", "Kommunal reserverar sig."),),
        risk_assessment=True,
    )
    section = dc.replace(
        farsta.sections[3],
        samverkan=(matter,),
        sick_leave=(SickLeave(7.9, "2024-12"),),
        plan_pages=("s. 14 i verksamhetsplanen",),
    )
    return dc.replace(farsta, sections=(*farsta.sections[:3], section))


def test_a_section_tells_of_reservations_risks_figures_and_pages_of_plans(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    page = client_of(detailed()).get(FARSTA).text.replace("\N{NO-BREAK SPACE}", " ")
    text = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page))
    for wanted in (
        "MBL § 11 Ny organisation Oenighet",
        "Reservation från Kommunal: Kommunal reserverar sig.",
        "En riskbedömning nämns.",
        "7,9 % i december 2024",
        "I planen s. 14 i verksamhetsplanen",
        "Underskrifter Ulla Påhittad 2025-01-20",
    ):
        assert wanted in text, wanted


def test_where_signatures_are_checked_is_told_where_the_operator_has_said_it(
    parts: dict[str, t.Any],
) -> None:
    address = "https://lillby.example/validera"
    settings = dc.replace(parts["settings"], validering=address)
    told = create_app(**{**parts, "settings": settings}).test_client().get(FARSTA).text
    assert f'<a href="{address}">kontrolleras' in told
    assert "kontrolleras" not in create_app(**parts).test_client().get(FARSTA).text
