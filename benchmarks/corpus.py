"""A corpus of invented protocols, as large as one likes, whose vocabulary grows as real ones do.

Every protocol has a förvaltning, a date from 2014 to 2025, and some twelve sections with title,
text, topics, unions, case numbers, questions with answers, and matters of samverkan; a few are
internal. The words are spread as `invented_text` tells; everything is invented, by rule and lot.

The same seed gives the same protocols, whatever the machine's hash seed and however many are asked
for: the corpus of 10,000 sections is the beginning of that of 1,000,000 (but for the last protocol,
which is cut so that the number comes out). Made in rows of protocols, so memory stays flat.
Run: python benchmarks/corpus.py [--describe] [--sections 10000] [--seed 1]
"""

import argparse
import collections.abc as c
import dataclasses as dc
import datetime as dt
import itertools
import random
import typing as t

import invented_sections as drafting
import numpy as np
from corpus_counts import count, describe
from invented_text import Texts, Writer
from prepared import prepared

from archive.model import Basis, ForvaltningRef, MeetingDate, Protocol, Section, Source
from archive.registry import Forvaltning, packaged
from archive.visibility import Visibility
from index import Entry

SEED: t.Final = 1
ROW: t.Final = 64  # protocols written at a time
YEARS: t.Final = range(2014, 2026)
INTERNAL: t.Final = 0.03

_FORVALTNINGAR: t.Final = tuple(packaged().forvaltningar.values())
_FORVALTNING_SHARES: t.Final = [place**-0.8 for place in range(1, len(_FORVALTNINGAR) + 1)]
_TOPIC_SHARES: t.Final = [place**-0.7 for place in range(1, len(drafting.TOPICS) + 1)]


def entries(sections: int, seed: int = SEED) -> c.Iterator[Entry]:
    """Protocols with so many sections together."""
    left = sections
    for entry in itertools.chain.from_iterable(_rows(seed)):
        if left <= len(entry.protocol.sections):
            cut = dc.replace(entry.protocol, sections=entry.protocol.sections[:left])
            if left > 0:
                yield dc.replace(entry, protocol=cut)
            return
        left -= len(entry.protocol.sections)
        yield entry


def _rows(seed: int) -> c.Iterator[c.Iterator[Entry]]:
    writer = Writer(drafting.SUBJECTS)
    for row in itertools.count():
        lot = random.Random(f"{seed} {row}")
        plans = [_Plan.drawn(lot, row * ROW + place) for place in range(ROW)]
        topics = np.array([topic for plan in plans for topic in plan.topics])
        scales = np.array([scale for plan in plans for scale in plan.scales])
        texts = writer.write(np.random.default_rng([seed, row]), topics, scales)
        yield _entries(lot, plans, texts)


def _entries(lot: random.Random, plans: list["_Plan"], texts: Texts) -> c.Iterator[Entry]:
    first = 0
    for plan in plans:
        bodies = [texts.of(first + place) for place in range(len(plan.topics))]
        first += len(bodies)
        visibility = Visibility.INTERNAL if lot.random() < INTERNAL else Visibility.PUBLIC
        yield Entry(_protocol(lot, plan, bodies), visibility)


@dc.dataclass(frozen=True, slots=True)
class _Plan:
    """What is settled of a protocol before its text is written."""

    number: int
    forvaltning: Forvaltning
    date: dt.date
    topics: list[int]  # of each section

    @classmethod
    def drawn(cls, lot: random.Random, number: int) -> "_Plan":
        (forvaltning,) = lot.choices(_FORVALTNINGAR, _FORVALTNING_SHARES)
        (year,) = lot.choices(YEARS, range(6, 6 + len(YEARS)))  # ever more is kept
        topics = lot.choices(range(len(_TOPIC_SHARES)), _TOPIC_SHARES, k=lot.randint(9, 15))
        day = dt.date(year, 1, 8) + dt.timedelta(lot.randrange(340))
        return cls(number, forvaltning, day, topics)

    @property
    def scales(self) -> list[float]:
        """How long each section is against others: the first are of form and short."""
        return [0.4] * len(drafting.OPENING) + [1.0] * (len(self.topics) - len(drafting.OPENING))

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases of this meeting, and one that an earlier meeting had."""
        prefix = self.forvaltning.id[:3].upper()
        serials = (self.number * 3 + 100, self.number * 3 + 101, max(0, self.number - 40) * 3 + 100)
        return tuple(f"{prefix} {self.date.year}/{serial}" for serial in serials)


def _protocol(lot: random.Random, plan: _Plan, bodies: list[list[list[str]]]) -> Protocol:
    sections: list[Section] = []
    page = 1.0
    for ordinal, (topic, body) in enumerate(zip(plan.topics, bodies, strict=True), start=1):
        place = drafting.Place(ordinal, page, topic, plan.cases)
        sections.append(drafting.section(lot, place, body))
        page += len(sections[-1].text) / drafting.PAGE
    day, name = plan.date.isoformat(), plan.forvaltning.name
    return Protocol(
        id=f"{plan.forvaltning.id}/{day}-{plan.number}",
        title=f"Protokoll från förvaltningsgruppen, {name}, {day}",
        date=MeetingDate(plan.date, Basis.STATED),
        forvaltning=ForvaltningRef(plan.forvaltning.id, name, Basis.STATED),
        sections=tuple(sections),
        source=Source(f"protokoll-{plan.number:06}.pdf", pages=int(page)),
    )


def _measured(among: c.Iterable[Entry], lengths: list[int]) -> c.Iterator[Entry]:
    """The same, while the length of each section's text is put down."""
    for entry in among:
        lengths += (len(section.text) for section in entry.protocol.sections)
        yield entry


def main() -> None:
    """Write the protocols as JSON, a line each, or tell how their words are spread."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--sections", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=SEED)
    ask.add_argument("--describe", action="store_true", help="tell how the words are spread")
    chosen = ask.parse_args()
    if chosen.describe:
        lengths: list[int] = []
        counts = count(prepared(_measured(entries(chosen.sections, chosen.seed), lengths)))
        lengths.sort()
        middle, high = lengths[len(lengths) // 2], lengths[len(lengths) * 95 // 100]
        mean = sum(lengths) / len(lengths)
        print(f"Tecken i en §: median {middle}, medel {mean:.0f}, p95 {high}")
        print("\n".join(describe(counts)))
        return
    for entry in entries(chosen.sections, chosen.seed):
        print(entry.protocol.to_json(indent=None))


if __name__ == "__main__":
    main()
