"""A child process that kills itself at a chosen moment: SIGKILL, so that no handler runs."""

import collections.abc as c
import multiprocessing
import os
import signal
import typing as t

import sqlalchemy as sa

FORK: t.Final = multiprocessing.get_context("fork")


def killed(work: c.Callable[..., object], *args: object) -> bool:
    """Whether the work, done in a child process, was killed by SIGKILL."""
    child = FORK.Process(target=work, args=args)
    child.start()
    child.join(60)
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode == -signal.SIGKILL


def kill_before(statement: int) -> None:
    """From now on this process does not live to see its n-th SQL statement, COMMIT included."""
    left = [statement]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "before_cursor_execute", count)
    sa.event.listen(sa.Engine, "commit", count)
