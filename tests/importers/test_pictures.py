"""Pages become pictures after an import; what cannot be drawn is done without."""

import dataclasses as dc
import io
import logging
import pathlib
import subprocess
import sys

import PIL.Image
import pytest
from files import pdf_of, printed
from scans import drawn, picture_file

from archive.errors import CatalogueError
from archive.originals import Originals
from archive.pages import PageStore
from archive.settings import Limits
from importers.formats.sheets import open_sheets
from importers.pictures import LARGE, Drawing, Drawn, draw, draw_some, picture_of

LIMITS = Limits(workers=1)
PDF = pdf_of(printed("Mötets öppnande\n" * 40), printed("Mötet avslutas"))


@pytest.fixture
def store(tmp_path: pathlib.Path) -> PageStore:
    return PageStore(tmp_path / "pages")


def kept(home: pathlib.Path, content: bytes) -> Drawing:
    originals = Originals(home / "originals")
    sha256 = originals.keep(content)
    return Drawing(originals.path(sha256), sha256)


def shown(store: PageStore, drawing: Drawing, page: int) -> PIL.Image.Image | None:
    place = store.picture_path(drawing.sha256, page)
    return PIL.Image.open(io.BytesIO(place.read_bytes())) if place else None


def test_every_page_has_a_picture_of_its_form(tmp_path: pathlib.Path, store: PageStore) -> None:
    drawing = kept(tmp_path, PDF)
    assert list(draw([drawing], tmp_path / "pages", LIMITS)) == [drawing]
    assert store.is_drawn(drawing.sha256)
    for number in (1, 2):
        picture = shown(store, drawing, number)
        assert picture is not None
        assert (picture.format, picture.size) == ("WEBP", (1240, 1755))
    assert store.picture_path(drawing.sha256, 3) is None


def test_a_page_on_its_side_is_drawn_as_it_is_shown(
    tmp_path: pathlib.Path, store: PageStore
) -> None:
    drawing = kept(tmp_path, picture_file(drawn(PDF, turn=90)))
    list(draw([drawing], tmp_path / "pages", LIMITS))
    picture = shown(store, drawing, 1)
    assert picture is not None
    assert picture.width > picture.height


def test_a_picture_file_has_pictures_too(tmp_path: pathlib.Path, store: PageStore) -> None:
    drawing = kept(tmp_path, picture_file(drawn(PDF), "TIFF"))
    list(draw([drawing], tmp_path / "pages", LIMITS))
    assert shown(store, drawing, 2) is not None


def test_what_is_drawn_is_not_drawn_again(tmp_path: pathlib.Path, store: PageStore) -> None:
    drawing = kept(tmp_path, PDF)
    store.keep_picture(drawing.sha256, 1, b"mine")
    list(draw([drawing], tmp_path / "pages", LIMITS))
    place = store.picture_path(drawing.sha256, 1)
    assert place is not None
    assert place.read_bytes() == b"mine"
    assert shown(store, drawing, 2) is not None


def test_a_damaged_file_is_told_in_the_log_and_the_next_is_drawn(
    tmp_path: pathlib.Path, store: PageStore, caplog: pytest.LogCaptureFixture
) -> None:
    damaged, whole = kept(tmp_path, b"%PDF-1.7 nothing"), kept(tmp_path, PDF)
    with caplog.at_level(logging.WARNING):
        assert list(draw([damaged, whole], tmp_path / "pages", LIMITS)) == [damaged, whole]
    assert damaged.sha256 in caplog.text
    assert store.is_drawn(damaged.sha256)  # and not tried again at every import
    assert shown(store, whole, 1) is not None


def test_an_original_that_is_gone_is_told_in_the_log(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = Drawing(tmp_path / "gone", "0" * 64)
    assert list(draw([gone], tmp_path / "pages", LIMITS)) == [gone]
    assert gone.sha256 in caplog.text


def test_a_file_of_many_pages_is_drawn_in_several_goes(
    tmp_path: pathlib.Path, store: PageStore
) -> None:
    drawing, hurried = kept(tmp_path, PDF), Limits(file_seconds=1e-6)
    # However little time there is, each go draws a page.
    assert draw_some(drawing, store, hurried) == Drawn(2)
    assert store.picture_path(drawing.sha256, 1)
    assert draw_some(dc.replace(drawing, first=2), store, hurried) == Drawn(None)
    assert store.picture_path(drawing.sha256, 2)


def test_pictures_that_cannot_be_written_are_no_small_matter(tmp_path: pathlib.Path) -> None:
    (tmp_path / "pages").write_bytes(b"no folder")
    with pytest.raises(CatalogueError):
        list(draw([kept(tmp_path, PDF)], tmp_path / "pages", LIMITS))


def test_nothing_to_draw_is_done_at_once(tmp_path: pathlib.Path) -> None:
    assert list(draw([], tmp_path / "pages", LIMITS)) == []


def test_a_printed_page_is_small_and_its_white_is_white() -> None:
    with open_sheets(PDF) as sheets:
        packed = picture_of(sheets.draw(1, 150))
    assert len(packed) < LARGE
    assert PIL.Image.open(io.BytesIO(packed)).convert("L").getextrema() == (0, 255)


def test_a_page_of_noise_is_packed_with_loss() -> None:
    noise = PIL.Image.effect_noise((600, 800), 80).convert("RGB")
    assert len(picture_of(noise)) < 600 * 800 / 2


def test_an_import_of_text_loads_nothing_that_draws() -> None:
    script = "import sys, importers.ingest, importers.workers, operations; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", script], text=True).split()
    assert "importers.formats.pdf" in loaded
    assert not {"pypdfium2", "PIL"} & set(loaded)
