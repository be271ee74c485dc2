"""Word and OpenDocument files are ZIP archives of parts; how large they are is known at once.

The sizes an archive states bind `zipfile`, so nothing needs to be unpacked to be refused.
"""

import io
import typing as t
import zipfile
import zlib

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits

# What zipfile, lxml (whose syntax error is a SyntaxError) and the libraries on top of them let
# through of a damaged file.
DAMAGED: t.Final = (
    zipfile.BadZipFile,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)

ENCRYPTED: t.Final = 0x1  # flag of an entry
UNPACKED: t.Final = 4  # how many times the file limit all parts may take, unpacked


def check_package(content: bytes, filename: str, limits: Limits) -> None:
    """Raises UnreadableFile where the parts are locked or unpack to too much.

    Lets through what `zipfile` raises of a damaged archive.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise UnreadableFile(filename, SetAside.ENCRYPTED)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED * limits.file_bytes:
        raise UnreadableFile(filename, SetAside.TOO_LARGE, f"unpacks to {unpacked} bytes")
