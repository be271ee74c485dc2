"""All that a search finds, written as a table, as JSON or as text, piece by piece.

What has to be said of the answer, such as that not all hits are in it, stands in the text before
the hits, among the notes of JSON, and in the table after the last row.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import enum
import itertools
import json
import re
import typing as t

from archive.catalogue import Catalogue
from archive.registry import Registries
from index import REPEATED, Kind, Request, Result, SearchIndex, chosen, result_to_dict
from index.swedish import fold
from webui import all_hits, export_rows, export_text, permalinks
from webui.all_hits import Taken
from webui.csv_form import csv_lines
from webui.labels import Labels

LONGEST_NAME: t.Final = 100


class Form(enum.StrEnum):
    """What hits can be taken along as; the value ends the file's name."""

    CSV = "csv"
    JSON = "json"
    TEXT = "txt"


MEDIA_TYPES: t.Final = {
    Form.CSV: "text/csv",
    Form.JSON: "application/json",
    Form.TEXT: "text/plain",
}


@dc.dataclass(frozen=True, slots=True)
class Export:
    """One search to be taken along, by whoever its audience is."""

    index: SearchIndex
    catalogue: Catalogue
    registries: Registries
    request: Request
    notes: tuple[str, ...]  # on what could not be read as it was typed
    name: str  # the archive's
    root: str  # what every address begins with: "https://protokoll.example.se"
    today: dt.date
    most: int = all_hits.MOST

    def pieces(self, form: Form) -> c.Iterator[str]:
        """The whole answer. Raises IndexUnavailable and CatalogueError, mostly at the first."""
        parts = all_hits.batches(self.index, all_hits.from_the_first(self.request), self.most)
        first = next(parts)
        write = {Form.CSV: self._csv, Form.JSON: self._json, Form.TEXT: self._text}[form]
        return write(first, itertools.chain([first], parts))

    def filename(self, form: Form) -> str:
        """What the answer is saved as: "protokollarkivet-hot-och-vald-2030-01-15.csv"."""
        request = self.request
        kind = "" if request.kind is Kind.SECTION else request.kind.value
        limits = (value for name in REPEATED for value in chosen(request, name))
        stem = "-".join(filter(None, map(slug, (self.name, kind, request.text, *limits))))
        return f"{stem[:LONGEST_NAME].rstrip('-')}-{self.today.isoformat()}.{form.value}"

    def _csv(self, first: Result, parts: c.Iterable[Result]) -> c.Iterator[str]:
        labels = Labels(self.registries)
        rows = (export_rows.row(taken, labels, self._address) for taken in self._taken(parts))
        said = map(export_rows.note, self._said(first))
        return csv_lines(export_rows.HEADING, itertools.chain(filter(None, rows), said))

    def _json(self, first: Result, parts: c.Iterable[Result]) -> c.Iterator[str]:
        form = self._form(dc.replace(first, hits=()))
        form["notes"] = list(self._said(first))
        before = "{\n"
        for name, value in form.items():
            yield f"{before}{json.dumps(name)}: "
            if name == "hits":
                yield from self._json_hits(parts)
            else:
                yield json.dumps(value, ensure_ascii=False)
            before = ",\n"
        yield "\n}\n"

    def _json_hits(self, parts: c.Iterable[Result]) -> c.Iterator[str]:
        before = "[\n"
        for part in parts:
            for hit in self._form(part)["hits"]:
                yield before + json.dumps(hit, ensure_ascii=False)
                before = ",\n"
        yield "[]" if before == "[\n" else "\n]"

    def _text(self, first: Result, parts: c.Iterable[Result]) -> c.Iterator[str]:
        labels = Labels(self.registries)
        found_at = permalinks.search(self.root, all_hits.from_the_first(self.request))
        yield export_text.heading(
            self.request, first.total, labels, self.name, found_at, self.today
        )
        yield export_text.notes(self._said(first))
        for taken in self._taken(parts):
            if text := export_text.passage(taken, labels, self._address, self.today):
                yield export_text.BETWEEN + text

    def _taken(self, parts: c.Iterable[Result]) -> c.Iterator[Taken]:
        hits = itertools.chain.from_iterable(part.hits for part in parts)
        return all_hits.with_protocols(self.catalogue, self.request.audience, hits)

    def _form(self, part: Result) -> dict[str, t.Any]:
        return result_to_dict(
            self.request,
            part,
            self.registries,
            lambda hit: self._address(hit.protocol_id, hit.place or None),
        )

    def _said(self, first: Result) -> tuple[str, ...]:
        return (*self.notes, *first.notes, *all_hits.left_out(first.total, self.most))

    def _address(self, protocol_id: str, place: str | None) -> str:
        return permalinks.protocol(self.root, protocol_id, place)


def slug(text: str) -> str:
    """The words as a file's name has them: "Hot och våld?" is "hot-och-vald"."""
    plain = fold(text).translate(str.maketrans("åäöé", "aaoe"))
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
