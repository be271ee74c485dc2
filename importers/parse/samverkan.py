"""Matters of samverkan: on which paragraf of the Co-determination Act, and how each ended.

Minutes write them in three ways. As groups: a line names the basis ("Avser samverkan som motsvarar
MBL § 11", "Information enligt 19 § MBL"), the matters follow line by line, and a sentence says how
they ended ("Ärendena anses informerade."). In tables, and in lists whose items tell their own end
("Taxor – enighet"). Or in running text: "Samverkan enligt MBL § 11 avslutades i enighet." A group
that holds only "-" has no matters.

Samverkan stands in place of negotiation before a decision (§ 11), information in place of § 19: a
matter that was agreed on, or informed of, without a paragraf being named rests on that one. What
only speaks of the Act ("frågor från MBL-förhandlingen"), or of what is to come, is no matter.
"""

import bisect
import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome, SamverkanMatter, Span
from importers.parse import sentences
from importers.parse.references import find_diarienummer
from importers.parse.reservations import find_reservations
from importers.parse.samverkan_groups import RISK_ASSESSMENT
from importers.parse.samverkan_reader import SamverkanReader
from importers.parse.unions import UnionNames

# Without any of these there is no samverkan, and most sections have none.
WORTH_READING: t.Final = re.compile(
    r"samverk|förhandl|MBL|medbestämm|§|enig|erinra|reserver|inform|invänd|tillstyrk|överens|bakom",
    re.IGNORECASE,
)
# Under a title that names the Act: "§ 11 Ny organisation. Bordlades."
OF_THE_ACT: t.Final = re.compile(r"\bMBL\b|medbestämmandelagen")
BEGINS_WITH_PARAGRAPH: t.Final = re.compile(r"^§\s?(?:11|19|38)(?=\s[A-ZÅÄÖ])", re.MULTILINE)
CLAUSE: t.Final = re.compile(r";\s")


# "Ny organisation i hemtjänsten" names the section's only matter; these head what may be several.
OF_SEVERAL: t.Final = re.compile(
    r"(?:samverka|ärenden|information|förhandling|MBL|nämnd|övrig|facklig|aktuell|rapport|beslut)",
    re.IGNORECASE,
)


def find_samverkan(title: str, text: str, names: UnionNames) -> tuple[SamverkanMatter, ...]:
    """The matters of samverkan in one section, in order."""
    if not WORTH_READING.search(text) and not WORTH_READING.search(title):
        return ()
    if OF_THE_ACT.search(title):
        text = BEGINS_WITH_PARAGRAPH.sub(r"MBL \g<0>", text)
    reader = SamverkanReader(title, names)
    quotes = sentences.quoted(text)
    for row in _rows(text):
        if len(row) > 1 and reader.read_row([text[cell.start : cell.end] for cell in row]):
            continue
        for cell in row:
            inside = sentences.without_mark(text, cell)
            spans = sentences.sentences(text, inside, quotes)
            said = tuple(
                clause for span in spans for clause in CLAUSE.split(_unquoted(text, span, quotes))
            )
            line = text[inside.start : inside.end]
            reader.read(line, said, listed=inside != cell, in_row=len(row) > 1)
    found = _without_contradictions(reader.finish())
    return (_with_all_that_is_said(found[0], title, text, names),) if len(found) == 1 else found


def _with_all_that_is_said(
    matter: SamverkanMatter, title: str, text: str, names: UnionNames
) -> SamverkanMatter:
    """A section's only matter, with what the whole section says of it."""
    quotes = sentences.quoted(text)
    said = (
        _unquoted(text, span, quotes)
        for paragraph in sentences.paragraphs(text)
        for span in sentences.sentences(text, paragraph, quotes)
    )
    reservations = (r for sentence in said for r in find_reservations(sentence, names))
    named_by_title = title if title and not OF_SEVERAL.match(title) else None
    return dc.replace(
        matter,
        matter=matter.matter or named_by_title,
        diarienummer=matter.diarienummer or find_diarienummer(f"{title}\n{text}"),
        reservations=tuple(dict.fromkeys((*matter.reservations, *reservations))),
        risk_assessment=RISK_ASSESSMENT.search(text) is not None,
    )


def _rows(text: str) -> c.Iterator[list[Span]]:
    """The paragraphs, the cells of a table's row together."""
    row: list[Span] = []
    for span in sentences.paragraphs(text):
        if row and text[row[-1].end : span.start].strip() != "|":
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def _unquoted(text: str, span: Span, quotes: c.Sequence[Span]) -> str:
    """The sentence without what it quotes."""
    kept, at = [], span.start
    first = bisect.bisect_left(quotes, span.start, key=lambda quote: quote.start)
    last = bisect.bisect_left(quotes, span.end, key=lambda quote: quote.start)
    for quote in quotes[first:last]:
        kept.append(text[at : quote.start])
        at = quote.end
    return "".join([*kept, text[at : span.end]])


def _without_contradictions(found: c.Sequence[SamverkanMatter]) -> tuple[SamverkanMatter, ...]:
    """Each once; where somebody disagreed, agreement on the same matter does not stand."""
    disputed = {
        (entry.basis, entry.matter) for entry in found if entry.outcome is Outcome.DISAGREED
    }
    return tuple(
        entry
        for entry in dict.fromkeys(found)
        if entry.outcome is not Outcome.AGREED or (entry.basis, entry.matter) not in disputed
    )
