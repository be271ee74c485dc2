import collections.abc as c
import dataclasses as dc
import re
import typing as t

import meetings
import pytest
from flask.testing import FlaskClient

from archive.errors import CatalogueError, IndexUnavailable
from archive.messages import RemarkCode
from archive.model import Remark
from archive.originals import Originals
from index import SearchIndex
from webui import create_app

FARSTA = "/protokoll/farsta/2025-01-14"
JARVA = "/protokoll/jarva/2024-08-20"
UNDATED = "/protokoll/okand/odaterat"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html))


def test_a_protocol_shows_what_was_said_and_who_was_there(client: FlaskClient) -> None:
    text = text_of(client.get(FARSTA).text)
    for wanted in (
        "Protokoll från förvaltningsgruppen i Farsta",
        "14 januari 2025 kl. 13.00",
        "Stora salen",
        "5 närvarande",
        "Ulla Påhittad , stadsdelsdirektör, ordförande",
        "Ove Diktén , HR-chef (§§ 2–3)",
        "Ordförande Ulla Påhittad",
        "Sekreterare Mona Kvist",
        "tema: medarbetarenkäten",
        "Justeras av Bo Fabel, Siv Saga",
        "Nästa möte enligt protokollet: 11 februari 2025 (protokollet finns inte här)",
        "Vision frågar",
        "Akademikerförbundet SSR tar upp",
        "Inget svar i protokollet",
        "Ny organisation Enighet",
        "dnr FAR 2024/112",
        "SOU 2020:1",
        "Numreringen av paragrafer hoppar: § 3 → § 5",
    ):
        assert wanted in text, wanted


def test_an_appendix_stands_after_the_sections_and_opens_where_it_was_met(
    client: FlaskClient,
) -> None:
    page = client.get(FARSTA).text
    assert '<details class="appendix" id="bilaga-1">' in page
    assert "Bilaga 1 Riskbedömning Larmen provas. Varje måndag" in text_of(page)
    assert '<details class="appendix" id="bilaga-1" open>' in client.get(f"{FARSTA}?q=larm").text


def test_every_section_has_an_anchor_and_a_link_without_the_search(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}?q=larm").text
    for anchor in ("p1", "p2", "p3", "p5", "p6"):
        assert f'id="{anchor}"' in page
        assert f'<a class="copy" href="{FARSTA}#{anchor}">Länk<span' in page


def test_the_words_that_led_here_are_marked_and_counted(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}?q=arbetsplatsvåld").text
    assert re.search("<mark>.*våld", page)
    assert "1\N{NO-BREAK SPACE}träff" in page
    assert "<mark>" not in client.get(FARSTA).text


def test_the_way_back_keeps_the_search(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}?q=larm&fack=vision&sida=2").text
    assert 'href="/sok?q=larm&amp;fack=vision&amp;sida=2">← Tillbaka till träffarna' in page
    assert "Tillbaka" not in client.get(FARSTA).text


def test_what_is_inferred_shows_its_evidence(client: FlaskClient) -> None:
    text = text_of(client.get(JARVA).text)
    assert "20 augusti 2024, beräknat" in text
    assert "skyddsronden hölls den 15 augusti" in text
    assert "mellan 15 augusti 2024 och 22 augusti 2024" in text
    assert "dnr JÄR 2024/77" in text


def test_what_is_unknown_says_so(client: FlaskClient) -> None:
    text = text_of(client.get(UNDATED).text)
    assert "Mötets datum framgår inte av protokollet." in text
    assert "Det framgår inte vilken förvaltning protokollet gäller." in text


def test_the_page_says_how_the_protocol_was_read(client: FlaskClient) -> None:
    text = text_of(client.get(JARVA).text)
    _, _, report = text.partition("Så är protokollet läst")
    for wanted in (
        "Datum 2024-08-20 beräknat, mellan 2024-08-15 och 2024-08-22",
        "”skyddsronden hölls den 15 augusti”",
        "Kontrollera: Mötets datum står inte i protokollet utan är beräknat.",
        "Förvaltning Järva beräknat ”dnr JÄR 2024/77”",
        "Paragrafer 2 2 utan nummer",
    ):
        assert wanted in report, wanted


def test_the_report_knows_what_a_person_has_corrected(client: FlaskClient) -> None:
    text = text_of(client.get("/protokoll/bromma/2024-02-12").text)
    assert "satt av en person" in text.partition("Så är protokollet läst")[2]


def test_a_released_protocol_does_not_lead_its_readers_to_personal_data(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    warnings = (Remark(RemarkCode.IDENTITY_NUMBER, 2, "§ 3"), Remark(RemarkCode.NO_SECTIONS))
    page = client_of(dc.replace(meetings.farsta(), warnings=warnings)).get(FARSTA).text
    assert "Inga paragrafer hittades" in page
    assert "Personnummer" not in page


def test_a_section_links_to_its_page_in_a_pdf(client: FlaskClient) -> None:
    assert f'href="{FARSTA}/original#page=2">Sida 2 i originalet' in client.get(FARSTA).text
    assert "i originalet</a>" not in client.get(JARVA).text


def test_where_no_page_is_shown_the_file_is_at_the_top_and_a_text_at_each_section(
    client: FlaskClient,
) -> None:
    page = client.get(JARVA).text
    assert page.count(f"{JARVA}/original") == 2  # and once among the files
    assert f'href="{UNDATED}/original#:~:text=Budget">Stället i' in client.get(UNDATED).text
    assert "Ladda ner originalet (Word, 1\N{NO-BREAK SPACE}kB)" in page
    assert "Ladda ner" not in client.get(UNDATED).text  # a text is shown in place


def test_one_line_says_whose_meeting_it_is_whatever_is_scrolled_to(client: FlaskClient) -> None:
    bar = r'<div class="bar-of">(.*?)</div>'
    plain, asked, inferred, unknown = (
        text_of(re.findall(bar, client.get(path).text, re.DOTALL)[0])
        for path in (FARSTA, f"{FARSTA}?q=arbetsplatsvåld", JARVA, UNDATED)
    )
    assert " ".join(plain.split()) == "Farsta 14 januari 2025 Vad är det här?"
    assert "Järva 20 augusti 2024, beräknat Vad" in inferred.replace(" ,", ",")
    assert "1 träff i protokollet" in asked.replace("\N{NO-BREAK SPACE}", " ")
    assert " ".join(unknown.split()) == "Protokoll Vad är det här?"


def test_the_tab_says_which_protocol_it_is(client: FlaskClient) -> None:
    title = client.get(FARSTA).text.partition("<title>")[2].partition("</title>")[0]
    assert " ".join(title.split()) == "Protokoll 14 januari 2025, Farsta – Lillbyarkivet"


def test_a_subheading_looks_like_one(client_of: c.Callable[..., FlaskClient]) -> None:
    farsta = meetings.farsta()
    section = dc.replace(farsta.sections[2], text="Budget 2030\n\nRamen ökar.")
    page = client_of(dc.replace(farsta, sections=(section,))).get(FARSTA).text
    assert '<p class="subheading">Budget 2030</p>' in page


def test_a_new_search_can_begin_at_the_end(client: FlaskClient) -> None:
    end = client.get(FARSTA).text.partition('<footer class="end">')[2]
    assert 'role="search" action="/sok"' in end
    assert "Sök i alla protokoll" in end


def test_what_is_copied_of_a_section_stands_ready(client: FlaskClient) -> None:
    page = client.get(FARSTA).text
    copied = re.findall(r'href="([^"]+)" rel="nofollow" data-quote="([^"]+)"', page)
    assert len(copied) == len(meetings.farsta().sections) + 3 + 1  # exchanges, and the whole
    text = dict(copied)[f"{FARSTA}/citera/p3"]
    assert f"§ 3 Sjukfrånvaro, s. 2\nhttp://localhost{FARSTA}#p3 (hämtad 20" in text


def test_a_case_number_is_a_link_in_the_text_and_in_the_list(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}?q=2024/112").text
    assert 'Förslaget (<a href="/arende/farsta/far-2024-112">FAR' in page
    assert '<a class="tag dnr" href="/arende/farsta/far-2024-112">dnr FAR 2024/112</a>' in page


@pytest.mark.parametrize("suffix", ["", "/original"])
def test_an_old_address_leads_to_the_new_and_keeps_the_search(
    client: FlaskClient, suffix: str
) -> None:
    response = client.get(f"/protokoll/bromma/2024-02-10{suffix}?q=v%C3%A5ld&_external=1&endpoint=")
    assert response.status_code == 308
    assert response.location == (
        f"/protokoll/bromma/2024-02-12{suffix}?q=v%C3%A5ld&_external=1&endpoint="
    )


@pytest.mark.parametrize(
    "path",
    [
        "skarpnack/2023-05-10",
        "skarpnack/2023-05-10/original",
        "farsta/1999-01-01",
        "farsta",
        "../../etc/passwd",
        "%00/%FF",
        "farsta/2025-01-14/original/original",
    ],
)
def test_what_the_public_may_not_see_or_nobody_knows_is_not_found(
    client: FlaskClient, path: str
) -> None:
    response = client.get(f"/protokoll/{path}")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


def test_a_pdf_is_shown_in_place_with_its_own_policy(client: FlaskClient) -> None:
    response = client.get(f"{FARSTA}/original", buffered=True)
    assert response.data == meetings.content_of(meetings.farsta())
    assert response.content_type == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("inline; filename=")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_word_file_is_saved(client: FlaskClient) -> None:
    response = client.get(f"{JARVA}/original", buffered=True)
    assert response.content_type == meetings.DOCX
    assert response.headers["Content-Disposition"].startswith("attachment;")


def test_a_text_is_shown_in_the_encoding_it_has(client: FlaskClient) -> None:
    response = client.get(f"{UNDATED}/original", buffered=True)
    assert response.content_type == "text/plain; charset=utf-8"
    assert response.text.startswith("Åsikter")


def test_the_same_file_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get(f"{FARSTA}/original", buffered=True)
    again = client.get(
        f"{FARSTA}/original", headers={"If-None-Match": first.headers["ETag"]}, buffered=True
    )
    assert again.status_code == 304
    assert again.data == b""


def test_a_part_of_a_file_can_be_fetched(client: FlaskClient) -> None:
    part = client.get(f"{FARSTA}/original", headers={"Range": "bytes=0-3"}, buffered=True)
    assert (part.status_code, part.data) == (206, b"%PDF")


def test_only_the_protocols_own_files_can_be_asked_for(client: FlaskClient) -> None:
    own = meetings.file_with(meetings.content_of(meetings.farsta()), meetings.farsta()).sha256
    other = meetings.file_with(meetings.content_of(meetings.jarva()), meetings.jarva()).sha256
    assert client.get(f"{FARSTA}/original?fil={own}", buffered=True).status_code == 200
    for wrong in (other, "../../etc/passwd", "", "0" * 64):
        assert client.get(f"{FARSTA}/original?fil={wrong}").status_code == 404


def test_html_in_a_file_of_another_type_is_never_shown(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    protocol = meetings.with_file(meetings.farsta(), "sida.html", "text/html")
    response = client_of(protocol).get(f"{FARSTA}/original", buffered=True)
    assert response.content_type == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment;")


def test_a_missing_original_is_unavailable_not_unknown(
    client_with: c.Callable[..., FlaskClient], tmp_path: t.Any
) -> None:
    client = client_with(originals=Originals(tmp_path))
    assert client.get(f"{FARSTA}/original").status_code == 503
    assert client.get(f"{UNDATED}/original").status_code == 503


def test_a_protocol_can_be_read_while_the_index_is_away(
    client_with: c.Callable[..., FlaskClient],
) -> None:
    class Away:
        def generation(self) -> t.NoReturn:
            raise IndexUnavailable("locked")

    response = client_with(index=t.cast(SearchIndex, Away())).get(f"{FARSTA}?q=larm")
    assert response.status_code == 200


def test_a_locked_catalogue_is_said_without_the_operators_advice(
    client_with: c.Callable[..., FlaskClient],
) -> None:
    class Locked:
        def get(self, *asked: object) -> t.NoReturn:
            raise CatalogueError("locked")

    response = client_with(catalogue=Locked()).get(FARSTA)
    assert response.status_code == 503
    assert "protokollarkiv" not in response.text


def test_a_slash_too_many_leads_to_the_protocol(client: FlaskClient) -> None:
    answer = client.get(f"{FARSTA}/?q=larm")
    assert (answer.status_code, answer.location) == (308, f"{FARSTA}?q=larm")


def test_a_link_to_quote_begins_as_the_operator_says(parts: dict[str, t.Any]) -> None:
    settings = dc.replace(parts["settings"], adress="https://protokoll.lillby.example/")
    client = create_app(**{**parts, "settings": settings}).test_client()
    page = client.get(FARSTA, headers={"Host": "evil.example"}).text
    assert f"https://protokoll.lillby.example{FARSTA}" in page
    assert "evil.example" not in page


def test_a_host_that_is_none_gets_a_plain_answer(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "x" * 5000})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
