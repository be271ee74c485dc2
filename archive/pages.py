"""A file's pages as pictures, and where on each page its words stand.

Made at import and kept beside the originals, so that the site can show a page with words marked
without any library for PDF. Disposable: everything here can be made again from the original.
"""

import dataclasses as dc
import typing as t


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

    number: int  # from 1
    width: float
    height: float
    words: tuple[WordBox, ...] = ()
