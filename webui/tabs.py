"""The three kinds of hit, each as a tab with its own count.

Where questions are chosen by whether they have an answer, the kinds count different things: a
paragraph counts where anybody's question in it is unanswered. The others' counts are left out then.
"""

import dataclasses as dc
import typing as t

from index import Kind, Request, Result
from webui.choices import Choice, counts_of
from webui.labels import KINDS

TOGETHER: t.Final = "Hela protokoll: orden får stå i olika paragrafer"
UNANSWERED: t.Final = "{} där någon fråga är obesvarad, vem som än har ställt den"
ANSWERED: t.Final = "{} där någon fråga är besvarad, vem som än har ställt den"


def tabs(request: Request, result: Result) -> tuple[Choice, ...]:
    """All kinds, in order."""
    counts = counts_of(result, "typ")
    return tuple(
        Choice(
            label,
            dc.replace(request, kind=kind, offset=0),
            _count(request, result, kind, counts),
            kind is request.kind,
            _hint(request, kind),
        )
        for kind, label in KINDS.items()
    )


def _count(request: Request, result: Result, kind: Kind, counts: dict[str, int]) -> int | None:
    if kind is request.kind:
        return counts.get(kind.value, result.total)
    return counts.get(kind.value, 0) if request.filters.answered is None else None


def _hint(request: Request, kind: Kind) -> str:
    if request.filters.answered is not None and kind is not Kind.EXCHANGE:
        return (ANSWERED if request.filters.answered else UNANSWERED).format(KINDS[kind])
    return TOGETHER if kind is Kind.PROTOCOL and " " in request.text else ""
