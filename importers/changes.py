"""What differs between two readings of one file, in words. Pure."""

import typing as t

from archive.counts import COUNTED, count
from archive.model import Protocol

# What is named where it is otherwise than before; what can be counted is told in numbers.
FIELDS: t.Final = {
    "title": "titel",
    "date": "datum",
    "forvaltning": "förvaltning",
    "attendance": "närvarolista",
    "sections": "paragrafernas innehåll",
    "warnings": "anmärkningar",
    "source": "uppgifter om filen",
    "time": "tid",
    "place": "plats",
    "justerare": "justerare",
    "signatures": "underskrifter",
    "next_meeting": "nästa möte",
    "meeting": "mötets slag",
    "chair": "ordförande",
    "secretary": "sekreterare",
    "theme": "månadens tema",
    "appendices": "bilagor",
    "placed": "textens fördelning",
}


def changes(before: Protocol, after: Protocol) -> tuple[str, ...]:
    """Every difference, numbers first: "frågor 3 → 4", "datum"; none where they are equal."""
    old, new = count(before), count(after)
    numbers = tuple(
        f"{word} {getattr(old, name)} → {getattr(new, name)}"
        for name, word in COUNTED.items()
        if getattr(old, name) != getattr(new, name)
    )
    words = tuple(
        word for name, word in FIELDS.items() if getattr(before, name) != getattr(after, name)
    )
    return numbers + words
