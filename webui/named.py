"""What a query names: a topic, a union or a förvaltning that has a page of its own.

Names are compared without capitals, signs, å, ä and ö. Where nothing is called so, what is called
nearly so may have been meant.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from rapidfuzz import fuzz, process

from archive.registry import Registries
from index import REPEATED, Kind, Request, Result, bare, narrowed
from webui.choices import counts_of
from webui.labels import Labels

ALIKE: t.Final = 80  # of a hundred
SHORTEST: t.Final = 5  # of fewer letters too much is alike
MOST_NEAR: t.Final = 3

SORTS: t.Final = {"amne": "Ämnet", "fack": "Fackförbundet", "forvaltning": "Förvaltningen"}


@dc.dataclass(frozen=True, slots=True)
class Named:
    """A topic, union or förvaltning, and how much there is of it."""

    parameter: str
    id: str
    name: str
    sections: int = 0
    exchanges: int = 0

    @property
    def sort(self) -> str:
        """What it is, where its name does not say so: "Ämnet"."""
        says_it = self.name.casefold().endswith(("förvaltningen", "kontoret", "förbundet"))
        return "" if says_it else SORTS[self.parameter]

    def request(self, request: Request) -> Request:
        """The search for all of it, as its page counts it."""
        everything = Request("", request.audience, limit=0)
        return narrowed(everything, **{REPEATED[self.parameter]: (self.id,)})

    def counted(self, result: Result) -> "Named":
        """The same with what that search found."""
        counts = counts_of(result, "typ")
        return dc.replace(
            self,
            sections=counts.get(Kind.SECTION.value, 0),
            exchanges=counts.get(Kind.EXCHANGE.value, 0),
        )


class Directory:
    """What everything with a page of its own is called."""

    def __init__(self, registries: Registries) -> None:
        entries = tuple(_names(registries))
        self._names: t.Final = tuple(name for name, _ in entries)
        self._named: t.Final = tuple(named for _, named in entries)

    def called(self, text: str) -> tuple[Named, ...]:
        """All that is called just so."""
        wanted = bare(text)
        pairs = zip(self._names, self._named, strict=True)
        return tuple(named for name, named in pairs if name == wanted)

    def nearly_called(self, text: str) -> tuple[Named, ...]:
        """What is called nearly so, the nearest first; nothing where something is called so."""
        wanted = bare(text)
        if len(wanted) < SHORTEST or wanted in self._names:
            return ()
        found = process.extract(
            wanted, self._names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEAR * 2
        )
        near = {(it.parameter, it.id): it for it in (self._named[place] for *_, place in found)}
        return tuple(near.values())[:MOST_NEAR]


def _names(registries: Registries) -> c.Iterator[tuple[str, Named]]:
    labels = Labels(registries)
    entries: dict[str, c.Iterable[tuple[str, tuple[str, ...]]]] = {
        "amne": ((id_, (it.name,)) for id_, it in registries.topics.items()),
        "fack": ((id_, (*it.names, it.short)) for id_, it in registries.unions.items()),
        "forvaltning": (
            (id_, (it.name, *it.aliases)) for id_, it in registries.forvaltningar.items()
        ),
    }
    for parameter, every in entries.items():
        for id_, names in every:
            named = Named(parameter, id_, labels.value(parameter, id_))
            yield from ((name, named) for name in dict.fromkeys(map(bare, names)) if name)
