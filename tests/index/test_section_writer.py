"""A segment is the same segment, whoever gathers its posting lists: ours against Whoosh's own."""

import contextlib
import pathlib
import tempfile
import typing as t
from unittest import mock

import whoosh.index
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.writing import SegmentWriter

from index.whoosh_engine import section_writer
from index.whoosh_engine.fields import Placed, section_schema
from index.whoosh_engine.section_writer import BLOCK, SectionWriter

KEYS = ("av", "budget", "möte", "§9", "överläggning")

texts = st.lists(st.sampled_from(KEYS), max_size=12)
protocols = st.sampled_from(("p1", "p2", "p3"))
documents = st.fixed_dictionaries(
    {"protocol": protocols, "title": texts, "text": texts, "union": st.sampled_from(("a", "a,b"))}
)
Documents = list[dict[str, t.Any]]


def write(writer: t.Any, some: Documents) -> None:
    for document in some:
        words = {
            name: Placed(document[name], range(len(document[name]))) for name in ("title", "text")
        }
        writer.add_document(**document | words)


def content(opened: t.Any) -> list[t.Any]:
    """All that is in an index, segment by segment."""
    with contextlib.closing(opened.reader()) as reader:
        return [content_of(leaf) for leaf, _ in reader.leaf_readers()]


def content_of(leaf: t.Any) -> tuple[t.Any, ...]:
    lists = {}
    for field, key in leaf.all_terms():
        info, matcher = leaf.term_info(field, key), leaf.postings(field, key)
        postings = []
        while matcher.is_active():
            postings.append((matcher.id(), matcher.weight(), matcher.value() or None))
            matcher.next()
        lists[field, key] = (
            postings,
            (info.weight(), info.doc_frequency(), info.min_id(), info.max_id()),
            (info.min_length(), info.max_length(), info.max_weight()),
        )
    lengths = [leaf.doc_field_length(n, "text") for n in range(leaf.doc_count_all())]
    return lists, lengths, sorted(leaf.segment().deleted_docs())


def history(
    folder: str, kind: t.Any, rounds: list[tuple[Documents, str]], **options: t.Any
) -> t.Any:
    """An index written in rounds, each of which takes out a protocol too."""
    pathlib.Path(folder).mkdir()
    opened = whoosh.index.create_in(folder, section_schema())
    for some, gone in rounds:
        writer = kind(opened, **options)
        writer.delete_by_term("protocol", gone)
        write(writer, some)
        writer.commit(merge=False)
    return opened


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(documents, min_size=1, max_size=8), protocols), min_size=1, max_size=3
    ),
    st.sampled_from((128, 0.002, 0.0)),
    st.sampled_from((0, 2, 16)),
    st.sampled_from((3, 1024)),
)
def test_whatever_is_written_is_what_whoosh_would_have_written(
    rounds: list[tuple[Documents, str]], limitmb: float, few: int, block: int
):
    sizes = mock.patch.multiple(section_writer, FEW=few, BLOCK=block)
    with sizes, tempfile.TemporaryDirectory() as folder:
        theirs = history(f"{folder}/theirs", SegmentWriter, rounds)
        ours = history(f"{folder}/ours", SectionWriter, rounds, limitmb=limitmb)
        assert content(ours) == content(theirs)

        SegmentWriter(theirs).commit(optimize=True)
        SectionWriter(ours, limitmb=limitmb).commit(optimize=True)
        assert content(ours) == content(theirs)


def test_a_list_longer_than_a_block_is_read_whole(tmp_path: pathlib.Path):
    some = [{"text": ["budget", *["möte"] * (n % 3)]} for n in range(BLOCK + 2)]
    opened = whoosh.index.create_in(str(tmp_path), section_schema())
    writer = SectionWriter(opened, limitmb=0.05)
    for document in some:
        writer.add_document(text=Placed(document["text"], range(len(document["text"]))))
    writer.commit()
    with opened.searcher() as searcher:
        assert list(searcher.postings("text", "budget").all_ids()) == [*range(BLOCK + 2)]
        info = searcher.term_info("text", "möte")
        assert (info.doc_frequency(), info.max_weight(), info.max_length()) == (684, 2, 3)


def test_the_index_remembers_whooshs_own_codec(tmp_path: pathlib.Path):
    opened = whoosh.index.create_in(str(tmp_path), section_schema())
    writer = SectionWriter(opened)
    write(writer, [{"text": ["budget"], "title": []}])
    writer.commit()
    toc = next(tmp_path.glob("*.toc")).read_bytes()
    assert b"index.whoosh_engine.fields" in toc
    assert b"index.whoosh_engine.section_writer" not in toc


def test_a_file_put_beside_the_segment_stays_there(tmp_path: pathlib.Path):
    opened = whoosh.index.create_in(str(tmp_path), section_schema())
    writer = SectionWriter(opened)
    write(writer, [{"text": ["budget"], "title": []}])
    beside = tmp_path / writer.newsegment.make_filename(".words")
    beside.write_bytes(b"ord")
    writer.commit()
    assert beside.read_bytes() == b"ord"
