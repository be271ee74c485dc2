"""What /statistik counts as a table in long form: a number a row, with the search that shows it.

Each question stands under one union at most, the one that asked, and under no other that this has
gone into: what a union has together with its predecessors is a split of its own.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from webui.counted import Number, Series
from webui.counting import Counts, Forvaltning
from webui.counting_unions import Asked
from webui.csv_form import Row, csv_text

HEADING: t.Final = ("år", "mått", "uppdelning", "id", "namn", "värde", "sökning")

ALL: t.Final = "alla år"

PROTOCOLS: t.Final = "protokoll"
SECTIONS: t.Final = "paragrafer"
QUESTIONS: t.Final = "frågor"
ANSWERED: t.Final = "besvarade frågor"
UNANSWERED: t.Final = "obesvarade frågor"

OF_OUTCOME: t.Final = "utfall av samverkan"

Address: t.TypeAlias = c.Callable[[Number], str]


@dc.dataclass(frozen=True, slots=True)
class Everything:
    """All that is counted."""

    counts: Counts  # of every topic and union
    formalities: Series
    alone: tuple[Asked, ...]  # each union under its own name


def table(every: Everything, address: Address) -> str:
    """Every number; of all years together there is also what has no date."""
    return csv_text(HEADING, list(_rows(every, address)))


def _rows(every: Everything, address: Address) -> c.Iterator[Row]:
    for measure, split, series in _series(every):
        head = (measure, split, _id(split, series), series.name or None)
        for year in every.counts.years:
            number = series.at(year)
            yield (year, *head, number.count, address(number))
        yield (ALL, *head, series.all.count, address(series.all))
    for it in every.counts.forvaltningar:
        for measure, number in _of_forvaltning(it):
            yield (ALL, measure, "förvaltning", it.id, it.name, number.count, address(number))


def _series(every: Everything) -> c.Iterator[tuple[str, str | None, Series]]:
    counts = every.counts
    yield PROTOCOLS, None, counts.protocols
    yield SECTIONS, None, counts.sections
    yield QUESTIONS, None, counts.asked.questions
    yield ANSWERED, None, counts.asked.answered
    yield from ((SECTIONS, "ämne", series) for series in (*counts.topics, every.formalities))
    with_past = [asked for asked in counts.unions if asked.parts]
    for split, several in (("fack", every.alone), ("fack med föregångare", with_past)):
        for asked in several:
            yield QUESTIONS, split, asked.questions
            yield ANSWERED, split, asked.answered
    yield from ((SECTIONS, OF_OUTCOME, series) for series in counts.outcomes)


def _of_forvaltning(it: Forvaltning) -> tuple[tuple[str, Number], ...]:
    return (
        (PROTOCOLS, it.protocols),
        (SECTIONS, it.sections),
        (QUESTIONS, it.questions),
        (ANSWERED, it.answered),
        (UNANSWERED, it.unanswered),
    )


def _id(split: str | None, series: Series) -> str | None:
    """The registries' own ids; of an outcome, whose id is a word of the code, the Swedish one."""
    return (series.name.lower() if split == OF_OUTCOME else series.id) or None
