import collections.abc as c
import dataclasses as dc
import html.parser
import json
import re

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import (
    Attendance,
    Attendee,
    Exchange,
    ForvaltningRef,
    MeetingDate,
    Protocol,
    Remark,
    SamverkanMatter,
    Section,
    Source,
)
from webui.security import LARGEST_BODY

PAGES = ["/", "/sok?q=larm", "/protokoll/farsta/2025-01-14", "/om"]
ANSWERS = [
    *PAGES,
    "/protokoll/farsta/2025-01-14/original",
    "/protokoll/bromma/2024-02-10",
    "/robots.txt",
    "/opensearch.xml",
    "/sitemap.xml",
    "/sok.atom?q=larm",
    "/sok.csv?q=larm",
    "/arkiv.jsonl",
    "/favicon.ico",
    "/static/style.css",
    "/static/favicon.svg",
    "/finns-inte",
    "/protokoll/finns/inte",
]

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7*7 }}"


class Tags(html.parser.HTMLParser):
    """Collects what a browser would see as elements and attributes, but for the site's own scripts:
    files of its own, with nothing inside the tags, and data that no browser runs."""

    is_data = False

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = dict(attrs).get("src") or ""
        if tag == "script" and re.fullmatch(r"/static/[a-z]+\.js\?v=\w+", source):
            return
        if tag == "script" and attrs == [("type", "application/ld+json")]:
            self.is_data = True  # which nothing runs
            return
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {
            value or "" for name, value in attrs if name in {"href", "src", "action"}
        }

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and self.is_data:
            json.loads(data)
            self.is_data = False
        elif self.cdata_elem == "script":
            self.names.add("script")


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", [*PAGES, "/finns-inte"])
def test_a_page_may_run_and_fetch_only_what_is_the_sites_own(
    client: FlaskClient, path: str
) -> None:
    response = client.get(path)
    policy = response.headers["Content-Security-Policy"]
    assert policy == (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    tags = Tags(response.text)
    assert not tags.names & {"script", "style", "iframe", "object", "embed", "base"}
    assert not {name for name in tags.attributes if name == "style" or name.startswith("on")}
    assert all(address.startswith(("/", "#")) for address in tags.addresses), tags.addresses


@pytest.mark.parametrize("path", [*PAGES, "/finns-inte"])
def test_every_page_is_in_swedish_and_shows_the_notice(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    assert "Protokollen är påhittade." in page
    assert "Lillbyarkivet" in page


@pytest.mark.parametrize("path", [*PAGES, "/protokoll/farsta/2025-01-14/original"])
def test_head_gives_the_headers_and_nothing_else(client: FlaskClient, path: str) -> None:
    response = client.head(path, buffered=True)
    assert response.status_code == 200
    assert response.data == b""


def test_the_sites_own_files_are_kept_and_addressed_by_their_content(client: FlaskClient) -> None:
    page = client.get("/").text
    start = page.index("/static/style.css?v=")
    response = client.get(page[start : page.index('"', start)], buffered=True)
    assert response.status_code == 200
    assert "max-age=31536000" in response.headers["Cache-Control"]


def test_a_large_body_is_refused(client: FlaskClient) -> None:
    response = client.post("/sok", data=b"x" * (LARGEST_BODY + 1))
    assert response.status_code == 413
    assert "större än arkivet tar emot" in response.text


@pytest.fixture
def evil(client_of: c.Callable[..., FlaskClient]) -> FlaskClient:
    """A protocol with HTML everywhere a document or a file can put text."""
    question, answer = f"Vision frågar larm {EVIL}?", f"Svar: larm {EVIL}."
    text = f"Larm {EVIL}\n\n• {EVIL}\n\n{question}\n\n{answer}"
    exchange = meetings.exchange(text, "vision", question, answer)
    section = Section(
        1,
        1,
        f"Larm {EVIL}",
        text,
        diarienummer=(EVIL,),
        references=(EVIL,),
        exchanges=(exchange, Exchange(EVIL, "?", None, False)),
        samverkan=(SamverkanMatter(EVIL, EVIL, meetings.Outcome.AGREED),),
        unions=(EVIL,),
        topics=(EVIL,),
    )
    protocol = Protocol(
        title=EVIL,
        date=dc.replace(meetings.jarva().date, evidence=(EVIL,)),
        forvaltning=ForvaltningRef(None, EVIL, meetings.Basis.INFERRED, (EVIL,)),
        attendance=Attendance((Attendee(EVIL, EVIL, EVIL),), (Attendee(EVIL, EVIL),)),
        sections=(section,),
        warnings=(Remark(meetings.RemarkCode.UNPLACED_TEXT, 1, EVIL),),
        source=Source(f"{EVIL}.pdf", media_type=meetings.PDF),
        time="13:00",
        place=EVIL,
        justerare=(EVIL,),
        signatures=(EVIL,),
    )
    return client_of(protocol, dc.replace(protocol, date=MeetingDate()))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sok?q=larm",
        "/sok?typ=fraga",
        "/sok?typ=protokoll",
        "/protokoll/okand/2024-08-20?q=larm",
        "/protokoll/okand/2024-08-20?q=%22%3E%3Cscript%3E",
        "/sok?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/sok?fack=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&fran=%3Cb%3E&sida=%3Cb%3E",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/protokoll/%3Cscript%3E/x",
    ],
)
def test_html_from_documents_and_readers_is_shown_as_text(evil: FlaskClient, path: str) -> None:
    tags = Tags(evil.get(path).text)
    assert not tags.names & {"script", "img"}
    assert not {name for name in tags.attributes if name.startswith("on")}
    assert all(address.startswith(("/", "#")) for address in tags.addresses)


def test_html_in_a_file_name_stays_in_its_header(evil: FlaskClient) -> None:
    response = evil.get("/protokoll/okand/2024-08-20/original", buffered=True)
    assert response.status_code == 200
    assert "\n" not in response.headers["Content-Disposition"]
