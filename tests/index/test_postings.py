import collections

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine.arrays import Gathered
from index.whoosh_engine.postings import MOST, Lists, ListsWriter, blocks, tallied, united

SIZE = 6
# List, document, times in title, times in text.
found = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, SIZE - 1), st.integers(0, 200), st.integers(0, 200)
    ),
    max_size=12,
)


def columns(rows: list[tuple[int, ...]]) -> list[np.ndarray]:
    return list(np.array(rows, np.uint8).reshape(-1, 4).T)


def added_up(rows: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """By list and document, with what is known of how often: so many at most."""
    title, text = collections.Counter[tuple[int, int]](), collections.Counter[tuple[int, int]]()
    for number, doc, in_title, in_text in rows:
        title[number, doc] += in_title
        text[number, doc] += in_text
    return [(*key, min(title[key], MOST), min(text[key], MOST)) for key in sorted(title)]


@given(found)
def test_what_stands_in_one_document_is_added_up(rows: list[tuple[int, ...]]):
    numbers, postings = tallied(*columns(rows))
    assert [*zip(numbers, *postings, strict=True)] == added_up(rows)


@given(found, st.sampled_from([SIZE, 1000]))
def test_lists_become_one_by_sorting_as_by_counting(rows: list[tuple[int, ...]], size: int):
    _, postings = tallied(*columns(rows))
    together = united(postings, size)
    assert [*zip(*together, strict=True)] == [
        row[1:] for row in added_up([(0, *row[1:]) for row in added_up(rows)])
    ]


@given(found)
def test_lists_are_read_as_they_were_written(rows: list[tuple[int, ...]]):
    sink = Gathered()
    writer = ListsWriter(sink, "x")
    numbers, postings = tallied(*columns(rows))
    early = numbers < 2
    writer.add(numbers[early], postings.only(early), 2)
    writer.add(numbers[~early] - 2, postings.only(~early), 2)
    lists = Lists(sink.arrays(), "x")
    for number in range(4):
        assert [*zip(*lists.of(number), strict=True)] == [
            row[1:] for row in added_up(rows) if row[0] == number
        ]
    sizes, some = lists.of_some(np.array([3, 1]))
    assert len(some.docs) == sizes.sum() == len(lists.of(3).docs) + len(lists.of(1).docs)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([1, 1, 1], [(0, 2), (2, 3)]),
        ([5, 0, 1, 1, 9], [(0, 1), (1, 4), (4, 5)]),  # one that is too large stands alone
    ],
)
def test_a_block_has_no_more_than_there_is_room_for(
    sizes: list[int], expected: list[tuple[int, int]]
):
    assert list(blocks(np.array(sizes), 2)) == expected
