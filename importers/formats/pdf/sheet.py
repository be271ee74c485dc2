"""A page as it is shown: what lies within its crop box, turned as the page says."""

import typing as t

from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix


class Sheet(t.NamedTuple):
    """A page's size in points as it is shown, and how its plane lies on it."""

    number: int  # from 1
    width: float
    height: float
    matrix: Matrix  # to points rightwards and upwards from the lower left corner


def sheet_of(page: PDFPage, number: int) -> Sheet:
    """The sheet that a page is shown on."""
    left, bottom, right, top = _shown(page)
    width, height = right - left, top - bottom
    match page.rotate:
        case 90:
            return Sheet(number, height, width, (0, -1, 1, 0, -bottom, right))
        case 180:
            return Sheet(number, width, height, (-1, 0, 0, -1, right, top))
        case 270:
            return Sheet(number, height, width, (0, 1, -1, 0, top, -left))
        case _:
            return Sheet(number, width, height, (1, 0, 0, 1, -left, -bottom))


def _shown(page: PDFPage) -> tuple[float, float, float, float]:
    left, bottom, right, top = _ordered(page.mediabox)
    crop_left, crop_bottom, crop_right, crop_top = _ordered(page.cropbox)
    crop_left, crop_bottom = max(left, crop_left), max(bottom, crop_bottom)
    crop_right, crop_top = min(right, crop_right), min(top, crop_top)
    if crop_left < crop_right and crop_bottom < crop_top:
        return crop_left, crop_bottom, crop_right, crop_top
    return left, bottom, right, top


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
