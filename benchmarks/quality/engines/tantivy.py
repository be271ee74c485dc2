"""Tantivy with its Swedish stemmer and stop words, its lenient parser and its BM25."""

import collections.abc as c
import importlib.metadata
import pathlib
import typing as t

from quality.engines.interface import FIRST, Corpus, Missing, Ranking, all_then_any

try:
    import tantivy
except ImportError:
    tantivy = None  # type: ignore[assignment]

TITLE: t.Final = 2.0

_FIELDS: t.Final = ["title", "text"]


class Tantivy:
    """In memory."""

    name = "tantivy, svensk stemmer"

    def version(self) -> str:
        """The binding's, which is that of the library it holds."""
        return f"tantivy {importlib.metadata.version('tantivy')}"

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """See `Engine`."""
        if tantivy is None:
            raise Missing("tantivy är inte installerat (requirements-bench.lock)")
        index = self._built(corpus)
        searcher = index.searcher()
        return [self._first(index, searcher, query) for query in queries]

    def _built(self, corpus: Corpus) -> "tantivy.Index":
        schema = tantivy.SchemaBuilder().add_text_field("name", stored=True, tokenizer_name="raw")
        for field in _FIELDS:
            schema.add_text_field(field, tokenizer_name="swedish")
        index = tantivy.Index(schema.build())
        swedish = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stopword("swedish"))
            .filter(tantivy.Filter.stemmer("swedish"))
            .build()
        )
        index.register_tokenizer("swedish", swedish)
        writer = index.writer(num_threads=1)
        for unit in corpus.units:
            writer.add_document(tantivy.Document(**unit._asdict()))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return index

    def _first(self, index: "tantivy.Index", searcher: "tantivy.Searcher", query: str) -> Ranking:
        found = []
        for all_words in (True, False):
            parsed, _ = index.parse_query_lenient(
                query, _FIELDS, field_boosts={"title": TITLE}, conjunction_by_default=all_words
            )
            hits = searcher.search(parsed, FIRST).hits
            found.append([str(searcher.doc(address)["name"][0]) for _, address in hits])
        return all_then_any(*found)
