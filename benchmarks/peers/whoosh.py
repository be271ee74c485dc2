"""Whoosh as it comes: its own searcher, collectors and facets, over the words the product keeps.

What made the product evaluate queries itself. A word is looked up among the parts, one of several
as a phrase; BM25F. The collector is told neither to skip blocks nor to drop the parts of a query
that can no longer reach the top (`replace=0`): else it counts wrong for OR and prefixes.
"""
# ruff: noqa: TID251  # measured here for its own sake

import collections.abc as c
import importlib.metadata
import pathlib
import typing as t

from prepared import Prepared, form_of
from whoosh import analysis, collectors, fields, query, sorting
from whoosh import index as whoosh_index

from index import Request
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Or, Phrase, Prefix, Word
from peers.interface import FACETS, ROWS, Found, Narrowing, decoded

_SEVERAL: t.Final = {"fack", "amne"}


def _schema() -> fields.Schema:
    spaces = analysis.RegexTokenizer(r"\S+")
    return fields.Schema(
        written=fields.TEXT(analyzer=spaces),
        parts=fields.TEXT(analyzer=spaces),
        forvaltning=fields.ID(sortable=True),
        fack=fields.KEYWORD(),
        amne=fields.KEYWORD(),
        ar=fields.ID(sortable=True),
        day=fields.NUMERIC(sortable=True),
        row=fields.STORED(),
    )


class StockWhoosh:
    """One segment, one writing process."""

    folder = "whoosh"

    def version(self) -> str:
        """The distribution's."""
        return f"Whoosh-Reloaded {importlib.metadata.version('Whoosh-Reloaded')}"

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """With half a gigabyte before it spills to disk."""
        writer = whoosh_index.create_in(place, _schema()).writer(limitmb=512)
        for section in sections:
            writer.add_document(
                written=section.written,
                parts=section.parts,
                forvaltning=section.forvaltning,
                fack=" ".join(section.unions),
                amne=" ".join(section.topics),
                ar=str(section.year),
                day=section.day,
                row=section.row,
            )
        writer.commit()

    def open(self, place: pathlib.Path) -> "StockSearcher":
        """Open what was built."""
        return StockSearcher(whoosh_index.open_dir(place).searcher())


class StockSearcher:
    """An open searcher, kept: a new one for each query would cost more than the query."""

    def __init__(self, searcher: t.Any) -> None:
        self._searcher = searcher

    def find(self, request: Request) -> Found:
        """See `Searcher`; where no word is asked for, the newest first."""
        tree = parse_query(request.text).tree
        asked = _narrowed(_query(tree), request)
        facets = sorting.Facets()
        for facet in FACETS:
            facets.add_facet(facet, sorting.FieldFacet(facet, allow_overlap=facet in _SEVERAL))
        if isinstance(tree, Everything):
            newest = sorting.FieldFacet("day", reverse=True)
            top = collectors.SortingCollector(newest, limit=ROWS)
        else:
            top = collectors.TopCollector(limit=ROWS, usequality=False, replace=0)
        collector = collectors.FacetCollector(top, facets, maptype=sorting.Count)
        self._searcher.search_with_collector(asked, collector)
        results = collector.results()
        counts = {facet: _named(results.groups(facet)) for facet in FACETS}
        documents = decoded(hit["row"] for hit in results)
        return Found(top.count(), counts, documents)


def _named(counts: c.Mapping[str | None, int]) -> c.Mapping[str, int]:
    """Without the sections that have no value."""
    return {value: count for value, count in counts.items() if value}


def _query(node: Node) -> t.Any:
    match node:
        case Word(key):
            names = form_of(key).parts
            return query.Phrase("parts", list(names)) if names[1:] else query.Term("parts", *names)
        case Exact(key):
            return query.Term("written", key)
        case Prefix(key):
            return query.Prefix("written", key)
        case Phrase(keys):
            return query.Phrase("written", list(keys))
        case And(parts):
            return query.And(list(map(_query, parts)))
        case Or(parts):
            return query.Or(list(map(_query, parts)))
        case Everything():
            return query.Every()
    raise NotImplementedError(node)


def _narrowed(asked: t.Any, request: Request) -> t.Any:
    limits = [
        query.Or([query.Term(facet, id) for id in ids])
        for facet, ids in Narrowing.of(request.filters).chosen.items()
    ]
    if not limits:
        return asked
    return query.And(limits if isinstance(asked, query.Every) else [asked, *limits])
