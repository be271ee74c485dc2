"""The door: `SearchIndex` over Whoosh, safe to share between threads and processes."""

import collections.abc as c
import dataclasses as dc
import functools
import itertools
import logging
import pathlib
import threading
import time
import typing as t

import numpy as np
from whoosh.index import TOC

from archive.registry import Registries
from archive.visibility import Audience
from index.engine import (
    EVERYTHING,
    Completion,
    Entry,
    Explanation,
    Filters,
    Kind,
    Mark,
    Numbered,
    Order,
    Request,
    Result,
    Similar,
)
from index.explanation import document_at, explain
from index.hits import make_hit
from index.marks import Marker
from index.names import Names
from index.nearness import WINDOW, read, reweighed
from index.query import Query, parse_query
from index.query_tree import Leaf, Node, Word, terms, typed, wanted
from index.query_words import any_of
from index.second_try import MANY, Tried, nowhere, second_try
from index.similar import LOOKED_AT, like_enough, telling_words
from index.swedish import Language, language_of
from index.whoosh_engine.capitals import with_capitals
from index.whoosh_engine.completing import Completer
from index.whoosh_engine.lineage import Lineage
from index.whoosh_engine.numbers import numbers_begun
from index.whoosh_engine.postings import Ids
from index.whoosh_engine.search import Found, Search
from index.whoosh_engine.segment import Segment
from index.whoosh_engine.side_files import SideFiles
from index.whoosh_engine.sight import Sight
from index.whoosh_engine.snapshot import Snapshot
from index.whoosh_engine.store import Current, DamagedIndex, Glance, Store, readable
from index.whoosh_engine.writer import write, write_anew

log = logging.getLogger(__name__)


class Answer(t.NamedTuple):
    """What was found, and what was asked for in the end."""

    found: Found
    tried: Tried


MARKERS: t.Final = 64

NOT_WHOLE: t.Final = "Sökregistret är inte helt: allt i arkivet går inte att hitta just nu."


@dc.dataclass(frozen=True, slots=True)
class State:
    """What was read of the index last: a generation at one commit."""

    glance: Glance
    current: Current | None
    opened: t.Any  # Whoosh's index; None where there is none that can be read
    commit: int
    snapshot: Snapshot

    @property
    def is_whole(self) -> bool:
        """Whether everything in the catalogue has been put into it once."""
        return self.opened is not None and self.current is not None and self.current.complete


class WhooshIndex:
    """A search index in a folder. Opening it writes nothing; see `index.engine.SearchIndex`."""

    def __init__(
        self,
        folder: pathlib.Path,
        registries: Registries,
        language: Language | None = None,
        form: str = "",
    ) -> None:
        self._store = Store(folder, form)
        self._registries = registries
        self._lineage = Lineage(registries)
        self._language = language or language_of(registries)
        self._names = Names.of(registries, self._language)
        # The same query is shown again with each choice and each page.
        self._marker = functools.lru_cache(MARKERS)(lambda tree: Marker(tree, self._language))
        self._refreshing = threading.Lock()
        self._sides = SideFiles(self._language)
        self._state: State | None = None
        self._writers_sides = SideFiles(self._language)
        self._sound: Current | None = None  # the generation whose files were found readable last

    def search(self, request: Request) -> Result:
        """The hits for a request. Any text can be asked; nothing raises for what was typed."""
        begun = time.perf_counter()
        query = parse_query(request.text, self._names)
        first, last = max(request.offset, 0), max(request.offset, 0) + max(request.limit, 0)
        again = (
            request.order is Order.RELEVANCE and not request.gathered and first < min(last, WINDOW)
        )
        if again:
            request = dc.replace(request, offset=0, limit=max(last, WINDOW))
        state, (found, tried) = self._answered(request, query)
        marker = self._marker(tried.tree)
        page = [read(document, score, marker) for document, score in found.page]
        if again:
            page = [*reweighed(page[:WINDOW], tried.tree, tried.all_words), *page[WINDOW:]][
                first:last
            ]
        notes = query.notes + tried.notes + _nowhere(found.missing, tried.tree)
        if not state.is_whole:
            notes += (NOT_WHOLE,)
        return Result(
            hits=tuple(make_hit(one, marker) for one in page),
            total=found.total,
            facets=found.facets,
            took_ms=(time.perf_counter() - begun) * 1000,
            suggestion=self._spelt(state, request, tried.suggestion),
            notes=notes,
            altered=tried.tree != query.tree,
            in_protocol=found.in_protocol,
            protocols=found.protocols,
        )

    def _spelt(self, state: State, request: Request, suggestion: str | None) -> str | None:
        """The suggestion with its names as names, where that asks for the same."""
        if suggestion is None:
            return None
        with readable():
            segments = state.snapshot.segments
            spelt = with_capitals(segments, request.audience, suggestion, request.text)
        same = parse_query(spelt, self._names).tree == parse_query(suggestion, self._names).tree
        return spelt if same else suggestion

    def find(self, request: Request) -> Found:
        """What `search` gives, but for excerpts."""
        return self._answered(request, parse_query(request.text, self._names))[1].found

    def _answered(self, request: Request, query: Query) -> tuple[State, Answer]:
        state = self._newest()
        try:
            return state, self._answer(state, request, query)
        except DamagedIndex as err:
            log.warning("the files beside the segments are made anew: %s", err)
        with self._refreshing:
            self._sides.discard()
            self._state = None
        state = self._newest()
        return state, self._answer(state, request, query)

    def _answer(self, state: State, request: Request, query: Query) -> Answer:
        searches: dict[Node, Search] = {}

        def search(tree: Node) -> Search:
            if tree not in searches:
                searches[tree] = Search(state.snapshot, request, tree, self._lineage)
            return searches[tree]

        def look(tree: Node) -> int:
            return search(tree).total

        with readable():
            tried = Tried(query.tree)
            if not request.literal and look(query.tree) < MANY and wanted(query.tree):
                sight = Sight(state.snapshot, request.audience, self._lineage)
                tried = second_try(request.text, query, look, sight, self._language)
            return Answer(search(tried.tree).found(), tried)

    def marker(self, request: Request) -> Mark:
        """Finds in any text the places that are marked in the request's hits."""
        query = parse_query(request.text, self._names)
        tried = self._answered(dc.replace(request, limit=0), query)[1].tried
        return self._marker(tried.tree).marks

    def explain(self, request: Request, entry: Entry, place: str) -> tuple[Explanation, ...] | None:
        """Why a request hits the document of that name in a protocol; None where there is none."""
        document = document_at(entry, place)
        if document is None:
            return None
        answer = self._answered(request, parse_query(request.text, self._names))[1]
        return explain(answer.tried.tree, self._language, document)

    def similar(
        self,
        entry: Entry,
        place: str,
        audience: Audience,
        limit: int = 5,
        filters: Filters = EVERYTHING,
        kind: Kind = Kind.SECTION,
    ) -> Similar | None:
        """Sections or questions of other protocols that share telling words with one of this."""
        document = document_at(entry, place) if place else None
        if document is None:
            return None
        snapshot = self._newest().snapshot
        sight = Sight(snapshot, audience, self._lineage)
        with readable():
            total = snapshot.scale(audience, Kind.PROTOCOL).count
            words = telling_words(
                document, entry.protocol, self._language, self._names.unions, sight.written, total
            )
            if not words:
                return Similar(words, ())
            tree = any_of(map(Word, words))
            request = Request("", audience, kind, filters, limit=LOOKED_AT)
            found = Search(snapshot, request, tree, self._lineage).found()
        marker = self._marker(tree)
        hits = (read(document, score, marker) for document, score in found.page)
        alike = itertools.islice(like_enough(hits, entry.protocol.id or ""), limit)
        return Similar(words, tuple(make_hit(one, marker) for one in alike))

    def complete(self, text: str, audience: Audience, limit: int = 8) -> tuple[Completion, ...]:
        """What the query may become, the likeliest first; only what the audience may see."""
        snapshot = self._newest().snapshot

        def find(request: Request, tree: Node) -> Search:
            return Search(snapshot, request, tree, self._lineage)

        sight = Sight(snapshot, audience, self._lineage)
        with readable():
            return Completer(find, sight, self._registries, audience).complete(text, limit)

    def numbers(
        self, begun: c.Collection[tuple[str, str]], audience: Audience, limit: int = 12
    ) -> tuple[Numbered, ...]:
        """Numbers that begin in one of these ways, right after a certain word or ("") any."""
        segments = self._newest().snapshot.segments
        with readable():
            return numbers_begun(segments, begun, audience, limit)

    def update(self, entries: c.Iterable[Entry], removed: c.Iterable[str] = ()) -> None:
        """Put protocols in place of what is there under their ids, take others out, and commit."""
        by_id = {entry.protocol.id or "": entry for entry in entries}
        with self._store.writing():
            if (opened := self._open_to_add()) is None:
                self._begin_anew(by_id.values(), complete=False)
                return
            write(opened, self._writers_sides, by_id.values(), {*removed, *by_id})

    def rebuild(self, entries: c.Iterable[Entry]) -> None:
        """Build everything anew beside what is there, then switch; readers go on meanwhile."""
        with self._store.writing():
            self._begin_anew(entries, complete=True)

    def counts(self) -> c.Mapping[Kind, int]:
        """How many documents of each kind the index holds, whoever may see them."""
        segments = self._newest().snapshot.segments
        return {kind: sum(len(_living(segment, kind)) for segment in segments) for kind in Kind}

    def protocol_ids(self) -> frozenset[str]:
        """The ids of all protocols in the index, to compare with the catalogue."""
        return frozenset(
            segment.words.protocol_ids[rank]
            for segment in self._newest().snapshot.segments
            for rank in segment.words.protocol_ranks[_living(segment, Kind.PROTOCOL)].tolist()
        )

    def generation(self) -> int:
        """A number that changes with every commit."""
        state = self._newest()
        return (state.current.begun if state.current else 0) + state.commit

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, damaged, of another version or was never built whole."""
        try:
            state = self._newest()
            if state.opened is not None:
                self._check(state.current, state.opened)
            return not state.is_whole
        except DamagedIndex:
            return True

    def _newest(self) -> State:
        """The index as of the last commit of any process. Costs next to nothing without a new one.

        Raises IndexUnavailable.
        """
        known = self._state
        if known and self._store.is_still(known.glance) and self._sides.are_intact:
            return known
        with self._refreshing:
            attempts = 3
            while True:
                glance = self._store.glance()
                current = self._store.current()
                try:
                    with readable():
                        self._state = self._state_of(glance, current)
                    return self._state
                except DamagedIndex:
                    # Another process may have switched, or joined what was to be opened.
                    attempts -= 1
                    if not attempts or self._store.glance().stamps == glance.stamps:
                        raise

    def _state_of(self, glance: Glance, current: Current | None) -> State:
        """The state that generation is in, from what is known of it where nothing has changed."""
        if current is None or not self._store.can_read(current):
            self._sides = SideFiles(self._language)
            return State(glance, current, None, 0, Snapshot((), self._sides.in_memory))
        known = self._state
        same = known is not None and known.current == current and known.opened is not None
        opened = known.opened if known is not None and same else self._store.open(current)
        commit = opened.latest_generation()
        if known is not None and same and known.commit == commit and self._sides.are_intact:
            return dc.replace(known, glance=glance)
        listed = TOC.read(opened.storage, opened.indexname, gen=commit).segments
        groups = self._sides.groups(opened.storage, listed)
        snapshot = Snapshot((group.segment for group in groups), self._sides.in_memory)
        return State(glance, current, opened, commit, snapshot)

    def _open_to_add(self) -> t.Any | None:
        """Whoosh's index to add to, or None where a new one must be begun."""
        try:
            current = self._store.current()
            if current is None or not self._store.can_read(current):
                return None
            opened = self._store.open(current)
            self._check(current, opened)
            return opened
        except DamagedIndex:
            return None

    def _check(self, current: Current | None, opened: t.Any) -> None:
        """Read once of each of Whoosh's own files that it can be read. Raises DamagedIndex.

        No search would notice: it reads the files beside them.
        """
        if current != self._sound:
            with readable():
                opened.reader().close()
            self._sound = current

    def _begin_anew(self, entries: c.Iterable[Entry], *, complete: bool) -> None:
        current, opened = self._store.create(complete=complete)
        try:
            write_anew(self._store.path(current), opened, self._writers_sides, entries)
        except BaseException:
            self._store.remove(current)
            raise
        self._store.switch_to(current)
        self._sound = current


def _living(segment: Segment, kind: Kind) -> Ids:
    """The documents of a kind that have not been deleted."""
    every = np.arange(segment.words.layout.size(kind), dtype=np.int32)
    return segment.only_seen(Audience.OPERATOR, kind, every)


def _nowhere(missing: c.Collection[Leaf], tree: Node) -> tuple[str, ...]:
    """A sentence for each word that stands in nothing the asker may see, of several."""
    if len(terms(tree)) < 2:
        return ()
    empty = [term for term in terms(tree) if wanted(term) and set(wanted(term)) <= {*missing}]
    return tuple(nowhere(leaf) for term in empty for leaf in typed(term))
