"""The two files beside segments of Whoosh's: their words, and the words' forms.

As a rule each segment has its own two. Segments that were written at the same time, by several
processes, have theirs together, under the name of the first: so they are searched as one.

The files are opened if they are whole and of the right version, and otherwise made anew: the words
out of what Whoosh has stored, the forms out of the words. Where the folder cannot be written they
are made in memory. Whoosh clears them away with the segment, since they bear its name.
"""

import collections.abc as c
import contextlib
import itertools
import logging
import pathlib
import sys
import typing as t

import msgspec
from whoosh.reading import SegmentReader

from index.documents import Document
from index.swedish import Language
from index.whoosh_engine.arrays import Gathered, Mapped, Stamp, Written, mapped
from index.whoosh_engine.fields import SCHEMA_VERSION, section_schema
from index.whoosh_engine.forms import Forms, write_forms
from index.whoosh_engine.gathering import Gathering, cut_unit
from index.whoosh_engine.joining import Part, joined_words
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.store import readable
from index.whoosh_engine.words import Words, write_words

log = logging.getLogger(__name__)

WORDS: t.Final = ".words"
FORMS: t.Final = ".forms"

NAMES: t.Final = "segments"  # in a stamp

_decode: t.Final = msgspec.msgpack.Decoder(Document).decode


def words_path(storage: t.Any, whooshs: t.Any) -> pathlib.Path:
    """Where the words of a segment of Whoosh's are, or of those that it is the first of."""
    return pathlib.Path(storage.folder) / str(whooshs.make_filename(WORDS))


def stamp_of(whooshs: c.Iterable[t.Any], units: int) -> Stamp:
    """What the files of those segments are stamped with, when they have so many documents."""
    return {"schema": SCHEMA_VERSION, NAMES: " ".join(map(_name, whooshs)), "units": units}


class Group(t.NamedTuple):
    """Segments of Whoosh's that are searched as one."""

    whooshs: tuple[t.Any, ...]
    segment: Segment

    @property
    def units(self) -> int:
        """How many documents they have, deleted ones too."""
        return sum(whooshs.doc_count_all() for whooshs in self.whooshs)

    @property
    def is_deleted(self) -> bool:
        """Whether nothing is left in them."""
        return sum(whooshs.deleted_count() for whooshs in self.whooshs) == self.units


class Opened(t.NamedTuple):
    """A group as it was opened: the names of its segments, and the files that are mapped."""

    names: tuple[str, ...]
    segment: Segment
    files: tuple[Mapped, ...]

    @property
    def is_intact(self) -> bool:
        """Whether nobody has written in the files since."""
        return all(file.is_intact for file in self.files)


class SideFiles:
    """The files beside the segments of one folder, each opened once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._open: dict[str, Opened] = {}  # by the name of the first segment

    @property
    def are_intact(self) -> bool:
        """Whether nobody has written in what is open; it must be looked at again otherwise."""
        return all(opened.is_intact for opened in tuple(self._open.values()))

    def discard(self) -> None:
        """Take away the files that are open: they seemed whole, and are not. They are made anew."""
        for opened in tuple(self._open.values()):
            for file in opened.files:
                with contextlib.suppress(OSError):
                    file.path.unlink()
        self._open = {}

    def groups(self, storage: t.Any, listed: c.Sequence[t.Any]) -> list[Group]:
        """The segments that Whoosh lists, in its order, as they are searched.

        Raises DamagedIndex where a segment itself cannot be read.
        """
        left, groups = tuple(listed), list[Group]()
        while left:
            count = self._together(storage, left)
            groups.append(Group(left[:count], self._segment(storage, left[:count])))
            left = left[count:]
        firsts = {_name(group.whooshs[0]) for group in groups}
        self._open = {name: opened for name, opened in self._open.items() if name in firsts}
        return groups

    def _together(self, storage: t.Any, listed: tuple[t.Any, ...]) -> int:
        """How many segments have their files together, the first being the first of them."""
        first = _name(listed[0])
        if first in self._open:
            names = self._open[first].names
        else:
            names = (first,)
            with contextlib.suppress(OSError):
                names = tuple(str(Mapped(words_path(storage, listed[0])).stamp[NAMES]).split())
        return len(names) if names == tuple(map(_name, listed[: len(names)])) else 1

    def _segment(self, storage: t.Any, whooshs: tuple[t.Any, ...]) -> Segment:
        names, deleted = tuple(map(_name, whooshs)), _deleted(whooshs)
        opened = self._open.get(names[0])
        if opened is None or opened.names != names or not opened.is_intact:
            path = words_path(storage, whooshs[0])
            stamp = stamp_of(whooshs, sum(each.doc_count_all() for each in whooshs))
            with readable():
                words, files = _words(path, stamp, storage, whooshs)
            forms, more = self._forms(path, stamp, words)
            opened = Opened(names, Segment(words, forms, deleted), (*files, *more))
        elif opened.segment.deleted != deleted:
            words, forms = opened.segment.words, opened.segment.forms
            opened = opened._replace(segment=Segment(words, forms, deleted))
        self._open[names[0]] = opened
        return opened.segment

    def put_together(self, storage: t.Any, whooshs: c.Sequence[t.Any]) -> None:
        """Let new segments, which have words of their own, have them together from now on.

        Raises OSError.
        """
        paths = [words_path(storage, each) for each in whooshs]
        if len(paths) > 1:
            _join_files(paths, whooshs)
        if paths:
            self.add_forms(paths[0])

    def add_forms(self, path: pathlib.Path) -> None:
        """Put the forms in place beside the file of words at the path. Raises OSError."""
        file = Mapped(path)
        self._write_forms(path, Words(file.arrays, file.tables), file.stamp)

    def in_memory(self, words: Words) -> Segment:
        """Words that have no file, with their forms."""
        sink = Gathered()
        write_forms(sink, words, self._language.analyse)
        return Segment(words, Forms(sink.arrays(), words, self._language.analyse))

    def _forms(
        self, path: pathlib.Path, stamp: Stamp, words: Words
    ) -> tuple[Forms, tuple[Mapped, ...]]:
        for _ in range(2):
            try:
                file = mapped(path.with_suffix(FORMS), self._with_lists(stamp, words))
                return Forms(file.arrays, words, self._language.analyse), (file,)
            except OSError:
                with contextlib.suppress(OSError):
                    self._write_forms(path, words, stamp)
        log.warning("the forms of %s are kept in memory", path)
        return self.in_memory(words).forms, ()

    def _write_forms(self, path: pathlib.Path, words: Words, stamp: Stamp) -> None:
        sink = Written(path.with_suffix(FORMS))
        try:
            write_forms(sink, words, self._language.analyse)
            sink.put_in_place(self._with_lists(stamp, words))
        finally:
            sink.close()

    def _with_lists(self, stamp: Stamp, words: Words) -> Stamp:
        return {**stamp, "lists": self._language.version, "vocabulary": len(words.vocabulary)}


def _join_files(paths: c.Sequence[pathlib.Path], whooshs: c.Sequence[t.Any]) -> None:
    units = [each.doc_count_all() for each in whooshs]
    files = [
        mapped(path, stamp_of([each], count))
        for path, each, count in zip(paths, whooshs, units, strict=True)
    ]
    sink = Written(paths[0])
    try:
        write_words(sink, joined_words([Part(Words(file.arrays, file.tables)) for file in files]))
        sink.put_in_place(stamp_of(whooshs, sum(units)))
    finally:
        sink.close()
    for path in paths[1:]:
        path.unlink()


def _words(
    path: pathlib.Path, stamp: Stamp, storage: t.Any, whooshs: tuple[t.Any, ...]
) -> tuple[Words, tuple[Mapped, ...]]:
    with contextlib.suppress(OSError):
        file = mapped(path, stamp)
        return Words(file.arrays, file.tables), (file,)
    log.warning("%s is missing or damaged, and is made anew", path)
    try:
        words = _gathered(storage, whooshs, path).put_in_place(stamp)
        return words, (mapped(path, stamp),)
    except OSError as err:
        log.warning("%s is kept in memory: %s", path, err)
    return _gathered(storage, whooshs, path, at_once=sys.maxsize).in_memory(), ()


def _gathered(
    storage: t.Any, whooshs: tuple[t.Any, ...], path: pathlib.Path, **bound: int
) -> Gathering:
    """The words of all that Whoosh has stored in segments, deleted documents too."""
    gathering = Gathering(path, **bound)
    for each in whooshs:
        with contextlib.closing(SegmentReader(storage, section_schema(), each)) as reader:
            for number in range(reader.doc_count_all()):
                gathering.add(cut_unit(_decode(reader.stored_fields(number)["document"])))
    return gathering


def _name(whooshs: t.Any) -> str:
    return str(whooshs.segment_id())


def _deleted(whooshs: tuple[t.Any, ...]) -> frozenset[int]:
    """The numbers of deleted documents, counted through all the segments."""
    first = itertools.accumulate((each.doc_count_all() for each in whooshs), initial=0)
    return frozenset(
        start + number
        for start, each in zip(first, whooshs, strict=False)
        for number in each.deleted_docs()
    )
