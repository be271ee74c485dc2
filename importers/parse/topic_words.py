"""The words of the topics' registry, and where in a text they stand.

They are written as an operator thinks of them, blind to case and to whether a phrase has spaces,
hyphens or line breaks between its words:

    sjukfrånvar   a word's beginning: "sjukfrånvaron", but not "korttidssjukfrånvaro"
    -bemanning    anywhere in a word: "bemanningen", "grundbemanning", "nattbemanningsmål"
    hot.          the whole word: "Hot" but not "hotell"; "-skolan." is a word's end
    SAM           an abbreviation: the whole word, in capitals; "SAM" but not "samma"
    hot och våld  a phrase, of which the last word may go on: "hot- och våldsplan"

A text's words are looked up one by one in a table of these, so that the time does not grow with
the number of words an operator adds.
"""

import collections.abc as c
import dataclasses as dc
import enum
import functools
import re
import typing as t

from archive.registry import Topic

WORD: t.Final = re.compile(r"[^\W_]+")
# Between the words of a phrase: "hot- och våld", "IT-stöd", "hot/våld", "6:6a"
GAP: t.Final = re.compile(r"[\s/‐‑-]+|:")
# What a word goes on with after a hyphen: "IT-enheten"
HYPHENATED: t.Final = re.compile(r"(?:[‐‑-][^\W_]+)*")
ABBREVIATION: t.Final = re.compile(r"[A-ZÅÄÖ]{2,}")
KNOWN_WORDS: t.Final = 50_000  # looked up before; an archive's text has few more


class Strength(enum.Enum):
    """How much a word of the registry says, what settles most first; the value is its key there."""

    IGNORED = "ignore"
    WORD = "words"
    TITLE = "titles"
    WEAK = "weak"


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of one topic, ready to be compared."""

    topic: str
    strength: Strength
    written: str
    first: str  # its first word, folded
    rest: tuple[str, ...]
    anywhere: bool
    whole: bool
    in_capitals: bool


@dc.dataclass(frozen=True, slots=True)
class Hit:
    """A word of the registry at text[start:end], in whole words."""

    entry: Entry
    start: int
    end: int


class TopicWords:
    """Every word of every topic, ready to be looked for."""

    def __init__(self, topics: c.Mapping[str, Topic]) -> None:
        self.topics = tuple(topics)
        self._entries: dict[str, list[Entry]] = {}
        for topic in topics.values():
            for strength in Strength:
                for written in getattr(topic, strength.value):
                    entry = _entry(topic.id, strength, written)
                    self._entries.setdefault(entry.first, []).append(entry)
        self._longest = max(map(len, self._entries), default=0)
        self._beginning_in = functools.lru_cache(KNOWN_WORDS)(self._look_up)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Where the words stand, in order; of several of a topic at one place, the longest."""
        words = [(found[0], found.start(), found.end()) for found in WORD.finditer(text)]
        found: dict[tuple[str, Strength, int], Hit] = {}
        for place, (word, start, _) in enumerate(words):
            for entry in self._beginning_in(word):
                if (end := _end(entry, words, place, text)) is None:
                    continue
                key = entry.topic, entry.strength, place
                if key not in found or len(entry.written) > len(found[key].entry.written):
                    found[key] = Hit(entry, start, end)
        return tuple(found.values())

    def _look_up(self, word: str) -> tuple[Entry, ...]:
        """The entries that the word can be, or be the first word of."""
        folded = word.casefold()
        return tuple(
            entry
            for start in range(len(folded))
            for end in range(start + 1, min(start + self._longest, len(folded)) + 1)
            for entry in self._entries.get(folded[start:end], ())
            if _fits(entry, word, start, at_end=end == len(folded))
        )


def _entry(topic: str, strength: Strength, written: str) -> Entry:
    first, *rest = WORD.findall(written) or [""]
    return Entry(
        topic,
        strength,
        written,
        first.casefold(),
        tuple(part.casefold() for part in rest),
        anywhere=written.startswith("-"),
        whole=written.endswith("."),
        in_capitals=bool(ABBREVIATION.fullmatch(written)),
    )


def _fits(entry: Entry, word: str, start: int, *, at_end: bool) -> bool:
    """Whether the entry's first word, found in `word` at `start`, is allowed to stand there."""
    if entry.in_capitals:
        return word == entry.written
    return (start == 0 or entry.anywhere) and (at_end or not (entry.whole or entry.rest))


def _end(
    entry: Entry, words: c.Sequence[tuple[str, int, int]], place: int, text: str
) -> int | None:
    """Where the entry whose first word stands at `place` ends; None if its rest does not follow."""
    last = place + len(entry.rest)
    if last >= len(words):
        return None
    for number, part in enumerate(entry.rest, place + 1):
        word, start, _ = words[number]
        folded = word.casefold()
        same = folded == part if number < last or entry.whole else folded.startswith(part)
        if not (same and GAP.fullmatch(text, words[number - 1][2], start)):
            return None
    end = words[last][2]
    longer = None if entry.whole else HYPHENATED.match(text, end)
    return longer.end() if longer else end
