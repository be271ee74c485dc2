"""SQLite's FTS5, with a table of facts beside it.

The words lie in a table without content. A word is looked up among the parts, one of several as a
phrase, and scored by FTS5's own bm25. The hits go once into a temporary table together with their
facts; the facets are counted in Python, which takes less than half the time of GROUP BY. Facts are
kept as numbers, and what a section has several of (unions, topics) as the number of the
combination, taken apart after counting.
"""

import collections
import collections.abc as c
import contextlib
import itertools
import pathlib
import sqlite3
import typing as t

from prepared import Prepared, form_of

from index import Request
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Or, Phrase, Prefix, Word
from peers.interface import FACETS, ROWS, Found, Narrowing, decoded

_TABLES: t.Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE words USING fts5(
    written, parts, content = '', tokenize = "ascii tokenchars '%/:.,_|''-'"
);
CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    forvaltning INTEGER, fack INTEGER, amne INTEGER, ar INTEGER, day INTEGER
);
CREATE TABLE names (code INTEGER PRIMARY KEY, ids TEXT);
CREATE TABLE rows (id INTEGER PRIMARY KEY, row BLOB);
CREATE INDEX by_place ON facts (forvaltning, ar);
"""
_OPEN: t.Final = """
PRAGMA mmap_size = 68719476736;
PRAGMA cache_size = -262144;
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE hits (
    id INTEGER, forvaltning INTEGER, fack INTEGER, amne INTEGER, ar INTEGER, place REAL
);
"""


class Sqlite:
    """The version that comes with Python."""

    folder = "fts5"

    def version(self) -> str:
        """The library's."""
        return f"SQLite {sqlite3.sqlite_version}"

    def build(self, place: pathlib.Path, sections: c.Iterable[Prepared]) -> None:
        """In one transaction, without a journal, and with its segments merged at the end."""
        codes: dict[tuple[str, ...], int] = {}
        with contextlib.closing(_connected(place)) as connection:
            connection.executescript(_TABLES)
            with connection:
                for number, section in enumerate(sections, start=1):
                    _insert(connection, number, section, codes)
                names = [(code, " ".join(ids)) for ids, code in codes.items()]
                connection.executemany("INSERT INTO names VALUES (?, ?)", names)
                connection.execute("INSERT INTO words(words) VALUES ('optimize')")

    def open(self, place: pathlib.Path) -> "SqliteSearcher":
        """Open what was built, memory-mapped."""
        return SqliteSearcher(_connected(place))


def _connected(place: pathlib.Path) -> sqlite3.Connection:
    return sqlite3.connect(place / "index.sqlite")


def _insert(
    connection: sqlite3.Connection,
    number: int,
    section: Prepared,
    codes: dict[tuple[str, ...], int],
) -> None:
    words = (number, section.written, section.parts)
    connection.execute("INSERT INTO words(rowid, written, parts) VALUES (?, ?, ?)", words)
    values = ((section.forvaltning,), section.unions, section.topics, (str(section.year),))
    facts = (codes.setdefault(ids, len(codes)) for ids in values)
    connection.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", (number, *facts, section.day))
    connection.execute("INSERT INTO rows VALUES (?, ?)", (number, section.row))


class SqliteSearcher:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.executescript(_OPEN)
        connection.isolation_level = None  # nothing is kept, so nothing needs a transaction
        self._run = connection.execute
        self._ids = {code: ids.split() for code, ids in self._run("SELECT code, ids FROM names")}
        self._codes = collections.defaultdict[str, list[int]](list)
        for code, ids in self._ids.items():
            for id in ids:
                self._codes[id].append(code)

    def find(self, request: Request) -> Found:
        """See `Searcher`; where no word is asked for, the newest first."""
        self._run("DELETE FROM hits")
        self._run(*self._selection(request))
        facts = self._run(f"SELECT {', '.join(FACETS)} FROM hits").fetchall()
        columns = zip(*facts, strict=True) if facts else itertools.repeat(())
        counts = {facet: self._counts(codes) for facet, codes in zip(FACETS, columns, strict=False)}
        first = "SELECT row FROM (SELECT id FROM hits ORDER BY place LIMIT ?) JOIN rows USING (id)"
        rows = [row for (row,) in self._run(first, (ROWS,))]
        return Found(len(facts), counts, decoded(rows))

    def _counts(self, codes: c.Iterable[int]) -> c.Mapping[str, int]:
        counts = collections.Counter[str]()
        for code, count in collections.Counter(codes).items():
            for value in self._ids[code]:
                counts[value] += count
        return counts

    def _selection(self, request: Request) -> tuple[str, list[str]]:
        """The statement that gathers the hits, and its parameters."""
        tree = parse_query(request.text).tree
        parameters: list[str] = []
        conditions = list(self._limits(Narrowing.of(request.filters)))
        if isinstance(tree, Everything):
            source, place = "facts f", "-f.day"
        else:
            # CROSS JOIN: the words first, then the facts of what they gave.
            source, place = "words CROSS JOIN facts f ON f.id = words.rowid", "bm25(words)"
            conditions.append("words MATCH ?")
            parameters.append(_match(tree))
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = f"f.id, f.forvaltning, f.fack, f.amne, f.ar, {place}"
        return f"INSERT INTO hits SELECT {columns} FROM {source} {where}", parameters

    def _limits(self, narrowing: Narrowing) -> c.Iterator[str]:
        """Conditions on the facts: one of the codes that stand for something chosen."""
        for facet, ids in narrowing.chosen.items():
            codes = {str(code) for id in ids for code in self._codes[id]}
            yield f"f.{facet} IN ({', '.join(sorted(codes))})"


def _match(node: Node) -> str:
    match node:
        case Word(key):
            return f'parts : "{" ".join(form_of(key).parts)}"'
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
