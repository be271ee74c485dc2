"""Where one cell ends and the next begins, on a row of glyphs.

Columns (of a table, an attendance list, the page) are parted by a gap that no justified line has.
A cell can be so full that it all but touches the next; then the rows around it tell where the
next column begins. And a narrow column's justified line can be set so wide that its words look
like cells; then its gaps are all alike.
"""

import itertools
import typing as t

from importers.formats.pdf.device import Glyph

Part = list[Glyph]  # drawn spaces gone: they stand before the letter that follows them

# Shares of the type size.
LEAST_SPACE: t.Final = 0.05  # a space drawn where there is less room is a soft hyphen unseen
COLUMN_GAP: t.Final = 0.6  # more than an ordinary word space
CELL_GAP: t.Final = 1.5  # more than nearly every word space of justified lines
OVERPRINT: t.Final = 0.15  # the same letter drawn twice this near is one bold letter

# Points.
EQUAL_GAPS: t.Final = 0.5  # producers round
SAME_COLUMN: t.Final = 1.0

ROWS_AROUND: t.Final = 3


def parts_of(group: list[Glyph]) -> list[Part]:
    """The glyphs of one row, left to right, split where a gap divides cells.

    Drawn spaces are gone, and stand before the letter that follows them; letters printed over
    themselves are one bold letter.
    """
    parts: list[Part] = []
    space = ""
    for glyph in group:
        if glyph.text.isspace():
            space = " "
            continue
        last = parts[-1][-1] if parts else None
        if last is not None and gap(last, glyph) < LEAST_SPACE * glyph.size:
            space = ""
        spaced = glyph._replace(text=space + glyph.text)
        if last is None or gap(last, glyph) > CELL_GAP * min(last.size, glyph.size):
            parts.append([spaced])
        elif _overprints(glyph, last):
            parts[-1][-1] = last._replace(bold=True)
        else:
            parts[-1].append(spaced)
        space = ""
    return _justified(parts)


def _justified(parts: list[Part]) -> list[Part]:
    """The parts, with the words of a line set very wide to fill its measure as one.

    Such a line has drawn spaces, all equally wide between words that are not; columns with that
    property would be a strange chance.
    """
    gaps = [gap(left[-1], right[0]) for left, right in itertools.pairwise(parts)]
    joined: list[Part] = []
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


def split_at_columns(rows: list[list[Part]]) -> list[list[Part]]:
    """The rows, with parts that run into a column that other rows nearby have split there."""
    starts = [[part[0].x for part in parts[1:]] for parts in rows]
    split: list[list[Part]] = []
    for place, parts in enumerate(rows):
        around = (
            starts[max(0, place - ROWS_AROUND) : place]
            + starts[place + 1 : place + 1 + ROWS_AROUND]
        )
        columns = list(itertools.chain.from_iterable(around))
        split.append([piece for part in parts for piece in _split(part, columns)])
    return split


def gap(glyph: Glyph, following: Glyph) -> float:
    """The room between two glyphs, negative where they overlap."""
    return following.x - glyph.x - glyph.width


def _split(part: Part, columns: list[float]) -> list[Part]:
    pieces = [part[:1]]
    for before, glyph in itertools.pairwise(part):
        if gap(before, glyph) > COLUMN_GAP * glyph.size and any(
            abs(glyph.x - column) < SAME_COLUMN for column in columns
        ):
            pieces.append([])
        pieces[-1].append(glyph)
    return pieces


def _overprints(glyph: Glyph, before: Glyph) -> bool:
    return glyph.text == before.text.strip() and abs(glyph.x - before.x) < OVERPRINT * glyph.size
