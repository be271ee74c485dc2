"""Whoosh with its own analyzer for Swedish, its own parser and its own searcher (BM25F)."""
# ruff: noqa: TID251  # measured here for its own sake

import collections.abc as c
import importlib.metadata
import pathlib
import typing as t

from whoosh import analysis, fields, qparser
from whoosh import index as whoosh_index

from quality.engines.interface import FIRST, Corpus, Ranking, all_then_any


class Whoosh:
    """LanguageAnalyzer('sv'): lower case, stop words, the stemmer it brings."""

    name = "Whoosh, LanguageAnalyzer('sv')"

    def version(self) -> str:
        """The distribution's."""
        return f"Whoosh-Reloaded {importlib.metadata.version('Whoosh-Reloaded')}"

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """See `Engine`."""
        swedish = analysis.LanguageAnalyzer("sv")
        schema = fields.Schema(
            name=fields.ID(stored=True),
            title=fields.TEXT(analyzer=swedish, phrase=True),
            text=fields.TEXT(analyzer=swedish, phrase=True),
        )
        index = whoosh_index.create_in(folder, schema)
        writer = index.writer()
        for unit in corpus.units:
            writer.add_document(**unit._asdict())
        writer.commit()
        with index.searcher() as searcher:
            return [self._first(searcher, schema, query) for query in queries]

    def _first(self, searcher: t.Any, schema: t.Any, query: str) -> Ranking:
        found = []
        for group in (qparser.AndGroup, qparser.OrGroup):
            parser = qparser.MultifieldParser(["title", "text"], schema, group=group)
            hits = searcher.search(parser.parse(query), limit=FIRST)
            found.append([hit["name"] for hit in hits])
        return all_then_any(*found)
