"""What a source yields: a file that can be read now, under the name people are told."""

import collections.abc as c
import dataclasses as dc
import os
import typing as t
import unicodedata

from archive.errors import SetAside, UnreadableFile

# ".DS_Store"  "._protokoll.pdf"  "~$protokoll.docx"  "Thumbs.db"  "desktop.ini"  "__MACOSX"
LITTER_STARTS: t.Final = (".", "~$")
LITTER: t.Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dc.dataclass(frozen=True, slots=True)
class Candidate:
    """One file that may be a protocol; nothing of it is read before `read`."""

    filename: str  # as people are told: "2024/protokoll.pdf", "arkiv.zip/protokoll.pdf"
    load: c.Callable[[], bytes] = dc.field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The last part of the name, without folder and ZIP."""
        return self.filename.rpartition("/")[2]

    def read(self) -> bytes:
        """The file's bytes. Raises UnreadableFile where they cannot be had or are too many."""
        return self.load()


def read_at_most(file: t.IO[bytes], filename: str, limit: int) -> bytes:
    """All of an open file. Raises UnreadableFile where it holds more bytes than the limit."""
    content = file.read(limit + 1)
    if len(content) > limit:
        raise UnreadableFile(filename, SetAside.TOO_LARGE, f"more than {limit} bytes")
    return content


def is_litter(name: str) -> bool:
    """True for what the system or Word left behind and no person put there."""
    return name.startswith(LITTER_STARTS) or name.lower() in LITTER


def shown(name: str) -> str:
    """A file's name as people can be told it: one line in NFC, undecodable bytes as U+FFFD."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return unicodedata.normalize("NFC", "".join(map(_printable, text)))


def _printable(char: str) -> str:
    if char.isspace():
        return " "
    return char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
