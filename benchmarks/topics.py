"""How well are topics and unions found in sections and sentences that a reader has labelled?

Writes two tables: precision, recall and F1 of each topic, and of each union, on the half that the
rules were made by and on the half that was held out. What is debatable counts neither way.
Run: python benchmarks/topics.py [--faults]
"""

import argparse
import pathlib
import sys

from archive.registry import packaged
from importers.parse.section_unions import section_unions
from importers.parse.topic_words import TopicWords
from importers.parse.topics import find_topics
from importers.parse.unions import UnionNames

# The labelled texts are the tests' own.
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "tests" / "support"))

from labelled import (
    Finder,
    Half,
    Labelled,
    Score,
    faults,
    overall,
    scores,
    sections,
    sentences,
)


def main() -> None:
    """Measure both, and show on request where the tune half went wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--faults", action="store_true", help="show what the tune half tells of")
    shown = ask.parse_args().faults
    registries = packaged()
    names = UnionNames(registries.unions)
    words = TopicWords(registries.topics)
    measured: tuple[tuple[str, tuple[Labelled, ...], Finder], ...] = (
        ("Topic", sections(), lambda section: topics_of(section, words)),
        ("Union", sentences(), lambda sentence: section_unions("", sentence.text, names)),
    )
    for head, texts, find in measured:
        halves = {half: [text for text in texts if text.half is half] for half in Half}
        print(table(head, {half: scores(halves[half], find) for half in Half}))
        for fault in faults(halves[Half.TUNE], find) if shown else ():
            print(f"{fault.labelled.title} | {fault.labelled.text}")
            print(f"  missed {sorted(fault.missed)}, wrong {sorted(fault.wrong)}")


def topics_of(section: Labelled, words: TopicWords) -> list[str]:
    return [found.topic for found in find_topics(section.title, section.text, words)]


def table(head: str, found: dict[Half, dict[str, Score]]) -> str:
    """A row for each label, in Markdown; the last is all of them together."""
    columns = " | ".join(f"{half} | precision | recall | F1" for half in Half)
    rows = [f"| {head} | {columns} |", "| --- |" + " --: |" * 4 * len(Half)]
    labels = sorted({label for half in found.values() for label in half})
    for label in labels:
        rows.append(row(label, [found[half].get(label, Score()) for half in Half]))
    rows.append(row("**all**", [overall(found[half].values()) for half in Half]))
    return "\n".join(rows) + "\n"


def row(label: str, parts: list[Score]) -> str:
    cells = (f"{s.labelled} | {s.precision:.2f} | {s.recall:.2f} | {s.f1:.2f}" for s in parts)
    return f"| {label} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
