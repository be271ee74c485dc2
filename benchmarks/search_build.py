"""An index built in a process of its own, and what that took.

Time is by the clock, from the first section to the last commit. The peers read sections that are
cut into words already; the product is given protocols as they are invented, and both inventing and
cutting are part of its time. Memory is the most that the process was seen to hold of its own (files
that it maps are not counted: the system takes them back when it needs to), and the largest of its
worker processes if it starts any; the lists of words that invent the corpus (some 50 MB) are part
of the product's.
"""

import collections.abc as c
import contextlib
import itertools
import json
import multiprocessing
import pathlib
import shutil
import threading
import time
import typing as t

import corpus
from peers import OWN, PEERS, Engine, Own
from prepared import read
from search_queries import Classes

EVERY: t.Final = 0.1  # seconds between two looks at the memory
SECTIONS_FILE: t.Final = "sections.msgpack"


class Resident(t.NamedTuple):
    """Megabytes of memory that a process holds after all queries."""

    all: float
    own: float  # without the files it maps, which processes share


class Built(t.NamedTuple):
    """What the building of one index took."""

    seconds: float
    megabytes: float
    peak: float  # megabytes of memory of its own
    worker_peak: float


def built(folder: pathlib.Path, name: str, sections: int, seed: int) -> Built:
    """Build an engine's index in the folder, unless it is there; what it took, then or now."""
    place = place_of(folder, name)
    record = place.with_suffix(".json")
    if not record.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        process = multiprocessing.get_context("spawn").Process(
            target=_build, args=(place, record, name, sections, seed)
        )
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(f"{name}: the build failed")
    return Built(*json.loads(record.read_text("utf-8")))


def place_of(folder: pathlib.Path, name: str) -> pathlib.Path:
    """Where an engine's index lies."""
    return folder / _engine(name).folder


def _engine(name: str) -> Engine:
    return Own() if name == OWN else PEERS[name]


def _build(place: pathlib.Path, record: pathlib.Path, name: str, sections: int, seed: int) -> None:
    watched = Watched()
    begun = time.perf_counter()
    if name == OWN:
        Own().build(place, corpus.entries(sections, seed))
    else:
        PEERS[name].build(place, read(place.parent / SECTIONS_FILE))
    seconds = time.perf_counter() - begun
    took = Built(seconds, sum(_sizes(place)) / 1e6, watched.peak, watched.worker_peak)
    record.write_text(json.dumps(took), "utf-8")


class Watched:
    """The most memory of their own that this process and its workers have been seen to hold."""

    def __init__(self) -> None:
        self.peak = self.worker_peak = 0.0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            self.peak = max(self.peak, _memory("RssAnon"))
            for worker in multiprocessing.active_children():
                with contextlib.suppress(OSError, ValueError):  # it has just ended
                    self.worker_peak = max(self.worker_peak, _memory("RssAnon", worker.pid))
            time.sleep(EVERY)


def resident(folder: pathlib.Path, name: str, asked: Classes) -> Resident:
    """Ask every query once in a process of its own, and see what it holds then."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_ask_all, (place_of(folder, name), name, asked))


def _ask_all(place: pathlib.Path, name: str, asked: Classes) -> Resident:
    searcher = _engine(name).open(place)
    for query in itertools.chain.from_iterable(asked.values()):
        searcher.find(query.request)
    return Resident(_memory("VmRSS"), _memory("RssAnon"))


def _memory(kind: str, process: int | None = None) -> float:
    """Megabytes that this process or another holds now: "VmRSS" all, "RssAnon" of its own."""
    for line in pathlib.Path(f"/proc/{process or 'self'}/status").read_text("ascii").splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / 1024
    raise ValueError(kind)


def _sizes(place: pathlib.Path) -> c.Iterator[int]:
    return (path.stat().st_size for path in place.rglob("*") if path.is_file())
