import datetime as dt

from msgspec.structs import replace

from archive.model import Basis, Exchange, PageStart, Span
from archive.visibility import Visibility
from index.documents import Document, Facts
from index.engine import Hit, Kind
from index.hits import make_hit
from index.marks import Marker
from index.nearness import read
from index.query import parse_query
from index.swedish import packaged_language

QUESTION = "Vision frågar om larmen fungerar."
ANSWER = "Arbetsgivaren svarar att larmen är lagade."
TEXT = f"Verksamheten växer.\n\n{QUESTION}\n\n{ANSWER}"
ASKED = Span(TEXT.index(QUESTION), TEXT.index(QUESTION) + len(QUESTION))
ANSWERED = Span(TEXT.index(ANSWER), len(TEXT))
SECTION = Document(
    Facts(Kind.SECTION, Visibility.PUBLIC, "skola/2030-01-15", 4, dt.date(2030, 1, 15), "skola"),
    title="Larm och lokaler",
    text=TEXT,
    protocol_title="Protokoll 2030-01-15",
    filename="protokoll.pdf",
    date_basis=Basis.STATED,
    forvaltning_name="Skolförvaltningen",
    forvaltning_basis=Basis.STATED,
    numbers=(9,),
    ordinal=4,
    anchor="p9",
    page_starts=(PageStart(0, 2), PageStart(ANSWERED.start, 3)),
    exchanges=(Exchange("vision", QUESTION, ANSWER, True, ASKED, ANSWERED),),
)


def hit_of(query: str, document: Document = SECTION) -> Hit:
    marker = Marker(parse_query(query).tree, packaged_language())
    return make_hit(read(document, 1.5, marker), marker)


def test_a_section_is_shown_with_its_number_and_its_title_marked():
    hit = hit_of("larm")
    assert (hit.number, hit.ordinal, hit.anchor, hit.score) == (9, 4, "p9", 1.5)
    assert [hit.title[mark.start : mark.end] for mark in hit.title_marks] == ["Larm"]


def test_the_page_is_that_of_the_first_mark():
    assert hit_of("lagade").page == 3
    assert hit_of("växer").page == 2
    assert hit_of("").page == 2


def test_a_section_shows_the_exchange_that_its_best_passage_lies_in():
    exchange = hit_of("lagade").exchange
    assert exchange.union == "vision"
    assert [exchange.answer.text[m.start : m.end] for m in exchange.answer.marks] == ["lagade"]
    assert hit_of("växer").exchange is None


def test_a_protocol_as_a_whole_has_no_section():
    protocol = replace(SECTION, facts=replace(SECTION.facts, kind=Kind.PROTOCOL))
    hit = hit_of("larm", protocol)
    assert (hit.number, hit.title) == (None, None)


def test_excerpts_stand_in_the_order_of_the_text():
    text = (
        "Larm. " + "Verksamheten går igenom hur det står till i alla enheter. " * 10 + "Larm, hot."
    )
    hit = hit_of("larm hot", replace(SECTION, text=text))
    first, best = hit.excerpts
    assert first.text.startswith("Larm. Verksamheten")
    assert best.text.endswith("Larm, hot.")
