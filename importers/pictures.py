"""Each page as a picture, drawn once the protocols are kept, so that nobody waits for pictures.

A picture is a help and no part of the archive: a page that cannot be drawn, a file that takes too
long or kills its drawer is told in the log and left without, and is tried again only when
`check --repair` asks for it. What an interrupted import has not drawn, the next one draws.
"""

import collections
import collections.abc as c
import concurrent.futures
import dataclasses as dc
import io
import logging
import pathlib
import time
import typing as t

import pebble
import PIL.Image

from archive.errors import CannotDraw, CatalogueError
from archive.pages import PageStore
from archive.settings import Limits
from importers.formats.sheets import open_sheets
from importers.pool import Pool

log = logging.getLogger(__name__)

DPI: t.Final = 150  # an A4 is 1240 dots wide: sharp on a telephone, and on a desk at full size

# Printed text needs no more than eight shades of each colour, and packs better without loss than
# with. A photograph or a scan does not, and is what makes a picture larger than this.
SHADES: t.Final = 8
LARGE: t.Final = 80_000  # bytes
LOSSY_QUALITY: t.Final = 50

AHEAD: t.Final = 2  # files waiting per process
SHARE: t.Final = 0.5  # of a file's seconds, after which the rest of its pages is a job of its own


@dc.dataclass(frozen=True, slots=True)
class Drawing:
    """A file whose pages are to be drawn, from one of them on."""

    path: pathlib.Path
    sha256: str
    first: int = 1


@dc.dataclass(frozen=True, slots=True)
class Drawn:
    """How far a process came with a file."""

    go_on_at: int | None  # the next page, or None where all are done
    failed: tuple[str, ...] = ()  # what hindered, English, for the log


def draw(
    files: c.Collection[Drawing], pages_dir: pathlib.Path, limits: Limits
) -> c.Iterator[Drawing]:
    """Draw the pages that have no picture yet; gives each file when nothing more can be done.

    Raises CatalogueError where the pictures cannot be written.
    """
    store = PageStore(pages_dir)
    with Pool(limits, len(files), _start, pages_dir, limits) as pool:
        waiting: collections.deque[tuple[Drawing, concurrent.futures.Future[Drawn]]]
        waiting = collections.deque()

        def schedule(drawing: Drawing) -> None:
            future = pool.schedule(_draw, drawing, seconds=limits.file_seconds)
            waiting.append((drawing, future))

        def finish() -> c.Iterator[Drawing]:
            drawing, future = waiting.popleft()
            go_on_at = _outcome(drawing, future)
            if go_on_at is None:
                store.mark_drawn(drawing.sha256)
                yield drawing
            else:
                schedule(dc.replace(drawing, first=go_on_at))

        for drawing in files:
            schedule(drawing)
            while len(waiting) >= pool.count * (1 + AHEAD):
                yield from finish()
        while waiting:
            yield from finish()


def draw_some(drawing: Drawing, store: PageStore, limits: Limits) -> Drawn:
    """Draw at least one page, and as many as there is time for.

    Raises OSError where the original cannot be read, and CatalogueError where the pictures cannot
    be written.
    """
    ends = time.monotonic() + SHARE * limits.file_seconds
    failed: list[str] = []
    try:
        with open_sheets(drawing.path.read_bytes()) as sheets:
            for number in range(drawing.first, min(sheets.count, limits.pages) + 1):
                if number > drawing.first and time.monotonic() > ends:
                    return Drawn(number, tuple(failed))
                if store.picture_path(drawing.sha256, number):
                    continue
                try:
                    picture = picture_of(sheets.draw(number, DPI))
                except CannotDraw as err:
                    failed.append(str(err))
                else:
                    store.keep_picture(drawing.sha256, number, picture)
    except CannotDraw as err:
        failed.append(str(err))
    return Drawn(None, tuple(failed))


def picture_of(page: PIL.Image.Image) -> bytes:
    """A drawn page as WebP."""
    plain = page.point(_shades(len(page.getbands())))
    packed = _webp(plain, lossless=True, quality=50, method=0)
    if len(packed) <= LARGE:
        return packed
    others = (
        _webp(plain, lossless=True, quality=50, method=2),
        _webp(page, quality=LOSSY_QUALITY, method=2),
    )
    return min(packed, *others, key=len)


def _outcome(drawing: Drawing, future: concurrent.futures.Future[Drawn]) -> int | None:
    """Where to go on with the file; None where nothing more can be done."""
    try:
        drawn = future.result()
    except CatalogueError:
        raise
    except (TimeoutError, MemoryError, pebble.ProcessExpired) as err:
        log.warning("gave up drawing %s: %r", drawing.sha256, err)
        return None
    except Exception:
        log.exception("cannot draw %s", drawing.sha256)
        return None
    for failure in drawn.failed:
        log.warning("not drawn: %s %s", drawing.sha256, failure)
    return drawn.go_on_at


_settings: tuple[PageStore, Limits] | None = None  # set once in each worker process, by `_start`


def _start(pages_dir: pathlib.Path, limits: Limits) -> None:
    global _settings
    _settings = PageStore(pages_dir), limits


def _draw(drawing: Drawing) -> Drawn:
    if _settings is None:
        raise RuntimeError("not in a worker process")
    return draw_some(drawing, *_settings)


def _shades(bands: int) -> list[int]:
    """For each value of each colour, the nearest of the few that are kept."""
    steps = SHADES - 1
    return [round(round(value / 255 * steps) * 255 / steps) for value in range(256)] * bands


def _webp(page: PIL.Image.Image, **options: t.Any) -> bytes:
    file = io.BytesIO()
    page.save(file, "WEBP", **options)
    return file.getvalue()
