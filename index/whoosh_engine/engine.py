"""The door: `SearchIndex` over Whoosh, safe to share between threads and processes."""

import collections.abc as c
import contextlib
import dataclasses as dc
import pathlib
import threading
import time
import typing as t

from whoosh.reading import EmptyReader

from archive.model import Span
from archive.registry import Registries
from archive.visibility import Audience
from index.engine import Entry, Hit, Kind, Request, Result
from index.excerpts import Marker
from index.facets import Choices
from index.hits import make_hit
from index.query import parse_query
from index.query_tree import Exact, Leaf, Node, Phrase, Prefix, Word, wanted
from index.whoosh_engine import rank
from index.whoosh_engine.evaluate import Evaluation
from index.whoosh_engine.schema import schema
from index.whoosh_engine.snapshot import Segment, Snapshot
from index.whoosh_engine.store import Current, DamagedIndex, Store, readable
from index.whoosh_engine.writer import write

NOT_WHOLE: t.Final = "Sökregistret är inte helt: allt i arkivet går inte att hitta just nu."


@dc.dataclass(frozen=True, slots=True)
class State:
    """What was read of the index last: a generation at one commit."""

    current: Current | None
    opened: t.Any  # Whoosh's index; None where there is none that can be read
    commit: int
    snapshot: Snapshot

    @classmethod
    def nothing(cls, current: Current | None) -> "State":
        """An index that is not there, or of another version."""
        return cls(current, None, 0, Snapshot(EmptyReader(schema()), {}))

    @classmethod
    def open(cls, current: Current, opened: t.Any, known: c.Mapping[str, Segment]) -> "State":
        """The generation as of its last commit."""
        commit = opened.latest_generation()
        return cls(current, opened, commit, Snapshot(opened.reader(), known))

    @property
    def is_whole(self) -> bool:
        """Whether everything in the catalogue has been put into it once."""
        return self.opened is not None and self.current is not None and self.current.complete


class WhooshIndex:
    """A search index in a folder. Opening it writes nothing; see `index.engine.SearchIndex`."""

    def __init__(self, folder: pathlib.Path, registries: Registries) -> None:
        self._store = Store(folder)
        self._registries = registries
        # Whoosh's readers seek in files they share, so one thread reads at a time.
        self._reading = threading.RLock()
        self._state: State | None = None

    def search(self, request: Request) -> Result:
        """The hits for a request. Any text can be asked; nothing raises for what was typed."""
        begun = time.perf_counter()
        query = parse_query(request.text)
        with self._newest() as state:
            snapshot = state.snapshot
            evaluation = Evaluation(snapshot, snapshot.visible(request.audience))
            choices = Choices(request.kind, request.filters, self._registries)
            narrowed = choices.apply(evaluation.matching(query.tree), snapshot.facts)
            hits = narrowed.hits()
            notes = query.notes
            if not hits:
                notes += _nowhere(query.tree, evaluation)
            if not state.is_whole:
                notes += (NOT_WHOLE,)
            return Result(
                hits=_page(snapshot, evaluation, request, query.tree, hits),
                total=len(hits),
                facets=narrowed.counts(),
                took_ms=(time.perf_counter() - begun) * 1000,
                notes=notes,
            )

    def marks(self, query: str, text: str) -> tuple[Span, ...]:
        """The places in `text` that the query's words match, in order, not overlapping."""
        return Marker(parse_query(query).tree).marks(text)

    def update(self, entries: c.Iterable[Entry], removed: c.Iterable[str] = ()) -> None:
        """Put protocols in place of what is there under their ids, take others out, and commit."""
        by_id = {entry.protocol.id or "": entry for entry in entries}
        with self._store.writing():
            if (opened := self._open_to_add()) is not None:
                write(opened, by_id.values(), {*removed, *by_id})
            else:
                self._begin_anew(by_id.values(), complete=False)

    def rebuild(self, entries: c.Iterable[Entry]) -> None:
        """Build everything anew beside what is there, then switch; readers go on meanwhile."""
        with self._store.writing():
            self._begin_anew(entries, complete=True)

    def counts(self) -> c.Mapping[Kind, int]:
        """How many documents of each kind the index holds, whoever may see them."""
        with self._newest() as state:
            snapshot = state.snapshot
            return {kind: len(snapshot.visible(Audience.OPERATOR, kind)) for kind in Kind}

    def protocol_ids(self) -> frozenset[str]:
        """The ids of all protocols in the index, to compare with the catalogue."""
        with self._newest() as state:
            snapshot = state.snapshot
            return frozenset(snapshot.facts[doc].protocol_id for doc in snapshot.documents)

    def generation(self) -> int:
        """A number that changes with every commit."""
        with self._newest() as state:
            number = state.current.number if state.current else 0
            return (number << 32) + state.commit

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, damaged, of another version or was never built whole."""
        if (known := self._known()) is not None:
            return not known.is_whole
        try:
            with self._newest() as state:
                return not state.is_whole
        except DamagedIndex:
            return True

    @contextlib.contextmanager
    def _newest(self) -> c.Iterator[State]:
        """The index as of the last commit of any process, for one thread at a time."""
        with self._reading:
            attempts = 3
            while True:
                current = self._store.current()
                try:
                    with readable():
                        state = self._state_of(current)
                    break
                except DamagedIndex:
                    # Another process may have switched and cleared away what was to be opened.
                    attempts -= 1
                    if not attempts or self._store.current() == current:
                        raise
            if self._state is not None and self._state is not state:
                self._state.snapshot.close()
            self._state = state
            yield state

    def _state_of(self, current: Current | None) -> State:
        """The state that generation is in, from what is known of it where nothing has changed."""
        if current is None or not current.is_readable:
            return State.nothing(current)
        known = self._state
        if known is None or known.current != current:
            return State.open(current, self._store.open(current), {})
        if known.commit == known.opened.latest_generation():
            return known
        return State.open(current, known.opened, known.snapshot.segments)

    def _known(self) -> State | None:
        """What was read of the generation in use, perhaps before its last commits.

        Enough for one that only writes: a long import never reads anew what it has put in.
        """
        with self._reading:
            state = self._state
            if state is None or state.opened is None or state.current != self._store.current():
                return None
            return state

    def _open_to_add(self) -> t.Any | None:
        """Whoosh's index to add to, or None where a new one must be begun."""
        if (known := self._known()) is not None:
            return known.opened
        try:
            with self._newest() as state:
                return state.opened
        except DamagedIndex:
            return None

    def _begin_anew(self, entries: c.Iterable[Entry], *, complete: bool) -> None:
        current, opened = self._store.create(complete=complete)
        try:
            write(opened, entries)
        except BaseException:
            self._store.remove(current)
            raise
        self._store.switch_to(current)


def _page(
    snapshot: Snapshot,
    evaluation: Evaluation,
    request: Request,
    tree: Node,
    hits: c.Set[int],
) -> tuple[Hit, ...]:
    """The hits on the page asked for, with their excerpts."""
    first, last = max(request.offset, 0), max(request.offset, 0) + max(request.limit, 0)
    if first >= len(hits) or first == last:
        return ()
    scores = rank.scores(
        hits,
        [evaluation.postings(leaf) for leaf in wanted(tree)],
        snapshot.rows,
        snapshot.visible(request.audience, request.kind),
    )
    marker = Marker(tree)
    ordered = rank.in_order(scores, snapshot.facts, request.order, last)
    return tuple(make_hit(snapshot.document(doc), scores[doc], marker) for doc in ordered[first:])


def _nowhere(tree: Node, evaluation: Evaluation) -> tuple[str, ...]:
    """Names the words that stand in nothing the asker may see, where several were asked for."""
    leaves = wanted(tree)
    missing = [_written(leaf) for leaf in leaves if not evaluation.postings(leaf).documents()]
    if len(leaves) < 2 or not missing:
        return ()
    return (f"{', '.join(missing)} finns inte i något protokoll du kan se.",)


def _written(leaf: Leaf) -> str:
    match leaf:
        case Phrase(keys):
            return f"”{' '.join(keys)}”"
        case Prefix(key):
            return f"”{key}*”"
        case Word(key) | Exact(key):
            return f"”{key}”"
