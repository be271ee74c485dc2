"""Tables as CSV that a Swedish spreadsheet opens as it is: semicolons, and a BOM for å ä ö.

What a cell holds came out of documents and could be a formula that a spreadsheet would run; text
that begins like one is set off with an apostrophe. Numbers are numbers, and are left alone.
"""

import collections.abc as c
import csv
import typing as t

import flask

MEDIA_TYPE: t.Final = "text/csv"
BOM: t.Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA: t.Final = ("=", "+", "-", "@", "\t", "\r")

Cell: t.TypeAlias = str | int | None
Row: t.TypeAlias = c.Sequence[Cell]


def csv_lines(heading: c.Sequence[str], rows: c.Iterable[Row]) -> c.Iterator[str]:
    """The table line by line, each with its end."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield BOM + str(writer.writerow(heading))
    for row in rows:
        yield str(writer.writerow([_safe(cell) for cell in row]))


def csv_text(heading: c.Sequence[str], rows: c.Iterable[Row]) -> str:
    """The whole table."""
    return "".join(csv_lines(heading, rows))


def as_csv(response: flask.Response, filename: str) -> flask.Response:
    """The response as a file to save under that name."""
    response.mimetype = MEDIA_TYPE
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response


class _Echo:
    """Takes a line from a writer and hands it back."""

    def write(self, line: str) -> str:
        return line


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
