"""What is started whole although somebody presses Ctrl-C meanwhile."""

import os
import signal
import threading
import time

import pytest

from archive.processes import uninterrupted


@pytest.mark.parametrize("others", [0, 3])
def test_an_interruption_waits_until_what_is_started_has_been(others: int) -> None:
    over = threading.Event()
    threads = [threading.Thread(target=over.wait) for _ in range(others)]
    for thread in threads:  # any of which may take the signal from the system
        thread.start()
    done = False
    try:
        with pytest.raises(KeyboardInterrupt), uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
            done = True
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_thread_may_start_processes_too() -> None:
    masked: list[bool] = []

    def start() -> None:
        with uninterrupted():
            masked.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert masked == [True]
