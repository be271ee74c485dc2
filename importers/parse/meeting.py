"""What sort of meeting it was: its forum, its number, and whether it was an extra one."""

import re
import typing as t

from archive.model import Meeting
from importers.parse.dates import find_dates

# "FSG", "Cesam", "förvaltningsgruppen", "samverkansgrupp nivå 1", "facklig samverkan"
# "central samverkansgrupp" before "samverkansgrupp"; but not "samverkansgruppens avtal" in a text
FORUM: t.Final = re.compile(
    r"\b(FSG|FG(?!\w)|CSG|LSG|SVG|CESAM|Cesam|LOSAM|FÖSAM|(?:(?:förvaltningens|central|centrala|lokal|lokala"
    r"|gemensam)\s)?(?:samverkansgrupp|samverkanskommitté)(?=(?:en|ens|n|ns|s)?(?!\w))"
    r"|förvaltningsgrupp(?=(?:en|ens|s)?(?!\w))|(?:centrala?\s)?skyddskommitté(?=(?:n|ns|s)?(?!\w))"
    r"|(?:centrala?\s)?arbetsmiljökommitté(?=(?:n|ns|s)?(?!\w))|samverkansråd(?=(?:et|ets)?(?!\w))"
    r"|facklig\ssamverkan(?!\w))(?:en|et|n)?(?:s)?(?P<level>\s(?:nivå\s\d|\d(?!\d|[/:.-]\d)))?",
    re.IGNORECASE,
)
# "Förvaltningens samverkansgrupp (FSG)"
ABBREVIATED: t.Final = re.compile(r",?\s\(?(?P<short>FSG|FG|CSG|LSG|SVG)\b\)?")
EXTRA: t.Final = re.compile(r"\b(extra|extrainsatt|extraordinarie)\b", re.IGNORECASE)
ORDINARY: t.Final = re.compile(r"\bordinarie\b", re.IGNORECASE)
# "Protokoll nr 4/2024", "Möte nr 3", "Protokoll 5:2024", "Samverkansmöte 4/24", "Möte 3 2024"
MEETING_NUMBER: t.Final = re.compile(
    r"\b(?:\w{0,20}protokoll|\w{0,20}möte|\w{0,12}sammanträde)s?\s*(?:nr\.?|nummer|#)?\s*"
    r"(?P<number>\d{1,2}(?:\s?[/:-]\s?\d{2,4}|\s20\d\d)?)(?![\w.:/-])",
    re.IGNORECASE,
)
# "FSG 4/24", "CSG nr 6/2023"; a bare number after a forum may be anything
FORUM_NUMBER: t.Final = re.compile(
    r"\b(?:FSG|FG|CSG|LSG|SVG|[Cc]esam|CESAM|förvaltningsgrupp(?:en)?|samverkansgrupp(?:en)?)\s"
    r"(?:nr\.?\s?(?P<numbered>\d{1,2}(?:\s?[/:-]\s?\d{2,4}|,\s20\d\d)?)"
    r"|(?P<number>\d{1,2}\s?[/:]\s?(?:20)?\d\d|20\d\d[:/]\d{1,2}))(?![\w.:/-])"
)
# "Nr 6/2022" on a line of its own, as in a page header
ALONE: t.Final = re.compile(r"^Nr\.?\s(?P<number>\d{1,2}/(?:20)?\d\d)$", re.MULTILINE)
# "Mötesnummer: 4", "Protokollsnr 4/2024", "Löpnummer 4"
LABELLED_NUMBER: t.Final = re.compile(
    r"\b(?:mötes|protokolls?|löp|sammanträdes)(?:nummer|nr)\b[.:]?\s*"
    r"(?P<number>\d{1,2}(?:\s?[/:-]\s?\d{2,4})?)(?![\w.:/-])",
    re.IGNORECASE,
)
DATE_TAKEN_OUT: t.Final = "¦"


def find_meeting(header: str, filename: str) -> Meeting:
    """The meeting as title and page headers tell of it; the forum also as the file's name does."""
    forum = FORUM.search(header) or FORUM.search(filename)
    kind = "extra" if EXTRA.search(header) else "ordinary" if ORDINARY.search(header) else None
    return Meeting(kind, _forum(forum) if forum else None, _number(header))


def _forum(found: re.Match[str]) -> str:
    """The forum in its bare form, with its level, or as the document abbreviates it."""
    if short := ABBREVIATED.match(found.string, found.end()):
        return short["short"]
    return found[1] + (found["level"] or "")


def _number(header: str) -> str | None:
    """The meeting's number as printed, "3/2024" where the year stands after a space."""
    text = _without_dates(header)
    for pattern in (LABELLED_NUMBER, MEETING_NUMBER, FORUM_NUMBER, ALONE):
        if found := pattern.search(text):
            number = next(number for number in found.groups() if number)
            return re.sub(r"\s?([/:-])\s?|,?\s(?=20)", lambda sign: sign[1] or "/", number)
    return None


def _without_dates(text: str) -> str:
    """The text without dates, which would pass for numbers: "Protokoll 18-09-05"."""
    for mention in reversed(list(find_dates(text))):
        if mention.year or re.search(r"[a-z]", mention.text):
            text = text[: mention.start] + DATE_TAKEN_OUT + text[mention.end :]
    return text
