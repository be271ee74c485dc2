import dataclasses as dc
import pathlib
import threading
import typing as t

import pytest
from engine_contract import ask
from killing import kill_before, killed
from searchable import BROMMA, FARSTA, UNDATED

from archive.catalogue import Catalogue
from archive.errors import IndexUnavailable
from archive.records import NewFile
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Entry, Indexing, SearchIndex, index_pending, open_index, rebuild_all, sync

WAITED = 60.0  # seconds: what does not come then never does


@pytest.fixture
def catalogue(tmp_path: pathlib.Path):
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as catalogue:
        yield catalogue


@pytest.fixture
def index(tmp_path: pathlib.Path) -> SearchIndex:
    return open_index(tmp_path / "index", packaged())


def keep(catalogue: Catalogue, one: Entry, visibility: Visibility = Visibility.PUBLIC) -> str:
    name = one.protocol.source.filename
    file = NewFile(sha256=name, filename=name, media_type="application/pdf", size=1)
    protocol = dc.replace(one.protocol, id=None)
    return catalogue.keep(protocol, file, visibility).protocol_id


def test_what_is_kept_can_be_found_and_is_no_longer_marked(
    catalogue: Catalogue, index: SearchIndex
):
    kept = {keep(catalogue, BROMMA), keep(catalogue, FARSTA)}
    assert index_pending(catalogue, index) == 2
    assert index.protocol_ids() == kept
    assert catalogue.waiting() == ()
    assert index_pending(catalogue, index) == 0


def test_a_change_of_visibility_reaches_the_index(catalogue: Catalogue, index: SearchIndex):
    kept = keep(catalogue, BROMMA)
    index_pending(catalogue, index)
    catalogue.correct(kept, visibility=Visibility.INTERNAL, registries=packaged())
    assert index_pending(catalogue, index) == 1
    assert ask(index, "larm").total == 0
    assert ask(index, "larm", Audience.SIGNED_IN).total == 1


def test_an_old_address_is_taken_out(catalogue: Catalogue, index: SearchIndex):
    kept = keep(catalogue, BROMMA)
    index_pending(catalogue, index)
    moved = catalogue.correct(kept, forvaltning="farsta", registries=packaged()).protocol.id
    index_pending(catalogue, index)
    assert index.protocol_ids() == {moved}


class Told:
    """What an index was told to put in: its updates happen, and can be waited for."""

    def __init__(self, index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
        self.updates: list[list[str]] = []
        self.ready = threading.Semaphore(0)
        self._update = index.update
        monkeypatch.setattr(index, "update", self)

    def __call__(self, entries: t.Iterable[Entry], removed: t.Iterable[str] = ()) -> None:
        entries = list(entries)
        self._update(entries, removed)
        self.updates.append([str(entry.protocol.id) for entry in entries])
        self.ready.release()

    def wait(self) -> None:
        assert self.ready.acquire(timeout=WAITED)


def test_a_lost_index_is_built_anew_from_the_whole_catalogue(
    catalogue: Catalogue, index: SearchIndex, tmp_path: pathlib.Path
):
    keep(catalogue, BROMMA)
    index_pending(catalogue, index)
    keep(catalogue, FARSTA)
    (tmp_path / "index" / "current").unlink()
    assert index_pending(catalogue, index) == 2
    assert not index.needs_rebuild()
    assert not catalogue.marked()
    assert ask(index, "larm").total == 1


def test_readers_find_all_of_the_old_index_until_the_new_one_is_whole(
    catalogue: Catalogue, index: SearchIndex
):
    kept = {keep(catalogue, BROMMA), keep(catalogue, FARSTA)}
    index_pending(catalogue, index)
    seen: list[frozenset[str]] = []
    rebuild_all(catalogue, index, lambda: seen.append(index.protocol_ids()))
    assert seen == [kept, kept]


def test_what_changes_while_the_index_is_built_is_put_in_too(
    catalogue: Catalogue, index: SearchIndex
):
    first, second = keep(catalogue, BROMMA), keep(catalogue, FARSTA)
    changes = [{"forvaltning": "farsta"}, {"visibility": Visibility.HELD}]

    def change() -> None:
        if changes:
            id_ = first if len(changes) == 2 else second
            catalogue.correct(id_, **changes.pop(0), registries=packaged())

    assert rebuild_all(catalogue, index, change) == 2
    assert not catalogue.marked()
    assert index.protocol_ids() == {"farsta/2025-03-12", second}
    assert ask(index, "budget", Audience.SIGNED_IN).total == 0


def test_a_commit_holds_no_more_protocols_than_said_and_what_is_not_reached_stays_marked(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "PROTOCOLS", 1)
    keep(catalogue, BROMMA)
    second = keep(catalogue, FARSTA)
    index.rebuild(())
    whole, updates = index.update, []

    def full_disk_at_the_second(*entries: t.Any, **more: t.Any) -> None:
        updates.append(entries)
        if len(updates) == 2:
            raise IndexUnavailable("no space left on device")
        whole(*entries, **more)

    monkeypatch.setattr(index, "update", full_disk_at_the_second)
    with pytest.raises(IndexUnavailable):
        index_pending(catalogue, index)
    assert [pending.protocol_id for pending in catalogue.waiting()] == [second]
    assert index_pending(catalogue, index) == 1


def test_a_commit_holds_no_more_text_than_said(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "CHARACTERS", 1)
    kept = [keep(catalogue, BROMMA), keep(catalogue, FARSTA)]
    index.rebuild(())
    told = Told(index, monkeypatch)
    assert index_pending(catalogue, index) == 2
    assert told.updates == [[id_] for id_ in kept]


def test_what_is_marked_meanwhile_keeps_nobody_waiting(catalogue: Catalogue, index: SearchIndex):
    keep(catalogue, BROMMA)
    index.rebuild(())
    later: list[str] = []
    assert index_pending(catalogue, index, lambda: later.append(keep(catalogue, FARSTA))) == 1
    assert catalogue.marked() == set(later)


def test_the_whole_catalogue_can_be_put_in_anew(catalogue: Catalogue, index: SearchIndex):
    keep(catalogue, BROMMA)
    keep(catalogue, FARSTA, Visibility.INTERNAL)
    assert rebuild_all(catalogue, index) == 2
    assert not index.needs_rebuild()
    assert not catalogue.marked()
    assert ask(index, "budget").total == 0


def test_what_is_kept_is_searchable_soon_after_even_where_nothing_more_comes(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    told = Told(index, monkeypatch)
    with Indexing(catalogue, index) as indexing:
        kept = keep(catalogue, BROMMA)
        indexing.wake()
        told.wait()
        assert index.protocol_ids() == {kept}


def test_a_full_commit_waits_for_nothing(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "SECONDS", 3600.0)
    monkeypatch.setattr(sync, "PROTOCOLS", 2)
    told = Told(index, monkeypatch)
    with Indexing(catalogue, index) as indexing:
        kept = [keep(catalogue, one) for one in (BROMMA, FARSTA)]
        indexing.wake()
        indexing.wake()
        told.wait()
    assert told.updates == [kept]


def test_what_was_marked_last_is_left_to_whoever_ends_it(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "SECONDS", 3600.0)
    with Indexing(catalogue, index) as indexing:
        kept = keep(catalogue, BROMMA)
        indexing.wake()
    assert catalogue.marked() == {kept}
    assert index_pending(catalogue, index) == 1


def test_an_interruption_leaves_what_is_marked_to_the_next_run(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "SECONDS", 3600.0)
    with pytest.raises(KeyboardInterrupt), Indexing(catalogue, index) as indexing:
        kept = keep(catalogue, BROMMA)
        indexing.wake()
        raise KeyboardInterrupt
    assert catalogue.marked() == {kept}


@pytest.mark.parametrize("when", ["at the next wake", "when it is left"])
def test_what_indexing_fails_with_reaches_whoever_marks(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch, when: str
):
    monkeypatch.setattr(sync, "PROTOCOLS", 1)
    failed = threading.Event()

    def full_disk(*_: t.Any, **__: t.Any) -> None:
        failed.set()
        raise IndexUnavailable("no space left on device")

    monkeypatch.setattr(index, "update", full_disk)
    with pytest.raises(IndexUnavailable), Indexing(catalogue, index) as indexing:
        kept = keep(catalogue, BROMMA)
        indexing.wake()
        assert failed.wait(WAITED)
        while when == "at the next wake":
            indexing.wake()
    assert catalogue.marked() == {kept}


def import_and_die(folder: pathlib.Path, statement: int) -> None:
    with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}") as catalogue:
        index = open_index(folder / "index", packaged())
        kill_before(statement)
        sync.PROTOCOLS = 1  # type: ignore[misc]
        with Indexing(catalogue, index) as indexing:
            for one in (BROMMA, FARSTA, UNDATED):
                keep(catalogue, one)
                indexing.wake()
        index_pending(catalogue, index)


def test_whatever_the_moment_of_its_death_what_is_kept_is_searchable_or_marked(
    tmp_path: pathlib.Path,
):
    moment = 0
    while killed(import_and_die, folder := tmp_path / str(moment), moment):
        with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}") as catalogue:
            index = open_index(folder / "index", packaged())
            kept = {record.protocol.id for record in catalogue.records(Audience.OPERATOR)}
            assert kept - index.protocol_ids() <= catalogue.marked()
            index_pending(catalogue, index)
            assert index.protocol_ids() == kept
        moment += 13
    assert moment > 50
