import html
import re

from flask.testing import FlaskClient

from archive.registry import Topic
from webui.topics import deciding_words


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def test_topics_are_listed_by_name_with_their_counts(client: FlaskClient) -> None:
    page = client.get("/amnen").text
    assert "Hot och våld 2 paragrafer · 3 frågor" in text_of(page)
    names = re.findall(r'href="/amne/[a-z-]+">([^<]+)<', page)
    assert names[0] == "Anställningsvillkor"
    assert names[-1] == "Äldreomsorg"


def test_a_topic_shows_its_latest_paragraphs_and_where_they_stand(client: FlaskClient) -> None:
    page = client.get("/amne/hot-och-vald").text
    assert re.findall(r'<time datetime="([\d-]+)"', page) == ["2025-01-14", "2024-08-20"]
    assert 'href="/sok?forvaltning=farsta&amp;amne=hot-och-vald"' in page
    assert 'href="/fragor?amne=hot-och-vald"' in page


def test_the_words_that_decide_are_shown_as_words() -> None:
    topic = Topic(name="Lokaler", words=("lokalbyt", "-hyra", "flytt.", "-skolan.", "SAM"))
    assert deciding_words(topic) == ("lokalbyt…", "…hyra…", "flytt", "…skolan", "SAM")


def test_a_topic_that_no_registry_knows_is_not_there(client: FlaskClient) -> None:
    assert client.get("/amne/drakar").status_code == 404
