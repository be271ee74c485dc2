"""What stands before the first §: a title, who was there, when and where, in any order.

Each label opens a block that lasts until the next. A side of the table ("För arbetsgivaren") is no
block of its own but a line inside the attendance, which it opens where nothing else has. In a
table the label is a cell and its value the next; two labels side by side head two columns, which
are read one after the other. Every line ends up in some block: what no label covers is `REST`.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.header_labels import Kind, Label, Side, find_label, find_side
from importers.parse.paragraphs import same_row
from importers.parse.tables import rows_of

ATTENDANCE: t.Final = frozenset({Kind.PRESENT, Kind.ABSENT})
# A value of these goes on only where it visibly does.
SHORT: t.Final = frozenset({Kind.TIME, Kind.PLACE})
# "Storgatan 4", "3 tr", "(plan 2)", "och Teams", "kl. 9–11"
GOES_ON: t.Final = re.compile(r"[a-zåäö(\d]|\w+(?:gatan|vägen|torget|gränd)\b|Teams|Skype|Kl\b")


@dc.dataclass(frozen=True, slots=True)
class Block:
    """A label as printed ("" for title and rest) and the lines it covers, the label's own not."""

    kind: Kind
    label: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(line.text for line in self.lines)


def parse_header(lines: c.Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of a header, in order; empty ones only where a label has no value."""
    blocks: list[Block] = []
    current = Block(Kind.TITLE)
    ordered = in_columns(lines)
    for place, line in enumerate(ordered):
        label = find_label(line.text)
        if label and not (_belongs_inside(label, current) or _is_in_row(line, current)):
            blocks.append(current)
            value = (dc.replace(line, text=label.value),) if label.value else ()
            current = Block(label.kind, label.text, value)
        elif not label and current.kind not in ATTENDANCE and _opens_attendance(line.text):
            kept, row = _without_row_of(line, current.lines)
            if current.kind is Kind.REST:
                kept, column = _without_column_of(line, ordered[place + 1 : place + 2], kept)
                row = (*column, *row)
            blocks.append(dc.replace(current, lines=kept))
            current = Block(Kind.PRESENT, "", (*row, line))
        elif current.kind in SHORT and current.lines and not _goes_on(current.lines[-1], line):
            blocks.append(current)
            current = Block(Kind.REST, "", (line,))
        else:
            current = dc.replace(current, lines=(*current.lines, line))
    return tuple(block for block in [*blocks, current] if block.label or block.lines)


def attendance_in_section(title: str, lines: c.Sequence[Line]) -> tuple[Block, ...]:
    """The attendance where it is a § of its own ("1. Närvarande") or stands labelled in one."""
    label = find_label(title)
    heads = label is not None and label.kind in ATTENDANCE and bool(lines)
    labelled = (dc.replace(lines[0], text=title), *lines) if heads else lines
    return tuple(
        block for block in parse_header(labelled) if block.kind in ATTENDANCE and block.label
    )


def in_columns(lines: c.Sequence[Line]) -> tuple[Line, ...]:
    """The lines with columns that labels head read one after the other, the rest as they were."""
    rows = list(rows_of(lines))
    ordered: list[Line] = []
    while rows:
        head = rows.pop(0)
        if len(head) > 1 and all(_is_heading_cell(cell) for cell in head):
            columns: list[list[Line]] = [[cell] for cell in head]
            while rows and not _ends_columns(rows[0], head):
                for cell in rows.pop(0):
                    nearest = min(range(len(head)), key=lambda i: abs(head[i].left - cell.left))
                    columns[nearest].append(cell)
            ordered += [cell for column in columns for cell in column]
        else:
            ordered += head
    return tuple(ordered)


def _is_heading_cell(cell: Line) -> bool:
    label, side = find_label(cell.text), find_side(cell.text)
    return bool((label and not label.value) or (side and not side[2]))


def _ends_columns(row: list[Line], head: list[Line]) -> bool:
    label = find_label(row[0].text)
    return row[0].page != head[0].page or bool(label and len(row) == 1)


def _without_row_of(
    cell: Line, before: tuple[Line, ...]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines before a table row, and those of its cells that stand before `cell`."""
    at = len(before)
    while at and same_row(before[at - 1], before[at] if at < len(before) else cell):
        at -= 1
    return before[:at], before[at:]


def _without_column_of(
    label: Line, following: c.Sequence[Line], before: tuple[Line, ...]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines before a side's label, and those of the cell beside it that stand higher.

    A table may set the label in the middle of its persons' height.
    """
    if not following or not same_row(label, following[0]):
        return before, ()
    at = len(before)
    while at and before[at - 1].page == label.page and before[at - 1].left == following[0].left:
        at -= 1
    return before[:at], before[at:]


def _opens_attendance(text: str) -> bool:
    """Whether a side is announced; a förvaltning's bare name may as well be a letterhead."""
    side = find_side(text)
    return side is not None and (
        side[0] is Side.UNION or ":" in text or "arbetsgiv" in side[1].casefold()
    )


def _belongs_inside(label: Label, current: Block) -> bool:
    """A chair or secretary among those present is one of them."""
    return current.kind is Kind.PRESENT and label.kind in {Kind.CHAIR, Kind.SECRETARY}


def _is_in_row(line: Line, current: Block) -> bool:
    """A cell that says of the person before it who came: "Anna Ek | enhetschef | Förhinder"."""
    return bool(
        current.kind is Kind.PRESENT and current.lines and same_row(current.lines[-1], line)
    )


def _goes_on(before: Line, line: Line) -> bool:
    return before.text.endswith((",", "-", "–")) or bool(GOES_ON.match(line.text))
