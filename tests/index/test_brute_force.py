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
from index import SearchIndex, open_index

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
