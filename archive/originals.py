"""The files themselves, under the SHA-256 of their bytes: "ab/abcd…".

An original is written once and never changed, so its name is its proof. It lies there in full or
not at all.
"""

import collections.abc as c
import dataclasses as dc
import hashlib
import pathlib
import re
import typing as t

from archive.errors import CatalogueError
from archive.whole_files import write_whole

SHA256: t.Final = re.compile(r"[0-9a-f]{64}")
READ_ONLY: t.Final = 0o444


@dc.dataclass(frozen=True, slots=True)
class OriginalsCheck:
    """What is wrong in the folder, by SHA-256."""

    damaged: tuple[str, ...] = ()  # the bytes are no longer those of the name
    missing: tuple[str, ...] = ()  # expected, and not there


class Originals:
    """A folder of originals. Several processes may write to it at once."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep the bytes and give their SHA-256; nothing happens where they are kept already.

        Raises CatalogueError where the folder cannot be written.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.path(sha256)
        if not self._holds(place, len(content)):
            try:
                write_whole(place, content, mode=READ_ONLY, lasting=True)
            except OSError as err:
                raise CatalogueError(f"cannot keep the original {sha256}: {err}") from err
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of an original; raises CatalogueError where it is missing or unreadable."""
        try:
            return self.path(sha256).read_bytes()
        except OSError as err:
            raise CatalogueError(f"cannot read the original {sha256}: {err}") from err

    def path(self, sha256: str) -> pathlib.Path:
        """Where an original lies, if it is kept; raises CatalogueError for what is no SHA-256."""
        if not SHA256.fullmatch(sha256):
            raise CatalogueError(f"not a SHA-256: {sha256!r}")
        return self._folder / sha256[:2] / sha256

    def count(self) -> int:
        """How many originals are kept; raises CatalogueError where the folder cannot be read."""
        return len(self._places())

    def check(
        self, expected: c.Iterable[str] = (), advance: c.Callable[[], None] = lambda: None
    ) -> OriginalsCheck:
        """Read everything again: which files are damaged, and which of the expected are missing.

        `advance` is called after each. Raises CatalogueError where the folder cannot be read.
        """
        found: set[str] = set()
        damaged: list[str] = []
        try:
            for place in self._places():
                found.add(place.name)
                with place.open("rb") as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != place.name:
                        damaged.append(place.name)
                advance()
        except OSError as err:
            raise CatalogueError(f"cannot read the originals: {err}") from err
        return OriginalsCheck(tuple(damaged), tuple(sorted(set(expected) - found)))

    def _places(self) -> list[pathlib.Path]:
        """Every original; what a killed writer left unfinished is none."""
        try:
            places = [place for place in self._folder.glob("??/*") if SHA256.fullmatch(place.name)]
        except OSError as err:
            raise CatalogueError(f"cannot read the originals: {err}") from err
        return sorted(places)

    def _holds(self, place: pathlib.Path, size: int) -> bool:
        """Whether the file is there in its full length, so that a cut one is written anew."""
        try:
            return place.stat().st_size == size
        except OSError:
            return False
