from searchable import BROMMA, LARM

from index import Kind
from index.documents import Document, documents


def of_kind(kind: Kind) -> list[Document]:
    return [document for document in documents(BROMMA) if document.facts.kind is kind]


def test_a_protocol_gives_a_document_for_each_section_each_exchange_and_itself():
    assert [len(of_kind(kind)) for kind in Kind] == [4, 2, 1]


def test_a_question_has_its_asker_its_answer_and_its_page():
    asked = of_kind(Kind.EXCHANGE)[1]
    assert asked.facts.unions == ("kommunal",)
    assert asked.facts.answered == (False,)
    assert asked.text == "Kommunal frågar om väktare under helgerna.\n\nArbetsgivaren återkommer."
    assert [asked.page_at(offset) for offset in (0, len(asked.text))] == [4, 4]


def test_a_section_knows_on_which_page_a_place_stands():
    hot = of_kind(Kind.SECTION)[2]
    assert hot.page_at(0) == 3
    assert hot.page_at(LARM.index("väktare")) == 4


def test_the_whole_protocol_gathers_what_its_sections_say():
    [whole] = of_kind(Kind.PROTOCOL)
    assert whole.numbers == (1, 8, 9, 10)
    assert whole.facts.unions == ("vision", "kommunal")
    assert whole.facts.answered == (False, True)
    assert "Hot och våld\n\nVision undrar" in whole.text
    assert whole.page_at(whole.text.index("väktare")) == 4


def test_only_items_of_form_are_formal():
    formal = [document.numbers for document in documents(BROMMA) if document.facts.is_formal]
    assert formal == [(1,)]
