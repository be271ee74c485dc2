"""Dates as Swedish minutes write them, found by pattern and read by python-dateutil.

`den 14 januari 2025`, `2022-05-03`, `onsdagen den 7 februari 2018`, `3/10 2019`, `3.5.2022`,
`3 okt`, `18-09-05`, `2018 09 05`, and the same without a year. Dateutil sees only the span our
pattern found, never a sentence: it would fill in what is missing without a word. It therefore
reads each span twice, with two defaults, and what differs is what the document did not say.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from dateutil import parser

FIRST_YEAR: t.Final = 1976  # the Co-determination Act's; no protocol is older
LAST_YEAR: t.Final = 2099
LONGEST_WORD: t.Final = 20  # characters, with white space, of one that makes "3/10" a date

MONTHS: t.Final = [
    ("jan", "januari"),
    ("feb", "februari", "febr"),
    ("mar", "mars"),
    ("apr", "april"),
    ("maj",),
    ("jun", "juni"),
    ("jul", "juli"),
    ("aug", "augusti"),
    ("sep", "september", "sept"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
]

# Wider than the years a meeting can be in: "2205" is a year, and an impossible one.
_YEAR: t.Final = r"[12]\d{3}"
_MONTH: t.Final = "|".join(sorted((n for names in MONTHS for n in names), key=len, reverse=True))
# "2022-05-03" "2022.05.03" "2022/05/03"; but not "2024-0512", "12024-05-03" or "KS 2022-05-031"
ISO: t.Final = rf"(?<![\d/-])(?P<iso>{_YEAR}([-./])[01]\d\2[0-3]\d)(?![\d/-]|\.\d)"
# "20220503"; but not "20220503-1234", which is a person's number
COMPACT: t.Final = r"(?<![\w/-])(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d)(?![\w/-])"
# "2018 09 05"; but not "2018 09 05 12" or "12 018 09 05"
SPACED: t.Final = (
    r"(?<![\w.,/-])(?P<spaced>(?:19|20)\d\d\s(?:0[1-9]|1[0-2])\s(?:0[1-9]|[12]\d|3[01]))"
    r"(?![\w%]|[.,-]\d|\s\d\d)"
)
# "18-09-05"; but not "118-09-05", "18-09-05-7" or "kl. 10-12-13"
SHORT_ISO: t.Final = (
    r"(?<![\w/.:-])(?P<shortiso>(?:[0-3]\d|[89]\d)-[01]\d-[0-3]\d)"
    r"(?![\w/-]|[.:]\d)"
)
# "3.5.2022" "3. 5. 2022" "3-5-2022"; but not "1.3.5.2022", "3.5.2022.1" or "12-3-5-2022"
DOTTED: t.Final = (
    r"(?<![\w.-])(?P<dday>[0-3]?\d)(?P<dsign>\.\s?|-)(?P<dmonth>1[0-2]|0?[1-9])(?P=dsign)"
    r"(?P<dyear>(?:19|20)\d\d)(?!\w|[.-]\d)"
)
# "den 14 januari 2025" "14:e jan. 2025" "3:dje maj" "7 februari" "5 sept. -18"
# but not "114 maj", "8 marscher" or "3 maj–18 juni"
LONG: t.Final = (
    r"(?<![\d/:.,-])(?P<day>[0-3]?\d)(?:\s?:?(?:[ea]|dje|de)(?!\w))?\s+"
    rf"(?P<month>{_MONTH})\b\.?(?:\s*,?\s*(?P<year>{_YEAR})(?!\d|/\d)"
    rf"|\s?[-’'](?P<longshort>\d\d)(?![\d:.]|\s*(?:{_MONTH})\b))?"
)
# "3/10 2019" "3/10-2019" "3/10-19" "3/10"; but not "24/7", "3/4 av tiden" or "2030/118"
SLASH: t.Final = (
    r"(?<![\d/-])(?P<sday>[0-3]?\d)/(?P<smonth>1[0-2]|0?[1-9])"
    r"(?:\s*[-–/]?\s*(?P<syear>(?:19|20)\d\d)|\s?-(?P<short>\d\d)(?![:.]\d))?(?![\d/]|\s+av\b)"
)
DATE: t.Final = re.compile(
    "|".join((ISO, COMPACT, SPACED, SHORT_ISO, DOTTED, LONG, SLASH)), re.IGNORECASE
)


class _Swedish(parser.parserinfo):
    """Dateutil's month names, in Swedish."""

    MONTHS = MONTHS  # type: ignore[assignment]  # the stubs allow two or three names, dateutil any


_INFO: t.Final = _Swedish(dayfirst=True)
_DEFAULTS: t.Final = (dt.datetime(2000, 1, 1), dt.datetime(2004, 2, 2))  # both leap years


@dc.dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it stands. `year` None: not said; `day` None too: it is not in the calendar."""

    start: int
    end: int
    text: str
    month: int | None
    day: int | None
    year: int | None

    @property
    def date(self) -> dt.date | None:
        """The full date, where the text says all of it."""
        return self.in_year(self.year) if self.year else None

    @property
    def impossible(self) -> bool:
        """Written as a date, and no meeting can have been held then ("31 februari", "2205")."""
        return self.day is None

    def in_year(self, year: int) -> dt.date | None:
        """The day in that year, or None where that year has no such day."""
        if self.month is None or self.day is None:
            return None
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def nearest(self, to: dt.date) -> dt.date | None:
        """The day with its year chosen so that it lies nearest to `to`."""
        if self.year:
            return self.date
        near = (self.in_year(to.year + shift) for shift in (-1, 0, 1))
        return min((d for d in near if d), key=lambda d: abs(d - to), default=None)


def find_dates(text: str) -> c.Iterator[DateMention]:
    """Every date in the text, in order, the impossible ones too."""
    for found in DATE.finditer(text):
        if (
            found["sday"]
            and not (found["syear"] or found["short"])
            and not _slash_is_date(text, found)
        ):
            continue
        yield _read(found)


def _slash_is_date(text: str, found: re.Match[str]) -> bool:
    """A bare "3/10" is a date only where a word says so: it may be a fraction or a share."""
    before = text[max(0, found.start() - LONGEST_WORD) : found.start()].rstrip().casefold()
    words = ("den", "dag", "dagen", "datum", "till", "senast", "möte", "nästa", "protokoll", ":")
    return before.endswith(words)


def _as_printed(found: re.Match[str]) -> str:
    """Day, month and year of a date that is not in ISO form, for dateutil to read."""
    if found["day"]:
        year = f"20{found['longshort']}" if found["longshort"] else found["year"] or ""
        return f"{found['day']} {found['month']} {year}"
    if found["dday"]:
        return f"{found['dday']}/{found['dmonth']} {found['dyear']}"
    year = f"20{found['short']}" if found["short"] else found["syear"] or ""
    return f"{found['sday']}/{found['smonth']} {year}"


def _full(short: str | None) -> str | None:
    """ "18-09-05" with its century."""
    return short and f"{'19' if short > '7' else '20'}{short}"


def _read(found: re.Match[str]) -> DateMention:
    place = (found.start(), found.end(), found.group())
    impossible = DateMention(*place, None, None, None)
    try:
        if iso := found["iso"] or found["compact"] or found["spaced"] or _full(found["shortiso"]):
            one = two = dt.datetime.fromisoformat(re.sub(r"[./ ]", "-", iso))
        else:
            span = _as_printed(found)
            one, two = (parser.parse(span, parserinfo=_INFO, default=d) for d in _DEFAULTS)
    except (ValueError, OverflowError):
        return impossible
    if one.year != two.year:
        return DateMention(*place, one.month, one.day, None)
    return DateMention(*place, one.month, one.day, one.year) if can_be_held(one) else impossible


def can_be_held(day: dt.date) -> bool:
    """Whether a meeting can have been held in that year."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
