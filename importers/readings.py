"""What goes to the processes that read files, and what comes back."""

import dataclasses as dc
import pathlib

from archive.model import Protocol
from archive.pages import PageWords


@dc.dataclass(frozen=True, slots=True)
class Job:
    """One file to read: where its bytes are, and what it is called."""

    path: pathlib.Path
    filename: str
    sha256: str
    size: int  # bytes


@dc.dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: its protocol, and where on its pages the words stand."""

    protocol: Protocol
    pages: tuple[PageWords, ...] = ()  # empty for a format without pages


@dc.dataclass(frozen=True, slots=True)
class Scan:
    """A file that has pages to be read by machine, and so many."""

    pages: int
