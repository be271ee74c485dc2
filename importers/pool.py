"""A pool of processes with limits of time and memory, for what hostile files are opened by.

A process that takes too long, wants too much memory or dies is replaced, and whoever waits for it
is told. Processes are spawned, not forked: they hold nothing of the parent's.
"""

import collections.abc as c
import concurrent.futures
import multiprocessing
import os
import resource
import typing as t

import pebble

from archive.processes import uninterrupted
from archive.settings import Limits

Result = t.TypeVar("Result")


class Pool:
    """Processes that have each called `start` first, `most` at most; a context manager."""

    def __init__(
        self, limits: Limits, most: int, start: c.Callable[..., None], *arguments: object
    ) -> None:
        self.count: t.Final = max(1, min(most, processes(limits)))
        self._pool = pebble.ProcessPool(
            max_workers=self.count,
            context=multiprocessing.get_context("spawn"),
            initializer=_start_process,
            initargs=(limits.memory_mb, start, arguments),
        )

    def __enter__(self) -> t.Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def schedule(
        self, function: c.Callable[..., Result], *arguments: object, seconds: float
    ) -> concurrent.futures.Future[Result]:
        """Have a process call the function, and give up after so many seconds.

        The future raises TimeoutError then, MemoryError where it wanted too much, and
        pebble.ProcessExpired where the process died.
        """
        with uninterrupted():
            return self._pool.schedule(function, args=arguments, timeout=seconds)


def processes(limits: Limits) -> int:
    """How many processes read files where there are files enough."""
    return limits.workers or os.cpu_count() or 1


def _start_process(
    memory_mb: int, start: c.Callable[..., None], arguments: tuple[object, ...]
) -> None:
    start(*arguments)
    size = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
