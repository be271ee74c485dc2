"""A case as it went from meeting to meeting. Pure functions of hits and protocols."""

import collections
import collections.abc as c
import dataclasses as dc

from archive.model import Outcome, Protocol, SamverkanMatter, Section
from archive.records import Record
from index import Hit
from webui.case_slug import case_slug


@dc.dataclass(frozen=True, slots=True)
class Step:
    """One paragraph about the case."""

    hit: Hit
    protocol: Protocol
    section: Section
    number: str  # the case's, as printed here

    @property
    def matters(self) -> tuple[SamverkanMatter, ...]:
        """What was cooperated about: of the case itself where the protocol keeps them apart."""
        every = self.section.samverkan
        slug = case_slug(self.number)
        own = tuple(m for m in every if slug in map(case_slug, m.diarienummer))
        others = tuple(m for m in every if not m.diarienummer)
        return own + others


@dc.dataclass(frozen=True, slots=True)
class Story:
    """A case with its number, what it is called, and how it stands."""

    number: str
    title: str
    steps: tuple[Step, ...]
    meetings: int

    @property
    def latest(self) -> tuple[Step, Outcome] | None:
        """The last known outcome, and where it stands."""
        known = [
            (step, matter.outcome)
            for step in self.steps
            for matter in step.matters
            if matter.outcome is not Outcome.UNKNOWN
        ]
        return known[-1] if known else None


def steps(hits: c.Iterable[Hit], records: c.Iterable[Record], slug: str) -> tuple[Step, ...]:
    """The hits whose paragraph truly holds a number with that slug."""
    protocols = {record.protocol.id: record.protocol for record in records}
    found = []
    for hit in hits:
        protocol = protocols.get(hit.protocol_id)
        section = protocol and next(
            (s for s in protocol.sections if s.ordinal == hit.ordinal), None
        )
        number = section and next((d for d in numbers(section) if case_slug(d) == slug), None)
        if protocol and section and number:
            found.append(Step(hit, protocol, section, number))
    return tuple(found)


def numbers(section: Section) -> tuple[str, ...]:
    """Every case number that a paragraph holds."""
    of_matters = (number for matter in section.samverkan for number in matter.diarienummer)
    return tuple(dict.fromkeys((*section.diarienummer, *of_matters)))


def story(steps: tuple[Step, ...]) -> Story:
    """The case as a whole; it is called what most of its paragraphs are called."""
    titles = collections.Counter(step.section.title for step in steps if step.section.title)
    most = titles.most_common(1)
    return Story(
        number=collections.Counter(step.number for step in steps).most_common(1)[0][0],
        title=most[0][0] if most else "",
        steps=steps,
        meetings=len({step.protocol.id for step in steps}),
    )
