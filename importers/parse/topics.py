"""What a section is about, by the words of the topics' registry.

A topic is ours, never claimed to stand in the source. Its words decide at once in the heading, and
in a line of its own within the text: a sub-heading, a matter's name. In running text a word
decides in a short section; in a long one it may be mentioned in passing, so it must come back, once
more for every sixty words, up to three times in all. Weak words decide only two together.

Words are word beginnings and blind to case; one that ends with a full stop is the whole word, and
an abbreviation in capitals ("SAM", "IT") is exactly that word, in capitals.
"""

import collections.abc as c
import dataclasses as dc
import functools
import re
import typing as t

from archive.registry import Topic

TITLE_STRENGTH: t.Final = 10.0
WEAK_STRENGTH: t.Final = 0.5
WORDS_PER_HIT: t.Final = 60  # a section of 100 words needs two
MOST_HITS: t.Final = 3
# "Sjukfrånvaro:", "Ny simhall (Yttrande till nämnden)"; but not a sentence
OWN_LINE: t.Final = re.compile(r"^.{1,99}[^.?!,;]$", re.MULTILINE)
ABBREVIATION: t.Final = re.compile(r"[A-ZÅÄÖ]{2,}")
WORD: t.Final = re.compile(r"\w+")
NEVER: t.Final = re.compile(r"(?!)")


@dc.dataclass(frozen=True, slots=True)
class _Patterns:
    """One topic's words as patterns."""

    topic_id: str
    titles: re.Pattern[str]
    words: re.Pattern[str]
    weak: re.Pattern[str]


def find_topics(title: str, text: str, topics: c.Mapping[str, Topic]) -> tuple[str, ...]:
    """Ids of the section's topics, the strongest first."""
    needed = min(MOST_HITS, 1 + len(WORD.findall(text)) // WORDS_PER_HIT)
    own_lines = "\n".join(OWN_LINE.findall(text))
    strengths = {
        patterns.topic_id: _strength(patterns, title, text, own_lines, needed)
        for patterns in _compiled(tuple(topics.values()))
    }
    found = [topic_id for topic_id, strength in strengths.items() if strength]
    return tuple(sorted(found, key=lambda topic_id: -strengths[topic_id]))


def _strength(patterns: _Patterns, title: str, text: str, own_lines: str, needed: int) -> float:
    """How strongly the section is about the topic; 0 where it is not."""
    hits = len(patterns.words.findall(text))
    hits += (MOST_HITS - 1) * len(patterns.words.findall(own_lines))
    weak = {found.casefold() for found in patterns.weak.findall(f"{title}\n{text}")}
    strength = hits + WEAK_STRENGTH * len(weak)
    if patterns.titles.search(title) or patterns.words.search(title):
        return TITLE_STRENGTH + strength
    decides = (hits > 0 or len(weak) > 1) and strength >= needed
    return strength if decides else 0.0


@functools.lru_cache(maxsize=8)
def _compiled(topics: tuple[Topic, ...]) -> tuple[_Patterns, ...]:
    return tuple(
        _Patterns(topic.id, _any_of(topic.titles), _any_of(topic.words), _any_of(topic.weak))
        for topic in topics
    )


def _any_of(words: c.Sequence[str]) -> re.Pattern[str]:
    """A pattern for the beginning of any of the words; the longest wins."""
    if not words:
        return NEVER
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_beginning, ordered)) + ")")


def _beginning(word: str) -> str:
    whole = word.endswith(".")
    pattern = r"\s+".join(re.escape(part) for part in word.rstrip(".").split())
    if ABBREVIATION.fullmatch(word):
        return rf"{pattern}(?!\w)"
    return rf"(?i:{pattern})" + (r"(?!\w)" if whole else "")
