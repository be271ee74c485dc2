"""What the registries' ids and the closed vocabularies are called on the page."""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Protocol
from archive.months import MONTHS
from archive.registry import Registries
from archive.report import OUTCOMES
from index import Hit, Kind, Order

FORMALITIES: t.Final = "formalia"  # opening, agenda, adjustment: in every protocol

KINDS: t.Final[c.Mapping[Kind, str]] = {
    Kind.SECTION: "Paragrafer",
    Kind.EXCHANGE: "Frågor & svar",
    Kind.PROTOCOL: "Protokoll",
}

ORDERS: t.Final[c.Mapping[Order, str]] = {
    Order.RELEVANCE: "Relevans",
    Order.NEWEST: "Nyast",
    Order.OLDEST: "Äldst",
}


def substantial(topics: c.Iterable[str]) -> tuple[str, ...]:
    """The topics that tell one section from another."""
    return tuple(topic for topic in topics if topic != FORMALITIES)


@dc.dataclass(frozen=True, slots=True)
class Labels:
    """Names for ids; an id that no registry knows (any longer) is shown as it is."""

    registries: Registries

    def forvaltning(self, id_: str) -> str:
        """The name of a förvaltning."""
        known = self.registries.forvaltningar.get(id_)
        return known.name if known else id_

    def forvaltning_of(self, protocol: Protocol) -> str | None:
        """The name of the förvaltning whose protocol it is; None where that is not known."""
        its = protocol.forvaltning
        return self.forvaltning(its.id) if its.id else its.name

    def forvaltning_of_hit(self, hit: Hit) -> str | None:
        """The same for what was found."""
        return self.forvaltning(hit.forvaltning) if hit.forvaltning else hit.forvaltning_name

    def union(self, id_: str) -> str:
        """The name of a union."""
        known = self.registries.unions.get(id_)
        return known.name if known else id_

    def union_short(self, id_: str) -> str:
        """The name of a union where there is little room."""
        known = self.registries.unions.get(id_)
        return known.label if known else id_

    def topic(self, id_: str) -> str:
        """The name of a topic."""
        known = self.registries.topics.get(id_)
        return known.name if known else id_

    def outcome(self, id_: str) -> str:
        """The name of an outcome of samverkan."""
        return OUTCOMES.get(id_, id_)

    def period(self, id_: str) -> str:
        """A year, or a month with its year: "2025", "mars 2025"."""
        year, _, month = id_.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year

    def value(self, parameter: str, id_: str) -> str:
        """The name of a value of one of the repeatable parameters."""
        name: c.Callable[[str], str] = {
            "forvaltning": self.forvaltning,
            "fack": self.union,
            "amne": self.topic,
            "utfall": self.outcome,
            "ar": self.period,
        }[parameter]
        return name(id_)
