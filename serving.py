"""The site served: by one process, or by several at one address, any of which may die.

The address is taken once, and every process is handed what listens there. So a taken address is
told before anything is started, and while a process is replaced its readers only meet another.
The first process answers nothing itself then: it starts the others, and starts anew what dies.
"""

import collections.abc as c
import contextlib
import importlib.util
import logging
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import pathlib
import secrets
import signal
import socket
import sys
import threading
import time
import typing as t

import click

from archive.errors import ArchiveError, MissingExtra
from archive.processes import uninterrupted
from operations import Archive, opened

log = logging.getLogger(__name__)

LARGEST_REQUEST: t.Final = 65_536  # bytes; nothing is sent to the site but addresses
THREADS: t.Final = 8  # in each process
MCP_PORT: t.Final = 8001
BACKLOG: t.Final = 1024  # connections that wait to be taken up, while a process is replaced too

STEADY: t.Final = 10.0  # seconds; what has lived so long did not die of how it was started
# Seconds to wait, by how many in a row have died as soon as they were started.
PAUSES: t.Final = (0, 0, 1, 2, 4, 8, 16, 30)
ENDING: t.Final = 8.0  # seconds a process has to end by itself; waitress waits 5 for its threads

Process: t.TypeAlias = multiprocessing.process.BaseProcess


def run_server(archive: Archive, host: str, port: int, processes: int = 1) -> int:
    """Serve until interrupted or told to end; 1 where the address is taken."""
    try:
        sockets = listen(host, port)
    except (OSError, ValueError) as err:  # taken, or no address at all
        log.info("cannot listen on %s:%s: %s", host, port, err)
        click.echo(f"Adressen {host}:{port} är upptagen eller går inte att använda.", err=True)
        return 1
    click.echo(f"{archive.settings.namn} finns på http://{host}:{port}/ (avsluta med Ctrl-C)")
    run = secrets.token_hex(8)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        if processes == 1:
            serve(archive, sockets, run)
        else:
            handed = (archive.settings.data_dir, sockets, run)
            watch([Place(_serve_in_child, *handed) for _ in range(processes)])
    return 0


def require_extra(extra: str, library: str) -> None:
    """Raises MissingExtra where the library of an extra is not installed."""
    if importlib.util.find_spec(library) is None:
        raise MissingExtra(extra)


def run_mcp(archive: Archive, port: int | None) -> int:
    """Serve assistants on a pipe until it is closed, or on a port of this machine until
    interrupted; 1 where the port is taken."""
    from webui import mcp

    server = mcp.create_server(
        settings=archive.settings,
        catalogue=archive.catalogue,
        index=archive.index,
        registries=archive.registries,
    )
    if port is None:
        if sys.stdin.isatty():
            click.echo("Väntar på en assistent på standard in (avsluta med Ctrl-D).", err=True)
        mcp.serve_pipe(server)  # what is said here goes to the assistant: nothing but answers
        return 0
    try:
        sockets = listen("127.0.0.1", port)
    except OSError as err:
        log.info("cannot listen on port %s: %s", port, err)
        click.echo(f"Porten {port} är upptagen eller går inte att använda.", err=True)
        return 1
    address = f"http://127.0.0.1:{port}/mcp"
    click.echo(f"Assistenter når {archive.settings.namn} på {address} (avsluta med Ctrl-C)")
    with contextlib.suppress(KeyboardInterrupt):
        mcp.serve_http(server, sockets)
    return 0


def listen(host: str, port: int) -> list[socket.socket]:
    """What listens at every address of that name. Raises OSError and ValueError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    with contextlib.ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.create_server(address, family=family, backlog=BACKLOG))
            for family, _, _, _, address in found
        ]
        stack.pop_all()  # all are open, and stay so
        return sockets


def serve(archive: Archive, sockets: c.Sequence[socket.socket], run: str) -> None:
    """Answer what comes to these sockets, until interrupted."""
    import waitress

    import webui

    app = webui.create_app(
        settings=archive.settings,
        catalogue=archive.catalogue,
        originals=archive.originals,
        page_store=archive.pages,
        index=archive.index,
        registries=archive.registries,
        run=run,
    )
    server = waitress.create_server(
        app,
        sockets=sockets,
        threads=THREADS,
        backlog=BACKLOG,
        ident=None,
        max_request_body_size=LARGEST_REQUEST,
        **believed(archive.settings.betrodd_proxy),
    )
    log.info("process %d serves", os.getpid())
    server.run()


def believed(proxy: str) -> dict[str, t.Any]:
    """How waitress is told that a server in front knows whose a request is; nobody else does."""
    return {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for"}} if proxy else {}


class Place:
    """Where one process stands, and another when that one has died."""

    def __init__(self, target: c.Callable[..., None], *arguments: object) -> None:
        self.process: Process | None = None
        self.due = 0.0  # when the next process may be started, by the monotonic clock
        self._target, self._arguments = target, arguments
        self._begun = 0.0
        self._early_deaths = 0  # in a row

    def tend(self, now: float) -> None:
        """Clear away a process that has died, and start one where none is and one is due."""
        if self.process is not None and not self.process.is_alive():
            log.error("process %s ended with code %s", self.process.pid, self.process.exitcode)
            self.process.close()
            self.process = None
            self._early_deaths = self._early_deaths + 1 if now - self._begun < STEADY else 0
            self.due = now + PAUSES[min(self._early_deaths, len(PAUSES) - 1)]
        if self.process is None and now >= self.due:
            self._begun = now
            self.process = _started(self._target, self._arguments)


def watch(places: c.Sequence[Place]) -> t.NoReturn:
    """Keep a process in every place until interrupted, and then end them all."""
    try:
        while True:
            now = time.monotonic()
            for place in places:
                place.tend(now)
            running = [place.process.sentinel for place in places if place.process is not None]
            waiting = [place.due - now for place in places if place.process is None]
            multiprocessing.connection.wait(running, timeout=min(waiting, default=None))
    finally:
        for heard in (signal.SIGINT, signal.SIGTERM):
            signal.signal(heard, signal.SIG_IGN)  # it is being done
        _end([place.process for place in places if place.process is not None])


def _started(target: c.Callable[..., None], arguments: tuple[object, ...]) -> Process:
    """A process that has been started, and never hears the Ctrl-C that a terminal sends to all."""
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    with uninterrupted():
        process.start()
    return process


def _end(processes: c.Sequence[Process]) -> None:
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + ENDING
    for process in processes:
        process.join(max(0.0, deadline - time.monotonic()))
        if process.is_alive():
            log.error("process %s did not end and was killed", process.pid)
            process.kill()
            process.join()


def _serve_in_child(data: pathlib.Path, sockets: c.Sequence[socket.socket], run: str) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.getLogger().setLevel(logging.INFO)
    try:
        with opened(data, heal=False) as archive:  # whoever started this has seen to the index
            serve(archive, sockets, run)
    except KeyboardInterrupt:
        return  # told to end before it had begun
    except ArchiveError:
        log.exception("cannot serve")
        sys.exit(1)


def _end_with_parent() -> None:
    """End when the process that started this one has, however it did: nobody else would know."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)  # which wakes the first thread, not this one
