"""Starting processes of our own."""

import collections.abc as c
import contextlib
import multiprocessing.resource_tracker
import signal


@contextlib.contextmanager
def uninterrupted() -> c.Iterator[None]:
    """What is started inside never hears Ctrl-C, which a terminal sends to every process.

    The parent hears it, and ends what it has started without a word from any of them.
    """
    # Starting the tracker would let the signal in again.
    multiprocessing.resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
