"""What was asked and what a reader thought of it: three tables beside this file.

`queries.tsv`: id, half, kind of reader, kind of query, the query as typed, what was sought.
`judgements.tsv`: query, §, grade (README.md says what 0 to 3 mean).
`sections.tsv`: the title of each § that was judged, so that one that has become another is noticed.
"""

import collections.abc as c
import csv
import hashlib
import pathlib
import typing as t

FOLDER: t.Final = pathlib.Path(__file__).parent
QUERIES: t.Final = FOLDER / "queries.tsv"
JUDGEMENTS: t.Final = FOLDER / "judgements.tsv"
SECTIONS: t.Final = FOLDER / "sections.tsv"

HALVES: t.Final = ("tune", "test")
GRADES: t.Final = range(4)

# By query and §.
Judgements: t.TypeAlias = dict[tuple[str, str], int]


class Query(t.NamedTuple):
    """One reader asks for something; `need` is in Swedish, for whoever judges."""

    id: str
    half: str
    reader: str
    kind: str
    text: str
    need: str


def half_of(text: str) -> str:
    """The half a query belongs to, which nobody chooses."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def read_queries() -> tuple[Query, ...]:
    return tuple(Query(*row) for row in _rows(QUERIES))


def read_judgements(path: pathlib.Path = JUDGEMENTS) -> Judgements:
    """Grades in their three columns; further columns, "?" and lines after # are passed over."""
    judged: Judgements = {}
    for query, section, grade, *_ in _rows(path):
        if grade == "?":
            continue
        if grade not in map(str, GRADES):
            raise SystemExit(f"{path}: {query} {section} kan inte få betyget {grade}")
        judged[query, section] = int(grade)
    return judged


def read_titles() -> dict[str, str]:
    return {name: title for name, title in _rows(SECTIONS)}


def write(judged: Judgements, titles: c.Mapping[str, str]) -> None:
    """Put down all judgements, and under which title each § was judged."""
    _write(JUDGEMENTS, ((*pair, str(grade)) for pair, grade in sorted(judged.items())))
    names = sorted({section for _, section in judged})
    _write(SECTIONS, ((name, titles[name]) for name in names))


def _rows(path: pathlib.Path) -> c.Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#"):
                yield row


def _write(path: pathlib.Path, rows: c.Iterable[tuple[str, ...]]) -> None:
    path.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
