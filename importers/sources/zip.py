"""ZIP archives: a year's protocols in one file, made by any program on any system, or by an enemy.

Names come in UTF-8, with or without saying so, or in the code page of DOS. Nothing is unpacked to
disk: an entry is read into memory when asked for. The sizes an archive states bind `zipfile`, so
what they add up to is known before a byte is unpacked.
"""

import collections.abc as c
import contextlib
import functools
import lzma
import pathlib
import re
import stat
import typing as t
import zipfile
import zlib

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.sniff import may_be_protocol, suffix_of
from importers.sources.candidate import Candidate, is_litter, read_at_most, shown

ENTRIES: t.Final = 10_000
TOTAL: t.Final = 40  # how many times the limit of one file all of them may take
RATIO: t.Final = 200  # unpacked to packed; protocols of text alone reach about 20
RATIO_FROM: t.Final = 1_000_000  # bytes; small files of spaces harm nobody

ENCRYPTED: t.Final = 0x1
NAME_IN_UTF8: t.Final = 0x800

# "C:\protokoll.pdf"  "/etc/passwd"  "\\server\share"
ABSOLUTE: t.Final = re.compile(r"[A-Za-z]:|/")  # once "\\" is "/"

DAMAGED: t.Final = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    lzma.LZMAError,
    zlib.error,
)


def entries(
    path: pathlib.Path, filename: str, limits: Limits
) -> c.Iterator[Candidate | UnreadableFile]:
    """The files of an archive as candidates or refusals, or one refusal of the whole archive."""
    try:
        archive = zipfile.ZipFile(path)  # closed when the last of its candidates is gone
    except NotImplementedError as err:
        yield UnreadableFile(filename, SetAside.UNSUPPORTED, str(err))
        return
    except DAMAGED as err:
        yield UnreadableFile(filename, SetAside.BROKEN, str(err))
        return
    infos = [info for info in archive.infolist() if not (info.is_dir() or _is_litter(info))]
    if len(infos) > ENTRIES:
        yield UnreadableFile(filename, SetAside.TOO_LARGE, f"{len(infos)} entries")
        return
    found: list[Candidate | UnreadableFile] = []
    left = TOTAL * limits.file_bytes
    for info in infos:
        name = f"{filename}/{shown(_name(info))}"
        reason = _refusal(info, min(left, limits.file_bytes))
        if reason is None:
            left -= info.file_size
            load = functools.partial(_read, archive, info, name, limits.file_bytes)
            found.append(Candidate(name, load))
        else:
            found.append(UnreadableFile(name, reason))
    if any(isinstance(file, UnreadableFile) or may_be_protocol(file.name) for file in found):
        yield from found
    else:
        yield UnreadableFile(filename, SetAside.NOTHING_INSIDE, f"{len(found)} files")


def _refusal(info: zipfile.ZipInfo, limit: int) -> SetAside | None:
    """Why an entry is not even looked into, or None."""
    name = _name(info)
    if ABSOLUTE.match(name) or ".." in name.split("/") or stat.S_ISLNK(info.external_attr >> 16):
        return SetAside.UNSAFE_NAME
    if info.flag_bits & ENCRYPTED:
        return SetAside.ENCRYPTED
    if suffix_of(name) == ".zip":
        return SetAside.NESTED
    swells = info.file_size > RATIO_FROM and info.file_size > RATIO * info.compress_size
    return SetAside.TOO_LARGE if swells or info.file_size > limit else None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, filename: str, limit: int) -> bytes:
    try:
        with archive.open(info) as file:
            return read_at_most(file, filename, limit)
    except NotImplementedError as err:
        raise UnreadableFile(filename, SetAside.UNSUPPORTED, str(err)) from err
    except DAMAGED as err:
        raise UnreadableFile(filename, SetAside.BROKEN, str(err)) from err


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name with "/" between its parts.

    `zipfile` reads a name that is not said to be UTF-8 as CP437, whose å, ä and ö are those of
    the code page of Swedish Windows too; but many programs write UTF-8 without saying so.
    """
    name = info.filename
    if not info.flag_bits & NAME_IN_UTF8:
        with contextlib.suppress(UnicodeError):  # then it is what it seems
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _is_litter(info: zipfile.ZipInfo) -> bool:
    parts = [part for part in _name(info).split("/") if part not in {"", ".", ".."}]
    return any(map(is_litter, parts))
