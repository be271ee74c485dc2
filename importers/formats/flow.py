"""Lines of a document that flows: it knows paragraphs and tables, and no places on a page.

Word, OpenDocument, RTF and HTML are alike in this. Paragraphs come in the document's order, two
lines of `top` apart, their manual line breaks one. A table's cells, and text set apart by a tab,
are lines with the same `top` and rising `left`; a cell of many paragraphs is read to its end
before the next one, and a number alone in the first cell is joined to the second.
"""

import collections.abc as c
import dataclasses as dc
import itertools

from importers.formats.lines import Line
from importers.formats.normalise import BULLET, belongs_to_next, cells


@dc.dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look within a paragraph; "\\n" is a manual line break."""

    text: str
    bold: bool = False
    size: float | None = None


@dc.dataclass(slots=True)
class _Row:
    """A row of a table that is being read."""

    start: int
    bottom: int
    left: int
    columns: list[list[Line]] = dc.field(default_factory=list)


class Flow:
    """Gathers the lines of one part of a document as its paragraphs and rows are read in order."""

    def __init__(self) -> None:
        self.furniture = False  # of what is written from now on
        self.lines: list[Line] = []
        self.top = 0
        self._rows: list[_Row] = []

    def paragraph(
        self,
        pieces: c.Iterable[Piece],
        *,
        heading: int | None = None,
        label: str | None = None,
    ) -> None:
        """Add a paragraph, with the number that its list gives it, or "•"."""
        breaks = list(_lines_of(pieces))
        printed = [(line, list(cells("".join(piece.text for piece in line)))) for line in breaks]
        shown = [place for place, (_, texts) in enumerate(printed) if texts]
        if shown:  # empty lines around the text are no gaps in it
            look = Line("", heading=heading, whole=len(shown) == 1, furniture=self.furniture)
            for line, texts in printed[shown[0] : shown[-1] + 1]:
                if texts:
                    self._add(texts, _looking_as(line, look), label)
                    label = None
                self.top += 1
        self.top += 1

    def begin_row(self) -> None:
        """From now on paragraphs stand in a row of a table."""
        self._rows.append(_Row(self.top, self.top, self._left))

    def begin_cell(self) -> None:
        """The next cell of the row, whose paragraphs begin where the row does."""
        if not self._rows:
            self.begin_row()
        row = self._rows[-1]
        row.bottom = max(row.bottom, self.top)
        row.columns.append([])
        self.top = row.start

    def end_row(self) -> None:
        """The row ends, and what comes next stands below its longest cell."""
        if self._rows:
            row = self._rows.pop()
            self.top = max(row.bottom, self.top, row.start + 1)
            self._out.extend(itertools.chain.from_iterable(_joined_label(row.columns)))

    def absorb(self, part: "Flow") -> None:
        """Add the lines of another part where we are, such as those of a text box."""
        out, left = self._out, self._left
        out.extend(
            dc.replace(line, top=line.top + self.top, left=line.left + left) for line in part.lines
        )
        self.top += part.top

    @property
    def open_rows(self) -> int:
        """How deep in tables we are."""
        return len(self._rows)

    @property
    def _left(self) -> int:
        return self._rows[-1].left + max(0, len(self._rows[-1].columns) - 1) if self._rows else 0

    @property
    def _out(self) -> list[Line]:
        if not self._rows:
            return self.lines
        if not self._rows[-1].columns:
            self.begin_cell()
        return self._rows[-1].columns[-1]

    def _add(self, texts: list[tuple[int, str]], look: Line, label: str | None) -> None:
        out, left = self._out, self._left
        for place, (_, text) in enumerate(texts):
            own = label if place == 0 else None
            out.append(
                dc.replace(
                    look,
                    text=f"{BULLET} {text}" if own == BULLET else text,
                    left=left + place,
                    top=self.top,
                    number=own if own != BULLET else None,
                )
            )


def in_order(
    headers: c.Iterable[Flow], body: c.Iterable[Flow], footers: c.Iterable[Flow]
) -> tuple[Line, ...]:
    """The lines of a document's parts: headers first and footers last, as furniture, each once."""
    lines: list[Line] = []
    top = 0
    for parts, furniture in ((headers, True), (body, False), (footers, True)):
        seen: set[tuple[str, ...]] = set()
        for part in parts:
            text = tuple(line.text for line in part.lines)
            if furniture and text in seen:
                continue
            seen.add(text)
            lines += (
                dc.replace(line, top=line.top + top, furniture=furniture or line.furniture)
                for line in part.lines
            )
            top += part.top
    return tuple(lines)


def _looking_as(pieces: list[Piece], line: Line) -> Line:
    """The line with the weight and size that its pieces give it."""
    visible = [piece for piece in pieces if piece.text.strip()]
    lengths: dict[float | None, int] = {}
    for piece in visible:
        lengths[piece.size] = lengths.get(piece.size, 0) + len(piece.text)
    size = max(lengths, key=lambda size: lengths[size])
    return dc.replace(line, bold=all(piece.bold for piece in visible), size=size)


def _lines_of(pieces: c.Iterable[Piece]) -> c.Iterator[list[Piece]]:
    """The pieces of each line, as manual line breaks divide them."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(dc.replace(piece, text=first))
        for text in others:
            yield line
            line = [dc.replace(piece, text=text)]
    yield line


def _joined_label(columns: list[list[Line]]) -> list[list[Line]]:
    """The columns of a row, a number alone in the first joined to the second's first line."""
    match columns:
        case [[label], [following, *lines], *rest] if belongs_to_next(label.text, following.text):
            joined = dc.replace(following, text=f"{label.text} {following.text}", left=label.left)
            return [[joined, *lines], *rest]
    return columns
