"""A page of an original as it is shown: the marks on its picture, its text, and what is near."""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Protocol, Section, Span
from archive.pages import PageWords
from index import Excerpt
from webui import marking, page_headings, page_parts
from webui.page_marks import Box, boxes
from webui.page_parts import Part
from webui.page_text import RunningText, running_text

NEAR: t.Final = 4  # pages at each side that are named, beside the first, the last, those with hits
COUNTED: t.Final = 50  # pages at each side; in longer files the ones far off would take seconds
ABOVE: t.Final = 0.3  # of the page's height, shown above the first mark

Finds: t.TypeAlias = c.Callable[[str], c.Sequence[Span]]


@dc.dataclass(frozen=True, slots=True)
class OtherPage:
    """A page by its number, and how often what is looked for stands there."""

    number: int
    hits: int


@dc.dataclass(frozen=True, slots=True)
class PageSection:
    """A section that stands on the page, or goes on there."""

    section: Section
    anchor: str
    hits: int  # on this page
    is_asked: bool = False  # the one that is looked up


@dc.dataclass(frozen=True, slots=True)
class ShownPage:
    """One page of an original."""

    number: int
    last: int  # the last page's number
    width: float | None  # points, where they are known
    height: float | None
    light: tuple[Box, ...]
    strong: tuple[Box, ...]
    parts: tuple[Part, ...]
    hits: int
    others: tuple[OtherPage | None, ...]  # this one among them; None is a gap
    sections: tuple[PageSection, ...]
    machine_read: bool
    asked: PageSection | None = None  # the one that is looked up, on this page or another

    @property
    def back(self) -> PageSection | None:
        """The section a reader came from; where that is not known, the first with hits, else that
        begins."""
        if self.asked:
            return self.asked
        begun = (it for it in self.sections if it.section.pages[0] == self.number)
        return next(
            (it for it in self.sections if it.hits), next(begun, next(iter(self.sections), None))
        )

    @property
    def first_look(self) -> float:
        """How far down, in points, what a reader is led to begins: somewhat above the mark."""
        top = min((box.top for box in self.strong), default=0.0)
        return max(0.0, top - ABOVE * (self.height or 0.0))


def last_page(protocol: Protocol, pages: c.Iterable[PageWords]) -> int:
    """How many pages the original has, as far as anyone knows; 0 where nothing says so."""
    said = protocol.source.pages if protocol.source else None
    return max((said or 0, *(page.number for page in pages)))


def shown_page(
    protocol: Protocol,
    pages: c.Sequence[PageWords],
    number: int,
    find: Finds | None = None,
    asked: str = "",
) -> ShownPage:
    """A page of the protocol's original, with what `find` finds, if anything is asked, marked.

    `asked` is the anchor of the section that is looked up there.
    """
    page = next((it for it in pages if it.number == number), None)
    running = running_text(page.words) if page else RunningText()
    marks = find(running.text) if find else ()
    light: list[Box] = []
    strong: list[Box] = []
    runs = tuple(marking.lit(running.text, marks))
    if page:
        for around, inside in runs:
            light += boxes(page, running, around)
            for mark in inside:
                strong += boxes(page, running, mark)
    counts = {number: len(runs)}
    if find:
        others = [it for it in pages if 0 < abs(it.number - number) <= COUNTED]
        counts |= {it.number: _hits(running_text(it.words).text, find) for it in others}
    last = last_page(protocol, pages)
    read = protocol.source.machine_read if protocol.source else ()
    return ShownPage(
        number,
        last,
        page.width if page else None,
        page.height if page else None,
        tuple(light),
        tuple(strong),
        page_parts.parts(page.words, running, page_headings.headings(protocol, number), marks)
        if page
        else (),
        len(runs),
        _others(number, last, counts),
        _sections(protocol, number, find, asked),
        number in read,
        next(
            (
                PageSection(it, asked, 0, is_asked=True)
                for it in protocol.sections
                if asked and protocol.anchor(it) == asked
            ),
            None,
        ),
    )


def _others(number: int, last: int, counts: c.Mapping[int, int]) -> tuple[OtherPage | None, ...]:
    near = range(max(1, number - NEAR), min(last, number + NEAR) + 1)
    found = [it for it, hits in counts.items() if hits]
    named: list[OtherPage | None] = []
    before = 0
    for it in sorted({1, *near, *found, last}):
        if it - before > 1:
            named.append(None)
        named.append(OtherPage(it, counts.get(it, 0)))
        before = it
    return tuple(named)


def _sections(
    protocol: Protocol, number: int, find: Finds | None, asked: str
) -> tuple[PageSection, ...]:
    here = ((it, protocol.anchor(it)) for it in protocol.sections if number in it.pages)
    return tuple(
        PageSection(it, anchor, _hits_on(it, number, find) if find else 0, anchor == asked)
        for it, anchor in here
    )


def _hits(text: str, find: Finds) -> int:
    return marking.count(Excerpt(text, tuple(find(text))))


def _hits_on(section: Section, number: int, find: Finds) -> int:
    in_title = _hits(section.title, find) if section.pages[0] == number else 0
    runs = marking.lit(section.text, find(section.text))
    return in_title + sum(section.page_at(strong[0].start) == number for _, strong in runs)
