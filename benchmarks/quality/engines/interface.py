"""What an engine that is measured must do, and what all the others have in common.

Each is given the same titles and texts and taken as it comes with its own Swedish. The first ten
are those that hold all words of a query, in the engine's order, and after them, while there are
fewer than ten, those that hold any of them: on the tune half all four did better so than with only
the ones or the other. The title's weight is for each the one of 1, 2 and 4 that did best there.
"""

import collections.abc as c
import dataclasses as dc
import pathlib
import typing as t

from index import Entry
from quality.sections import Unit

FIRST: t.Final = 10

Ranking: t.TypeAlias = tuple[str, ...]


@dc.dataclass(frozen=True, slots=True)
class Corpus:
    """The same protocols in both forms."""

    entries: tuple[Entry, ...]
    units: tuple[Unit, ...]


class Missing(Exception):
    """What the engine needs is not on this machine; a Swedish sentence tells what."""


class Engine(t.Protocol):
    """One row of the table."""

    name: str

    def version(self) -> str:
        """The library's and its number, for the record."""

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """The names of the first ten § for each query. Raises Missing."""


def all_then_any(all_words: c.Iterable[str], any_word: c.Iterable[str]) -> Ranking:
    """Those with all words first, filled up to ten with those that have any of them."""
    return tuple(dict.fromkeys([*all_words, *any_word]))[:FIRST]
