"""How well are protocols read? The invented ones know the truth about themselves.

Writes a table of scores, 0 to 1, by part and file format. A list is scored by F1, a date counts
whole only with the right basis, an exchange when asker, question, answer and `answered` are right.
Run: python benchmarks/parse_quality.py [--count 60] [--seed 1] [--faults]
"""

import argparse
import collections
import collections.abc as c
import re
import statistics
import typing as t

from archive.model import Attendee, Basis, Exchange, Protocol
from archive.settings import Limits
from importers.demo import registries, render, selected_meetings
from importers.parse import Parser
from importers.reader import Reader

FORMATS: t.Final = ("pdf", "docx", "txt", "raw")
SUFFIX: t.Final = {"raw": "txt"}


def main() -> None:
    """Read every meeting in every format and print what was scored."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=60)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--faults", action="store_true", help="show what was missed")
    chosen = ask.parse_args()
    registers = registries()
    reader = Reader(Limits(), Parser(registers))
    scores: dict[str, dict[str, list[float]]] = collections.defaultdict(
        lambda: collections.defaultdict(list)
    )
    for number, minutes in enumerate(selected_meetings(chosen.seed, chosen.count)):
        truth = minutes.protocol
        for kind in FORMATS:
            filename = f"{number}.{SUFFIX.get(kind, kind)}"
            found = reader.read(render(minutes, kind), filename).protocol
            for part, score in compare(truth, found).items():
                scores[kind][part].append(score)
                if score < 1 and chosen.faults:
                    show(part, score, f"{minutes.style.numbering} {kind} {number}", truth, found)
    parts = list(next(iter(scores.values())))
    print(f"{'':6}" + "".join(f"{part:>13}" for part in parts))
    for kind in FORMATS:
        row = [statistics.fmean(scores[kind][part]) for part in parts]
        print(f"{kind:6}" + "".join(f"{value:13.3f}" for value in row))


def compare(truth: Protocol, found: Protocol) -> dict[str, float]:
    """The score of each part."""
    return {
        "date": date(truth, found),
        "time_place": statistics.fmean(
            [truth.time == found.time, letters(truth.place) == letters(found.place)]
        ),
        "forvaltning": float(truth.forvaltning.id == found.forvaltning.id),
        "attendance": f1(people(truth), people(found)),
        "sections": f1(titles(truth), titles(found)),
        "text": text(truth, found),
        "unions": f1(in_sections(truth, "unions"), in_sections(found, "unions")),
        "exchanges": exchanges(truth, found),
        "diarienummer": f1(in_sections(truth, "diarienummer"), in_sections(found, "diarienummer")),
        "samverkan": f1(matters(truth), matters(found)),
    }


def date(truth: Protocol, found: Protocol) -> float:
    if truth.date.basis is Basis.STATED:
        return float((truth.date.value, Basis.STATED) == (found.date.value, found.date.basis))
    return float(
        found.date.basis is not Basis.STATED and found.date.value in (None, truth.date.value)
    )


def people(protocol: Protocol) -> set[tuple[str, str, str | None]]:
    def side(name: str, persons: c.Iterable[Attendee]) -> c.Iterator[tuple[str, str, str | None]]:
        return ((name, letters(person.name), person.union) for person in persons)

    attendance = protocol.attendance
    return {*side("present", attendance.present), *side("absent", attendance.absent)}


def titles(protocol: Protocol) -> set[tuple[int | None, str]]:
    return {(section.number, letters(section.title)) for section in protocol.sections}


def text(truth: Protocol, found: Protocol) -> float:
    """Share of sections whose letters are exactly those that were written."""
    wanted = [letters(section.text) for section in truth.sections]
    got = collections.Counter(letters(section.text) for section in found.sections)
    return sum(got[one] > 0 for one in wanted) / len(wanted)


def in_sections(protocol: Protocol, field: str) -> set[tuple[int, str]]:
    return {
        (section.ordinal, value)
        for section in protocol.sections
        for value in getattr(section, field)
    }


def matters(protocol: Protocol) -> set[tuple[int, str | None, str]]:
    return {
        (section.ordinal, matter.basis, matter.outcome.value)
        for section in protocol.sections
        for matter in section.samverkan
    }


def exchanges(truth: Protocol, found: Protocol) -> float:
    wanted = [(s.ordinal, exchange) for s in truth.sections for exchange in s.exchanges]
    left = [(s.ordinal, exchange) for s in found.sections for exchange in s.exchanges]
    hits = 0
    for place, exchange in wanted:
        match = next((x for x in left if x[0] == place and same(exchange, x[1])), None)
        if match:
            left.remove(match)
            hits += 1
    total = len(wanted) + hits + len(left)
    return 2 * hits / total if total else 1.0


def same(one: Exchange, other: Exchange) -> bool:
    """Whether they tell of the same question and answer, give or take where each begins."""
    return (
        one.union == other.union
        and one.answered == other.answered
        and overlap(one.question, other.question)
        and (one.answer is None) == (other.answer is None)
        and (one.answer is None or overlap(one.answer, other.answer or ""))
    )


def overlap(one: str, other: str) -> bool:
    """Most of the shorter stands in the longer: where a question begins is a matter of taste."""
    words, others = set(re.findall(r"\w+", one)), set(re.findall(r"\w+", other))
    return len(words & others) >= 0.7 * max(1, min(len(words), len(others)))


def letters(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", words or "").casefold()


def f1(wanted: c.Set[t.Any], found: c.Set[t.Any]) -> float:
    if not wanted and not found:
        return 1.0
    return 2 * len(wanted & found) / (len(wanted) + len(found))


def show(part: str, score: float, where: str, truth: Protocol, found: Protocol) -> None:
    """What was written and what was read, for the parts that differ."""
    views: dict[str, c.Callable[[Protocol], object]] = {
        "date": lambda p: {(p.date.value, p.date.basis.value)},
        "time_place": lambda p: {(p.time, p.place)},
        "forvaltning": lambda p: {(p.forvaltning.id, p.forvaltning.evidence)},
        "attendance": people,
        "sections": titles,
        "text": lambda p: {(s.ordinal, s.text) for s in p.sections},
        "unions": lambda p: in_sections(p, "unions"),
        "diarienummer": lambda p: in_sections(p, "diarienummer"),
        "samverkan": matters,
        "exchanges": lambda p: {
            (s.ordinal, e.union, e.question, e.answer, e.answered)
            for s in p.sections
            for e in s.exchanges
        },
    }
    written, read = views[part](truth), views[part](found)
    assert isinstance(written, set)
    assert isinstance(read, set)
    print(f"\n{part} {score:.2f} in {where}")
    for only in sorted(written - read, key=str):
        print(f"  written  {only}")
    for only in sorted(read - written, key=str):
        print(f"  read     {only}")


if __name__ == "__main__":
    main()
