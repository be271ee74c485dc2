import re

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.months import MONTHS
from archive.registry import packaged
from index import REPEATED

NONSENSE = [
    "typ=bild",
    "sort=x",
    "sida=-3",
    "sida=99999999999999999999",
    "sida=two",
    "forvaltning=mordor&fack=%00&amne=%F0%9F%98%80&utfall=x",
    "ar=20255&fran=2025-02-31&till=alltid",
    "q=%22",
    "q=((((",
    "q=*",
    "q=a*",
    "q=%F0%9F%A6%86",
    "q=och+i+att",
    "q=%FF%FE",
    "q=" + "hot+" * 5000,
    "q=-",
    "q=%3Cscript%3E",
    "&&&=&q",
    "fack=" + "&fack=".join(f"f{n}" for n in range(300)),
]


def headings(page: str) -> list[str]:
    return [re.sub("<[^>]+>", "", found) for found in re.findall("<h2><a[^>]*>(.*?)</a>", page)]


def test_a_search_finds_the_paragraph_with_its_words_marked(client: FlaskClient) -> None:
    page = client.get("/sok?q=sjukfrånvaro").text
    assert "Sjukfrånvaro" in headings(page)
    assert "<mark>" in page
    assert 'href="/protokoll/farsta/2025-01-14?q=sjukfr%C3%A5nvaro#p3"' in page


def test_the_sentence_says_in_swedish_what_was_searched(client: FlaskClient) -> None:
    page = client.get("/sok?q=larm&fack=vision&fack=kommunal&fran=2021&till=2025").text
    sentence = re.sub(r"<[^>]+>", "", re.findall("<h1.*?</h1>", page, re.DOTALL)[0])
    assert sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "1 paragraf om larm · Vision eller Kommunal · 2021–2025"
    )


def test_every_choice_has_a_chip_that_takes_it_away(client: FlaskClient) -> None:
    page = client.get("/sok?q=larm&fack=vision&forvaltning=farsta&ar=2025").text
    chips = re.findall('class="chip" href="([^"]+)"', page)
    assert [chip.replace("&amp;", "&") for chip in chips] == [
        "/sok?q=larm&fack=vision&ar=2025",
        "/sok?q=larm&forvaltning=farsta&ar=2025",
        "/sok?q=larm&forvaltning=farsta&fack=vision",
    ]


def test_predecessors_are_named_and_can_be_left_out(client: FlaskClient) -> None:
    page = client.get("/sok?forvaltning=jarva").text
    assert "med föregångare: " in page
    assert "/sok?forvaltning=jarva&amp;foregangare=nej" in page
    assert "utan föregångare" in client.get("/sok?forvaltning=jarva&foregangare=nej").text


def test_a_question_is_shown_with_its_asker_and_answer(client: FlaskClient) -> None:
    page = client.get("/sok?typ=fraga&q=receptionen").text
    assert "Vision frågar" in page
    assert "Arbetsgivaren svarar" in page


def test_an_unanswered_question_says_so(client: FlaskClient) -> None:
    page = client.get("/sok?typ=fraga&besvarad=nej").text
    assert page.count('<span class="tag doubt">obesvarad</span>') == 2
    assert "Arbetsgivaren svarar inte ännu" in page
    assert "Inget svar i protokollet" in page


def test_an_inferred_date_says_so_and_leads_to_its_evidence(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsplatsvåld&forvaltning=jarva").text
    assert re.search(
        '<a class="inferred" href="/protokoll/jarva/2024-08-20#underlag"[^>]*>.*?beräknat</a>', page
    )


def test_the_tabs_keep_the_search_and_count_their_own_kind(client: FlaskClient) -> None:
    page = client.get("/sok?q=receptionen").text
    tabs = re.findall(r'<a href="([^"]+)"[^>]*>(\S.*?) <span class="count">(\d+)</span>', page)
    assert ("/sok?q=receptionen&amp;typ=fraga", "Frågor &amp; svar", "1") in tabs


def test_no_words_list_everything_newest_first(client: FlaskClient) -> None:
    page = client.get("/sok").text
    assert headings(page)[0] == "Mötet öppnas"
    assert "14\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2025" in page


def test_pages_lead_on_and_back(client: FlaskClient) -> None:
    first = client.get("/sok?q=arbetsmiljön").text
    assert 'rel="next" href="/sok?q=arbetsmilj%C3%B6n&amp;sida=2"' in first
    assert 'rel="prev"' not in first
    second = client.get("/sok?q=arbetsmiljön&sida=2").text
    assert 'rel="prev" href="/sok?q=arbetsmilj%C3%B6n"' in second
    assert headings(first) != headings(second)


def test_a_page_beyond_the_last_shows_the_last(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsmiljön&sida=900").text
    assert "Den sista visas" in page
    assert headings(page)


def test_zero_hits_offer_the_choice_that_hides_them(client: FlaskClient) -> None:
    page = client.get("/sok?q=receptionen&fack=ledarna&forvaltning=farsta").text
    assert "Inga paragrafer" in page
    assert re.search(r'href="/sok\?q=receptionen&amp;forvaltning=farsta">utan Ledarna', page)
    assert "utan Farsta" not in page


def test_the_timeline_has_a_bar_for_every_year_between(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsmiljön&ar=2022&ar=2020").text
    bars = re.findall(r'class="(lit|dim)"', page)
    assert bars == ["lit", "dim", "lit", "dim", "dim"]  # 2020–2024
    assert "ar=2022&amp;ar=2020&amp;ar=2021" in page


def test_a_chosen_year_is_counted_by_month(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsmiljön&ar=2022").text.replace("\N{NO-BREAK SPACE}", " ")
    months = re.findall(r'<span class="unseen">(\w+) 2022: (\d+) paragrafer</span>', page)
    assert len(months) == 12
    assert months[:8] == [(name, "3") for name in MONTHS[:8]]
    assert months[8:] == [(name, "0") for name in MONTHS[8:]]
    assert 'href="/sok?q=arbetsmilj%C3%B6n&amp;ar=2022-03"' in page
    assert '<a href="/sok?q=arbetsmilj%C3%B6n">Alla år</a>' in page


def test_the_months_of_what_is_internal_are_not_counted(client: FlaskClient) -> None:
    page = client.get("/sok?ar=2023&typ=protokoll").text
    assert "maj 2023: 1" not in page


def test_a_page_says_which_it_is_and_where_the_next_is(client: FlaskClient) -> None:
    page = client.get("/sok?sida=2&q=arbetsmiljön&x=1").text
    assert "<title>arbetsmiljön, sida 2 – Lillbyarkivet</title>" in page
    head = page[: page.index("</head>")]
    assert '<link rel="canonical" href="/sok?q=arbetsmilj%C3%B6n&amp;sida=2">' in head
    assert '<link rel="prev" href="/sok?q=arbetsmilj%C3%B6n">' in head
    assert '<link rel="next" href="/sok?q=arbetsmilj%C3%B6n&amp;sida=3">' in head
    assert '<meta name="robots" content="noindex">' in head


def test_where_nothing_is_found_some_topics_are_offered(client: FlaskClient) -> None:
    page = client.get("/sok?q=xylofon").text
    assert "Börja med ett ämne" in page
    assert 'href="/sok?amne=hot-och-vald"' in page
    assert 'href="/sok?amne=formalia"' not in page


def test_where_only_some_of_the_words_are_found_help_is_offered_too(client: FlaskClient) -> None:
    page = client.get("/sok?q=receptionen+xylofon&forvaltning=farsta").text
    assert "har några av dem" in page
    assert "Tips för sökningen" in page


def test_a_choice_in_the_way_of_all_the_words_is_named(client: FlaskClient) -> None:
    page = client.get("/sok?q=arbetsplatsvåld+riktlinjen&forvaltning=farsta").text
    assert "Alla orden finns om du tar bort ett val" in page
    assert re.search(r'riktlinjen">utan Farsta <span class="count">1<', page)


def test_hundreds_of_choices_are_folded_but_all_can_be_taken_away(client: FlaskClient) -> None:
    registries = packaged()
    every = [("fack", id_) for id_ in registries.unions] + [
        ("amne", it) for it in registries.topics
    ]
    page = client.get("/sok", query_string=every).text
    taken_away = len(re.findall("Ta bort valet", page))
    assert taken_away >= len(every)
    assert f"Visa {taken_away - 12} val till" in page
    assert len(re.sub("<[^>]+>", "", re.findall("<h1.*?</h1>", page, re.DOTALL)[0])) < 300


def test_only_what_the_reader_chose_is_counted_as_choices(client: FlaskClient) -> None:
    page = client.get("/sok?forvaltning=jarva").text
    assert "med föregångare" in page
    assert "Avgränsa · 1\N{NO-BREAK SPACE}val" in page


def test_a_search_for_the_words_as_typed_has_a_way_out(client: FlaskClient) -> None:
    page = client.get("/sok?q=larm&ordagrant=ja").text
    assert re.search(r'class="chip" href="/sok\?q=larm"[^>]*>.*?bara det jag skrev', page)


def test_zero_hits_for_the_words_as_typed_offer_the_search_without_that(
    client: FlaskClient,
) -> None:
    page = client.get("/sok?q=receptionen+riktlinjen&ordagrant=ja").text
    assert re.search(r'href="/sok\?q=receptionen\+riktlinjen">inte bara det jag skrev <', page)
    assert "hjälper inte" not in page


def test_words_in_different_paragraphs_of_a_protocol_are_told_of(client: FlaskClient) -> None:
    for query in ("q=receptionen+sjukfrånvaro", "q=receptionen+sjukfrånvaro&ordagrant=ja"):
        page = client.get(f"/sok?{query}").text
        link = '<a href="/sok?q=receptionen+sjukfr%C3%A5nvaro&amp;typ=protokoll&amp;ordagrant=ja">'
        assert f"{link}Ett protokoll har båda" in page
        assert "i olika paragrafer" in page


def test_signs_alone_show_all_and_are_not_called_what_it_is_about(client: FlaskClient) -> None:
    page = client.get("/sok?q=%F0%9F%99%82+(((").text
    assert "<strong>Visar alla " in page
    assert "om <strong>" not in page


def test_a_tag_adds_to_the_search(client: FlaskClient) -> None:
    page = client.get("/sok?q=receptionen&fack=vision").text
    tags = page.split('class="tags"', 1)[1].split("</ul>", 1)[0]
    assert 'href="/sok?q=receptionen&amp;fack=vision&amp;amne=hot-och-vald"' in tags
    assert '<span class="tag" title="Vision">' in tags


def test_the_public_finds_nothing_of_what_is_internal(client: FlaskClient) -> None:
    for query in ("q=drakägg&typ=protokoll", "q=Skarpnäck", "forvaltning=skarpnack", "ar=2023"):
        page = client.get(f"/sok?{query}").text
        assert "Inga " in page
        assert "Hemligt" not in page


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_gets_a_page(client: FlaskClient, query: str) -> None:
    response = client.get(f"/sok?{query}")
    assert response.status_code == 200
    assert '<html lang="sv">' in response.text


QUERY_CHARACTERS = st.characters(codec="utf-8")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from(["q", "typ", *REPEATED, "fran", "till", "besvarad", "sort", "sida"]),
        st.one_of(
            st.text(QUERY_CHARACTERS, max_size=40),
            st.text('"()*-: §åäö=ELOCHINT19', max_size=25),
        ),
        max_size=4,
    )
)
def test_no_query_string_is_an_error(client: FlaskClient, query: dict[str, str]) -> None:
    assert client.get("/sok", query_string=query).status_code == 200
