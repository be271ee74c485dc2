"""What a förvaltning has said since a meeting: where an answer that is missing there may be."""

import collections.abc as c
import datetime as dt
import typing as t

import flask

from archive.coverage import relatives
from archive.model import Protocol
from archive.visibility import Audience
from index import Filters, Hit, Kind, Order, Request
from webui.audience import current_audience
from webui.labels import substantial
from webui.site import Site, this_site

FEW: t.Final = 5  # meetings, and paragraphs that mention the meeting


def is_there_later(forvaltning: str | None, date: dt.date | None) -> bool:
    """Whether the reader may see a protocol of a later meeting."""
    if forvaltning is None or date is None:
        return False
    if "latest_meetings" not in flask.g:  # asked for once for all that a page lists
        tallies = this_site().catalogue.by_forvaltning(current_audience())
        flask.g.latest_meetings = {it.of: it.latest for it in tallies if it.latest}
    latest: dict[str | None, dt.date] = flask.g.latest_meetings
    ids = relatives(forvaltning, this_site().registries)
    return any(latest.get(id_, date) > date for id_ in ids)


def since(site: Site, protocol: Protocol) -> Filters | None:
    """Asks for what the same förvaltning, or what took it over, has said in later meetings; None
    where it is not known when or where the meeting was."""
    id_, date = protocol.forvaltning.id, protocol.date.value
    if id_ is None or date is None:
        return None
    ids = tuple(sorted(relatives(id_, site.registries)))
    return Filters(ids, earliest=date + dt.timedelta(days=1))


def meetings(site: Site, filters: Filters, audience: Audience) -> tuple[Hit, ...]:
    """The first protocols that they ask for, in order of time."""
    request = Request("", audience, Kind.PROTOCOL, filters, Order.OLDEST, limit=FEW)
    return site.index.search(request).hits


def naming(
    site: Site, date: dt.date, words: c.Sequence[str], filters: Filters, audience: Audience
) -> tuple[Hit, ...]:
    """Paragraphs that name the day of a meeting, but for formalities: those with any of the words
    if there are such, for a day has many matters."""
    day = date.isoformat()
    for text in (f"{day} ({' ELLER '.join(words)})" if words else day, day):
        request = Request(
            text, audience, Kind.SECTION, filters, Order.OLDEST, limit=4 * FEW, literal=True
        )
        found = site.index.search(request).hits
        if hits := [it for it in found if substantial(it.topics) or not it.topics]:
            return tuple(hits[:FEW])
    return ()
