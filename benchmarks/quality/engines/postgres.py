"""PostgreSQL's own Swedish (stemmer and stop words) and ts_rank, on a server for the occasion.

The server runs in the work folder, is reached through a socket there alone, and ends with the
measurement, or by itself when its time is up.
"""

import collections.abc as c
import contextlib
import csv
import io
import os
import pathlib
import shutil
import subprocess
import time
import typing as t

from quality.engines.interface import FIRST, Corpus, Missing, Ranking, all_then_any

PLACES: t.Final = pathlib.Path("/usr/lib/postgresql")  # Debian's; elsewhere they are on the path
LONGEST: t.Final = 110  # seconds the server may live
_USER: t.Final = "postgres"  # who it is run as by root, for whom it refuses to run

# Title and text of one weight; 1: divided by the logarithm of the length.
_SCRIPT: t.Final = """
CREATE TABLE units (name text, title text, text text, words tsvector);
CREATE TABLE queries (place int, query text);
COPY units (name, title, text) FROM STDIN (FORMAT csv);
{units}\\.
COPY queries FROM STDIN (FORMAT csv);
{queries}\\.
UPDATE units SET words = to_tsvector('swedish', title) || to_tsvector('swedish', text);
CREATE TABLE asked AS
    SELECT place, 0 AS step, websearch_to_tsquery('swedish', query) AS tree FROM queries;
INSERT INTO asked SELECT place, 1, replace(tree::text, '&', '|')::tsquery FROM asked;
COPY (
    SELECT place, step, name FROM (
        SELECT place, step, name, row_number() OVER (
            PARTITION BY place, step
            ORDER BY ts_rank(words, tree, 1) DESC, name
        ) AS rank
        FROM asked JOIN units ON words @@ tree
    ) AS ranked WHERE rank <= {first} ORDER BY place, step, rank
) TO STDOUT (FORMAT csv);
"""


class Postgres:
    """Words by websearch_to_tsquery."""

    name = "PostgreSQL, swedish, ts_rank"

    def version(self) -> str:
        """The server's."""
        answer = subprocess.run([_program("postgres"), "--version"], capture_output=True, text=True)
        return f"PostgreSQL {answer.stdout.split()[2]}"

    def rank(self, folder: pathlib.Path, corpus: Corpus, queries: c.Sequence[str]) -> list[Ranking]:
        """See `Engine`."""
        script = _SCRIPT.format(
            units=_table(corpus.units),
            queries=_table(enumerate(queries)),
            first=FIRST,
        )
        with _server(folder) as socket:
            psql = [_program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(socket)]
            answer = subprocess.run(
                [*psql, "-U", _USER, "postgres"],
                input=script,
                capture_output=True,
                text=True,
                check=True,
                timeout=LONGEST,
            )
        found: list[tuple[list[str], list[str]]] = [([], []) for _ in queries]
        for place, step, name in csv.reader(io.StringIO(answer.stdout)):
            found[int(place)][int(step)].append(name)
        return [all_then_any(*steps) for steps in found]


def _table(rows: c.Iterable[c.Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _program(name: str) -> str:
    """Where it is, of the newest version. Raises Missing."""
    versions = sorted(PLACES.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    path = str(versions[-1]) if versions else shutil.which(name)
    if path is None:
        raise Missing("PostgreSQL finns inte på maskinen")
    return path


@contextlib.contextmanager
def _server(folder: pathlib.Path) -> c.Iterator[pathlib.Path]:
    """A server that answers, in a folder of its own; where its socket is."""
    limit = shutil.which("timeout")
    if limit is None:
        raise Missing("PostgreSQL hoppas över: programmet timeout finns inte")
    data = folder / "data"
    other: dict[str, t.Any] = {"cwd": folder}
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
        other |= {"user": _USER, "group": _USER, "extra_groups": []}
    settings = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", f"-U{_USER}"]
    made = [_program("initdb"), *settings, "-D", str(data)]
    subprocess.run(made, **other, check=True, capture_output=True)
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-k", str(folder)]
    command = [limit, str(LONGEST), _program("postgres"), "-D", str(data), *options]
    process = subprocess.Popen(
        command, **other, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(folder, process)
        yield folder
    finally:
        process.terminate()
        process.wait()


def _wait(folder: pathlib.Path, process: subprocess.Popen[bytes]) -> None:
    ready = [_program("pg_isready"), "-q", "-h", str(folder)]
    while process.poll() is None:
        if subprocess.run(ready).returncode == 0:
            return
        time.sleep(0.1)
    raise Missing("PostgreSQL kunde inte startas")
