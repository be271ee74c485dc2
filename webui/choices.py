"""What can be changed in a search, each as a link to the search that the change gives.

A choice carries the whole search that taking it gives, so a template only has to print its
address. Pure functions of a request and its result.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.registry import Registries
from index import (
    REPEATED,
    Filters,
    Kind,
    Order,
    Request,
    Result,
    chosen,
    narrowed,
    page_number,
    toggled,
)
from webui import phrasing
from webui.labels import ORDERS, Labels

MOST_ABOUT: t.Final = 120  # characters of the words, where they are repeated
MOST_NAMED: t.Final = 4  # of one group; of more, some are named and the others counted


@dc.dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes one thing in the search."""

    label: str
    request: Request
    count: int | None = None
    chosen: bool = False
    hint: str = ""  # what it means, where its label does not say all of it


@dc.dataclass(frozen=True, slots=True)
class Sentence:
    """What was searched, in plain Swedish."""

    found: str  # "31 paragrafer"
    about: str  # the words searched for, or how they begin
    limits: tuple[str, ...]  # "Vision eller Kommunal", "2021–2025"


def sentence(request: Request, total: int, labels: Labels) -> Sentence:
    """What was searched and how much was found."""
    named = tuple(limit.label for limit in limits(request, labels))
    if total and request.text and not asks_for_words(request.text):
        return Sentence(f"Visar alla {phrasing.counted(total, request.kind)}", "", named)
    return Sentence(phrasing.found(total, request.kind), _shortened(request.text), named)


def asks_for_words(text: str) -> bool:
    """Whether there is anything in a query to look for: signs alone ask for everything."""
    return any(char.isalnum() for char in text)


def title(request: Request, sentence: Sentence) -> str:
    """What the page is called among others: "hot och våld, sida 2"."""
    page = page_number(request)
    name = sentence.about or sentence.found
    return f"{name}, sida {page}" if page > 1 else name


def chips(request: Request, registries: Registries) -> tuple[Choice, ...]:
    """One link for each choice, that takes it away."""
    labels = Labels(registries)
    found = [
        Choice(labels.value(parameter, id_), toggled(request, parameter, id_))
        for parameter in REPEATED
        for id_ in chosen(request, parameter)
    ]
    found += _single_limits(request)
    if earlier := _predecessors(request, registries):
        if request.filters.predecessors:
            label = f"med föregångare: {', '.join(earlier)}"
            found.append(Choice(label, narrowed(request, predecessors=False)))
        else:
            found.append(Choice("utan föregångare", narrowed(request, predecessors=True)))
    if request.literal:
        found.append(Choice("bara det jag skrev", dc.replace(request, literal=False, offset=0)))
    return tuple(found)


def number_chosen(request: Request) -> int:
    """How many choices the reader has made."""
    return sum(len(chosen(request, it)) for it in REPEATED) + len(_single_limits(request))


def without_choices(request: Request) -> Request:
    """The same words, with no choice left."""
    return dc.replace(request, filters=Filters(), offset=0)


def orders(request: Request) -> tuple[Choice, ...]:
    """The ways to sort; without words nothing is more relevant than anything else."""
    return tuple(
        Choice(label, dc.replace(request, order=order, offset=0), chosen=order is request.order)
        for order, label in ORDERS.items()
        if request.text or order is not Order.RELEVANCE
    )


def suggestion(request: Request, result: Result) -> Choice | None:
    """The same search with the words that may have been meant, if the engine knows of any."""
    if not result.suggestion:
        return None
    return Choice(result.suggestion, dc.replace(request, text=result.suggestion, offset=0))


def counts_of(result: Result, facet: str) -> dict[str, int]:
    """What each value of a facet gives, in the engine's order."""
    return {value.id: value.count for value in result.facets.get(facet, ())}


def counts_with_chosen(request: Request, result: Result, parameter: str) -> dict[str, int]:
    """The same; what is chosen stands there even where it gives nothing, as the way out."""
    counts = counts_of(result, parameter)
    return counts | {id_: 0 for id_ in chosen(request, parameter) if id_ not in counts}


def limits(request: Request, labels: Labels) -> list[Choice]:
    """What narrows the search, group by group, each with the search that is without it."""
    found = [
        Choice(_either(names), narrowed(request, **{field: ()}))
        for parameter, field in REPEATED.items()
        if (names := [labels.value(parameter, id_) for id_ in chosen(request, parameter)])
    ]
    return found + _single_limits(request)


def _single_limits(request: Request) -> list[Choice]:
    """The limits that have one value."""
    filters = request.filters
    found = []
    if filters.answered is not None:
        label = "besvarade" if filters.answered else "obesvarade"
        if request.kind is not Kind.EXCHANGE:
            label = f"med {label.removesuffix('e')} fråga"
        found.append(Choice(label, narrowed(request, answered=None)))
    if days := phrasing.span_of_days(filters.earliest, filters.latest):
        found.append(Choice(days, narrowed(request, earliest=None, latest=None)))
    return found


def _predecessors(request: Request, registries: Registries) -> list[str]:
    """The names of what the chosen förvaltningar and unions took over, beyond what is chosen."""
    labels = Labels(registries)
    filters = request.filters
    names = {
        labels.forvaltning(other): None
        for id_ in filters.forvaltningar
        for other in registries.with_predecessors(id_)
        if other not in filters.forvaltningar
    }
    names |= {
        labels.union(other): None
        for id_ in filters.unions
        for other in registries.union_with_predecessors(id_)
        if other not in filters.unions
    }
    return list(names)


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_ABOUT else f"{text[:MOST_ABOUT].rstrip()}…"


def _either(names: c.Sequence[str]) -> str:
    if len(names) > MOST_NAMED:
        some = names[: MOST_NAMED - 1]
        names = [*some, f"{len(names) - len(some)} andra"]
    return " eller ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def literally(request: Request) -> Request:
    """The same search for the words as they were typed and no others."""
    return dc.replace(request, literal=True, offset=0)


def unanswered(request: Request) -> Request:
    """The same search for what has no answer."""
    return narrowed(request, answered=False)


def of_kind(request: Request, kind: str, *, answered: bool | None = None) -> Request:
    """The same search for another kind of hit, from its first page."""
    return dc.replace(narrowed(request, answered=answered), kind=Kind(kind))
