"""The lines of an attendance list as it was meant: one entry for each person or group of them.

Cells of a table's row are joined, wrapped lines are joined to the one they go on from, names and
posts that are stacked are put side by side, and what is told of both sides in sentences is parted.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.header_labels import find_side
from importers.parse.paragraphs import join_lines
from importers.parse.people import is_name, is_single_name, names_a_post, split_name
from importers.parse.person_lists import COMMA, parse_person_line, split_union
from importers.parse.tables import rows_of
from importers.parse.unions import UnionNames

BULLET: t.Final = re.compile(r"^(?:[•*–—·-]|\d{1,2}[.)])\s+")
# "Namn", "Roll", "Förbund": a table's head, or a tick in it.
TABLE_WORDS: t.Final = re.compile(
    r"namn|roll|titel|funktion|befattning|förbund|organisation|fackförbund|part|närvarande"
    r"|representerar|signatur|närvaro|status|[xX✓]|[-–—]?",
    re.IGNORECASE,
)
DASH: t.Final = re.compile(r"[-–—]+")
BROKEN: t.Final = re.compile(r"\w-$")
UNFINISHED: t.Final = re.compile(r"(?:[,(/&]|\w-|\b(?:och|samt|för|inom|av|i|på|till|vid))$")
ENDS_IN_FIRST_NAME: t.Final = re.compile(
    r"(?:/|(?:[,;.]|\boch|\bsamt)\s+)(?P<first>[^\W\d_][\w-]*)$"
)
# "… Lotta Ek. Kommunal:" breaks off before its persons; "Kommunal:" alone heads a list
INNER_LABEL: t.Final = re.compile(r"[.;]\s[^.;:]{2,60}:$")
# "Från arbetsgivarsidan deltog Anna Ek", "De fackliga representerades av Bo Alm"
SIDE_DID: t.Final = re.compile(
    r"(?:^|(?<=[.;]\s))(?P<who>[A-ZÅÄÖ][^.:;,]{1,60}?)\s(?:(?:deltog|deltar|närvarade|närvarar|medverkade"
    r"|medverkar|var|är)(?:\snärvarande)?|(?:representerades|representeras|företräddes|företräds)\sav)"
    r"\s?:?\s(?=[A-ZÅÄÖ])"
)
# "… Bo Alm. För de fackliga organisationerna Disa Ask", "Från organisationerna: Disa Ask"
SIDE_INLINE: t.Final = re.compile(
    r"(?<=[.;]\s)(?P<who>(?:[Ff]ör|[Ff]rån)\s(?:de\s)?(?:fackliga\s\w+|\w*organisationerna|arbetsgivaren"
    r"|arbetstagarna|facken))\s?:?\s(?=[A-ZÅÄÖ])"
)
# "… Bo Alm. Förhinder: Saco", "… Bo Alm. Ej närvarande: Disa Ask"
AWAY_INLINE: t.Final = re.compile(
    r"(?:^|(?<=[.;]\s))(?:Förhinder|Frånvarande|Frånvaro|Ej närvarande|Anmält förhinder|Återbud"
    r"|Inte med)\s?:\s"
)
# "För arbetsgivaren " before a name
SIDE_LED: t.Final = re.compile(r"^(?:För|Från)\s(?:[a-zåäö]+\s){1,3}")
FOR_OR_FROM: t.Final = re.compile(r"(?:för|från)\s", re.IGNORECASE)


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """One list line, wrapped lines joined, cells parted by commas."""

    text: str
    line: Line
    indented: bool = False  # a table row whose first cell is empty


def entries_of(lines: c.Sequence[Line], names: UnionNames) -> list[Entry]:
    """The entries of a list, in order."""
    return _unstacked(_joined(lines, names), names)


def _joined(lines: c.Sequence[Line], names: UnionNames) -> list[Entry]:
    """List lines: cells of a row joined, wrapped lines joined to the one they go on from."""
    entries: list[Entry] = []
    left = min((line.left for line in lines), default=0.0)
    for row in rows_of(lines):
        cells = [cell.text for cell in row if not TABLE_WORDS.fullmatch(cell.text)]
        if not cells or all(TABLE_WORDS.fullmatch(word) for word in " ".join(cells).split()):
            continue
        if len(cells) == 1 < len(row) and names.only(cells[0]) and DASH.fullmatch(row[-1].text):
            cells.append(row[-1].text)  # "Vårdförbundet | –": nobody
        broken = len(row) > 1 and entries and BROKEN.search(entries[-1].text)
        if broken and entries[-1].line.left == row[0].left:
            cells[0] = join_lines((entries.pop().text, cells[0]))
        text = _row_text(cells, names)
        if entries and len(row) == 1 and _goes_on(entries[-1], row[0], names):
            entries[-1] = dc.replace(entries[-1], text=f"{entries[-1].text} {text}")
        else:
            indented = row[0].left > left + 4 * row[0].height and not BULLET.match(text)
            entries.append(Entry(text, row[0], indented))
    return [part for entry in entries for part in _by_side(entry, names)]


def _by_side(entry: Entry, names: UnionNames) -> c.Iterator[Entry]:
    """An entry that tells of both sides in sentences, as one entry with a label for each."""
    label, at = "", 0
    parts: list[str] = []
    told = [*SIDE_DID.finditer(entry.text), *SIDE_INLINE.finditer(entry.text)]
    for found in sorted([*told, *AWAY_INLINE.finditer(entry.text)], key=re.Match.start):
        who = found.groupdict().get("who")
        if found.start() < at:
            continue
        if who is None:
            parts.append(label + entry.text[at : found.start()].strip())
            label, at = "", found.start()
        elif find_side(who) or names.only(FOR_OR_FROM.sub("", who)):
            parts.append(label + entry.text[at : found.start()].strip())
            label, at = f"{who}: ", found.end()
    parts.append(label + entry.text[at:].strip())
    return (dc.replace(entry, text=part) for part in parts if part)


def _row_text(cells: list[str], names: UnionNames) -> str:
    """The cells of a row as one line; a union, a side or a post in the first is its label."""
    first = cells[0]
    labels = names.only(first) or find_side(first)
    if len(cells) > 1 and all(parse_person_line(cell, names).persons for cell in cells):
        return "; ".join(cells)
    if len(cells) > 1 and (labels or _is_post(first)):
        return f"{cells[0].rstrip(':')}: {', '.join(cells[1:])}"
    return ", ".join(cells)


def _unstacked(entries: list[Entry], names: UnionNames) -> list[Entry]:
    """Persons and what they are on alternating lines, read as one line each.

    Either each name has its post or union under it, or each post stands over its name; a union
    over its persons is no such thing.
    """
    unstacked: list[Entry] = []
    place = 0
    while place < len(entries):
        pairs = 0
        while _is_pair(entries[place + 2 * pairs : place + 2 * pairs + 2], names):
            pairs += 1
        begins = not unstacked or bool(_heads_a_list(unstacked[-1].text))
        after = entries[place + 2 * pairs : place + 2 * pairs + 1]
        ends = not after or bool(_heads_a_list(after[0].text))
        if pairs > 1 and begins and ends:
            for i in range(place, place + 2 * pairs, 2):
                text = f"{entries[i].text}, {entries[i + 1].text}"
                unstacked.append(dc.replace(entries[i], text=text))
            place += 2 * pairs
        elif _is_post(entries[place].text) and _is_pair(
            [*entries[place + 1 : place + 2], entries[place]], names
        ):
            text = f"{entries[place].text}: {entries[place + 1].text}"
            unstacked.append(dc.replace(entries[place], text=text))
            place += 2
        else:
            unstacked.append(entries[place])
            place += 1
    return unstacked


def _is_pair(entries: c.Sequence[Entry], names: UnionNames) -> bool:
    """Whether the first is a bare name, and the second a post or a union alone."""
    if len(entries) < 2:
        return False
    name, rest = split_name(entries[0].text)
    second = entries[1].text
    return bool(name) and not rest and bool(_is_post(second) or names.only(second))


def _is_post(text: str) -> bool:
    """A post with nobody in it: "HR-chef"; no heading of a side or of the safety reps."""
    holds_name = any(split_name(part)[0] for part in re.split(r"[,:;(]\s*", text))
    return names_a_post(text) and ":" not in text and not holds_name and not find_side(text)


def _heads_a_list(text: str) -> bool:
    """A side on a line of its own."""
    side = find_side(text)
    return side is not None and not side[2]


def _goes_on(before: Entry, line: Line, names: UnionNames) -> bool:
    """Whether the line is the rest of the one before."""
    if before.line.whole or line.whole or BULLET.match(line.text):
        return False
    if UNFINISHED.search(before.text) or before.text.count("(") > before.text.count(")"):
        return True
    if line.text.startswith("(") or INNER_LABEL.search(before.text):
        return True
    if _splits_union(before.text, line.text, names):
        return True
    if _splits_person(before.text, line.text, names):
        return True
    if find_side(line.text) or split_union(line.text, names)[0]:
        return False
    if line.text[:1].islower() and not split_name(line.text.capitalize())[0]:
        return True
    if ":" in line.text:
        return False
    broken = ENDS_IN_FIRST_NAME.search(before.text)
    if broken is None or not is_single_name(broken["first"]) or names.only(broken["first"]):
        return False
    surname = line.text.split()[0].rstrip(",")
    parts = (SIDE_LED.sub("", part) for part in re.split(r"[,:;/.]\s*", before.text))
    full_names = any(split_name(part)[0] for part in parts)
    return full_names and is_single_name(surname) and not split_name(line.text)[0]


def _splits_union(before: str, text: str, names: UnionNames) -> bool:
    """Whether a union's name goes over the line's end: "Akademikerförbundet" / "SSR, …"."""
    first, last = text.split()[0].rstrip(",."), before.split()
    return any(
        last[-n][:1].isupper() and names.only(" ".join([*last[-n:], first])) is not None
        for n in (1, 2)
        if len(last) >= n
    )


def _splits_person(before: str, text: str, names: UnionNames) -> bool:
    """Whether a list of persons broke between a name and its union: "…, Bo Alm" / "Vision, …"."""
    persons = COMMA.split(before)
    union = names.only(COMMA.split(text)[0])
    led = names.only(persons[0]) is not None  # "Vision, Anna Ek": the union comes first here
    return len(persons) > 1 and is_name(persons[-1]) and union is not None and not led
