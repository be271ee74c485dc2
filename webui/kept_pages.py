"""Pages kept in memory: the same page asked for again costs no search, no template, no compression.

A page is kept under its version (see `webui.freshness`), which nothing else ever has: it never
grows old, it is only never asked for again, and makes room for others.
"""

import threading
import typing as t

import cachetools

LARGEST: t.Final = 32 * 1024 * 1024  # bytes, all pages of one process together
ENTRY: t.Final = 512  # bytes that an entry takes beside its page, about
PLAIN: t.Final = ""


class KeptPages:
    """The pages asked for last, each in the forms it was sent in; safe to share between threads."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._lock = threading.Lock()
        self._pages: cachetools.LRUCache[tuple[str, str], bytes] = cachetools.LRUCache(
            largest, getsizeof=_size
        )

    def get(self, version: str, encoding: str = PLAIN) -> bytes | None:
        """A version of a page, plain or compressed; None where it is not kept."""
        with self._lock:
            return self._pages.get((version, encoding))

    def put(self, version: str, page: bytes, encoding: str = PLAIN) -> None:
        """Keep a page, unless it alone is more than all may be."""
        if _size(page) <= self._pages.maxsize:
            with self._lock:
                self._pages[version, encoding] = page

    @property
    def size(self) -> int:
        """How many bytes the kept pages take."""
        with self._lock:
            return int(self._pages.currsize)


def _size(page: bytes) -> int:
    return len(page) + ENTRY
