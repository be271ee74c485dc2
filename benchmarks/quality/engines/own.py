"""The product itself, through the door that its pages use."""

import collections.abc as c
import pathlib

from archive.visibility import Audience
from index import Request, open_index
from quality.engines.interface import FIRST, Corpus, Ranking
from quality.sections import registers, unit_name


class Own:
    """By relevance, as a reader of the site gets it."""

    name = "Protokollarkivet"

    def version(self) -> str:
        """It is what is being measured."""
        return self.name

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """See `Engine`."""
        index = open_index(folder, registers())
        index.rebuild(corpus.entries)
        requests = (Request(query, Audience.PUBLIC, limit=FIRST) for query in queries)
        return [
            tuple(unit_name(hit.protocol_id, hit.ordinal) for hit in index.search(request).hits)
            for request in requests
        ]
