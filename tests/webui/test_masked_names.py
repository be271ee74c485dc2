"""No route, in any format, gives the public a name that is masked."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t
import urllib.parse

import flask
import meetings
import pytest
import walking

from archive.catalogue import Catalogue
from archive.model import Attendance, Attendee, Exchange, Protocol, Span
from archive.name_masking import NamesShown
from archive.originals import Originals
from archive.pages import PageStore, PageWords, WordBox
from archive.registry import packaged
from archive.settings import Settings
from archive.visibility import Visibility
from index import index_pending, open_index
from webui import create_app

NAME = "Xerxes Qvarnfrid"
SPELT = re.compile("xerxes|qvarnfrid", re.IGNORECASE)
ID = "skarpnack/2023-05-10"
QUESTION = f"Kommunal frågar {NAME} om larmen."
ANSWER = "Qvarnfrid svarar att Xerxes larm provas, dnr SKA 2023/5."
LEAVE = "Sjukfrånvaron är 6,2 procent enligt xerxes.qvarnfrid@lillby.example."
TEXT = f"{QUESTION}\n\n{ANSWER}\n\n{LEAVE}"
FIRST, SECOND = Span(0, len(QUESTION)), Span(len(QUESTION) + 2, len(QUESTION) + 2 + len(ANSWER))


def protocol() -> Protocol:
    """A protocol in which a person is named in every way there is."""
    plain = meetings.monthly(2023, 5, "skarpnack", "Skarpnäck")
    exchange = Exchange("kommunal", QUESTION, ANSWER, True, FIRST, SECOND)
    section = dc.replace(
        plain.sections[0],
        title=f"{NAME} informerar om arbetsmiljön",
        text=TEXT,
        exchanges=(exchange,),
        diarienummer=("SKA 2023/5",),
    )
    return dc.replace(
        plain,
        title=f"Protokoll fört av {NAME}",
        sections=(section,),
        attendance=Attendance((Attendee(NAME, "enhetschef"), Attendee(None, None, "kommunal"))),
        justerare=(NAME,),
        signatures=(NAME.upper(),),
        chair=NAME,
        secretary=NAME,
    )


@pytest.fixture(scope="module", params=["roller", "inga", "dolt"])
def site(
    request: pytest.FixtureRequest,
    parts: dict[str, t.Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> c.Iterator[flask.Flask]:
    """A site with that protocol, its words and its picture, where its names are masked, or where
    this one is withheld."""
    folder = tmp_path_factory.mktemp("namn")
    shown = NamesShown.ALL if request.param == "dolt" else NamesShown(request.param)
    own = protocol()
    content = meetings.content_of(own)
    file = dc.replace(meetings.file_with(content, own), filename=f"{NAME}.pdf")
    originals, index = Originals(folder / "originals"), open_index(folder / "index", packaged())
    originals.keep(content)
    pages = PageStore(folder / "pages")
    pages.keep_words(file.sha256, (PageWords(1, 595, 842, (WordBox("Qvarnfrid", 0, 0, 9, 9),)),))
    pages.keep_picture(file.sha256, 1, b"RIFF Qvarnfrid")
    pages.mark_drawn(file.sha256)
    with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}", shown) as catalogue:
        catalogue.keep(own, file, Visibility.PUBLIC)
        if request.param == "dolt":
            catalogue.withhold_name(NAME, "begärt")
        index_pending(catalogue, index)
        settings = Settings(data_dir=folder, visa_namn=shown.value)
        given = {
            "settings": settings,
            "originals": originals,
            "index": index,
            "catalogue": catalogue,
            "page_store": pages,
        }
        yield create_app(**{name: given.get(name, part) for name, part in parts.items()})


OWN: t.Final = walking.own_values(ID)
SOUGHT: t.Final = ("larm", NAME, "Qvarnfri", "person:Xerxes", "")


def told(site: flask.Flask, address: str) -> str:
    """What an answer tells, but for what was asked for, which the reader wrote."""
    answer = site.test_client().get(address, buffered=True)
    text = answer.get_data(as_text=True) + "".join(f"{k}: {v}\n" for k, v in answer.headers)
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query).get("q", [""])[0]
    words = {asked, *re.findall(r"\w+", asked)} - {""}
    for spelling in words | {word.lower() for word in words}:
        for written in (spelling, urllib.parse.quote(spelling), urllib.parse.quote_plus(spelling)):
            text = text.replace(written, "")
    return text


def test_no_route_tells_it(site: flask.Flask) -> None:
    for address in walking.addresses(site, OWN, SOUGHT):
        found = SPELT.search(text := told(site, address))
        assert not found, (address, text[max(0, found.start() - 80) : found.end() + 80])


def test_nor_does_any_page_that_links_lead_to(site: flask.Flask) -> None:
    client = site.test_client()
    waiting, seen = ["/", f"/protokoll/{ID}", "/sok?q=larm"], set[str]()
    while waiting and len(seen) < 150:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address, buffered=True)
        assert not SPELT.search(answer.get_data(as_text=True)), address
        if answer.mimetype == "text/html":
            links = re.findall(r'href="(/[^"#]*)', answer.text)
            waiting += [link.replace("&amp;", "&") for link in links]
    assert f"/protokoll/{ID}" in seen


def test_its_originals_and_pictures_are_not_there(site: flask.Flask) -> None:
    client = site.test_client()
    for path in ("original", "sida/1", "sida/1.webp"):
        assert client.get(f"/protokoll/{ID}/{path}").status_code == 404, path
    assert "Originalet visas inte" in client.get(f"/protokoll/{ID}").text


def test_what_is_not_a_name_is_still_found_and_shown(site: flask.Flask) -> None:
    page = site.test_client().get("/sok?q=larmen").text
    assert "<mark>larmen</mark>" in page
    assert "informerar om arbetsmiljön" in page
