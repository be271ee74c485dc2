"""A whole small site: a real catalogue, real originals and a real index in a temporary folder."""

import collections.abc as c
import contextlib
import dataclasses as dc
import datetime as dt
import pathlib
import threading
import typing as t

import flask
import meetings
import pytest
import waitress
from chromium import ARGUMENTS, CHROMIUM
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright

from archive.catalogue import Catalogue
from archive.model import Protocol
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import packaged
from archive.settings import Settings
from archive.visibility import Visibility
from index import index_pending, open_index
from webui import create_app

MOVED_FROM = "bromma/2024-02-10"  # it was corrected to the 12th

Parts: t.TypeAlias = dict[str, t.Any]


@contextlib.contextmanager
def archive_of(
    folder: pathlib.Path, protocols: c.Iterable[Protocol], hidden: c.Iterable[Protocol] = ()
) -> c.Iterator[Parts]:
    """What `create_app` is handed, over an archive of these protocols."""
    originals = Originals(folder / "originals")
    index = open_index(folder / "index", packaged())
    with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}") as catalogue:
        for protocol in (*protocols, *hidden):
            content = meetings.content_of(protocol)
            originals.keep(content)
            visibility = Visibility.INTERNAL if protocol in hidden else Visibility.PUBLIC
            catalogue.keep(protocol, meetings.file_with(content, protocol), visibility)
        if any(protocol.forvaltning.id == "bromma" for protocol in protocols):
            catalogue.correct(MOVED_FROM, date=dt.date(2024, 2, 12), registries=packaged())
        index_pending(catalogue, index)
        yield {
            "settings": Settings(
                data_dir=folder,
                namn="Lillbyarkivet",
                agare="Lillby kommun",
                kontakt="arkivet@lillby.example",
                notis="Protokollen är påhittade.",
                api_granser="",  # tests ask more often than any program
            ),
            "catalogue": catalogue,
            "originals": originals,
            "page_store": PageStore(folder / "pages"),
            "index": index,
            "registries": packaged(),
        }


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> c.Iterator[Parts]:
    """Three varied protocols, twenty-four alike of which one has moved, and one internal."""
    alike = [
        meetings.monthly(year, month, "bromma", "Bromma")
        for year in (2020, 2022, 2024)
        for month in range(1, 9)
    ]
    hidden = dc.replace(
        meetings.monthly(2023, 5, "skarpnack", "Skarpnäck"), title="Hemligt möte om drakägg"
    )
    protocols = [meetings.farsta(), meetings.jarva(), meetings.undated(), *alike]
    with archive_of(tmp_path_factory.mktemp("site"), protocols, [hidden]) as parts:
        yield parts


@pytest.fixture(scope="session")
def app(parts: Parts) -> flask.Flask:
    return create_app(**parts)


@pytest.fixture
def client(app: flask.Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def archive_with(tmp_path: pathlib.Path) -> c.Iterator[c.Callable[..., Parts]]:
    """An archive of its own with just these protocols."""
    with contextlib.ExitStack() as stack:
        yield lambda *protocols: stack.enter_context(archive_of(tmp_path, protocols))


@pytest.fixture
def client_of(archive_with: c.Callable[..., Parts]) -> c.Callable[..., FlaskClient]:
    """A client of a site with just these protocols."""
    return lambda *protocols: create_app(**archive_with(*protocols)).test_client()


@pytest.fixture
def client_with(parts: Parts) -> c.Callable[..., FlaskClient]:
    """A client of the same site with one of its parts replaced."""
    return lambda **replaced: create_app(**parts | replaced).test_client()


@pytest.fixture(scope="module")
def address(app: flask.Flask) -> c.Iterator[str]:
    """The site, served as in earnest."""
    server = waitress.create_server(app, host="127.0.0.1", port=0)

    def run() -> None:
        with contextlib.suppress(OSError):  # it is closed while it waits for a reader
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def browser() -> c.Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> c.Iterator[Page]:
    """A page whose console stays silent: no policy is broken, nothing is missing."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [text for text in complaints if "404" not in text] == []
