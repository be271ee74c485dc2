"""A word of several parts that is written as several words: "arbetsmiljö rond", "arbetsmiljö-rond".

Every way in which words that follow on one another may have the parts is tried (see
`index.swedish.meeting`): the first ends with some of them, the last begins with the rest.
"""

import typing as t

from index.swedish import chunkings
from index.whoosh_engine.layout import Places
from index.whoosh_engine.makeup import Makeup, Parts
from index.whoosh_engine.phrases import phrase_places
from index.whoosh_engine.words import Words

# A word of more parts is only looked for closed: there are too many ways to divide it.
MOST: t.Final = 5


class Rows(t.NamedTuple):
    """Where so many words begin that are meant together."""

    places: Places
    words: int = 1


def crossings(words: Words, makeup: Makeup, parts: Parts) -> list[Rows]:
    """Where the parts are divided among several words."""
    if not 2 <= len(parts) <= MOST:
        return []
    found = []
    for first, *between, last in chunkings(parts):
        begins, ends = makeup.ending(first), makeup.beginning(last)
        if len(begins) and len(ends):
            row = [begins, *map(makeup.being, between), ends]
            places = phrase_places(words, [numbers.tolist() for numbers in row])
            if len(places):
                found.append(Rows(places, len(row)))
    return found
