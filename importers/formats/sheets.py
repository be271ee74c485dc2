"""Pages drawn as pictures: a PDF's by pypdfium2, a picture file's (TIFF, PNG, JPEG) by Pillow.

A scanner leaves either. What a page measures in points is its own affair in a PDF; a picture says
at best how many dots it has to the inch, and a photograph not even that, so one that would be
larger or smaller than any paper is taken for an A4.
"""

import collections.abc as c
import contextlib
import io
import math
import struct
import typing as t
import warnings
import zlib

import PIL.Image
import PIL.ImageOps
import pypdfium2

from archive.errors import CannotDraw
from importers.formats.sniff import Kind, kind_of

POINTS: t.Final = 72  # to the inch
A4_LONG: t.Final = 842.0
LEAST_PAPER: t.Final = 300.0  # points, of the longer side
LARGEST_PAPER: t.Final = 2400.0  # an A1
MOST_PIXELS: t.Final = 40_000_000  # a page drawn; an A3 at 400 dots to the inch has 31 million
MOST_STORED: t.Final = 80_000_000  # a picture as it is stored; an A3 at 600 has 70 million

# What Pillow lets through on damaged or hostile pictures.
DAMAGED: t.Final = (
    EOFError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
    zlib.error,
    PIL.Image.DecompressionBombError,
    PIL.Image.DecompressionBombWarning,
)


class Sheets(t.Protocol):
    """The pages of a file, to be drawn; they are numbered from 1."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points as the page is shown; raises CannotDraw."""

    def draw(self, number: int, dpi: float, *, grey: bool = False) -> PIL.Image.Image:
        """The page with so many dots to the inch, fewer where it is enormous.

        Raises CannotDraw.
        """


@contextlib.contextmanager
def open_sheets(content: bytes) -> c.Iterator[Sheets]:
    """The pages of a PDF or a picture file; raises CannotDraw where it is neither or damaged."""
    if kind_of(content) is Kind.PDF:
        try:
            pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as err:
            raise CannotDraw(str(err)) from err
        with contextlib.closing(pdf):
            yield _PdfSheets(pdf)
    else:
        with _drawing():
            picture = PIL.Image.open(io.BytesIO(content), formats=("TIFF", "PNG", "JPEG"))
        with picture:
            yield _PictureSheets(picture)


class _PdfSheets:
    def __init__(self, pdf: pypdfium2.PdfDocument) -> None:
        self._pdf = pdf

    @property
    def count(self) -> int:
        return len(self._pdf)

    def size(self, number: int) -> tuple[float, float]:
        with self._page(number) as page:
            width, height = page.get_size()
            return float(width), float(height)

    def draw(self, number: int, dpi: float, *, grey: bool = False) -> PIL.Image.Image:
        with self._page(number) as page:
            scale = _bounded(dpi / POINTS, *page.get_size())
            drawn = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
            picture: PIL.Image.Image = drawn.to_pil()
            return picture

    @contextlib.contextmanager
    def _page(self, number: int) -> c.Iterator[t.Any]:
        try:
            with contextlib.closing(self._pdf[number - 1]) as page:
                yield page
        except (pypdfium2.PdfiumError, IndexError, ValueError) as err:
            raise CannotDraw(f"page {number}: {err}") from err


class _PictureSheets:
    def __init__(self, picture: PIL.Image.Image) -> None:
        self._picture = picture

    @property
    def count(self) -> int:
        with _drawing():
            return int(getattr(self._picture, "n_frames", 1))

    def size(self, number: int) -> tuple[float, float]:
        return self._size(self._upright(number))

    def draw(self, number: int, dpi: float, *, grey: bool = False) -> PIL.Image.Image:
        picture = self._upright(number)
        width, height = self._size(picture)
        scale = _bounded(dpi / POINTS, width, height)
        with _drawing():
            shown = picture.convert("L" if grey else "RGB")
            return shown.resize((max(1, round(width * scale)), max(1, round(height * scale))))

    def _upright(self, number: int) -> PIL.Image.Image:
        """One picture, turned as the camera said that it was held."""
        with _drawing(number):
            self._picture.seek(number - 1)
            if math.prod(self._picture.size) > MOST_STORED:
                raise CannotDraw(f"page {number} has {self._picture.size} pixels")
            return PIL.ImageOps.exif_transpose(self._picture)

    def _size(self, picture: PIL.Image.Image) -> tuple[float, float]:
        across, down = self._picture.info.get("dpi", (0, 0))
        if across > 0 and down > 0:
            width, height = picture.width * POINTS / across, picture.height * POINTS / down
            if LEAST_PAPER <= max(width, height) <= LARGEST_PAPER:
                return float(width), float(height)
        scale = A4_LONG / max(picture.size)
        return picture.width * scale, picture.height * scale


@contextlib.contextmanager
def _drawing(number: int = 1) -> c.Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of oddities in every other file
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            yield
    except DAMAGED as err:
        raise CannotDraw(f"page {number}: {type(err).__name__}: {err}") from err


def _bounded(scale: float, width: float, height: float) -> float:
    return min(scale, math.sqrt(MOST_PIXELS / (width * height)))
