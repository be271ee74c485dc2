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
    machine_read: tuple[int, ...] = ()  # pages whose text was read from a picture
    confidence: float | None = None  # 0–1, of the words read so; None where none were


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
    sections: tuple[int, ...] = ()  # the only ones attended; empty: the whole meeting
    arrived: str | None = None  # during the meeting, as printed: "kl. 13.40", "§ 4"
    left: str | None = None


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
class Reservation:
    """A reservation or dissenting opinion in a matter; `text` is its sentence."""

    union: str | None
    text: str


@dc.dataclass(frozen=True, slots=True)
class SamverkanMatter:
    """One matter of samverkan; `basis` is "MBL § 11", "MBL § 19", "MBL § 38" or "annan"."""

    basis: str | None
    matter: str | None
    outcome: Outcome
    diarienummer: tuple[str, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    risk_assessment: bool = False  # whether one is mentioned


@dc.dataclass(frozen=True, slots=True)
class ProtocolReference:
    """Another protocol that the text points at, or a § of one; `text` is as written."""

    text: str
    date: dt.date | None = None
    number: str | None = None  # the meeting's, "3/2024"
    section: int | None = None
    correction: bool = False  # "Rättelse": what stood there was wrong


@dc.dataclass(frozen=True, slots=True)
class SickLeave:
    """A figure of sick leave; `part` is "short", "long" or None for all of it."""

    percent: float
    month: str | None = None  # "2025-03"; None where the text names none
    part: str | None = None
    text: str = ""  # the sentence


@dc.dataclass(frozen=True, slots=True)
class TopicEvidence:
    """The words that decided a topic, as they stand in the section."""

    topic: str
    words: tuple[str, ...]


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
    protocol_references: tuple[ProtocolReference, ...] = ()
    plan_pages: tuple[str, ...] = ()  # "s. 14 i verksamhetsplanen", as written
    sick_leave: tuple[SickLeave, ...] = ()
    topic_evidence: tuple[TopicEvidence, ...] = ()

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
class Appendix:
    """What is bound with the minutes after the signatures: "Bilaga 1 …"."""

    title: str
    text: str
    pages: tuple[int, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Placed:
    """How many characters of the document's text landed where."""

    header: int = 0
    sections: int = 0
    signatures: int = 0
    appendices: int = 0
    furniture: int = 0
    unplaced: int = 0  # each with a remark

    @property
    def share(self) -> float:
        """The share of the text in a recognised place, 0–1; 1 where there is no text."""
        every = dc.astuple(self)
        return 1 - self.unplaced / sum(every) if sum(every) else 1.0


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
    chair: str | None = None
    secretary: str | None = None
    theme: str | None = None  # the month's, of the yearly cycle (årshjul)
    appendices: tuple[Appendix, ...] = ()
    placed: Placed = Placed()
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
