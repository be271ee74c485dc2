import html
import re

import meetings
from flask.testing import FlaskClient


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", page)))


def test_all_questions_stand_with_their_answers_and_lead_to_their_place(
    client: FlaskClient,
) -> None:
    page = client.get("/fragor").text
    text = text_of(page)
    for said in (meetings.ALARM_QUESTION, meetings.SHIFT_ANSWER, meetings.PARKING_QUESTION):
        assert said[:40] in text
    assert 'href="/protokoll/farsta/2025-01-14?typ=fraga&amp;via=fragor#p2"' in page


def test_the_unanswered_are_one_choice_away_and_counted(client: FlaskClient) -> None:
    page = client.get("/fragor").text
    assert "Alla 3 Obesvarade 2 Besvarade 1" in text_of(page)
    assert 'href="/fragor?besvarad=nej"' in page
    chosen = client.get("/fragor?besvarad=nej").text
    assert "Alla 3 Obesvarade 2 Besvarade 1" in text_of(chosen)
    assert meetings.ALARM_QUESTION[:40] not in text_of(chosen)
    assert "bara skjuter upp" in chosen


def test_every_choice_stays_on_the_page(client: FlaskClient) -> None:
    page = html.unescape(client.get("/fragor?fack=vision&forvaltning=farsta").text)
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    margin = main.split('class="facets"', 1)[1].split('class="found"', 1)[0]
    links = re.findall('href="([^"]+)"', margin)
    assert len(links) > 4
    assert all(link.split("?")[0] == "/fragor" for link in links), links
    assert not any("typ=" in link for link in links)
    assert '<form class="days" action="/fragor">' in margin
    chips = main.split('class="chips"', 1)[1].split("</ul>", 1)[0]
    assert re.findall('href="([^"]+)"', chips) == [
        "/fragor?fack=vision",
        "/fragor?forvaltning=farsta",
        "/fragor",
    ]


def test_other_kinds_of_hits_are_never_shown_here(client: FlaskClient) -> None:
    assert "Alla 3 " in text_of(client.get("/fragor?typ=paragraf").text)


def test_its_address_says_all_of_it_and_nothing_more(client: FlaskClient) -> None:
    page = client.get("/fragor?typ=fraga&besvarad=nej&sort=nyast").text
    assert '<link rel="canonical" href="/fragor?besvarad=nej">' in page


def test_the_results_of_a_search_still_lead_to_the_search(client: FlaskClient) -> None:
    page = client.get("/sok?typ=fraga").text
    assert 'href="/sok?typ=fraga&amp;besvarad=nej"' in page
    assert 'action="/sok"' in page.split('class="days"')[1][:40]


def test_where_nothing_is_found_the_ways_out_stay_too(client: FlaskClient) -> None:
    page = html.unescape(client.get("/fragor?fack=vision&besvarad=nej").text)
    assert "utan Vision" in page
    assert 'class="chip" href="/fragor?besvarad=nej"' in page


def test_a_search_from_the_page_stays_on_it_with_its_choices(client: FlaskClient) -> None:
    page = client.get("/fragor?fack=vision&q=larm").text
    form = page.split('<form class="search"', 1)[1].split("</form>", 1)[0]
    assert 'action="/fragor"' in form
    assert '<input type="hidden" name="fack" value="vision">' in form
    assert 'name="typ"' not in form
    assert "Sök i frågorna" in form


def test_a_protocol_leads_back_to_the_questions_one_came_from(client: FlaskClient) -> None:
    page = client.get("/fragor?fack=vision&q=receptionen").text
    link = html.unescape(re.findall('<h2><a href="([^"]+)"', page)[0])
    assert link.endswith("via=fragor#p2")
    for onward in (link, *re.findall(r'href="([^"]+/varfor/[^"]+)"', page)):
        there = html.unescape(client.get(html.unescape(onward)).text)
        assert "/fragor?q=receptionen&fack=vision" in there, onward
        assert "/sok?q=receptionen" not in there, onward


def test_a_protocol_leads_back_to_the_search_one_came_from(client: FlaskClient) -> None:
    page = client.get("/sok?typ=fraga&fack=vision&q=receptionen").text
    assert "via=fragor" not in page
    link = html.unescape(re.findall('<h2><a href="([^"]+)"', page)[0])
    assert "/sok?q=receptionen&typ=fraga&fack=vision" in html.unescape(client.get(link).text)


def test_from_where_one_came_changes_nothing_but_pages_of_protocols(client: FlaskClient) -> None:
    with_it, without = (client.get(f"/sok?typ=fraga{it}").text for it in ("&via=fragor", ""))
    assert with_it == without


def test_a_tag_adds_to_the_choices_and_is_plain_where_it_is_chosen(client: FlaskClient) -> None:
    page = html.unescape(client.get("/fragor?fack=vision").text)
    tags = page.split('class="tags"', 1)[1].split("</ul>", 1)[0]
    assert '<span class="tag" title="Vision">Vision</span>' in tags
    assert 'href="/fragor?fack=vision&amne=hot-och-vald"' in tags
    assert "/sok" not in tags
