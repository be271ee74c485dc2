"""Why a paragraph has a topic: what stands round the words that decided it. Pure."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Section, Span
from archive.records import Record
from index import Excerpt, Hit
from webui.marking import passage

MOST: t.Final = 260  # characters shown
LEAD: t.Final = 80  # of these before the word, where its sentence is longer

PARAGRAPH: t.Final = re.compile(r"\S[^\n]*")
# "… i höst. Vision frågar"   but not "kl. 13", "t.ex. larm"
SENTENCE: t.Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ•–-])")


def showing_why(hits: c.Iterable[Hit], records: c.Iterable[Record], topic: str) -> tuple[Hit, ...]:
    """The same hits, each with the passage in which most of the words that decided it stand.

    Where they stand in its title alone, the title is marked and the passage is the one it had.
    """
    sections = {
        (record.protocol.id, section.ordinal): section
        for record in records
        for section in record.protocol.sections
    }
    return tuple(
        _showing(hit, sections.get((hit.protocol_id, hit.ordinal or 0)), topic) for hit in hits
    )


def _showing(hit: Hit, section: Section | None, topic: str) -> Hit:
    words = (
        [word for it in section.topic_evidence if it.topic == topic for word in it.words]
        if section
        else []
    )
    if section is None or not words:
        return hit
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    hit = dc.replace(hit, title_marks=_places(pattern, section.title))
    best = _best(section.text, _places(pattern, section.text))
    if best is None:
        return hit
    start, shown = best
    return dc.replace(hit, excerpts=(shown,), page=section.page_at(start))


def _places(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in pattern.finditer(text))


def _best(text: str, places: c.Sequence[Span]) -> tuple[int, Excerpt] | None:
    """The passage with most different words, the first of those; and where its first one stands."""
    inside = [(it, _within(places, it)) for it in _stretches(text, places)]
    if not inside:
        return None
    stretch, own = max(inside, key=lambda it: len({text[a:b].casefold() for a, b in it[1]}))
    shown = passage(text, *stretch, places)
    before, after = text[: stretch.start].strip(), text[stretch.end :].strip()
    return own[0].start, dc.replace(shown, cut_before=bool(before), cut_after=bool(after))


def _stretches(text: str, places: c.Sequence[Span]) -> c.Iterator[Span]:
    """What could be shown: from each sentence with a word, as much as there is room for."""
    for paragraph in PARAGRAPH.finditer(text):
        cuts = [found.end() for found in SENTENCE.finditer(text, *paragraph.span())]
        starts = [paragraph.start(), *cuts]
        for start, end in zip(starts, [*cuts, paragraph.end()], strict=True):
            if own := _within(places, Span(start, end)):
                yield _room(text, Span(start, end), paragraph.end(), own[0])


def _room(text: str, sentence: Span, limit: int, word: Span) -> Span:
    start = sentence.start
    if sentence.end - start > MOST and word.start - start > LEAD:
        start = text.find(" ", word.start - LEAD, word.start) + 1 or word.start
    end = start + MOST
    if end >= limit:
        return Span(start, limit)
    space = text.rfind(" ", word.end, end + 1)
    return Span(start, space if space > 0 else max(word.end, end))


def _within(places: c.Iterable[Span], stretch: Span) -> list[Span]:
    return [it for it in places if stretch.start <= it.start < stretch.end]
