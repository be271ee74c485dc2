"""SQLite's FTS5 with the tokenizer it takes unless told otherwise (unicode61) and its bm25.

It knows no Swedish, and folds å ä ö.
"""

import collections.abc as c
import contextlib
import pathlib
import re
import sqlite3
import typing as t

from quality.engines.interface import FIRST, Corpus, Ranking, all_then_any

TITLE: t.Final = 2.0

# "tysta rum" in quotes stays together; all else is words.
_PIECES: t.Final = re.compile(r'"([^"]+)"|(\w+)')


class Sqlite:
    """The version that comes with Python."""

    name = "SQLite FTS5, unicode61"

    def version(self) -> str:
        """The library's."""
        return f"SQLite {sqlite3.sqlite_version}"

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """See `Engine`."""
        with contextlib.closing(sqlite3.connect(folder / "index.sqlite")) as connection:
            connection.execute("CREATE VIRTUAL TABLE units USING fts5(name UNINDEXED, title, text)")
            connection.executemany("INSERT INTO units VALUES (?, ?, ?)", corpus.units)
            return [self._first(connection, query) for query in queries]

    def _first(self, connection: sqlite3.Connection, query: str) -> Ranking:
        pieces = [f'"{phrase or word}"' for phrase, word in _PIECES.findall(query)]
        found = []
        for join in (" AND ", " OR "):
            rows = connection.execute(
                "SELECT name FROM units WHERE units MATCH ? ORDER BY bm25(units, 0, ?, 1) LIMIT ?",
                (join.join(pieces), TITLE, FIRST),
            )
            found.append([name for (name,) in rows])
        return all_then_any(*found)
