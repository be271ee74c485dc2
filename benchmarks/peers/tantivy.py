"""tantivy (Rust), through its own Python binding.

A word is looked up among the parts, one of several parts as a phrase of them. With `levels` it is
scored as the product scores it, on its best level: as written ×4, inflected ×2, as a part ×1; and a
facet's counts ignore its own choice, which takes one more call for each facet with a choice.
Without, it is scored as a part alone and what is chosen narrows all counts, which is less work. A
prefix is a regular expression over the written words, which tantivy does not weigh (its own phrase
prefix looks at the first fifty words only, and would count wrong). Facets are terms aggregations
over fast fields; the binding asks for them in a call of its own, so the query runs once for hits
and total and once for them. One writing thread.
"""

import collections.abc as c
import importlib.metadata
import pathlib
import re
import typing as t

import tantivy
from prepared import Prepared, form_of

from index import Request
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Or, Phrase, Prefix, Word
from peers.interface import FACETS, ROWS, Found, Narrowing, decoded

_HEAP: t.Final = 256 << 20
_EXACT, _INFLECTED = 4.0, 2.0


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("written", tokenizer_name="spaces", index_option="position")
    builder.add_text_field("lemmas", tokenizer_name="spaces", index_option="freq")
    builder.add_text_field("parts", tokenizer_name="spaces", index_option="position")
    for facet in FACETS[:-1]:
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("ar", indexed=True, fast=True)
    builder.add_unsigned_field("day", fast=True)
    builder.add_bytes_field("row", stored=True)
    return builder.build()


def _opened(place: pathlib.Path) -> tantivy.Index:
    index = tantivy.Index(_schema(), path=str(place))
    spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("spaces", spaces)
    return index


class Tantivy:
    """One index for both ways to score."""

    folder = "tantivy"

    def __init__(self, *, levels: bool) -> None:
        self._levels = levels

    def version(self) -> str:
        """The binding's, which is that of the library it holds."""
        return f"tantivy {importlib.metadata.version('tantivy')}"

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """In one commit, waiting for the segments to be merged."""
        writer = _opened(place).writer(_HEAP, 1)
        for section in sections:
            document = tantivy.Document()
            document.add_text("written", section.written)
            document.add_text("lemmas", section.lemmas)
            document.add_text("parts", section.parts)
            document.add_text("forvaltning", section.forvaltning)
            for union in section.unions:
                document.add_text("fack", union)
            for topic in section.topics:
                document.add_text("amne", topic)
            document.add_unsigned("ar", section.year)
            document.add_unsigned("day", section.day)
            document.add_bytes("row", section.row)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self, place: pathlib.Path) -> "TantivySearcher":
        """Open what was built."""
        return TantivySearcher(_opened(place), levels=self._levels)


class TantivySearcher:
    """An open index."""

    def __init__(self, index: tantivy.Index, *, levels: bool) -> None:
        self._schema = index.schema
        self._levels = levels
        index.reload()
        self._searcher = index.searcher()

    def find(self, request: Request) -> Found:
        """See `Searcher`; where no word is asked for, the newest first."""
        tree = parse_query(request.text).tree
        words = self._query(tree)
        query = self._narrowed(words, request)
        newest = "day" if isinstance(tree, Everything) else None
        result = self._searcher.search(query, limit=ROWS, count=True, order_by_field=newest)
        chosen = Narrowing.of(request.filters).chosen if self._levels else {}
        facets = self._counted(query, [facet for facet in FACETS if facet not in chosen])
        for facet in chosen:
            facets |= self._counted(self._narrowed(words, request, but_for=facet), [facet])
        rows = (self._searcher.doc(address)["row"][0] for _, address in result.hits)
        total: int = result.count  # type: ignore[attr-defined]  # which the stubs forget
        return Found(total, facets, decoded(rows))

    def _counted(self, query: tantivy.Query, facets: c.Iterable[str]) -> dict[str, dict[str, int]]:
        wanted = {facet: {"terms": {"field": facet, "size": 1000}} for facet in facets}
        return {
            facet: {str(bucket["key"]): bucket["doc_count"] for bucket in values["buckets"]}
            for facet, values in self._searcher.aggregate(query, wanted).items()
        }

    def _query(self, node: Node) -> tantivy.Query:
        match node:
            case Word(key):
                parts = self._row("parts", form_of(key).parts)
                return self._best(key, parts) if self._levels else parts
            case Exact(key):
                return tantivy.Query.term_query(self._schema, "written", key)
            case Prefix(key):
                return tantivy.Query.regex_query(self._schema, "written", f"{re.escape(key)}.*")
            case Phrase(keys):
                return self._row("written", keys)
            case And(parts):
                return self._joined(tantivy.Occur.Must, map(self._query, parts))
            case Or(parts):
                return self._joined(tantivy.Occur.Should, map(self._query, parts))
            case Everything():
                return tantivy.Query.all_query()
        raise NotImplementedError(node)

    def _row(self, field: str, keys: tuple[str, ...]) -> tantivy.Query:
        if len(keys) == 1:
            return tantivy.Query.term_query(self._schema, field, keys[0])
        return tantivy.Query.phrase_query(self._schema, field, list(keys))

    def _best(self, key: str, parts: tantivy.Query) -> tantivy.Query:
        written = tantivy.Query.term_query(self._schema, "written", key)
        lemmas = [
            tantivy.Query.term_query(self._schema, "lemmas", lemma) for lemma in form_of(key).lemmas
        ]
        weighed = [
            tantivy.Query.boost_query(written, _EXACT),
            *(tantivy.Query.boost_query(lemma, _INFLECTED) for lemma in lemmas),
            parts,
        ]
        return tantivy.Query.disjunction_max_query(weighed)

    def _narrowed(self, query: tantivy.Query, request: Request, but_for: str = "") -> tantivy.Query:
        chosen = Narrowing.of(request.filters).chosen
        chosen.pop(but_for, None)
        limits = [
            tantivy.Query.term_set_query(self._schema, facet, list(ids))
            for facet, ids in chosen.items()
            if facet != "ar"
        ]
        if years := chosen.get("ar"):
            number = tantivy.FieldType.Unsigned
            limits.append(
                tantivy.Query.range_query(self._schema, "ar", number, int(years[0]), None)
            )
        if not limits:
            return query
        unweighed = [tantivy.Query.const_score_query(limit, 0.0) for limit in limits]
        return self._joined(tantivy.Occur.Must, [query, *unweighed])

    def _joined(self, occur: tantivy.Occur, queries: c.Iterable[tantivy.Query]) -> tantivy.Query:
        return tantivy.Query.boolean_query([(occur, query) for query in queries])
