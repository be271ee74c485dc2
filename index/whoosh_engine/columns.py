"""What documents are filtered and counted by: of each document and facet one small number.

The number stands for a combination of values, such as the unions named in a section. Few
combinations occur, so that counting is done over the combinations and then shared out over their
values: one pass over the documents, however many values a facet has.
"""

import collections.abc as c
import typing as t

import numpy as np

from index.documents import Facts
from index.whoosh_engine.arrays import Array, Arrays, Sink, Tables

Values: t.TypeAlias = tuple[str, ...]

# Names of columns: the facets', and what else decides what is shown and in which order.
FORVALTNING: t.Final = "forvaltning"
UNIONS: t.Final = "fack"
TOPICS: t.Final = "amne"
DAY: t.Final = "ar"  # counted by year
FACETS: t.Final = (FORVALTNING, UNIONS, TOPICS, DAY, "utfall")
ANSWERED: t.Final = "besvarad"
VISIBILITY: t.Final = "synlighet"
NAMES: t.Final = (*FACETS, ANSWERED, VISIBILITY)
# What all documents of a protocol have in common.
COMMON: t.Final = frozenset({FORVALTNING, DAY, VISIBILITY})

YES_NO: t.Final = {True: "ja", False: "nej"}


def values_of(facts: Facts) -> tuple[Values, ...]:
    """The values of a document in each column, in the order of `NAMES`; under "ar" its day."""
    return (
        () if facts.forvaltning is None else (facts.forvaltning,),
        facts.unions,
        facts.topics,
        () if facts.date is None else (facts.date.isoformat(),),
        facts.outcomes,
        tuple(YES_NO[answered] for answered in facts.answered),
        (facts.visibility.value,),
    )


class Column(t.NamedTuple):
    """A number for each document, and the combination that each number stands for, in order.

    In the order of combinations days stand as they follow, before all of them the unknown day.
    """

    codes: Array
    combinations: tuple[Values, ...]

    @classmethod
    def of(cls, values: c.Sequence[Values]) -> t.Self:
        """A column from the values of each document."""
        combinations = tuple(sorted(set(values)))
        number = {combination: code for code, combination in enumerate(combinations)}
        codes = np.fromiter(map(number.__getitem__, values), np.int64, len(values))
        return cls(codes.astype(_narrowest(combinations)), combinations)


def joined(parts: c.Sequence[tuple[Column, Array]]) -> Column:
    """Columns one after the other as one, of each the documents that a mask leaves."""
    combinations = tuple(sorted({values for column, _ in parts for values in column.combinations}))
    number = {combination: code for code, combination in enumerate(combinations)}
    dtype = _narrowest(combinations)
    pieces = [
        np.array([number[values] for values in column.combinations], dtype)[column.codes[chosen]]
        for column, chosen in parts
    ]
    return Column(np.concatenate(pieces), combinations)


def taken(column: Array, docs: Array) -> Array:
    """The column's values for documents, each once and in order; all of them without copying."""
    return column if len(docs) == len(column) else column[docs]


def write_column(sink: Sink, name: str, column: Column) -> None:
    """Put it among a file's arrays and tables."""
    sink.add(name, column.codes)
    sink.tables[name] = column.combinations


def read_column(arrays: Arrays, tables: Tables, name: str) -> Column:
    """What `write_column` has put there."""
    return Column(arrays[name], tuple(map(tuple, tables[name])))


def _narrowest(combinations: c.Sized) -> type[np.unsignedinteger[t.Any]]:
    return np.uint16 if len(combinations) <= 1 << 16 else np.uint32
