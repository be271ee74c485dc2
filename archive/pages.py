"""A file's pages as pictures, and where on each page its words stand.

Made at import and kept beside the originals, so that the site can show a page with words marked
without any library for PDF. Disposable: everything here can be made again from the original, so
what is missing, cut off or damaged is simply not there, and is no fault.

A file's pages lie in a folder named as its original is, "ab/abcd…": `words.json` for all its pages,
"1.webp" for the first page's picture, and `drawn` once every picture that can be drawn is there.
"""

import contextlib
import dataclasses as dc
import pathlib
import typing as t

import msgspec

from archive.errors import CatalogueError
from archive.originals import SHA256
from archive.whole_files import write_whole

WORDS: t.Final = "words.json"
DRAWN: t.Final = "drawn"
LARGEST_PAGE: t.Final = 100_000  # points; the largest that PDF allows is 14,400


class WordBox(t.NamedTuple):
    """One printed word and its box, in points from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dc.dataclass(frozen=True, slots=True)
class PageWords:
    """A page's size in points as it is shown, and its words in reading order."""

    number: t.Annotated[int, msgspec.Meta(ge=1)]  # from 1
    width: t.Annotated[float, msgspec.Meta(gt=0, le=LARGEST_PAGE)]
    height: t.Annotated[float, msgspec.Meta(gt=0, le=LARGEST_PAGE)]
    words: tuple[WordBox, ...] = ()


DECODER: t.Final = msgspec.json.Decoder(tuple[PageWords, ...])


class PageStore:
    """A folder of pages. Several processes may write to it at once.

    Any method raises CatalogueError for what is no SHA-256, and where the folder cannot be
    written.
    """

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def keep_words(self, sha256: str, pages: tuple[PageWords, ...]) -> None:
        """Keep where a file's words stand, in the place of what was kept before."""
        self._write(self._place(sha256) / WORDS, _encoded(pages))

    def words(self, sha256: str, page: int) -> PageWords | None:
        """Where a page's words stand, or None where that is not known."""
        return next((found for found in self.all_words(sha256) if found.number == page), None)

    def all_words(self, sha256: str) -> tuple[PageWords, ...]:
        """Where the words of all pages stand, as far as that is known."""
        try:
            return DECODER.decode((self._place(sha256) / WORDS).read_bytes())
        except (OSError, msgspec.MsgspecError):
            return ()

    def keep_picture(self, sha256: str, page: int, picture: bytes) -> None:
        """Keep a page's picture, a WebP file."""
        self._write(self._picture_place(sha256, page), picture)

    def picture_path(self, sha256: str, page: int) -> pathlib.Path | None:
        """Where a page's picture lies, or None where there is none."""
        place = self._picture_place(sha256, page)
        with contextlib.suppress(OSError):
            if place.stat().st_size:  # an empty one is left of a power failure
                return place
        return None

    def stamp(self, sha256: str, page: int) -> tuple[int, int]:
        """Two numbers that are others when a page's picture or its file's words are."""
        return _changed(self._picture_place(sha256, page)), _changed(self._place(sha256) / WORDS)

    def mark_drawn(self, sha256: str) -> None:
        """Note that every page that can be drawn has its picture."""
        self._write(self._place(sha256) / DRAWN, b"")

    def is_drawn(self, sha256: str) -> bool:
        """Whether nothing more can be drawn of this file."""
        return (self._place(sha256) / DRAWN).is_file()

    def _place(self, sha256: str) -> pathlib.Path:
        if not SHA256.fullmatch(sha256):
            raise CatalogueError(f"not a SHA-256: {sha256!r}")
        return self._folder / sha256[:2] / sha256

    def _picture_place(self, sha256: str, page: int) -> pathlib.Path:
        return self._place(sha256) / f"{page}.webp"

    def _write(self, place: pathlib.Path, content: bytes) -> None:
        try:
            write_whole(place, content)
        except OSError as err:
            raise CatalogueError(f"cannot keep {place}: {err}") from err


def _changed(place: pathlib.Path) -> int:
    """When a file was written last, in nanoseconds; 0 where there is none."""
    try:
        return place.stat().st_mtime_ns
    except OSError:
        return 0


def _encoded(pages: tuple[PageWords, ...]) -> bytes:
    """As JSON; a tenth of a point is finer than any eye."""
    return msgspec.json.encode(
        [
            dc.replace(
                page,
                words=tuple(
                    WordBox(word.text, *(round(side, 1) for side in word[1:]))
                    for word in page.words
                ),
            )
            for page in pages
        ]
    )
