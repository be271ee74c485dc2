"""Files and folders as given: network shares with years of subfolders, litter and links.

Folders are walked in sorted order, so that two runs tell the same story. Links are followed, each
folder once. A ZIP is known by its content, whatever its name, and opened.
"""

import collections.abc as c
import functools
import pathlib

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.sniff import (
    PACKAGE_SUFFIXES,
    ZIP_MARKS,
    Kind,
    kind_of_zip,
    suffix_of,
)
from importers.sources.candidate import Candidate, is_litter, read_at_most, shown
from importers.sources.zip import entries


def candidates(
    paths: c.Iterable[pathlib.Path], limits: Limits
) -> c.Iterator[Candidate | UnreadableFile]:
    """Every file under the paths, in order; what is refused comes as the error that says why."""
    seen: set[pathlib.Path] = set()
    for path in paths:
        if _is_folder(path):
            yield from _folder(path, "", limits, seen)
        else:
            yield from _file(path, shown(path.name), limits)


def _folder(
    folder: pathlib.Path, prefix: str, limits: Limits, seen: set[pathlib.Path]
) -> c.Iterator[Candidate | UnreadableFile]:
    """The files of a folder, named from the folder that was given."""
    try:
        real = folder.resolve(strict=True)
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except (OSError, RuntimeError) as err:
        name = prefix.rstrip("/") or shown(folder.name)
        yield UnreadableFile(name, SetAside.UNREACHABLE, str(err))
        return
    if real in seen:  # a link to where we are, or have been
        return
    seen.add(real)
    for path in inside:
        if is_litter(path.name):
            continue
        name = f"{prefix}{shown(path.name)}"
        if _is_folder(path):
            yield from _folder(path, f"{name}/", limits, seen)
        else:
            yield from _file(path, name, limits)


def _file(
    path: pathlib.Path, filename: str, limits: Limits
) -> c.Iterator[Candidate | UnreadableFile]:
    try:
        if path.exists() and not path.is_file():
            yield UnreadableFile(filename, SetAside.UNSUPPORTED, "not a regular file")
            return
        is_archive = _is_archive(path)
    except OSError as err:
        yield UnreadableFile(filename, SetAside.UNREACHABLE, str(err))
        return
    if is_archive:
        yield from entries(path, filename, limits)
    else:
        load = functools.partial(_read, path, filename, limits.file_bytes)
        yield Candidate(filename, load)


def _is_folder(path: pathlib.Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # `_file` meets it again, and says so
        return False


def _is_archive(path: pathlib.Path) -> bool:
    """True for a ZIP, also a damaged one, but for no Word or other office file."""
    with path.open("rb") as file:
        head = file.read(4)
        if head not in ZIP_MARKS:
            return bool(head) and suffix_of(path.name) == ".zip"
        kind = kind_of_zip(file)
    named_office = suffix_of(path.name) in PACKAGE_SUFFIXES
    return kind is Kind.ZIP or (kind is Kind.BROKEN_ZIP and not named_office)


def _read(path: pathlib.Path, filename: str, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return read_at_most(file, filename, limit)
    except OSError as err:
        raise UnreadableFile(filename, SetAside.UNREACHABLE, str(err)) from err
