"""The command line, as a person or a script meets it: its output and its exit code."""

import contextlib
import io
import logging
import os
import pathlib
import resource
import subprocess
import sys
import warnings

import pytest

import protokollarkiv


def run(data: pathlib.Path, *arguments: str | pathlib.Path) -> subprocess.CompletedProcess[str]:
    """The command as from its first line to its exit code, but within this process: one of its own
    takes a second to begin."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    handlers = logging.getLogger().handlers[:]
    with (
        pytest.MonkeyPatch.context() as patch,
        warnings.catch_warnings(action="ignore"),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", ["protokollarkiv", *map(str, arguments)])
        patch.setenv("PROTOKOLLARKIV_DATA", str(data))
        patch.setattr(logging, "raiseExceptions", False)
        try:
            protokollarkiv.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            logging.getLogger().handlers[:] = handlers
    told = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return subprocess.CompletedProcess(sys.argv, code, *told)


def run_apart(
    data: pathlib.Path, *arguments: str | pathlib.Path, largest_file: int = resource.RLIM_INFINITY
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which can write no file larger than so many bytes."""
    return subprocess.run(
        [sys.executable, "-m", "protokollarkiv", *map(str, arguments)],
        env={**os.environ, "PROTOKOLLARKIV_DATA": str(data), "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file,) * 2),
    )
