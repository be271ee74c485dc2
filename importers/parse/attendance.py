"""Who was at the meeting, who was not, and for whom they sat.

A list names its sides on lines of their own ("Arbetsgivarrepresentanter:"), its unions before,
after or above the persons, or has a table with a column for each. A union stands for the persons
under it until the next union or side. A union with nobody ("Saco: vakant", or alone under
Förhinder) is an absence without a name. Lines that are none of this become remarks.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.messages import RemarkCode
from archive.model import Attendance, Attendee, Remark
from importers.formats.lines import Line
from importers.parse.header_blocks import ATTENDANCE, Block
from importers.parse.header_labels import (
    SAFETY_REPS,
    Kind,
    Side,
    find_label,
    find_side,
    side_within,
)
from importers.parse.paragraphs import join_lines
from importers.parse.people import NOBODY, is_name, is_single_name, names_a_post, split_name
from importers.parse.person_lists import COMMA, Person, parse_person_line, split_union
from importers.parse.presence import read_presence
from importers.parse.same_person import People, name_key
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
# "Kommunal (Egil Rot, Ivar Lund)"
BRACKETED: t.Final = re.compile(r"(?P<label>[^(:,]+?)\s*\((?P<rest>[^()]+)\)\.?")
LABELLED: t.Final = re.compile(r"(?P<label>[^:]{2,60}?)\s*:\s*(?P<rest>.*)")
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
# "Deltog gjorde Anna Ek", "Närvarande var: Anna Ek"
WERE_THERE: t.Final = re.compile(
    r"^(?:Deltog|Deltar|Närvarande|Medverkade)\s(?:gjorde\s?|var\s?)?:?\s?"
)
# "Ingen från Ledarna eller Seko.", "Ingen representant för Saco"
NOBODY_FROM: t.Final = re.compile(r"(?:Ingen|Inga)\s(?:\w+\s)?(?:från|för)\s(?P<rest>.+)")
FOR_OR_FROM: t.Final = re.compile(r"(?:för|från)\s", re.IGNORECASE)
LONGEST_POST: t.Final = 4  # words of a role that stands before a colon
TITLED: t.Final = {Kind.CHAIR: "ordförande", Kind.SECRETARY: "sekreterare"}


def parse_attendance(
    blocks: c.Sequence[Block], names: UnionNames
) -> tuple[Attendance, tuple[Remark, ...]]:
    """The attendance in a header's blocks, and a remark for each line that could not be read.

    A chair or secretary named apart counts as present. Where no block is labelled as attendance,
    title and stray lines that plainly name persons do.
    """
    listing = _Listing(names)
    for block in blocks:
        if block.kind in ATTENDANCE:
            listing.read(block)
    for block in blocks:
        if block.kind in TITLED and not listing.knows(block.text):
            listing.read(dc.replace(block, kind=Kind.PRESENT, label=""), role=block.label)
    listing.read_unlabelled([b for b in blocks if b.kind in {Kind.TITLE, Kind.REST}])
    if not listing.present:
        listing.remarks.append(Remark(RemarkCode.ATTENDANCE_MISSING))
    attendance = Attendance(_merged(listing.present), _merged(listing.absent))
    return attendance, tuple(listing.remarks)


@dc.dataclass(frozen=True, slots=True)
class _Entry:
    """One list line, wrapped lines joined, cells parted by commas."""

    text: str
    line: Line
    indented: bool = False  # a table row whose first cell is empty


class _Listing:
    """Reads one block after the other, remembering whose persons the lines are."""

    def __init__(self, names: UnionNames) -> None:
        self.names = names
        self.present: list[Attendee] = []
        self.absent: list[Attendee] = []
        self.remarks: list[Remark] = []
        self._start(absent=False)

    def _start(self, *, absent: bool, side: Side | None = None) -> None:
        self.list_is_absent, self.side = absent, side
        self.union: str | None = None
        self.union_heads_lines = False  # the union stood alone: all lines under it are its
        self.last_text = ""
        self.role: str | None = None  # "Ordförande:" on the line above

    def knows(self, text: str) -> bool:
        """Whether the text's person is listed already."""
        name, _ = split_name(text)
        listed = People(attendee.name for attendee in self.present if attendee.name)
        return listed.find(name) is not None if name else False

    def read(self, block: Block, *, role: str | None = None) -> None:
        """Adds everybody in the block."""
        label_union = next(iter(self.names.ids(block.label)), None)
        self._start(absent=block.kind is Kind.ABSENT, side=side_within(block.label))
        self.union, self.union_heads_lines, self.role = label_union, bool(label_union), role
        entries = _unstacked(_entries(block.lines, self.names), self.names)
        for place, entry in enumerate(entries):
            following = entries[place + 1] if place + 1 < len(entries) else None
            self._read_entry(entry, following)
            self.last_text = entry.text

    def read_unlabelled(self, blocks: c.Sequence[Block]) -> None:
        """Adds lines under no label: by unions ("Vision: Anna Ek"), and by posts where nobody is
        listed yet and there are several."""
        lines = [line for block in blocks for line in block.lines]
        by_union = [line for line in lines if self._says_union(line.text)]
        by_post = [line for line in lines if self._says_post(line.text)]
        if by_union or (len(by_post) > 1 and not self.present):
            nobody = [line for line in lines if NOBODY_FROM.fullmatch(line.text)]
            chosen = [*nobody, *by_union] if self.present else [*nobody, *by_union, *by_post]
            self.read(Block(Kind.PRESENT, "", tuple(ln for ln in lines if ln in chosen)))

    def _says_union(self, text: str) -> bool:
        union, rest = self._union_label(text)
        persons = parse_person_line(rest if union else text, self.names).persons
        return any(union or person.union for person in persons)

    def _says_post(self, text: str) -> bool:
        persons = parse_person_line(text, self.names).persons
        return any(names_a_post(person.role or "") for person in persons)

    def _read_entry(self, entry: _Entry, following: _Entry | None) -> None:
        text = WERE_THERE.sub("", self._without_brackets(BULLET.sub("", entry.text)))
        if away := AWAY_INLINE.match(text):
            self._start(absent=True)
            text = text[away.end() :]
        if nobody := NOBODY_FROM.fullmatch(text):
            self.absent += [Attendee(None, union=u) for u in self.names.ids(nobody["rest"])]
            return
        if announced := find_side(text):
            self.side, label, text = announced
            self.union, self.union_heads_lines = None, False
            self.role = label.casefold() if SAFETY_REPS.fullmatch(label) else None
            if not text:
                return
        union, rest = self._union_label(text)
        if union:
            self._under_union(union, text, rest, entry, following)
        else:
            self._persons(*self._role_label(text), entry)

    def _without_brackets(self, text: str) -> str:
        """Persons in brackets after a union or a side, as if after a colon."""
        found = BRACKETED.fullmatch(text)
        if found is None or not (self.names.only(found["label"]) or find_side(found["label"])):
            return text
        persons = parse_person_line(found["rest"], self.names).persons
        nobody = NOBODY.fullmatch(found["rest"])
        return f"{found['label']}: {found['rest']}" if persons or nobody else text

    def _union_label(self, text: str) -> tuple[str | None, str]:
        """The union a line is labelled with and what follows: "Vision Söder: Anna Ek"."""
        if union := self.names.only(text):
            return union, ""
        if labelled := LABELLED.fullmatch(text):
            label, rest = labelled["label"], labelled["rest"]
            union = self.names.only(label) or split_union(label, self.names)[0]
            if union is None and "/" in label:
                union = self.names.only(label.split("/")[0])
            return union, rest
        union, rest = split_union(text, self.names)
        return (union, rest) if union and NOBODY.fullmatch(rest) else (None, text)

    def _under_union(
        self, union: str, text: str, rest: str, entry: _Entry, following: _Entry | None
    ) -> None:
        self.union, self.union_heads_lines = union, not rest
        self.role = None
        if NOBODY.fullmatch(rest):
            self.absent.append(Attendee(None, union=union))
            self.union = None
        elif rest:
            self._persons(rest, None, entry, single_names=True)
        elif not self._heads(following, colon=text.rstrip().endswith(":")):
            self.union = None
            absent = self.list_is_absent or text.rstrip().endswith(":")
            (self.absent if absent else self.present).append(Attendee(None, union=union))

    def _heads(self, following: _Entry | None, *, colon: bool) -> bool:
        """Whether the line after a lone union is one of its persons."""
        if following is None:
            return False
        text = BULLET.sub("", following.text)
        if find_side(text) or self._union_label(text)[0]:
            return False
        persons = parse_person_line(text, self.names, single_names=True).persons
        if not persons:
            return False
        if colon or not self.list_is_absent:
            return True
        return persons[0].union is None and "ombud" in (persons[0].role or "ombud").casefold()

    def _role_label(self, text: str) -> tuple[str, str | None]:
        """A role before a colon, or alone on the line for the next: the rest, and the role."""
        labelled = LABELLED.fullmatch(text)
        label = labelled["label"] if labelled else text
        rest = labelled["rest"] if labelled else ""
        is_role = names_a_post(label) and not split_name(label)[0]
        on_its_own = labelled or find_label(text) or SAFETY_REPS.fullmatch(label)
        if is_role and on_its_own and len(label.split()) <= LONGEST_POST:
            return rest, label
        return text, self.role

    def _persons(
        self, text: str, role: str | None, entry: _Entry, *, single_names: bool = False
    ) -> None:
        if not text:
            self.role = role
            return
        if role and not SAFETY_REPS.fullmatch(role):
            self.union = None  # the secretary sits for nobody above
        single_names = single_names or self.union is not None or role is not None
        single_names = single_names or any(" " not in (p.name or " ") for p in self.present)
        line = parse_person_line(text, self.names, single_names=single_names)
        if not line.persons and NOBODY.fullmatch(text):
            self.absent += [Attendee(None, role)] if role else []
            return
        for person in line.persons:
            self._add(person, role, self._union_of(person, entry), entry)
        self.absent += [Attendee(None, union=u) for u in line.unions if self.list_is_absent]
        self.present += [Attendee(None, union=u) for u in line.unions if not self.list_is_absent]
        for unclear in line.unclear:
            self._remark(entry, unclear)
        if not role or not SAFETY_REPS.fullmatch(role):
            self.role = None

    def _union_of(self, person: Person, entry: _Entry) -> str | None:
        """The person's own union, or the one the line stands under."""
        if self.union is None or (person.union and not person.among):
            return person.union
        goes_on = bool(UNFINISHED.search(self.last_text)) or entry.indented
        bare = not person.posts or "ombud" in (person.role or "").casefold()
        labelled = self._union_label(BULLET.sub("", entry.text))[0] is not None
        under = self.union_heads_lines or labelled or goes_on or bare
        return self.union if under else person.union

    def _add(self, person: Person, role: str | None, union: str | None, entry: _Entry) -> None:
        heading_only = role and person.posts and SAFETY_REPS.fullmatch(role)
        shown = None if heading_only else role  # each line says it better
        printed = ", ".join(part for part in (shown, person.role) if part) or None
        was = read_presence(person.note)
        attendee = Attendee(
            person.name, printed, union, person.note, was.sections, was.arrived, was.left
        )
        away = person.away or self.list_is_absent
        (self.absent if away else self.present).append(attendee)
        sits_for_none = role is not None and not SAFETY_REPS.fullmatch(role)
        if self.side is Side.UNION and union is None and not sits_for_none:
            self._remark(entry, entry.text)

    def _remark(self, entry: _Entry, text: str) -> None:
        self.remarks.append(Remark(RemarkCode.ATTENDEE_UNCLEAR, entry.line.page, text))


def _entries(lines: c.Sequence[Line], names: UnionNames) -> list[_Entry]:
    """List lines: cells of a row joined, wrapped lines joined to the one they go on from."""
    entries: list[_Entry] = []
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
            entries.append(_Entry(text, row[0], indented))
    return [part for entry in entries for part in _by_side(entry, names)]


def _by_side(entry: _Entry, names: UnionNames) -> c.Iterator[_Entry]:
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


def _unstacked(entries: list[_Entry], names: UnionNames) -> list[_Entry]:
    """Persons and what they are on alternating lines, read as one line each.

    Either each name has its post or union under it, or each post stands over its name; a union
    over its persons is no such thing.
    """
    unstacked: list[_Entry] = []
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


def _is_pair(entries: c.Sequence[_Entry], names: UnionNames) -> bool:
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


def _goes_on(before: _Entry, line: Line, names: UnionNames) -> bool:
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


def _merged(attendees: c.Iterable[Attendee]) -> tuple[Attendee, ...]:
    """Each person once, with all that was printed of them; a union without a name once."""
    merged: dict[tuple[str | None, str | None], Attendee] = {}
    for attendee in attendees:
        key = (attendee.name and name_key(attendee.name), attendee.union)
        known = merged.get(key)
        if known is None:
            merged[key] = attendee
        elif attendee.role and attendee.role.casefold() not in (known.role or "").casefold():
            role = f"{known.role}, {attendee.role}" if known.role else attendee.role
            merged[key] = dc.replace(known, role=role)
    return tuple(merged.values())
