"""What /statistik counts as a table in long form: a number a row, with the search that shows it."""

import collections.abc as c
import typing as t

from webui.counting import Counts, Number, Series
from webui.csv_form import Row, csv_text

HEADING: t.Final = ("år", "mått", "uppdelning", "id", "namn", "värde", "sökning")

QUESTIONS: t.Final = "frågor"
ANSWERED: t.Final = "besvarade frågor"

Address: t.TypeAlias = c.Callable[[Number], str]


def table(counts: Counts, address: Address) -> str:
    """Every number; without a year it is of all years, and of what has no date too."""
    return csv_text(HEADING, list(_rows(counts, address)))


def _rows(counts: Counts, address: Address) -> c.Iterator[Row]:
    for measure, split, series in _series(counts):
        head = (measure, split, series.id or None, series.name or None)
        for year in counts.years:
            number = series.at(year)
            yield (year, *head, number.count, address(number))
        yield (None, *head, series.all.count, address(series.all))
    for it in counts.forvaltningar:
        for measure, number in (
            ("protokoll", it.protocols),
            ("paragrafer", it.sections),
            (QUESTIONS, it.questions),
            (ANSWERED, it.answered),
        ):
            yield (None, measure, "förvaltning", it.id, it.name, number.count, address(number))


def _series(counts: Counts) -> c.Iterator[tuple[str, str | None, Series]]:
    yield "protokoll", None, counts.protocols
    yield "paragrafer", None, counts.sections
    yield QUESTIONS, None, counts.asked.questions
    yield ANSWERED, None, counts.asked.answered
    yield from (("paragrafer", "ämne", series) for series in counts.topics)
    for asked in counts.unions:
        yield QUESTIONS, "fack", asked.questions
        yield ANSWERED, "fack", asked.answered
    yield from (("paragrafer", "utfall av samverkan", series) for series in counts.outcomes)
