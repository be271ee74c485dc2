"""How the words of the corpus are spread: what queries are chosen by, and what --describe tells.

One pass over the sections that the public may see, with the tokens of the index and its stems.
"""

import array
import collections
import collections.abc as c
import dataclasses as dc
import typing as t

from archive.visibility import Visibility
from index import Entry
from index.swedish import phrase_keys, stem, tokens

SAMPLE: t.Final = 5_000  # sections in which rows of words are counted, from the beginning
LONGEST_ROW: t.Final = 4
BY_TENS: t.Final = tuple(10**power for power in range(3, 8))


@dc.dataclass(slots=True)
class Counts:
    """Numbers of the public sections. `holding`: in how many a stem stands."""

    sections: int = 0
    tokens: int = 0
    characters: "array.array[int]" = dc.field(default_factory=lambda: array.array("I"))
    holding: collections.Counter[str] = dc.field(default_factory=collections.Counter)
    forms: dict[str, str] = dc.field(default_factory=dict)  # a written form of each stem
    types: set[str] = dc.field(default_factory=set)
    growth: list[tuple[int, int, int]] = dc.field(default_factory=list)  # §, tokens, types
    rows: collections.Counter[tuple[str, ...]] = dc.field(default_factory=collections.Counter)
    cases: list[str] = dc.field(default_factory=list)  # case numbers, of the sample

    def add(self, entry: Entry) -> None:
        """Count a protocol's sections, if they are public."""
        if entry.visibility is not Visibility.PUBLIC:
            return
        for section in entry.protocol.sections:
            self._add(section.title, section.text)
            if self.sections <= SAMPLE:
                self.cases.extend(section.diarienummer)

    def _add(self, title: str, text: str) -> None:
        keys = [token.key for part in (title, text) for token in tokens(part)]
        stems = {stem(key): key for key in keys}
        self.sections += 1
        self.tokens += len(keys)
        self.characters.append(len(text))
        self.types.update(keys)
        self.holding.update(stems.keys())
        for stemmed, key in stems.items():
            self.forms.setdefault(stemmed, key)
        if self.sections <= SAMPLE:
            self.rows.update(_rows(phrase_keys(text)))
        if self.sections in BY_TENS:
            self.growth.append((self.sections, self.tokens, len(self.types)))

    def share(self, stemmed: str) -> float:
        """The share of the sections in which a stem stands."""
        return self.holding[stemmed] / self.sections


def count(entries: c.Iterable[Entry]) -> Counts:
    """Count all there are."""
    counts = Counts()
    for entry in entries:
        counts.add(entry)
    counts.growth.append((counts.sections, counts.tokens, len(counts.types)))
    return counts


def describe(counts: Counts) -> c.Iterator[str]:
    """Lines of Markdown."""
    lengths = sorted(counts.characters)
    middle, high = lengths[len(lengths) // 2], lengths[len(lengths) * 95 // 100]
    yield (
        f"{counts.sections} offentliga §, {counts.tokens / counts.sections:.0f} ord var (medel), "
        f"tecken: median {middle}, medel {sum(lengths) / len(lengths):.0f}, p95 {high}"
    )
    alone = sum(1 for holding in counts.holding.values() if holding == 1)
    yield f"{len(counts.holding)} stammar, {alone / len(counts.holding):.0%} av dem i en enda §"
    yield from ("", "| § | ord | olika ord |", "| --: | --: | --: |")
    yield from (f"| {row[0]} | {row[1]} | {row[2]} |" for row in counts.growth)
    yield from ("", "| stam | andel av § |", "| --- | --: |")
    for stemmed, _ in counts.holding.most_common(40):
        yield f"| {stemmed} | {counts.share(stemmed):.1%} |"


def _rows(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The rows of two to four words in a text."""
    return {
        keys[first : first + length]
        for length in range(2, LONGEST_ROW + 1)
        for first in range(len(keys) - length + 1)
    }
