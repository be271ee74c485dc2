"""Glyphs of one page become rows of cells.

A PDF has no lines and often no spaces: only glyphs with places. What stands on one baseline is a
row. Inside it, a gap wider than the letters' own spacing is a word space, and one that no
justified line has divides cells: the columns of a table, of an attendance list or of the page.
A footnote's raised number belongs to the row; a stamp set on its side does not.
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

# Shares of the type size.
SAME_BASELINE: t.Final = 0.4  # a raised or lowered sign still belongs to its row
LEAST_SPACE: t.Final = 0.05  # a space drawn where there is less room is a soft hyphen unseen
WORD_GAP: t.Final = 0.15  # more than kerning, less than the narrowest word space
CELL_GAP: t.Final = 1.5  # more than a justified line's widest word space
LETTERSPACING_AT_MOST: t.Final = 0.6
EQUAL_GAPS: t.Final = 0.5  # points; producers round
OVERPRINT: t.Final = 0.15  # the same letter drawn twice this near is one bold letter

LETTERS_TO_JUDGE: t.Final = 4  # fewer do not show whether a word is letterspaced

# "o" in such a face before text in another is Word's second bullet.
TYPEWRITER: t.Final = re.compile(r"Courier|.*Mono")


@dc.dataclass(frozen=True, slots=True)
class Cell:
    """Text on one baseline without a wide gap."""

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
    rows: list[Row] = []
    for baseline, group in _baselines(glyphs):
        cells = _joined_labels([cell for part in _parts(group) if (cell := _cell(part))])
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


def _parts(group: list[Glyph]) -> list[list[Glyph]]:
    """The group split where a gap divides cells.

    Drawn spaces are gone, and stand before the letter that follows them; letters printed over
    themselves are one bold letter.
    """
    parts: list[list[Glyph]] = []
    space = ""
    for glyph in group:
        if glyph.text.isspace():
            space = " "
            continue
        last = parts[-1][-1] if parts else None
        if last is not None and _gap(last, glyph) < LEAST_SPACE * glyph.size:
            space = ""
        spaced = glyph._replace(text=space + glyph.text)
        if last is None or _gap(last, glyph) > CELL_GAP * min(last.size, glyph.size):
            parts.append([spaced])
        elif _overprints(glyph, last):
            parts[-1][-1] = last._replace(bold=True)
        else:
            parts[-1].append(spaced)
        space = ""
    return _justified(parts)


def _justified(parts: list[list[Glyph]]) -> list[list[Glyph]]:
    """The parts, with the words of a line set very wide to fill its measure as one.

    Such a line has drawn spaces, all equally wide between words that are not; columns with that
    property would be a strange chance.
    """
    gaps = [_gap(left[-1], right[0]) for left, right in itertools.pairwise(parts)]
    joined: list[list[Glyph]] = []
    start = 0
    while start < len(parts):
        end = start
        while end < len(gaps) and abs(gaps[end] - gaps[start]) < EQUAL_GAPS:
            if not parts[end + 1][0].text.startswith(" "):
                break
            end += 1
        widths = {round(part[-1].x + part[-1].width - part[0].x) for part in parts[start:end]}
        if len(widths) < 2:
            end = start
        joined.append(list(itertools.chain.from_iterable(parts[start : end + 1])))
        start = end + 1
    return joined


def _cell(part: list[Glyph]) -> Cell | None:
    size = statistics.mode(glyph.size for glyph in part)
    word_gap = _letterspacing(part, size) + WORD_GAP * size
    text = part[0].text.lstrip()
    for before, glyph in itertools.pairwise(part):
        text += f" {glyph.text}" if _gap(before, glyph) > word_gap else glyph.text
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


def _letterspacing(part: list[Glyph], size: float) -> float:
    """How far apart the letters of a word are set, 0 in ordinary type."""
    gaps = [
        _gap(before, glyph)
        for before, glyph in itertools.pairwise(part)
        if not glyph.text.startswith(" ")
    ]
    spacing = statistics.median(gaps) if len(gaps) >= LETTERS_TO_JUDGE else 0.0
    return min(max(spacing, 0.0), LETTERSPACING_AT_MOST * size)


def _faces(part: list[Glyph]) -> set[str]:
    return {glyph.face.name for glyph in part}


def _joined_labels(cells: list[Cell]) -> list[Cell]:
    """A number or bullet first on the row, with the text it numbers."""
    if len(cells) < 2 or not belongs_to_next(cells[0].text, cells[1].text):
        return cells
    label, following, *rest = cells
    return [dc.replace(following, text=f"{label.text} {following.text}", left=label.left), *rest]


def _gap(glyph: Glyph, following: Glyph) -> float:
    return following.x - glyph.x - glyph.width


def _overprints(glyph: Glyph, before: Glyph) -> bool:
    return glyph.text == before.text.strip() and abs(glyph.x - before.x) < OVERPRINT * glyph.size
