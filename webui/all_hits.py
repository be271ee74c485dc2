"""Every hit of a search and not only a page of them, a few in memory at a time."""

import collections.abc as c
import dataclasses as dc
import itertools
import typing as t

from archive.catalogue import Catalogue
from archive.model import Protocol
from archive.visibility import Audience
from index import Hit, Request, Result, SearchIndex
from webui import phrasing

MOST: t.Final = 10_000  # hits of one search that can be taken along
BATCH: t.Final = 500  # hits asked for at once
PROTOCOLS: t.Final = 50  # read at once


class Taken(t.NamedTuple):
    """A hit with the whole protocol it lies in."""

    hit: Hit
    protocol: Protocol


def from_the_first(request: Request) -> Request:
    """The search whose hits are taken: from the first, each for itself."""
    return dc.replace(request, offset=0, gathered=False)


def batches(index: SearchIndex, request: Request, most: int = MOST) -> c.Iterator[Result]:
    """The hits in their order, part by part; the first part is there where nothing is found too.

    Each part is searched for when it is asked for. What is imported meanwhile may move others, but
    none comes twice.
    """
    seen = set[tuple[str, str]]()
    for offset in range(0, most, BATCH):
        limit = min(BATCH, most - offset)
        result = index.search(dc.replace(request, offset=offset, limit=limit))
        hits = {(hit.protocol_id, hit.place): hit for hit in result.hits}
        yield dc.replace(result, hits=tuple(hits[key] for key in hits if key not in seen))
        seen.update(hits)
        if offset + limit >= result.total:
            return


def with_protocols(
    catalogue: Catalogue, audience: Audience, hits: c.Iterable[Hit]
) -> c.Iterator[Taken]:
    """The hits with their protocols, but for those whose protocol is no longer there to see."""
    rest = iter(hits)
    while some := tuple(itertools.islice(rest, PROTOCOLS)):
        ids = dict.fromkeys(hit.protocol_id for hit in some)
        records = catalogue.some(tuple(ids), audience)
        protocols = {record.protocol.id: record.protocol for record in records}
        for hit in some:
            if (protocol := protocols.get(hit.protocol_id)) is not None:
                yield Taken(hit, protocol)


def left_out(total: int, most: int = MOST) -> tuple[str, ...]:
    """What is said where not all hits come along."""
    if total <= most:
        return ()
    return (
        f"Bara de {phrasing.number(most)} första av {phrasing.number(total)} träffar är med."
        " Avgränsa sökningen för att få med resten.",
    )
