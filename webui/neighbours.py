"""What a protocol stands beside: the meetings before and after it, and those it points at."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

from archive.model import Protocol, ProtocolReference
from archive.registry import Registries
from archive.series import Around, Held
from archive.visibility import Audience
from webui.mentions import mentions
from webui.site import Site

# A meeting may be moved by some days after it was announced.
MOVED: t.Final = dt.timedelta(days=7)


@dc.dataclass(frozen=True, slots=True)
class Beside:
    """The meetings beside one."""

    around: Around
    referred: c.Mapping[ProtocolReference, Held]  # those there is a protocol of
    mentioned: c.Mapping[str, Held] = dc.field(default_factory=dict)  # by the words in the text
    announced: Held | None = None  # the one that the protocol says comes next, or near that day


def beside(site: Site, protocol: Protocol, audience: Audience) -> Beside:
    """What the audience may see of the meetings that a protocol belongs together with.

    Raises UnknownProtocol where the protocol itself has been taken away meanwhile.
    """
    forvaltning = protocol.forvaltning.id
    if forvaltning is None:
        return Beside(Around(), {})
    earlier, later = (of(site.registries, forvaltning) for of in (predecessors, heirs))
    around = site.catalogue.around(protocol.id or "", audience, earlier, later)
    said = mentions(section.text for section in protocol.sections)
    days = {it.date for it in _references(protocol) if it.date} | {*said.values()}
    after = _days_about(protocol.next_meeting) if protocol.next_meeting else frozenset()
    if not days | after:
        return Beside(around, {})
    # Each has its own question: of many days the catalogue looks at the first ones only.
    held = site.catalogue.held_on({forvaltning, *earlier}, days, audience) if days else ()
    coming = site.catalogue.held_on({forvaltning, *later}, after, audience) if after else ()
    by_day = _by_day(protocol, held)
    return Beside(
        around,
        referred(protocol, held),
        {words: by_day[day] for words, day in said.items() if day in by_day},
        announced(protocol, coming),
    )


def announced(protocol: Protocol, held: c.Iterable[Held]) -> Held | None:
    """Which of the meetings that are held is the one a protocol says comes next: the nearest."""
    said, own = protocol.next_meeting, protocol.date.value
    if said is None:
        return None
    near = (
        it
        for it in held
        if abs(it.date - said) <= MOVED
        and it.protocol_id != protocol.id
        and (own is None or it.date > own)
    )
    return min(near, key=lambda it: (abs(it.date - said), it.protocol_id), default=None)


def referred(protocol: Protocol, held: c.Iterable[Held]) -> c.Mapping[ProtocolReference, Held]:
    """Which of the meetings that are held each reference means; its own förvaltning's first."""
    by_day = _by_day(protocol, held)
    found = ((it, by_day.get(it.date) if it.date else None) for it in _references(protocol))
    return {reference: meeting for reference, meeting in found if meeting}


def predecessors(registries: Registries, forvaltning: str) -> frozenset[str]:
    """All that a förvaltning has taken over."""
    return frozenset(registries.with_predecessors(forvaltning)) - {forvaltning}


def heirs(registries: Registries, forvaltning: str) -> frozenset[str]:
    """All that have taken over a förvaltning."""
    every = registries.forvaltningar
    return frozenset(id_ for id_ in every if forvaltning in predecessors(registries, id_))


def _by_day(protocol: Protocol, held: c.Iterable[Held]) -> dict[dt.date, Held]:
    by_day: dict[dt.date, Held] = {}
    for meeting in sorted(held, key=lambda it: it.forvaltning != protocol.forvaltning.id):
        if meeting.protocol_id != protocol.id:
            by_day.setdefault(meeting.date, meeting)
    return by_day


def _days_about(day: dt.date) -> frozenset[dt.date]:
    first = max(day.toordinal() - MOVED.days, dt.date.min.toordinal())
    last = min(day.toordinal() + MOVED.days, dt.date.max.toordinal())
    return frozenset(map(dt.date.fromordinal, range(first, last + 1)))


def _references(protocol: Protocol) -> c.Iterator[ProtocolReference]:
    return (it for section in protocol.sections for it in section.protocol_references)
