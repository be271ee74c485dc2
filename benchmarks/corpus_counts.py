"""How the words of the corpus are spread: what queries are chosen by, and what --describe tells.

One pass over the sections that the public may see, as `prepared` gives them: the tokens of
the index, and the names of their parts.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import typing as t

from prepared import BAR, Prepared, form_of

SAMPLE: t.Final = 2_000  # sections in which rows of words are counted, from the beginning
LONGEST_ROW: t.Final = 4
BY_TENS: t.Final = tuple(10**power for power in range(3, 8))


@dc.dataclass(slots=True)
class Counts:
    """`holding`: in how many sections a word stands, by name; `rows`: the same of rows of words."""

    sections: int = 0
    tokens: int = 0
    holding: collections.Counter[str] = dc.field(default_factory=collections.Counter)
    forms: dict[str, str] = dc.field(default_factory=dict)  # each word and its name
    rows: collections.Counter[tuple[str, ...]] = dc.field(default_factory=collections.Counter)
    growth: list[tuple[int, int, int]] = dc.field(default_factory=list)  # §, words, different ones

    def add(self, section: Prepared) -> None:
        """Count one more."""
        written = section.written.split(" ")
        parts = section.parts.split(" ")
        self.sections += 1
        self.tokens += sum(key != BAR for key in written)
        self.holding.update({*parts, *section.lemmas.split(" ")} - {BAR})
        for key in written:
            if key not in self.forms and key != BAR:
                self.forms[key] = _name(key)
        if self.sections <= SAMPLE:
            self.rows.update(set(_rows(written)))
        if self.sections in BY_TENS:
            self.note()

    def note(self) -> None:
        """Keep how far the vocabulary has grown."""
        self.growth.append((self.sections, self.tokens, len(self.forms)))

    def share(self, stemmed: str) -> float:
        """The share of the sections in which a word stands."""
        return self.holding[stemmed] / self.sections


def count(sections: c.Iterable[Prepared]) -> Counts:
    """Count all there are."""
    counts = Counts()
    for section in sections:
        counts.add(section)
    counts.note()
    return counts


def describe(counts: Counts) -> c.Iterator[str]:
    """Lines of Markdown."""
    alone = sum(1 for holding in counts.holding.values() if holding == 1)
    yield (
        f"{counts.sections} offentliga §, {counts.tokens / counts.sections:.0f} ord var i medel; "
        f"{len(counts.holding)} namn, {alone / len(counts.holding):.0%} av dem i en enda §"
    )
    yield from ("", "| § | ord | olika ord |", "| --: | --: | --: |")
    yield from (f"| {row[0]} | {row[1]} | {row[2]} |" for row in counts.growth)
    yield from ("", "| namn | andel av § |", "| --- | --: |")
    for stemmed, _ in counts.holding.most_common(40):
        yield f"| {stemmed} | {counts.share(stemmed):.1%} |"


def _name(key: str) -> str:
    """What a word is met by: its part, if it has but one, or else its lemma."""
    lemmas, parts = form_of(key)
    return lemmas[0] if len(parts) > 1 else parts[0]


def _rows(written: list[str]) -> c.Iterator[tuple[str, ...]]:
    """The rows of two to four words, none of which runs across a bar."""
    for is_bar, group in itertools.groupby(written, BAR.__eq__):
        keys = () if is_bar else tuple(group)
        for length in range(2, LONGEST_ROW + 1):
            for first in range(len(keys) - length + 1):
                yield keys[first : first + length]
