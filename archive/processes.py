"""Starting processes of our own."""

import collections.abc as c
import contextlib
import multiprocessing.resource_tracker
import signal
import threading


@contextlib.contextmanager
def uninterrupted() -> c.Iterator[None]:
    """What is started inside never hears Ctrl-C, which a terminal sends to every process.

    The parent hears it, once what it starts has been started whole, and ends that without a word
    from any of them.
    """
    # Starting the tracker would let the signal in again.
    multiprocessing.resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # children inherit it
    try:
        with _heard_afterwards():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _heard_afterwards() -> c.Iterator[None]:
    """Ctrl-C waits until the end, though another thread may take it from the system meanwhile.

    Only the first thread acts on signals, and does so whichever thread they were given to.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if heard:
            signal.raise_signal(signal.SIGINT)
