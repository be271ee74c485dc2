"""When somebody was at the meeting, from a note beside the name.

"§§ 3–5" and "endast punkt 9" name the only items attended; "t.o.m. § 6", "fr.o.m. punkt 4",
"kl. 13.40–14.10", "anlände kl. 13.20", "lämnade mötet efter § 7" tell of coming and going; a time
alone is when somebody came. "Ej § 5" says which items were missed: that stays a note.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Attendance, Attendee

_WORD: t.Final = r"(?:§{1,2}|punkt(?:en|erna)?|paragraf(?:en|erna)?|p\.|ärende(?:t|na)?)"
_ITEM: t.Final = rf"(?:\d{{1,3}}\s?§{{1,2}}|{_WORD}\s?\d{{1,3}})"
_CLOCK: t.Final = r"(?:kl\.?|klockan)\s?(?:ca\.?\s)?\d{1,2}(?:[.:]?\d\d)?"
_WHEN: t.Final = rf"(?:{_ITEM}|{_CLOCK}|\d{{1,2}}[.:]\d\d)"
NEGATED: t.Final = re.compile(
    r"\b(?:ej|inte|utom|frånvarande|förutom|undantag\w*)\b", re.IGNORECASE
)
# "fr.o.m. § 4", "från kl. 13.40", "anlände kl 13.20", "anslöt vid punkt 4"
ARRIVED: t.Final = re.compile(
    r"(?:fr\.?\s?o\.?\s?m\.?|från(?:\soch\smed)?|anlände|anländer|anslöt|ansluter|kom|kommer)"
    rf"\s(?:\w+\s){{0,3}}?(?P<when>{_WHEN})",
    re.IGNORECASE,
)
# "t.o.m. § 6", "till kl. 14", "lämnade mötet efter § 7", "gick kl. 14.00"
LEFT: t.Final = re.compile(
    r"(?:t\.?\s?o\.?\s?m\.?|till(?:\soch\smed)?|fram\still|lämna(?:r|de|t)|gick|går|avvek|avviker)"
    rf"\s(?:\w+\s){{0,3}}?(?P<when>{_WHEN})",
    re.IGNORECASE,
)
# "kl. 13.40–14.10", "13.40-14.10"
FROM_TO: t.Final = re.compile(
    r"(?P<from>(?:kl\.?\s?|klockan\s)?\d{1,2}[.:]\d\d)\s?(?:–|-|till)\s?"
    r"(?P<to>(?:kl\.?\s?)?\d{1,2}[.:]\d\d)",
    re.IGNORECASE,
)
_NUMBERS: t.Final = (
    r"\d{1,3}(?:\s?(?:,|–|-|och|samt|t\.o\.m\.|till)\s?§{0,2}\s?\d{1,3}){0,12}(?![\d.:])"
)
# "§§ 3–5 och 7", "punkt 2, 4", "3–6 §§"
ITEMS: t.Final = re.compile(
    rf"{_WORD}\s?(?P<after>{_NUMBERS})|(?P<before>{_NUMBERS})\s?§{{1,2}}",
    re.IGNORECASE,
)
ONLY_CLOCK: t.Final = re.compile(rf"{_CLOCK}", re.IGNORECASE)
RANGE_OR_NUMBER: t.Final = re.compile(
    r"(?P<first>\d{1,3})(?:\s?(?:–|-|t\.o\.m\.|till)\s?§{0,2}\s?(?P<last>\d{1,3}))?"
)
LONGEST_RANGE: t.Final = 60  # items
# "t.o.m. § 6", "till och med punkt 6": up to and with; but not "lämnade mötet under 7 §"
LAST_ITEM: t.Final = re.compile(rf"(?:t\.?\s?o\.?\s?m\.?|till\soch\smed)\s(?P<item>{_ITEM})", re.I)
FIRST_ITEM: t.Final = re.compile(
    rf"(?:fr\.?\s?o\.?\s?m\.?|från\soch\smed)\s(?P<item>{_ITEM})", re.I
)
NUMBER: t.Final = re.compile(r"\d+")


@dc.dataclass(frozen=True, slots=True)
class Presence:
    """The only items attended (none: the whole meeting), and when somebody came and went."""

    sections: tuple[int, ...] = ()
    arrived: str | None = None  # as printed
    left: str | None = None


def read_presence(note: str | None) -> Presence:
    """What a note on presence says; nothing where it tells only of what was missed."""
    if note is None or NEGATED.search(note):
        return Presence()
    if span := FROM_TO.search(note):
        return Presence(arrived=span["from"], left=span["to"])
    arrived, left = ARRIVED.search(note), LEFT.search(note)
    if arrived or left:
        return Presence((), arrived["when"] if arrived else None, left["when"] if left else None)
    if ONLY_CLOCK.fullmatch(note):
        return Presence(arrived=note)
    numbers = dict.fromkeys(
        number
        for found in ITEMS.finditer(note)
        for number in _expanded(found["after"] or found["before"])
    )
    return Presence(tuple(numbers))


def with_sections_attended(attendance: Attendance, numbers: c.Sequence[int]) -> Attendance:
    """The attendance, with "t.o.m. § 6" as the numbers of the sections that it means."""
    present = tuple(_attended(person, numbers) for person in attendance.present)
    return dc.replace(attendance, present=present)


def _attended(person: Attendee, numbers: c.Sequence[int]) -> Attendee:
    first, last = FIRST_ITEM.search(person.note or ""), LAST_ITEM.search(person.note or "")
    if person.sections or not (first or last):
        return person
    lowest = int(NUMBER.findall(first["item"])[0]) if first else 0
    highest = int(NUMBER.findall(last["item"])[0]) if last else max(numbers, default=0)
    return dc.replace(person, sections=tuple(n for n in numbers if lowest <= n <= highest))


def _expanded(text: str) -> tuple[int, ...]:
    """ "3–5 och 7" as 3, 4, 5, 7."""
    numbers: list[int] = []
    for found in RANGE_OR_NUMBER.finditer(text):
        first, last = int(found["first"]), int(found["last"] or found["first"])
        numbers += range(first, last + 1) if last - first < LONGEST_RANGE else (first, last)
    return tuple(numbers)
