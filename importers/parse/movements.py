"""Who came and went during the meeting, as the running text tells it.

"Vid § 5 anslöt Nils Ek", "Kl. 13.20 anländer Bo Alm", "Anna Ek lämnade mötet kl. 14.00", "Anna Ek
lämnar mötet." Where no time is told it is the § that the sentence stands in. Only those who are
listed as present are followed; what the list itself says of them stands.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Attendance, Section
from importers.parse import sentences
from importers.parse.people import split_name
from importers.parse.same_person import People

_WHEN: t.Final = (
    r"(?:(?:kl\.?|klockan)\s?\d{1,2}(?:[.:]?\d\d)?|(?:§{1,2}|punkt(?:en)?|paragraf)\s?\d{1,3})"
)
WHEN: t.Final = re.compile(_WHEN, re.IGNORECASE)
# "anslöt (till mötet)", "anländer"; but not "kommunen anslöt sig till avtalet"
ARRIVES: t.Final = re.compile(
    r"\b(?:anslöt|ansluter|anlände|anländer|tillkom|tillkommer|kom\still\smötet"
    r"|kommer\still\smötet)\b(?!\ssig)",
    re.IGNORECASE,
)
LEAVES: t.Final = re.compile(
    r"\b(?:lämna(?:r|de|t)\s(?:mötet|sammanträdet|lokalen)|avvek(?!\w)|avviker|gick\sfrån\smötet"
    r"|går\sfrån\smötet)\b",
    re.IGNORECASE,
)
CAPITAL: t.Final = re.compile(r"(?<!\w)(?=[A-ZÅÄÖÉ])")
LONGEST: t.Final = 300  # characters of a sentence that tells of it


def with_movements(attendance: Attendance, sections: c.Iterable[Section]) -> Attendance:
    """The attendance, with the comings and goings that the sections tell of."""
    listed = People(person.name for person in attendance.present if person.name)
    arrived: dict[str, str] = {}
    left: dict[str, str] = {}
    for section in sections:
        here = f"§ {section.number}" if section.number is not None else None
        for sentence in _telling(section.text):
            told = WHEN.search(sentence)
            when = told.group() if told else here
            moved = left if LEAVES.search(sentence) else arrived
            for name in _named(sentence, listed) if when else ():
                moved.setdefault(name, when or "")
    present = tuple(
        dc.replace(
            person,
            arrived=person.arrived or arrived.get(person.name or ""),
            left=person.left or left.get(person.name or ""),
        )
        for person in attendance.present
    )
    return dc.replace(attendance, present=present)


def _telling(text: str) -> c.Iterator[str]:
    """The sentences that tell of coming or going."""
    if not (ARRIVES.search(text) or LEAVES.search(text)):
        return
    for paragraph in sentences.paragraphs(text):
        for span in sentences.sentences(text, paragraph):
            sentence = text[span.start : span.end]
            if len(sentence) <= LONGEST and (ARRIVES.search(sentence) or LEAVES.search(sentence)):
                yield sentence


def _named(sentence: str, listed: People) -> c.Iterator[str]:
    """Those listed whom the sentence names in full."""
    for start in CAPITAL.finditer(sentence):
        name, _ = split_name(sentence[start.start() :])
        words = name.split()
        for length in range(len(words), 1, -1):
            if found := listed.find(" ".join(words[:length])):
                yield found
                break
