"""Answers as text that is read from top to bottom, for clients that show an assistant nothing else.

What is the archive's own stands as it is; what is said about it is English.
"""

import collections.abc as c
import typing as t

from archive.model import Basis, Outcome
from webui.assistants.answers import (
    Asking,
    Entry,
    FoundHit,
    Matter,
    Named,
    Person,
    ProtocolAnswer,
    Question,
    QuestionsAnswer,
    SearchAnswer,
    SectionAnswer,
    Source,
    ValuesAnswer,
)

SURENESS: t.Final = {Basis.STATED: "", Basis.INFERRED: " (inferred)", Basis.UNKNOWN: " (unknown)"}


def search(answer: SearchAnswer) -> str:
    """A page of hits."""
    others = ", ".join(f"{kind} {count}" for kind, count in answer.counts.items())
    lines = [f"{answer.total} hits of kind {answer.typ}, page {answer.sida} of {answer.sidor}."]
    lines += [f"By kind: {others}."] if others else []
    lines += [f"Did you mean: {answer.suggestion}"] if answer.suggestion else []
    lines += [f"Note: {note}" for note in answer.notes]
    found = ["\n".join(_hit(hit)) for hit in answer.hits]
    return _joined("\n".join(lines), *found, _last(answer))


def questions(answer: QuestionsAnswer) -> str:
    """A page of questions."""
    lines = [f"{answer.total} questions, page {answer.sida} of {answer.sidor}."]
    lines += [f"Note: {note}" for note in answer.notes]
    found = ["\n".join(_question(question)) for question in answer.questions]
    return _joined("\n".join(lines), *found, _last(answer))


def section(answer: SectionAnswer) -> str:
    """A section with its text."""
    about = [f"{answer.section} {answer.title}".rstrip(), _source(answer.source)]
    about += _named("Unions", answer.unions) + _named("Topics", answer.topics)
    about += [f"Case numbers: {', '.join(answer.diarienummer)}"] if answer.diarienummer else []
    about += [f"Samverkan: {_matter(matter)}" for matter in answer.samverkan]
    about += ["The text was read from a picture by machine."] if answer.machine_read else []
    asked = [
        f"Question {n}: {_asker(it)}, {_whether(it)}" for n, it in enumerate(answer.exchanges, 1)
    ]
    ways = [f"{way}: {to}" for way, to in _around(answer)]
    return _joined("\n".join(about), answer.text, "\n".join(asked), "\n".join(ways), _last(answer))


def protocol(answer: ProtocolAnswer) -> str:
    """A protocol with its contents."""
    facts = {
        "Number": answer.number,
        "Kind": "extra meeting" if answer.extra else None,
        "Time": answer.time,
        "Place": answer.place,
        "Theme": answer.theme,
        "Chair": answer.chair,
        "Secretary": answer.secretary,
        "Minutes approved by": ", ".join(answer.justerare),
        "Next meeting": answer.next_meeting,
        "Part of": answer.part_of,
        "Parts": ", ".join(answer.parts),
        "Appendices": "; ".join(answer.appendices),
        "Date rests on": "; ".join(answer.date_evidence),
        "Förvaltning rests on": "; ".join(answer.forvaltning_evidence),
    }
    about = [_source(answer.source), *(f"{name}: {it}" for name, it in facts.items() if it)]
    people = [f"Present: {_person(person)}" for person in answer.present]
    people += [f"Absent: {_person(person)}" for person in answer.absent]
    contents = ["Contents (anchor, section):", *map(_entry, answer.sections)]
    texts = [f"{it.section} {it.title}\n{it.text}" for it in answer.sections if it.text]
    remarks = [f"To check in the original: {remark}" for remark in answer.remarks]
    parts = ["\n".join(lines) for lines in (about, people, contents, remarks)]
    return _joined(*parts, *texts, _last(answer))


def values(answer: ValuesAnswer) -> str:
    """What the parameters can be."""
    held = f"The archive holds {answer.protocols} protocols"
    span = f", {answer.earliest} to {answer.latest}" if answer.earliest else ""
    tables = []
    for kind, every in answer.values.items():
        rows = [
            f"{it.id}: {it.name}, {it.paragraphs} §§"
            + (f", took over {', '.join(it.predecessors)}" if it.predecessors else "")
            for it in every
        ]
        tables.append("\n".join([f"{kind}:", *(rows or ["nothing"])]))
    return _joined(f"{held}{span}.", *tables)


def _hit(hit: FoundHit) -> c.Iterator[str]:
    yield f"{hit.section or ''} {hit.title}".strip()
    yield _source(hit.source)
    yield from _named("Unions", hit.unions)
    yield from (f"> {excerpt}" for excerpt in hit.excerpts)
    if hit.exchange:
        yield from _exchange(hit.exchange)
    if hit.anchor:
        yield f"Read it: get_section {hit.source.protocol_id} {hit.anchor}"
    else:
        yield f"Read it: get_protocol {hit.source.protocol_id}"
    yield f"Cite: {hit.citation}"


def _question(question: Question) -> c.Iterator[str]:
    yield f"{question.section} {question.title}".rstrip()
    yield _source(question.source)
    yield from _exchange(question.exchange)
    yield f"Read it: get_section {question.source.protocol_id} {question.anchor}"
    yield f"Cite: {question.citation}"


def _exchange(asking: Asking) -> c.Iterator[str]:
    yield f"{_asker(asking)}: {asking.question}"
    yield f"Employer ({_whether(asking)}): {asking.answer or 'no reply in the protocol'}"


def _asker(asking: Asking) -> str:
    return asking.union.name if asking.union else "Someone"


def _whether(asking: Asking) -> str:
    return "answered" if asking.answered else "not answered"


def _source(source: Source) -> str:
    day = f"{source.date or 'no date'}{SURENESS[source.date_basis]}"
    whose = source.forvaltning.name if source.forvaltning else "no förvaltning"
    where = f"{whose}{SURENESS[source.forvaltning_basis]}"
    return f"{source.title}, {day}, {where}. Protocol id: {source.protocol_id}"


def _named(label: str, named: c.Iterable[Named]) -> list[str]:
    names = ", ".join(one.name for one in named)
    return [f"{label}: {names}"] if names else []


def _matter(matter: Matter) -> str:
    parts = [matter.basis, matter.matter, matter.outcome_in_swedish, *matter.diarienummer]
    return "; ".join(filter(None, [*parts, *matter.reservations]))


def _around(answer: SectionAnswer) -> c.Iterator[tuple[str, str]]:
    if answer.continues_at is not None:
        yield "The text goes on", f"get_section with from_character {answer.continues_at}"
    if answer.previous:
        yield "Section before", answer.previous
    if answer.next:
        yield "Section after", answer.next


def _person(person: Person) -> str:
    side = person.union.name if person.union else "employer"
    return ", ".join(filter(None, [person.name or "no name", person.role, side, person.note]))


def _entry(entry: Entry) -> str:
    asked = f"; questions: {entry.questions}" if entry.questions else ""
    asked += f", not answered: {entry.unanswered}" if entry.unanswered else ""
    ended = [outcome for outcome in entry.outcomes if outcome is not Outcome.UNKNOWN]
    ends = f"; {', '.join(ended)}" if ended else ""
    return f"{entry.anchor}: {entry.section} {entry.title}".rstrip() + asked + ends


def _last(answer: SearchAnswer | QuestionsAnswer | SectionAnswer | ProtocolAnswer) -> str:
    if isinstance(answer, SearchAnswer | QuestionsAnswer):
        return f"On the site: {answer.permalink}\n{answer.how_to_cite}"
    return f"Cite: {answer.citation}\n{answer.how_to_cite}"


def _joined(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))
