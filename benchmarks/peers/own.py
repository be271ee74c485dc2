"""The product itself, through the door that its pages use."""

import collections.abc as c
import pathlib

from archive.registry import packaged
from index import Entry, Request
from index.whoosh_engine import WhooshIndex
from peers.interface import Found


class Own:
    """Holds all three kinds of documents, whoever may see them."""

    folder = "egen"

    def version(self) -> str:
        """It is what is being measured."""
        return "Protokollarkivet"

    def build(self, place: pathlib.Path, entries: c.Iterable[Entry]) -> None:
        """As `protokollarkiv index --bygg-om` does."""
        WhooshIndex(place, packaged()).rebuild(entries)

    def open(self, place: pathlib.Path) -> "OwnSearcher":
        """As the site does."""
        return OwnSearcher(WhooshIndex(place, packaged()))


class OwnSearcher:
    """An open index."""

    def __init__(self, index: WhooshIndex) -> None:
        self._index = index

    def find(self, request: Request) -> Found:
        """All but the excerpts."""
        found = self._index.find(request)
        return Found(found.total, found.facets, tuple(hit.document for hit in found.page))

    def search(self, request: Request) -> int:
        """With excerpts, as a page shows them; gives the total."""
        return self._index.search(request).total
