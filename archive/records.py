"""What the catalogue answers with: a kept protocol with its files, and sums over many."""

import dataclasses as dc
import datetime as dt
import enum

import msgspec

from archive.errors import SetAside
from archive.model import Protocol
from archive.visibility import Visibility


class FileRole(enum.StrEnum):
    """What a file is to its protocol."""

    SHOWN = "shown"  # the one that is parsed, shown and linked
    COPY = "copy"  # the same text in another file
    EARLIER = "earlier"  # a version that a newer one corrected


@dc.dataclass(frozen=True, slots=True)
class NewFile:
    """An original that is about to be kept with its protocol."""

    sha256: str
    filename: str
    media_type: str
    size: int  # bytes
    parser: int = 0  # version of the parser that read it; 0: not said


@dc.dataclass(frozen=True, slots=True)
class KeptFile:
    """One original and where it came from."""

    sha256: str
    filename: str
    media_type: str
    size: int  # bytes
    role: FileRole
    imported_at: dt.datetime  # UTC
    parser: int = 0  # version of the parser that read it last; 0: not said


@dc.dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of a protocol, with what was read in it, whatever people have corrected since."""

    protocol_id: str
    visibility: Visibility
    file: KeptFile
    parsed: Protocol


@dc.dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided, laid over the parse; survives every re-parse."""

    field: str  # "date" or "forvaltning"
    value: str  # ISO 8601, or the registry's id
    made_at: dt.datetime  # UTC
    label: str | None = None  # the name that goes with an id


@dc.dataclass(frozen=True, slots=True)
class Record:
    """A kept protocol as it is shown: corrections laid over the parse, `protocol.id` set."""

    protocol: Protocol
    visibility: Visibility
    files: tuple[KeptFile, ...]  # the shown one first
    held_for: tuple[str, ...] = ()  # why it waits for a person, Swedish sentences
    corrections: tuple[Correction, ...] = ()
    original_shown: bool = True  # whether the reader may have the files and their pages
    part_of: str | None = None  # id of the whole, where this is a part adjusted at once
    parts: tuple[str, ...] = ()  # ids of such parts

    @property
    def shown_file(self) -> KeptFile:
        """The file the protocol was read from."""
        return self.files[0]

    @property
    def changed(self) -> dt.datetime:
        """When a file of it last came in, or a person last decided something; UTC."""
        added = [file.imported_at for file in self.files]
        return max(added + [it.made_at for it in self.corrections])


class KeptMeeting(msgspec.Struct, frozen=True, gc=False):
    """A meeting of which there is a protocol, and what that says of others."""

    # A struct, because a page is made of thousands of them.

    protocol_id: str
    date: dt.date | None
    forvaltning: str | None
    next_meeting: dt.date | None = None  # the day it announces
    number: str | None = None  # the meeting's, as printed
    previous_meeting: dt.date | None = None  # the day of the one whose protocol it goes through


@dc.dataclass(frozen=True, slots=True)
class Pending:
    """A protocol whose place in the index is out of date."""

    protocol_id: str
    revision: int  # rises with every marking
    record: Record | None  # None: there is no such protocol any more, take it out


class KeptAs(enum.StrEnum):
    """What became of a file that was kept."""

    NEW = "new"
    COPY = "copy"
    KNOWN = "known"  # the same bytes were there already
    NEW_VERSION = "new-version"
    PART = "part"


@dc.dataclass(frozen=True, slots=True)
class Kept:
    """Which protocol a file now belongs to, and as what."""

    protocol_id: str
    kept_as: KeptAs
    visibility: Visibility
    held_for: tuple[str, ...] = ()  # why it waits for a person, Swedish sentences


@dc.dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file that was set aside, with its reason."""

    sha256: str | None
    filename: str
    reason: SetAside
    seen_at: dt.datetime  # UTC


@dc.dataclass(frozen=True, slots=True)
class WithheldName:
    """A decision to withhold a name from the public."""

    name: str
    reason: str
    made_at: dt.datetime  # UTC
    ended_at: dt.datetime | None = None  # UTC; None while it stands


@dc.dataclass(frozen=True, slots=True)
class Summary:
    """What the archive holds for an audience."""

    protocols: int = 0
    sections: int = 0
    exchanges: int = 0
    unanswered: int = 0
    files: int = 0
    earliest: dt.date | None = None
    latest: dt.date | None = None
    by_forvaltning: tuple[tuple[str, int], ...] = ()  # (id or "", protocols), most first
