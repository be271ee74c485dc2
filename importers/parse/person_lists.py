"""The persons on one line of a list, however the line is written.

"Anna Ek, enhetschef" · "Anna Ek, Vision" · "Anna Ek (Vision)" · "Bo Alm, huvudskyddsombud
Kommunal" · "HR-chef Bo Alm" · "Anna Ek, Bo Alm och Cia Dal" · "Anna Ek, förvaltningschef,
ordförande, Bo Alm HR-chef". A comma parts persons as well as posts, so each piece is judged by
itself: a name begins a person, anything else belongs to the one before. What stands in brackets
and notes on presence are taken out first, for they have commas of their own.
"""

import dataclasses as dc
import re
import typing as t

from importers.parse.people import (
    AWAY,
    CAME,
    PRESENCE_NOTE,
    is_single_name,
    names_a_post,
    split_name,
    split_post,
)
from importers.parse.unions import UnionNames

# Where one person's line of text ends: a semicolon, or a full stop that ends no initial and no
# abbreviation: "Anna Ek, enhetschef. Bo Alm" but not "Anna E. Ek" or "tf. Rektor". What is held
# back ends in a mark: "Anna Ek (§ 4). Bo Alm".
STATEMENT_END: t.Final = re.compile(
    r"(?P<list>;\s*)|(?<=⟧)\.\s+(?=[^\W\d_])|(?<=[^\W\d_]{3})(?<!\bbitr)(?<!\brepr)(?<!\bordf)(?<!\bsekr)\.\s+(?=[^\W\d_])"
)
AND: t.Final = re.compile(r"\s+(?:och|samt|&)\s+|\s*/\s*")
LEADING_AND: t.Final = re.compile(r"^(?:och|samt)\s+")
COMMA: t.Final = re.compile(r"\s*,\s*")
BRACKETS: t.Final = re.compile(r"\s*\(([^()]*)\)?")
AWAY_AFTER_DASH: t.Final = re.compile(rf"\s*[–—-]\s*({AWAY.pattern})\.?$", re.IGNORECASE)
DASH: t.Final = re.compile(r"\s+[–—-]\s+")
HELD_BACK: t.Final = re.compile(r"\s*⟦(\d+)⟧")
UNION_SIDE_POST: t.Final = re.compile(
    r"ombud|facklig|klubb|sektion|ordförande|styrelse", re.IGNORECASE
)
# In a column for the union, or after a name: sits for no union.
EMPLOYER: t.Final = re.compile(r"(?:för\s+)?arbetsgivare(?:n|ns representant)?", re.IGNORECASE)
# "Anna Ek öppnade mötet" is told of a person and lists nobody.
DOES: t.Final = re.compile(
    r"(?:öppna|hälsa|avsluta|informera|inled|redogör|redogjord|tacka|presentera)\w*\b"
    r"|(?:är|var|har|hade|ska|väljs|valdes|utses|utsågs)\b"
)
SITS_FOR: t.Final = re.compile(r"^(?:för|från)\s", re.IGNORECASE)
THROUGH: t.Final = re.compile(
    r"^(?:genom|via|representera[sd]\sav|företrädd?\sav)\s", re.IGNORECASE
)
FOR: t.Final = re.compile(r"(?:^|\s)(?:för|från|av|i|,|–|-)$")
NO_MARKS: t.Final = str.maketrans("⟦⟧", "()")
LONGEST_LINE: t.Final = 2000  # characters; a whole list as one paragraph is shorter
LONGEST_UNION: t.Final = 4  # words


@dc.dataclass(slots=True)
class Person:
    """One person on the line; `union` only where the line itself names it."""

    name: str
    posts: list[str] = dc.field(default_factory=list)
    union: str | None = None
    notes: list[str] = dc.field(default_factory=list)
    away: bool = False
    sits_for: bool = False  # "… för Vision"
    inherited: bool = False  # the union stood before the name: "Vision, Anna Ek"
    among: bool = False  # the union is the first of several: "för Vision och SSR"

    @property
    def role(self) -> str | None:
        """As printed, without the union."""
        return ", ".join(self.posts) or None

    @property
    def note(self) -> str | None:
        """When or from where the person took part, as printed."""
        return ", ".join(self.notes) or None


@dc.dataclass(slots=True)
class PersonLine:
    """What one line holds: persons, unions without a person, and pieces that are neither."""

    persons: list[Person] = dc.field(default_factory=list)
    unions: list[str] = dc.field(default_factory=list)
    unclear: list[str] = dc.field(default_factory=list)


def parse_person_line(text: str, names: UnionNames, *, single_names: bool = False) -> PersonLine:
    """The persons on one line; first names alone count where `single_names` says so."""
    if len(text) > LONGEST_LINE:
        return PersonLine(unclear=[text])
    return _LineParser(names, single_names).parse(text.translate(NO_MARKS))


def split_union(text: str, names: UnionNames) -> tuple[str | None, str]:
    """The union that the text begins with, and the rest: "Kommunal Anna Ek", "Vision: Bo Alm"."""
    words = text.split(maxsplit=LONGEST_UNION)
    for length in range(min(LONGEST_UNION, len(words)), 0, -1):
        if union := names.only(" ".join(words[:length])):
            rest = " ".join(words[length:])
            return union, rest.lstrip(":–—- ") or rest
    return None, text


class _LineParser:
    """Holds what the line's pieces are judged against."""

    def __init__(self, names: UnionNames, single_names: bool) -> None:
        self.names, self.single_names = names, single_names
        self.held: list[str] = []
        self.line = PersonLine()
        self.leading_union: str | None = None  # "Vision, Anna Ek, Bo Alm"
        self.posts_first = False  # "HR-chef Anna Ek, enhetschef Bo Alm"

    def parse(self, text: str) -> PersonLine:
        statements = STATEMENT_END.split(self._hold_back(text))
        for statement, after in zip(statements[::2], [*statements[1::2], None], strict=True):
            if self._all_first_names(statement):
                self.single_names = True
            already = len(self.line.persons)
            pieces: list[str] = []
            for part in COMMA.split(statement):
                of_somebody = any(split_name(self._bare(piece))[0] for piece in pieces)
                pieces += self._parted(part, of_somebody=of_somebody)
            for place, piece in enumerate(pieces):
                self._take(piece, first=place == 0 or not self.line.persons)
            self._share_union(self.line.persons[already:])
            if after and len(self.line.persons) == already:
                self.leading_union = None  # "Ledarna; Anna Ek, Vision": nobody sat for the first
        return self.line

    def _share_union(self, together: list[Person]) -> None:
        """Gives those before the last their union too: "Anna Ek och Bo Alm för Vision"."""
        if len(together) < 2 or not together[-1].sits_for:
            return
        if not any(person.union or person.posts or person.notes for person in together[:-1]):
            for person in together[:-1]:
                person.union = together[-1].union

    def _hold_back(self, text: str) -> str:
        """Brackets and notes on presence, with their commas, behind numbered marks."""

        def mark(held: str) -> str:
            self.held.append(held.strip())
            return f" ⟦{len(self.held) - 1}⟧"

        text = BRACKETS.sub(lambda found: mark(found[1]), text)
        text = AWAY_AFTER_DASH.sub(lambda found: mark(found[1]), text)
        return PRESENCE_NOTE.sub(lambda found: mark(found[0]), text)

    def _parted(self, part: str, *, of_somebody: bool) -> list[str]:
        """Pieces joined by "och", "/" or a dash, where both sides can stand alone."""
        for joint in (AND, DASH):
            for found in joint.finditer(part):
                left, right = part[: found.start()], part[found.end() :]
                if self.names.only(right) and self._sits_for(left, of_somebody):
                    continue  # "ombud för Kommunal och Vision", "Vision/SSR": one person for both
                if self._can_begin(right) and (joint is DASH or self._can_end(left)):
                    return [
                        *self._parted(left, of_somebody=of_somebody),
                        *self._parted(right, of_somebody=of_somebody),
                    ]
        dash = DASH.search(part)
        if dash and self._is_person_or_union(part[: dash.start()]):
            return [part[: dash.start()], part[dash.end() :]]
        return [part]

    def _bare(self, piece: str) -> str:
        return LEADING_AND.sub("", HELD_BACK.sub("", piece).strip(" .:*•–—-"))

    def _can_begin(self, piece: str) -> bool:
        bare = self._bare(piece.split("/")[0])
        return bool(
            split_name(bare)[0]
            or split_post(bare)[1]
            or self.names.only(bare)
            or (self.single_names and is_single_name(bare))
        )

    def _can_end(self, piece: str) -> bool:
        """Whether the piece before an "och" is finished: "chef för stab" + "och" may go on."""
        bare = self._bare(piece.rsplit("/")[-1])
        return bool(
            split_name(bare)[0]
            or names_a_post(bare)
            or self.names.only(bare)
            or is_single_name(bare)
            or HELD_BACK.search(piece)
        )

    def _sits_for(self, piece: str, of_somebody: bool) -> bool:
        """Whether it says for whom somebody sits: "ombud för Kommunal", or a union after a name."""
        if self.names.only(piece):
            return of_somebody
        return bool(piece.strip()) and self.names.only(piece.split()[-1]) is not None

    def _is_person_or_union(self, piece: str) -> bool:
        return bool(split_name(piece)[0] or self.names.only(piece))

    def _all_first_names(self, statement: str) -> bool:
        """Several pieces, and each one a single capitalised word that is no union."""
        words = [self._bare(part) for piece in COMMA.split(statement) for part in AND.split(piece)]
        return len(words) > 1 and all(
            is_single_name(word) and not self.names.only(word) for word in words
        )

    def _take(self, piece: str, *, first: bool) -> None:
        held = [self.held[int(number)] for number in HELD_BACK.findall(piece)]
        bare = self._bare(piece)
        person = self._begun(bare, first=first, held=held) if bare else None
        if person is not None:
            self.line.persons.append(person)
        elif bare:
            self._belongs(bare)
        for text in held:
            self._bracketed(text, of_union=self.names.only(bare))

    def _begun(self, bare: str, *, first: bool, held: list[str]) -> Person | None:
        """The person that the piece begins, or None."""
        if self.names.only(bare):
            return None
        union, rest = split_union(bare, self.names)
        rest = THROUGH.sub("", rest)
        if union and self._can_begin(rest):
            self.leading_union = union
            bare = rest
        name, rest = self._name_first(bare, held)
        post = ""
        if not name and (first or self.posts_first):
            (post, name), rest = split_post(bare), ""
            self.posts_first = self.posts_first or bool(name)
        if not name or DOES.match(rest):
            return None
        if self.leading_union in self.line.unions:
            self.line.unions.remove(self.leading_union)
        person = Person(
            name,
            posts=[post] if post else [],
            union=self.leading_union,
            inherited=self.leading_union is not None,
        )
        if rest:
            self._add(person, rest)
        return person

    def _name_first(self, bare: str, held: list[str]) -> tuple[str, str]:
        name, rest = split_name(bare)
        words = name.split()
        for length in range(min(LONGEST_UNION, len(words) - 1), 0, -1):
            if self.names.only(" ".join(words[-length:])):  # "Anna Ek Akavia"
                return " ".join(words[:-length]), f"{' '.join(words[-length:])} {rest}".strip()
        if name:
            return name, rest
        first, _, rest = bare.partition(" ")
        sure = self.single_names or any(self.names.only(text) for text in held)
        if sure and is_single_name(first) and (not rest or names_a_post(rest)):
            return first, rest
        return "", bare

    def _belongs(self, bare: str) -> None:
        """A piece that begins nobody: a post, a union or word of absence, of the one before."""
        persons = self.line.persons
        if persons and names_a_post(bare):
            self._add(persons[-1], bare)
        elif union := self.names.only(bare):
            if persons and persons[-1].union in {None, union}:
                persons[-1].union = union
            else:
                self.leading_union = union
                self.line.unions.append(union)
        elif persons:
            self._add(persons[-1], bare)
        else:
            self.line.unclear.append(bare)

    def _bracketed(self, text: str, *, of_union: str | None) -> None:
        persons = self.line.persons
        if of_union and (within := parse_person_line(text, self.names).persons):
            for person in within:  # "Ledarna (Anna Ek)"
                person.union = person.union or of_union
            self.line.persons += within
            self.line.unions = [union for union in self.line.unions if union != of_union]
            return
        if not persons and PRESENCE_NOTE.search(text):
            self.line.unclear.append(text)  # a note on nobody
        elif not persons:
            inside = parse_person_line(text, self.names, single_names=self.single_names)
            self.line.persons += inside.persons
            self.line.unclear += inside.unclear
        elif PRESENCE_NOTE.search(text) or not text:
            persons[-1].notes += [text] if text else []
        else:
            for piece in COMMA.split(text):
                self._add(persons[-1], piece)

    def _own_union(self, person: Person, union: str) -> None:
        """The union named beside a person; the first counts, and one before the name has nobody."""
        if person.inherited and person.union not in {None, union}:
            if all(other.union != person.union for other in self.line.persons if other != person):
                self.line.unions.append(person.union or "")
            person.union, person.inherited, self.leading_union = union, False, None
        elif person.union is None:
            person.union = union

    def _add(self, person: Person, text: str) -> None:
        """Gives the person a post, a union or both: "huvudskyddsombud Kommunal"."""
        text = text.strip(" ,")
        if EMPLOYER.fullmatch(text):
            return
        if AWAY.fullmatch(text):
            person.away = True
            return
        text = CAME.sub("", text)
        person.sits_for = person.sits_for or bool(SITS_FOR.match(text))
        if (union := self.names.only(text)) and not names_a_post(text):
            self._own_union(person, union)
            return
        mentions = self.names.mentions(text)
        if len(mentions) > 1:
            person.among = person.union is None
            person.union = person.union or mentions[0].union_id  # the role tells the others
        elif mentions and not text[(last := mentions[-1]).end :].strip(" ."):
            self._own_union(person, last.union_id)
            text = FOR.sub("", text[: last.start].rstrip()).rstrip(" ,–-")
        elif mentions and UNION_SIDE_POST.search(text):
            person.union = mentions[0].union_id
        elif (begun := split_union(text, self.names))[0] and begun[1][:1].isupper():
            person.union = begun[0]  # "Vision Stockholm": the union's own section
        if text:
            person.posts.append(text)
