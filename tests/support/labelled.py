"""Invented sections and sentences labelled by a reader, and how well the rules agree with them.

`tests/labelled/sections.jsonl` says what each section is about: `topics` should be found, `may` are
debatable and count neither way; a `sample` is the sample protocol that it was taken from.
`unions.jsonl` says which unions a sentence names. Everything was labelled by reading alone, before
the rules had been run on it. Rules are improved by what the tune half shows; the
held-out half only tells whether they hold for what they were not made for. Those without a
`sample` have the same author as the rules' words, so read their scores as the upper end. A title
or sentence falls in the same half for ever, whatever is added, for its own letters decide.
"""

import collections
import collections.abc as c
import dataclasses as dc
import enum
import hashlib
import json
import pathlib
import typing as t

FOLDER: t.Final = pathlib.Path(__file__).parents[1] / "labelled"


class Half(enum.StrEnum):
    """Which part of the labelled texts: the one rules are made by, or the one that tries them."""

    TUNE = "tune"
    HELD_OUT = "held out"


@dc.dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the labels a reader gave it."""

    title: str  # "" for a sentence
    text: str
    labels: frozenset[str]
    may: frozenset[str] = frozenset()

    @property
    def half(self) -> Half:
        """Decided by a hash of the title, or of the sentence that has none."""
        digest = hashlib.sha256((self.title or self.text).encode()).digest()
        return Half.HELD_OUT if digest[-1] % 2 else Half.TUNE


@dc.dataclass(frozen=True, slots=True)
class Score:
    """How often a label was found where it should, where it should not, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def labelled(self) -> int:
        return self.right + self.missed

    @property
    def precision(self) -> float:
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dc.dataclass(frozen=True, slots=True)
class Fault:
    """A text whose labels were not exactly those found."""

    labelled: Labelled
    missed: frozenset[str]
    wrong: frozenset[str]


Finder: t.TypeAlias = c.Callable[[Labelled], c.Iterable[str]]


def sections() -> tuple[Labelled, ...]:
    """Every labelled section."""
    return tuple(
        Labelled(row["title"], row["text"], frozenset(row["topics"]), frozenset(row["may"]))
        for row in _rows("sections.jsonl")
    )


def sentences() -> tuple[Labelled, ...]:
    """Every sentence labelled with the unions it names."""
    return tuple(
        Labelled("", row["text"], frozenset(row["unions"])) for row in _rows("unions.jsonl")
    )


def faults(texts: c.Iterable[Labelled], find: Finder) -> tuple[Fault, ...]:
    """The texts in which something was missed or wrongly found."""
    found = ((text, frozenset(find(text))) for text in texts)
    every = (Fault(text, text.labels - got, got - text.labels - text.may) for text, got in found)
    return tuple(fault for fault in every if fault.missed or fault.wrong)


def scores(texts: c.Sequence[Labelled], find: Finder) -> dict[str, Score]:
    """Each label's score over the texts, by the label's name."""
    labelled = collections.Counter(label for text in texts for label in text.labels)
    bad = faults(texts, find)
    missed = collections.Counter(label for fault in bad for label in fault.missed)
    wrong = collections.Counter(label for fault in bad for label in fault.wrong)
    return {
        label: Score(labelled[label] - missed[label], wrong[label], missed[label])
        for label in sorted(labelled | wrong)
    }


def overall(parts: c.Iterable[Score]) -> Score:
    """All labels taken together."""
    columns = zip(*map(dc.astuple, parts), strict=True)
    return Score(*map(sum, columns))


def _rows(name: str) -> c.Iterator[dict[str, t.Any]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
