"""The nouns: one meeting's protocol and what it consists of.

Frozen values, in the form of `protocol.schema.json`; `to_json` and `from_json` are the only border
to dicts. `None` means "the document does not say", never a guess. A span is [start, end) in its
section's `text`, so a quoted question can always be shown where it stands.
"""

import dataclasses as dc
import datetime as dt
import enum
import json
import typing as t

import msgspec

from archive import messages
from archive.errors import CatalogueError
from archive.messages import RemarkCode


class Basis(enum.StrEnum):
    """On what a date or a förvaltning rests."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Outcome(enum.StrEnum):
    """How a matter of samverkan ended."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    INFORMED = "informed"
    POSTPONED = "postponed"
    UNKNOWN = "unknown"


class Span(t.NamedTuple):
    """A place in a section's text, [start, end)."""

    start: int
    end: int


@dc.dataclass(frozen=True, slots=True)
class PageStart:
    """Where in a section's text a page begins."""

    offset: int
    page: int


@dc.dataclass(frozen=True, slots=True)
class Source:
    """The file a protocol was read from."""

    filename: str
    sha256: str | None = None
    media_type: str | None = None
    pages: int | None = None


@dc.dataclass(frozen=True, slots=True)
class MeetingDate:
    """The day of the meeting; inferred where the document only bounds it, with its evidence."""

    value: dt.date | None = None
    basis: Basis = Basis.UNKNOWN
    earliest: dt.date | None = None
    latest: dt.date | None = None
    evidence: tuple[str, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class ForvaltningRef:
    """Which förvaltning the protocol belongs to, and how we know."""

    id: str | None = None
    name: str | None = None
    basis: Basis = Basis.UNKNOWN
    evidence: tuple[str, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Attendee:
    """One person at (or missing from) the meeting; `union` None is the employer's side."""

    name: str | None
    role: str | None = None  # as printed
    union: str | None = None
    note: str | None = None  # present in part or from afar, as printed: "§§ 3–5", "via Teams"


@dc.dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there and who had sent apologies."""

    present: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Meeting:
    """What sort of meeting it was; `kind` is "ordinary" or "extra"."""

    kind: str | None = None
    forum: str | None = None
    number: str | None = None


@dc.dataclass(frozen=True, slots=True)
class Exchange:
    """One question, request or remark, and what the employer said to it.

    `question` and `answer` are the section's text at their spans. A reply that only puts off
    stands in `answer` with `answered` false.
    """

    union: str | None
    question: str
    answer: str | None
    answered: bool
    question_span: Span | None = None
    answer_span: Span | None = None


@dc.dataclass(frozen=True, slots=True)
class SamverkanMatter:
    """One matter of samverkan; `basis` is "MBL § 11", "MBL § 19", "MBL § 38" or "annan"."""

    basis: str | None
    matter: str | None
    outcome: Outcome


@dc.dataclass(frozen=True, slots=True)
class Section:
    """One § of the protocol: the unit that is searched."""

    ordinal: int  # place in the protocol, from 1
    number: int | None  # None where the document numbers nothing
    title: str
    text: str  # paragraphs separated by a blank line
    pages: tuple[int, ...] = ()
    page_starts: tuple[PageStart, ...] = ()
    unions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    diarienummer: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    samverkan: tuple[SamverkanMatter, ...] = ()

    @property
    def anchor(self) -> str:
        """Address within the protocol's page by number, "p9"; unnumbered by ordinal, "o3"."""
        return f"o{self.ordinal}" if self.number is None else f"p{self.number}"

    def page_at(self, offset: int) -> int | None:
        """The page on which that place in the text stands, or None where the file has no pages."""
        page = self.pages[0] if self.pages else None
        for start in self.page_starts:
            if start.offset > offset:
                break
            page = start.page
        return page


@dc.dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader should check."""

    code: RemarkCode
    page: int | None = None
    text: str | None = None


@dc.dataclass(frozen=True, slots=True)
class Protocol:
    """One meeting's record, as read from one file."""

    title: str
    date: MeetingDate = MeetingDate()
    forvaltning: ForvaltningRef = ForvaltningRef()
    attendance: Attendance = Attendance()
    sections: tuple[Section, ...] = ()
    warnings: tuple[Remark, ...] = ()
    source: Source | None = None
    time: str | None = None  # start, "HH:MM"
    place: str | None = None
    justerare: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    next_meeting: dt.date | None = None
    meeting: Meeting = Meeting()
    id: str | None = None  # given when first kept

    def anchor(self, section: Section) -> str:
        """The section's address within the page: its number's, unless another has it too."""
        numbers = [s.number for s in self.sections]
        return section.anchor if numbers.count(section.number) == 1 else f"o{section.ordinal}"

    def to_dict(self) -> dict[str, t.Any]:
        """The form of `protocol.schema.json`, warnings with their Swedish message."""
        text = json.dumps(msgspec.to_builtins(self), ensure_ascii=False)
        # A file name may hold half a character, which is nothing that JSON could carry on.
        form: dict[str, t.Any] = json.loads(text.encode("utf-8", "replace"))
        if self.source is None:
            del form["source"]
        for remark, entry in zip(self.warnings, form["warnings"], strict=True):
            entry["message"] = messages.remark_sentence(remark.code, remark.text)
        return form

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict` as JSON text, readable unless `indent` is None."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Protocol":
        """Read back what `to_json` wrote; raises CatalogueError where the form is another."""
        try:
            return msgspec.json.decode(text, type=cls)
        except msgspec.MsgspecError as err:
            raise CatalogueError(f"not a protocol in JSON: {err}") from err
