"""Xapian (C++), through its own Python binding.

A word is looked up among the parts, one of several as a phrase; a prefix is a wildcard over the
written words, a phrase goes by their positions; BM25. Facets are counted by match spies over values
while all hits are looked at, which an exact total needs too. What a section has several of (unions,
topics) is kept as one combination and taken apart after counting: one spy instead of one for each
value. The binding takes every word in a call of its own, which is most of the time that building
takes.
"""

import collections
import collections.abc as c
import pathlib
import typing as t

import xapian  # type: ignore[import-untyped]
from prepared import BAR, Prepared, form_of

from index import Request
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Or, Phrase, Prefix, Word
from peers.interface import FACETS, ROWS, Found, Narrowing, decoded

_LONGEST: t.Final = 240  # bytes; a longer term is refused
_DAY: t.Final = len(FACETS)  # the value after those of the facets
_PREFIXES: t.Final = {"forvaltning": "F", "fack": "U", "ar": "Y"}


class Xapian:
    """Its default back end, glass."""

    folder = "xapian"

    def version(self) -> str:
        """The library's."""
        return f"Xapian {xapian.version_string()}"

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """Then compacted, which makes it smaller and its queries faster."""
        loose = xapian.WritableDatabase(str(place / "loose"), xapian.DB_CREATE)
        for section in sections:
            loose.add_document(_document(section))
        loose.commit()
        loose.compact(str(place / "compact"))
        loose.close()
        for path in (place / "loose").iterdir():
            path.unlink()
        (place / "loose").rmdir()

    def open(self, place: pathlib.Path) -> "XapianSearcher":
        """Open what was built."""
        return XapianSearcher(xapian.Database(str(place / "compact")))


def _term(prefix: str, key: str) -> bytes:
    return f"{prefix}{key}".encode()[:_LONGEST]


def _document(section: Prepared) -> xapian.Document:
    document = xapian.Document()
    for position, key in enumerate(section.written.split(" ")):
        if key != BAR:
            document.add_posting(_term("W", key), position)
    for position, name in enumerate(section.parts.split(" ")):
        if name != BAR:
            document.add_posting(_term("P", name), position)
    document.add_boolean_term(_term("F", section.forvaltning))
    document.add_boolean_term(_term("Y", str(section.year)))
    for union in section.unions:
        document.add_boolean_term(_term("U", union))
    several = (" ".join(section.unions), " ".join(section.topics))
    for place, value in enumerate((section.forvaltning, *several, str(section.year))):
        document.add_value(place, value)
    document.add_value(_DAY, xapian.sortable_serialise(section.day))
    document.set_data(section.row)
    return document


class XapianSearcher:
    """An open index."""

    def __init__(self, database: xapian.Database) -> None:
        self._database = database

    def find(self, request: Request) -> Found:
        """See `Searcher`; where no word is asked for, the newest first."""
        tree = parse_query(request.text).tree
        enquire = xapian.Enquire(self._database)
        enquire.set_query(_narrowed(_query(tree), request))
        if isinstance(tree, Everything):
            enquire.set_weighting_scheme(xapian.BoolWeight())
            enquire.set_sort_by_value(_DAY, True)
        spies = [xapian.ValueCountMatchSpy(place) for place in range(len(FACETS))]
        for spy in spies:
            enquire.add_matchspy(spy)
        matches = enquire.get_mset(0, ROWS, self._database.get_doccount())
        facets = {facet: _counts(spy) for facet, spy in zip(FACETS, spies, strict=True)}
        rows = (match.document.get_data() for match in matches)
        return Found(matches.get_matches_estimated(), facets, decoded(rows))


def _counts(spy: xapian.ValueCountMatchSpy) -> c.Mapping[str, int]:
    counts = collections.Counter[str]()
    for item in spy.values():
        for value in item.term.decode().split():
            counts[value] += item.termfreq
    return counts


def _query(node: Node) -> xapian.Query:
    match node:
        case Word(key):
            return _row("P", form_of(key).parts)
        case Exact(key):
            return xapian.Query(_term("W", key))
        case Prefix(key):
            return xapian.Query(xapian.Query.OP_WILDCARD, _term("W", key))
        case Phrase(keys):
            return _row("W", keys)
        case And(parts):
            return xapian.Query(xapian.Query.OP_AND, list(map(_query, parts)))
        case Or(parts):
            return xapian.Query(xapian.Query.OP_OR, list(map(_query, parts)))
        case Everything():
            return xapian.Query.MatchAll
    raise NotImplementedError(node)


def _row(prefix: str, keys: tuple[str, ...]) -> xapian.Query:
    terms = [_term(prefix, key) for key in keys]
    if len(terms) == 1:
        return xapian.Query(terms[0])
    return xapian.Query(xapian.Query.OP_PHRASE, terms, len(terms))


def _narrowed(query: xapian.Query, request: Request) -> xapian.Query:
    for facet, ids in Narrowing.of(request.filters).chosen.items():
        chosen = xapian.Query(xapian.Query.OP_OR, [_term(_PREFIXES[facet], id) for id in ids])
        query = xapian.Query(xapian.Query.OP_FILTER, query, chosen)
    return query
