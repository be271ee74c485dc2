"""Thousands of damaged files through an import: none may crash it, hang it or get lost.

Each batch is imported into an archive of its own, by the processes and under the limits of any
import. A file that is read or set aside with a reason is as it should be; one that meets a fault
of ours, kills its reader, is not read in time or has no outcome is kept in a folder to look at.
Run: make fuzz, or PYTHONPATH=tests/support python -P tests/fuzz_files.py [--count N] [--seed S]
"""

import argparse
import collections
import collections.abc as c
import logging
import pathlib
import sys
import tempfile
import typing as t

import click
import mutations

from archive.catalogue import Catalogue
from archive.errors import SetAside
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import packaged
from archive.settings import Limits
from archive.visibility import Visibility
from importers.ingest import FileKept, Importer, Outcome

BATCH: t.Final = 250
OURS: t.Final = frozenset({SetAside.FAULT, SetAside.READER_DIED, SetAside.TOO_SLOW})
LOST: t.Final = "lost"


def main() -> int:
    """Import damaged files and print what became of them; 1 where some met a fault of ours."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--workers", type=int, default=0, help="0: one per processor")
    ask.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("build/fuzz"))
    chosen = ask.parse_args()
    chosen.keep.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=chosen.keep / "fuzz.log", level=logging.ERROR)
    limits = Limits(workers=chosen.workers, file_seconds=30)
    files = mutations.samples()
    counts: collections.Counter[str] = collections.Counter()
    faults: list[str] = []
    for first in range(0, chosen.count, BATCH):
        numbers = range(first, min(chosen.count, first + BATCH))
        batch = [mutations.damaged(files, chosen.seed, number) for number in numbers]
        for file, outcome in outcomes_of(batch, limits):
            counts[f"{file.suffix:6} {outcome}"] += 1
            if outcome in OURS or outcome == LOST:
                (chosen.keep / file.name).write_bytes(file.content)
                faults.append(f"{file.name}: {outcome}")
        click.echo(f"{numbers.stop} files, {len(faults)} faults", err=True)
    for outcome, count in sorted(counts.items()):
        click.echo(f"{outcome:28}{count:8}")
    for fault in faults:
        click.echo(fault)
    return 1 if faults else 0


def outcomes_of(
    batch: c.Sequence[mutations.File], limits: Limits
) -> c.Iterator[tuple[mutations.File, str]]:
    """What became of each file, "kept" or the reason; a ZIP is kept if anything in it was."""
    with tempfile.TemporaryDirectory() as place:
        home = pathlib.Path(place)
        folder = home / "filer"
        folder.mkdir()
        for file in batch:
            (folder / file.name).write_bytes(file.content)
        with Catalogue.open(f"sqlite:///{home / 'katalog.sqlite'}") as catalogue:
            importer = Importer(
                catalogue=catalogue,
                originals=Originals(home / "originals"),
                pages=PageStore(home / "pages"),
                registries=packaged(),
                limits=limits,
                visibility=Visibility.PUBLIC,
            )
            found: dict[str, set[str]] = collections.defaultdict(set)
            for outcome in importer.run([folder]):
                found[outcome.filename.split("/")[0]].add(_told(outcome))
    for file in batch:
        yield file, _worst(found[file.name])


def _told(outcome: Outcome) -> str:
    return "kept" if isinstance(outcome, FileKept) else outcome.reason


def _worst(outcomes: set[str]) -> str:
    """Of a ZIP's files, one that met a fault of ours; else that one was kept."""
    for outcome in (*OURS, "kept"):
        if outcome in outcomes:
            return outcome
    return min(outcomes, default=LOST)


if __name__ == "__main__":
    sys.exit(main())
