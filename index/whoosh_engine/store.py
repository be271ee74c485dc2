"""Generations of the index on disk.

    index/current      which folder counts, of what version, and whether it was built whole
    index/g000007/     that folder, a Whoosh index
    index/lock         held by whoever writes

A rebuild fills a new folder and then replaces `current` in one step. Readers look at `current`
before each search. Writers wait for one another, so that no update is lost in a folder that a
rebuild is about to leave behind.
"""

import collections.abc as c
import contextlib
import dataclasses as dc
import errno
import os
import pathlib
import pickle
import shutil
import struct
import time
import typing as t
import zlib

import msgspec
import whoosh.index
from whoosh.filedb.filetables import FileFormatError
from whoosh.util.filelock import FcntlLock, try_for

from archive.errors import IndexUnavailable
from index.whoosh_engine.fields import SCHEMA_VERSION, section_schema

# A rebuild of a large archive takes minutes, and who dies lets go.
LOCK_SECONDS: t.Final = 1800.0
SETTLING_NS: t.Final = 100_000_000

# What the system says of a whole index. Any other OSError comes of what a file says: Whoosh's own
# complaints, a place outside the file.
REFUSED: t.Final = frozenset(
    {errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOTDIR}
)

# What reading a damaged Whoosh index has been seen to raise, besides OSError.
BROKEN: t.Final = (
    FileFormatError,
    whoosh.index.IndexError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    msgspec.MsgspecError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    RecursionError,
    TypeError,
    ValueError,
)


class DamagedIndex(IndexUnavailable):
    """What is on disk is no index that can be read; a new one must be built."""


@dc.dataclass(frozen=True, slots=True)
class Current:
    """Which generation counts."""

    number: int
    schema_version: int = SCHEMA_VERSION
    complete: bool = False  # built whole from the catalogue, not only added to
    begun: int = 0  # nanoseconds; tells it from one of the same number, were the folder deleted
    form: str = ""  # what was done to the protocols before they came here

    @property
    def folder(self) -> str:
        """Its folder's name."""
        return f"g{self.number:06}"


class Glance(t.NamedTuple):
    """When the folders were last written in, and whether that is long enough ago.

    The clock of a file system is coarse: two changes within one tick look like one.
    """

    stamps: tuple[int, ...]
    is_settled: bool


class Store:
    """The index's folder. Every method raises IndexUnavailable where the disk refuses."""

    def __init__(self, folder: pathlib.Path, form: str = "") -> None:
        self.folder = folder
        self._form = form
        self._pointer = folder / "current"
        self._opened = folder  # the generation that was opened last

    def glance(self) -> Glance:
        """When the folder was last written in; much cheaper than reading what was written."""
        stamps = self._stamps()
        return Glance(stamps, time.time_ns() - max(stamps) > SETTLING_NS)

    def is_still(self, glance: Glance) -> bool:
        """Whether nothing has been written since."""
        return glance.is_settled and glance.stamps == self._stamps()

    def _stamps(self) -> tuple[int, ...]:
        return _written_at(self.folder), _written_at(self._opened)

    def current(self) -> Current | None:
        """The generation that counts; None where there is none. Raises DamagedIndex too."""
        with readable():
            if not self._pointer.exists():
                return None
            return msgspec.json.decode(self._pointer.read_bytes(), type=Current)

    def can_read(self, current: Current) -> bool:
        """Whether it is of this program's version, and holds the protocols in the form wanted."""
        return (current.schema_version, current.form) == (SCHEMA_VERSION, self._form)

    def path(self, current: Current) -> pathlib.Path:
        """The folder of that generation."""
        return self.folder / current.folder

    def open(self, current: Current) -> t.Any:
        """Whoosh's index of that generation. Raises DamagedIndex too."""
        with readable():
            opened = whoosh.index.open_dir(str(self.path(current)))
            self._opened = self.path(current)
            return opened

    def create(self, *, complete: bool) -> tuple[Current, t.Any]:
        """A new, empty generation that does not count yet. Only under the lock."""
        with writable():
            taken = [int(path.name[1:]) for path in self._generations()]
            number = max(taken, default=0) + 1
            current = Current(number, complete=complete, begun=time.time_ns(), form=self._form)
            path = self.path(current)
            path.mkdir()
            return current, whoosh.index.create_in(str(path), section_schema())

    def switch_to(self, current: Current) -> None:
        """Let that generation count, and remove the others. Only under the lock.

        Files that other processes still have open stay readable to them until they let go.
        """
        with writable():
            following = self.folder / "current.new"
            following.write_bytes(msgspec.json.encode(current))
            following.replace(self._pointer)
        for path in self._generations():
            if path.name != current.folder:
                shutil.rmtree(path, ignore_errors=True)

    def remove(self, current: Current) -> None:
        """Clear away a generation that never came to count. Only under the lock."""
        shutil.rmtree(self.path(current), ignore_errors=True)

    @contextlib.contextmanager
    def writing(self) -> c.Iterator[None]:
        """The only writer, in this process or any other, for as long as it lasts."""
        with writable():
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FcntlLock(str(self.folder / "lock"))
            if not try_for(lock.acquire, timeout=LOCK_SECONDS, delay=0.05):
                raise IndexUnavailable(f"{self.folder}: another process is writing")
        try:
            yield
        finally:
            lock.release()

    def _generations(self) -> list[pathlib.Path]:
        return [path for path in self.folder.glob("g*") if path.name[1:].isdecimal()]


def _written_at(folder: pathlib.Path) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 — asked before every search
    except OSError:
        return 0


@contextlib.contextmanager
def readable() -> c.Iterator[None]:
    """Turns what a damaged index raises into DamagedIndex, what the disk raises into its parent."""
    try:
        yield
    except BROKEN as err:
        raise DamagedIndex(f"{type(err).__name__}: {err}") from err
    except OSError as err:
        kind = IndexUnavailable if err.errno in REFUSED else DamagedIndex
        raise kind(str(err)) from err


@contextlib.contextmanager
def writable() -> c.Iterator[None]:
    """Turns a full or read-only disk, or a foreign writer, into IndexUnavailable."""
    try:
        yield
    except (OSError, whoosh.index.IndexError, whoosh.index.LockError) as err:
        raise IndexUnavailable(f"{type(err).__name__}: {err}") from err
