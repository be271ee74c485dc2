"""A protocol that waits for a person does not exist for the public, whichever way one asks."""

import collections.abc as c
import dataclasses as dc
import typing as t

import flask
import meetings
import pytest
import walking
from werkzeug.routing import Rule

from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.pages import PageStore, PageWords, WordBox
from archive.registry import packaged
from archive.visibility import Visibility
from index import index_pending, open_index
from webui import create_app

NUMBER = "850709-9805"
HELD = "skarpnack/2023-05-10"


@pytest.fixture(scope="module")
def site(
    parts: dict[str, t.Any], tmp_path_factory: pytest.TempPathFactory
) -> c.Iterator[flask.Flask]:
    """A site with one protocol, which is held and has its words, picture and place in the index."""
    folder = tmp_path_factory.mktemp("vilande")
    plain = meetings.monthly(2023, 5, "skarpnack", "Skarpnäck")
    section = dc.replace(plain.sections[0], text=f"Ärendet gäller {NUMBER}.")
    protocol = dc.replace(plain, sections=(section,))
    content = meetings.content_of(protocol)
    file = meetings.file_with(content, protocol)
    originals, index = Originals(folder / "originals"), open_index(folder / "index", packaged())
    originals.keep(content)
    pages = PageStore(folder / "pages")
    pages.keep_words(file.sha256, (PageWords(1, 595, 842, (WordBox(NUMBER, 0, 0, 9, 9),)),))
    pages.keep_picture(file.sha256, 1, b"RIFF")
    with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}") as catalogue:
        catalogue.keep(protocol, file, Visibility.HELD, ("Personnummer i § 1.",))
        index_pending(catalogue, index)
        own = {"originals": originals, "index": index, "catalogue": catalogue, "page_store": pages}
        yield create_app(**{name: own.get(name, part) for name, part in parts.items()})


OWN: t.Final = walking.own_values(HELD)


def addresses(site: flask.Flask) -> c.Iterator[str]:
    """Every route of the site, asked for the held protocol and for its words."""
    return walking.addresses(site, OWN, ["arbetsmiljön", NUMBER, "skarpnäck", ""])


def rules_of_a_protocol(site: flask.Flask) -> list[Rule]:
    return [rule for rule in site.url_map.iter_rules() if "protocol_id" in rule.arguments]


def test_no_route_shows_anything_of_it(site: flask.Flask) -> None:
    client = site.test_client()
    for address in addresses(site):
        answer = client.get(address, buffered=True)
        told = answer.get_data(as_text=True).replace(f'value="{NUMBER}"', "")
        told = told.replace("<h1>Skarpnäck</h1>", "")  # its name is the registry's, not a secret
        for secret in ("Skarpnäck</", "Ärendet gäller", "RIFF", "skarpnack-2023", "Personnummer i"):
            assert secret not in told, (address, secret)


def test_every_route_to_it_is_a_page_that_is_not_there(site: flask.Flask) -> None:
    client = site.test_client()
    assert len(rules_of_a_protocol(site)) >= 2
    for address in addresses(site):
        if f"/{HELD}" in address:
            assert client.get(address).status_code == 404, address


def test_it_is_not_counted(site: flask.Flask) -> None:
    page = site.test_client().get("/sok?q=arbetsmilj%C3%B6n").text
    assert "Inga paragrafer" in page
