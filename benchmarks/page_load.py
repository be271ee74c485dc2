"""How many pages of results a second does the site give, and how long is each waited for?

The site is served as in earnest (`serve`), by one process and by two, and asked over the loopback
by 1, 8 and 32 clients, each with a connection of its own that it keeps. Every page is asked for as
a browser does, compressed, and read whole:

    cold   addresses that nobody has asked for: each page is searched for, made and compressed
    warm   the same few addresses again and again, of which the pages are kept

Addresses are as users type them: one to three words that stand near each other in some section,
here and there with a union or a year chosen, or the second page. The clients run on the same
machine and take their share of it, the larger the less the site has to do: what is measured is
less than the site could give to clients elsewhere. Writes a table in Markdown.

An archive of one's own is asked with --data; otherwise invented sections are (`corpus`).
Run: python benchmarks/page_load.py [--data FOLDER | --sections 10000] [--requests 400] [--seed 1]
"""

import argparse
import collections.abc as c
import concurrent.futures
import contextlib
import http.client
import itertools
import multiprocessing
import os
import pathlib
import platform
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import typing as t
import urllib.parse

import corpus

import index
from archive.catalogue import Catalogue
from archive.registry import load_registries
from archive.settings import Settings
from archive.visibility import Audience
from index import Request

PROCESSES: t.Final = (1, 2)
CLIENTS: t.Final = (1, 8, 32)
WARM: t.Final = 40  # addresses
WARM_LONGER: t.Final = 5  # times as many requests as cold: they are soon over
CLIENT_PROCESSES: t.Final = 2  # which share the clients: one alone would be what is measured
PLACES: t.Final = 60  # in the archive, where words are taken from
HEADERS: t.Final = {"Accept-Encoding": "gzip, deflate, br"}
PATIENCE: t.Final = 60.0  # seconds
WORD: t.Final = re.compile(r"[^\W\d_]{4,}")


class Run(t.NamedTuple):
    """What some clients met: when they began and ended by the clock, and each page's time."""

    begun: float
    ended: float
    seconds: list[float]


def main() -> None:
    """Serve, ask, and write the table."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--data", type=pathlib.Path, help="the data folder of an archive")
    ask.add_argument("--sections", type=int, default=10_000, help="of an invented one")
    ask.add_argument("--requests", type=int, default=400, help="cold ones of each measurement")
    ask.add_argument("--seed", type=int, default=1)
    chosen = ask.parse_args()
    with contextlib.ExitStack() as stack:
        data = chosen.data
        if data is None:
            data = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
            invent(data, chosen.sections)
        lot = random.Random(chosen.seed)
        settings = Settings(data_dir=data)
        found = index.open_index(settings.index_dir, load_registries(settings.register_dir))
        sections = found.counts()[index.Kind.SECTION]
        print(f"# Resultatsidor ur {sections} §\n")
        machine = f"{platform.machine()}, {os.cpu_count()} processorer"
        print(f"Python {platform.python_version()}, {machine};")
        print(f"{chosen.requests} kalla sidor i varje mätning, {WARM} varma om och om igen\n")
        print("| processer | läsare | kalla/s | p50 ms | p95 ms | varma/s | p50 ms | p95 ms |")
        print("| --: | --: | --: | --: | --: | --: | --: | --: |", flush=True)
        wanted = len(PROCESSES) * len(CLIENTS) * chosen.requests + WARM
        addresses = typed(found, lot, wanted)
        warm = list(itertools.islice(addresses, WARM))
        for processes, clients in itertools.product(PROCESSES, CLIENTS):
            cold = list(itertools.islice(addresses, chosen.requests))
            with served(data, processes) as port:
                load(port, clients, warm * 3 * processes)  # it has begun, and has kept them
                again = (warm * (WARM_LONGER * len(cold) // WARM + 1))[: WARM_LONGER * len(cold)]
                lot.shuffle(again)
                told = [*figures(load(port, clients, cold)), *figures(load(port, clients, again))]
            row = " | ".join(f"{number:.1f}" for number in told)
            print(f"| {processes} | {clients} | {row} |", flush=True)


def invent(data: pathlib.Path, sections: int) -> None:
    """An archive whose index holds so many invented sections, and whose catalogue is empty."""
    settings = Settings(data_dir=data)
    Catalogue.open(settings.database_url).close()
    found = index.open_index(settings.index_dir, load_registries(settings.register_dir))
    found.rebuild(corpus.entries(sections))


def typed(found: index.SearchIndex, lot: random.Random, count: int) -> c.Iterator[str]:
    """So many different addresses, of what readers might search for."""
    everything = found.search(Request("", Audience.PUBLIC, limit=0))
    unions, years = ([value.id for value in everything.facets[name]] for name in ("fack", "ar"))
    places = []
    for _ in range(PLACES):
        offset = lot.randrange(max(1, everything.total))
        hits = found.search(Request("", Audience.PUBLIC, offset=offset, limit=20)).hits
        places += [[hit.title or "", *(excerpt.text for excerpt in hit.excerpts)] for hit in hits]
    words = [WORD.findall(" ".join(place)) for place in places]
    words = [near for near in words if near]
    given: set[str] = set()
    while len(given) < count:
        near = lot.choice(words)
        pairs = [("q", " ".join(lot.sample(near, min(len(near), lot.choice((1, 1, 2, 2, 3))))))]
        if unions and lot.random() < 0.1:
            pairs.append(("fack", lot.choice(unions)))
        if years and lot.random() < 0.1:
            pairs.append(("ar", lot.choice(years)))
        if lot.random() < 0.3:
            pairs.append(("sida", "2"))
        address = f"/sok?{urllib.parse.urlencode(pairs)}"
        if address not in given:
            given.add(address)
            yield address


@contextlib.contextmanager
def served(data: pathlib.Path, processes: int) -> c.Iterator[int]:
    """The port where the archive is served while this lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "protokollarkiv", "--data", str(data), "serve"]
    command += ["--port", str(port), "--processer", str(processes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None
            server.stdout.readline()  # from when it is told, whoever asks waits for an answer
            yield port
        finally:
            server.terminate()


def load(port: int, clients: int, addresses: c.Sequence[str]) -> Run:
    """All these pages, asked for by so many clients at once."""
    processes = min(clients, CLIENT_PROCESSES)
    with concurrent.futures.ProcessPoolExecutor(
        processes, multiprocessing.get_context("spawn")
    ) as pool:
        list(pool.map(time.sleep, [0.2] * processes))  # until all have begun
        shares = [
            pool.submit(_ask, port, clients // processes, addresses[place::processes])
            for place in range(processes)
        ]
        runs = [share.result() for share in shares]
    return Run(
        min(run.begun for run in runs),
        max(run.ended for run in runs),
        sorted(itertools.chain.from_iterable(run.seconds for run in runs)),
    )


def figures(run: Run) -> tuple[float, float, float]:
    """Pages a second, and the median and 95th percentile of milliseconds."""
    count = len(run.seconds)
    middle, high = run.seconds[count // 2], run.seconds[count * 95 // 100]
    return count / (run.ended - run.begun), middle * 1000, high * 1000


def _ask(port: int, clients: int, addresses: c.Sequence[str]) -> Run:
    """The clients of one process, a thread each."""
    taken: list[list[float]] = [[] for _ in range(clients)]
    threads = [
        threading.Thread(target=_client, args=(port, addresses[place::clients], taken[place]))
        for place in range(clients)
    ]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ended = time.perf_counter()
    seconds = list(itertools.chain.from_iterable(taken))
    if len(seconds) != len(addresses):
        raise SystemExit("a page was not answered")
    return Run(begun, ended, seconds)


def _client(port: int, addresses: c.Iterable[str], taken: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for address in addresses:
        begun = time.perf_counter()
        connection.request("GET", address, headers=HEADERS)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"{address} was answered {answer.status}")
        taken.append(time.perf_counter() - begun)
    connection.close()


if __name__ == "__main__":
    main()
