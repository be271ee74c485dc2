"""What the fields keep is what Whoosh's own searcher reads."""

import contextlib
import pathlib
import typing as t

import pytest
import whoosh.index
from whoosh.query import And, Not, Or, Phrase, Prefix, Query, Term

from index.swedish import cut
from index.whoosh_engine.fields import Placed, Words, placed, section_schema
from index.whoosh_engine.section_writer import SectionWriter

TEXTS = (
    "Arbetsgivaren informerar om budgeten för nästa år.",
    "Vision frågar om budgeten. Arbetsgivaren svarar att budgeten beslutas i juni.",
    "Hot och våld: inga nya tillbud, men hot om våld har förekommit.",
    "Ny MBL-förhandling begärs om 25 % av tjänsterna.",
)


def add(writer: t.Any, number: int, text: str, **facets: str) -> None:
    writer.add_document(
        protocol=f"p{number}",
        kind="paragraf",
        title=placed(cut("Övrigt"), (f"§{number}",)),
        text=placed(cut(text)),
        document=text.encode(),
        **facets,
    )


@pytest.fixture
def index(tmp_path: pathlib.Path) -> t.Any:
    """The texts in two segments."""
    opened = whoosh.index.create_in(str(tmp_path), section_schema())
    for half in (range(2), range(2, 4)):
        writer = SectionWriter(opened)
        for number in half:
            add(writer, number, TEXTS[number], union="vision,kommunal", date="2030-05-02")
        writer.commit(merge=False)
    return opened


def found(index: t.Any, query: Query) -> list[str]:
    with index.searcher() as searcher:
        hits = searcher.search(query, limit=None)
        return sorted(TEXTS.index(hit["document"].decode()) for hit in hits)


def test_a_word_is_found_in_every_segment(index: t.Any):
    with contextlib.closing(index.reader()) as reader:
        assert len(reader.leaf_readers()) == 2
    assert found(index, Term("text", "om")) == [0, 1, 2, 3]


def test_plain_operators_find_what_they_say(index: t.Any):
    budget, asks, threat = (Term("text", key) for key in ("budgeten", "vision", "hot"))
    assert found(index, And([budget, asks])) == [1]
    assert found(index, Or([asks, threat])) == [1, 2]
    assert found(index, And([budget, Not(asks)])) == [0]
    assert found(index, Prefix("text", "arbets")) == [0, 1]


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("hot och våld", [2]),
        ("hot våld", []),
        ("om budgeten", [0, 1]),
        ("mbl förhandling", [3]),
        ("mbl-förhandling förhandling begärs", [3]),
        ("25% av", [3]),
    ],
)
def test_a_phrase_is_found_where_its_words_follow_one_another(
    index: t.Any, phrase: str, numbers: list[int]
):
    assert found(index, Phrase("text", phrase.split())) == numbers


def test_a_label_stands_where_the_title_begins(index: t.Any):
    assert found(index, Term("title", "§3")) == [3]
    with index.searcher() as searcher:
        positions = searcher.postings("title", "§3").value_as("positions")
        assert positions == searcher.postings("title", "övrigt").value_as("positions") == [0]


def test_facets_are_fields(index: t.Any):
    assert found(index, Term("union", "kommunal")) == [0, 1, 2, 3]
    assert found(index, And([Term("date", "2030-05-02"), Term("protocol", "p2")])) == [2]


def test_a_deleted_document_is_no_longer_found(index: t.Any):
    writer = SectionWriter(index)
    writer.delete_document(1)
    add(writer, 1, TEXTS[1])
    writer.delete_document(2)
    writer.commit(merge=False)
    assert found(index, Term("text", "om")) == [0, 1, 3]
    assert found(index, Term("text", "budgeten")) == [0, 1]


def test_positions_are_encoded_as_whoosh_does():
    value = Placed(("om", "hot", "om", "om", "av"), (0, 3, 3, 7, 70_000))
    word = Words()
    read = {
        key: (often, weight, word.format.decode_positions(encoded))
        for key, often, weight, encoded in word.index(value)
    }
    assert read == {
        b"om": (3, 3.0, [0, 3, 7]),
        b"hot": (1, 1.0, [3]),
        b"av": (1, 1.0, [70_000]),
    }


def test_a_text_without_words_is_no_hindrance(index: t.Any):
    writer = SectionWriter(index)
    writer.add_document(kind="protokoll", title=placed(cut("…")), text=placed(cut("")))
    writer.commit(merge=False)
    assert index.doc_count() == len(TEXTS) + 1
