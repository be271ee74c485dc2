import collections.abc as c
import dataclasses as dc
import os
import pathlib
import re
import typing as t

import flask
import meetings
import pytest
from flask.testing import FlaskClient
from printed_words import page_of

from archive.errors import IndexUnavailable
from archive.media_types import DOCX, PDF
from archive.pages import PageStore
from archive.records import NewFile
from archive.visibility import Audience, Visibility
from index import SearchIndex, index_pending
from webui import create_app

FARSTA = "/protokoll/farsta/2025-01-14"
BROMMA = "/protokoll/bromma/2024-02-12"
JARVA = "/protokoll/jarva/2024-08-20"
PICTURE = b"RIFF....WEBP"
Parts: t.TypeAlias = dict[str, t.Any]
PAGES = (
    page_of("§ 1 Mötet öppnas", number=1),
    page_of("§ 2 Föranmälda frågor", "om larm & arbetsplatsvåld", number=2),
    page_of("§ 6 <Övriga> frågor", number=3),
)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).replace("\N{NO-BREAK SPACE}", " ")


def sha256_of(parts: Parts) -> str:
    return str(parts["catalogue"].find_original("farsta/2025-01-14", Audience.PUBLIC).sha256)


def drawn_in(folder: pathlib.Path, sha256: str) -> PageStore:
    """A folder of pages in which three pages of one file are drawn."""
    store = PageStore(folder)
    store.keep_words(sha256, PAGES)
    for page in PAGES:
        store.keep_picture(sha256, page.number, PICTURE)
    store.mark_drawn(sha256)
    return store


@pytest.fixture
def sha256(parts: Parts) -> str:
    """The file of the protocol from Farsta."""
    return sha256_of(parts)


@pytest.fixture
def store(tmp_path: pathlib.Path, sha256: str) -> PageStore:
    return drawn_in(tmp_path / "pages", sha256)


@pytest.fixture
def app(parts: Parts, store: PageStore) -> flask.Flask:
    """The site, with the pages of the protocol from Farsta drawn."""
    return create_app(**parts | {"page_store": store})


@pytest.fixture
def own(archive_with: c.Callable[..., Parts], tmp_path: pathlib.Path) -> Parts:
    """A site whose only protocol, with its pages drawn, can be changed."""
    parts = archive_with(meetings.farsta())
    return parts | {"page_store": drawn_in(tmp_path / "drawn", sha256_of(parts))}


def test_a_page_is_a_picture_with_its_words_marked(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2?q=larm").text
    assert f'<img src="{FARSTA}/sida/2.webp" alt="Sida 2 av 3 i originalet" width="1240"' in page
    assert '<svg viewBox="0 0 595.0 842.0"' in page
    marks = page.partition('<g class="strong">')[2].partition("</g>")[0]
    (word,) = [word for word in PAGES[1].words if word.text == "larm"]
    assert re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', marks) == [
        (f"{word.left}", f"{word.top}")
    ]
    assert "style=" not in page


def test_a_page_says_where_it_is_and_leads_back_and_on(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2?q=larm&fack=vision").text
    asked = "?q=larm&amp;fack=vision"
    assert "<title>Sida 2 av 3 – Protokoll 14\N{NO-BREAK SPACE}januari" in page
    assert f'href="{FARSTA}{asked}#p2">← Tillbaka till §\N{NO-BREAK SPACE}2 i protokollet' in page
    assert f'rel="prev" href="{FARSTA}/sida/1{asked}#markerat"' in page
    assert f'rel="next" href="{FARSTA}/sida/3{asked}#markerat"' in page
    assert f'href="{FARSTA}/original#page=2">Hela filen' in page
    assert f'<link rel="canonical" href="{FARSTA}/sida/2">' in page
    told = text_of(page)
    assert "1 träff på larm ." in told
    assert "§ 3 Sjukfrånvaro" in told


def test_who_looks_up_a_section_is_led_back_to_it_from_every_page(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2?om=p3").text
    assert f'href="{FARSTA}#p3">← Tillbaka till §\N{NO-BREAK SPACE}3 i' in page
    assert f'href="{FARSTA}#p3" aria-current="true"' in page
    assert f'href="{FARSTA}/sida/3?om=p3"' in page
    further = client.get(f"{FARSTA}/sida/3?om=p3").text
    assert f'href="{FARSTA}#p3">← Tillbaka till §\N{NO-BREAK SPACE}3 i' in further
    for nowhere in ("p99", "f1", "%22%3E", ""):
        page = client.get(f"{FARSTA}/sida/2?om={nowhere}").text
        assert "Tillbaka till §\N{NO-BREAK SPACE}3" in page  # the first that begins there
        assert 'aria-current="true"' not in page


def test_the_picture_leads_to_itself_in_full_size(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2").text
    assert f'<a class="paper" href="{FARSTA}/sida/2.webp">' in page
    assert f'<a href="{FARSTA}/sida/2.webp">Större bild</a>' in page


def test_the_text_of_the_page_can_be_read_with_its_marks(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2?q=våld").text
    assert "<summary>Sidans text</summary>" in page
    assert 'larm &amp; <span class="word">arbetsplats<mark>våld</mark></span>' in page


def test_the_text_of_the_page_has_its_headings_and_lists(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    lines = ("§ 2 Föranmälda frågor", "Arbetsgivaren lägger till att", "• larm & lås", "• larmen")
    store.keep_words(sha256, (PAGES[0], page_of(*lines, number=2), PAGES[2]))
    page = client.get(f"{FARSTA}/sida/1?q=larm").text
    assert "<h2>Sidans text</h2>" in page
    page = client.get(f"{FARSTA}/sida/2?q=larm").text
    items = page.partition('<details class="sheet words')[2].partition("</details>")[0]
    marked = '<span class="word"><mark>larm</mark></span>'
    assert f"<li>{marked} &amp; lås</li>" in items
    assert items.count("<li>") == 2
    assert "<h3>§ 2" not in items  # the section begins on the page before
    assert "<h3>§ 1 Mötet öppnas</h3>" in client.get(f"{FARSTA}/sida/1").text


def test_without_a_search_nothing_is_marked(client: FlaskClient) -> None:
    page = client.get(f"{FARSTA}/sida/2").text
    assert "<rect" not in page
    assert "träff" not in page
    assert f'href="{FARSTA}/sida/3"' in page


def test_a_search_that_the_page_does_not_have_says_where_it_stands(client: FlaskClient) -> None:
    told = text_of(client.get(f"{FARSTA}/sida/1?q=larm").text)
    assert "larm står inte på den här sidan." in told
    assert "Sida 2 1 träff" in told


@pytest.mark.parametrize("number", [1, 2, 3])
def test_wherever_links_lead_on_a_page_there_is_a_place(client: FlaskClient, number: int) -> None:
    page = client.get(f"{FARSTA}/sida/{number}?q=larm").text
    assert page.count('id="markerat"') == 1


def test_html_in_words_is_shown_as_text(client: FlaskClient) -> None:
    assert "&lt;Övriga&gt; frågor" in client.get(f"{FARSTA}/sida/3").text


def test_the_picture_is_sent_once(client: FlaskClient) -> None:
    first = client.get(f"{FARSTA}/sida/2.webp", buffered=True)
    assert (first.status_code, first.data) == (200, PICTURE)
    assert first.content_type == "image/webp"
    assert {"private", "no-cache"} <= set(first.headers["Cache-Control"].split(", "))
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get(f"{FARSTA}/sida/2.webp", headers=known, buffered=True)
    assert (again.status_code, again.data) == (304, b"")


def test_a_picture_drawn_anew_is_sent_again(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    known = {"If-None-Match": client.get(f"{FARSTA}/sida/2.webp", buffered=True).headers["ETag"]}
    store.keep_picture(sha256, 2, b"RIFF another")
    again = client.get(f"{FARSTA}/sida/2.webp", headers=known, buffered=True)
    assert (again.status_code, again.data) == (200, b"RIFF another")


def test_a_page_is_sent_again_when_its_words_are_others(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    address = f"{FARSTA}/sida/2?q=larm"
    known = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    store.keep_words(sha256, PAGES[:2])
    place = store.picture_path(sha256, 1).with_name("words.json")
    os.utime(place, ns=(1, 1))  # whatever the clock of the disk can tell apart
    assert client.get(address, headers=known).status_code == 200


@pytest.mark.parametrize("number", ["0", "4", "-1", "02", "1e3", "x", "٣", "9" * 5000])
@pytest.mark.parametrize("ending", ["", ".webp"])
def test_a_page_that_there_is_not_is_not_found(
    client: FlaskClient, number: str, ending: str
) -> None:
    answer = client.get(f"{FARSTA}/sida/{number}{ending}?q=larm")
    assert answer.status_code == 404
    if not ending:
        assert "Originalet har 3\N{NO-BREAK SPACE}sidor." in answer.text
        assert f'href="{FARSTA}/sida/3?q=larm#markerat">Till sida 3' in answer.text
        assert f'href="{FARSTA}?q=larm">Till Protokoll' in answer.text
    else:
        assert "Sidan finns inte" in answer.text


def test_a_file_without_pages_leads_to_what_there_is(client: FlaskClient) -> None:
    answer = client.get(f"{JARVA}/sida/1")
    assert answer.status_code == 404
    assert "Originalet visas inte sida för sida" in answer.text
    assert f'href="{JARVA}/original">Öppna originalet</a>' in answer.text
    assert client.get(f"{JARVA}/sida/1.webp").status_code == 404


def test_a_page_not_drawn_yet_has_its_text_and_a_way_to_the_file(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    store.picture_path(sha256, 2).unlink()
    answer = client.get(f"{FARSTA}/sida/2?q=larm")
    assert answer.status_code == 200
    assert "Sidan finns inte som bild." in answer.text
    assert f'href="{FARSTA}/original#page=2">Öppna originalet (PDF) på sida 2' in answer.text
    assert '<details class="sheet words" open>' in answer.text
    assert "<img" not in answer.text
    assert client.get(f"{FARSTA}/sida/2.webp").status_code == 404


def test_a_page_whose_words_are_lost_is_still_a_picture(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    store.picture_path(sha256, 1).with_name("words.json").write_bytes(b"[")
    page = client.get(f"{FARSTA}/sida/2?q=larm").text
    assert "<img" in page
    assert "<svg" not in page


def test_an_operator_who_wants_no_pictures_has_none(parts: Parts, store: PageStore) -> None:
    settings = dc.replace(parts["settings"], sidbilder=False)
    client = create_app(**parts | {"page_store": store, "settings": settings}).test_client()
    assert client.get(f"{FARSTA}/sida/2.webp").status_code == 404
    assert "<img" not in client.get(f"{FARSTA}/sida/2").text
    assert "/sida/" not in client.get(FARSTA).text
    assert "/sida/" not in client.get("/sok?q=larm").text


def test_a_section_and_a_hit_link_to_their_page(client: FlaskClient) -> None:
    assert f'href="{FARSTA}/sida/2?om=p3">Sida 2 i originalet' in client.get(FARSTA).text
    asked = f"{FARSTA}/sida/2?q=hemtj%C3%A4nsten#markerat"
    looked_up = asked.replace("#", "&amp;om=p3#")
    assert f'href="{looked_up}">Sida 2 i originalet' in client.get(f"{FARSTA}?q=hemtjänsten").text
    assert f'href="{asked}">sida 2</a>' in client.get("/sok?q=hemtjänsten").text


def test_each_page_that_a_section_stands_on_can_be_reached(
    client: FlaskClient, parts: Parts, store: PageStore
) -> None:
    page = client.get(FARSTA).text
    own = page.partition('id="p2"')[2].partition('id="p3"')[0]
    first, second = (f'href="{FARSTA}/sida/{number}?om=p2">' for number in (1, 2))
    assert first in own
    assert second in own
    assert "Sida 1 i originalet och Sida 2 i originalet" in text_of(own)
    settings = dc.replace(parts["settings"], sidbilder=False)
    undrawn = create_app(**parts | {"page_store": store, "settings": settings}).test_client()
    own = undrawn.get(FARSTA).text.partition('id="p2"')[2].partition('id="p3"')[0]
    assert re.findall("original#page=([0-9])", own) == ["1", "2"]


LISTS = ("/sok?q=larm", "/sok?q=larm&grupp=protokoll", "/fragor", "/fack/vision")


@pytest.mark.parametrize("address", [FARSTA, f"{FARSTA}?q=larm", *LISTS, "/amne/hot-och-vald"])
def test_while_a_name_in_it_is_withheld_no_link_leads_to_its_pages(
    own: Parts, address: str
) -> None:
    client = create_app(**own).test_client()
    assert f"{FARSTA}/sida/" in client.get(address).text
    own["catalogue"].withhold_name("Eva Legend", "begärt")
    index_pending(own["catalogue"], own["index"])
    page = client.get(address)
    assert page.status_code == 200
    assert f"{FARSTA}/sida/" not in page.text
    assert f"{FARSTA}/original" not in page.text
    if address in LISTS[:3]:
        assert re.search('<span class="nowrap">sida [0-9]</span>', page.text)  # it is still said
    own["catalogue"].show_name("Eva Legend")
    index_pending(own["catalogue"], own["index"])
    assert f"{FARSTA}/sida/" in client.get(address).text


def test_a_name_withheld_in_one_protocol_takes_no_pages_from_another(own: Parts) -> None:
    elsewhere = dc.replace(
        meetings.monthly(2024, 3, "bromma", "Bromma"), justerare=("Xerxes Qvarnfrid",)
    )
    own["catalogue"].keep(elsewhere, NewFile("e" * 64, "b.pdf", PDF, 9), Visibility.PUBLIC)
    own["catalogue"].withhold_name("Xerxes Qvarnfrid", "begärt")
    index_pending(own["catalogue"], own["index"])
    client = create_app(**own).test_client()
    for address in (FARSTA, "/sok?q=larm"):
        assert f"{FARSTA}/sida/" in client.get(address).text


def test_a_protocol_links_to_pages_as_soon_as_they_are_drawn(
    client: FlaskClient, store: PageStore, sha256: str
) -> None:
    drawn = store.picture_path(sha256, 1).with_name("drawn")
    drawn.unlink()
    before = client.get(FARSTA)
    assert f'href="{FARSTA}/original#page=2">Sida 2 i originalet' in before.text
    store.mark_drawn(sha256)
    after = client.get(FARSTA, headers={"If-None-Match": before.headers["ETag"]})
    assert f'href="{FARSTA}/sida/2?om=p3">Sida 2 i originalet' in after.text


@pytest.mark.parametrize("ending", ["", ".webp"])
def test_an_old_address_leads_to_the_new_and_keeps_the_search(
    client: FlaskClient, ending: str
) -> None:
    answer = client.get(f"/protokoll/bromma/2024-02-10/sida/2{ending}?q=v%C3%A5ld")
    assert answer.status_code == 308
    assert answer.location == f"{BROMMA}/sida/2{ending}?q=v%C3%A5ld"


@pytest.mark.parametrize("ending", ["", ".webp"])
@pytest.mark.parametrize("visibility", [Visibility.INTERNAL, Visibility.HELD])
def test_what_the_public_may_not_see_has_no_pages(
    own: Parts, visibility: Visibility, ending: str
) -> None:
    client = create_app(**own).test_client()
    address = f"{FARSTA}/sida/2{ending}"
    known = {"If-None-Match": client.get(address, buffered=True).headers["ETag"]}
    own["catalogue"].correct(
        "farsta/2025-01-14", visibility=visibility, registries=own["registries"]
    )
    assert client.get(address, headers=known).status_code == 404
    assert client.get(f"{FARSTA}/sida/99{ending}").status_code == 404
    assert "Farsta" not in client.get(f"{FARSTA}/sida/99{ending}").text


def test_the_pages_are_those_of_the_file_that_is_shown(own: Parts) -> None:
    """Not of a copy of it in another format, nor of a version that was corrected."""
    store, client = own["page_store"], create_app(**own).test_client()
    copy = NewFile("c" * 64, "kopia.docx", DOCX, 9)
    own["catalogue"].keep(
        meetings.with_file(meetings.farsta(), "kopia.docx", DOCX), copy, Visibility.PUBLIC
    )
    store.keep_picture("c" * 64, 2, b"RIFF copy")
    assert client.get(f"{FARSTA}/sida/2.webp", buffered=True).data == PICTURE
    corrected = dc.replace(meetings.farsta(), sections=changed_sections())
    own["catalogue"].keep(corrected, NewFile("d" * 64, "ny.pdf", PDF, 9), Visibility.PUBLIC)
    assert sha256_of(own) == "d" * 64
    assert client.get(f"{FARSTA}/sida/2.webp").status_code == 404
    assert "arbetsplatsvåld" not in client.get(f"{FARSTA}/sida/2").text


def changed_sections() -> tuple[t.Any, ...]:
    first, *others = meetings.farsta().sections
    return (dc.replace(first, text="Ordföranden öppnar mötet och hälsar."), *others)


def test_a_page_can_be_seen_while_the_index_is_away(parts: Parts, store: PageStore) -> None:
    class Away:
        def generation(self) -> t.NoReturn:
            raise IndexUnavailable("locked")

    away = t.cast(SearchIndex, Away())
    client = create_app(**parts | {"page_store": store, "index": away}).test_client()
    page = client.get(f"{FARSTA}/sida/2?q=larm")
    assert page.status_code == 200
    assert "<img" in page.text
