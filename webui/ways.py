"""Ways on from a page about one thing: the narrower searches that its facets give."""

import collections.abc as c
import dataclasses as dc
import typing as t

from index import Request, Result, toggled
from webui.choices import Choice, counts_of
from webui.families import with_past
from webui.labels import FORMALITIES, Labels

SHOWN: t.Final = 10


@dc.dataclass(frozen=True, slots=True)
class Ways:
    """The values of one facet as links, most first, and those behind "Visa fler"."""

    heading: str
    noun: str  # what is counted, in the plural
    shown: tuple[Choice, ...]
    rest: tuple[Choice, ...]


def ways(
    heading: str,
    noun: str,
    asked: tuple[Request, Result],
    parameter: str,
    labels: Labels,
    leave_out: c.Container[str] = (FORMALITIES,),
) -> Ways:
    """The searches that choosing one more value gives."""
    request, result = asked
    counts = counts_of(result, parameter)
    found = [
        Choice(
            with_past(
                labels.value(parameter, id_), _has_past(request, parameter, id_, counts, labels)
            ),
            toggled(request, parameter, id_),
            count,
        )
        for id_, count in counts.items()
        if id_ not in leave_out
    ]
    # One alone is not worth hiding.
    cut = len(found) if len(found) == SHOWN + 1 else SHOWN
    return Ways(heading, noun, tuple(found[:cut]), tuple(found[cut:]))


def _has_past(
    request: Request, parameter: str, id_: str, counts: c.Container[str], labels: Labels
) -> bool:
    """Whether a value's count holds what its predecessors have, which stand there too."""
    registries = labels.registries
    lineage = {
        "forvaltning": registries.with_predecessors,
        "fack": registries.union_with_predecessors,
    }.get(parameter)
    earlier = lineage(id_)[1:] if lineage and request.filters.predecessors else ()
    return any(other in counts for other in earlier)
