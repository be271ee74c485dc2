import dataclasses as dc
import pathlib
import typing as t

import pytest
from engine_contract import ask
from searchable import BROMMA, FARSTA

from archive.catalogue import Catalogue
from archive.errors import IndexUnavailable
from archive.records import NewFile
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Entry, SearchIndex, index_pending, open_index, rebuild_all, sync


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


def test_a_lost_index_is_filled_again_from_the_whole_catalogue(
    catalogue: Catalogue, index: SearchIndex, tmp_path: pathlib.Path
):
    keep(catalogue, BROMMA)
    keep(catalogue, FARSTA)
    index_pending(catalogue, index)
    (tmp_path / "index" / "current").unlink()
    assert index_pending(catalogue, index) == 2
    assert not index.needs_rebuild()
    assert ask(index, "larm").total == 1


def test_it_is_done_in_batches_and_what_is_not_reached_stays_marked(
    catalogue: Catalogue, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sync, "BATCH", 1)
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


def test_the_whole_catalogue_can_be_put_in_anew(catalogue: Catalogue, index: SearchIndex):
    keep(catalogue, BROMMA)
    keep(catalogue, FARSTA, Visibility.INTERNAL)
    assert rebuild_all(catalogue, index) == 2
    assert not index.needs_rebuild()
    assert not catalogue.marked()
    assert ask(index, "budget").total == 0
