"""What an engine to measure must do, and what it is asked and answers."""

import collections.abc as c
import dataclasses as dc
import pathlib
import typing as t

import msgspec
from corpus import YEARS
from prepared import Prepared

from archive.registry import packaged
from index import FacetValue, Filters, Request
from index.documents import Document

FACETS: t.Final = ("forvaltning", "fack", "amne", "ar")
ROWS: t.Final = 20

_decode: t.Final = msgspec.msgpack.Decoder(Document).decode


@dc.dataclass(frozen=True, slots=True)
class Found:
    """What a page of hits is made of."""

    total: int
    facets: c.Mapping[str, c.Mapping[str, int] | c.Sequence[FacetValue]]
    documents: tuple[Document, ...]

    def counts(self, facet: str) -> dict[str, int]:
        """A facet's values and counts, in whichever form the engine gave them."""
        values = self.facets[facet]
        if isinstance(values, c.Mapping):
            return dict(values)
        return {value.id: value.count for value in values}


class Searcher(t.Protocol):
    """An index that is open."""

    def find(self, request: Request) -> Found:
        """The exact total, the counts of the facets, and what the first hits show."""


class Engine(t.Protocol):
    """What is measured. `folder` names where in the work folder its index lies."""

    folder: str

    def version(self) -> str:
        """Name and version, for the record."""

    def open(self, place: pathlib.Path) -> Searcher:
        """Open what was built."""


class Peer(Engine, t.Protocol):
    """What the product is measured against."""

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """Index everything in an empty folder."""


class Narrowing(t.NamedTuple):
    """The filters as the peers read them: ids with their predecessors; empty is all."""

    forvaltningar: tuple[str, ...]
    unions: tuple[str, ...]
    years: tuple[str, ...]

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What is chosen in each facet, where anything is."""
        facets = {"forvaltning": self.forvaltningar, "fack": self.unions, "ar": self.years}
        return {facet: ids for facet, ids in facets.items() if ids}

    @classmethod
    def of(cls, filters: Filters) -> "Narrowing":
        """What of a request's filters the benchmark uses."""
        registries = packaged()
        forvaltningar = map(registries.with_predecessors, filters.forvaltningar)
        unions = map(registries.union_with_predecessors, filters.unions)
        return cls(
            tuple(dict.fromkeys(id for ids in forvaltningar for id in ids)),
            tuple(dict.fromkeys(id for ids in unions for id in ids)),
            tuple(map(str, range(filters.earliest.year, YEARS.stop))) if filters.earliest else (),
        )


def decoded(rows: c.Iterable[bytes]) -> tuple[Document, ...]:
    """What the hits show, from what `prepared` encoded."""
    return tuple(map(_decode, rows))
