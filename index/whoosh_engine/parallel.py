"""Segments written by several processes at once; all of them come to count in one commit, or none.

Each process writes a segment of its own in the index's folder, out of the batches it is sent. Only
the parent holds Whoosh's lock and writes the table of contents. What a process leaves that failed
or was killed nothing refers to: the parent clears it away, or if that was killed too, whoever
commits next.
"""

import collections.abc as c
import contextlib
import multiprocessing
import os
import pathlib
import queue
import threading
import typing as t
from multiprocessing.connection import Connection, wait

import whoosh.index

from archive.errors import IndexUnavailable
from archive.processes import uninterrupted
from index.whoosh_engine.section_writer import SectionWriter
from index.whoosh_engine.store import writable

# Batches with each process: one at work, one that waits, so that nobody idles.
BATCHES: t.Final = 2
# Postings that each process holds in memory before it writes them to a file of its own.
POSTINGS_MB: t.Final = 128

# Puts every batch into the writer's segment. It is called in other processes: importable.
Fill: t.TypeAlias = c.Callable[[t.Any, SectionWriter, c.Iterator[bytes]], None]
# Called with Whoosh's storage and the segments that came of it, before they count.
Finish: t.TypeAlias = c.Callable[[t.Any, c.Sequence[t.Any]], None]


def write_in_processes(
    folder: pathlib.Path,
    batches: c.Iterable[bytes],
    fill: Fill,
    processes: int,
    finish: Finish = lambda *_: None,
) -> None:
    """Add what `fill` makes of the batches to the index in the folder, where nobody else writes.

    Raises IndexUnavailable where Whoosh cannot write, and where a process fails or dies. Then
    nothing of it counts or is left.
    """
    with writable():
        opened = whoosh.index.open_dir(str(folder))
        writer = SectionWriter(opened)
        try:
            with _Processes(folder, fill, processes) as running:
                segments = running.segments_of(batches)
            finish(opened.storage, segments)
            writer.commit(mergetype=lambda _, earlier: [*earlier, *segments])
        except BaseException:
            writer.cancel()
            toc = whoosh.index.TOC.read(opened.storage, opened.indexname)
            whoosh.index.clean_files(opened.storage, opened.indexname, toc.generation, toc.segments)
            raise


class _Processes:
    """So many processes that write; when the context ends they do."""

    def __init__(self, folder: pathlib.Path, fill: Fill, count: int) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._all = []
        self._segments: list[t.Any] = []
        self._sending: dict[Connection, Connection] = {}  # by where the process answers
        self._wanted: dict[Connection, int] = {}  # so many batches, by the same
        with uninterrupted():
            for _ in range(count):
                received, sending = spawn.Pipe(duplex=False)
                answers, answering = spawn.Pipe(duplex=False)
                process = spawn.Process(
                    target=_write, args=(folder, fill, received, answering), daemon=True
                )
                process.start()
                # Nobody else holds these ends now: when the process dies, ours tell.
                received.close()
                answering.close()
                self._all.append(process)
                self._sending[answers] = sending
                self._wanted[answers] = BATCHES

    def __enter__(self) -> t.Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._all:
            process.terminate()
        for process in self._all:
            process.join()
        for pipes in self._sending.items():
            for pipe in pipes:
                pipe.close()

    def segments_of(self, batches: c.Iterable[bytes]) -> list[t.Any]:
        """Have the batches written; gives the segments that came to hold anything."""
        for batch in batches:
            while not any(self._wanted.values()):
                self._listen()
            self._send(max(self._wanted, key=self._wanted.__getitem__), batch)
        for answers in self._wanted:
            self._send(answers, None)
        while self._wanted:
            self._listen()
        return self._segments

    def _send(self, answers: Connection, batch: bytes | None) -> None:
        self._wanted[answers] -= 1
        # A process that is gone has perhaps said why.
        with contextlib.suppress(BrokenPipeError):
            self._sending[answers].send(batch)

    def _listen(self) -> None:
        """Wait until some process answers: that it begins with a batch, has failed, or is done."""
        for answers in t.cast(list[Connection], wait([*self._wanted])):
            try:
                answer = answers.recv()
            except EOFError:
                raise IndexUnavailable("a process that wrote in the index has died") from None
            if answer is None:
                self._wanted[answers] += 1
            elif isinstance(answer, str):
                raise IndexUnavailable(answer)
            else:
                self._segments += answer
                del self._wanted[answers]


def _write(folder: pathlib.Path, fill: Fill, received: Connection, answers: Connection) -> None:
    """What a process does: one segment out of all batches it is sent."""
    waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(received, waiting), daemon=True).start()
    batches = _begun(waiting, answers)
    try:
        with writable():
            opened = whoosh.index.open_dir(str(folder))
            writer = SectionWriter(opened, limitmb=POSTINGS_MB, _lk=False)
            fill(opened, writer, batches)
            if next(batches, None) is not None:
                raise RuntimeError(f"{fill} left batches")
            segments = [writer._finalize_segment()] if writer.doc_count() else []
    except IndexUnavailable as err:
        answers.send(str(err))
    else:
        answers.send(segments)


def _receive(received: Connection, waiting: queue.SimpleQueue[bytes | None]) -> None:
    """Take in what the parent sends, at once so that it never waits; end when it is gone."""
    try:
        while True:
            waiting.put(received.recv())
    finally:
        os._exit(1)


def _begun(waiting: queue.SimpleQueue[bytes | None], answers: Connection) -> c.Iterator[bytes]:
    while (batch := waiting.get()) is not None:
        answers.send(None)
        yield batch
