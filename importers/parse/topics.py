"""What a section is about, by the words of the topics' registry.

A topic is ours, never claimed to stand in the source; the words that decided it are kept, as they
stand there. Its words decide at once in the heading, and in what heads a paragraph of the text: a
line of its own, or what stands before a colon. In running text a word decides in a short section;
in a long one it may be mentioned in passing, so it must come back, once more for every hundred
words, up to three times in all. Weak words decide only two different ones together. A phrase that
the topic ignores is as if it were not there: "hot spot" holds no "hot".

Under a heading that is only of the meeting itself ("Val av justerare", "Föregående protokoll") the
text seldom is about what it mentions: there a word must come back three times however short it is,
and what heads a paragraph is a mention like any other.
"""

import bisect
import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import TopicEvidence
from importers.parse.formal_titles import is_formal
from importers.parse.topic_words import WORD, Hit, Strength, TopicWords

TITLE_STRENGTH: t.Final = 10.0
WEAK_STRENGTH: t.Final = 0.5
WORDS_PER_HIT: t.Final = 100  # a section of 150 words needs two
MOST_HITS: t.Final = 3
HEAD_HITS: t.Final = 3  # a word that heads a paragraph counts as so many
# "Sjukfrånvaro:", "Ny simhall (Yttrande till nämnden)", "Grundskolan: lovet blev …"
# but not "Sjukfrånvaron ökar.", or the row of a table: "Chef | Enhet"
HEADS: t.Final = re.compile(r"^(?:[^|\n]{1,99}[^|.?!,;\n]$|[^|.?!:\n]{1,60}:(?=\s))", re.MULTILINE)
SETTLES_MOST_FIRST: t.Final = tuple(Strength)
# What makes nothing of shorter ones within it: "hot" in "hot och våld".
# The meeting's own formalities; what its heading says of it stands.
FORMALITIES: t.Final = "formalia"
IN_TEXT: t.Final = frozenset({Strength.IGNORED, Strength.WORD})
IN_TITLE: t.Final = IN_TEXT | {Strength.TITLE}


@dc.dataclass(slots=True)
class _Found:
    """What was found of one topic."""

    in_title: list[str] = dc.field(default_factory=list)
    in_text: list[str] = dc.field(default_factory=list)
    weak: dict[str, str] = dc.field(default_factory=dict)  # by what the registry calls it
    hits: int = 0

    def strength(self, needed: int) -> float:
        """How strongly the section is about the topic; 0 where it is not."""
        different = _different(self.weak)
        strength = self.hits + WEAK_STRENGTH * different
        if self.in_title:
            return TITLE_STRENGTH + strength
        decides = (self.hits > 0 or different > 1) and strength >= needed
        return strength if decides else 0.0

    def deciding(self, needed: int) -> tuple[str, ...]:
        """The words that decided, each once; the weak only where the others were too few."""
        words = [*self.in_title, *self.in_text]
        if not self.in_title and self.hits < needed:
            words += self.weak.values()
        return tuple({word.casefold(): word for word in words}.values())


def find_topics(title: str, text: str, words: TopicWords) -> tuple[TopicEvidence, ...]:
    """The section's topics with the words that decided each, the strongest first."""
    needed = min(MOST_HITS, 1 + len(WORD.findall(text)) // WORDS_PER_HIT)
    found = {topic: _Found() for topic in words.topics}
    for hit in _counting(words.hits(title), IN_TITLE):
        topic, word = found[hit.entry.topic], title[hit.start : hit.end]
        if hit.entry.strength is Strength.WEAK:
            topic.weak.setdefault(hit.entry.written, word)
        else:
            topic.in_title.append(word)
    formal = is_formal(title)
    heads = [head.span() for head in HEADS.finditer(text)]
    for hit in _counting(words.hits(text), IN_TEXT):
        topic, word = found[hit.entry.topic], text[hit.start : hit.end]
        if hit.entry.strength is Strength.WEAK:
            topic.weak.setdefault(hit.entry.written, word)
        elif _is_within(hit, heads) and not (formal and hit.entry.topic != FORMALITIES):
            topic.in_text.append(word)
            topic.hits += HEAD_HITS
        elif hit.entry.strength is Strength.WORD:
            topic.in_text.append(word)
            topic.hits += 1
    enough = {
        topic: MOST_HITS if formal and topic != FORMALITIES else needed for topic in words.topics
    }
    strengths = {topic: one.strength(enough[topic]) for topic, one in found.items()}
    return tuple(
        TopicEvidence(topic, found[topic].deciding(enough[topic]))
        for topic in sorted(strengths, key=lambda topic: -strengths[topic])
        if strengths[topic]
    )


def _different(weak: c.Iterable[str]) -> int:
    """How many of the registry's weak words are not forms of another: "larm", "larmet" are one."""
    stems: list[str] = []
    for word in sorted((word.strip("-.").casefold() for word in weak), key=len):
        if not word.startswith(tuple(stems)):
            stems.append(word)
    return len(stems)


def _counting(hits: c.Iterable[Hit], covering: c.Set[Strength]) -> c.Iterator[Hit]:
    """The hits without the phrases their topic ignores, and without what is part of another."""
    reach: dict[str, int] = {}  # how far what covers others goes, by topic
    for hit in sorted(hits, key=_settling_most_first):
        topic, strength = hit.entry.topic, hit.entry.strength
        covered = hit.end <= reach.get(topic, -1)
        if strength in covering:
            reach[topic] = max(hit.end, reach.get(topic, -1))
        if strength is not Strength.IGNORED and not covered:
            yield hit


def _settling_most_first(hit: Hit) -> tuple[int, int]:
    return hit.start, SETTLES_MOST_FIRST.index(hit.entry.strength)


def _is_within(hit: Hit, places: c.Sequence[tuple[int, int]]) -> bool:
    """Whether it lies in one of the places, which stand in order and apart."""
    before = bisect.bisect_right(places, hit.start, key=lambda place: place[0]) - 1
    return before >= 0 and hit.end <= places[before][1]
