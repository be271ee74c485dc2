"""Files that are there in full or not at all, whatever interrupts their writing.

A file is written beside its place under a name that says so, and only then given its own; a killed
writer leaves the unfinished one behind, which nobody reads.
"""

import collections.abc as c
import contextlib
import os
import pathlib
import tempfile
import typing as t

UNFINISHED: t.Final = ".unfinished-"
READABLE: t.Final = 0o644


def write_whole(
    place: pathlib.Path, content: bytes, *, mode: int = READABLE, lasting: bool = False
) -> None:
    """Write a file in full, in the place of any that is there, and its folders where needed.

    With `lasting` it has reached the disk when this returns, and outlives a power failure; what
    can be made again is not worth the wait. Raises OSError.
    """
    with whole_file(place, mode=mode, lasting=lasting) as file:
        file.write(content)


@contextlib.contextmanager
def whole_file(
    place: pathlib.Path, *, mode: int = READABLE, lasting: bool = False
) -> c.Iterator[t.BinaryIO]:
    """The same for what is written piece by piece: it is in its place when all of it is there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=place.parent)
    unfinished = pathlib.Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fchmod(file.fileno(), mode)
            if lasting:
                os.fsync(file.fileno())
        unfinished.replace(place)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
        raise
    if lasting:  # the new name is an entry in the folder, and must reach the disk too
        _sync_folder(place.parent)
        _sync_folder(place.parent.parent)


def _sync_folder(folder: pathlib.Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
