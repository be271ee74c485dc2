"""Which förvaltning a protocol belongs to, and on what that rests.

The page header or the title names it ("Bromma stadsdelsförvaltning"): then it is stated. Otherwise
it is inferred from what points at it: a case number's prefix, the board whose matters are gone
through, a role ("stadsdelsdirektör" only says that it is a district), the file's name. A name in
the running text points weakly, since minutes speak of other administrations too; a place's name
("Bruno, Farsta") not at all.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

from archive.model import Basis, ForvaltningRef
from archive.registry import Forvaltning

# How much each kind of evidence weighs. A single passing mention must never decide.
CASE_PREFIX: t.Final = 3.0
BOARD: t.Final = 2.0
ROLE: t.Final = 2.0
FILE_NAME: t.Final = 2.0
MENTION: t.Final = 0.5
ENOUGH: t.Final = 2.0
CLEARLY: t.Final = 1.3  # times the second best
ABOUT: t.Final = 60  # characters of evidence on each side
MOST_MENTIONS: t.Final = 3  # of one kind are counted

# "Granviks kommun", "Malå kommun", "Göteborgs Stad"; but not "En stad för alla", "Vår kommun"
KOMMUN: t.Final = re.compile(
    r"\b(?!Vår|Hela|Din|En\b)(?P<name>[A-ZÅÄÖ][\w-]+(?:(?=\skommun\b)|s(?=\s[Ss]tad\b)))"
)
DISTRICT_SIGN: t.Final = re.compile(
    r"stadsdels(direktör|förvaltning|nämnd|område|chef)", re.IGNORECASE
)
DISTRICT_TAIL: t.Final = r"(?:s)?\s+stadsdels(?:förvaltning|nämnd|område|direktör)\w*"
DISTRICT_HEAD: t.Final = r"stadsdels(?:förvaltning|nämnd|område|direktör)\w*(?:\s+i)?\s+"


@dc.dataclass(frozen=True, slots=True)
class Traces:
    """The parts of a document, by how much a name in them says."""

    header: str  # title and page headers, one line each
    roles: str  # the attendance list's lines
    body: str
    diarienummer: tuple[str, ...] = ()
    filename: str = ""


def find_forvaltning(
    traces: Traces, forvaltningar: c.Mapping[str, Forvaltning], year: int | None
) -> ForvaltningRef:
    """The förvaltning as stated, else as inferred with its evidence, else unknown.

    `year` is the meeting's, where known: a name that has changed hands then means who had it.
    """
    forvaltningar = _of_the_kommun(traces.header, forvaltningar)
    for line in traces.header.splitlines():
        named = _named(line, forvaltningar, bare=True)
        if len(named) == 1:
            found = _in_year(named.pop(), forvaltningar, year)
            return ForvaltningRef(found, forvaltningar[found].name, Basis.STATED, (line.strip(),))
    return _inferred(traces, forvaltningar, year)


def _of_the_kommun(
    header: str, forvaltningar: c.Mapping[str, Forvaltning]
) -> c.Mapping[str, Forvaltning]:
    """Those that the municipality named in the header can have; all where none is named."""
    named = {found["name"] for found in KOMMUN.finditer(header)}
    if not named:
        return forvaltningar
    return {
        key: entry
        for key, entry in forvaltningar.items()
        if not entry.kommun or named & {entry.kommun, f"{entry.kommun}s"}
    }


def _inferred(
    traces: Traces, forvaltningar: c.Mapping[str, Forvaltning], year: int | None
) -> ForvaltningRef:
    weights: dict[str, float] = collections.defaultdict(float)
    evidence: dict[str, list[str]] = collections.defaultdict(list)

    def point(key: str, weight: float, words: str) -> None:
        weights[key] += weight
        evidence[key].append(words)

    for number in dict.fromkeys(traces.diarienummer):
        for key, entry in forvaltningar.items():
            if number.startswith(tuple(f"{prefix} " for prefix in entry.case_prefixes)):
                point(key, CASE_PREFIX, f"Diarienummer {number}")
    for line in traces.roles.splitlines():
        for key in _named(line, forvaltningar, bare=False):
            point(key, ROLE, line.strip())
    file_words = re.sub(r"[_\W]+", " ", traces.filename)
    for key in _named(file_words, forvaltningar, bare=True):
        point(key, FILE_NAME, f"Filnamnet {traces.filename}")
    for key, entry in forvaltningar.items():
        for found in _boards(entry, f"{traces.header}\n{traces.body}"):
            point(key, BOARD, found)
        for found in _mentions(entry, traces.body):
            point(key, MENTION, found)

    district = DISTRICT_SIGN.search(traces.header + "\n" + traces.roles)
    if district:
        for key in list(weights):
            if forvaltningar[key].kind != "stadsdel":
                del weights[key]
    ranked = sorted(weights, key=lambda key: (-weights[key], key))
    if not ranked or weights[ranked[0]] < ENOUGH:
        return ForvaltningRef()
    if len(ranked) > 1 and weights[ranked[0]] < CLEARLY * weights[ranked[1]]:
        return ForvaltningRef()
    found_id = _in_year(ranked[0], forvaltningar, year)
    words = tuple(dict.fromkeys(evidence[ranked[0]]))
    return ForvaltningRef(found_id, forvaltningar[found_id].name, Basis.INFERRED, words)


def _named(line: str, forvaltningar: c.Mapping[str, Forvaltning], *, bare: bool) -> set[str]:
    """The förvaltningar a line names; `bare` lets a district's name stand alone."""
    taken: list[tuple[int, int]] = []
    named: set[str] = set()
    everything = [
        (name, key, entry)
        for key, entry in forvaltningar.items()
        for name in (entry.name, *entry.aliases)
    ]
    for name, key, entry in sorted(everything, key=lambda item: (-len(item[0]), item[1])):
        core = re.escape(name)
        if entry.kind == "stadsdel" and not bare:
            pattern = rf"\b{core}{DISTRICT_TAIL}|\b{DISTRICT_HEAD}{core}\b"
        else:
            pattern = rf"\b{core}(?:s)?\b"
        for found in re.finditer(pattern, line, re.IGNORECASE):
            # "Älvsjö" within "Hägersten-Älvsjö" is not Älvsjö: the longest name wins.
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                named.add(key)
    return named


def _boards(entry: Forvaltning, text: str) -> list[str]:
    """Where the board is named as such, with a capital: "Socialnämnd", "Socialnämndens"."""
    stem = entry.namnd.removesuffix("en")
    if not stem:
        return []
    if entry.kind == "stadsdel":  # "Norra innerstadens stadsdelsnämnd", "stadsdelsnämnden i Bromma"
        name = re.escape(entry.name)
        return _surroundings(
            rf"\b{name}s?\s[Ss]tadsdelsnämnd(?:en|ens|s)?\b|\b[Ss]tadsdelsnämnden\si\s{name}\b",
            text,
        )
    return _surroundings(rf"\b{re.escape(stem)}(?:en|ens|s)?\b", text)


def _mentions(entry: Forvaltning, text: str) -> list[str]:
    core = re.escape(entry.name)
    if entry.kind == "stadsdel":
        return _surroundings(rf"\b{core}(?i:{DISTRICT_TAIL})|(?i:{DISTRICT_HEAD}){core}\b", text)
    return _surroundings(rf"\b{core}s?\b", text)


def _surroundings(pattern: str, text: str) -> list[str]:
    """The first matches, each with the words about it, as evidence that can be read."""
    found = itertools.islice(re.finditer(pattern, text), MOST_MENTIONS)
    return [_passage(text, match.start(), match.end()) for match in found]


def _passage(text: str, start: int, end: int) -> str:
    """A place in its paragraph, with whole words on each side."""
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > ABOUT:
        before = "… " + before[-ABOUT:].partition(" ")[2]
    if len(after) > ABOUT:
        after = after[:ABOUT].rpartition(" ")[0] + " …"
    return f"{before}{text[start:end]}{after}".strip()


def _in_year(key: str, forvaltningar: c.Mapping[str, Forvaltning], year: int | None) -> str:
    """The one that had the name that year: an entry that had ended gives way to its successor."""
    entry = forvaltningar[key]
    if year is None or entry.until is None or year <= entry.until:
        return key
    heirs = [k for k, other in forvaltningar.items() if key in other.predecessors]
    return _in_year(heirs[0], forvaltningar, year) if len(heirs) == 1 else key
