"""How a protocol was read: what was found, on what that rests, and what to check. Pure.

The same rows are shown in the terminal and on the protocol's page, so the words are here. Every
remark stands in the row that it is about, and nowhere else.
"""

import collections
import collections.abc as c
import dataclasses as dc
import textwrap
import typing as t

from archive.corrections import DATE, FORVALTNING
from archive.counts import count
from archive.messages import RemarkCode, remark_sentence
from archive.model import Basis, Exchange, Outcome, Protocol, Section
from archive.registry import Registries

TITLE: t.Final = "Så är protokollet läst"
BASIS: t.Final = {
    Basis.STATED: "står i protokollet",
    Basis.INFERRED: "beräknat",
    Basis.UNKNOWN: "framgår inte",
}
BY_A_PERSON: t.Final = "satt av en person"
NOT_SAID: t.Final = "framgår inte"
OUTCOMES: t.Final[c.Mapping[str, str]] = {
    Outcome.AGREED: "Enighet",
    Outcome.DISAGREED: "Oenighet",
    Outcome.INFORMED: "Information",
    Outcome.POSTPONED: "Bordlagt",
    Outcome.UNKNOWN: "Utfall framgår inte",
}
PLACES: t.Final = {
    "header": "inledning",
    "sections": "paragrafer",
    "signatures": "underskrifter",
    "appendices": "bilagor",
    "furniture": "sidhuvud och sidfot",
    "unplaced": "utan plats",
}

# Which row a remark is about.
DOCUMENT: t.Final = frozenset({RemarkCode.NOT_A_PROTOCOL})
DATES: t.Final = frozenset(
    {RemarkCode.DATE_UNKNOWN, RemarkCode.DATE_INFERRED, RemarkCode.DATE_IMPOSSIBLE}
)
FORVALTNINGAR: t.Final = frozenset(
    {RemarkCode.FORVALTNING_UNKNOWN, RemarkCode.FORVALTNING_INFERRED}
)
PEOPLE: t.Final = frozenset({RemarkCode.ATTENDANCE_MISSING, RemarkCode.ATTENDEE_UNCLEAR})
SECTIONS: t.Final = frozenset(
    {
        RemarkCode.NO_SECTIONS,
        RemarkCode.SECTION_GAP,
        RemarkCode.SECTION_REPEATED,
        RemarkCode.SECTIONS_UNNUMBERED,
    }
)

LABEL_WIDTH: t.Final = 16  # characters, in the terminal
LINE_WIDTH: t.Final = 88


@dc.dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked for."""

    part: str
    found: str
    rests_on: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Report:
    """A protocol's rows, and the share of its text in a recognised place, 0–1."""

    rows: tuple[Row, ...]
    share: float | None  # None: it was read before this was measured

    def lines(self) -> c.Iterator[str]:
        """The report as text for a terminal."""
        yield TITLE
        for row in self.rows:
            label = row.part.ljust(LABEL_WIDTH)
            yield from _wrapped(row.found, label)
            for line in row.rests_on:
                yield from _wrapped(line, " " * LABEL_WIDTH)
            for line in row.to_check:
                yield from _wrapped(f"Kontrollera: {line}", " " * LABEL_WIDTH)


def parse_report(
    protocol: Protocol, registries: Registries, corrected: c.Collection[str] = ()
) -> Report:
    """The report on a protocol, some of whose fields people may have corrected since."""
    rows: list[tuple[Row, frozenset[RemarkCode]]] = [
        (_document(protocol), DOCUMENT),
        (_date(protocol, corrected), DATES),
        (_forvaltning(protocol, registries, corrected), FORVALTNINGAR),
        (_people(protocol, registries), PEOPLE),
        (_sections(protocol.sections), SECTIONS),
        (_questions(_exchanges(protocol), registries), frozenset()),
        (_samverkan(protocol), frozenset()),
        (_references(protocol), frozenset()),
        (_topics(protocol, registries), frozenset()),
    ]
    told = frozenset[RemarkCode]().union(*(codes for _, codes in rows))
    rows.append((_text(protocol), frozenset(RemarkCode) - told))  # and whatever else there is
    share = protocol.placed.share if any(dc.astuple(protocol.placed)) else None
    return Report(tuple(_with_remarks(row, codes, protocol) for row, codes in rows), share)


def _with_remarks(row: Row, codes: frozenset[RemarkCode], protocol: Protocol) -> Row:
    sentences = (
        remark_sentence(remark.code, remark.text)
        + (f" (sida {remark.page})" if remark.page else "")
        for remark in protocol.warnings
        if remark.code in codes
    )
    return dc.replace(row, to_check=tuple(sentences))


def _document(protocol: Protocol) -> Row:
    meeting, source = protocol.meeting, protocol.source
    kind = "extra möte" if meeting.kind == "extra" else None
    number = f"möte nr {meeting.number}" if meeting.number else None
    pages = f"{source.pages} sidor" if source and source.pages else None
    facts = ", ".join(filter(None, (meeting.forum, kind, number, pages)))
    return Row("Handling", protocol.title, _listed(facts))


def _date(protocol: Protocol, corrected: c.Collection[str]) -> Row:
    date = protocol.date
    day = str(date.value) if date.value else "okänt"
    found = ", ".join(filter(None, (day, protocol.time and f"kl. {protocol.time}", protocol.place)))
    bounds = ""
    if date.earliest and date.latest:
        bounds = f", mellan {date.earliest} och {date.latest}"
    elif date.earliest or date.latest:
        bounds = f", tidigast {date.earliest}" if date.earliest else f", senast {date.latest}"
    basis = BY_A_PERSON if DATE in corrected else BASIS[date.basis] + bounds
    return Row("Datum", found, (basis, *_quoted(date.evidence)))


def _forvaltning(protocol: Protocol, registries: Registries, corrected: c.Collection[str]) -> Row:
    its = protocol.forvaltning
    known = registries.forvaltningar.get(its.id or "")
    basis = BY_A_PERSON if FORVALTNING in corrected else BASIS[its.basis]
    found = (known.name if known else its.name) or "okänd"
    return Row("Förvaltning", found, (basis, *_quoted(its.evidence)))


def _people(protocol: Protocol, registries: Registries) -> Row:
    present, absent = protocol.attendance.present, protocol.attendance.absent
    found = f"{len(present)} närvarande, {len(absent)} frånvarande"
    sides = collections.Counter(
        _union(person.union, registries) if person.union else "Arbetsgivaren" for person in present
    )
    posts = (
        ("Ordförande", protocol.chair),
        ("Sekreterare", protocol.secretary),
        ("Justerare", ", ".join(protocol.justerare)),
        ("Undertecknat av", ", ".join(protocol.signatures)),
    )
    named = (f"{post}: {names or NOT_SAID}" for post, names in posts)
    return Row("Närvaro", found, (*_listed(_tally(sides)), *named))


def _sections(sections: c.Sequence[Section]) -> Row:
    numbers = [section.number for section in sections if section.number is not None]
    numbered = f"§ {numbers[0]} till § {numbers[-1]}" if numbers else None
    bare = len(sections) - len(numbers)
    return Row(
        "Paragrafer", str(len(sections)), _listed(numbered, f"{bare} utan nummer" if bare else None)
    )


def _questions(exchanges: c.Sequence[Exchange], registries: Registries) -> Row:
    answered = sum(exchange.answered for exchange in exchanges)
    put_off = sum(exchange.answer is not None for exchange in exchanges) - answered
    silent = len(exchanges) - answered - put_off
    outcomes = collections.Counter(besvarade=answered, uppskjutna=put_off)
    outcomes["utan svar"] = silent
    askers = collections.Counter(
        _union(exchange.union, registries) if exchange.union else "okänd frågare"
        for exchange in exchanges
    )
    rests_on = (_tally(outcomes), _tally(askers)) if exchanges else ()
    return Row("Frågor", str(len(exchanges)), rests_on)


def _samverkan(protocol: Protocol) -> Row:
    matters = [matter for section in protocol.sections for matter in section.samverkan]
    outcomes = collections.Counter(OUTCOMES[matter.outcome].lower() for matter in matters)
    bases = collections.Counter(matter.basis or NOT_SAID for matter in matters)
    return Row("Samverkan", str(len(matters)), _listed(_tally(bases), _tally(outcomes)))


def _references(protocol: Protocol) -> Row:
    counts = count(protocol)
    found = f"{counts.diarienummer} diarienummer, {counts.references} andra"
    numbers = dict.fromkeys(n for section in protocol.sections for n in section.diarienummer)
    return Row("Hänvisningar", found, _listed(", ".join(numbers)))


def _topics(protocol: Protocol, registries: Registries) -> Row:
    topics = collections.Counter(topic for section in protocol.sections for topic in section.topics)
    words: dict[str, dict[str, None]] = collections.defaultdict(dict)
    for section in protocol.sections:
        for evidence in section.topic_evidence:
            words[evidence.topic] |= dict.fromkeys(evidence.words)
    lines = (
        f"{_topic(topic, registries)}: {number}"
        + (f" ({', '.join(words[topic])})" if topic in words else "")
        for topic, number in topics.most_common()
    )
    return Row("Ämnen", str(len(topics)), tuple(lines))


def _text(protocol: Protocol) -> Row:
    placed = dc.asdict(protocol.placed)
    total = sum(placed.values())
    if not total:
        return Row("Text", "inte mätt")
    shares = (
        f"{PLACES[place]} {_percent(length / total)}" for place, length in placed.items() if length
    )
    return Row(
        "Text",
        f"{_percent(protocol.placed.share)} i en känd del av protokollet",
        (", ".join(shares),),
    )


def _percent(share: float) -> str:
    """A share as a person reads it, never rounded to all or to nothing."""
    if 0 < share < 0.01:
        return "under 1\N{NO-BREAK SPACE}%"
    return f"{round(share * 100) if share < 0.99 else int(share * 100)}\N{NO-BREAK SPACE}%"


def _exchanges(protocol: Protocol) -> list[Exchange]:
    return [exchange for section in protocol.sections for exchange in section.exchanges]


def _union(union_id: str, registries: Registries) -> str:
    known = registries.unions.get(union_id)
    return known.label if known else union_id


def _topic(topic_id: str, registries: Registries) -> str:
    known = registries.topics.get(topic_id)
    return known.name if known else topic_id


def _tally(counter: collections.Counter[str]) -> str:
    return ", ".join(f"{name}: {number}" for name, number in counter.most_common() if number)


def _listed(*facts: str | None) -> tuple[str, ...]:
    return tuple(fact for fact in facts if fact)


def _quoted(evidence: c.Iterable[str]) -> c.Iterator[str]:
    return (f"”{sentence}”" for sentence in evidence)


def _wrapped(text: str, label: str) -> list[str]:
    return textwrap.wrap(
        text, LINE_WIDTH, initial_indent=label, subsequent_indent=" " * LABEL_WIDTH
    )
