"""Where what takes long to make is kept: in the user's cache folder, or among the temporary files.

A service may have no home to write in. What it keeps then lies in `protokollarkiv-<uid>` in the
folder for temporary files, where anybody may have put something of that name; nothing is read from
there but from a folder that is ours and nobody else's.

Files are named after what they are made of, "90ae3ac99bb979d6.forms", so that another dictionary or
another program makes its own; a list beside them, ".json", tells what is in them, so that damaged
ones are made anew.
"""

import collections.abc as c
import contextlib
import hashlib
import json
import os
import pathlib
import re
import stat
import tempfile
import time
import typing as t

import platformdirs

NAME: t.Final = "protokollarkiv"
UNUSED_DAYS: t.Final = 30  # after which the files of other versions are removed

# Whole, or about to be renamed: "90ae3ac99bb979d6.forms" "90ae3ac99bb979d6.forms.4711"
_OURS: t.Final = re.compile(r"(?P<version>[0-9a-f]{16})\.[a-z]+(?:\.\d+)?")
_OURS_ALONE: t.Final = 0o700


def folders() -> c.Iterator[pathlib.Path]:
    """The folders to look in, one after another; what is new is kept in the last."""
    cache = platformdirs.user_cache_path(NAME)
    yield cache
    if not _is_writable(cache) and (temporary := _temporary()):
        yield temporary


def found(folder: pathlib.Path, version: str, names: c.Iterable[str]) -> dict[str, pathlib.Path]:
    """The files of that version by name; raises OSError or ValueError where one is missing or not
    what was written."""
    paths = {name: folder / f"{version}.{name}" for name in names}
    digests = {name: _digest(path.read_bytes()) for name, path in paths.items()}
    if digests != json.loads((folder / f"{version}.json").read_bytes()):
        raise ValueError(f"damaged: {version} in {folder}")
    return paths


def keep(files: c.Mapping[str, bytes], folder: pathlib.Path, version: str) -> None:
    """Write the files and remove what nobody uses any more; raises OSError.

    They are written beside and renamed, since several processes may do so at once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    digests = {name: _digest(file) for name, file in files.items()}
    for name, file in {**files, "json": json.dumps(digests).encode()}.items():
        beside = folder / f"{version}.{name}.{os.getpid()}"
        beside.write_bytes(file)
        beside.replace(folder / f"{version}.{name}")
    _remove_unused(folder, version)


def _digest(file: bytes) -> str:
    return hashlib.sha256(file).hexdigest()


def _is_writable(folder: pathlib.Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _temporary() -> pathlib.Path | None:
    """A folder among the temporary files, made if it is not there; None where it is not ours."""
    if not hasattr(os, "getuid"):
        return None
    try:
        folder = pathlib.Path(tempfile.gettempdir()) / f"{NAME}-{os.getuid()}"
        with contextlib.suppress(FileExistsError):
            folder.mkdir(_OURS_ALONE)
        status = folder.lstat()  # of a link itself: it may lead to what another may write
    except OSError:
        return None
    is_ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    is_open = status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return folder if is_ours and not is_open else None


def _remove_unused(folder: pathlib.Path, version: str) -> None:
    """Remove the files of other versions that no program has read or written for long."""
    oldest = time.time() - UNUSED_DAYS * 24 * 60 * 60
    for path in folder.iterdir():
        match = _OURS.fullmatch(path.name)
        if match is None or match["version"] == version:
            continue
        with contextlib.suppress(OSError):  # another process may have removed it first
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and max(status.st_atime, status.st_mtime) < oldest:
                path.unlink()
