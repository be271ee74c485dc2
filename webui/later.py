"""What a förvaltning has said since a meeting: where an answer that is missing there may be."""

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


class Later(t.NamedTuple):
    """Meetings since, and what their protocols say of that one."""

    meetings: tuple[Hit, ...]  # protocols, the first after it first
    naming: tuple[Hit, ...]  # paragraphs that name its day, but for formalities
    filters: Filters


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


def later(site: Site, protocol: Protocol, audience: Audience) -> Later | None:
    """What there is since; None where it is not known when or where the meeting was."""
    id_, date = protocol.forvaltning.id, protocol.date.value
    if id_ is None or date is None:
        return None
    ids = tuple(sorted(relatives(id_, site.registries)))
    filters = Filters(ids, earliest=date + dt.timedelta(days=1))
    since = Request("", audience, Kind.PROTOCOL, filters, Order.OLDEST, limit=FEW)
    said = Request(
        date.isoformat(), audience, Kind.SECTION, filters, Order.OLDEST, limit=4 * FEW, literal=True
    )
    found = site.index.search(said).hits
    naming = [hit for hit in found if substantial(hit.topics) or not hit.topics]
    return Later(site.index.search(since).hits, tuple(naming[:FEW]), filters)
