"""The order of the förvaltningar on /statistik, as the address asks for it. Pure."""

import collections.abc as c
import dataclasses as dc
import typing as t

from webui.counting import Forvaltning
from webui.swedish_order import swedish_order

BY_NAME: t.Final = "namn"


@dc.dataclass(frozen=True, slots=True)
class Heading:
    """A column that rows can be ordered by; numbers the highest first, shares the lowest first."""

    value: str  # of `ordna`
    label: str
    key: c.Callable[[Forvaltning], t.Any]
    direction: str  # as aria-sort says it


HEADINGS: t.Final = (
    Heading(BY_NAME, "Förvaltning", lambda it: swedish_order(it.name), "ascending"),
    Heading("fragor", "Frågor", lambda it: -it.questions.count, "descending"),
    Heading("obesvarade", "Obesvarade", lambda it: -it.unanswered.count, "descending"),
    Heading("besvarade", "Besvarade", lambda it: -it.answered.count, "descending"),
    # Those without a question come last, since of them there is nothing to say.
    Heading(
        "andel", "Andel besvarade", lambda it: 2 if it.share is None else it.share, "ascending"
    ),
    Heading("protokoll", "Protokoll", lambda it: -it.protocols.count, "descending"),
    Heading("paragrafer", "Paragrafer", lambda it: -it.sections.count, "descending"),
)


def heading(asked: str | None) -> Heading:
    """The one that is asked for; by name where there is none such."""
    return next((it for it in HEADINGS if it.value == asked), HEADINGS[0])


def ordered(found: c.Iterable[Forvaltning], by: Heading) -> tuple[Forvaltning, ...]:
    """Rows in that order; what is equal stays in the order it had."""
    return tuple(sorted(found, key=by.key))
