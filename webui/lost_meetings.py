"""What is known to be missing, in sentences that say how it is known. Pure."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

from archive.coverage import Announced, Coverage, GoneThrough, Missing
from archive.meeting_numbers import Skipped
from archive.months import MONTHS
from archive.records import KeptMeeting
from archive.registry import Forvaltning
from webui.coverage_view import in_order
from webui.phrasing import long_date
from webui.years import Years

ALL: t.Final = Years()

Piece: t.TypeAlias = tuple[str, str | None]  # words, and the protocol they are a link to


@dc.dataclass(frozen=True, slots=True)
class Lost:
    """A meeting that is known to have been planned or held, and what it is known from."""

    forvaltning: str
    name: str
    day: dt.date  # the meeting's, or where that is not known the day of the one before it
    exact: bool
    pieces: tuple[Piece, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The protocols that it is known from."""
        return tuple(protocol for _, protocol in self.pieces if protocol)

    @property
    def sentence(self) -> str:
        """How it is known, without links."""
        return "".join(words for words, _ in self.pieces)


def lost_meetings(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    *,
    years: Years = ALL,
    most: int | None = None,
) -> tuple[Lost, ...]:
    """What is known to be missing, of some years or of all, the latest first; so many at most."""
    found: list[_Found] = []
    for name, _, coverage in in_order(coverages, register):
        for month in coverage.months.values():
            found += [_Found(it.day, name, coverage.forvaltning, it) for it in month.missing]
        found += [_Found(it.first, name, coverage.forvaltning, it) for it in coverage.skipped]
    # Sorting keeps the order of names within a day.
    latest = sorted((it for it in found if it.day.year in years), key=_latest_first)
    return tuple(map(_told, latest[:most]))


def usually(month: int, years: c.Sequence[int]) -> str:
    """Why a meeting might be missing: "möten i mars 2021 och 2023"."""
    return f"möten i {MONTHS[month - 1]} {listed([str(year) for year in years])}"


def listed(words: c.Sequence[str]) -> str:
    """Words in a row: "1", "1 och 2", "1, 2 och 3"."""
    return " och ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


class _Found(t.NamedTuple):
    day: dt.date
    name: str
    forvaltning: str
    known: Missing | Skipped


def _latest_first(found: _Found) -> int:
    return -found.day.toordinal()


def _told(found: _Found) -> Lost:
    """Made into sentences only where they are shown: there can be thousands."""
    if isinstance(found.known, Announced):
        return _announced(found.forvaltning, found.name, found.known)
    if isinstance(found.known, GoneThrough):
        return _gone_through(found.forvaltning, found.name, found.known)
    return _skipped(found.forvaltning, found.name, found.known)


def _announced(forvaltning: str, name: str, it: Announced) -> Lost:
    day = long_date(it.day)
    pieces = (
        ("Enligt ", None),
        (f"protokollet {_day(it.by)}", it.by.protocol_id),
        (f" skulle nästa möte vara {day}. Det protokollet finns inte här.", None),
    )
    return Lost(forvaltning, name, it.day, True, pieces)


def _gone_through(forvaltning: str, name: str, it: GoneThrough) -> Lost:
    pieces = (
        ("Mötet hölls. ", None),
        (f"Protokollet {_day(it.by)}", it.by.protocol_id),
        (f" går igenom protokollet från {long_date(it.day)}, som inte finns här.", None),
    )
    return Lost(forvaltning, name, it.day, True, pieces)


def _skipped(forvaltning: str, name: str, it: Skipped) -> Lost:
    numbers = [str(number) for number in it.numbers]
    what = f"Möte nummer {listed(numbers)}" if len(numbers) == 1 else f"Möte {listed(numbers)}"
    ending = (
        "Det protokollet finns inte här." if len(numbers) == 1 else "De protokollen finns inte här."
    )
    pieces = (
        (f"{what} bör ha hållits mellan nummer {it.numbers[0] - 1}, ", None),
        (_day(it.before), it.before.protocol_id),
        (f", och nummer {it.numbers[-1] + 1}, ", None),
        (_day(it.after), it.after.protocol_id),
        (f". {ending}", None),
    )
    return Lost(forvaltning, name, it.first, False, pieces)


def _day(meeting: KeptMeeting) -> str:
    return long_date(meeting.date) if meeting.date else "utan datum"
