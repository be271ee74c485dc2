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
from importers.parse.attendance_entries import (
    AWAY_INLINE,
    BULLET,
    UNFINISHED,
    Entry,
    entries_of,
)
from importers.parse.header_blocks import ATTENDANCE, Block
from importers.parse.header_labels import (
    SAFETY_REPS,
    Kind,
    Side,
    find_label,
    find_side,
    side_within,
)
from importers.parse.people import NOBODY, names_a_post, split_name
from importers.parse.person_lists import Person, parse_person_line, split_union
from importers.parse.presence import read_presence
from importers.parse.same_person import People, name_key
from importers.parse.unions import UnionNames

# "Kommunal (Egil Rot, Ivar Lund)"
BRACKETED: t.Final = re.compile(r"(?P<label>[^(:,]+?)\s*\((?P<rest>[^()]+)\)\.?")
LABELLED: t.Final = re.compile(r"(?P<label>[^:]{2,60}?)\s*:\s*(?P<rest>.*)")
# "Deltog gjorde Anna Ek", "Närvarande var: Anna Ek"
WERE_THERE: t.Final = re.compile(
    r"^(?:Deltog|Deltar|Närvarande|Medverkade)\s(?:gjorde\s?|var\s?)?:?\s?"
)
# "Ingen från Ledarna eller Seko.", "Ingen representant för Saco"
NOBODY_FROM: t.Final = re.compile(r"(?:Ingen|Inga)\s(?:\w+\s)?(?:från|för)\s(?P<rest>.+)")
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


class _Listing:
    """Reads one block after the other, remembering whose persons the lines are."""

    def __init__(self, names: UnionNames) -> None:
        self.names = names
        self.present: list[Attendee] = []
        self.single_names = False  # somebody is called by one name only
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
        entries = entries_of(block.lines, self.names)
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

    def _read_entry(self, entry: Entry, following: Entry | None) -> None:
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
        self, union: str, text: str, rest: str, entry: Entry, following: Entry | None
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

    def _heads(self, following: Entry | None, *, colon: bool) -> bool:
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
        self, text: str, role: str | None, entry: Entry, *, single_names: bool = False
    ) -> None:
        if not text:
            self.role = role
            return
        if role and not SAFETY_REPS.fullmatch(role):
            self.union = None  # the secretary sits for nobody above
        single_names = single_names or self.union is not None or role is not None
        single_names = single_names or self.single_names
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

    def _union_of(self, person: Person, entry: Entry) -> str | None:
        """The person's own union, or the one the line stands under."""
        if self.union is None or (person.union and not person.among):
            return person.union
        goes_on = bool(UNFINISHED.search(self.last_text)) or entry.indented
        bare = not person.posts or "ombud" in (person.role or "").casefold()
        labelled = self._union_label(BULLET.sub("", entry.text))[0] is not None
        under = self.union_heads_lines or labelled or goes_on or bare
        return self.union if under else person.union

    def _add(self, person: Person, role: str | None, union: str | None, entry: Entry) -> None:
        heading_only = role and person.posts and SAFETY_REPS.fullmatch(role)
        shown = None if heading_only else role  # each line says it better
        printed = ", ".join(part for part in (shown, person.role) if part) or None
        was = read_presence(person.note)
        attendee = Attendee(
            person.name, printed, union, person.note, was.sections, was.arrived, was.left
        )
        away = person.away or self.list_is_absent
        self.single_names |= not away and " " not in (person.name or " ")
        (self.absent if away else self.present).append(attendee)
        sits_for_none = role is not None and not SAFETY_REPS.fullmatch(role)
        if self.side is Side.UNION and union is None and not sits_for_none:
            self._remark(entry, entry.text)

    def _remark(self, entry: Entry, text: str) -> None:
        self.remarks.append(Remark(RemarkCode.ATTENDEE_UNCLEAR, entry.line.page, text))


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
