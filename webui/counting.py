"""What is counted for /statistik, each number with the search that shows what was counted.

All numbers are the index's own facets: one search gives a whole row of years. Nothing is read from
protocols, and every number can be followed to its hits.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Outcome
from index import Kind, Request, Result, SearchIndex, narrowed
from webui.choices import counts_of
from webui.counted import Number, Series, apart, counted, plainly
from webui.counting_unions import Asked, asked_together, together
from webui.labels import FORMALITIES, Labels
from webui.swedish_order import swedish_order

MOST: t.Final = 10  # topics and unions, where not all are asked for
LONGEST: t.Final = 40  # years in a row; beyond that only those with something to count

OUTCOMES: t.Final = (Outcome.AGREED, Outcome.DISAGREED, Outcome.INFORMED, Outcome.POSTPONED)


@dc.dataclass(frozen=True, slots=True)
class Forvaltning:
    """What one förvaltning has under its own name, over all years."""

    id: str
    name: str
    chosen: bool
    protocols: Number
    sections: Number
    questions: Number
    answered: Number
    unanswered: Number

    @property
    def share(self) -> float | None:
        """The share of its questions that were answered; None where it has none."""
        return self.answered.count / self.questions.count if self.questions.count else None


class Option(t.NamedTuple):
    """A union that the numbers can be narrowed to."""

    id: str
    name: str
    chosen: bool


@dc.dataclass(frozen=True, slots=True)
class Counts:
    """Everything that is counted."""

    years: tuple[int, ...]
    protocols: Series
    sections: Series
    asked: Asked
    topics: tuple[Series, ...]  # the most common first, without the formalities
    topics_in_all: int  # how many there are, shown or not
    unions: tuple[Asked, ...]  # with their predecessors, who asks most first
    unions_in_all: int
    named: tuple[Option, ...]  # the unions that are named, as Swedes sort
    outcomes: tuple[Series, ...]
    forvaltningar: tuple[Forvaltning, ...]  # as Swedes sort


def count(index: SearchIndex, base: Request, labels: Labels, most: int | None = MOST) -> Counts:
    """All the numbers, from some forty searches; without `most`, of every topic and union."""
    registries = labels.registries
    asking = dc.replace(base, kind=Kind.EXCHANGE)
    protocols, _ = counted(index, dc.replace(base, kind=Kind.PROTOCOL))
    sections, found = counted(index, base)
    questions, of_questions = counted(index, asking)
    answered, _ = counted(index, narrowed(asking, answered=True))
    own = _of_their_own(index, base, labels)
    topics = [id_ for id_ in counts_of(found, "amne") if id_ != FORMALITIES]
    unions = together(of_questions, asking, labels)
    own_questions = counts_of(own.questions, "fack")
    return Counts(
        _years(protocols, sections, questions),
        protocols,
        sections,
        Asked(questions, answered),
        tuple(_of_topic(index, base, id_, labels) for id_ in topics[:most]),
        len(topics),
        asked_together(index, asking, own_questions, unions[:most], labels),
        len(unions),
        _named((*counts_of(own.sections, "fack"), *own_questions), base, labels),
        tuple(
            counted(index, narrowed(base, outcomes=(id_,)), id_, labels.outcome(id_))[0]
            for id_ in OUTCOMES
        ),
        _forvaltningar(own, apart(base, registries), base.filters.forvaltningar, labels),
    )


def formalities(index: SearchIndex, base: Request, labels: Labels) -> Series:
    """The one topic that is not among the others."""
    return _of_topic(index, base, FORMALITIES, labels)


class _Own(t.NamedTuple):
    """What is found where each förvaltning and union counts under its own name alone."""

    protocols: Result
    sections: Result
    questions: Result
    answered: Result


def _of_their_own(index: SearchIndex, base: Request, labels: Labels) -> _Own:
    alone = dc.replace(apart(base, labels.registries), limit=0)
    asking = dc.replace(alone, kind=Kind.EXCHANGE)
    return _Own(
        index.search(dc.replace(alone, kind=Kind.PROTOCOL)),
        index.search(alone),
        index.search(asking),
        index.search(narrowed(asking, answered=True)),
    )


def _of_topic(index: SearchIndex, base: Request, id_: str, labels: Labels) -> Series:
    return counted(index, narrowed(base, topics=(id_,)), id_, labels.topic(id_))[0]


def _named(ids: c.Iterable[str], base: Request, labels: Labels) -> tuple[Option, ...]:
    """What is chosen is among them even where nothing names it."""
    chosen = base.filters.unions
    options = (Option(id_, labels.union(id_), id_ in chosen) for id_ in {*ids, *chosen})
    return tuple(sorted(options, key=lambda option: swedish_order(option.name)))


def _forvaltningar(
    own: _Own, alone: Request, chosen: c.Container[str], labels: Labels
) -> tuple[Forvaltning, ...]:
    """A facet's count is what choosing its value gives, so these need no searches of their own."""
    protocols, sections, questions, answered = (counts_of(it, "forvaltning") for it in own)

    def told(id_: str) -> Forvaltning:
        here = plainly(narrowed(alone, forvaltningar=(id_,)), labels.registries)
        asking = dc.replace(here, kind=Kind.EXCHANGE)
        asked, replied = questions.get(id_, 0), answered.get(id_, 0)
        return Forvaltning(
            id_,
            labels.forvaltning(id_),
            id_ in chosen,
            Number(protocols[id_], dc.replace(here, kind=Kind.PROTOCOL)),
            Number(sections.get(id_, 0), here),
            Number(asked, asking),
            Number(replied, narrowed(asking, answered=True)),
            Number(asked - replied, narrowed(asking, answered=False)),
        )

    return tuple(sorted(map(told, protocols), key=lambda it: swedish_order(it.name)))


def _years(*series: Series) -> tuple[int, ...]:
    """The years there is anything of, and those between them."""
    known = sorted({year for one in series for year, many in one.by_year.items() if many})
    if not known or known[-1] - known[0] > LONGEST:
        return tuple(known)
    return tuple(range(known[0], known[-1] + 1))
