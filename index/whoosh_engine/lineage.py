"""Which förvaltning has taken over which, and which union has gone into which."""

import collections
import collections.abc as c

from archive.registry import Registries
from index.whoosh_engine.columns import Values


class Lineage:
    """The registries' predecessors, by facet, looked up both ways."""

    def __init__(self, registries: Registries) -> None:
        self._predecessors = {
            "forvaltning": registries.with_predecessors,
            "fack": registries.union_with_predecessors,
        }
        self._heirs = {
            "forvaltning": _heirs(registries.forvaltningar, registries.with_predecessors),
            "fack": _heirs(registries.unions, registries.union_with_predecessors),
        }

    def with_predecessors(self, facet: str, ids: c.Iterable[str]) -> c.Iterator[str]:
        """The values, and those they have taken over."""
        for value in ids:
            yield value
            if lineage := self._predecessors.get(facet):
                yield from lineage(value)

    def with_heirs(self, facet: str, values: Values) -> c.Iterator[str]:
        """The values, and those that have taken them over."""
        heirs = self._heirs.get(facet, {})
        for value in values:
            yield value
            yield from heirs.get(value, ())


def _heirs(
    ids: c.Iterable[str], lineage: c.Callable[[str], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    heirs = collections.defaultdict[str, tuple[str, ...]](tuple)
    for heir in ids:
        for predecessor in lineage(heir):
            if predecessor != heir:
                heirs[predecessor] += (heir,)
    return dict(heirs)
