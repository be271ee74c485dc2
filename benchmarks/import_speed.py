"""How fast does an import go, do all processors work, and does its memory stay where it is?

Invented protocols as PDF, from file to catalogue and on to searchable, with one process and with
two, without pictures of the pages and with. Indexing goes on beside the reading, as in the import
command, or at the end of each hundred files while the reading waits, to compare. Then a long
import, at each tenth of which the memory of the import itself and of its largest worker is looked
at. Times are by the clock, since that is what one waits for: run it on a machine that does nothing
else. Writes two tables in Markdown.
Run: python benchmarks/import_speed.py [--count 120] [--long 2000] [--seed 1]
"""

import argparse
import collections.abc as c
import contextlib
import itertools
import multiprocessing
import os
import pathlib
import platform
import tempfile
import time
import typing as t

import index
from archive.catalogue import Catalogue
from archive.media_types import DRAWN
from archive.originals import Originals
from archive.pages import PageStore
from archive.settings import Limits, Settings
from archive.visibility import Visibility
from importers import demo, pictures
from importers.ingest import Importer

PROCESSES: t.Final = (1, 2)
BATCH: t.Final = 100  # protocols between two commits to the index, where the reading waits for it
STEPS: t.Final = 10


class Times(t.NamedTuple):
    """Seconds from the first file, when all were in the catalogue, searchable and drawn."""

    kept: float
    searchable: float
    drawn: float
    processors: float  # at work until all were searchable, on the average


class Import:
    """An archive of its own in a folder, and an import into it."""

    def __init__(self, folder: pathlib.Path, catalogue: Catalogue, processes: int) -> None:
        self._settings = Settings(data_dir=folder, limits=Limits(workers=processes))
        self._pages = PageStore(self._settings.pages_dir)
        self._originals = Originals(self._settings.originals_dir)
        self._catalogue = catalogue
        registries = demo.registries()
        self._index = index.open_index(self._settings.index_dir, registries)
        self._importer = Importer(
            catalogue=catalogue,
            originals=self._originals,
            pages=self._pages,
            registries=registries,
            limits=self._settings.limits,
            visibility=Visibility.PUBLIC,
        )

    def keep(self, files: pathlib.Path, *, beside: bool = True) -> c.Iterator[None]:
        """Read the files, making them searchable beside it or now and then; gives after each."""
        outcomes = self._importer.run([files])
        if not beside:
            for number, _ in enumerate(outcomes, start=1):
                if number % BATCH == 0:
                    self.make_searchable()
                yield
            return
        with index.Indexing(self._catalogue, self._index) as indexing:
            for _ in outcomes:
                indexing.wake()
                yield

    def make_searchable(self) -> None:
        """Put what is kept into the index."""
        index.index_pending(self._catalogue, self._index)

    def draw(self) -> None:
        """Draw all pages."""
        drawings = [
            pictures.Drawing(self._originals.path(file.sha256), file.sha256)
            for file in self._catalogue.shown_files()
            if file.media_type in DRAWN
        ]
        for _ in pictures.draw(drawings, self._settings.pages_dir, self._settings.limits):
            pass


def main() -> None:
    """Write the files, import them in every way and print what it took."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=120, help="files of each timed import")
    ask.add_argument("--long", type=int, default=2000, help="files of the long one; 0: none")
    ask.add_argument("--seed", type=int, default=1)
    chosen = ask.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if chosen.count:
            speed(written(folder / "files", chosen.seed, chosen.count), folder)
        if chosen.long:
            memory(written(folder / "many", chosen.seed, chosen.long), folder, chosen.long)


def speed(files: pathlib.Path, folder: pathlib.Path) -> None:
    """Protocols a second, with each number of processes."""
    count = sum(1 for _ in files.iterdir())
    print(f"\n{count} protokoll i PDF; protokoll i sekunden till och med att de är …\n")
    print("| processer | sökregistret | i katalogen | sökbara | ritade | processorer i arbete |")
    print("| --: | :-- | --: | --: | --: | --: |")
    for number, (processes, beside) in enumerate(itertools.product(PROCESSES, (False, True))):
        times = timed(files, folder / f"archive-{number}", processes, beside=beside)
        rates = " | ".join(f"{count / seconds:.1f}" for seconds in times[:3])
        when = "bredvid" if beside else "emellan"
        print(f"| {processes} | {when} | {rates} | {times.processors:.2f} |", flush=True)


def timed(files: pathlib.Path, folder: pathlib.Path, processes: int, *, beside: bool) -> Times:
    """One import into an empty archive."""
    with opened(folder, processes) as archive:
        begun, worked = time.perf_counter(), processor_seconds()
        for _ in archive.keep(files, beside=beside):
            pass
        kept = time.perf_counter() - begun
        archive.make_searchable()
        searchable = time.perf_counter() - begun
        worked = processor_seconds() - worked
        archive.draw()
        return Times(kept, searchable, time.perf_counter() - begun, worked / searchable)


def memory(files: pathlib.Path, folder: pathlib.Path, count: int) -> None:
    """Megabytes in use at each tenth of a long import, and while its pages are drawn."""
    print(f"\nMinne (MB) under en läsning av {count} filer med två processer\n")
    print("| filer | läsningen | största läsprocess | protokoll i sekunden dittills |")
    print("| --: | --: | --: | --: |")
    with opened(folder / "archive-long", PROCESSES[-1]) as archive:
        begun = time.perf_counter()
        marks = {max(1, count * step // STEPS) for step in range(1, STEPS + 1)}
        for number, _ in enumerate(archive.keep(files), start=1):
            if number in marks:
                rate = number / (time.perf_counter() - begun)
                largest = max(map(resident, children()), default=0.0)
                print(
                    f"| {number} | {resident(os.getpid()):.0f} | {largest:.0f} | {rate:.1f} |",
                    flush=True,
                )


@contextlib.contextmanager
def opened(folder: pathlib.Path, processes: int) -> c.Iterator[Import]:
    folder.mkdir()
    with Catalogue.open(f"sqlite:///{folder / 'katalog.sqlite'}") as catalogue:
        archive = Import(folder, catalogue, processes)
        archive.make_searchable()  # an index that is not there yet is begun
        yield archive


def resident(process: int) -> float:
    """Megabytes that a process holds now; 0 where it is gone."""
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{process}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def processor_seconds() -> float:
    """What this process and those of its children that have ended have used of processors."""
    return sum(os.times()[:4])


def children() -> tuple[int, ...]:
    return tuple(process.pid for process in multiprocessing.active_children() if process.pid)


def written(folder: pathlib.Path, seed: int, count: int) -> pathlib.Path:
    """A folder of so many invented protocols as PDF, written by a process of its own."""
    folder.mkdir()
    process = multiprocessing.get_context("spawn").Process(target=write, args=(folder, seed, count))
    process.start()
    process.join()
    return folder


def write(folder: pathlib.Path, seed: int, count: int) -> None:
    for number, minutes in enumerate(itertools.islice(demo.meetings(seed), count)):
        (folder / f"{number:05}.pdf").write_bytes(demo.render(minutes, "pdf"))


if __name__ == "__main__":
    main()
