"""Hits as plain text to read, send and quote from: each with where it stands. Pure."""

import collections.abc as c
import datetime as dt
import typing as t

from index import Kind, Request
from webui import choices, phrasing
from webui.all_hits import Taken
from webui.explaining import section_at
from webui.export_rows import Address, contents
from webui.labels import Labels
from webui.quoting import Quoter
from webui.section_view import exchange_at
from webui.xml_form import writable

BETWEEN: t.Final = f"\n{'-' * 72}\n\n"


def heading(
    request: Request, total: int, labels: Labels, name: str, found_at: str, today: dt.date
) -> str:
    """What was searched for, where and when."""
    sentence = choices.sentence(request, total, labels)
    about = f" om {sentence.about}" if sentence.about else ""
    said = " · ".join([f"{sentence.found}{about}", *sentence.limits])
    return _written(f"{name}: {said}\n{found_at} (hämtad {today.isoformat()})\n")


def passage(taken: Taken, labels: Labels, address: Address, today: dt.date) -> str | None:
    """A hit's text with where it stands; None where the protocol does not have it any longer."""
    hit, protocol = taken
    quoter = Quoter(
        protocol,
        labels.forvaltning_of(protocol),
        address(protocol.id or "", None),
        today,
        labels.union,
    )
    if hit.kind is Kind.PROTOCOL:
        return _written("\n\n".join(filter(None, (contents(protocol), quoter.whole()))))
    if hit.kind is Kind.EXCHANGE:
        asked = exchange_at(protocol, hit.place)
        return _written(quoter.exchange(*asked)) if asked else None
    section = section_at(protocol, hit.place)
    return _written(quoter.section(section)) if section else None


def notes(sentences: c.Iterable[str]) -> str:
    """What is said of the hits before the first of them."""
    return "".join(f"Obs! {_written(sentence)}" for sentence in sentences)


def _written(text: str) -> str:
    """Lines that end, with ordinary spaces and nothing that cannot be seen."""
    return writable(text).replace(phrasing.NO_BREAK, " ").strip() + "\n"
