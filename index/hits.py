"""A found document as a hit: its excerpts, its page, and the exchange the best passage lies in."""

from archive.model import Exchange
from index.documents import Document
from index.engine import ExchangeHit, Hit, Kind
from index.excerpts import Passage, passages, passages_at
from index.marks import Marker, merged
from index.nearness import Read


def make_hit(found: Read, marker: Marker) -> Hit:
    """What a result list shows of the document, with the query's words marked."""
    document, facts = found.document, found.document.facts
    shown = passages_at(document.text, found.text)
    is_protocol = facts.kind is Kind.PROTOCOL
    exchange = _exchange_of(document, shown)
    return Hit(
        kind=facts.kind,
        score=found.score,
        protocol_id=facts.protocol_id,
        protocol_title=document.protocol_title,
        date=facts.date,
        date_basis=document.date_basis,
        forvaltning=facts.forvaltning,
        forvaltning_name=document.forvaltning_name,
        forvaltning_basis=document.forvaltning_basis,
        filename=document.filename,
        visibility=facts.visibility,
        number=None if is_protocol else next(iter(document.numbers), None),
        ordinal=document.ordinal,
        title=None if is_protocol else document.title,
        title_marks=merged(found.title),
        anchor=document.anchor,
        place=place_of(document),
        page=document.page_at((shown[0].first_mark or shown[0].start) if shown else 0),
        unions=facts.unions,
        topics=facts.topics,
        outcomes=() if is_protocol else facts.outcomes,
        exchange=None if exchange is None else _exchange_hit(exchange, marker),
        excerpts=tuple(passage.excerpt for passage in sorted(shown, key=lambda p: p.start)),
    )


def place_of(document: Document) -> str:
    """The name of a document within its protocol; the protocol as a whole has none."""
    if document.facts.kind is Kind.EXCHANGE:
        return f"f{document.facts.place}"
    return document.anchor or ""


def _exchange_of(document: Document, shown: tuple[Passage, ...]) -> Exchange | None:
    """A question's document is its exchange; of a section, the one the best passage lies in."""
    if document.facts.kind is Kind.EXCHANGE:
        return document.exchanges[0]
    place = shown[0].first_mark if shown else None
    if place is None:
        return None
    return next((e for e in document.exchanges if _lies_in(place, e)), None)


def _lies_in(place: int, exchange: Exchange) -> bool:
    spans = (exchange.question_span, exchange.answer_span)
    return any(span is not None and span.start <= place < span.end for span in spans)


def _exchange_hit(exchange: Exchange, marker: Marker) -> ExchangeHit:
    question = passages(marker, exchange.question, limit=1)
    answer = passages(marker, exchange.answer or "", limit=1)
    return ExchangeHit(
        union=exchange.union,
        question=question[0].excerpt,
        answer=answer[0].excerpt if answer else None,
        answered=exchange.answered,
    )
