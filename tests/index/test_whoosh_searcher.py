"""The engine's sets against those of Whoosh's own searcher on the same index, and brute force.

Whoosh's document numbers are all collected: its scored collectors leave documents out of OR and of
prefixes. `DisjunctionMax` is never asked, for it gives one document the score of another.
"""

import collections.abc as c
import contextlib
import functools
import pathlib
import tempfile
import typing as t

import msgspec
import whoosh.index
from corpora import History, histories
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_reading import PlainReading
from questions import EVERY_HIT, Questions
from whoosh.query import And, AndNot, Every, Or, Phrase, Prefix, Query, Term
from whoosh_bounds import tiny_bounds

from archive.registry import packaged
from archive.visibility import Audience
from index import Kind, Request, query_tree
from index.documents import Document
from index.query import parse_query
from index.whoosh_engine import WhooshIndex

CORPORA: t.Final = 50
QUERIES: t.Final = 100

Place: t.TypeAlias = tuple[str, int]
Bounds: t.TypeAlias = c.Callable[[], contextlib.AbstractContextManager[None]]

questions = st.integers(0, 2**32).map(functools.partial(Questions, inflected=False))


@settings(max_examples=CORPORA, deadline=None)
@given(histories, st.sampled_from((contextlib.nullcontext, tiny_bounds)), questions)
def test_sets_of_sections_are_those_of_whooshs_own_searcher_and_of_brute_force(
    history: History, bounds: Bounds, asked: Questions
):
    plain = PlainReading(history.left())
    with bounds(), tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(pathlib.Path(folder), packaged())
        history.write(index)
        with whoosh_in(pathlib.Path(folder)) as whoosh_finds:
            for query in [asked.query(depth=1) for _ in range(QUERIES)]:
                request = Request(
                    query, Audience.OPERATOR, Kind.SECTION, limit=EVERY_HIT, literal=True
                )
                found = index.find(request)
                ours = {(d.facts.protocol_id, d.ordinal) for d, _ in found.page}
                assert len(ours) == found.total
                assert ours == whoosh_finds(query), query
                assert ours == {reading.shown[:2] for reading in plain.answer(request)}, query


@contextlib.contextmanager
def whoosh_in(folder: pathlib.Path) -> c.Iterator[c.Callable[[str], set[Place]]]:
    """Whoosh's answer to a query: all sections, by protocol and ordinal."""
    [generation] = (path for path in folder.iterdir() if path.is_dir())
    with whoosh.index.open_dir(str(generation)).searcher() as searcher:
        reader = searcher.reader()
        sections = {
            number: place for number in reader.all_doc_ids() if (place := _place(reader, number))
        }

        def find(query: str) -> set[Place]:
            found = searcher.docs_for_query(_whoosh_query(parse_query(query).tree))
            return {sections[number] for number in found if number in sections}

        yield find


def _place(reader: t.Any, number: int) -> Place | None:
    """Where that document stands, if it is a section."""
    stored = reader.stored_fields(number)["document"]
    document = msgspec.msgpack.decode(stored, type=Document)
    if document.facts.kind is not Kind.SECTION or document.ordinal is None:
        return None
    return document.facts.protocol_id, document.ordinal


def _whoosh_query(tree: query_tree.Node) -> Query:
    """The same tree in Whoosh's plain operators."""
    match tree:
        case query_tree.And(parts):
            return And([_whoosh_query(part) for part in parts])
        case query_tree.Or(parts):
            return Or([_whoosh_query(part) for part in parts])
        case query_tree.Not(part):
            return AndNot(Every(), _whoosh_query(part))
        case query_tree.Everything():
            return Every()
        case query_tree.Exact(key) | query_tree.Word(key):  # a figure is a word without forms
            return _in_both_fields(lambda field: Term(field, key))
        case query_tree.Prefix(key):
            return _in_both_fields(lambda field: Prefix(field, key))
        case query_tree.Phrase(keys):
            return _in_both_fields(lambda field: Phrase(field, list(keys)))


def _in_both_fields(query: c.Callable[[str], Query]) -> Query:
    return Or([query("title"), query("text")])
