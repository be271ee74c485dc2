"""The order of the first hits, by how the words stand in them."""

import datetime as dt

from msgspec.structs import replace

from archive.model import Basis
from archive.visibility import Visibility
from index.documents import Document, Facts
from index.engine import Kind
from index.marks import Marker
from index.nearness import read, reweighed
from index.query import parse_query
from index.swedish import packaged_language

DAY = dt.date(2030, 1, 15)
SECTION = Document(
    Facts(Kind.SECTION, Visibility.PUBLIC, "skola/2030-01-15", 1, DAY, "skola"),
    title="Rubrik",
    text="",
    protocol_title="Protokoll 2030-01-15",
    filename="protokoll.pdf",
    date_basis=Basis.STATED,
    forvaltning_name="Skolförvaltningen",
    forvaltning_basis=Basis.STATED,
)
FAR = "Verksamheten går igenom hur det står till i alla enheter. " * 5


def ordered(query: str, *documents: Document, scores: tuple[float, ...] = (1, 1)) -> list[Document]:
    tree = parse_query(query).tree
    marker = Marker(tree, packaged_language())
    found = [read(doc, score, marker) for doc, score in zip(documents, scores, strict=True)]
    return [one.document for one in reweighed(found, tree)]


def section(text: str, *topics: str) -> Document:
    return replace(SECTION, text=text, facts=replace(SECTION.facts, topics=topics))


def test_words_side_by_side_come_before_the_same_words_apart():
    apart = section(f"Tid för möten. {FAR} Det är fackligt.")
    together = section(f"Facklig tid. {FAR}")
    assert ordered("facklig tid", apart, together) == [together, apart]


def test_they_may_stand_in_the_other_order():
    apart = section(f"Facklig fråga. {FAR} Tid för möten.")
    together = section(f"Tid för fackligt arbete. {FAR}")
    assert ordered("facklig tid", apart, together) == [together, apart]


def test_all_words_are_meant_not_two_of_three():
    two = section(f"Hot och våld. {FAR} Larm.")
    three = section(f"{FAR} Hot, våld och larm.")
    assert ordered("hot våld larm", two, three) == [three, two]


def test_what_means_the_same_stands_for_the_word():
    apart = section(f"Lön. {FAR} Ett skyddsombud.")
    together = section(f"Skyddsombud får lön. {FAR}")
    assert ordered("(skyddsombud ELLER ombud) lön", apart, together) == [together, apart]


def test_a_head_of_a_compound_comes_before_a_modifier():
    modifier = section("Frånvarorapporten.")
    head = section("Korttidsfrånvaron.")
    assert ordered("frånvaro", modifier, head) == [head, modifier]


def test_formal_matters_stay_last():
    formal = section("Facklig tid.", "formalia")
    apart = section(f"Facklig fråga. {FAR} Tid för möten.")
    assert ordered("facklig tid", apart, formal) == [apart, formal]


def test_equals_stay_in_their_order():
    one, other = section("Larm."), section("Larm.")
    assert [id(it) for it in ordered("larm", one, other)] == [id(one), id(other)]


def test_a_much_better_score_is_not_overtaken():
    apart = section(f"Tid för möten. {FAR} Det är fackligt.")
    together = section(f"Facklig tid. {FAR}")
    assert ordered("facklig tid", apart, together, scores=(3, 1)) == [apart, together]


def test_what_has_all_words_comes_before_what_has_some():
    some = section("Larm och larm och larm.")
    formal = section(f"Larm. {FAR} Hot.", "formalia")
    tree, all_words = parse_query("larm ELLER hot").tree, parse_query("larm hot").tree
    marker = Marker(tree, packaged_language())
    found = [read(some, 9, marker), read(formal, 1, marker)]
    assert [one.document for one in reweighed(found, tree, all_words)] == [formal, some]
