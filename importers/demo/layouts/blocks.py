"""What a page is made of, before anybody decides on a file format."""

import dataclasses as dc
import enum


class Look(enum.Enum):
    """How a block is set."""

    TITLE = enum.auto()
    HEADING = enum.auto()  # of a section; `label` stands before it
    SUBHEAD = enum.auto()
    BODY = enum.auto()
    BULLET = enum.auto()
    LINE = enum.auto()  # of a list of people: no space before or after
    LABEL = enum.auto()  # "Närvarande"
    TABLE = enum.auto()
    GAP = enum.auto()


@dc.dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, line or table."""

    look: Look
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page; "{page}" and "{pages}" in the footer are numbers."""

    header: str = ""
    footer: str = ""
