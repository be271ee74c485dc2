"""When the next meeting is, as the minutes announce it.

"Nästa möte är torsdagen den 5 maj", "Nästa FSG: 5/5 kl. 13", a § "Nästa möte" that holds nothing
but the day, a line of the header; of several coming days the first. A year that is not said is the
one in which the day comes after this meeting. "Frågan tas upp på nästa möte" announces nothing.
"""

import collections.abc as c
import datetime as dt
import re
import typing as t

from archive.model import Section
from importers.parse import sentences
from importers.parse.dates import DateMention, find_dates
from importers.parse.header_blocks import Block
from importers.parse.meeting_date import NEXT_MEETING

# A title or a label under which days are the coming meetings': "Nästa möte", "Kommande mötestider"
HEAD: t.Final = re.compile(
    rf"(?:[\w\s]{{3,30}}\s(?:och|samt)\s)?(?:tid\sför\s|datum\sför\s)?(?:{NEXT_MEETING.pattern})\w*"
    r"(?:\s(?:för|med|och|samt)\s[\w\s]{3,40})?\s*:?|nästa\sgång\s*:?"
    r"|(?:kommande\s|höstens\s|vårens\s|årets\s)?mötes(?:tider|datum|dagar|plan)\w*\s*:?",
    re.IGNORECASE,
)
# What lies before the meeting although it stands beside the words.
ANOTHER: t.Final = re.compile(r"\b(?:senast|lämnas|skickas|inkom\w*|före|inför|deadline)\b", re.I)
BARE_DAY: t.Final = re.compile(r"(?<![\d/])(?=\d{1,2}/\d{1,2}(?![\d/]))")


def find_next_meeting(
    header: c.Iterable[Block], sections: c.Iterable[Section], held: dt.date | None
) -> dt.date | None:
    """The next meeting's day: as a § tells it, else a block of the header; None where none does.

    `held` is this meeting's day, where it is known.
    """
    for section in sections:
        if HEAD.fullmatch(section.title) and (day := _first_day(section.text, held)):
            return day
        if day := _announced(section, held):
            return day
    lines = (f"{block.label}: {block.text}" for block in header)
    announcing = (line[found.start() :] for line in lines if (found := NEXT_MEETING.search(line)))
    return next((day for line in announcing if (day := _first_day(line, held))), None)


def _announced(section: Section, held: dt.date | None) -> dt.date | None:
    text = f"{section.title}\n\n{section.text}"
    if "mötes" not in text.casefold() and not NEXT_MEETING.search(text):
        return None
    headed = False
    for paragraph in sentences.paragraphs(text):
        inside = sentences.without_mark(text, paragraph)
        for span in sentences.sentences(text, inside):
            sentence = text[span.start : span.end]
            found = NEXT_MEETING.search(sentence)
            if headed or found:
                at = found.start() if found else 0
                day = _first_day(sentence[at:], held) or _first_day(sentence, held)
                if day:
                    return day
            headed = HEAD.fullmatch(sentence) is not None
    return None


def _first_day(text: str, held: dt.date | None) -> dt.date | None:
    """The first day in the text that lies after this meeting; "5/5" is a day here."""
    text = BARE_DAY.sub("den ", text)
    for mention in find_dates(text):
        day = _after(mention, held)
        before = text[: mention.start].rpartition(",")[2]
        if day and (held is None or day > held) and not ANOTHER.search(before):
            return day
    return None


def _after(mention: DateMention, held: dt.date | None) -> dt.date | None:
    if mention.year or held is None:
        return mention.date
    this_year = mention.in_year(held.year)
    return this_year if this_year and this_year > held else mention.in_year(held.year + 1)
