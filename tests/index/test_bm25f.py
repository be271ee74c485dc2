"""The engine's scores against BM25F in plain Python over the same documents."""

import collections.abc as c
import contextlib
import pathlib
import tempfile

import pytest
from corpora import History, histories
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_ranking import PlainRanking
from plain_reading import PlainReading, shown_document
from questions import Questions
from whoosh_bounds import tiny_bounds

from archive.registry import packaged
from index import open_index


@settings(max_examples=20, deadline=None)
@given(
    histories,
    st.sampled_from((contextlib.nullcontext, tiny_bounds)),
    st.integers(0, 2**32).map(Questions),
)
def test_scores_are_those_of_bm25f_over_what_the_audience_may_see(
    history: History,
    bounds: c.Callable[[], contextlib.AbstractContextManager[None]],
    asked: Questions,
):
    plain = PlainReading(history.left())
    with bounds(), tempfile.TemporaryDirectory() as folder:
        index = open_index(pathlib.Path(folder), packaged())
        history.write(index)
        for request in [asked.request() for _ in range(30)]:
            ranking = PlainRanking(plain, request)
            expected = {
                reading.shown: pytest.approx(ranking.score(reading), rel=1e-3)
                for reading in plain.answer(request)
            }
            found = index.find(request).page
            assert {shown_document(doc): score for doc, score in found} == expected, request
