"""A document's lines divided into furniture, header, sections, signatures and appendices.

Every line ends up in one of them; what no label of the header covers is `unplaced`.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Appendix, Placed
from importers.formats.lines import Document, Line
from importers.parse.appendices import find_first, split_appendices
from importers.parse.furniture import split_furniture
from importers.parse.header_blocks import Block, attendance_in_section, parse_header
from importers.parse.header_labels import Kind
from importers.parse.headings import find_headings
from importers.parse.paragraphs import Metrics, measure
from importers.parse.signatures import split_signatures
from importers.parse.time_place import start_time
from importers.parse.titles import Heading

ADMINISTRATION: t.Final = frozenset({"förvaltning", "nämnd"})
LONGEST_TITLE: t.Final = 200  # characters
# "Samverkansgrupp, Granvik. Anteckningar förda av …"; but not "Enhet 3. Protokoll", "F.d. skolan"
SENTENCE_END: t.Final = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÅÄÖ])")
# The first row of a table of people: "Namn | Roll | Organisation"
COLUMN_HEADS: t.Final = re.compile(
    r"(?:\b(?:namn|roll|funktion|titel|befattning|organisation|fackförbund|närvarande|närvaro"
    r"|eller|och)\b[\s/,|]*)+",
    re.IGNORECASE,
)
HEADER_AT_MOST: t.Final = 60  # lines, where no heading ends it
ATTENDANCE_WITHIN: t.Final = 4  # sections, where it is not in the header

SectionLines: t.TypeAlias = tuple[Heading, tuple[Line, ...]]


@dc.dataclass(frozen=True, slots=True)
class Parts:
    """A document's lines, divided."""

    furniture: tuple[Line, ...]
    header: tuple[Block, ...]
    sections: tuple[SectionLines, ...]
    signatures: tuple[Line, ...]
    appendices: tuple[Appendix, ...]
    metrics: Metrics
    placed: Placed

    @property
    def title(self) -> str:
        """The title lines as one, up to where sentences begin, or simply what it is."""
        words: list[str] = []
        for line in (ln for block in self.header if block.kind is Kind.TITLE for ln in block.lines):
            title, *more = SENTENCE_END.split(line.text, maxsplit=1)
            words.append(title)
            if more:
                break
        return " ".join(words)[:LONGEST_TITLE].strip() or "Protokoll"

    @property
    def administration(self) -> str:
        """The förvaltning and the board, where labels of the header tell them."""
        told = (block for block in self.header if block.label.casefold() in ADMINISTRATION)
        return "\n".join(block.text for block in told)

    @property
    def furniture_text(self) -> str:
        """What recurs on the pages, each once."""
        return "\n".join(dict.fromkeys(line.text for line in self.furniture))

    @property
    def header_text(self) -> str:
        """Title and time, one line each."""
        kinds = (Kind.TITLE, Kind.TIME, Kind.TIME_AND_PLACE, Kind.REST)
        blocks = sorted(
            (block for block in self.header if block.kind in kinds),
            key=lambda block: kinds.index(block.kind),
        )
        return "\n".join(block.text for block in blocks)

    @property
    def unplaced(self) -> tuple[Block, ...]:
        """What stands in the header alone and is nothing that was recognised."""
        return _unrecognised(self.header) if self.placed.unplaced else ()


def divide(document: Document) -> Parts:
    """Divide a document; one without headings is a single section without number or title."""
    split = split_furniture(document)
    metrics = measure(split.body)
    end = find_first(split.body)
    lines, after = split.body[:end], split.body[end:]
    headings = find_headings(lines, metrics)
    if headings:
        ends = [heading.first for heading in headings[1:]] + [len(lines)]
        bodies = [_body(lines, heading, end) for heading, end in zip(headings, ends, strict=True)]
        bodies[-1], signed = split_signatures(bodies[-1])
        sections = tuple(zip(headings, bodies, strict=True))
        front = lines[: headings[0].first]
        header = _with_attendance(parse_header(front), sections)
    else:
        body, signed = split_signatures(lines)
        sections = ((Heading(0, 0, None, ""), body),)
        front, header = (), parse_header(lines[:HEADER_AT_MOST])
    signatures, appendices = split_appendices((*signed, *after), metrics)
    unplaced = _length(line for block in _unrecognised(header) for line in block.lines)
    unplaced = min(unplaced, _length(front))
    placed = Placed(
        header=_length(front) - unplaced,
        sections=_length(lines) - _length(front) - _length(signed),
        signatures=_length(signatures),
        appendices=_length((*signed, *after)) - _length(signatures),
        furniture=_length(split.furniture),
        unplaced=unplaced,
    )
    return Parts(split.furniture, header, sections, signatures, appendices, metrics, placed)


def _length(lines: c.Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _unrecognised(header: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        block
        for block in header
        if block.kind is Kind.REST
        and not start_time(block.text)
        and not COLUMN_HEADS.fullmatch(block.text)
    )


def _body(lines: tuple[Line, ...], heading: Heading, end: int) -> tuple[Line, ...]:
    """The lines under a heading, with what stands beside its title."""
    beside = (dc.replace(lines[heading.first], text=heading.rest),) if heading.rest else ()
    return beside + lines[heading.after : end]


def _with_attendance(
    header: tuple[Block, ...], sections: c.Sequence[SectionLines]
) -> tuple[Block, ...]:
    """The header, with the attendance from an early section ("1. Närvarande") if it has none."""
    if any(block.kind is Kind.PRESENT for block in header):
        return header
    for heading, lines in sections[:ATTENDANCE_WITHIN]:
        blocks = attendance_in_section(heading.title, lines)
        if any(block.kind is Kind.PRESENT for block in blocks):
            return (*header, *blocks)
    return header
