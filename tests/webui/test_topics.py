import collections.abc as c
import dataclasses as dc
import html
import re

import meetings
from flask.testing import FlaskClient

from archive.model import SickLeave, TopicEvidence
from archive.registry import Topic
from webui.topics import deciding_words


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def test_topics_are_listed_by_name_with_their_counts(client: FlaskClient) -> None:
    page = client.get("/amnen").text
    assert "Hot och våld 2 paragrafer, 3 frågor i dem" in text_of(page)
    names = re.findall(r'href="/amne/[a-z-]+">([^<]+)<', page)
    assert names[0] == "Anställningsvillkor"
    assert names[-1] == "Äldreomsorg"


def test_a_topic_shows_its_latest_paragraphs_and_where_they_stand(client: FlaskClient) -> None:
    page = client.get("/amne/hot-och-vald").text
    assert re.findall(r'<time datetime="([\d-]+)"', page) == ["2025-01-14", "2024-08-20"]
    assert 'href="/sok?forvaltning=farsta&amp;amne=hot-och-vald"' in page
    assert 'href="/fragor?amne=hot-och-vald"' in page


def test_a_topics_questions_are_those_of_its_paragraphs(client: FlaskClient) -> None:
    assert "3 frågor i dessa paragrafer" in text_of(client.get("/amne/hot-och-vald").text)


def test_the_words_that_decide_are_shown_as_words() -> None:
    topic = Topic(name="Lokaler", words=("lokalbyt", "-hyra", "flytt.", "-skolan.", "SAM"))
    assert deciding_words(topic) == ("lokalbyt…", "…hyra…", "flytt", "…skolan", "SAM")


def test_a_topic_that_no_registry_knows_is_not_there(client: FlaskClient) -> None:
    assert client.get("/amne/drakar").status_code == 404


def test_a_topics_paragraphs_show_the_words_that_decided_it(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    section = dc.replace(
        meetings.farsta().sections[2],
        text="Mötet går igenom läget. Sjukfrånvaron har minskat till 7,9 procent.",
        topic_evidence=(TopicEvidence("sjukfranvaro", ("Sjukfrånvaron",)),),
        sick_leave=(SickLeave(7.9, "2024-12"),),
    )
    page = client_of(dc.replace(meetings.farsta(), sections=(section,))).get("/amne/sjukfranvaro")
    assert '<p class="excerpt">… <span class="word"><mark>Sjukfrånvaron</mark></span>' in page.text
    assert "14 januari 2025, § 3 Farsta 7,9 % i december 2024" in text_of(page.text)
