"""What sort of meeting it was: its forum, its number, and whether it was an extra one."""

import re
import typing as t

from archive.model import Meeting

# "FSG", "Cesam", "förvaltningsgruppen"; "central samverkansgrupp" before "samverkansgrupp"
FORUM: t.Final = re.compile(
    r"\b(FSG|CSG|LSG|CESAM|Cesam|SVG|(?:central |lokal |förvaltningens )?samverkansgrupp"
    r"|förvaltningsgrupp|skyddskommitté)(?:en|ens|s)?\b",
    re.IGNORECASE,
)
EXTRA: t.Final = re.compile(r"\b(extra|extrainsatt|extraordinarie)\b", re.IGNORECASE)
ORDINARY: t.Final = re.compile(r"\bordinarie\b", re.IGNORECASE)
# "Protokoll nr 4/2024", "Möte nr 3", "Protokoll 5:2024"
MEETING_NUMBER: t.Final = re.compile(
    r"\b(?:protokoll|möte|sammanträde)\s*(?:nr\.?|nummer|#)?\s*(?P<number>\d{1,2}(?:[/:-]\d{2,4})?)\b"
    r"(?!\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)


def find_meeting(header: str, filename: str) -> Meeting:
    """The meeting as title and page headers tell of it; the forum also as the file's name does."""
    forum = FORUM.search(header) or FORUM.search(filename)
    number = MEETING_NUMBER.search(header)
    kind = "extra" if EXTRA.search(header) else "ordinary" if ORDINARY.search(header) else None
    return Meeting(kind, forum[1] if forum else None, number["number"] if number else None)
