"""What of a paragraph belongs to one case, where it lists several, and what the case is called.

All that is said from one case's line to the next is the first one's, but for headings of more and
for what is said of all of them: "Ärendena samverkades i enighet".
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Section, Span
from webui.case_pieces import is_of_all, is_told, paragraphs, spelling, stands_above
from webui.case_slug import case_slug

# Titles that name no case but that there are some: "Nämndärenden", "Samverkan enligt MBL § 11";
# but not "Information om nya lokaler", "Rutin för ärenden om trygghet"
_MANY: t.Final = re.compile(
    r"(?:genomgång av |anmälan av |övriga )?\w*ärenden(?:a)?\b.*"
    r"|(?:\W|\d|\b(?:samverkan|information|förhandling|övrigt|enligt|enl|och|samt|mbl)\b)+",
    re.IGNORECASE | re.DOTALL,
)


@dc.dataclass(frozen=True, slots=True)
class Item:
    """What a paragraph says of one case of several."""

    passages: tuple[str, ...]  # none: it cannot be told from the rest
    others: int  # how many other cases the paragraph has


def numbers_of(section: Section) -> tuple[str, ...]:
    """Every case number that a paragraph holds."""
    of_matters = (number for matter in section.samverkan for number in matter.diarienummer)
    return tuple(dict.fromkeys((*section.diarienummer, *of_matters)))


def item(section: Section, slug: str) -> Item | None:
    """What belongs to the case of several; None where it is the paragraph's only one."""
    others = {case_slug(number) for number in numbers_of(section)} - {slug}
    if not others:
        return None
    return Item(tuple(_passages(section, slug)), len(others))


def name(section: Section, slug: str) -> str:
    """What the case is called there; empty where only its number is said."""
    alone = not {case_slug(number) for number in numbers_of(section)} - {slug}
    if alone and section.title and not _MANY.fullmatch(section.title):
        return section.title
    called = [
        piece.name
        for _, pieces in paragraphs(section.text, numbers_of(section))
        for piece in pieces
        if slug in piece.run.slugs and piece.name
    ]
    return next(iter(called), "") or _matter_name(section, slug)


def marks(text: str, number: str) -> tuple[Span, ...]:
    """Where the number stands."""
    return tuple(Span(*match.span()) for match in spelling(number).finditer(text))


def _matter_name(section: Section, slug: str) -> str:
    """What a matter of samverkan is called that has that number and no other."""
    for matter in section.samverkan:
        if matter.matter and {slug} == {case_slug(it) for it in matter.diarienummer}:
            return matter.matter
    return ""


def _passages(section: Section, slug: str) -> c.Iterator[str]:
    """The pieces that are the case's, each with what follows until the next case's."""
    every = list(paragraphs(section.text, numbers_of(section)))
    going_on = False
    for place, (text, pieces) in enumerate(every):
        if not pieces:
            following = every[place + 1 : place + 2]
            if stands_above(text, following):
                if slug in following[0][1][0].run.slugs:
                    yield text
            elif is_of_all(text):
                going_on = False
            elif going_on and is_told(text):
                yield text
            continue
        for piece in pieces:
            if slug in piece.run.slugs:
                yield piece.text
        going_on = slug in pieces[-1].run.slugs
