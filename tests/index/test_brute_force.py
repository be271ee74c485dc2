"""Every answer of the engine against the plainest possible reading of the same documents."""

import collections
import collections.abc as c
import contextlib
import dataclasses as dc
import pathlib
import tempfile
import typing as t

from corpora import History, histories
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_reading import PlainReading, in_order, shown
from questions import Questions
from whoosh_bounds import tiny_bounds

from archive.registry import packaged
from index import Kind, SearchIndex, open_index
from index.documents import Document
from index.whoosh_engine.order import MOST_SHOWN

CORPORA: t.Final = 50
QUESTIONS: t.Final = 40

questions = st.integers(0, 2**32).map(Questions)
bounds = st.sampled_from((contextlib.nullcontext, tiny_bounds))

Bounds: t.TypeAlias = c.Callable[[], contextlib.AbstractContextManager[None]]


@contextlib.contextmanager
def written(history: History, bounds: Bounds) -> c.Iterator[SearchIndex]:
    """An index that came to be so, written and read within those bounds."""
    with bounds(), tempfile.TemporaryDirectory() as folder:
        index = open_index(pathlib.Path(folder), packaged())
        history.write(index)
        yield index


@settings(max_examples=CORPORA, deadline=None)
@given(histories, bounds, questions)
def test_hits_total_facets_and_order_are_those_of_reading_everything(
    history: History, bounds: Bounds, questions: Questions
):
    plain = PlainReading(history.left())
    with written(history, bounds) as index:
        for request in [questions.request() for _ in range(QUESTIONS)]:
            result, found = index.search(request), plain.answer(request)
            hits = [shown(hit) for hit in result.hits]
            scores = {shown(hit): hit.score for hit in result.hits}
            ordered = [reading.shown for reading in in_order(found, request.order, scores)]
            assert collections.Counter(hits) == collections.Counter(ordered), request
            assert (hits, result.total) == (ordered, len(found)), request
            assert result.facets == plain.facets(request), request


@settings(max_examples=12, deadline=None)
@given(histories, bounds, questions)
def test_a_page_is_its_part_of_the_whole_list(
    history: History, bounds: Bounds, questions: Questions
):
    with written(history, bounds) as index:
        for request in [questions.request() for _ in range(12)]:
            first, size = questions.page()
            whole = index.search(request)
            page = index.search(dc.replace(request, offset=first, limit=size))
            assert page.hits == whole.hits[first : first + size], request
            assert (page.total, page.facets) == (whole.total, whole.facets), request


@settings(max_examples=12, deadline=None)
@given(histories, bounds, questions)
def test_gathered_hits_are_the_same_ones_by_protocol(
    history: History, bounds: Bounds, questions: Questions
):
    with written(history, bounds) as index:
        for asked in [questions.request() for _ in range(12)]:
            request = dc.replace(asked, kind=Kind.SECTION, offset=0, limit=1000)
            by_protocol: dict[str, list[Document]] = {}
            for document, _ in index.find(request).page:
                by_protocol.setdefault(document.facts.protocol_id, []).append(document)
            found = index.find(dc.replace(request, gathered=True))
            expected = [document for of in by_protocol.values() for document in of[:MOST_SHOWN]]
            assert [document for document, _ in found.page] == expected, request
            assert found.in_protocol == {id_: len(of) for id_, of in by_protocol.items()}
            assert list(found.in_protocol) == list(by_protocol)
            assert found.protocols == len(by_protocol)
            second = index.find(dc.replace(request, gathered=True, offset=1, limit=2))
            assert list(second.in_protocol) == list(by_protocol)[1:3]
