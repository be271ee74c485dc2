"""Reading and parsing in worker processes, so that no file can stop, slow or crash an import.

A file that takes too long, wants too much memory or kills its reader is set aside with the reason.

How long a file may take is said when it is handed to a worker, but how many of its pages must be
read by machine, which may take half a minute each, is known only once it is opened. So a file with
such pages is read twice: the first reading, under the ordinary limit, only counts them, and the
second has the time of each on top.

What reads files is loaded where it is used, in the processes; it takes most of a second.
"""

import collections
import collections.abc as c
import concurrent.futures
import dataclasses as dc
import logging
import typing as t

import pebble

from archive.errors import SetAside, UnreadableFile
from archive.registry import Registries
from archive.settings import Limits, Own
from importers.formats.scan import Tesseract
from importers.pool import Pool
from importers.readings import Job, Reading, Scan

if t.TYPE_CHECKING:
    from importers.reader import Reader

log = logging.getLogger(__name__)

# Files given out and not yet handed back, for each worker: so many that none idles while whoever
# keeps what was read is busy, or while the others wait for one that takes long. They are held in
# memory, and what was read in a dense file takes some thirty times its bytes; so where files are
# large, fewer are given out, down to one that is read while another is kept.
AHEAD: t.Final = 16
AHEAD_BYTES: t.Final = 4_000_000  # of all of them together
LEAST: t.Final = 2


_reader: "Reader | None" = None  # set once in each worker process, by `_start_worker`


Read: t.TypeAlias = tuple[Job, Reading | UnreadableFile]
Future: t.TypeAlias = concurrent.futures.Future[Reading | Scan]


@dc.dataclass(slots=True)
class _Waiting:
    job: Job
    future: Future


class Workers:
    """A pool of processes that read files; a context manager.

    They come back in the order given, each with what it holds or why that cannot be had.
    """

    def __init__(
        self,
        limits: Limits,
        registries: Registries,
        tesseract: Tesseract | None = None,
        own: Own | None = None,
        *,
        jobs: int,
    ) -> None:
        """There will be so many `jobs`: for few, few processes are started."""
        self._limits = limits
        self._pool = Pool(limits, jobs, _start_worker, limits, registries, tesseract, own)
        self._waiting: collections.deque[_Waiting] = collections.deque()

    def __enter__(self) -> t.Self:
        self._pool.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *details: object) -> None:
        self._pool.__exit__(kind, *details)

    def read(self, job: Job) -> c.Iterator[Read]:
        """Take on a job; gives what has been read, once as many wait as may."""
        future = self._pool.schedule(_read_text, job, seconds=self._limits.file_seconds)
        self._waiting.append(_Waiting(job, future))
        while not self._has_room():
            yield self._next()

    def rest(self) -> c.Iterator[Read]:
        """What is still being read, each as it is done."""
        while self._waiting:
            yield self._next()

    def _has_room(self) -> bool:
        """Whether another job can be given out."""
        each = len(self._waiting) / self._pool.count
        size = sum(waiting.job.size for waiting in self._waiting)
        return each < LEAST or (each < AHEAD and size < AHEAD_BYTES)

    def _next(self) -> Read:
        """What the first in line holds; scans behind it are sent on at once, so that none idles."""
        while True:
            running: set[Future] = set()
            for waiting in self._waiting:
                if scan := _scan_in(waiting.future):
                    waiting.future = self._pool.schedule(
                        _read_all, waiting.job, seconds=self._seconds(scan)
                    )
                if not waiting.future.done():
                    running.add(waiting.future)
            if self._waiting[0].future not in running:
                first = self._waiting.popleft()
                return first.job, _outcome(first.job, first.future)
            concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)

    def _seconds(self, scan: Scan) -> float:
        return self._limits.file_seconds + scan.pages * self._limits.page_seconds


def _scan_in(future: Future) -> Scan | None:
    """What a first reading counted, if it is over and found pages to be read by machine."""
    if not future.done() or future.exception() is not None:
        return None
    result = future.result()
    return result if isinstance(result, Scan) else None


def _outcome(job: Job, future: Future) -> Reading | UnreadableFile:
    try:
        result = future.result()
        assert isinstance(result, Reading)
        return result
    except UnreadableFile as err:
        return err
    except TimeoutError:
        return UnreadableFile(job.filename, SetAside.TOO_SLOW)
    except MemoryError:
        return UnreadableFile(job.filename, SetAside.TOO_MUCH_MEMORY)
    except pebble.ProcessExpired as err:
        return UnreadableFile(job.filename, SetAside.READER_DIED, str(err))
    except Exception as err:
        log.exception("cannot parse %s", job.filename)
        return UnreadableFile(job.filename, SetAside.FAULT, repr(err))


def _start_worker(
    limits: Limits, registries: Registries, tesseract: Tesseract | None, own: Own | None
) -> None:
    from importers.parse import Parser
    from importers.reader import Reader

    global _reader
    _reader = Reader(limits, Parser(registries, own), tesseract)


def _read_text(job: Job) -> Reading | Scan:
    return _this_reader().read_text(job.path.read_bytes(), job.filename)


def _read_all(job: Job) -> Reading:
    return _this_reader().read(job.path.read_bytes(), job.filename)


def _this_reader() -> "Reader":
    if _reader is None:
        raise RuntimeError("not in a worker process")
    return _reader
