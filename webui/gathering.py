"""Sections gathered under their protocols: the best few of each, and how many more there are."""

import collections
import dataclasses as dc

from index import Hit, Kind, Request, Result
from webui.choices import Choice


@dc.dataclass(frozen=True, slots=True)
class Gathered:
    """One protocol's hits."""

    hits: tuple[Hit, ...]  # the best first
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.hits)


def gathered(result: Result) -> tuple[Gathered, ...]:
    """The page's hits by protocol; none where they were not asked for so."""
    if result.protocols is None:
        return ()
    by_protocol: dict[str, list[Hit]] = collections.defaultdict(list)
    for hit in result.hits:
        by_protocol[hit.protocol_id].append(hit)
    return tuple(
        Gathered(tuple(hits), result.in_protocol[id_]) for id_, hits in by_protocol.items()
    )


def ways_to_gather(request: Request) -> tuple[Choice, ...]:
    """One by one, or by protocol; only sections can be gathered."""
    if request.kind is not Kind.SECTION:
        return ()
    return tuple(
        Choice(
            label,
            dc.replace(request, gathered=by_protocol, offset=0),
            chosen=request.gathered is by_protocol,
        )
        for label, by_protocol in (("En och en", False), ("Per protokoll", True))
    )
