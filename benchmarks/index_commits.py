"""How long does it take to add ten sections to a large index, and until they are found?

Into an index of invented protocols one protocol of ten sections is put at a time, by one process,
each in a commit of its own; another that has the index open asks for a word that only the new
protocol has. Times are by the clock, of every commit and of the first search after it, which opens
what is new; beside them a search when nothing has changed. Now and then a commit joins what small
segments there are, and takes longer: the longest is told too. Writes a table in Markdown.
Run: python benchmarks/index_commits.py [--sections 10000] [--commits 45]
"""

import argparse
import dataclasses as dc
import pathlib
import statistics
import tempfile
import time

import corpus

import index
from archive.registry import packaged
from archive.visibility import Audience, Visibility


def main() -> None:
    """Build, add, ask, and print what it took."""
    summary = (__doc__ or "").partition("\n")[0]
    ask = argparse.ArgumentParser(description=summary)
    ask.add_argument("--sections", type=int, default=10_000)
    ask.add_argument("--commits", type=int, default=45)
    ask.add_argument("--seed", type=int, default=corpus.SEED)
    chosen = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(pathlib.Path(folder), chosen.sections, chosen.commits, chosen.seed)


def measure(folder: pathlib.Path, sections: int, commits: int, seed: int) -> None:
    """Add to an index of so many sections, and print the table."""
    writer = index.open_index(folder, packaged())
    writer.rebuild(corpus.entries(sections, seed))
    reader = index.open_index(folder, packaged())
    adding, seeing, asking = list[float](), list[float](), list[float]()
    for number in range(commits + 1):
        request = index.Request(f"nyord{number}", Audience.PUBLIC)
        entry = ten_sections(number, seed)
        begun = time.perf_counter()
        writer.update([entry])
        done = time.perf_counter()
        found = reader.search(request).total
        seen = time.perf_counter()
        time.sleep(0.2)  # until the folder has come to rest
        reader.search(request)
        before = time.perf_counter()
        reader.search(request)
        after = time.perf_counter()
        assert found == 1, found
        if number:  # the first opens everything
            adding.append(done - begun)
            seeing.append(seen - done)
            asking.append(after - before)
    print(f"\n{sections} §, {commits} gånger tio § till; ms\n")
    print("| | median | p95 | längst |\n| --- | --: | --: | --: |")
    for name, times in (
        ("tio § skrivna", adding),
        ("första sökningen därefter", seeing),
        ("en sökning när inget har hänt", asking),
    ):
        p95 = statistics.quantiles(times, n=20)[-1]
        row = (statistics.median(times), p95, max(times))
        print(f"| {name} | {' | '.join(f'{value * 1000:.1f}' for value in row)} |")


def ten_sections(number: int, seed: int) -> index.Entry:
    """A protocol of ten sections, and a word of its own in the first."""
    entry = next(corpus.entries(10, seed + 1 + number))
    first, *rest = entry.protocol.sections
    sections = (dc.replace(first, text=f"{first.text}\n\nnyord{number}"), *rest)
    protocol = dc.replace(entry.protocol, id=f"ny/{number}", sections=sections)
    return index.Entry(protocol, Visibility.PUBLIC)


if __name__ == "__main__":
    main()
