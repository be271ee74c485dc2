"""What the unions asked: each together with those that went into it, and each for itself.

Together, a row of years goes on unbroken where unions merged, and nothing is counted twice among
them, since what went into another stands within that one. For itself, each has the numbers that
stand beside its own name everywhere else.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from index import Request, Result, SearchIndex, narrowed
from webui.choices import counts_of
from webui.counted import Number, Series, apart, counted, plainly
from webui.families import with_past
from webui.labels import Labels
from webui.swedish_order import swedish_order


class Part(t.NamedTuple):
    """The questions of one union under its own name."""

    name: str
    questions: Number


@dc.dataclass(frozen=True, slots=True)
class Asked:
    """Questions, and those of them that were answered."""

    questions: Series
    answered: Series
    parts: tuple[Part, ...] = ()  # whose they are, where they are those of several unions
    chosen: bool = False


def together(result: Result, asking: Request, labels: Labels) -> tuple[str, ...]:
    """The unions that went into no other, who asks most first, from what a search found."""
    unions = labels.registries.unions
    retired = {id_ for entry in unions.values() for id_ in entry.predecessors}
    hidden = retired if asking.filters.predecessors else set()
    return tuple(id_ for id_ in counts_of(result, "fack") if id_ not in hidden)


def asked_together(
    index: SearchIndex,
    asking: Request,
    own: c.Mapping[str, int],
    ids: c.Iterable[str],
    labels: Labels,
) -> tuple[Asked, ...]:
    """What these asked, with their predecessors; `own` are the counts under each own name."""
    return tuple(_together(index, asking, own, id_, labels) for id_ in ids)


def asked_alone(index: SearchIndex, asking: Request, labels: Labels) -> tuple[Asked, ...]:
    """What each union asked under its own name, by name."""
    alone = apart(asking, labels.registries)
    ids = counts_of(index.search(dc.replace(alone, limit=0)), "fack")
    return tuple(
        _asked(index, _of_one(alone, id_, labels), id_, labels.union(id_))
        for id_ in sorted(ids, key=lambda id_: swedish_order(labels.union(id_)))
    )


def _together(
    index: SearchIndex, asking: Request, own: c.Mapping[str, int], id_: str, labels: Labels
) -> Asked:
    alone = apart(asking, labels.registries)
    lineage = labels.registries.union_with_predecessors(id_)
    inside = [it for it in lineage if own.get(it)] if asking.filters.predecessors else [id_]
    name = with_past(labels.union(id_), any(it != id_ for it in inside))
    asked = _asked(index, narrowed(asking, unions=(id_,)), id_, name)
    parts = tuple(
        Part(labels.union(it), Number(own[it], _of_one(alone, it, labels)))
        for it in inside
        if name != labels.union(id_)
    )
    chosen = not set(lineage).isdisjoint(asking.filters.unions)
    return dc.replace(asked, parts=parts, chosen=chosen)


def _of_one(alone: Request, id_: str, labels: Labels) -> Request:
    return plainly(narrowed(alone, unions=(id_,)), labels.registries)


def _asked(index: SearchIndex, request: Request, id_: str, name: str) -> Asked:
    questions, _ = counted(index, request, id_, name)
    answered, _ = counted(index, narrowed(request, answered=True), id_, name)
    return Asked(questions, answered)
