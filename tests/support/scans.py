"""Scans made in a test: printed pages drawn as pictures, in files that hold nothing else."""

import collections.abc as c
import io

import PIL.Image
import pytest
from files import A4, Draw
from reportlab.lib.utils import ImageReader

from importers.formats.scan import find_tesseract
from importers.formats.scan.words import Box, ReadLine, ReadWord
from importers.formats.sheets import open_sheets

needs_tesseract = pytest.mark.skipif(
    find_tesseract() is None, reason="needs tesseract with its Swedish"
)
DPI = 200


def drawn(pdf: bytes, *, aslant: float = 0, turn: int = 0) -> list[PIL.Image.Image]:
    """The pages of a PDF as grey pictures, as a scanner would see the paper put in."""
    with open_sheets(pdf) as sheets:
        pages = [sheets.draw(number, DPI, grey=True) for number in range(1, sheets.count + 1)]
    smooth = PIL.Image.Resampling.BICUBIC
    return [page.rotate(aslant, smooth, fillcolor=255).rotate(-turn, expand=True) for page in pages]


def picture_file(pages: c.Sequence[PIL.Image.Image], kind: str = "PDF") -> bytes:
    """A file of those pictures and nothing else: "PDF", "TIFF", "PNG" or "JPEG"."""
    file = io.BytesIO()
    first, *others = pages
    if kind in {"PDF", "TIFF"}:
        resolution = {"resolution": DPI} if kind == "PDF" else {"dpi": (DPI, DPI)}
        first.save(file, kind, save_all=True, append_images=others, **resolution)
    else:
        first.save(file, kind, dpi=(DPI, DPI))
    return file.getvalue()


def pictured(page: PIL.Image.Image) -> Draw:
    """Draws a picture over a whole page, for a PDF that has other pages too."""
    return lambda canvas: canvas.drawImage(ImageReader(page), 0, 0, *A4)


def read_line(
    text: str, *, left: float = 70, baseline: float = 100, size: float = 10, ink: int = 100
) -> ReadLine:
    """A line as Tesseract reads it: boxes as tall as their letters, in points."""
    words: list[ReadWord] = []
    for word in text.split():
        right = left + 0.5 * size * len(word)
        top = baseline - (0.72 if any(map(_is_tall, word)) else 0.5) * size
        bottom = baseline + (0.21 * size if set(word) & set("gjpqy,()§") else 0)
        words.append(ReadWord(word, Box(left, top, right, bottom), 0.9, ink * len(word)))
        left = right + 0.3 * size
    return tuple(words)


def _is_tall(letter: str) -> bool:
    return letter.isupper() or letter.isdigit() or letter in "bdfhkl§"
