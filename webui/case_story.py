"""A case as it went from meeting to meeting. Pure functions of hits and protocols."""

import collections
import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Outcome, Protocol, SamverkanMatter, Section
from archive.records import Record
from index import Excerpt, Hit
from webui import case_items
from webui.case_slug import case_slug

PASSAGES: t.Final = 4  # of a paragraph that lists several cases
LONGEST: t.Final = 400  # characters of one


@dc.dataclass(frozen=True, slots=True)
class Step:
    """One paragraph about the case."""

    hit: Hit
    protocol: Protocol
    section: Section
    number: str  # the case's, as printed here
    name: str = ""  # what it is called here; empty where only its number is said
    item: case_items.Item | None = None  # what is its own, where the paragraph lists several

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """What to show of the paragraph: nothing that is another case's."""
        if self.item is None:
            return self.hit.excerpts
        return tuple(_excerpt(text, self.number) for text in self.item.passages[:PASSAGES])

    @property
    def matters(self) -> tuple[SamverkanMatter, ...]:
        """What was cooperated about: of the case itself where the protocol keeps them apart."""
        every = self.section.samverkan
        slug = case_slug(self.number)
        own = tuple(m for m in every if slug in map(case_slug, m.diarienummer))
        others = tuple(m for m in every if not m.diarienummer)
        return own if self.item else own + others

    @property
    def outcomes(self) -> tuple[SamverkanMatter, ...]:
        """The matters as they are told: without what is said already or is another case's too,
        each once."""
        said = (self.name, self.section.title)
        return tuple(
            dict.fromkeys(
                SamverkanMatter(
                    it.basis,
                    None if it.matter in said or _is_shared(it) else it.matter,
                    it.outcome,
                )
                for it in self.matters
            )
        )


@dc.dataclass(frozen=True, slots=True)
class Story:
    """A case with its number, what it is called, and how it stands."""

    number: str
    title: str  # empty where none of its paragraphs says what it is called
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
        number = section and next(
            (d for d in case_items.numbers_of(section) if case_slug(d) == slug), None
        )
        if protocol and section and number:
            name, item = case_items.name(section, slug), case_items.item(section, slug)
            found.append(Step(hit, protocol, section, number, name, item))
    return tuple(found)


def story(steps: tuple[Step, ...]) -> Story:
    """The case as a whole; it is called what it is called most often."""
    most = collections.Counter(filter(None, (step.name for step in steps))).most_common(1)
    return Story(
        number=collections.Counter(step.number for step in steps).most_common(1)[0][0],
        title=most[0][0] if most else "",
        steps=steps,
        meetings=len({step.protocol.id for step in steps}),
    )


def _excerpt(text: str, number: str) -> Excerpt:
    """The passage with its number marked, cut between words where it is long."""
    if is_long := len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
    return Excerpt(text, case_items.marks(text, number), cut_after=is_long)


def _is_shared(matter: SamverkanMatter) -> bool:
    return len({case_slug(number) for number in matter.diarienummer}) > 1
