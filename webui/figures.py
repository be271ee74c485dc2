"""How much the archive has of one thing: its protocols, paragraphs, questions and open ones."""

import collections.abc as c
import dataclasses as dc

from index import REPEATED, Kind, Request, Result, SearchIndex, narrowed
from webui.choices import counts_of


@dc.dataclass(frozen=True, slots=True)
class Figures:
    """The sums for one förvaltning, union or topic."""

    protocols: int
    sections: int
    exchanges: int
    unanswered: int


def figures(index: SearchIndex, request: Request, result: Result) -> Figures:
    """The sums of a search, from what it found and one search more."""
    counts = counts_of(result, "typ")
    open_ones = dc.replace(narrowed(request, answered=False), kind=Kind.EXCHANGE, limit=0)
    return Figures(
        counts.get(Kind.PROTOCOL, 0),
        counts.get(Kind.SECTION, 0),
        counts.get(Kind.EXCHANGE, 0),
        index.search(open_ones).total,
    )


def those_told_of(
    index: SearchIndex, request: Request, parameter: str, ids: c.Iterable[str]
) -> tuple[str, ...]:
    """Which of these values there are paragraphs of, each under its own name."""
    of_each = (
        (id_, narrowed(request, predecessors=False, **{REPEATED[parameter]: (id_,)})) for id_ in ids
    )
    return tuple(id_ for id_, alone in of_each if index.search(alone).total)
