"""When the meeting was held: stated in the document, or inferred from what it says of other days.

An undated protocol still bounds its day. What "was held" lies before it and what "will be held"
after; signatures and the next meeting come after, the previous protocol before; and the same forum
meets on the same weekday. Each bound keeps the sentence it rests on. An inferred date says that it
is, and gives a day only where a single one is left.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from archive.model import Basis, MeetingDate
from importers.parse import sentences
from importers.parse.dates import DateMention, find_dates

# A date after these words is another day than the meeting's.
ANOTHER_DAY: t.Final = re.compile(
    r"(nästa|kommande|föregående|förra|justera|justering|utskrift|publicer|anslag|upprättad|"
    r"reviderad|skrivet|diariefö|sista dag|senast|signera)[^.]*$",
    re.IGNORECASE,
)
NEXT_MEETING: t.Final = re.compile(
    r"\b(?:nästa|nästkommande|kommande|följande)\s(?:ordinarie\s|planerade\s|inplanerade\s)?"
    r"(?:\w{0,20}(?:sammanträde|möte)|mötestillfälle|träff|förvaltningsgrupp|samverkansgrupp|FSG|CSG"
    r"|LSG|SVG|Cesam|samverkan(?!\w)|skyddskommitté|gång\s(?:vi|gruppen)\s(?:ses|träffas|möts))"
    r"|\b(?:träffas|möts|ses|sammanträder)\s(?:igen|åter|nästa\sgång)\b",
    re.IGNORECASE,
)
PREVIOUS: t.Final = re.compile(
    r"(?:protokoll(?:et)?|anteckningar(?:na)?)\s+(från|den|av)\b|föregående\s+(möte|protokoll)|förra\s+mötet",
    re.IGNORECASE,
)
HELD: t.Final = re.compile(
    r"\b(hölls|genomfördes|ägde rum|skedde|inträffade|anordnades|startade|invigdes|hade|var|stängde"
    r"|stängdes|inkom|(?:avsluta|besluta|publicera|skicka|slutför|presentera|redovisa)des)\b",
    re.IGNORECASE,
)
TO_COME: t.Final = re.compile(
    r"\b(kommer [^.]{0,80}?att|ska|skall|planeras|hålls|äger rum|blir|väntas|inleds|startar"
    r"|senast)\b",
    re.IGNORECASE,
)
COMPACT: t.Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
LONGEST_SENTENCE: t.Final = 2000  # characters; what goes on longer is no sentence
NEAR: t.Final = 150  # characters before a date
FARTHEST: t.Final = dt.timedelta(days=120)  # from the signatures; further back is another matter


@dc.dataclass(frozen=True, slots=True)
class Clues:
    """Where to look for the day, in falling order of trust."""

    title: str  # title and the lines about time, one per line
    furniture: str  # page headers
    body: str  # all sections' text
    signed: tuple[dt.datetime, ...] = ()
    filename: str = ""


@dc.dataclass(frozen=True, slots=True)
class Bound:
    """The meeting was not before (or not after) a day, because of these words."""

    day: dt.date
    evidence: str


def find_meeting_date(clues: Clues) -> MeetingDate:
    """The meeting's date as stated, else as inferred, else unknown."""
    for place in (clues.title, clues.furniture):
        for line in place.splitlines():
            for mention in find_dates(line):
                if mention.date and not _another_day(line, mention):
                    return MeetingDate(mention.date, Basis.STATED, evidence=(line.strip(),))
    return _without_year(clues) or _inferred(clues)


def _without_year(clues: Clues) -> MeetingDate | None:
    """A day stated in the header, its year taken from elsewhere in the document."""
    anchor = _anchor(clues)
    for line in clues.title.splitlines() if anchor else ():
        for mention in find_dates(line):
            day = mention.nearest(anchor.day) if anchor else None
            if day and anchor and not _another_day(line, mention):
                return MeetingDate(
                    day, Basis.INFERRED, day, day, evidence=(line.strip(), anchor.evidence)
                )
    return None


def _another_day(line: str, mention: DateMention) -> bool:
    """Whether the words before the date say that it is not the meeting's."""
    return ANOTHER_DAY.search(line[max(0, mention.start - NEAR) : mention.start]) is not None


def _anchor(clues: Clues) -> Bound | None:
    """A full date that says roughly when: a signature, the file's name, or the text's latest."""
    if clues.signed:
        first = min(clues.signed)
        return Bound(first.date(), f"Signerat {first:%Y-%m-%d}")
    for day in _days_in_file_name(clues.filename):
        return Bound(day, f"Filnamnet {clues.filename}")
    complete = [
        Bound(mention.date, sentence)
        for sentence in _sentences(clues.body)
        for mention in find_dates(sentence)
        if mention.date and not HELD.search(sentence)
    ]
    return max(complete, key=lambda bound: bound.day, default=None)


def _inferred(clues: Clues) -> MeetingDate:
    anchor = _anchor(clues)
    if anchor is None:
        return MeetingDate()
    not_after = [anchor] if clues.signed else []
    not_before: list[Bound] = []
    meetings: list[dt.date] = []
    before = ""
    for sentence in _sentences(clues.body):
        headed, before = NEXT_MEETING.fullmatch(before) is not None, sentence
        for mention in find_dates(sentence):
            day = mention.nearest(anchor.day)
            if day is None or abs(day - anchor.day) > FARTHEST:
                continue
            bound = Bound(day, sentence)
            if headed or NEXT_MEETING.search(sentence):
                not_after.append(bound)
                meetings.append(day)
            elif PREVIOUS.search(sentence):
                not_before.append(bound)
                meetings.append(day)
            elif _tense(sentence, mention) == "held":
                not_before.append(bound)
            elif _tense(sentence, mention) == "to come":
                not_after.append(bound)
    return _between(not_before, not_after, meetings, clues)


def _between(
    not_before: list[Bound], not_after: list[Bound], meetings: list[dt.date], clues: Clues
) -> MeetingDate:
    """The interval the bounds leave, and the one day in it, if only one fits."""
    first = max(not_before, key=lambda bound: bound.day, default=None)
    last = min(not_after, key=lambda bound: bound.day, default=None)
    if first and last and first.day > last.day:
        first = None  # they contradict each other: the later bound is the firmer
    evidence = tuple(bound.evidence for bound in (first, last) if bound)
    day = _named_in_file(clues, first, last)
    if day:
        evidence += (f"Filnamnet {clues.filename}",)
    elif first and last:
        weekdays = {meeting.weekday() for meeting in meetings}
        span = [first.day + dt.timedelta(n) for n in range((last.day - first.day).days + 1)]
        fitting = [d for d in span if len(weekdays) == 1 and d.weekday() in weekdays]
        fitting = [d for d in fitting if d not in meetings] or (span if len(span) == 1 else [])
        day = fitting[0] if len(fitting) == 1 else None
        if day and meetings:
            evidence += (f"Samma veckodag som mötet {max(meetings)}",)
    if not (first or last or day):
        return MeetingDate()
    return MeetingDate(
        day,
        Basis.INFERRED,
        first.day if first else day,
        last.day if last else day,
        evidence,
    )


def _named_in_file(clues: Clues, first: Bound | None, last: Bound | None) -> dt.date | None:
    for day in _days_in_file_name(clues.filename):
        if (not first or first.day <= day) and (not last or day <= last.day):
            return day
    return None


def _days_in_file_name(filename: str) -> c.Iterator[dt.date]:
    """The full dates in it: "FSG 2024-03-12.pdf", "Protokoll-2024-03-12", "20240312_FSG.txt"."""
    spaced = COMPACT.sub(r" \1-\2-\3 ", re.sub(r"_|(?<!\d)-|-(?!\d)", " ", filename))
    return (mention.date for mention in find_dates(spaced) if mention.date)


def _tense(sentence: str, mention: DateMention) -> t.Literal["held", "to come"] | None:
    """Whether what is told of that day had happened, judged by the nearest verb."""
    verbs = [
        (min(abs(verb.start() - mention.end), abs(mention.start - verb.end())), tense)
        for pattern, tense in ((HELD, "held"), (TO_COME, "to come"))
        for verb in pattern.finditer(sentence)
    ]
    nearest = min(verbs, default=None)
    return t.cast(t.Literal["held", "to come"], nearest[1]) if nearest else None


def _sentences(text: str) -> c.Iterator[str]:
    for paragraph in sentences.paragraphs(text):
        for span in sentences.sentences(text, paragraph):
            start, end = sentences.without_mark(text, span)
            yield text[start : min(end, start + LONGEST_SENTENCE)]
