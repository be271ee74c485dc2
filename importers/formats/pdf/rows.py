"""Glyphs of one page become rows of cells.

A PDF has no lines and often no spaces: only glyphs with places. What stands on one baseline is a
row, which `parts` divides into cells; inside a cell a gap wider than the letters' own spacing is a
word space. A footnote's raised number belongs to the row.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import operator
import re
import statistics
import typing as t

from importers.formats.normalise import BULLET, belongs_to_next, clean
from importers.formats.pdf.device import Glyph
from importers.formats.pdf.parts import Part, gap, parts_of, split_at_columns

# Shares of the type size.
SAME_BASELINE: t.Final = 0.4  # a raised or lowered sign still belongs to its row
WORD_GAP: t.Final = 0.15  # more than kerning, less than the narrowest word space
LETTERSPACING_AT_MOST: t.Final = 0.6

LETTERS_TO_JUDGE: t.Final = 4  # fewer do not show whether a word is letterspaced

# "o" in such a face before text in another is Word's second bullet.
TYPEWRITER: t.Final = re.compile(r"Courier|.*Mono")


@dc.dataclass(frozen=True, slots=True)
class Cell:
    """Text on one baseline within one column."""

    text: str
    left: float
    right: float
    font: str
    size: float
    bold: bool


@dc.dataclass(frozen=True, slots=True)
class Row:
    """The cells of one baseline, left to right; y is counted upwards."""

    baseline: float
    size: float
    cells: tuple[Cell, ...]


def rows_of(glyphs: c.Iterable[Glyph]) -> tuple[Row, ...]:
    """Upright glyphs in any order as rows from the top down."""
    baselines = list(_baselines(glyphs))
    parted = split_at_columns([parts_of(group) for _, group in baselines])
    rows: list[Row] = []
    for (baseline, _), parts in zip(baselines, parted, strict=True):
        cells = _joined_labels([cell for part in parts if (cell := _cell(part))])
        if cells:
            rows.append(Row(baseline, max(cell.size for cell in cells), tuple(cells)))
    return tuple(rows)


def _baselines(glyphs: c.Iterable[Glyph]) -> c.Iterator[tuple[float, list[Glyph]]]:
    """Glyphs grouped by baseline, the largest type of each group deciding where it lies."""
    by_line: dict[float, list[Glyph]] = collections.defaultdict(list)
    for glyph in glyphs:
        if glyph.text and glyph.size > 0:
            by_line[round(glyph.y, 1)].append(glyph)
    groups: list[tuple[float, float, list[Glyph]]] = []
    for y in sorted(by_line, reverse=True):
        size = max(glyph.size for glyph in by_line[y])
        if groups and groups[-1][0] - y < SAME_BASELINE * max(size, groups[-1][1]):
            upper_y, upper_size, upper = groups.pop()
            main = (upper_y, upper_size) if upper_size >= size else (y, size)
            groups.append((*main, upper + by_line[y]))
        else:
            groups.append((y, size, by_line[y]))
    for y, _, group in groups:
        yield y, sorted(group, key=operator.attrgetter("x"))


def _cell(part: Part) -> Cell | None:
    size = statistics.mode(glyph.size for glyph in part)
    word_gap = _letterspacing(part, size) + WORD_GAP * size
    text = part[0].text.lstrip()
    for before, glyph in itertools.pairwise(part):
        text += f" {glyph.text.lstrip()}" if gap(before, glyph) > word_gap else glyph.text
    text = clean(text)
    if not text:
        return None
    if text.startswith("o ") and TYPEWRITER.match(part[0].face.name) and len(_faces(part)) > 1:
        text = f"{BULLET}{text[1:]}"
    letters = [glyph for glyph in part if glyph.text.strip().isalpha()] or part
    return Cell(
        text=text,
        left=part[0].x,
        right=max(glyph.x + glyph.width for glyph in part),
        font=statistics.mode(glyph.face.name for glyph in letters),
        size=size,
        bold=all(glyph.bold for glyph in letters),
    )


def _letterspacing(part: Part, size: float) -> float:
    """How far apart the letters of a word are set, 0 in ordinary type."""
    gaps = [
        gap(before, glyph)
        for before, glyph in itertools.pairwise(part)
        if not glyph.text.startswith(" ")
    ]
    spacing = statistics.median(gaps) if len(gaps) >= LETTERS_TO_JUDGE else 0.0
    return min(max(spacing, 0.0), LETTERSPACING_AT_MOST * size)


def _faces(part: Part) -> set[str]:
    return {glyph.face.name for glyph in part}


def _joined_labels(cells: list[Cell]) -> list[Cell]:
    """A number or bullet first on the row, with the text it numbers."""
    if len(cells) < 2 or not belongs_to_next(cells[0].text, cells[1].text):
        return cells
    label, following, *rest = cells
    return [dc.replace(following, text=f"{label.text} {following.text}", left=label.left), *rest]
