"""Which of a printed page's lines are headings.

Of the paper only letters and places are known, not what is bold. What is a heading is told by the
protocol that was read from it, which has the titles and the subheadings; besides by much larger
letters. A title may be a line in a table of contents too: it is where its own text follows.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Protocol, Section, Span
from archive.pages import WordBox
from webui import page_lines
from webui.page_lines import Line
from webui.subheadings import paragraphs, subheadings

MOST_LINES: t.Final = 4  # of a heading
LARGE: t.Final = 1.3  # times the usual size of letters
TITLE: t.Final = 3  # levels below the page's own headings
SUBHEADING: t.Final = 4
ENOUGH: t.Final = 12  # letters that tell what text it is

# What stands with a number before a title: "§ 3", "3.", "Punkt 3".
NUMBERED: t.Final = ("{}", "punkt{}", "ärende{}", "paragraf{}")
NO_LETTERS: t.Final = re.compile(r"[\W_]+")


@dc.dataclass(frozen=True, slots=True)
class Heading:
    """A heading that should stand on a page: its letters in any form that it is printed in."""

    forms: tuple[str, ...]
    level: int
    follows: str = ""  # letters of the text after it, where they are known


class HeadingLines(t.NamedTuple):
    """A heading where it stands: its lines from one to before another."""

    first: int
    end: int
    level: int


def headings(protocol: Protocol, number: int) -> tuple[Heading, ...]:
    """The headings of a protocol that stand on one of its original's pages, in order."""
    found: list[Heading] = []
    for section in protocol.sections:
        if number not in section.pages:
            continue
        if section.pages[0] == number and (title := _letters(section.title)):
            found.append(Heading(_forms(section, title), TITLE, _letters(section.text)[:ENOUGH]))
        begins = subheadings(section.text)
        for start, end in paragraphs(section.text, Span(0, len(section.text))):
            if start in begins and section.page_at(start) == number:
                after = _letters(section.text[end : end + 4 * ENOUGH])[:ENOUGH]
                found.append(Heading((_letters(section.text[start:end]),), SUBHEADING, after))
    return tuple(found)


def titled(
    words: c.Sequence[WordBox], lines: c.Sequence[Line], expected: c.Sequence[Heading]
) -> dict[int, HeadingLines]:
    """The headings by the line that they begin on."""
    written = [_letters("".join(it.text for it in words[line.first : line.end])) for line in lines]
    found = _large(lines)
    done = 0
    for heading in expected:
        places = [
            HeadingLines(first, end, heading.level)
            for first in range(done, len(lines))
            if written[first]
            for end in range(first + 1, min(first + MOST_LINES, len(lines)) + 1)
            if "".join(written[first:end]) in heading.forms
        ]
        followed = (it for it in places if _goes_on(written[it.end :], heading.follows))
        if run := next(followed, next(iter(places), None)):
            for place in range(run.first, run.end):
                found.pop(place, None)
            found[run.first] = run
            done = run.end
    return found


def _goes_on(written: c.Sequence[str], text: str) -> bool:
    return bool(text) and "".join(written[:MOST_LINES]).startswith(text)


def _large(lines: c.Sequence[Line]) -> dict[int, HeadingLines]:
    """Lines in much larger letters than most, those that stand together as one heading."""
    least = LARGE * page_lines.usual_size(lines)
    found: dict[int, HeadingLines] = {}
    run: HeadingLines | None = None
    for place, line in enumerate(lines):
        if not line.size or line.size < least:
            run = None
            continue
        run = run._replace(end=place + 1) if run else HeadingLines(place, place + 1, TITLE)
        found[run.first] = run
    return {first: it for first, it in found.items() if it.end - first <= MOST_LINES}


def _forms(section: Section, title: str) -> tuple[str, ...]:
    if section.number is None:
        return (title,)
    return title, *(form.format(section.number) + title for form in NUMBERED)


def _letters(text: str) -> str:
    """Letters and digits, which are the same however a text is set."""
    return NO_LETTERS.sub("", text.casefold())
