"""A section's text as it is read: paragraphs, bullet lists, and exchanges where they stand.

Paragraphs are separated by a blank line, bullets are paragraphs that begin with "• ". Where the
spans of an exchange lie in the text, that stretch is shown as question and answer; everything else
is shown as it stands, in order, so that no word of the protocol is left out whatever the spans say.
A short line of its own before running text is shown as the subheading it was in the document.
"""

import collections.abc as c
import dataclasses as dc
import enum
import re
import typing as t

from archive.model import Appendix, Exchange, Protocol, Section, Span
from index import Excerpt
from webui import marking
from webui.labels import FORMALITIES
from webui.subheadings import paragraphs, subheadings

BULLET: t.Final = "• "
MOST_TITLES: t.Final = 5

# "Fråga från Vision:"   "Svar:"   "Arbetsgivarens svar:"   but not "Frågor från Vision:", which
# stands over several.
LABEL: t.Final = re.compile(
    r"[^.?!:]{0,40}\b(?:fråga|svar|svarar|synpunkt)\b[^.?!:]{0,40}:", re.IGNORECASE
)


@dc.dataclass(frozen=True, slots=True)
class Item:
    """One paragraph, the bullets of one list, or a subheading."""

    passages: tuple[Excerpt, ...]
    bullets: bool = False
    heading: bool = False


@dc.dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a section: running text, or an exchange (`question` or `answer` may be empty,
    where the other stands apart from it)."""

    text: tuple[Item, ...] = ()
    exchange: Exchange | None = None
    question: tuple[Item, ...] = ()
    answer: tuple[Item, ...] = ()
    place: str = ""  # the exchange's name within the protocol, "f3", where it begins


@dc.dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its words marked, and its place on the page."""

    section: Section
    anchor: str
    title: Excerpt
    blocks: tuple[Block, ...]
    hits: int  # in title and text, those that stand together counted as one


@dc.dataclass(frozen=True, slots=True)
class ShownAppendix:
    """An appendix with its words marked."""

    appendix: Appendix
    items: tuple[Item, ...]
    hits: int  # in its text


class _Part(enum.Enum):
    QUESTION = enum.auto()
    ANSWER = enum.auto()


class _Cut(t.NamedTuple):
    """A stretch of the text that is part of an exchange."""

    span: Span
    part: _Part
    exchange: Exchange


def shown_sections(
    protocol: Protocol, mark: c.Callable[[str], c.Sequence[Span]]
) -> tuple[ShownSection, ...]:
    """The sections of a protocol, with what `mark` finds in them marked."""
    shown = []
    asked = 0
    for section in protocol.sections:
        title = Excerpt(section.title, tuple(mark(section.title)))
        parts = blocks(section, mark(section.text), asked)
        hits = marking.count(title) + sum(map(_hits_in, parts))
        shown.append(ShownSection(section, protocol.anchor(section), title, parts, hits))
        asked += len(section.exchanges)
    return tuple(shown)


def shown_appendices(
    protocol: Protocol, mark: c.Callable[[str], c.Sequence[Span]]
) -> tuple[ShownAppendix, ...]:
    """The appendices bound with a protocol, with what `mark` finds in them marked."""
    shown = []
    for it in protocol.appendices:
        whole = Span(0, len(it.text))
        items = _items(it.text, whole, mark(it.text), subheadings(it.text))
        shown.append(ShownAppendix(it, items, _hits(items)))
    return tuple(shown)


@dc.dataclass(frozen=True, slots=True)
class Found:
    """What of a search stands in a protocol."""

    hits: int
    first: str | None  # anchor of the first section or appendix that has any


def met(sections: c.Sequence[ShownSection], appendices: c.Sequence[ShownAppendix]) -> Found:
    """How much is marked, and where it begins."""
    places = [(it.hits, it.anchor) for it in sections]
    places += [(it.hits, f"bilaga-{n}") for n, it in enumerate(appendices, 1)]
    return Found(
        sum(hits for hits, _ in places), next((anchor for hits, anchor in places if hits), None)
    )


def matters_of_substance(protocol: Protocol) -> list[str]:
    """The titles that tell one meeting from another: a few, and no formalities."""
    titles = [s.title for s in protocol.sections if s.title and FORMALITIES not in s.topics]
    return titles[:MOST_TITLES]


def exchange_at(protocol: Protocol, place: str) -> tuple[Section, Exchange] | None:
    """The protocol's exchange of that name, "f3" being the third, and the section it lies in."""
    every = [(section, it) for section in protocol.sections for it in section.exchanges]
    number = int(place[1:]) if re.fullmatch(r"f\d{1,6}", place) else 0
    return every[number - 1] if 0 < number <= len(every) else None


def blocks(
    section: Section, marks: c.Sequence[Span] = (), asked_before: int = 0
) -> tuple[Block, ...]:
    """The section's text, whole and in order, with marks.

    Exchanges are numbered on from those asked earlier in the protocol.
    """
    places = {id(it): f"f{n}" for n, it in enumerate(section.exchanges, asked_before + 1)}
    headings = subheadings(section.text)
    shown: list[Block] = []
    done = 0
    for cut in _cuts(section):
        if between := _items(section.text, Span(done, cut.span.start), marks, headings):
            shown.append(Block(text=between))
        items = _items(section.text, cut.span, marks, headings)
        done = cut.span.end
        if shown and shown[-1].exchange is cut.exchange and cut.part is _Part.ANSWER:
            shown[-1] = dc.replace(shown[-1], answer=items)
            continue
        place = places.pop(id(cut.exchange), "")
        if cut.part is _Part.QUESTION:
            shown.append(Block(exchange=cut.exchange, question=items, place=place))
        else:
            shown.append(Block(exchange=cut.exchange, answer=items, place=place))
    if rest := _items(section.text, Span(done, len(section.text)), marks, headings):
        shown.append(Block(text=rest))
    return tuple(shown)


def _hits_in(block: Block) -> int:
    return _hits(block.text) + _hits(block.question) + _hits(block.answer)


def _hits(items: c.Iterable[Item]) -> int:
    return sum(marking.count(passage) for item in items for passage in item.passages)


def _cuts(section: Section) -> list[_Cut]:
    """All exchanges' stretches in order; one that overlaps an earlier one stays plain text."""
    found = [
        _Cut(span, part, exchange)
        for exchange in section.exchanges
        for span, part in (
            (exchange.question_span, _Part.QUESTION),
            (exchange.answer_span, _Part.ANSWER),
        )
        if span and 0 <= span.start < span.end <= len(section.text)
    ]
    cuts: list[_Cut] = []
    done = 0
    for cut in sorted(found, key=lambda cut: cut.span):
        if cut.span.start >= done:
            cuts.append(cut._replace(span=_with_label(section.text, cut.span, done)))
            done = cut.span.end
    return cuts


def _with_label(text: str, span: Span, floor: int) -> Span:
    """The stretch with the label that stands right before it, if one does."""
    end = floor + len(text[floor : span.start].rstrip())
    start = max(floor, text.rfind("\n", floor, end) + 1)
    return Span(start, span.end) if LABEL.fullmatch(text, start, end) else span


def _items(
    text: str, span: Span, marks: c.Sequence[Span], headings: frozenset[int]
) -> tuple[Item, ...]:
    items: list[Item] = []
    for start, end in paragraphs(text, span):
        bulleted = text.startswith(BULLET, start, end)
        passage = marking.passage(text, start + len(BULLET) * bulleted, end, marks)
        if not passage.text:
            continue
        if bulleted and items and items[-1].bullets:
            items[-1] = Item((*items[-1].passages, passage), bullets=True)
        else:
            items.append(Item((passage,), bulleted, heading=start in headings))
    return tuple(items)
