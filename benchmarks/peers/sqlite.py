"""SQLite's FTS5, with a table of facts beside it.

The words lie in a table without content. A word is looked up among the stems and scored by FTS5's
own bm25. The hits go once into a temporary table together with their facts, and the facets are
counted there. What a section has
several of (unions, topics) is kept as one combination and taken apart after counting.
"""

import collections
import collections.abc as c
import contextlib
import pathlib
import sqlite3
import typing as t

from prepared import Prepared

from index import Request
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Or, Phrase, Prefix, Word
from index.swedish import stem
from peers.interface import FACETS, ROWS, Found, Narrowing, decoded

_TABLES: t.Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE words USING fts5(
    written, stems, content = '', tokenize = "ascii tokenchars '%/:.,_|''-'"
);
CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    forvaltning TEXT, fack TEXT, amne TEXT, ar INTEGER, day INTEGER
);
CREATE TABLE rows (id INTEGER PRIMARY KEY, row BLOB);
CREATE INDEX by_place ON facts (forvaltning, ar);
"""
_OPEN: t.Final = """
PRAGMA mmap_size = 68719476736;
PRAGMA cache_size = -262144;
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE hits (
    id INTEGER, forvaltning TEXT, fack TEXT, amne TEXT, ar INTEGER, place REAL
);
"""
_BATCH: t.Final = 10_000
_SEVERAL: t.Final = {"fack", "amne"}


class Sqlite:
    """The version that comes with Python."""

    folder = "fts5"

    def version(self) -> str:
        """The library's."""
        return f"SQLite {sqlite3.sqlite_version}"

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """In one transaction, without a journal, and with its segments merged at the end."""
        with contextlib.closing(_connected(place)) as connection:
            connection.executescript(_TABLES)
            numbered = enumerate(sections, start=1)
            with connection:
                for number, section in numbered:
                    _insert(connection, number, section)
                connection.execute("INSERT INTO words(words) VALUES ('optimize')")

    def open(self, place: pathlib.Path) -> "SqliteSearcher":
        """Open what was built, memory-mapped."""
        return SqliteSearcher(_connected(place))


def _connected(place: pathlib.Path) -> sqlite3.Connection:
    return sqlite3.connect(place / "index.sqlite")


def _insert(connection: sqlite3.Connection, number: int, section: Prepared) -> None:
    words = (number, section.written, section.stems)
    connection.execute("INSERT INTO words(rowid, written, stems) VALUES (?, ?, ?)", words)
    facts = (
        number,
        section.forvaltning,
        " ".join(section.unions),
        " ".join(section.topics),
        section.year,
        section.day,
    )
    connection.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", facts)
    connection.execute("INSERT INTO rows VALUES (?, ?)", (number, section.row))


class SqliteSearcher:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.executescript(_OPEN)
        connection.isolation_level = None
        self._connection = connection

    def find(self, request: Request) -> Found:
        """See `Searcher`; where no word is asked for, the newest first."""
        run = self._connection.execute
        run("DELETE FROM hits")
        run(*_selection(request))
        (total,) = run("SELECT count(*) FROM hits").fetchone()
        first = "SELECT row FROM (SELECT id FROM hits ORDER BY place LIMIT ?) JOIN rows USING (id)"
        rows = [row for (row,) in run(first, (ROWS,))]
        facets = {facet: self._counts(facet) for facet in FACETS}
        return Found(total, facets, decoded(rows))

    def _counts(self, facet: str) -> c.Mapping[str, int]:
        found = self._connection.execute(f"SELECT {facet}, count(*) FROM hits GROUP BY {facet}")
        if facet not in _SEVERAL:
            return {str(value): count for value, count in found}
        counts = collections.Counter[str]()
        for values, count in found:
            for value in values.split():
                counts[value] += count
        return counts


def _selection(request: Request) -> tuple[str, list[object]]:
    """The statement that gathers the hits, and its parameters."""
    tree = parse_query(request.text).tree
    conditions: list[str] = []
    parameters: list[object] = []
    if isinstance(tree, Everything):
        source, place = "facts f", "-f.day"
    else:
        # CROSS JOIN: the words first, then the facts of what they gave.
        source, place = "words CROSS JOIN facts f ON f.id = words.rowid", "bm25(words)"
        conditions.append("words MATCH ?")
        parameters.append(_match(tree))
    narrowing = Narrowing.of(request.filters)
    if narrowing.forvaltningar:
        marks = ", ".join("?" * len(narrowing.forvaltningar))
        conditions.append(f"f.forvaltning IN ({marks})")
        parameters += narrowing.forvaltningar
    if narrowing.first_year is not None:
        conditions.append("f.ar >= ?")
        parameters.append(narrowing.first_year)
    if narrowing.unions:
        among = " OR ".join("' ' || f.fack || ' ' LIKE ?" for _ in narrowing.unions)
        conditions.append(f"({among})")
        parameters += [f"% {union} %" for union in narrowing.unions]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    columns = f"f.id, f.forvaltning, f.fack, f.amne, f.ar, {place}"
    return f"INSERT INTO hits SELECT {columns} FROM {source} {where}", parameters


def _match(node: Node) -> str:
    match node:
        case Word(key):
            return f'stems : "{stem(key)}"'
        case Exact(key):
            return f'written : "{key}"'
        case Prefix(key):
            return f'written : "{key}" *'
        case Phrase(keys):
            return f'written : "{" ".join(keys)}"'
        case And(parts):
            return f"({' AND '.join(map(_match, parts))})"
        case Or(parts):
            return f"({' OR '.join(map(_match, parts))})"
    raise NotImplementedError(node)
