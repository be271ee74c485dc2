"""A hit as a row of a table, with all of its text. Pure.

The columns are the same whatever is searched for, so that tables can be put together. A paragraph
has its questions too; a protocol as a whole has its headings for text.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Basis, Exchange, Protocol
from index import Kind
from webui import phrasing
from webui.all_hits import Taken
from webui.csv_form import Row
from webui.explaining import section_at
from webui.labels import Labels
from webui.section_view import exchange_at
from webui.xml_form import writable

HEADING: t.Final = (
    "Datum", "Datum beräknat", "Förvaltning", "Protokoll", "§", "Rubrik", "Text", "Fack", "Ämnen",
    "Fråga", "Svar", "Besvarad", "Sida", "Adress",
)  # fmt: skip
NOTES: t.Final = HEADING.index("Rubrik")  # the column of what is said after the rows

# A spreadsheet cuts what is longer off, or spills it into the next rows.
LONGEST_CELL: t.Final = 32_000
YES_NO: t.Final = {True: "ja", False: "nej"}
NEW_LINES: t.Final = re.compile(r"\s*[\r\n\u2028\u2029]\s*")

Address: t.TypeAlias = c.Callable[[str, str | None], str]  # of a protocol, or a place in it


def row(taken: Taken, labels: Labels, address: Address) -> Row | None:
    """The row; None where the protocol does not have that part any longer."""
    hit, protocol = taken
    if (found := _found(taken)) is None:
        return None
    said, exchanges = found
    date = protocol.date
    return (
        date.value.isoformat() if date.value else None,
        YES_NO[date.basis is Basis.INFERRED] if date.value else None,
        _cell(labels.forvaltning_of(protocol)),
        _cell(protocol.title),
        hit.number,
        _cell(hit.title),
        _cell(said),
        _cell(", ".join(map(labels.union, hit.unions))),
        _cell(", ".join(map(labels.topic, hit.topics))),
        _cell(_numbered([it.question for it in exchanges])),
        _cell(_numbered([it.answer or "" for it in exchanges])),
        _answered(exchanges),
        hit.page,
        address(protocol.id or "", hit.place or None),
    )


def note(sentence: str) -> Row:
    """A row that says something of the table."""
    return (*[None] * NOTES, _cell(sentence), *[None] * (len(HEADING) - NOTES - 1))


def contents(protocol: Protocol) -> str:
    """What a protocol is about: its headings, a line each."""
    headings = (
        f"{phrasing.section_label(it)} {it.title}".strip().replace(phrasing.NO_BREAK, " ")
        for it in protocol.sections
    )
    return "\n".join(headings)


def _found(taken: Taken) -> tuple[str, tuple[Exchange, ...]] | None:
    """A hit's text and its questions; None where the protocol does not have it any longer."""
    hit, protocol = taken
    if hit.kind is Kind.PROTOCOL:
        return contents(protocol), ()
    if hit.kind is Kind.EXCHANGE:
        asked = exchange_at(protocol, hit.place)
        return ("", (asked[1],)) if asked else None
    section = section_at(protocol, hit.place)
    return (section.text, section.exchanges) if section else None


def _numbered(said: c.Sequence[str]) -> str:
    """What was said, each with its number where there are several, so that answers are found."""
    if len(said) < 2:
        return "".join(said)
    return "\n".join(f"{number}. {it or '–'}" for number, it in enumerate(said, 1))


def _answered(exchanges: c.Sequence[Exchange]) -> str | None:
    if not exchanges:
        return None
    answered = {it.answered for it in exchanges}
    return "delvis" if len(answered) > 1 else YES_NO[True in answered]


def _cell(text: str | None) -> str | None:
    """A line for each paragraph, and no longer than a cell can be."""
    if not text:
        return None
    lines = NEW_LINES.sub("\n", writable(text)).strip()
    return lines if len(lines) <= LONGEST_CELL else f"{lines[:LONGEST_CELL].rstrip()} …"
