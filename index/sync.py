"""Keeping the index true to the catalogue: what is marked there is put in here, then unmarked.

All that is put in has its names as the public may see them: whoever searches, nothing that the
index gives away tells more.

A process may die anywhere: a mark is taken away only after the commit that it asked for. What is
held in memory meanwhile is bounded by the catalogue's pages and by `PROTOCOLS` and `CHARACTERS`,
whatever the size of the archive.
"""

import collections.abc as c
import concurrent.futures
import threading
import time
import typing as t

from archive.records import Record
from archive.visibility import Audience
from index.engine import Entry, SearchIndex

if t.TYPE_CHECKING:  # the database's libraries are slow to load, and a command may need none
    from archive.catalogue import Catalogue

# One commit: so many protocols at the most, and as few as have so much text together.
PROTOCOLS: t.Final = 100
CHARACTERS: t.Final = 4_000_000

# A commit beside an import begins when there is enough for a whole one, or after so many seconds.
# Where commits are slow it waits longer, so that they grow and take no more than one part in so
# many of the time: small ones cost the most for each protocol.
SECONDS: t.Final = 0.75
SHARE: t.Final = 2


def _unseen() -> None:
    """Nobody watches."""


def index_pending(
    catalogue: "Catalogue", index: SearchIndex, advance: c.Callable[[], None] = _unseen
) -> int:
    """Bring the index up to date with what is marked now; how many protocols that was.

    An index that must be rebuilt is, from the whole catalogue. `advance` is called for each
    protocol. Raises IndexUnavailable and CatalogueError; what was not reached stays marked.
    """
    if index.needs_rebuild():
        return rebuild_all(catalogue, index, advance)
    return sum(_commits(catalogue, index, advance))


def rebuild_all(
    catalogue: "Catalogue", index: SearchIndex, advance: c.Callable[[], None] = _unseen
) -> int:
    """Build the index anew beside the old one; how many protocols it then holds.

    What changed meanwhile is put in too. Raises IndexUnavailable and CatalogueError.
    """
    marked = catalogue.last_mark()  # what is marked by now will be read as it is
    records = catalogue.records(Audience.OPERATOR)
    index.rebuild(_entries(catalogue.as_public(records), advance))
    catalogue.unmark_until(marked)
    for _ in _commits(catalogue, index):
        pass
    return len(index.protocol_ids())


class Indexing:
    """Puts what is marked into the index beside other work, in a thread; a context manager.

    Leaving it waits for the commit that has been begun. What was marked last is still to be put
    in, by `index_pending`.
    """

    def __init__(self, catalogue: "Catalogue", index: SearchIndex) -> None:
        self._catalogue, self._index = catalogue, index
        self._thread = concurrent.futures.ThreadPoolExecutor(1, "indexing")
        self._changed = threading.Condition()
        self._marked = 0  # since the last commit was begun
        self._leaving = False

    def __enter__(self) -> t.Self:
        self._work = self._thread.submit(self._run)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._changed:
            self._leaving = True
            self._changed.notify()
        self._thread.shutdown()
        if kind is None:
            self._work.result()

    def wake(self) -> None:
        """Tell that a protocol has been marked. Raises what indexing has failed with, if it has."""
        if self._work.done():
            self._work.result()
        with self._changed:
            self._marked += 1
            self._changed.notify()

    def _run(self) -> None:
        took = 0.0
        while self._enough_waits(took):
            begun = time.monotonic()
            for _ in _commits(self._catalogue, self._index):
                if self._leaving:
                    return
            took = time.monotonic() - begun

    def _enough_waits(self, took: float) -> bool:
        """Wait until another commit is worth its while; False when there will be none."""
        patience = max(SECONDS, (SHARE - 1) * took)
        with self._changed:
            self._changed.wait_for(lambda: self._marked or self._leaving)
            self._changed.wait_for(lambda: self._marked >= PROTOCOLS or self._leaving, patience)
            self._marked = 0
            return not self._leaving


def _commits(
    catalogue: "Catalogue", index: SearchIndex, advance: c.Callable[[], None] = _unseen
) -> c.Iterator[int]:
    """Put in what is marked now; the number of protocols after each commit."""
    until = catalogue.last_mark()  # an import beside us would otherwise keep us for ever
    while batch := catalogue.waiting(PROTOCOLS, CHARACTERS, until):
        records = (pending.record for pending in batch if pending.record is not None)
        index.update(
            _entries(catalogue.as_public(records), advance),
            removed=[pending.protocol_id for pending in batch if pending.record is None],
        )
        catalogue.unmark(batch)
        yield len(batch)


def _entries(records: c.Iterable[Record], advance: c.Callable[[], None]) -> c.Iterator[Entry]:
    for record in records:
        yield Entry(record.protocol, record.visibility)
        advance()
