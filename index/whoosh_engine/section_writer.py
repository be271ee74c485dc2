"""Whoosh's writer of a segment, with posting lists gathered term by term.

Whoosh keeps a tuple for every word of every document, sorts them all, and asks three objects about
each as it writes. Here a posting is appended to its term's list as it comes: documents are numbered
in the order they are added, so only the terms are left to sort, and a list is written a block at a
time. What comes of it is Whoosh's own format, read by Whoosh's own codec.
"""

import array
import collections
import itertools
import operator
import typing as t

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter, W3Segment, W3TermInfo
from whoosh.system import pack_ushort
from whoosh.writing import PostingPool, SegmentWriter

# Postings in a block, which is read as a whole: a long list in Whoosh's 128s takes twice as long.
BLOCK: t.Final = 1024

# So few postings are kept in the list of terms, not in a block of their own: most words are rare,
# and a block costs more than what is in it.
FEW: t.Final = 16

COMPRESSION: t.Final = 1  # of a block: Whoosh's 3 takes longer and saves a hundredth

# What a posting takes in memory besides its value, as measured: three places in a list, a weight,
# and its share of the list and the key.
POSTING_BYTES: t.Final = 72


class SectionWriter(SegmentWriter):
    """A faster `SegmentWriter`; its words' memory is bounded by `limitmb`."""

    def __init__(
        self, opened: t.Any, *, limitmb: float = 128, compound: bool = False, **options: t.Any
    ) -> None:
        # A compound segment is made of every file that bears the segment's name, which are then
        # removed: the files put in place beside it too.
        super().__init__(opened, codec=_Codec(BLOCK, COMPRESSION), compound=compound, **options)
        self.pool = _Pool(self.temp_storage(), self.newsegment, limitmb=limitmb)


class _Pool(PostingPool):
    """Postings by field and key: document, weight, value, document, weight, value …

    Where they grow too many they are written to a run in a file, and the runs are merged at last.
    """

    def __init__(self, tempstore: t.Any, segment: t.Any, limitmb: float) -> None:
        super().__init__(tempstore, segment, limitmb=limitmb)
        self._lists: dict[str, collections.defaultdict[bytes, list[t.Any]]]
        self._lists = collections.defaultdict(lambda: collections.defaultdict(list))

    def add(self, item: tuple[t.Any, ...]) -> None:
        field, key, document, weight, value = item
        self._lists[field][key] += document, weight, value
        self.currentsize += POSTING_BYTES + len(value or b"")
        if self.currentsize > self.limit:
            self.save()

    def save(self) -> None:
        self._gather()
        super().save()

    def items(self, maxfiles: int = 128) -> t.Any:
        self._gather()
        return super().items(maxfiles)

    def _gather(self) -> None:
        # What Whoosh sorts, writes and merges: a list begins with its first document's number, so
        # that a key's lists from several runs come in the order of the documents.
        self.current += [
            (field, key, found)
            for field, lists in self._lists.items()
            for key, found in lists.items()
        ]
        self._lists.clear()


class _Codec(W3Codec):
    def field_writer(self, storage: t.Any, segment: t.Any) -> "_FieldWriter":
        return _FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: t.Any, byteids: bool = False) -> "_PostingsWriter":
        return _PostingsWriter(dbfile, self._blocklimit, byteids, self._compression)

    def new_segment(self, storage: t.Any, indexname: str) -> W3Segment:
        # The index remembers Whoosh's codec, and no reader needs to know of this one.
        return W3Segment(W3Codec(), indexname)


class _FieldWriter(W3FieldWriter):
    def add_postings(self, schema: t.Any, lengths: t.Any, items: t.Any) -> None:
        documents = range(lengths.doc_count_all())
        for field, in_field in itertools.groupby(items, operator.itemgetter(0)):
            self.start_field(field, schema[field])
            known = [0] * len(documents)
            if schema[field].scorable:
                known = [lengths.doc_field_length(document, field, 0) for document in documents]
            for key, runs in itertools.groupby(in_field, operator.itemgetter(1)):
                found = [*itertools.chain.from_iterable(run for _, _, run in runs)]
                if len(found) <= 3 * FEW:
                    self._add_few(key, found, known)
                else:
                    self.start_term(key)
                    self._postwriter.add_all(found, known)
                    self.finish_term()
            self.finish_field()

    def _add_few(self, key: bytes, postings: list[t.Any], lengths: list[int]) -> None:
        """A term with its postings in the list of terms, where Whoosh too can read them."""
        ids, weights, values = postings[0::3], postings[1::3], postings[2::3]
        those = [lengths[document] for document in ids]
        info = W3TermInfo(
            sum(weights), len(ids), min(those) or None, max(those), max(weights), ids[0], ids[-1]
        )
        info.set_inlined(ids, weights, values)
        self._tindex.add(pack_ushort(self._fieldid) + key, info.to_bytes())


class _PostingsWriter(W3PostingsWriter):
    def add_all(self, postings: list[t.Any], lengths: list[int]) -> None:
        """All postings of a term, laid out as in `_Pool`. Whoosh writes the last block itself."""
        for begin in range(0, len(postings), 3 * BLOCK):
            if begin:
                self._write_block()
            block = postings[begin : begin + 3 * BLOCK]
            self._ids = array.array("I", block[0::3])
            self._weights = array.array("f", block[1::3])
            self._maxweight = max(self._weights)
            self._values = block[2::3]
            those = [lengths[document] for document in self._ids]
            self._minlength, self._maxlength = min(those) or None, max(those)
