"""Protocols into a new segment of Whoosh's and the files beside it, and out of the old ones.

A segment's files stand in their place before Whoosh's commit lets the segment count, so that
readers find them whole.
"""

import collections
import collections.abc as c
import contextlib
import itertools
import math
import os
import pathlib
import typing as t

import msgspec
from whoosh.reading import SegmentReader

from index.documents import parts
from index.engine import Entry
from index.whoosh_engine.fields import Placed
from index.whoosh_engine.gathering import Gathering, Unit, cut_unit
from index.whoosh_engine.parallel import write_in_processes
from index.whoosh_engine.section_writer import SectionWriter
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.side_files import (
    Group,
    SideFiles,
    stamp_of,
    words_path,
)
from index.whoosh_engine.store import writable

# Segments are joined when there are so many of a size, sizes growing by the same factor. Reading
# costs little for each that is left, since small ones are read together; joining costs Whoosh about
# what indexing did.
AS_MANY: t.Final = 20
# Units in a segment that is never joined with others.
LARGE: t.Final = 30_000
# Megabytes of postings that Whoosh holds in memory before it writes them to a file of its own.
POSTINGS_MB: t.Final = 256

# Protocols that one process writes in less time than it takes to start others.
FEW: t.Final = 200
# Protocols sent to a writing process at a time.
BATCH: t.Final = 10
# Each writes a segment of its own, and each segment costs every search a little.
PROCESSES: t.Final = 4

_as_batch: t.Final = msgspec.msgpack.Encoder().encode
_from_batch: t.Final = msgspec.msgpack.Decoder(list[Entry]).decode


class NewSegment:
    """A segment that is being written."""

    def __init__(self, writer: t.Any) -> None:
        self._writer = writer
        self._path = words_path(writer.storage, writer.newsegment)
        self._gathering = Gathering(self._path)

    def add(self, entry: Entry) -> None:
        """Take a protocol in."""
        head, sections = parts(entry)
        for document in (head, *sections):
            unit = cut_unit(document)
            self._writer.add_document(**_fields(unit))
            self._gathering.add(unit)

    def write_words(self, joined: c.Sequence[Segment] = ()) -> None:
        """Put the words in place: of what was added, and then of the segments joined with it."""
        others = [segment.as_part for segment in joined]
        units = self._gathering.units + sum(int(part.chosen_units().sum()) for part in others)
        if units:
            self._gathering.put_in_place(stamp_of([self._writer.newsegment], units), others)

    def add_forms(self, sides: SideFiles) -> None:
        """Put the forms beside the words, if there are any."""
        if self._path.exists():
            sides.add_forms(self._path)

    def close(self) -> None:
        """Take away what was written on the way."""
        self._gathering.close()


def write(
    opened: t.Any, sides: SideFiles, entries: c.Iterable[Entry], removed: c.Iterable[str] = ()
) -> None:
    """Take out what is there under the ids, put the entries in, commit; all of it or nothing.

    Raises IndexUnavailable where Whoosh cannot write.
    """
    with writable():
        writer = SectionWriter(opened, limitmb=POSTINGS_MB)
        new = NewSegment(writer)
        try:
            _delete(writer, sides.groups(writer.storage, writer.segments), set(removed))
            for entry in entries:
                new.add(entry)
            writer.commit(mergetype=lambda _, segments: _joined(writer, sides, new, segments))
        except BaseException:
            # Also an interrupted import must let go of Whoosh's lock.
            writer.cancel()
            raise
        finally:
            new.close()


def write_anew(
    folder: pathlib.Path, opened: t.Any, sides: SideFiles, entries: c.Iterable[Entry]
) -> None:
    """Put the entries into an empty index, in several processes where there are many.

    Raises IndexUnavailable where Whoosh cannot write or a process fails.
    """
    entries = iter(entries)
    first = list(itertools.islice(entries, FEW))
    if len(first) < FEW:
        write(opened, sides, first)
        return
    every = itertools.chain(first, entries)
    batches = iter(lambda: list(itertools.islice(every, BATCH)), [])
    processes = min(os.cpu_count() or 1, PROCESSES)
    write_in_processes(folder, map(_as_batch, batches), fill, processes, sides.put_together)


def fill(_: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    """Put batches of entries into a writer's segment, and its files in their place."""
    with contextlib.closing(NewSegment(writer)) as new:
        for batch in batches:
            for entry in _from_batch(batch):
                new.add(entry)
        new.write_words()


def _delete(writer: t.Any, groups: c.Iterable[Group], protocol_ids: c.Collection[str]) -> None:
    """Mark the protocols as deleted, in whichever segments they are."""
    first = 0
    for group in groups:
        words = group.segment.words
        for protocol_id in protocol_ids:
            for protocol in words.protocols_named(protocol_id).tolist():
                for unit in words.layout.units_of(protocol):
                    writer.delete_document(first + unit)
        first += group.units


def _joined(
    writer: t.Any, sides: SideFiles, new: NewSegment, segments: c.Sequence[t.Any]
) -> list[t.Any]:
    """Join what is to be joined with the new segment, and put its files in place; what is left."""
    living = [group for group in sides.groups(writer.storage, segments) if not group.is_deleted]
    chosen = _to_join(living)
    for whooshs in itertools.chain.from_iterable(group.whooshs for group in chosen):
        with contextlib.closing(SegmentReader(writer.storage, writer.schema, whooshs)) as reader:
            writer.add_reader(reader)
    new.write_words([group.segment for group in chosen])
    new.add_forms(sides)
    return [whooshs for group in living if group not in chosen for whooshs in group.whooshs]


def _to_join(groups: c.Iterable[Group]) -> list[Group]:
    """The smallest that are many enough of a size."""
    by_size = collections.defaultdict[int, list[Group]](list)
    for group in groups:
        if group.units < LARGE:
            by_size[int(math.log(group.units, AS_MANY))].append(group)
    return next((some for _, some in sorted(by_size.items()) if len(some) >= AS_MANY), [])


def _fields(unit: Unit) -> dict[str, t.Any]:
    """A unit as Whoosh takes it; fields without a word are left out."""
    facts = unit.document.facts
    fields = {
        "protocol": facts.protocol_id,
        "kind": facts.kind.value,
        "title": unit.title if unit.title.keys else None,
        "text": Placed(unit.text.keys, unit.text.positions) if unit.text.keys else None,
        "date": None if facts.date is None else facts.date.isoformat(),
        "forvaltning": facts.forvaltning,
        "union": ",".join(facts.unions) or None,
        "topic": ",".join(facts.topics) or None,
        "document": unit.row,
    }
    return {name: value for name, value in fields.items() if value is not None}
