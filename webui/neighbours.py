"""What a protocol stands beside: the meetings before and after it, and those it points at."""

import collections.abc as c
import dataclasses as dc

from archive.model import Protocol, ProtocolReference
from archive.registry import Registries
from archive.series import Around, Held
from archive.visibility import Audience
from webui.site import Site


@dc.dataclass(frozen=True, slots=True)
class Beside:
    """The meetings beside one."""

    around: Around
    referred: c.Mapping[ProtocolReference, Held]  # those there is a protocol of


def beside(site: Site, protocol: Protocol, audience: Audience) -> Beside:
    """What the audience may see of the meetings that a protocol belongs together with.

    Raises UnknownProtocol where the protocol itself has been taken away meanwhile.
    """
    forvaltning = protocol.forvaltning.id
    if forvaltning is None:
        return Beside(Around(), {})
    earlier = predecessors(site.registries, forvaltning)
    around = site.catalogue.around(
        protocol.id or "", audience, earlier, heirs(site.registries, forvaltning)
    )
    days = {it.date for it in _references(protocol) if it.date}
    if not days:
        return Beside(around, {})
    held = site.catalogue.held_on({forvaltning, *earlier}, days, audience)
    return Beside(around, referred(protocol, held))


def referred(protocol: Protocol, held: c.Iterable[Held]) -> c.Mapping[ProtocolReference, Held]:
    """Which of the meetings that are held each reference means; its own förvaltning's first."""
    by_day: dict[object, Held] = {}
    for meeting in sorted(held, key=lambda it: it.forvaltning != protocol.forvaltning.id):
        if meeting.protocol_id != protocol.id:
            by_day.setdefault(meeting.date, meeting)
    found = ((it, by_day.get(it.date)) for it in _references(protocol))
    return {reference: meeting for reference, meeting in found if meeting}


def predecessors(registries: Registries, forvaltning: str) -> frozenset[str]:
    """All that a förvaltning has taken over."""
    return frozenset(registries.with_predecessors(forvaltning)) - {forvaltning}


def heirs(registries: Registries, forvaltning: str) -> frozenset[str]:
    """All that have taken over a förvaltning."""
    every = registries.forvaltningar
    return frozenset(id_ for id_ in every if forvaltning in predecessors(registries, id_))


def _references(protocol: Protocol) -> c.Iterator[ProtocolReference]:
    return (it for section in protocol.sections for it in section.protocol_references)
