"""What a field of a query asks for: `fack:vision`, `datum:2025-03`, `rubrik:lokaler`.

    fack forvaltning amne utfall   documents with that value; several with commas between
    datum år                       2025, 2025-03, 2025-03-12, 2025-01..2025-06, ..2024, 2024..
    rubrik fråga svar              words that must stand there
    person paragraf dnr            what is written in one way only

Each has its English name too, and å, ä and ö can be left out. What is no value is no error: it is
taken as words, and a note says so.
"""

import collections.abc as c
import re
import typing as t

from index.names import Names
from index.query_dates import read_days
from index.query_tree import Dated, Exact, Having, In, Node, Part, Phrase
from index.query_words import any_of, bare
from index.swedish import phrase_keys

FACETS: t.Final = {
    "fack": "Fackförbundet",
    "forvaltning": "Förvaltningen",
    "amne": "Ämnet",
    "utfall": "Utfallet",
}
_PARTS: t.Final = {part.value: part for part in Part}
_FIELDS: t.Final = {
    "fack": "fack union fackforbund",
    "forvaltning": "forvaltning",
    "amne": "amne topic",
    "utfall": "utfall outcome",
    "datum": "datum date ar year",
    "rubrik": "rubrik title",
    "fraga": "fraga question",
    "svar": "svar answer",
    "person": "person",
    "paragraf": "paragraf",
    "dnr": "dnr diarienummer",
}
_KNOWN: t.Final = {name: field for field, names in _FIELDS.items() for name in names.split()}
_NUMBER: t.Final = re.compile(r"(?:§{1,2}\s*)?(\d{1,4}[a-zåäö]?)(?:\s*§)?", re.IGNORECASE)


def field_named(name: str) -> str | None:
    """Which field is called so."""
    return _KNOWN.get(bare(name))


def part_of(field: str) -> Part | None:
    """The part of a document that a field is about, if it is."""
    return _PARTS.get(field)


def read_value(field: str, value: str, names: Names, notes: list[str]) -> Node | None:
    """What a field asks for; None, and a note, where the value cannot be read."""
    match field:
        case "datum":
            return _dated(value, notes)
        case "person":
            return _person(value)
        case "paragraf":
            return _paragraph(value, notes)
        case "dnr":
            keys = phrase_keys(value)
            return Phrase(keys) if len(keys) > 1 else Exact(keys[0]) if keys else None
        case _:
            return _having(field, value, names, notes)


def longest_value(field: str, words: c.Sequence[str], names: Names) -> int:
    """How many of the words are a value together; at least one."""
    lengths = range(len(words), 1, -1) if field in FACETS else ()
    together = (length for length in lengths if names.value(field, " ".join(words[:length])))
    return next(together, 1)


def _having(facet: str, value: str, names: Names, notes: list[str]) -> Node | None:
    if whole := names.value(facet, value):
        return Having(facet, (whole,))
    several = [one for one in value.split(",") if bare(one)]
    found = {one: names.value(facet, one) for one in several}
    unknown = [one for one, id_ in found.items() if id_ is None]
    for one in unknown:
        notes.append(_unknown(facet, one, names))
    if unknown:
        return None
    ids = tuple(dict.fromkeys(id_ for id_ in found.values() if id_))
    return Having(facet, ids) if ids else None


def _unknown(facet: str, value: str, names: Names) -> str:
    note = f"{FACETS[facet]} ”{value}” finns inte: sökte på det som ord."
    nearest = names.nearest(facet, value)
    if nearest is None:
        return note
    quoted = f'"{nearest}"' if " " in nearest else nearest
    return f"{note} Menade du {facet}:{quoted}?"


def _dated(value: str, notes: list[str]) -> Node | None:
    if days := read_days(value):
        return Dated(*days)
    notes.append(
        f"”{value}” är ingen tid: sökte på det som ord."
        " Skriv år, år-månad eller år-månad-dag, som datum:2025-03 eller datum:2024..2025."
    )
    return None


def _person(value: str) -> Node | None:
    """The name as it is written, or in the genitive."""
    keys = phrase_keys(value)
    if not keys:
        return None
    forms = [keys]
    if not keys[-1].endswith(("s", "x", "z")):
        forms.append((*keys[:-1], f"{keys[-1]}s"))
    return any_of(Phrase(form) if len(form) > 1 else Exact(form[0]) for form in forms)


def _paragraph(value: str, notes: list[str]) -> Node | None:
    if match := _NUMBER.fullmatch(value.strip()):
        return In(Part.TITLE, Exact(f"§{match[1].lower()}"))
    notes.append(f"”{value}” är inget paragrafnummer: sökte på det som ord. Skriv som paragraf:9.")
    return None
