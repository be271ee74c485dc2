"""The facets in the margin: what the search can be narrowed to, and what each choice would give."""

import collections.abc as c
import dataclasses as dc
import typing as t

from index import Kind, Request, Result, chosen, narrowed, toggled
from webui.choices import Choice, counts_with_chosen
from webui.labels import Labels
from webui.swedish_order import swedish_order

SHOWN_VALUES: t.Final = 7

# In order. "ar" is shown as a timeline instead.
HEADINGS: t.Final = {
    "forvaltning": "Förvaltning",
    "fack": "Fack",
    "amne": "Ämne",
    "utfall": "Samverkan",
}


@dc.dataclass(frozen=True, slots=True)
class Group:
    """One facet: the values that are always shown, and those behind "Visa fler"."""

    parameter: str
    heading: str
    shown: tuple[Choice, ...]
    rest: tuple[Choice, ...] = ()


def groups(request: Request, result: Result, labels: Labels) -> tuple[Group, ...]:
    """The facets that have something to choose."""
    found = [
        _group(
            parameter,
            heading,
            [
                Choice(
                    labels.value(parameter, id_),
                    toggled(request, parameter, id_),
                    count,
                    id_ in chosen(request, parameter),
                )
                for id_, count in counts_with_chosen(request, result, parameter).items()
            ],
        )
        for parameter, heading in HEADINGS.items()
    ]
    if request.kind is Kind.EXCHANGE:
        found.append(_group("besvarad", "Svar", _answers(request)))
    return tuple(group for group in found if group.shown)


def _group(parameter: str, heading: str, choices: c.Sequence[Choice]) -> Group:
    """The most first, the rest by name; what is chosen is never hidden: it is the way out."""
    ordered = sorted(choices, key=lambda choice: (-(choice.count or 0), _name(choice)))
    shown = [
        choice
        for place, choice in enumerate(ordered)
        if place < SHOWN_VALUES or choice.chosen or len(ordered) == SHOWN_VALUES + 1
    ]
    rest = sorted((choice for choice in ordered if choice not in shown), key=_name)
    return Group(parameter, heading, tuple(shown), tuple(rest))


def _name(choice: Choice) -> tuple[str, str]:
    return swedish_order(choice.label)


def _answers(request: Request) -> list[Choice]:
    now = request.filters.answered
    return [
        Choice(
            label, narrowed(request, answered=None if now is value else value), None, now is value
        )
        for label, value in (("Besvarade", True), ("Obesvarade", False))
    ]
