import collections.abc as c
import re
import typing as t

from flask.testing import FlaskClient

from archive.errors import IndexUnavailable
from index import SearchIndex


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html))


def test_the_start_page_counts_what_the_public_may_see(client: FlaskClient) -> None:
    text = text_of(client.get("/").text)
    assert "27 protokoll" in text
    assert "3 frågor" in text
    assert "2 obesvarade" in text
    assert "möten 2020–2025" in text
    assert "Bromma 24" in text
    assert "Framgår inte 1" in text
    assert "Skarpnäck" not in text


def test_the_start_page_shows_the_newest_meetings_first(client: FlaskClient) -> None:
    named = re.findall("<h3><a[^>]*>(.*?)<span", client.get("/").text)
    assert named[:2] == ["Farsta", "Järva"]


def test_the_examples_are_real_topics_and_no_formalities(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<a class="chip" href="/amne/hot-och-vald">Hot och våld' in page
    assert "amne=formalia" not in page


def test_the_start_page_leads_every_sort_of_reader_on(client: FlaskClient) -> None:
    page = client.get("/").text
    ways = page.split('class="ways"', 1)[1].split("</nav>", 1)[0]
    assert re.findall('href="([^"]+)"', ways) == [
        "/fragor",
        "/fragor?besvarad=nej",
        "/fackforbund",
        "/forvaltningar",
        "/ar",
        "/nyast?efter=inlagd",
        "/amnen",
        "/statistik",
        "/tackning",
        "/om",
    ]


def test_the_forvaltningar_on_the_start_page_stand_by_name(client: FlaskClient) -> None:
    page = client.get("/").text
    assert re.findall('href="/forvaltning/([^"]+)"', page) == ["bromma", "farsta", "jarva"]


def test_the_start_page_opens_without_the_index(client_with: c.Callable[..., FlaskClient]) -> None:
    class Away:
        def generation(self) -> int:
            return 1

        def search(self, request: object) -> t.NoReturn:
            raise IndexUnavailable("locked")

    response = client_with(index=t.cast(SearchIndex, Away())).get("/")
    assert response.status_code == 200
    assert "27" in response.text
    assert "ETag" not in response.headers  # it is another page as soon as the index is back


def test_an_empty_archive_says_how_to_fill_it(client_of: c.Callable[..., FlaskClient]) -> None:
    client = client_of()
    assert "protokollarkiv import" in client.get("/").text
    assert client.get("/sok").status_code == 200
    assert client.get("/om").status_code == 200


def test_about_says_whose_the_archive_is_and_how_dates_are_inferred(client: FlaskClient) -> None:
    text = text_of(client.get("/om").text)
    assert "Lillby kommun svarar för arkivet." in text
    assert "arkivet@lillby.example" in text
    assert "Hur datum beräknas" in text


def test_robots_are_kept_from_searches(client: FlaskClient) -> None:
    response = client.get("/robots.txt")
    assert response.mimetype == "text/plain"
    assert "Disallow: /sok" in response.text
