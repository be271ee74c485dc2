"""What a protocol says without its people's names: for readers to whom names are not shown.

The names are those that the protocol itself gives, in attendance and signatures, and any that the
operator withholds. They are masked wherever they stand: whole, as first name or surname alone, in
the genitive, in capitals, in an address of e-mail or a file's name. Rather is a word too many
masked than a name too few: "Berg" first in a sentence is taken for the person.
"""

import bisect
import collections.abc as c
import dataclasses as dc
import enum
import re
import typing as t

from archive.model import Attendee, Exchange, PageStart, Protocol, Section, Span
from archive.records import Record


class NamesShown(enum.StrEnum):
    """Which names the public sees; the value stands in the settings."""

    ALL = "alla"
    ROLES = "roller"  # a person stands as the role that the protocol gives: "[förvaltningschef]"
    NONE = "inga"  # neither name nor role


NAME: t.Final = "[namn]"

# Texts that are ids, codes and numbers.
_NO_NAMES: t.Final = frozenset({"id", "sha256", "media_type", "union", "unions", "topics", "topic"})
# "Anna" "O'Brien"; a double name is two
_TOKEN: t.Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# As names are written in addresses: "anna.bergstrom@"
_PLAIN: t.Final = str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU")
# Between the parts of a name: "Anna Berg" "anna.berg@" "Anna-Lena" "ANNA_BERG.pdf"
_JOINT: t.Final = r"[\s.,_+-]{1,3}"
_GENITIVE: t.Final = r"(?P<s>:?s)?(?![^\W\d_])"
_BEFORE: t.Final = r"(?<![^\W\d_])"
_SHORTEST: t.Final = 2  # letters of a name alone


class Mask(t.NamedTuple):
    """A name that stands somewhere, and what is to stand there."""

    start: int
    end: int
    instead: str


class Masker:
    """Masks the names of some people in any text."""

    def __init__(
        self,
        people: c.Mapping[str, str],
        spared: c.Collection[str] = (),
        *,
        whole: bool = False,
    ) -> None:
        """`people`: names, each with what stands in its place. `spared`: words, in small letters,
        that are never taken for a name alone; with `whole`, no word of several is."""
        self._instead: dict[str, str] = {}  # by the name's words in small letters
        rows = set[str]()
        for name, instead in people.items():
            for words in {(*_TOKEN.findall(spelt),) for spelt in (name, name.translate(_PLAIN))}:
                for row in (words, words[::-1]) if len(words) > 1 else ():
                    rows.add(_JOINT.join(map(re.escape, row)))
                    self._instead.setdefault(_key(" ".join(row)), instead)
                for word in words if len(words) == 1 or not whole else ():
                    if len(word) >= _SHORTEST and word.lower() not in spared:
                        self._instead.setdefault(word.lower(), instead)
        alone = [key for key in self._instead if " " not in key]
        forms = {form for key in alone for form in (key.title(), key.upper(), _capital(key))}
        self._rows = _any_of(rows, re.IGNORECASE)
        self._alone = _any_of(map(re.escape, forms))

    def masks(self, text: str) -> list[Mask]:
        """Where names stand, in order and apart."""
        found = [
            Mask(*match.span(), self._instead[_key(match["name"])] + (match["s"] or ""))
            for pattern in (self._rows, self._alone)
            if pattern
            for match in pattern.finditer(text)
        ]
        kept: list[Mask] = []
        for mask in sorted(found, key=lambda it: (it.start, -it.end)):
            if not kept or mask.start >= kept[-1].end:
                kept.append(mask)
        return kept

    def masked(self, text: str) -> str:
        """The text with every name replaced."""
        pieces, done = [], 0
        for mask in self.masks(text):
            pieces += [text[done : mask.start], mask.instead]
            done = mask.end
        return "".join([*pieces, text[done:]])


def masked_protocol(
    protocol: Protocol, shown: NamesShown, withheld: c.Collection[str] = ()
) -> Protocol:
    """The protocol as the public sees it: its own names masked unless all are shown, and those
    that are withheld in any case."""
    masker = _masker(protocol, shown, withheld)
    if masker is None:
        return protocol
    hidden = [*map(_key, withheld)]
    attendance = dc.replace(
        protocol.attendance,
        present=_attendees(protocol.attendance.present, shown, hidden),
        absent=_attendees(protocol.attendance.absent, shown, hidden),
    )
    return _walked(dc.replace(protocol, attendance=attendance), masker)


def masked_record(record: Record, shown: NamesShown, withheld: c.Collection[str] = ()) -> Record:
    """A record as the public sees it. Its files are not shown where they would tell a name."""
    masker = _masker(record.protocol, shown, withheld)
    if masker is None:
        return record
    return dc.replace(
        record,
        protocol=masked_protocol(record.protocol, shown, withheld),
        files=tuple(dc.replace(it, filename=masker.masked(it.filename)) for it in record.files),
        original_shown=False,
    )


def names_anywhere(record: Record, name: str) -> bool:
    """Whether a name stands in a protocol."""
    return _masker(record.protocol, NamesShown.ALL, [name]) is not None


def _masker(protocol: Protocol, shown: NamesShown, withheld: c.Collection[str]) -> Masker | None:
    """What masks a protocol; None where nothing is to be masked.

    First names and surnames of whoever is withheld are others' names too: alone they are masked
    only in a protocol that has the whole name.
    """
    people: dict[str, str] = {} if shown is NamesShown.ALL else _people(protocol, shown)
    if withheld:
        text = protocol.to_json(indent=None)
        people |= {name: NAME for name in withheld if Masker({name: NAME}, whole=True).masks(text)}
    return Masker(people, _spared(protocol)) if people or shown is not NamesShown.ALL else None


def _people(protocol: Protocol, shown: NamesShown) -> dict[str, str]:
    """Everybody whom the protocol names, each with what stands in the name's place."""
    people: dict[str, str] = {}
    for person in (*protocol.attendance.present, *protocol.attendance.absent):
        if person.name:
            has_role = shown is NamesShown.ROLES and person.role
            people.setdefault(person.name, f"[{person.role}]" if has_role else NAME)
    others = (*protocol.justerare, *protocol.signatures, protocol.chair, protocol.secretary)
    return {name: NAME for name in others if name} | people


def _attendees(
    people: tuple[Attendee, ...], shown: NamesShown, hidden: c.Collection[str]
) -> tuple[Attendee, ...]:
    """Who was there, without the names, and without the roles where neither is shown."""
    masked = []
    for person in people:
        if shown is not NamesShown.ALL or _key(person.name or "") in hidden:
            person = dc.replace(person, name=None)
        if shown is NamesShown.NONE:
            person = dc.replace(person, role=None)
        masked.append(person)
    return tuple(masked)


def _spared(protocol: Protocol) -> frozenset[str]:
    """The words of the förvaltning's own name: a place, more often than a person."""
    return frozenset(_TOKEN.findall((protocol.forvaltning.name or "").lower()))


@t.overload
def _walked(value: Protocol, masker: Masker) -> Protocol: ...
@t.overload
def _walked(value: t.Any, masker: Masker) -> t.Any: ...
def _walked(value: t.Any, masker: Masker) -> t.Any:
    """The value with the names masked in every text within it, whatever is added to the model."""
    match value:
        case enum.Enum():
            return value
        case str():
            return masker.masked(value)
        case tuple() if hasattr(value, "_fields"):
            return value
        case tuple():
            return tuple(_walked(inner, masker) for inner in value)
        case Section():
            return _section(value, masker)
        case _ if dc.is_dataclass(value) and not isinstance(value, type):
            return dc.replace(value, **_fields(value, masker))
        case _:
            return value


def _fields(value: t.Any, masker: Masker) -> dict[str, t.Any]:
    return {
        field.name: _walked(getattr(value, field.name), masker)
        for field in dc.fields(value)
        if field.name not in _NO_NAMES
    }


def _section(section: Section, masker: Masker) -> Section:
    """A section, whose exchanges and pages are places in its text."""
    moved = _Moved(masker.masks(section.text))
    fields = _fields(section, masker)
    text: str = fields["text"]

    def exchange(asked: Exchange) -> Exchange:
        question, answer = moved.span(asked.question_span), moved.span(asked.answer_span)
        walked = dc.replace(asked, **_fields(asked, masker))
        return dc.replace(
            walked,
            question=text[slice(*question)] if question else walked.question,
            answer=text[slice(*answer)] if answer else walked.answer,
            question_span=question,
            answer_span=answer,
        )

    starts = (PageStart(moved.place(it.offset), it.page) for it in section.page_starts)
    return dc.replace(
        section,
        **fields
        | {"exchanges": tuple(map(exchange, section.exchanges)), "page_starts": tuple(starts)},
    )


class _Moved:
    """Where places of a text are once its names are masked; one within a name is at its mask."""

    def __init__(self, masks: c.Sequence[Mask]) -> None:
        self._masks = masks
        self._ends = [mask.end for mask in masks]

    def place(self, place: int) -> int:
        before = bisect.bisect_right(self._ends, place)
        gained = sum(len(it.instead) - (it.end - it.start) for it in self._masks[:before])
        if before < len(self._masks) and (mask := self._masks[before]).start < place:
            place = mask.start
        return place + gained

    def span(self, span: Span | None) -> Span | None:
        return None if span is None else Span(self.place(span.start), self.place(span.end))


def _key(name: str) -> str:
    return " ".join(_TOKEN.findall(name)).lower()


def _capital(key: str) -> str:
    return key[:1].upper() + key[1:]


def _any_of(patterns: c.Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str] | None:
    every = sorted(patterns, key=lambda it: (-len(it), it))
    if not every:
        return None
    return re.compile(f"{_BEFORE}(?P<name>{'|'.join(every)}){_GENITIVE}", flags)
