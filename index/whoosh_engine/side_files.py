"""The two files beside each segment of Whoosh's: its words, and their forms.

They are opened if they are whole and of the right version, and otherwise made anew: the words out
of what Whoosh has stored, the forms out of the words. Where the folder cannot be written they are
made in memory. Whoosh clears them away with the segment, since they bear its name.
"""

import collections.abc as c
import contextlib
import functools
import logging
import pathlib
import sys
import typing as t

import msgspec
from whoosh.reading import SegmentReader

from index.documents import Document
from index.swedish import analyse, lists_version
from index.whoosh_engine.arrays import Gathered, Mapped, Stamp, Written
from index.whoosh_engine.fields import SCHEMA_VERSION, section_schema
from index.whoosh_engine.forms import Forms, write_forms
from index.whoosh_engine.gathering import Gathering, cut_unit
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.store import readable
from index.whoosh_engine.words import Words

log = logging.getLogger(__name__)

WORDS: t.Final = ".words"
FORMS: t.Final = ".forms"

lists: t.Final = functools.cache(lists_version)
_decode: t.Final = msgspec.msgpack.Decoder(Document).decode


def words_path(storage: t.Any, segment: t.Any) -> pathlib.Path:
    """Where the words of a segment of Whoosh's are."""
    return pathlib.Path(storage.folder) / str(segment.make_filename(WORDS))


def stamp_of(segment: t.Any, units: int) -> Stamp:
    """What the files of that segment are stamped with, when it has so many documents."""
    return {"schema": SCHEMA_VERSION, "segment": str(segment.segment_id()), "units": units}


class SideFiles:
    """The files beside the segments of one folder, each opened once."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[Segment, tuple[Mapped, ...]]] = {}

    @property
    def are_intact(self) -> bool:
        """Whether nobody has written in what is open; it must be looked at again otherwise."""
        return all(file.is_intact for _, files in self._open.values() for file in files)

    def segment(self, storage: t.Any, whooshs: t.Any) -> Segment:
        """A segment of Whoosh's as it is searched, as it was opened before or anew.

        Raises DamagedIndex where the segment itself cannot be read.
        """
        name = str(whooshs.segment_id())
        deleted = frozenset(whooshs.deleted_docs())
        if name in self._open:
            segment, files = self._open[name]
            if all(file.is_intact for file in files):
                if segment.deleted != deleted:
                    segment = Segment(segment.words, segment.forms, deleted)
                    self._open[name] = segment, files
                return segment
        with readable():
            words, files = _words(storage, whooshs)
        forms, more = _forms(words_path(storage, whooshs), words, whooshs)
        self._open[name] = Segment(words, forms, deleted), (*files, *more)
        return self._open[name][0]

    def keep_only(self, names: c.Container[str]) -> None:
        """Let go of all other segments' files."""
        self._open = {name: kept for name, kept in self._open.items() if name in names}


def in_memory(words: Words) -> Segment:
    """Words that have no file, with their forms."""
    return Segment(words, _forms_in_memory(words))


def write_forms_of(path: pathlib.Path, words: Words, stamp: Stamp) -> None:
    """Put the forms in place beside the file of words at the path. Raises OSError."""
    sink = Written(path.with_suffix(FORMS))
    try:
        write_forms(sink, words, analyse)
        sink.put_in_place(_with_lists(stamp, words))
    finally:
        sink.close()


def _words(storage: t.Any, whooshs: t.Any) -> tuple[Words, tuple[Mapped, ...]]:
    path, stamp = words_path(storage, whooshs), stamp_of(whooshs, whooshs.doc_count_all())
    with contextlib.suppress(OSError):
        return _mapped(path, stamp)
    log.warning("%s is missing or damaged, and is made anew", path)
    try:
        _gathered(storage, whooshs, path).put_in_place(stamp)
        return _mapped(path, stamp)
    except OSError as err:
        log.warning("%s is kept in memory: %s", path, err)
    return _gathered(storage, whooshs, path, at_once=sys.maxsize).in_memory(), ()


def _mapped(path: pathlib.Path, stamp: Stamp) -> tuple[Words, tuple[Mapped, ...]]:
    file = Mapped(path, stamp)
    return Words(file.arrays, file.tables), (file,)


def _gathered(storage: t.Any, whooshs: t.Any, path: pathlib.Path, **bound: int) -> Gathering:
    """The words of all that Whoosh has stored in a segment, deleted documents too."""
    gathering = Gathering(path, **bound)
    with contextlib.closing(SegmentReader(storage, section_schema(), whooshs)) as reader:
        for number in range(reader.doc_count_all()):
            gathering.add(cut_unit(_decode(reader.stored_fields(number)["document"])))
    return gathering


def _forms(path: pathlib.Path, words: Words, whooshs: t.Any) -> tuple[Forms, tuple[Mapped, ...]]:
    stamp = stamp_of(whooshs, whooshs.doc_count_all())
    for _ in range(2):
        try:
            file = Mapped(path.with_suffix(FORMS), _with_lists(stamp, words))
            return Forms(file.arrays, words, analyse), (file,)
        except OSError:
            with contextlib.suppress(OSError):
                write_forms_of(path, words, stamp)
    log.warning("the forms of %s are kept in memory", path)
    return _forms_in_memory(words), ()


def _forms_in_memory(words: Words) -> Forms:
    sink = Gathered()
    write_forms(sink, words, analyse)
    return Forms(sink.arrays(), words, analyse)


def _with_lists(stamp: Stamp, words: Words) -> Stamp:
    return {**stamp, "lists": lists(), "vocabulary": len(words.vocabulary)}
