"""Reading and parsing in worker processes, so that no file can stop, slow or crash an import.

A worker that takes too long, wants too much memory or dies is replaced, and the file it held is
set aside with the reason. Workers are spawned, not forked: they hold nothing of the parent's.
"""

import collections
import collections.abc as c
import concurrent.futures
import contextlib
import dataclasses as dc
import logging
import multiprocessing
import multiprocessing.resource_tracker
import os
import pathlib
import resource
import signal
import typing as t

import pebble

from archive.errors import SetAside, UnreadableFile
from archive.model import Protocol
from archive.pages import PageWords
from archive.registry import Registries
from archive.settings import Limits
from importers.formats import read_document
from importers.parse import Parser

log = logging.getLogger(__name__)

AHEAD: t.Final = 2  # files waiting per worker, so that none idles and memory stays bounded


@dc.dataclass(frozen=True, slots=True)
class Job:
    """One file to read: where its bytes are, and what it is called."""

    path: pathlib.Path
    filename: str
    sha256: str
    size: int  # bytes


@dc.dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: its protocol, and where on its pages the words stand."""

    protocol: Protocol
    pages: tuple[PageWords, ...] = ()  # empty for a format without pages


@dc.dataclass(frozen=True, slots=True)
class Reader:
    """Turns files' bytes into protocols."""

    limits: Limits
    parser: Parser

    def read(self, content: bytes, filename: str) -> Reading:
        """What a file holds; raises UnreadableFile."""
        document = read_document(content, filename, self.limits)
        return Reading(self.parser.parse(document, filename), document.pages)


_reader: Reader | None = None  # set once in each worker process, by `_start_worker`


Read: t.TypeAlias = tuple[Job, Reading | UnreadableFile]
Waiting: t.TypeAlias = tuple[Job, concurrent.futures.Future[Reading]]


class Workers:
    """A pool of processes that read files; a context manager.

    They come back in the order given, each with what it holds or why that cannot be had.
    """

    def __init__(self, limits: Limits, registries: Registries) -> None:
        self._limits = limits
        self._count = limits.workers or os.cpu_count() or 1
        self._pool = pebble.ProcessPool(
            max_workers=self._count,
            context=multiprocessing.get_context("spawn"),
            initializer=_start_worker,
            initargs=(limits, registries),
        )
        self._waiting: collections.deque[Waiting] = collections.deque()

    def __enter__(self) -> t.Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def read(self, job: Job) -> c.Iterator[Read]:
        """Take on a job; gives what has been read, once as many wait as may."""
        with _uninterrupted():
            future = self._pool.schedule(_read_job, args=[job], timeout=self._limits.file_seconds)
        self._waiting.append((job, future))
        while len(self._waiting) >= self._count * (1 + AHEAD):
            yield self._outcome(*self._waiting.popleft())

    def rest(self) -> c.Iterator[Read]:
        """What is still being read, each as it is done."""
        while self._waiting:
            yield self._outcome(*self._waiting.popleft())

    def _outcome(self, job: Job, future: concurrent.futures.Future[Reading]) -> Read:
        try:
            return job, future.result()
        except UnreadableFile as err:
            return job, err
        except TimeoutError:
            return job, UnreadableFile(job.filename, SetAside.TOO_SLOW)
        except MemoryError:
            return job, UnreadableFile(job.filename, SetAside.TOO_MUCH_MEMORY)
        except pebble.ProcessExpired as err:
            return job, UnreadableFile(job.filename, SetAside.READER_DIED, str(err))
        except Exception as err:
            log.exception("cannot parse %s", job.filename)
            return job, UnreadableFile(job.filename, SetAside.FAULT, repr(err))


@contextlib.contextmanager
def _uninterrupted() -> c.Iterator[None]:
    """What is started inside never hears Ctrl-C, which the terminal sends to every process.

    The parent hears it, and ends its workers without a word from any of them.
    """
    # Starting the tracker would let the signal in again.
    multiprocessing.resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(limits: Limits, registries: Registries) -> None:
    global _reader
    _reader = Reader(limits, Parser(registries))
    size = limits.memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _read_job(job: Job) -> Reading:
    if _reader is None:
        raise RuntimeError("not in a worker process")
    return _reader.read(job.path.read_bytes(), job.filename)
