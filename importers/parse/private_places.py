"""Where in a document personal data stand: the place is told, never the value.

Everything the site would show is looked through: the file's name, header, attendance, every §,
signatures, appendices, and what recurs on the pages. A signing service's references are no
person's numbers, whatever their digits.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.messages import PERSONAL_DATA
from archive.model import Protocol, Remark, Section
from importers.parse.division import Parts
from importers.parse.header_blocks import ATTENDANCE
from importers.parse.personal_data import PersonalData

FILENAME: t.Final = "filnamnet"
HEADER: t.Final = "protokollets inledning"
PRESENT: t.Final = "närvarolistan"
SIGNATURES: t.Final = "underskrifterna"
APPENDIX: t.Final = "en bilaga"
FURNITURE: t.Final = "sidhuvud eller sidfot"

# "Transaktionsnummer 8507099805"  "Signerings-id: 8507099805"  "Dokumentnr 8507099805"
# but not "Personnummer 8507099805" and not "Dokument-id 19850709-9805": no service writes so.
REFERENCE: t.Final = re.compile(
    r"(?:transaktion|signering|verifikation|dokument|referens|serie|kontroll)\w*[\s-]?"
    r"(?:id|nummer|nr)?\.?\s*:?\s*\d{10}(?!\d|[-+–])",
    re.IGNORECASE,
)


class Place(t.NamedTuple):
    """A stretch of the document, the name it is told by, and which page an offset is on."""

    name: str
    text: str
    page_at: c.Callable[[int], int | None]


def private_remarks(
    protocol: Protocol, parts: Parts, filename: str, personal: PersonalData
) -> tuple[Remark, ...]:
    """One remark for each kind of personal data in each place, with the page of the first."""
    remarks: dict[tuple[str, str], Remark] = {}
    for place in _places(protocol, parts, filename):
        for found in personal.find(place.text):
            remark = Remark(found.code, place.page_at(found.start), place.name)
            remarks.setdefault((found.code, place.name), remark)
    return tuple(remarks.values())


def without_values(remark: Remark, personal: PersonalData) -> Remark:
    """A remark that quotes the document, without the personal data in the quotation."""
    if remark.text is None or remark.code in PERSONAL_DATA:
        return remark
    return dc.replace(remark, text=personal.hide(remark.text))


def _places(protocol: Protocol, parts: Parts, filename: str) -> c.Iterator[Place]:
    yield Place(FILENAME, filename, _on(()))
    for block in parts.header:
        name = PRESENT if block.kind in ATTENDANCE else HEADER
        yield Place(name, f"{block.label} {block.text}", _on(line.page for line in block.lines))
    for section in protocol.sections:
        yield _section(section, alone=len(protocol.sections) == 1)
    signed = REFERENCE.sub(" ", "\n".join(line.text for line in parts.signatures))
    yield Place(SIGNATURES, signed, _on(line.page for line in parts.signatures))
    for appendix in protocol.appendices:
        yield Place(APPENDIX, f"{appendix.title}\n{appendix.text}", _on(appendix.pages))
    recurring = REFERENCE.sub(" ", parts.furniture_text)
    yield Place(FURNITURE, recurring, _on(line.page for line in parts.furniture))


def _section(section: Section, *, alone: bool) -> Place:
    if section.number is not None:
        name = f"§ {section.number}"
    else:
        name = "texten" if alone else f"ärende {section.ordinal}"
    before = f"{section.title}\n\n"
    return Place(
        name,
        before + section.text,
        lambda offset: section.page_at(max(0, offset - len(before))),
    )


def _on(pages: c.Iterable[int | None]) -> c.Callable[[int], int | None]:
    """Wherever in the stretch: on the first of its pages."""
    first = next(iter(pages), None)
    return lambda _: first
