"""What other processes are asked to do with a segment: well, badly, or not at all."""

import collections.abc as c
import errno
import os
import pathlib
import signal
import time
import typing as t

from index.swedish import cut
from index.whoosh_engine.fields import placed


def fill(_: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    """A batch is a document's text."""
    for batch in batches:
        writer.add_document(text=placed(cut(batch.decode())), document=batch)


def fill_and_be_killed(opened: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    fill(opened, writer, iter([next(batches)]))
    os.kill(os.getpid(), signal.SIGKILL)


def fill_the_disk(opened: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    fill(opened, writer, iter([next(batches)]))
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill_halfway(opened: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    fill(opened, writer, iter([next(batches)]))


def fill_for_ever(opened: t.Any, writer: t.Any, batches: c.Iterator[bytes]) -> None:
    """Writes its process id where the test looks for it, and waits to be ended."""
    fill(opened, writer, iter([next(batches)]))
    pathlib.Path(opened.storage.folder, "process").write_text(str(os.getpid()))
    time.sleep(60)
