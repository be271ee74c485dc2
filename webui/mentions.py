"""Meetings that a text names by their day: "vid mötet den 28 maj 2021".

Only what says that a meeting or its protocol is meant, and whose year is written out: a day alone
may be anything, and a board's own meetings fall on such days too.
"""

import collections.abc as c
import datetime as dt
import re
import typing as t

from archive.months import MONTHS

# "mötet den 28 maj 2021"   "protokollet från mötet 2021-05-28"   "FSG den 3 mars 2020"
# but not "nämndens möte den 28 maj 2021", "mötet den 28 maj", "den 28 maj 2021"
MEETING: t.Final = re.compile(
    r"(?<!nämndens )(?<!styrelsens )(?<!fullmäktiges )"
    r"\b(?:möte[t]?|protokoll(?:et)?|FSG|förvaltningsgrupp(?:en)?|samverkansgrupp(?:en)?)"
    r"(?:\s+(?:från|av))?(?:\s+den)?\s+"
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d\d-\d\d))(?!\w)",
    re.IGNORECASE,
)


def mentions(texts: c.Iterable[str]) -> dict[str, dt.date]:
    """The days of the meetings that are named, by the words that name them."""
    found = (match for text in texts for match in MEETING.finditer(text))
    return {match[0]: day for match in found if (day := _day(match))}


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        month = MONTHS.index(match["name"].lower()) + 1
        return dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:  # no such day
        return None
