"""How well are the sample protocols read, part by part?

Compares every file of `tests/samples/files` with what is written down beside it in `expected/`, and
prints the mean F1 of each part; with --faults what was missed (-) and what is none (+).
Run: PYTHONPATH=tests/support python benchmarks/samples.py [STEM…] [--faults]
"""

import argparse
import collections
import json
import pathlib
import statistics
import typing as t

from expected import compare

from archive.registry import packaged
from archive.settings import Limits
from importers.parse import Parser
from importers.reader import Reader

SAMPLES: t.Final = pathlib.Path(__file__).parents[1] / "tests/samples"


def main() -> None:
    """Read the samples and print what was scored."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("stems", nargs="*", help="the beginnings of file names; all where none")
    ask.add_argument("--faults", action="store_true", help="show what was missed")
    chosen = ask.parse_args()
    reader = Reader(Limits(), Parser(packaged()))
    scores: dict[str, list[float]] = collections.defaultdict(list)
    for file in sorted(SAMPLES.glob("files/*.*")):
        if chosen.stems and not file.name.startswith(tuple(chosen.stems)):
            continue
        gold = json.loads((SAMPLES / "expected" / f"{file.stem}.json").read_text("utf-8"))
        found = reader.read(file.read_bytes(), file.name).protocol
        for name, part in compare(gold, found).items():
            scores[name].append(part.score)
            if chosen.faults and (part.missed or part.extra):
                print(f"{file.name} {name} {part.score:.2f}")
                for sign, facts in (("-", part.missed), ("+", part.extra)):
                    for fact in facts:
                        print(f"  {sign} {fact}")
    print("| part | files | F1 |\n| --- | --: | --: |")
    for name, values in scores.items():
        print(f"| {name} | {len(values)} | {statistics.fmean(values):.3f} |")


if __name__ == "__main__":
    main()
