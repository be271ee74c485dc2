"""What a reader found in a sample protocol, against what was written down beforehand.

Each part is a set of facts: those that were to be found, those that were, and those that may be.
Texts are compared by their letters and digits, so that a dash or a line break decides nothing.
A section is named by its number, or in a document without numbers by its place.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Exchange, Protocol, Section

Fact: t.TypeAlias = tuple[object, ...]
Gold: t.TypeAlias = dict[str, t.Any]
Finder: t.TypeAlias = "c.Callable[[Reading], Part | None]"


@dc.dataclass(frozen=True, slots=True)
class Part:
    """One part of a protocol: which facts were missed, and which were found that are none."""

    missed: tuple[Fact, ...]
    extra: tuple[Fact, ...]
    score: float  # F1


def compare(gold: Gold, protocol: Protocol) -> dict[str, Part]:
    """Every part that the expected result says something about."""
    reading = Reading(gold, protocol)
    return {name: part for name, find in PARTS.items() if (part := find(reading)) is not None}


class Reading:
    """A protocol beside its expected result, sections paired."""

    def __init__(self, gold: Gold, protocol: Protocol) -> None:
        self.gold = gold
        self.protocol = protocol
        numbered = any(number is not None for number, *_ in gold["sections"])
        # Word's own numbers may be given or not.
        by_number = numbered and not gold.get("automatic_numbers")
        self.sections: list[tuple[int | None, Section]] = [
            (section.number if by_number else self._place(section), section)
            for section in protocol.sections
        ]

    def _place(self, section: Section) -> int | None:
        """The place of the expected section with that title; the nearest where several have it."""
        titles = [
            at
            for at, (_, *accepted) in enumerate(self.gold["sections"], 1)
            if letters(section.title) in map(letters, accepted)
        ]
        return min(titles, key=lambda at: abs(at - section.ordinal), default=None)

    def each(self, facts: c.Callable[[Section], c.Iterable[object]]) -> set[Fact]:
        """Facts of every section, each with the section's name."""
        return {
            (place, *(fact if isinstance(fact, tuple) else (fact,)))
            for place, section in self.sections
            for fact in facts(section)
        }


def letters(text: object) -> str:
    """Letters and digits only, blind to case."""
    return re.sub(r"[\W_]+", "", str(text or "")).casefold()


def _part(wanted: c.Iterable[Fact], found: c.Iterable[Fact], may: c.Iterable[Fact] = ()) -> Part:
    wanted, found = set(wanted), set(found)
    found -= set(may) - wanted
    both = wanted & found
    score = 2 * len(both) / (len(wanted) + len(found)) if wanted or found else 1.0
    return Part(tuple(sorted(wanted - both, key=str)), tuple(sorted(found - both, key=str)), score)


def _one(wanted: object, found: object) -> Part:
    accepted = wanted if isinstance(wanted, list) else [wanted]
    same = found in accepted
    return Part(() if same else ((wanted,),), () if same else ((found,),), float(same))


def _date(reading: Reading) -> Part:
    gold, date = reading.gold, reading.protocol.date
    day = date.value.isoformat() if date.value else ""
    found: set[Fact] = {("basis", date.basis.value), ("day", day)}
    wanted: set[Fact] = {("basis", gold["date_basis"]), ("day", gold["date"])}
    if gold["date_basis"] == "inferred":  # a day that the document does not carry need not be given
        first, last = gold["date_bounds"]
        earliest = date.earliest.isoformat() if date.earliest else day
        latest = date.latest.isoformat() if date.latest else day
        wanted.add(("bounds", True))
        found.add(("bounds", first <= earliest <= gold["date"] <= latest <= last))
        if not day:
            wanted.discard(("day", gold["date"]))
            found.discard(("day", ""))
    return _part(wanted, found)


def _time_place(reading: Reading) -> Part | None:
    gold, protocol = reading.gold, reading.protocol
    if not {"time", "place"} & gold.keys():
        return None
    wanted: set[Fact] = set()
    found: set[Fact] = set()
    if "time" in gold:
        wanted.add(("time", gold["time"]))
        found.add(("time", protocol.time))
    if "place" in gold:
        places = gold["place"] if isinstance(gold["place"], list) else [gold["place"]]
        said = letters(protocol.place)
        wanted.add(("place", said if said in map(letters, places) else letters(places[0])))
        found.add(("place", said))
    return _part(wanted, found)


def _sections(reading: Reading) -> Part:
    wanted: set[Fact] = set()
    found: set[Fact] = set()
    left = list(enumerate(reading.protocol.sections))
    free = reading.gold.get("automatic_numbers")
    for at, (number, *titles) in enumerate(reading.gold["sections"]):
        wanted.add((at, number, titles[0]))
        for ordinal, section in left:
            numbers = (number, section.number) if free else (number,)
            if section.number in numbers and letters(section.title) in map(letters, titles):
                found.add((at, number, titles[0]))
                left.remove((ordinal, section))
                break
    found |= {("extra", section.number, section.title) for _, section in left}
    return _part(wanted, found)


def _text(reading: Reading) -> Part:
    gold = reading.gold
    texts: dict[int | None, str] = {}
    for place, section in reading.sections:
        texts[place] = texts.get(place, "") + letters(f"{section.title} {section.text}")
    wanted = {("in", place, phrase) for place, phrase in gold["contains"]}
    wanted |= {("not in", place, phrase) for place, phrase in gold["not_contains"]}

    def holds(place: int, phrase: str) -> bool:
        elsewhere = any(letters(phrase) in text for at, text in texts.items() if at != place)
        return letters(phrase) in texts.get(place, "") and not elsewhere

    found = {("in", place, phrase) for place, phrase in gold["contains"] if holds(place, phrase)}
    found |= {
        ("not in", place, phrase)
        for place, phrase in gold["not_contains"]
        if place in texts and letters(phrase) not in texts[place]
    }
    return _part(wanted, found)


def _unions(reading: Reading) -> Part:
    wanted = {(int(place), union) for place, ids in reading.gold["unions"].items() for union in ids}
    return _part(wanted, reading.each(lambda section: section.unions))


def _exchanges(reading: Reading) -> Part:
    gold: list[Gold] = sorted(
        reading.gold["exchanges"], key=lambda entry: bool(entry.get("optional"))
    )
    left = [(place, said) for place, section in reading.sections for said in section.exchanges]
    wanted: set[Fact] = set()
    found: set[Fact] = set()
    for entry in gold:
        fact = (entry["section"], _said(entry["question"])[0])
        others = [
            other
            for other in gold
            if other is not entry
            and other["section"] == entry["section"]
            and not other.get("optional")
        ]
        hit = next(
            (it for it in left if it[0] == entry["section"] and _is(entry, it[1], others)), None
        )
        if hit:
            left.remove(hit)
        if not entry.get("optional"):
            wanted.add(fact)
            found |= {fact} if hit else set()
    found |= {(place, said.union, said.question, said.answer) for place, said in left}
    return _part(wanted, found)


def _is(entry: Gold, found: Exchange, others: c.Sequence[Gold]) -> bool:
    """Whether it is that exchange, with its asker, and holds nothing of the others."""
    question, answer = letters(found.question), letters(found.answer)
    asked = _said(entry["question"])
    replied = _said(entry.get("answer")) or _said(entry.get("reply"))
    foreign = [
        phrase
        for other in others
        for key in ("question", "answer", "reply")
        for phrase in _said(other.get(key))
    ]
    if not any(phrase in question for phrase in asked):
        return False
    if any(phrase in question or phrase in answer for phrase in foreign):
        return False
    if entry.get("optional"):
        return True
    unions = entry["union"] if isinstance(entry["union"], list) else [entry["union"]]
    if found.union not in unions or any(phrase in question for phrase in replied):
        return False
    if any(phrase in answer for phrase in asked):
        return False
    answers = any(phrase in answer for phrase in replied)
    if entry["answer"] is None:
        return not found.answered and (not answer or answers)
    return found.answered and answers


def _said(phrases: object) -> list[str]:
    several = phrases if isinstance(phrases, list) else [phrases]
    return [letters(phrase) for phrase in several if phrase]


def _attendance(reading: Reading) -> Part | None:
    gold, attendance = reading.gold, reading.protocol.attendance
    if not gold.get("present"):
        return None

    def listed(suffix: str) -> set[Fact]:
        return {
            (side, letters(name), union)
            for side in ("present", "absent")
            for name, union in gold.get(side + suffix, [])
        }

    found = {
        (side, letters(person.name), person.union or "employer")
        for side, people in (("present", attendance.present), ("absent", attendance.absent))
        for person in people
    }
    return _part(listed(""), found, listed("_optional"))


def _diarienummer(reading: Reading) -> Part:
    wanted = {(place, letters(number)) for place, number in reading.gold["diarienummer"]}
    return _part(wanted, reading.each(lambda s: map(letters, s.diarienummer)))


def _samverkan(reading: Reading) -> Part | None:
    gold = reading.gold
    if "samverkan" not in gold:
        return None
    wanted = {(it["section"], it["basis"], it["outcome"]) for it in gold["samverkan"]}
    may = {(it["section"], it["basis"], it["outcome"]) for it in gold.get("samverkan_optional", [])}
    found = reading.each(lambda s: ((it.basis, it.outcome.value) for it in s.samverkan))
    return _part(wanted, found, may)


def _matters(reading: Reading) -> Part | None:
    """What each matter of samverkan has beside its basis and outcome."""
    entries = [it for it in reading.gold.get("samverkan", []) if it.keys() & {"dnr", "risk"}]
    if not entries:
        return None
    wanted: set[Fact] = set()
    found: set[Fact] = set()
    for it in entries:
        name = letters(it.get("matter"))
        fact = (
            it["section"],
            name,
            frozenset(map(letters, it.get("dnr", []))),
            bool(it.get("risk")),
            frozenset(union for union, _ in it.get("reservations", [])),
        )
        wanted.add(fact)
        found |= {
            (place, name, *rest)
            for place, section in reading.sections
            for matter in section.samverkan
            if place == it["section"] and name in letters(matter.matter)
            for rest in [
                (
                    frozenset(map(letters, matter.diarienummer)),
                    matter.risk_assessment,
                    frozenset(made.union for made in matter.reservations),
                )
            ]
            if matter.outcome.value == it["outcome"]
        }
    return _part(wanted, found)


def _meeting(reading: Reading) -> Part | None:
    if (gold := reading.gold.get("meeting")) is None:
        return None
    meeting = reading.protocol.meeting
    found = {"kind": meeting.kind, "forum": letters(meeting.forum), "number": meeting.number}
    wanted: dict[str, str | None] = {**gold, "forum": letters(gold.get("forum"))}
    for forum in (found, wanted):  # "förvaltningsgruppen"
        forum["forum"] = letters(forum["forum"]).removesuffix("en")
    return _part(wanted.items(), ((key, found[key]) for key in wanted))


def _next_meeting(reading: Reading) -> Part | None:
    if "next_meeting" not in reading.gold:
        return None
    found = reading.protocol.next_meeting
    return _one(reading.gold["next_meeting"], found.isoformat() if found else None)


def _named(key: str, find: c.Callable[[Protocol], c.Iterable[str | None]]) -> Finder:
    def part(reading: Reading) -> Part | None:
        if key not in reading.gold:
            return None
        gold = reading.gold[key]
        wanted = gold if isinstance(gold, list) else [gold]
        may = [*reading.gold.get(f"{key}_optional", []), reading.gold.get(f"{key}_also")]
        found = {(letters(name),) for name in find(reading.protocol)}
        accepted = {(letters(name),) for name in may if name}
        if not isinstance(gold, list) and found & accepted:  # as good a reading
            return _part(found, found)
        return _part({(letters(name),) for name in wanted}, found, accepted)

    return part


def _partial(reading: Reading) -> Part | None:
    if "partial" not in reading.gold:
        return None
    wanted = {
        (
            letters(it["name"]),
            tuple(it.get("sections", ())),
            bool(it.get("arrived")),
            bool(it.get("left")),
        )
        for it in reading.gold["partial"]
    }
    found = {
        (letters(person.name), person.sections, bool(person.arrived), bool(person.left))
        for person in reading.protocol.attendance.present
        if person.sections or person.arrived or person.left
    }
    return _part(wanted, found)


def _references(reading: Reading) -> Part | None:
    if "references" not in reading.gold:
        return None
    wanted = {(place, letters(it)) for place, it in reading.gold["references"]}
    return _part(wanted, reading.each(lambda s: map(letters, s.references)))


def _protocol_references(reading: Reading) -> Part | None:
    if "protocol_references" not in reading.gold:
        return None

    def listed(key: str) -> set[Fact]:
        return {
            (
                it["section"],
                it.get("date"),
                it.get("number"),
                it.get("target"),
                bool(it.get("correction")),
            )
            for it in reading.gold.get(key, [])
        }

    found = reading.each(
        lambda s: (
            (it.date.isoformat() if it.date else None, it.number, it.section, it.correction)
            for it in s.protocol_references
        )
    )
    return _part(listed("protocol_references"), found, listed("protocol_references_optional"))


def _plan_pages(reading: Reading) -> Part | None:
    if "plan_pages" not in reading.gold:
        return None
    wanted = {(place, letters(phrase)) for place, phrase in reading.gold["plan_pages"]}
    found = reading.each(lambda s: map(letters, s.plan_pages))
    met = {
        (place, phrase)
        for place, phrase in wanted
        if any(place == at and (phrase in str(it) or str(it) in phrase) for at, it in found)
    }
    extra = {
        (at, it)
        for at, it in found
        if not any(
            place == at and (phrase in str(it) or str(it) in phrase) for place, phrase in wanted
        )
    }
    return _part(wanted, met | extra)


def _sick_leave(reading: Reading) -> Part | None:
    if "sick_leave" not in reading.gold:
        return None

    def listed(key: str) -> set[Fact]:
        return {
            (it["section"], float(it["percent"]), it.get("month"), it.get("part"))
            for it in reading.gold.get(key, [])
        }

    found = reading.each(lambda s: ((it.percent, it.month, it.part) for it in s.sick_leave))
    return _part(listed("sick_leave"), found, listed("sick_leave_optional"))


def _topics(reading: Reading) -> Part | None:
    if "topics" not in reading.gold:
        return None
    gold = reading.gold
    wanted = {(int(place), it) for place, ids in gold["topics"].items() for it in ids}
    may = {(int(p), it) for p, ids in gold.get("topics_optional", {}).items() for it in ids}
    told = {int(place) for place in gold["topics"]}
    found = {fact for fact in reading.each(lambda s: s.topics) if fact[0] in told}
    return _part(wanted, found, may)


def _appendices(reading: Reading) -> Part | None:
    if "appendices" not in reading.gold:
        return None
    wanted = {(letters(title),) for title, _ in reading.gold["appendices"]}
    phrases = {letters(title): letters(phrase) for title, phrase in reading.gold["appendices"]}
    found: set[Fact] = set()
    for it in reading.protocol.appendices:
        heard = letters(it.title)
        name = next((w for w in phrases if heard.startswith(w) or w.startswith(heard)), heard)
        if phrases.get(name, "") in letters(f"{it.title} {it.text}"):
            found.add((name,))
    return _part(wanted, found)


def _warnings(reading: Reading) -> Part | None:
    """The remarks that must be there; others may."""
    gold = reading.gold
    if not {"warnings", "personal"} & gold.keys():
        return None
    wanted = {(code,) for code in (*gold.get("warnings", ()), *gold.get("personal", ()))}
    found = {(remark.code.value,) for remark in reading.protocol.warnings}
    private = {("identity-number",), ("private-phone",), ("private-email",)}
    return _part(wanted, found & (wanted | private))


PARTS: t.Final[dict[str, Finder]] = {
    "date": _date,
    "time_place": _time_place,
    "forvaltning": lambda r: _one(r.gold["forvaltning"], r.protocol.forvaltning.id),
    "sections": _sections,
    "text": _text,
    "unions": _unions,
    "exchanges": _exchanges,
    "attendance": _attendance,
    "diarienummer": _diarienummer,
    "samverkan": _samverkan,
    "matters": _matters,
    "meeting": _meeting,
    "next_meeting": _next_meeting,
    "theme": _named("theme", lambda p: [p.theme]),
    "chair": _named("chair", lambda p: [p.chair]),
    "secretary": _named("secretary", lambda p: [p.secretary]),
    "justerare": _named("justerare", lambda p: p.justerare),
    "signatures": _named("signatures", lambda p: p.signatures),
    "partial": _partial,
    "references": _references,
    "protocol_references": _protocol_references,
    "plan_pages": _plan_pages,
    "sick_leave": _sick_leave,
    "topics": _topics,
    "appendices": _appendices,
    "warnings": _warnings,
}
