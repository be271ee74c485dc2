"""Hits as what a feed reader shows of them: a heading, a few lines and where they are. Pure."""

import collections.abc as c
import dataclasses as dc
import datetime as dt

from archive.model import Basis
from archive.records import Record
from index import Excerpt, Hit, Kind, Request
from webui import choices, hits, phrasing
from webui.export_rows import Address
from webui.labels import KINDS, Labels, substantial


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """One hit."""

    address: str  # which is its name too: it never changes
    title: str
    summary: str
    added: dt.datetime  # to the archive, first
    changed: dt.datetime
    topics: tuple[str, ...]


def title(request: Request, labels: Labels) -> str:
    """What a feed of such hits is called: "hot och våld, Vision", "Protokoll"."""
    limits = [limit.label for limit in choices.limits(request, labels)]
    kind = KINDS[request.kind]
    kept = request.text or limits
    about = [kind] if not kept or request.kind is not Kind.SECTION else []
    return ", ".join(filter(None, [*about, request.text, *limits]))


def entries(
    found: c.Iterable[Hit], records: c.Iterable[Record], labels: Labels, address: Address
) -> tuple[Entry, ...]:
    """The hits whose protocols are among the records."""
    by_id = {record.protocol.id: record for record in records}
    return tuple(
        _entry(hit, record, labels, address)
        for hit in found
        if (record := by_id.get(hit.protocol_id)) is not None
    )


def _entry(hit: Hit, record: Record, labels: Labels, address: Address) -> Entry:
    return Entry(
        address(hit.protocol_id, hit.place or None),
        _title(hit, labels),
        _summary(hit, labels),
        min(file.imported_at for file in record.files),
        record.changed,
        substantial(hit.topics),
    )


def _title(hit: Hit, labels: Labels) -> str:
    """ "Vision frågar: Föranmälda frågor (§ 2), Farsta 14 januari 2025"."""
    name = hits.heading(hit).text
    if hit.number is not None:
        name = f"{name} (§{phrasing.NO_BREAK}{hit.number})"
    if hit.kind is Kind.EXCHANGE and hit.exchange:
        asker = labels.union(hit.exchange.union) if hit.exchange.union else None
        name = f"{phrasing.asked_by(asker, hit.exchange.question.text)}: {name}"
    where = labels.forvaltning_of_hit(hit)
    if hit.kind is Kind.PROTOCOL and where and where.casefold() in name.casefold():
        where = None
    when = phrasing.long_date(hit.date) if hit.date else "utan datum"
    if hit.date_basis is Basis.INFERRED:
        when += " (beräknat)"
    if hit.kind is Kind.PROTOCOL and hit.date and phrasing.says_day(name, hit.date):
        when = ""
    place = " ".join(filter(None, (where, when)))
    return ", ".join(filter(None, (name, place)))


def _summary(hit: Hit, labels: Labels) -> str:
    if hit.kind is not Kind.EXCHANGE or not hit.exchange:
        return "\n\n".join(map(_passage, hit.excerpts))
    asked = hit.exchange
    if asked.answer:
        answer = f"Arbetsgivaren svarar: {_passage(asked.answer)}"
    else:
        answer = "Inget svar i protokollet."
    return f"{_passage(asked.question)}\n\n{answer}"


def _passage(excerpt: Excerpt) -> str:
    return f"{'… ' * excerpt.cut_before}{excerpt.text}{' …' * excerpt.cut_after}"
