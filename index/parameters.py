"""The parameters of an address, read into a search and written back into an address.

`q` `typ` `forvaltning` `fack` `amne` `utfall` `ar` (these five may repeat) `besvarad` `fran` `till`
`foregangare` `ordagrant` `grupp` `sort` `sida`. Whatever is typed gives a search: what cannot be
used is left out and named in a Swedish note. Reading what was written gives the same search again,
so every link on a page can be made by changing the search. Nothing here knows of Flask.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t
import unicodedata

from archive.model import Outcome
from archive.registry import Registries
from archive.visibility import Audience
from index.engine import Filters, Kind, Order, Request
from index.query_dates import days_of

HITS_PER_PAGE: t.Final = 20
LONGEST_TEXT: t.Final = 500
MOST_VALUES: t.Final = 40  # of one parameter
LAST_PAGE: t.Final = 100_000

# The repeatable parameters and the field of Filters that each of them fills.
REPEATED: t.Final[c.Mapping[str, str]] = {
    "forvaltning": "forvaltningar",
    "fack": "unions",
    "amne": "topics",
    "utfall": "outcomes",
    "ar": "periods",
}

# "2025"   "2025-03"   "2025-03-14"   but not "25", "2025-3", "2025-03-14T10:00"
PARTIAL_DATE: t.Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

YES_NO: t.Final[c.Mapping[str, bool]] = {"ja": True, "nej": False}

Known = t.TypeVar("Known")


class Reading(t.NamedTuple):
    """A search, and what had to be left out of it, as Swedish sentences."""

    request: Request
    notes: tuple[str, ...]


def read_request(
    pairs: c.Iterable[tuple[str, str]], audience: Audience, registries: Registries
) -> Reading:
    """The search that an address asks for."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if clean := _clean(value):
            values.setdefault(name, []).append(clean)
    reader = _Reader(values)
    text = reader.text()
    request = Request(
        text=text,
        audience=audience,
        kind=reader.one_of("typ", {kind.value: kind for kind in Kind}, Kind.SECTION),
        filters=_filters(reader, registries),
        order=_order(reader, text),
        offset=(reader.page() - 1) * HITS_PER_PAGE,
        limit=HITS_PER_PAGE,
        literal=reader.one_of("ordagrant", YES_NO, False),
        gathered=reader.one_of("grupp", {"protokoll": True}, False),
    )
    return Reading(request, tuple(reader.notes))


def write_request(request: Request) -> list[tuple[str, str]]:
    """The parameters that ask for this search, in a fixed order, without what goes unsaid."""
    filters = request.filters
    pairs = [("q", request.text)] if request.text else []
    if request.kind is not Kind.SECTION:
        pairs.append(("typ", request.kind.value))
    for parameter in REPEATED:
        pairs += [(parameter, value) for value in chosen(request, parameter)]
    if filters.answered is not None:
        pairs.append(("besvarad", "ja" if filters.answered else "nej"))
    if filters.earliest:
        pairs.append(("fran", _shortened(filters.earliest, 0)))
    if filters.latest:
        pairs.append(("till", _shortened(filters.latest, 1)))
    if not filters.predecessors:
        pairs.append(("foregangare", "nej"))
    if request.literal:
        pairs.append(("ordagrant", "ja"))
    if request.gathered:
        pairs.append(("grupp", "protokoll"))
    if request.order is not usual_order(request.text):
        pairs.append(("sort", request.order.value))
    if (page := page_number(request)) > 1:
        pairs.append(("sida", str(page)))
    return pairs


def chosen(request: Request, parameter: str) -> tuple[str, ...]:
    """The values chosen under one of the repeatable parameters."""
    values: tuple[str, ...] = getattr(request.filters, REPEATED[parameter])
    return values


def toggled(request: Request, parameter: str, value: str) -> Request:
    """The same search with the value chosen if it was not, and not if it was."""
    values = chosen(request, parameter)
    others = tuple(other for other in values if other != value)
    new = others if len(others) < len(values) else (*values, value)
    return narrowed(request, **{REPEATED[parameter]: new})


def narrowed(request: Request, **fields: t.Any) -> Request:
    """The same search with other filters, from its first page."""
    return dc.replace(request, filters=dc.replace(request.filters, **fields), offset=0)


def at_page(request: Request, page: int) -> Request:
    """The same search, at one of its pages from 1."""
    return dc.replace(request, offset=(page - 1) * request.limit)


def page_number(request: Request) -> int:
    """Which page the search shows, from 1."""
    return request.offset // request.limit + 1


def usual_order(text: str) -> Order:
    """How hits are sorted where nothing is chosen: without words, none is more relevant."""
    return Order.RELEVANCE if text else Order.NEWEST


class _Reader:
    """Takes values one by one, and notes what could not be used."""

    def __init__(self, values: c.Mapping[str, list[str]]) -> None:
        self._values = values
        self.notes: list[str] = []

    def text(self) -> str:
        """The words searched for, no longer than anyone types."""
        text = self._first("q")
        if len(text) > LONGEST_TEXT:
            self.notes.append(
                f"Sökningen är för lång: bara de första {LONGEST_TEXT} tecknen används."
            )
        return text[:LONGEST_TEXT].rstrip()

    def one_of(self, name: str, known: c.Mapping[str, Known], default: Known) -> Known:
        """The one value that may stand under a name."""
        value = self._first(name).lower()
        if value and value not in known:
            self.notes.append(f"”{name}={_shown(value)}” går inte att välja och användes inte.")
        return known.get(value, default)

    def many(self, name: str, is_known: c.Callable[[str], bool]) -> tuple[str, ...]:
        """The values chosen under a name, each once, in the order they stand."""
        values = list(dict.fromkeys(value.lower() for value in self._values.get(name, [])))
        if len(values) > MOST_VALUES:
            self.notes.append(f"För många val av ”{name}”: de första {MOST_VALUES} används.")
        for value in values[:MOST_VALUES]:
            if not is_known(value):
                self.notes.append(f"”{name}={_shown(value)}” finns inte och användes inte.")
        return tuple(value for value in values[:MOST_VALUES] if is_known(value))

    def day(self, name: str, end: t.Literal[0, 1]) -> dt.date | None:
        """The first (0) or last (1) day of the year, month or day under a name."""
        value = self._first(name)
        days = _days(value)
        if value and not days:
            self.notes.append(
                f"”{_shown(value)}” är inget datum och användes inte."
                " Skriv år, år-månad eller år-månad-dag, som 2025-03."
            )
        return days[end] if days else None

    def page(self) -> int:
        """The page of hits, from 1."""
        value = self._first("sida")
        digits = value.lstrip("0") or "0"
        if not value or digits == "1":
            return 1
        if re.fullmatch("[0-9]+", digits) and digits != "0":
            return int(digits) if len(digits) <= len(str(LAST_PAGE)) else LAST_PAGE
        self.notes.append(f"Sidan ”{_shown(value)}” finns inte. Den första visas.")
        return 1

    def _first(self, name: str) -> str:
        return self._values.get(name, [""])[0]


def _filters(reader: _Reader, registries: Registries) -> Filters:
    earliest, latest = reader.day("fran", 0), reader.day("till", 1)
    if earliest and latest and earliest > latest:
        reader.notes.append("Från-datumet låg efter till-datumet. De har bytt plats.")
        earliest, latest = reader.day("till", 0), reader.day("fran", 1)
    return Filters(
        forvaltningar=reader.many("forvaltning", registries.forvaltningar.__contains__),
        unions=reader.many("fack", registries.unions.__contains__),
        topics=reader.many("amne", registries.topics.__contains__),
        outcomes=reader.many("utfall", set(Outcome).__contains__),
        periods=reader.many(
            "ar", lambda value: len(value) <= len("2025-03") and bool(_days(value))
        ),
        answered=reader.one_of("besvarad", YES_NO, None),
        earliest=earliest,
        latest=latest,
        predecessors=reader.one_of("foregangare", YES_NO, True),
    )


def _order(reader: _Reader, text: str) -> Order:
    usual = usual_order(text)
    order = reader.one_of("sort", {order.value: order for order in Order}, usual)
    return usual if order is Order.RELEVANCE else order


def _clean(value: str) -> str:
    """One line in composed form, without what cannot be seen."""
    visible = "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in value)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _shown(value: str) -> str:
    """What was typed, short enough to be read in a note."""
    return value if len(value) <= 40 else f"{value[:40]}…"


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a year, month or day; None where it is not in the calendar."""
    return days_of(match) if (match := PARTIAL_DATE.fullmatch(value)) else None


def _shortened(day: dt.date, end: t.Literal[0, 1]) -> str:
    """The shortest form that reads as that first (0) or last (1) day: "2025" for 1 January."""
    whole = day.isoformat()
    return next(
        form for form in (whole[:4], whole[:7], whole) if (_days(form) or (None, None))[end] == day
    )
